import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate, type PlainDate, plainDate, startOfMonth, startOfWeek } from "../../../platform/time/plainDate.ts";
import { Button, DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { shiftDay } from "../../../platform/ui/days.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { counsellingAccess } from "../../counselling/access.ts";
import type { ClassFeedOf } from "../feed/contract.ts";
import { FeedPanel } from "../feed/FeedPanel.tsx";
import { monthWords } from "../realisation/monthWords.ts";
import { calendarQuery, problemQuery } from "./api.ts";
import type { Calendar, CalendarSession } from "./contract.ts";
import { MonthTable } from "./MonthTable.tsx";
import { calendarMessages } from "./messages.ts";
import { WeekGrid } from "./WeekGrid.tsx";
import "./calendar.css";

/** Days that a view shows: a week from Monday, or the whole weeks of a month. */
function daysOf(view: string, on: PlainDate): { from: PlainDate; to: PlainDate } {
  if (view !== "month") return { from: startOfWeek(on), to: shiftDay(startOfWeek(on), 6) };
  const from = startOfWeek(startOfMonth(on));
  const last = shiftDay(startOfMonth(shiftDay(startOfMonth(on), 31)), -1);
  return { from, to: shiftDay(startOfWeek(last), 6) };
}

/** Classes of all groups within reach, by week or month, and of one room, leader or group. Who plans draws them elsewhere. */
export function CalendarScreen() {
  const t = useMessages(calendarMessages);
  const [filters, change] = useUrlFilters({ view: "week", on: "", group: "", room: "", leader: "" });
  const on = isPlainDate(filters.on) ? filters.on : plainDate(today());
  const { from, to } = daysOf(filters.view, on);
  const calendar = useQuery({ ...calendarQuery(from, to), placeholderData: (before: Calendar | undefined) => before });
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const books = useHasRole(...Object.keys(counsellingAccess["slot.list"]));
  const step = (by: 1 | -1) =>
    change({
      on:
        filters.view === "month" ? startOfMonth(shiftDay(startOfMonth(on), by === 1 ? 31 : -1)) : shiftDay(on, by * 7),
    });
  const [feeds, setFeeds] = useState(false);
  const feedOf = subjectOf(filters);
  const print = new URLSearchParams({ from, to });
  for (const code of ["group", "room", "leader"] as const) if (filters[code]) print.set(`${code}Id`, filters[code]);
  return (
    <Page
      title={t("calendar.title")}
      actions={
        <>
          {books && <LinkButton to="/consultations">{t("calendar.consultations")}</LinkButton>}
          {plans && <LinkButton to="/calendar/rooms">{t("calendar.rooms")}</LinkButton>}
          {plans && <LinkButton to="/calendar/closures">{t("calendar.closures")}</LinkButton>}
          {plans && <LinkButton to="/calendar/leaders">{t("calendar.leaders")}</LinkButton>}
          {plans && feedOf && <Button onClick={() => setFeeds(true)}>{t("calendar.feed")}</Button>}
          <DownloadLink href={`/api/calendar/print?${print}`}>{t("calendar.print")}</DownloadLink>
        </>
      }
    >
      <div className="cluster calendar-bar">
        <Button icon="left" onClick={() => step(-1)}>
          {t("calendar.before")}
        </Button>
        <Button onClick={() => change({ on: "" })}>{t("calendar.today")}</Button>
        <Button icon="right" onClick={() => step(1)}>
          {t("calendar.after")}
        </Button>
        <strong role="status">
          {filters.view === "month" ? monthWords(on, t.lang) : `${formatDay(from, t.lang)} – ${formatDay(to, t.lang)}`}
        </strong>
        <span className="cluster" role="group" aria-label={t("calendar.view")}>
          {(["week", "month"] as const).map((view) => (
            <Button key={view} pressed={filters.view === view} onClick={() => change({ view })}>
              {t(`view.${view}`)}
            </Button>
          ))}
        </span>
      </div>
      <Loaded query={calendar} lines={10}>
        {(data) => <Shown calendar={data} from={from} view={filters.view} on={on} filters={filters} change={change} />}
      </Loaded>
      {feeds && feedOf && <FeedPanel of={feedOf} onClose={() => setFeeds(false)} />}
    </Page>
  );
}

/** Whose calendar another program may read: that of the one group or room that is shown. */
function subjectOf({ group, room, leader }: { group: string; room: string; leader: string }): ClassFeedOf | undefined {
  if (leader !== "" || (group !== "" && room !== "")) return undefined;
  if (group !== "") return { of: "GROUP", subjectId: group };
  return room === "" ? undefined : { of: "ROOM", subjectId: room };
}

type ShownProps = {
  calendar: Calendar;
  from: PlainDate;
  view: string;
  on: PlainDate;
  filters: { group: string; room: string; leader: string };
  change: (change: Record<string, string>) => void;
};

const optionsOf = (pairs: readonly (readonly [string | null, string | null])[]) =>
  [...new Map(pairs.flatMap(([value, label]) => (value && label ? [[value, label] as const] : [])))].map(
    ([value, label]) => ({ value, label }),
  );

function Shown({ calendar, from, view, on, filters, change }: ShownProps) {
  const t = useMessages(calendarMessages);
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const moves = useHasRole("KIS_COORDINATOR", "CIS_MANAGER", "GROUP_LEADER");
  const unitIds = [...new Set(calendar.groups.map(({ unitId }) => unitId))];
  const problems = useQueries({ queries: plans ? unitIds.map((unitId) => problemQuery(unitId)) : [] });
  const { sessions, groups } = calendar;
  const fits = (session: CalendarSession) =>
    (!filters.group || session.groupId === filters.group) &&
    (!filters.room || session.roomId === filters.room) &&
    (!filters.leader || session.leaderId === filters.leader);
  const shown = sessions.filter(fits);
  const meetings = calendar.meetings.filter(
    (meeting) =>
      !filters.group &&
      (!filters.room || meeting.roomId === filters.room) &&
      (!filters.leader || meeting.leaderId === filters.leader),
  );
  const problemOf = (unitId: string) => problems[unitIds.indexOf(unitId)]?.data;
  const shownUnits = filters.group
    ? groups.filter(({ id }) => id === filters.group).map(({ unitId }) => unitId)
    : unitIds;
  const closures = calendar.closures.filter(({ unitId }) => shownUnits.includes(unitId));
  return (
    <>
      <Filters
        filters={[
          {
            code: "group",
            label: t("filter.group"),
            options: optionsOf(groups.map(({ id, name }) => [id, name])),
            all: t("filter.all"),
          },
          {
            code: "room",
            label: t("filter.room"),
            options: optionsOf([...sessions, ...calendar.meetings].map(({ roomId, room }) => [roomId, room])),
            all: t("filter.all"),
          },
          {
            code: "leader",
            label: t("filter.leader"),
            options: optionsOf(sessions.map(({ leaderId, leaderName }) => [leaderId, leaderName])),
            all: t("filter.everybody"),
          },
        ]}
        values={filters}
        onChange={change}
      />
      {sessions.length + meetings.length + closures.length === 0 && (
        <EmptyState
          title={t("calendar.empty")}
          text={t("calendar.emptyNext")}
          action={<LinkButton to="/groups">{t("filter.group")}</LinkButton>}
        />
      )}
      {view === "month" ? (
        <MonthTable
          from={from}
          on={on}
          sessions={shown}
          meetings={meetings}
          unitIds={shownUnits}
          closures={closures}
          onOpen={(day) => change({ view: "week", on: day })}
        />
      ) : (
        <WeekGrid
          from={from}
          sessions={shown}
          meetings={meetings}
          groups={groups}
          unitIds={shownUnits}
          closures={closures}
          moves={moves}
          problemOf={problemOf}
        />
      )}
    </>
  );
}
