import type { OfflineRoom } from "../../platform/device/contract.ts";
import { type MessageValue, translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import type { CorrectContactInput, RecordContactInput, RecordSite } from "./contract.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { heldKinds } from "./field/held.ts";
import { outreachMessages } from "./messages.ts";
import type { PhotographSite } from "./workContract.ts";

type Key = keyof typeof fieldMessages & `done.${string}`;
type Command = OfflineRoom["commands"][string];

/** `touches` and `label` get what the room's own screens have built; the contract of the command is the proof. */
function command<P>(
  touches: (payload: P) => readonly (string | false | null | undefined)[],
  label: Key,
  params: (payload: P) => Readonly<Record<string, MessageValue>> = () => ({}),
  mendPath?: string | ((payload: P) => string),
): Command {
  return {
    touches: (payload) => touches(payload as P).filter((each) => typeof each === "string"),
    label: (payload) => translate(fieldMessages, getLanguage()).maybe(label, params(payload as P)) ?? label,
    ...(typeof mendPath === "function"
      ? { mendPath: (payload: unknown) => mendPath(payload as P) }
      : mendPath && { mendPath }),
  };
}

const of = (noun: string, id: string | null | undefined) => id && `${noun}:${id}`;
const whom = (alias: string | null | undefined) => alias ?? translate(fieldMessages, getLanguage())("done.known");

/**
 * What the street does without network. A card touches itself and its person, never the shift or the place: those go before it
 * in the outbox anyway, and thirty cards of one evening have to travel together.
 */
export const offline: OfflineRoom = {
  words: outreachMessages,
  directories: [heldKinds.entry],
  commands: {
    "contact.record": command<RecordContactInput>(
      ({ contactId, person }) => [of("contact", contactId), of("person", person?.personId)],
      "done.contact",
      ({ person }) => ({ whom: person ? whom(person.alias) : translate(fieldMessages, getLanguage())("done.nobody") }),
      "/contacts/new",
    ),
    "contact.record-group": command<{ rows: readonly { contactId: string; person: { personId: string } | null }[] }>(
      ({ rows }) => rows.flatMap((row) => [of("contact", row.contactId), of("person", row.person?.personId)]),
      "done.group",
      ({ rows }) => ({ count: rows.length }),
      "/contacts/group",
    ),
    "contact.correct": command<CorrectContactInput>(
      ({ contactId, correctionId }) => [of("contact", contactId), of("contact", correctionId)],
      "done.correction",
      undefined,
      ({ contactId }) => `/contacts/${contactId}/correction`,
    ),
    "shift.start": command<{ shiftId: string }>(
      ({ shiftId }) => [of("shift", shiftId)],
      "done.shiftStart",
      undefined,
      "/tonight",
    ),
    "shift.end": command<{ shiftId: string }>(
      ({ shiftId }) => [of("shift", shiftId)],
      "done.shiftEnd",
      undefined,
      "/tonight",
    ),
    "site.record": command<RecordSite>(
      ({ siteId }) => [of("site", siteId)],
      "done.site",
      ({ name }) => ({ name }),
      "/sites",
    ),
    "site.change": command<{ siteId: string; fields: { name?: string } }>(
      ({ siteId }) => [of("site", siteId)],
      "done.siteChange",
      undefined,
      "/sites",
    ),
    "site.visit": command<{ visitId: string }>(
      ({ visitId }) => [of("visit", visitId)],
      "done.visit",
      undefined,
      "/sites",
    ),
    "site-photo.record": {
      ...command<PhotographSite>(({ photoId, siteId }) => [of("photo", photoId), of("site", siteId)], "done.photo"),
      photos: (payload) => [(payload as PhotographSite).photoId], // as above
    },
    "stock.record": command<{ entryId: string }>(({ entryId }) => [of("stock", entryId)], "done.stock"),
    "minor-alert.record": command<{ alertId: string }>(
      ({ alertId }) => [of("alert", alertId)],
      "done.minor",
      undefined,
      "/minor-alert",
    ),
    "intervention.record": command<{ interventionId: string; personId?: string | null }>(
      ({ interventionId, personId }) => [of("intervention", interventionId), of("person", personId)],
      "done.intervention",
      undefined,
      "/intervention",
    ),
    "incident.record": command<{ incidentId: string }>(
      ({ incidentId }) => [of("incident", incidentId)],
      "done.incident",
      undefined,
      "/intervention",
    ),
    "assistance.plan": command<{ assistanceId: string; personId: string }>(
      ({ assistanceId, personId }) => [of("assistance", assistanceId), of("person", personId)],
      "done.plan",
      undefined,
      "/assistance/plan",
    ),
    "assistance.change": command<{ assistanceId: string; personId: string }>(
      ({ assistanceId, personId }) => [of("assistance", assistanceId), of("person", personId)],
      "done.planChange",
      undefined,
      "/assistance/plan",
    ),
    "assistance.record": command<{ assistanceId: string; personId: string }>(
      ({ assistanceId, personId }) => [of("assistance", assistanceId), of("person", personId)],
      "done.assistance",
      undefined,
      "/assistance",
    ),
    "relation.end": command<{ endingId: string; personId: string }>(
      ({ endingId, personId }) => [of("relation", endingId), of("person", personId)],
      "done.relation",
    ),
  },
};
