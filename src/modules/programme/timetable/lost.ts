import { findHoliday } from "../../../platform/time/calendar.ts";
import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { type WeekWindow, windowsOn } from "./problem.ts";

export type LostMeeting = { day: PlainDate; week: number; holiday: string | null; closure: string | null };

/**
 * Days of the cycle, from one on, on which the group would meet but does not: public holidays, and days that the unit closes. Hours of meetings count between
 * the days for which they were said. By day. Source: docs/domain/rules.md R-PRG-06
 */
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
  const lost: LostMeeting[] = [];
  for (let offset = 0; offset < weeks * 7; offset += 1) {
    const day = addDays(startsOn, offset);
    if (compareDays(day, from) < 0 || windowsOn(meetings, day).length === 0) continue;
    const holiday = findHoliday(day)?.code ?? null;
    const closure = closed.find((span) => compareDays(span.from, day) <= 0 && compareDays(day, span.to) <= 0);
    if (holiday || closure)
      lost.push({
        day,
        week: Math.floor(offset / 7) + 1,
        holiday,
        closure: holiday ? null : (closure?.reason ?? null),
      });
  }
  return lost;
}
