import { useQuery } from "@tanstack/react-query";
import { getJson, ServerProblem } from "../../platform/ui/api.ts";
import { BarFigure } from "../../platform/ui/BarFigure.tsx";
import { AppLink, BackLink, DownloadLink, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page, PageHeader } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import type { GroupCard } from "../programme/contract.ts";
import { programmeMessages } from "../programme/messages.ts";
import { programmeFit } from "../programme/rules.ts";
import { hoursQuery, ratesQuery } from "./api.ts";
import { attendanceCardAccess } from "./cards/access.ts";
import type { PersonRate } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";
import "./attendance.css";

const groupQuery = (groupId: string) => ({
  queryKey: ["programme", "group", groupId],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<GroupCard>(`/api/groups/${groupId}`, { signal }),
});

/** One group: plan against time, hours delivered, people with their attendance, what clashes. */
export function GroupScreen() {
  const group = useQuery(groupQuery(useParam("groupId")));
  return (
    <Page>
      <Loaded query={group} lines={10}>
        {(data) => <GroupOf group={data} />}
      </Loaded>
    </Page>
  );
}

function GroupOf({ group }: { group: GroupCard }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const named = useHasRole(
    "KIS_COORDINATOR",
    "CIS_MANAGER",
    "GROUP_LEADER",
    "WORKSHOP_INSTRUCTOR",
    "REINTEGRATION_SOCIAL_WORKER",
  );
  const keeps = useHasRole(...Object.keys(attendanceCardAccess["attendance-card.issue"]));
  const hoursShown = named || plans;
  const counted = useHasRole("PROJECT_COORDINATOR");
  const scheduled = group.modules.some(({ scheduledMinutes }) => scheduledMinutes > 0);
  return (
    <>
      <BackLink to="/groups">{p("groups.title")}</BackLink>
      <PageHeader
        title={group.name}
        facts={<span>{p("membersOf", { members: group.members, capacity: group.capacity })}</span>}
        line={
          <>
            <span>{group.projectTitle}</span>
            <span>
              <DateText day={group.startsOn} /> – <DateText day={group.endsOn} />
            </span>
            {group.leaders.map(({ accountId, name }) => (
              <span key={accountId}>{name}</span>
            ))}
          </>
        }
      />
      {/* below the head, which stays in view: five ways on would take half of a phone */}
      <div className="cluster">
        <LinkButton to={`/groups/${group.id}/calendar`} icon="calendar">
          {p("calendar.title")}
        </LinkButton>
        {keeps && <LinkButton to={`/groups/${group.id}/cards`}>{t("register.cards")}</LinkButton>}
        {named && (
          <DownloadLink
            href={`/api/groups/${group.id}/registers/${today().slice(0, 7)}/print?lang=${t.lang}`}
            icon="print"
          >
            {t("register.monthPrint")}
          </DownloadLink>
        )}
        {plans && <LinkButton to={`/groups/${group.id}/leaders`}>{p("leaders.choose")}</LinkButton>}
        {plans && (
          <LinkButton to={`/groups/${group.id}/members`} icon="plus">
            {p("members.add")}
          </LinkButton>
        )}
      </div>
      {!scheduled && (
        <Notice
          tone="due"
          title={p("calendar.missing")}
          actions={
            plans && (
              <LinkButton to={`/groups/${group.id}/plan`} kind="main">
                {p("calendar.make")}
              </LinkButton>
            )
          }
        >
          {p("calendar.missingNext")}
        </Notice>
      )}
      <Overlaps group={group} />
      <div className="columns">
        <Card>
          <Fit group={group} />
        </Card>
        {(hoursShown || counted) && (
          <Card>
            <Hours group={group} />
          </Card>
        )}
      </div>
      {named && <People group={group} />}
    </>
  );
}

