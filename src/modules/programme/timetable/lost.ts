import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { generateCalendar } from "../rules.ts";
import type { WeekWindow } from "./problem.ts";

export type LostMeeting = { day: PlainDate; week: number; holiday: string | null; closure: string | null };

/** Meetings from a day on that are not held: on public holidays, and on days that the unit closes. Source: docs/domain/rules.md R-PRG-06 */
export function lostMeetings(
  {
    startsOn,
    weeks,
    meetings,
    closed,
  }: {
    startsOn: PlainDate;
    weeks: number;
    meetings: readonly WeekWindow[];
    closed: readonly { from: PlainDate; to: PlainDate; reason: string }[];
  },
  from: PlainDate,
): LostMeeting[] {
  const calendar = generateCalendar({ startOn: startsOn, weeks, weekdays: meetings.map(({ weekday }) => weekday) });
  const closures = calendar.meetings.flatMap((meeting) => {
    const closure = closed.find((span) => span.from <= meeting.day && meeting.day <= span.to);
    return closure ? [{ ...meeting, holiday: null, closure: closure.reason }] : [];
  });
  return [...calendar.lost.map((meeting) => ({ ...meeting, closure: null })), ...closures]
    .filter(({ day }) => compareDays(day, from) >= 0)
    .sort((a, b) => compareDays(a.day, b.day));
}
