import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { daysApart, shiftDay } from "../../platform/ui/days.ts";
import { formatWeekday } from "../../platform/ui/format.ts";
import { useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { counsellingAccess } from "../counselling/access.ts";
import { groupQuery, weekQuery } from "./api.ts";
import { calendarMessages } from "./calendar/messages.ts";
import { useModuleName } from "./calendar/useModuleName.ts";
import type { GroupCard, SessionLine } from "./contract.ts";
import { FeedPanel } from "./feed/FeedPanel.tsx";
import { forecastMessages } from "./forecast/messages.ts";
import { programmeMessages } from "./messages.ts";
import { AddSessionForm } from "./SessionForms.tsx";
import { SessionPanel } from "./SessionPanel.tsx";
import "./programme.css";

/** A group's week as a grid: arrows walk over days and classes, Enter opens the chosen one: its panel for who may move it, else its register. On a phone the days follow each other. */
export function CalendarScreen() {
  const t = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const group = useQuery(groupQuery(groupId));
  return (
    <Page title={t("calendar.title")} back={{ to: `/groups/${groupId}`, label: group.data?.name ?? t("group") }}>
      <Loaded query={group}>{(data) => <Weeks group={data} />}</Loaded>
    </Page>
  );
}

function Weeks({ group }: { group: GroupCard }) {
  const t = useMessages(programmeMessages);
  const f = useMessages(forecastMessages);
  const c = useMessages(calendarMessages);
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const books = useHasRole(...Object.keys(counsellingAccess["slot.list"]));
  const now = Math.floor(daysApart(group.startsOn, today()) / 7) + 1;
  const [{ week: asked }, change] = useUrlFilters({ week: "" });
  const week = Math.max(1, Math.min(group.weeks, Number(asked) || now));
  const from = shiftDay(group.startsOn, (week - 1) * 7);
  const sessions = useQuery(weekQuery(group.id, from, shiftDay(from, 6)));
  const moves = useHasRole("KIS_COORDINATOR", "CIS_MANAGER", "GROUP_LEADER");
  const [chosen, choose] = useState<SessionLine>();
  const [adds, setAdds] = useState(false);
  const [feeds, setFeeds] = useState(false);
  return (
    <>
      <div className="cluster">
        <Button icon="left" disabled={week === 1} onClick={() => change({ week: String(week - 1) })}>
          {t("calendar.previous")}
        </Button>
        <strong role="status">{t("calendar.week", { week, weeks: group.weeks })}</strong>
        <Button icon="right" disabled={week === group.weeks} onClick={() => change({ week: String(week + 1) })}>
          {t("calendar.following")}
        </Button>
      </div>
      <Loaded query={sessions}>
        {(data) => (
          <WeekGrid group={group} from={from} sessions={data.sessions} onChoose={moves ? choose : undefined} />
        )}
      </Loaded>
      <div className="cluster">
        {plans && (
          <>
            <Button icon="plus" onClick={() => setAdds(true)}>
              {t("session.add")}
            </Button>
            <LinkButton to="/calendar/closures" search={{ unit: group.unitId }}>
              {c("calendar.closures")}
            </LinkButton>
            <LinkButton to={`/groups/${group.id}/plan`}>{t("calendar.again")}</LinkButton>
          </>
        )}
        <LinkButton to={`/groups/${group.id}/forecast`}>{f("forecast.title")}</LinkButton>
        <LinkButton to={`/groups/${group.id}/realisation`}>{t("realisation")}</LinkButton>
        {books && <LinkButton to="/consultations">{c("calendar.consultations")}</LinkButton>}
        {plans && <Button onClick={() => setFeeds(true)}>{c("calendar.feed")}</Button>}
      </div>
      {chosen && <SessionPanel session={chosen} group={group} onClose={() => choose(undefined)} />}
      {feeds && <FeedPanel of={{ of: "GROUP", subjectId: group.id }} onClose={() => setFeeds(false)} />}
      {adds && (
        <SidePanel open title={t("session.add")} onClose={() => setAdds(false)}>
          <AddSessionForm group={group} day={from < today() ? today() : from} onDone={() => setAdds(false)} />
        </SidePanel>
      )}
    </>
  );
}

function WeekGrid(props: {
  group: GroupCard;
  from: string;
  sessions: readonly SessionLine[];
  onChoose: ((session: SessionLine) => void) | undefined;
}) {
  const { group, from, sessions, onChoose } = props;
  const t = useMessages(programmeMessages);
  const grid = useRef<HTMLTableElement>(null);
  const days = Array.from({ length: 7 }, (_, at) => shiftDay(from, at));
  const lostOn = (day: string) => group.lost.find((lost) => lost.day === day);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Readonly<Record<string, [number, number]>> = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowDown: [0, 1],
      ArrowUp: [0, -1],
    };
    const step = steps[event.key];
    const active = document.activeElement;
    if (!step || !(active instanceof HTMLElement) || active.dataset.at === undefined) return;
    event.preventDefault();
    const [column = 0, row = 0] = active.dataset.at.split("-").map(Number);
    for (let next = column + step[0], tries = 0; tries < 7; tries += 1, next += step[0]) {
      const target =
        grid.current?.querySelector<HTMLElement>(`[data-at="${next}-${row + step[1]}"]`) ??
        (step[0] === 0 ? null : grid.current?.querySelector<HTMLElement>(`[data-at="${next}-0"]`));
      if (target) return target.focus();
      if (step[0] === 0) return;
    }
  };
  const first = days.findIndex((day) => sessions.some((session) => session.day === day));
  return (
    <table className="week-grid" ref={grid} role="grid" aria-label={t("calendar.grid")} onKeyDown={onKey}>
      <thead>
        <tr>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === today() ? "" : undefined}>
              {formatWeekday(day, t.lang)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {days.map((day, column) => {
            const ofDay = sessions.filter((session) => session.day === day);
            const lost = lostOn(day);
            return (
              <td
                key={day}
                data-day={formatWeekday(day, t.lang)}
                data-today={day === today() ? "" : undefined}
                data-empty={ofDay.length === 0 && !lost ? "" : undefined}
              >
                <div className="week-day">
                  {lost && (
                    <span className="week-free">
                      {t("free", {
                        reason: (lost.holiday && t.maybe(`holiday.${lost.holiday}`)) ?? lost.closure ?? "–",
                      })}
                    </span>
                  )}
                  {ofDay.map((session, row) => (
                    <SessionCell
                      key={session.id}
                      session={session}
                      minutesPerHour={group.minutesPerHour}
                      at={`${column}-${row}`}
                      first={column === first && row === 0}
                      onChoose={onChoose}
                    />
                  ))}
                </div>
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}

type CellProps = {
  session: SessionLine;
  minutesPerHour: number;
  at: string;
  first: boolean;
  onChoose: ((session: SessionLine) => void) | undefined;
};

function SessionCell({ session, minutesPerHour, at, first, onChoose }: CellProps) {
  const t = useMessages(programmeMessages);
  const nameOf = useModuleName();
  const words = (
    <>
      <strong>{session.startsAt}</strong>
      <span>{nameOf(session)}</span>
      <span className="small soft">
        {t("hours", { hours: session.minutes / minutesPerHour })}
        {session.room && ` · ${session.room}`}
      </span>
    </>
  );
  const shared = { className: "week-session", "data-at": at, tabIndex: first ? 0 : -1 };
  return onChoose ? (
    <button type="button" {...shared} aria-haspopup="dialog" onClick={() => onChoose(session)}>
      {words}
    </button>
  ) : (
    <Link to={`/register/${session.id}`} {...shared}>
      {words}
    </Link>
  );
}
