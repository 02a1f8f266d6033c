import { useQuery } from "@tanstack/react-query";
import { LOCALE } from "../../platform/messages.ts";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { monthQuery } from "./api.ts";
import { answerClasses } from "./codes.ts";
import type { MonthLine } from "./contract.ts";
import { referralMessages } from "./messages.ts";

/** The last twelve months, newest first, as `YYYY-MM`. */
function lastMonths(): string[] {
  const [year = 0, month = 1] = today().split("-").map(Number);
  return Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7));
}

/** Reports of a month by district and service, for the meeting of partners (RP-13). */
export function MonthScreen() {
  const t = useMessages(referralMessages);
  const months = lastMonths();
  const [values, setValues] = useUrlFilters({ month: months[0] ?? "" });
  const month = months.includes(values.month) ? values.month : (months[0] ?? "");
  const view = useQuery(monthQuery(month));
  const words = new Intl.DateTimeFormat(LOCALE[t.lang], { month: "long", year: "numeric", timeZone: "UTC" });
  const number = new Intl.NumberFormat(LOCALE[t.lang], { maximumFractionDigits: 1 });
  const minutes = (value: number | null) => (value === null ? "–" : number.format(value));
  const outcomesOf = ({ outcomes }: Pick<MonthLine, "outcomes">) =>
    answerClasses.flatMap((one) => (outcomes[one] ? `${t(`outcome.${one}`)} ${outcomes[one]}` : [])).join(", ") || "–";
  const columns: Column<MonthLine>[] = [
    { id: "area", label: t("area"), main: true, cell: (line) => line.area, sort: (line) => line.area },
    { id: "service", label: t("service"), cell: (line) => t(`service.${line.service}`), sort: (line) => line.service },
    {
      id: "reports",
      label: t("month.reports"),
      number: true,
      cell: (line) => line.reports,
      sort: (line) => line.reports,
    },
    {
      id: "answered",
      label: t("month.answered"),
      number: true,
      cell: (line) => line.answered,
      sort: (line) => line.answered,
    },
    { id: "median", label: t("month.median"), number: true, cell: (line) => minutes(line.medianMinutes) },
    { id: "p90", label: t("month.p90"), number: true, cell: (line) => minutes(line.p90Minutes) },
    { id: "outcomes", label: t("month.outcomes"), cell: (line) => outcomesOf(line) },
  ];
  const file = (kind: "pdf" | "xlsx") => `/api/notifications/month/${kind}?month=${month}&lang=${t.lang}`;
  return (
    <Page
      title={t("month.title")}
      back={{ to: "/notifications", label: t("list.title") }}
      actions={
        <>
          <DownloadLink href={file("pdf")}>{t("month.pdf")}</DownloadLink>
          <DownloadLink href={file("xlsx")}>{t("month.xlsx")}</DownloadLink>
        </>
      }
    >
      <Filters
        filters={[
          {
            code: "month",
            label: t("month.month"),
            options: months.map((value) => ({ value, label: words.format(new Date(`${value}-01T00:00:00Z`)) })),
          },
        ]}
        values={{ month }}
        onChange={setValues}
      />
      <Loaded query={view} lines={6}>
        {({ lines, total, turnedDown }) => (
          <>
            <Card title={t("month.total")}>
              <Definitions
                columns={2}
                items={[
                  { term: t("month.reports"), value: total.reports },
                  { term: t("month.answered"), value: total.answered },
                  { term: t("month.median"), value: minutes(total.medianMinutes) },
                  { term: t("month.p90"), value: minutes(total.p90Minutes) },
                  { term: t("month.turnedDown"), value: turnedDown },
                  { term: t("month.outcomes"), value: outcomesOf(total) },
                ]}
              />
            </Card>
            <DataTable
              label={t("month.byArea")}
              columns={columns}
              rows={lines}
              rowId={(line) => `${line.area} ${line.service}`}
              empty={<EmptyState title={t("month.none")} />}
            />
            <p className="soft">{t("month.basis")}</p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
