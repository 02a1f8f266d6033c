import { z } from "zod";

/** Days and instants as the world outside may send them; apart from the functions, so that browsers load those without Zod. */

/** A day from 1800 to 2199, so that reckoning with it stays on the calendar. */
export const PlainDate = z.iso
  .date()
  .refine((day) => day >= "1800" && day < "2200")
  .brand<"PlainDate">();
export type PlainDate = z.infer<typeof PlainDate>;

/** An instant in ISO form with its offset, from 1800 to 2199. */
export const Instant = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1800 && year < 2200;
});
