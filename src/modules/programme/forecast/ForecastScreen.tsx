import { useQuery } from "@tanstack/react-query";
import { hoursText } from "../../../platform/hoursText.ts";
import { LOCALE } from "../../../platform/messages.ts";
import { getJson } from "../../../platform/ui/api.ts";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatWeekday } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { calendarMessages } from "../calendar/messages.ts";
import { programmeMessages } from "../messages.ts";
import { clockOf } from "../timeOfDay.ts";
import { timetableMessages } from "../timetable/messages.ts";
import type { Forecast, ModuleForecast } from "./contract.ts";
import { forecastMessages } from "./messages.ts";
import "../programme.css";

const forecastQuery = (groupId: string) => ({
  queryKey: ["programme", "forecast", groupId],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<Forecast>(`/api/groups/${groupId}/forecast`, { signal }),
});

/** Where each module will end, and whether the rest of the calendar can hold what is missing. Source: docs/domain/rules.md R-PRG-04 */
export function ForecastScreen() {
  const t = useMessages(forecastMessages);
  const p = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const forecast = useQuery(forecastQuery(groupId));
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  return (
    <Page
      title={t("forecast.title")}
      lead={t("forecast.lead")}
      back={{ to: `/groups/${groupId}`, label: forecast.data?.groupName ?? "" }}
      actions={
        plans && (
          <>
            <LinkButton to={`/groups/${groupId}/modules`}>{p("modules.title")}</LinkButton>
            <LinkButton to={`/groups/${groupId}/plan`}>{t("plan")}</LinkButton>
          </>
        )
      }
    >
      <Loaded query={forecast} lines={12}>
        {(data) => <Expected forecast={data} />}
      </Loaded>
    </Page>
  );
}

