import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { today } from "../../../platform/ui/clock.ts";
import { shiftDay } from "../../../platform/ui/days.ts";
import { formatWeekday } from "../../../platform/ui/format.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../messages.ts";
import type { Calendar, CalendarMeeting, CalendarSession } from "./contract.ts";
import { FreeWords } from "./FreeWords.tsx";
import { freeDay } from "./freeDays.ts";
import { meetingMessages } from "./meetingMessages.ts";
import { calendarMessages } from "./messages.ts";
import { useModuleName } from "./useModuleName.ts";

type MonthProps = {
  from: PlainDate;
  on: PlainDate;
  sessions: readonly CalendarSession[];
  meetings: readonly CalendarMeeting[];
  unitIds: readonly string[];
  closures: Calendar["closures"];
  onOpen: (day: string) => void;
};

/** A month as a table of weeks; a day opens its week. */
export function MonthTable({ from, on, sessions, meetings, unitIds, closures, onOpen }: MonthProps) {
  const t = useMessages(calendarMessages);
  const p = useMessages(programmeMessages);
  const m = useMessages(meetingMessages);
  const nameOf = useModuleName();
  const weeks = Array.from({ length: 6 }, (_, at) => shiftDay(from, at * 7)).filter(
    (monday) => monday.slice(0, 7) <= on.slice(0, 7),
  );
  const month = on.slice(0, 7);
  return (
    <table className="month-table" aria-label={t("month.of")}>
      <thead>
        <tr>
          {(["1", "2", "3", "4", "5", "6", "7"] as const).map((weekday) => (
            <th key={weekday} scope="col">
              {p(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {Array.from({ length: 7 }, (_, at) => shiftDay(monday, at)).map((day) => {
              const ofDay = sessions.filter((session) => session.day === day);
              const meetingsOfDay = meetings.filter((meeting) => meeting.day === day);
              const free = freeDay(day, unitIds, closures);
              return (
                <td
                  key={day}
                  data-today={day === today() ? "" : undefined}
                  data-other={day.startsWith(month) ? undefined : ""}
                  data-free={free.isWhole ? "" : undefined}
                  data-empty={
                    ofDay.length + meetingsOfDay.length === 0 && !free.isWhole && free.closures.length === 0
                      ? ""
                      : undefined
                  }
                >
                  <button type="button" className="month-day" onClick={() => onOpen(day)}>
                    <span className="visually-hidden">
                      {formatWeekday(day, t.lang)}: {t("month.count", { count: ofDay.length })}
                    </span>
                    <span aria-hidden className="month-number">
                      {Number(day.slice(8))}
                    </span>
                    <span aria-hidden className="month-weekday">
                      {formatWeekday(day, t.lang)}
                    </span>
                  </button>
                  <FreeWords free={free} units={unitIds.length} />
                  <ul>
                    {ofDay.map((session) => (
                      <li key={session.id} data-state={session.state}>
                        <strong>{session.startsAt}</strong> {nameOf(session)}{" "}
                        <span className="soft">{session.groupName}</span>
                      </li>
                    ))}
                    {meetingsOfDay.map((meeting) => (
                      <li key={meeting.id}>
                        <strong>{meeting.startsAt}</strong> {m("meeting")}{" "}
                        <span className="soft">{meeting.room ?? meeting.unitName}</span>
                      </li>
                    ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
