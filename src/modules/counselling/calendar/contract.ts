import { z } from "zod";

/** `addressHash`: SHA-256 of the address's token in hex; the token is made in the worker's browser and never sent by a command. */
export const OpenCalendarFeed = z.strictObject({
  feedId: z.uuid(),
  addressHash: z.string().regex(/^[0-9a-f]{64}$/),
  withNames: z.boolean(),
});
export type OpenCalendarFeed = z.infer<typeof OpenCalendarFeed>;

export const CalendarFeedId = z.strictObject({ feedId: z.uuid() });
export type CalendarFeedId = z.infer<typeof CalendarFeedId>;

/** null: no address opens the calendar. */
export const MyCalendarFeed = z.object({
  feed: z
    .object({ feedId: z.uuid(), withNames: z.boolean(), openedAt: z.string(), readAt: z.string().nullable() })
    .nullable(),
});
export type MyCalendarFeed = z.infer<typeof MyCalendarFeed>;
