import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { daysBetween, type PlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { shiftDay } from "../../../platform/ui/days.ts";
import { formatWeekday } from "../../../platform/ui/format.ts";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { SessionPanel } from "../SessionPanel.tsx";
import { clockOf, minuteOf } from "../timeOfDay.ts";
import type { Calendar, CalendarMeeting, CalendarSession } from "./contract.ts";
import { FreeWords } from "./FreeWords.tsx";
import { freeDay } from "./freeDays.ts";
import type { Judged } from "./judge.ts";
import { lanesOf } from "./lanes.ts";
import { MeetingBlock } from "./MeetingBlock.tsx";
import { calendarMessages } from "./messages.ts";
import { useFingerRest } from "./useFingerRest.ts";
import { useModuleName } from "./useModuleName.ts";
import { isMovable, type Target, useMoves } from "./useMoves.ts";
import { VerdictWords } from "./VerdictWords.tsx";

/** Classes move by quarters of an hour. */
const grain = 15;
const pixelsPerHour = 52;

type GridProps = {
  from: PlainDate;
  sessions: readonly CalendarSession[];
  meetings: readonly CalendarMeeting[];
  groups: Calendar["groups"];
  /** Units whose classes are shown, and their closed days. */
  unitIds: readonly string[];
  closures: Calendar["closures"];
  /** Whether this reader moves classes at all. */
  moves: boolean;
  problemOf: (unitId: string) => Judged | undefined;
};
type Timed = { startsAt: number; minutes: number };
const whenOf = ({ startsAt, minutes }: { startsAt: string; minutes: number }): Timed => ({
  startsAt: minuteOf(startsAt),
  minutes,
});
/** A class in the hand: where it is held over. `grab`: minutes between its start and the finger. */
type Held = { session: CalendarSession; target: Target; by: "pointer" | "keys"; grab: number; isMoving: boolean };

/** A class that is drawn to the upper or lower edge of the window takes the page along. */
function scrollAtEdge(y: number): void {
  if (y < 120) window.scrollBy(0, -12);
  else if (y > window.innerHeight - 60) window.scrollBy(0, 12);
}

/**
 * A week as hours and days. A class is drawn with the pointer or a finger that rests on it first, or picked up with Space and moved by arrows; while it is held, what stands in the way is
 * said. On a phone the days follow each other.
 */
export function WeekGrid({ from, sessions, meetings, groups, unitIds, closures, moves, problemOf }: GridProps) {
  const t = useMessages(calendarMessages);
  const nameOf = useModuleName();
  const days = Array.from({ length: 7 }, (_, at) => shiftDay(from, at));
  const timed = [...sessions, ...meetings];
  const starts = timed.map(({ startsAt }) => minuteOf(startsAt));
  const ends = timed.map(({ startsAt, minutes }) => minuteOf(startsAt) + minutes);
  const first = Math.floor(Math.min(8 * 60, ...starts) / 60) * 60;
  const last = Math.ceil(Math.min(24 * 60, Math.max(17 * 60, ...ends)) / 60) * 60;
  const grid = useRef<HTMLDivElement>(null);
  const finger = useFingerRest(grid);
  const [held, hold] = useState<Held>();
  const [opened, open] = useState<CalendarSession>();
  const [focused, setFocused] = useState<string>();
  const move = useMoves(problemOf);
  const verdict = held && move.judge(held.session, held.target);
  const current = focused && sessions.some(({ id }) => id === focused) ? focused : sessions[0]?.id;
  // A class that was dropped is drawn anew elsewhere; the focus goes with it.
  const dropped = useRef<string>(undefined);
  // The browser still sends a click after a drag; it opens nothing.
  const wasDrawn = useRef(false);
  useEffect(() => {
    if (!dropped.current) return;
    grid.current?.querySelector<HTMLElement>(`[data-session="${dropped.current}"]`)?.focus();
    dropped.current = undefined;
  }, [sessions]);

  /** The day and quarter under a point. */
  function targetAt(x: number, y: number, session: CalendarSession, grab: number): Target | undefined {
    const columns = [...(grid.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
    const at = columns.findIndex((column) => {
      const { left, right } = column.getBoundingClientRect();
      return left <= x && x < right;
    });
    const top = columns[at]?.getBoundingClientRect().top;
    const day = days[at];
    if (top === undefined || !day) return undefined;
    const minute = first + ((y - top) / pixelsPerHour) * 60 - grab;
    return { day, startsAt: within(Math.round(minute / grain) * grain, session.minutes) };
  }
  const within = (minute: number, minutes: number) => Math.max(first, Math.min(last - minutes, minute));

  function pickUp(session: CalendarSession): void {
    if (!isMovable(session)) return void toast({ text: t("drag.stays"), tone: "info" });
    hold({
      session,
      target: { day: session.day, startsAt: minuteOf(session.startsAt) },
      by: "keys",
      grab: 0,
      isMoving: true,
    });
  }
  function drop(): void {
    if (!held) return;
    hold(undefined);
    dropped.current = held.session.id;
    move.drop(held.session, held.target);
  }
  function onKey(event: KeyboardEvent<HTMLElement>, session: CalendarSession): void {
    const steps: Readonly<Record<string, [number, number]>> = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowDown: [0, 1],
      ArrowUp: [0, -1],
    };
    const step = steps[event.key];
    if (held?.by === "pointer" && event.key === "Escape") {
      hold(undefined);
      wasDrawn.current = true;
    } else if (held?.by === "keys") {
      if (event.key === "Escape") hold(undefined);
      else if (event.key === " " || event.key === "Enter") drop();
      else if (step) {
        const { day, startsAt } = held.target;
        const at = Math.max(0, Math.min(6, daysBetween(from, day) + step[0]));
        const startsAtNew = within(startsAt + step[1] * grain, held.session.minutes);
        hold({ ...held, target: { day: days[at] ?? day, startsAt: startsAtNew } });
      } else return;
    } else if (event.key === " " && moves) pickUp(session);
    else if (step) {
      const sameDay = sessions.filter(({ day }) => day === session.day);
      const other = step[0] === 0 ? sameDay[sameDay.indexOf(session) + step[1]] : neighbourOf(session, step[0]);
      if (other) grid.current?.querySelector<HTMLElement>(`[data-session="${other.id}"]`)?.focus();
    } else return;
    event.preventDefault();
  }
  function neighbourOf(session: CalendarSession, step: number): CalendarSession | undefined {
    const ahead = sessions.filter(({ day }) => (step > 0 ? day > session.day : day < session.day));
    const day = step > 0 ? ahead[0]?.day : ahead.at(-1)?.day;
    const ofDay = ahead.filter((each) => each.day === day);
    const far = (each: CalendarSession) => Math.abs(minuteOf(each.startsAt) - minuteOf(session.startsAt));
    return ofDay.reduce<CalendarSession | undefined>(
      (best, each) => (!best || far(each) < far(best) ? each : best),
      undefined,
    );
  }
  const pointer = (session: CalendarSession) => ({
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      wasDrawn.current = false;
      const isList = !grid.current?.querySelector(".calendar-hours")?.checkVisibility(); // days one under another have no hours to be drawn over
      if (!moves || !isMovable(session) || event.button !== 0 || isList) return;
      const { currentTarget: element, pointerId } = event;
      const grab = ((event.clientY - element.getBoundingClientRect().top) / pixelsPerHour) * 60;
      const target = { day: session.day, startsAt: minuteOf(session.startsAt) };
      const take = (isMoving: boolean) => {
        element.setPointerCapture(pointerId);
        hold({ session, target, by: "pointer", grab, isMoving });
      };
      if (event.pointerType === "touch") finger.begin(event, () => take(true));
      else take(false);
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      finger.move(event);
      if (held?.by !== "pointer") return;
      scrollAtEdge(event.clientY);
      const target = targetAt(event.clientX, event.clientY, session, held.grab);
      if (!target || (target.day === held.target.day && target.startsAt === held.target.startsAt)) return;
      hold({ ...held, target, isMoving: true });
    },
    onPointerUp(): void {
      finger.end();
      if (held?.by !== "pointer") return;
      wasDrawn.current = held.isMoving;
      if (held.isMoving) drop();
      else hold(undefined);
    },
    onPointerCancel(): void {
      finger.end();
      hold(undefined);
    },
    onContextMenu: (event: MouseEvent) => finger.isOurs() && event.preventDefault(),
  });

  const hours = Array.from({ length: (last - first) / 60 }, (_, at) => first + at * 60);
  const height = ((last - first) / 60) * pixelsPerHour;
  const topOf = (minute: number) => ((minute - first) / 60) * pixelsPerHour;
  const placeOf = ({ startsAt, minutes }: Timed, lane: number, lanes: number) => ({
    insetBlockStart: topOf(startsAt),
    blockSize: Math.max(22, (Math.min(minutes, last - startsAt) / 60) * pixelsPerHour - 2),
    insetInlineStart: `${(lane / lanes) * 100}%`,
    inlineSize: `${100 / lanes}%`,
  });
  const group = groups.find(({ id }) => id === opened?.groupId);
  const heldName = held ? nameOf(held.session) : "";
  return (
    <>
      {moves && sessions.some(isMovable) && <p className="soft small calendar-how">{t("calendar.how")}</p>}
      <p className="calendar-told" role="status" data-hard={verdict && verdict.hard.length > 0 ? "" : undefined}>
        {held?.isMoving && (
          <span className="calendar-words">
            {held.by === "keys" &&
            held.target.day === held.session.day &&
            clockOf(held.target.startsAt) === held.session.startsAt
              ? t("drag.picked", { name: heldName })
              : t("drag.at", {
                  name: heldName,
                  day: formatWeekday(held.target.day, t.lang),
                  time: clockOf(held.target.startsAt),
                })}{" "}
            {verdict && <VerdictWords verdict={verdict} />}
          </span>
        )}
      </p>
      <div className="calendar-week" ref={grid} role="group" aria-label={t("calendar.grid")}>
        <div className="calendar-hours" aria-hidden>
          {hours.map((minute) => (
            <span key={minute}>{clockOf(minute)}</span>
          ))}
        </div>
        {days.map((day) => {
          const ofDay = [
            ...sessions.map((session) => ({ ...whenOf(session), day: session.day, session, meeting: null })),
            ...meetings.map((meeting) => ({ ...whenOf(meeting), day: meeting.day, session: null, meeting })),
          ].filter((each) => each.day === day);
          const free = freeDay(day, unitIds, closures);
          return (
            <section
              key={day}
              className="calendar-day"
              data-today={day === today() ? "" : undefined}
              data-free={free.isWhole ? "" : undefined}
              data-empty={ofDay.length === 0 && !free.isWhole && free.closures.length === 0 ? "" : undefined}
              aria-label={formatWeekday(day, t.lang)}
            >
              <h2>{formatWeekday(day, t.lang)}</h2>
              <FreeWords free={free} units={unitIds.length} />
              <div className="calendar-column" data-column={day} style={{ blockSize: height }}>
                {lanesOf(ofDay).map(({ session: { session, meeting, ...when }, lane, lanes }) =>
                  meeting ? (
                    <MeetingBlock key={meeting.id} meeting={meeting} place={placeOf(when, lane, lanes)} />
                  ) : (
                    <button
                      key={session.id}
                      type="button"
                      className="calendar-class"
                      data-session={session.id}
                      data-state={session.state}
                      data-short={session.minutes <= 60 ? "" : undefined}
                      data-held={held?.session.id === session.id && held.isMoving ? "" : undefined}
                      data-movable={moves && isMovable(session) ? "" : undefined}
                      tabIndex={session.id === current ? 0 : -1}
                      style={placeOf(when, lane, lanes)}
                      onFocus={() => setFocused(session.id)}
                      onKeyDown={(event) => onKey(event, session)}
                      onClick={(event) => {
                        const isOfKeys = event.detail === 0;
                        if (isOfKeys ? held : wasDrawn.current) return;
                        open(session);
                      }}
                      onKeyUp={(event) => event.key === " " && event.preventDefault()}
                      {...pointer(session)}
                    >
                      <strong>
                        {session.startsAt}–{clockOf(when.startsAt + when.minutes)}
                      </strong>
                      <span>{nameOf(session)}</span>
                      <span className="small soft">
                        {[session.groupName, session.room, session.leaderName].filter(Boolean).join(" · ")}
                      </span>
                      {(session.state !== "AHEAD" || session.moved) && (
                        <span className="small">
                          {[
                            session.state === "AHEAD" ? "" : t(`state.${session.state}`),
                            session.moved ? t("moved") : "",
                          ]
                            .filter(Boolean)
                            .join(", ")}
                        </span>
                      )}
                    </button>
                  ),
                )}
                {held?.isMoving && held.target.day === day && (
                  <div
                    className="calendar-ghost"
                    data-hard={verdict && verdict.hard.length > 0 ? "" : undefined}
                    style={{
                      insetBlockStart: topOf(held.target.startsAt),
                      blockSize: (held.session.minutes / 60) * pixelsPerHour - 2,
                    }}
                    aria-hidden
                  >
                    <strong>{clockOf(held.target.startsAt)}</strong> {heldName}
                  </div>
                )}
              </div>
            </section>
          );
        })}
      </div>
      {opened && group && (
        <SessionPanel
          session={opened}
          group={group}
          moves={moves && isMovable(opened)}
          onClose={() => open(undefined)}
        />
      )}
      {move.asked && (
        <Dialog
          open
          title={t("conflict.title")}
          onClose={move.leave}
          actions={
            <>
              <Button onClick={move.leave}>{t("conflict.leave")}</Button>
              <Button kind="danger" disabled={move.isSending} onClick={move.despite}>
                {t("conflict.despite")}
              </Button>
            </>
          }
        >
          <p>
            {t("drag.at", {
              name: nameOf(move.asked.session),
              day: formatWeekday(move.asked.target.day, t.lang),
              time: clockOf(move.asked.target.startsAt),
            })}
          </p>
          <VerdictWords verdict={move.asked.verdict} />
        </Dialog>
      )}
    </>
  );
}
