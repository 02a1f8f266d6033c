import { instantAt, localTimeIn } from "../../../platform/time/instant.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";

const timeZone = "Europe/Warsaw";

/** A day and a time of a form; `""` for what is not said. */
export type DayAndTime = { day: string; time: string };

/** The instant of a day and a time in Poland; null while one of them is missing. */
export function instantOfForm({ day, time }: DayAndTime): string | null {
  return day && /^\d{2}:\d{2}$/.test(time) ? instantAt(day as PlainDate, time, timeZone) : null; // the day field gives whole days only
}

/** The day and the minute of an instant in Poland. */
export function dayAndTimeOf(instant: string): DayAndTime {
  const { day, time } = localTimeIn(instant, timeZone);
  return { day, time: time.slice(0, 5) };
}