function Overlaps({ group }: { group: GroupCard }) {
  const p = useMessages(programmeMessages);
  if (group.overlaps.length === 0) return null;
  return (
    <Notice tone="due" title={p("calendar.overlaps")}>
      <ul className="lost-days">
        {group.overlaps.slice(0, 10).map((overlap) => (
          <li key={overlap.sessionId + overlap.otherSessionId}>
            {p(`overlap.${overlap.kind}`, {
              day: formatDay(overlap.day, p.lang),
              time: overlap.startsAt,
              room: overlap.room ?? "–",
              group: overlap.otherGroup,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Fit({ group }: { group: GroupCard }) {
  const p = useMessages(programmeMessages);
  const unit = group.minutesPerHour;
  const fit = programmeFit(
    group.modules
      .filter(({ optional }) => !optional)
      .map(({ form, plannedMinutes }) => ({ form, plannedHours: plannedMinutes / unit })),
    { weeks: group.weeks, meetingsPerWeek: group.meetingsPerWeek, hoursPerMeeting: group.minutesPerMeeting / unit },
    group.consultationsInside,
  );
  const lostHours = (group.lost.length * group.minutesPerMeeting) / unit;
  return (
    <>
      <BarFigure
        title={p("fit.title")}
        bars={[
          { id: "planned", name: p("fit.planned"), value: fit.plannedHours, total: fit.capacityHours },
          ...(lostHours > 0
            ? [
                {
                  id: "held",
                  name: p("fit.afterLost"),
                  value: fit.plannedHours,
                  total: fit.capacityHours - lostHours,
                },
              ]
            : []),
        ]}
      />
      {fit.slackHours >= 0 ? (
        <p>{p("fit.slack", { hours: fit.slackHours, percent: fit.slackPercent ?? 0 })}</p>
      ) : (
        <Notice tone="due">{p("fit.over", { hours: -fit.slackHours })}</Notice>
      )}
      {group.lost.length > 0 && (
        <details>
          <summary>{p("calendar.lost", { count: group.lost.length })}</summary>
          <ul className="lost-days">
            {group.lost.map((lost) => (
              <li key={lost.day}>
                {formatDay(lost.day, p.lang)}: {(lost.holiday && p.maybe(`holiday.${lost.holiday}`)) ?? lost.closure}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Hours({ group }: { group: GroupCard }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  const hours = useQuery(hoursQuery(group.id));
  const inHours = (minutes: number) => Math.round((minutes / group.minutesPerHour) * 100) / 100;
  return (
    <Loaded query={hours} lines={8}>
      {({ modules }) => (
        <>
          <BarFigure
            title={t("hours.title")}
            bars={modules.map((module) => ({
              id: module.moduleId,
              name: module.name ?? p.maybe(`module.${module.code}`) ?? module.code,
              value: inHours(module.deliveredMinutes),
              total: inHours(module.plannedMinutes),
              ...(module.dueMinutes > 0 ? { needed: inHours(module.dueMinutes) } : {}),
            }))}
          />
          {modules
            .filter(({ warning }) => warning !== null)
            .map((module) => (
              <p key={module.moduleId}>
                <Status tone="due">
                  {module.name ?? p.maybe(`module.${module.code}`) ?? module.code}:{" "}
                  {module.warning && p(module.warning)}
                </Status>
              </p>
            ))}
          <p className="small soft">{t("hours.note")}</p>
          <p>
            <AppLink to={`/groups/${group.id}/realisation`}>{p("realisation")}</AppLink>
          </p>
        </>
      )}
    </Loaded>
  );
}

function People({ group }: { group: GroupCard }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  const rates = useQuery(ratesQuery(group.id));
  const hours = useQuery(hoursQuery(group.id));
  const isNotMet = rates.error instanceof ServerProblem && rates.error.kind === "not_found"; // a class of long ago shows the plan alone
  const [{ module: chosen }, setFilters] = useUrlFilters({ module: "" });
  const modules = hours.data?.modules ?? [];
  const module = modules.find(({ moduleId }) => moduleId === chosen);
  const rateOf = (row: PersonRate) =>
    module
      ? (row.modules.find(({ moduleId }) => moduleId === module.moduleId) ?? {
          heldMinutes: 0,
          presentMinutes: 0,
          percent: null,
        })
      : row;
  const inHours = (minutes: number) => Math.round((minutes / group.minutesPerHour) * 10) / 10;
  const percentWords = (percent: number | null) =>
    percent === null ? t("rates.none") : t("rates.value", { value: percent });
  if (isNotMet) return null;
  return (
    <Card title={`${p("members")}: ${t("rates.title").toLocaleLowerCase(t.lang)}`}>
      {modules.length > 1 && rates.data?.people.length !== 0 && (
        <SelectField
          id="rates-module"
          name="module"
          label={t("rates.module")}
          error={undefined}
          empty={t("rates.allModules")}
          options={modules.map(({ moduleId, name, code }) => ({
            value: moduleId,
            label: name ?? p.maybe(`module.${code}`) ?? code,
          }))}
          value={module?.moduleId ?? ""}
          onChange={(next) => setFilters({ module: next })}
        />
      )}
      {module && <p>{t("rates.ofModule", { value: percentWords(module.attendancePercent) })}</p>}
      <Loaded query={rates} lines={8}>
        {({ people }) => (
          <DataTable
            label={p("members")}
            rows={people}
            rowId={(row) => row.personId}
            to={(row) => `/people/${row.personId}`}
            empty={<EmptyState title={p("members.empty")} />}
            columns={[
              {
                id: "person",
                label: t("rates.person"),
                main: true,
                cell: (row) => (row.inGroup ? row.name : `${row.name} (${t("rates.left")})`),
                sort: (row) => row.name,
              },
              {
                id: "rate",
                label: t("rates.rate"),
                number: true,
                cell: (row) => percentWords(rateOf(row).percent),
                sort: (row) => rateOf(row).percent,
              },
              {
                id: "hours",
                label: t("rates.hours"),
                cell: (row) =>
                  t("rates.of", {
                    present: inHours(rateOf(row).presentMinutes),
                    held: inHours(rateOf(row).heldMinutes),
                  }),
                sort: (row) => rateOf(row).presentMinutes,
              },
              {
                id: "threshold",
                label: t("rates.threshold"),
                cell: (row) => (row.belowThreshold ? <Status tone="due">{t("rates.below")}</Status> : "–"),
                sort: (row) => (row.belowThreshold ? 0 : 1),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
