import { useQuery } from "@tanstack/react-query";
import { getJson } from "../../../platform/ui/api.ts";
import { LinkButton } from "../../../platform/ui/Button.tsx";
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
import { programmeMessages } from "../messages.ts";
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
  const groupId = useParam("groupId");
  const forecast = useQuery(forecastQuery(groupId));
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  return (
    <Page
      title={t("forecast.title")}
      lead={t("forecast.lead")}
      back={{ to: `/groups/${groupId}`, label: forecast.data?.groupName ?? "" }}
      actions={plans && <LinkButton to={`/groups/${groupId}/plan`}>{t("plan")}</LinkButton>}
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
  const hours = (minutes: number) => Math.round((minutes / forecast.minutesPerHour) * 100) / 100;
  const sum = (
    key: "plannedMinutes" | "heldMinutes" | "aheadMinutes" | "openMinutes" | "missedMinutes" | "missingMinutes",
  ) => forecast.modules.filter(({ optional }) => !optional).reduce((total, module) => total + module[key], 0);
  const [missing, missed] = [sum("missingMinutes"), sum("missedMinutes")];
  const { freeMinutes } = forecast;
  return (
    <>
      <p>
        {t("forecast.all", {
          held: hours(sum("heldMinutes")),
          planned: hours(sum("plannedMinutes")),
          ahead: hours(sum("aheadMinutes") + sum("openMinutes")),
        })}
      </p>
      {missing > 0 && (
        <Notice tone={freeMinutes !== null && freeMinutes >= missing ? "info" : "due"}>
          {freeMinutes === null
            ? t("forecast.unknown")
            : t("forecast.missing", { missing: hours(missing), free: hours(freeMinutes) })}{" "}
          {freeMinutes !== null && freeMinutes < missing && t("forecast.tooLittle")}
        </Notice>
      )}
      {missed > 0 && <Notice tone="due">{t("forecast.missed", { hours: hours(missed) })}</Notice>}
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

function End({ row }: { row: ModuleForecast }) {
  const t = useMessages(forecastMessages);
  if (row.endPercent === null) return "–";
  const words = `${row.endPercent.toLocaleString(t.lang)}%`;
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
