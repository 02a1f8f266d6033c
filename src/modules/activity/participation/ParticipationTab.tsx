import { useQuery } from "@tanstack/react-query";
import { hoursText } from "../../../platform/hoursText.ts";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { activityAccess } from "../access.ts";
import { participationQuery } from "../api.ts";
import { courseMessages } from "../course/messages.ts";
import { gatheringMessages } from "../gathering/messages.ts";
import { activityMessages } from "../messages.ts";
import type { Participation } from "./contract.ts";
import "../../../platform/ui/record.css";

/** The part "activities" of a person's file: what they took part in beside the timetable. */
export function ParticipationTab({ personId }: { personId: string }) {
  const t = useMessages(activityMessages);
  const query = useQuery(participationQuery(personId));
  return (
    <Loaded query={query} lines={4}>
      {(view) => {
        const { visits, courses, gatherings, exchange } = view;
        const exchanged = exchange.given + exchange.received > 0;
        if (visits.length + courses.length + gatherings.length === 0 && !exchanged)
          return <EmptyState title={t("tab.none")} />;
        return (
          <div className="stack">
            {courses.length > 0 && <Courses courses={courses} />}
            {visits.length > 0 && <Visits visits={visits} />}
            {gatherings.length > 0 && <Gatherings gatherings={gatherings} />}
            {exchanged && (
              <Card title={t("tab.exchange")}>
                <p>
                  {t("tab.exchangeText", {
                    given: hoursText(exchange.given, t.lang),
                    received: hoursText(exchange.received, t.lang),
                  })}
                </p>
              </Card>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Courses({ courses }: Pick<Participation, "courses">) {
  const t = useMessages(activityMessages);
  const c = useMessages(courseMessages);
  const opens = useHasRole(...Object.keys(activityAccess["course.read"]));
  return (
    <Card title={t("tab.courses")}>
      {courses.map(({ id, name, kind, startsOn, endsOn, left, certificate }) => (
        <div key={id} className="record-line">
          <span className="cluster">
            {opens ? <AppLink to={`/activities/courses/${id}`}>{name}</AppLink> : <strong>{name}</strong>}
            <span>{c(`kind.${kind}`)}</span>
            {left && <span>{t("tab.left")}</span>}
            {certificate && <span>{t("tab.certificate", { number: certificate })}</span>}
          </span>
          <span className="soft small">{`${formatDay(startsOn, t.lang)} – ${formatDay(endsOn, t.lang)}`}</span>
        </div>
      ))}
    </Card>
  );
}

function Visits({ visits }: Pick<Participation, "visits">) {
  const t = useMessages(activityMessages);
  return (
    <Card title={t("tab.visits")}>
      <DataTable
        label={t("tab.visits")}
        rows={visits}
        rowId={(row) => row.month}
        empty={null}
        columns={[
          {
            id: "month",
            label: t("tab.month"),
            main: true,
            cell: (row) => `${row.month.slice(5)}.${row.month.slice(0, 4)}`,
            sort: (row) => row.month,
          },
          { id: "days", label: t("tab.days"), number: true, cell: (row) => row.days, sort: (row) => row.days },
          { id: "last", label: t("tab.last"), cell: (row) => <DateText day={row.lastOn} />, sort: (row) => row.lastOn },
        ]}
      />
    </Card>
  );
}

function Gatherings({ gatherings }: Pick<Participation, "gatherings">) {
  const t = useMessages(activityMessages);
  const g = useMessages(gatheringMessages);
  return (
    <Card title={t("tab.gatherings")}>
      {gatherings.map(({ id, kind, day, helpedMinutes }) => (
        <p key={id} className="record-line">
          <span>
            {g(`kind.${kind}`)}
            {helpedMinutes !== null && `, ${t("tab.helped", { hours: hoursText(helpedMinutes, t.lang) })}`}
          </span>
          <span className="soft small">
            <DateText day={day} />
          </span>
        </p>
      ))}
    </Card>
  );
}
