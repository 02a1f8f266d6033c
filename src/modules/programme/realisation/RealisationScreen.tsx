import { useQuery } from "@tanstack/react-query";
import { getJson } from "../../../platform/ui/api.ts";
import { DownloadLink } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { useModuleName } from "../calendar/useModuleName.ts";
import type { Realisation } from "./contract.ts";
import { realisationMessages } from "./messages.ts";
import { hoursWords, monthWords, percentWords } from "./monthWords.ts";

const realisationQuery = (groupId: string) => ({
  queryKey: ["programme", "realisation", groupId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<Realisation>(`/api/groups/${groupId}/realisation`, { signal }),
});

/** Hours of each month that has begun beside an even course of the plan, and of its modules. Source: docs/domain/reporting.md RP-15 */
export function RealisationScreen() {
  const t = useMessages(realisationMessages);
  const groupId = useParam("groupId");
  const realisation = useQuery(realisationQuery(groupId));
  const file = (kind: string) => `/api/groups/${groupId}/realisation/${kind}?lang=${t.lang}`;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/groups/${groupId}`, label: realisation.data?.groupName ?? "" }}
      actions={
        <>
          <DownloadLink href={file("print")} icon="print">
            {t("print")}
          </DownloadLink>
          <DownloadLink href={file("export")}>{t("export")}</DownloadLink>
        </>
      }
    >
      <Loaded query={realisation} lines={12}>
        {(data) => <Months of={data} />}
      </Loaded>
    </Page>
  );
}

type Progress = Realisation["months"][number]["total"];

function Months({ of: view }: { of: Realisation }) {
  const t = useMessages(realisationMessages);
  const nameOf = useModuleName();
  const [{ month: asked }, change] = useUrlFilters({ month: "" });
  const chosen = view.months.find(({ month }) => month.startsWith(asked) && asked !== "") ?? view.months.at(-1);
  const last = view.months.at(-1);
  if (!chosen || !last) return <EmptyState title={t("none")} text={t("noneNext")} />;
  const hours = (minutes: number, signed = false) => hoursWords(minutes, view.minutesPerHour, t.lang, { signed });
  /** Columns that a month and a module have in common. */
  function progress<R>(of: (row: R) => Progress): Column<R>[] {
    const number = (
      id: "held" | "lost" | "due" | "heldTotal",
      minutes: (one: Progress) => number,
      wideOnly = false,
    ): Column<R> => ({
      id,
      label: t(id),
      number: true,
      cell: (row) => hours(minutes(of(row))),
      sort: (row) => minutes(of(row)),
      wideOnly,
    });
    return [
      number("held", ({ heldMinutes }) => heldMinutes),
      number("lost", ({ lostMinutes }) => lostMinutes),
      number("due", ({ dueMinutes }) => dueMinutes, true),
      number("heldTotal", ({ heldTotal }) => heldTotal, true),
      {
        id: "slippage",
        label: t("slippage"),
        number: true,
        cell: (row) => hours(of(row).heldTotal - of(row).dueMinutes, true),
        sort: (row) => of(row).heldTotal - of(row).dueMinutes,
      },
      {
        id: "duePercent",
        label: t("duePercent"),
        number: true,
        cell: (row) => <Share of={of(row)} />,
        sort: (row) => of(row).duePercent,
      },
    ];
  }
  const modules = view.modules.flatMap((module) => {
    const found = chosen.modules.find(({ moduleId }) => moduleId === module.id);
    return found ? [{ ...module, progress: found }] : [];
  });
  return (
    <>
      <p>
        {t("sum", {
          day: formatDay(last.until, t.lang),
          held: hours(last.total.heldTotal),
          due: hours(last.total.dueMinutes),
          percent: percentWords(last.total.duePercent, t.lang),
          whole: percentWords(last.total.planPercent, t.lang),
        })}
      </p>
      <Card title={t("months.title")}>
        <DataTable
          label={t("months.title")}
          rows={view.months}
          rowId={(row) => row.month}
          onOpen={(row) => change({ month: row.month.slice(0, 7) })}
          empty={<EmptyState title={t("none")} />}
          columns={[
            {
              id: "month",
              label: t("month"),
              main: true,
              cell: (row) => monthWords(row.month, t.lang),
              sort: (row) => row.month,
            },
            ...progress<Realisation["months"][number]>(({ total }) => total),
            {
              id: "meetings",
              label: t("meetings"),
              number: true,
              cell: (row) => t("meetings.of", { held: row.meetingsHeld, due: row.meetingsDue }),
              sort: (row) => row.meetingsHeld,
            },
          ]}
        />
      </Card>
      <Card title={t("modules.title", { month: monthWords(chosen.month, t.lang) })}>
        <Filters
          filters={[
            {
              code: "month",
              label: t("month"),
              all: monthWords(last.month, t.lang),
              options: view.months
                .slice(0, -1)
                .map(({ month }) => ({ value: month.slice(0, 7), label: monthWords(month, t.lang) })),
            },
          ]}
          values={{ month: chosen === last ? "" : chosen.month.slice(0, 7) }}
          onChange={change}
        />
        <DataTable
          label={t("modules.title", { month: monthWords(chosen.month, t.lang) })}
          rows={modules}
          rowId={(row) => row.id}
          empty={<EmptyState title={t("none")} />}
          columns={[
            {
              id: "module",
              label: t("module"),
              main: true,
              cell: (row) => nameOf({ moduleCode: row.code, moduleName: row.name }),
              sort: (row) => nameOf({ moduleCode: row.code, moduleName: row.name }),
            },
            {
              id: "plan",
              label: t("plan"),
              number: true,
              cell: (row) => hours(row.plannedMinutes),
              sort: (row) => row.plannedMinutes,
            },
            ...progress<(typeof modules)[number]>((row) => row.progress),
            {
              id: "planPercent",
              label: t("planPercent"),
              number: true,
              cell: (row) => percentWords(row.progress.planPercent, t.lang),
              sort: (row) => row.progress.planPercent,
            },
          ]}
        />
      </Card>
      <p className="small soft">
        {t("lost.note")} {t("warning.note")} {t("hoursUnit", { minutes: view.minutesPerHour })}
      </p>
    </>
  );
}

/** The share of what was due by then, with a word where somebody should look (R-PRG-04). */
function Share({ of: { duePercent, warning } }: { of: Progress }) {
  const t = useMessages(realisationMessages);
  const words = percentWords(duePercent, t.lang);
  if (warning === null) return words;
  return (
    <Status tone="due" icon="warning">
      <span className="figure">
        {words}, {t(`warning.${warning}`)}
      </span>
    </Status>
  );
}
