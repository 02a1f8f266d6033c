import { tellsOf } from "../../platform/sync/tellsOf.ts";

/** What the street keeps of a person. Places are nobody's: their list names no one. */
export const streetTells = [
  tellsOf("contact_card", "contactId", "correctionId"),
  tellsOf("assistance", "assistanceId"),
  tellsOf("outreach_intervention", "interventionId"),
  tellsOf("outreach_relation_ending", "endingId"),
];
