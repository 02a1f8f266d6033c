import { z } from "zod";

/** Whose calendar: a group's or a room's. */
const ofWhat = { of: z.enum(["GROUP", "ROOM"]), subjectId: z.uuid() };

/**
 * `addressHash`: SHA-256 of the address's token in hex; the token is made in the browser and never sent by a command. `withNames`: of groups and modules;
 * of people there are none.
 */
export const OpenClassFeed = z.strictObject({
  feedId: z.uuid(),
  ...ofWhat,
  addressHash: z.string().regex(/^[0-9a-f]{64}$/),
  withNames: z.boolean(),
});
export type OpenClassFeed = z.infer<typeof OpenClassFeed>;

export const ClassFeedId = z.strictObject({ feedId: z.uuid() });
export type ClassFeedId = z.infer<typeof ClassFeedId>;

export const ClassFeedOf = z.strictObject(ofWhat);
export type ClassFeedOf = z.infer<typeof ClassFeedOf>;

/** null: no address opens the calendar. */
export const ClassFeed = z.object({
  feed: z
    .object({ feedId: z.uuid(), withNames: z.boolean(), openedAt: z.string(), readAt: z.string().nullable() })
    .nullable(),
});
export type ClassFeed = z.infer<typeof ClassFeed>;