function Expected({ forecast }: { forecast: Forecast }) {
  const t = useMessages(forecastMessages);
  const p = useMessages(programmeMessages);
  const words = useMessages(timetableMessages);
  const hours = (minutes: number) => hoursText(minutes, t.lang, forecast.minutesPerHour);
  const { freeMinutes, total, fit, troubles } = forecast;
  const { missingMinutes: missing, missedMinutes: missed, fitsMinutes: fits } = total;
  return (
    <>
      <p>
        {t("forecast.all", {
          held: hours(total.heldMinutes),
          planned: hours(total.plannedMinutes),
          ahead: hours(total.aheadMinutes + total.openMinutes),
        })}{" "}
        {total.endPercent !== null && t("forecast.end", { percent: total.endPercent.toLocaleString(LOCALE[t.lang]) })}{" "}
        {!fit.exceeds &&
          t("forecast.slack", {
            planned: hours(fit.plannedMinutes),
            capacity: hours(fit.capacityMinutes),
            slack: hours(fit.capacityMinutes - fit.plannedMinutes),
          })}
      </p>
      {fit.exceeds && (
        <Notice tone="due">
          {t("forecast.exceeds", {
            planned: hours(fit.plannedMinutes),
            capacity: hours(fit.capacityMinutes),
            over: hours(fit.plannedMinutes - fit.capacityMinutes),
          })}
        </Notice>
      )}
      {missing > 0 && (
        <Notice tone={fits !== null && fits >= missing ? "info" : "due"}>
          {freeMinutes === null || fits === null
            ? t("forecast.unknown")
            : t("forecast.missing", { missing: hours(missing), fits: hours(fits), free: hours(freeMinutes) })}{" "}
          {freeMinutes !== null && freeMinutes < missing && t("forecast.tooLittle")}
        </Notice>
      )}
      {missed > 0 && <Notice tone="due">{t("forecast.missed", { hours: hours(missed) })}</Notice>}
      {troubles.length > 0 && <Troubles forecast={forecast} />}
      <DataTable
        label={t("forecast.title")}
        rows={forecast.modules}
        rowId={(row) => row.moduleId}
        empty={<EmptyState title={t("forecast.empty")} />}
        columns={[
          {
            id: "module",
            label: t("module"),
            main: true,
            cell: (row) => (
              <>
                {row.name ?? p.maybe(`module.${row.code}`) ?? row.code}
                {row.optional && <span className="small soft"> ({t("optional")})</span>}
              </>
            ),
          },
          { id: "planned", label: t("planned"), number: true, cell: (row) => hours(row.plannedMinutes) },
          { id: "held", label: t("held"), number: true, cell: (row) => hours(row.heldMinutes) },
          { id: "ahead", label: t("ahead"), number: true, cell: (row) => hours(row.aheadMinutes + row.openMinutes) },
          { id: "missing", label: t("missing"), number: true, cell: (row) => hours(row.missingMinutes) },
          {
            id: "fits",
            label: t("fits"),
            number: true,
            cell: (row) => (row.fitsMinutes === null || row.missingMinutes === 0 ? "–" : hours(row.fitsMinutes)),
            wideOnly: true,
          },
          { id: "end", label: t("end"), number: true, cell: (row) => <End row={row} /> },
          { id: "picture", label: t("picture"), cell: (row) => <ShareBar row={row} />, wideOnly: true },
        ]}
      />
      {forecast.lost.length > 0 && (
        <details>
          <summary>{words("preview.lost", { count: forecast.lost.length })}</summary>
          <ul className="lost-days">
            {forecast.lost.map(({ day, holiday, closure }) => (
              <li key={day}>
                {formatWeekday(day, t.lang)}: {holiday ? p.maybe(`holiday.${holiday}`) : closure}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Classes that stand in the calendar and cannot be held there, or should be looked at; each leads to its week. */
function Troubles({ forecast: { troubles, modules, total, minutesPerHour } }: { forecast: Forecast }) {
  const t = useMessages(forecastMessages);
  const p = useMessages(programmeMessages);
  const c = useMessages(calendarMessages);
  const nameOf = (moduleId: string) => {
    const module = modules.find((each) => each.moduleId === moduleId);
    return module?.name ?? p.maybe(`module.${module?.code}`) ?? module?.code ?? "–";
  };
  return (
    <Notice tone="due" title={t("trouble.title", { count: troubles.length })}>
      {total.lostMinutes > 0 && (
        <p>{t("trouble.lost", { hours: hoursText(total.lostMinutes, t.lang, minutesPerHour) })}</p>
      )}
      <ul>
        {troubles.slice(0, 12).map(({ sessionId, moduleId, day, startsAt, isLost, kinds }) => (
          <li key={sessionId}>
            <AppLink to={`/calendar?on=${day}`}>
              {t("trouble.line", {
                day: formatWeekday(day, t.lang),
                time: clockOf(startsAt),
                module: nameOf(moduleId),
              })}
            </AppLink>{" "}
            {kinds.map((kind) => c.maybe(`breach.${kind}`)).join(" ") || (isLost && t("trouble.cannot"))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function End({ row }: { row: ModuleForecast }) {
  const t = useMessages(forecastMessages);
  if (row.endPercent === null) return "–";
  const words = `${row.endPercent.toLocaleString(LOCALE[t.lang])}%`;
  if (!row.warning) return words;
  return (
    <Status tone="due" icon="warning">
      {words}, {t(row.warning === "programme.under_delivered" ? "warning.under" : "warning.over")}
    </Status>
  );
}

/** Held and ahead as shares of the plan. */
function ShareBar({ row }: { row: ModuleForecast }) {
  const t = useMessages(forecastMessages);
  if (row.heldPercent === null || row.endPercent === null) return null;
  const held = Math.min(100, row.heldPercent);
  const ahead = Math.max(0, Math.min(100, row.endPercent) - held);
  return (
    <span
      className="forecast-bar"
      role="img"
      aria-label={t("picture.of", { held: row.heldPercent, end: row.endPercent })}
    >
      <span className="forecast-held" style={{ inlineSize: `${held}%` }} />
      <span className="forecast-ahead" style={{ inlineSize: `${ahead}%` }} />
    </span>
  );
}
