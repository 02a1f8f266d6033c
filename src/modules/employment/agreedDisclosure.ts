import { z } from "zod";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { requirePerson } from "../casework/public.ts";
import { employmentAccess } from "./access.ts";
import { AgreedDisclosure } from "./contract.ts";

/** The vocational plan stands on a floor above: the house puts its door here. Null: nothing agreed, or not for this reader. */
export const disclosures: {
  of: (context: WorkContext, personId: string) => Promise<AgreedDisclosure | null>;
} = { of: async () => null };

export const disclosureQueries = [
  defineQuery({
    name: "placement.read-disclosure",
    method: "GET",
    path: "/people/:personId/agreed-disclosure",
    summary: "What the person agreed in the vocational plan that an employer may hear",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ agreed: AgreedDisclosure.nullable() }),
    verb: employmentAccess["placement.write"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: async (context, { personId }) => {
      await requirePerson(context, employmentAccess["placement.write"], personId);
      return { agreed: await disclosures.of(context, personId) };
    },
  }),
];
