import { z } from "zod";
import { REVOCATION_REASONS } from "./codes.ts";

/** Cards for people of a group, with ids that the sender made. A person may hold several, such as one at home and one here. */
export const IssueCards = z.strictObject({
  groupId: z.uuid(),
  cards: z
    .array(z.strictObject({ cardId: z.uuid(), personId: z.uuid() }))
    .min(1)
    .max(60),
});
export type IssueCards = z.infer<typeof IssueCards>;

export const RevokeCard = z.strictObject({
  groupId: z.uuid(),
  cardId: z.uuid(),
  reason: z.enum(REVOCATION_REASONS),
});
export type RevokeCard = z.infer<typeof RevokeCard>;

export const GroupCards = z.object({
  groupId: z.uuid(),
  groupName: z.string(),
  mayIssue: z.boolean(),
  /** People of the group today, each with the cards that hold. */
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      cards: z.array(z.object({ cardId: z.uuid(), no: z.string(), issuedOn: z.string() })),
    }),
  ),
});
export type GroupCards = z.infer<typeof GroupCards>;
