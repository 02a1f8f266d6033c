import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { outreachMessages } from "../outreach/messages.ts";
import type { StreetMonth } from "./contract.ts";
import { monthMessages } from "./monthMessages.ts";
import "./month.css";
import { cellWords, type MonthCell, type MonthTable, isList, sumInParts, tablesOfMonth } from "./monthTables.ts";

/** The month's figures: the team's sum, then who, where and what, as PDF and spreadsheet have them. */
export function MonthTables({ report }: { report: StreetMonth }) {
  const t = useMessages(monthMessages);
  const o = useMessages(outreachMessages);
  if (report.workers.length + report.areas.length === 0) return <EmptyState title={t("month.none")} />;
  const [sum, ...tables] = tablesOfMonth(report, { t, o });
  return (
    <>
      {sum && <Sum table={sum} report={report} />}
      {tables
        .filter((table) => !isList(table))
        .map((table) => (
          <Card key={table.id} title={table.title}>
            <Table table={table} />
          </Card>
        ))}
      <FormSection question={t("month.details")} optional lazy hint={t("month.detailsHint")}>
        <Parts
          parts={tables.filter(isList).map(({ title, columns, rows }) => ({
            title: `${title}, ${columns
              .slice(1)
              .map((column) => column.title)
              .join(" / ")}`,
            rows: rows.map(([what, ...figures]) => ({
              what: String(what),
              figure: figures.map((figure) => cellWords(figure, "count", t.lang)).join(" / "),
            })),
          }))}
        />
      </FormSection>
      <p className="soft small">
        {t("month.unitsNote")} {t("month.workersNote")}
      </p>
    </>
  );
}

function Sum({ table, report: { team, broughtIn } }: { table: MonthTable; report: StreetMonth }) {
  const t = useMessages(monthMessages);
  return (
    <Card title={t("month.line", { known: team.known, unknown: team.unknown })}>
      <Parts parts={sumInParts(table, t.lang)} />
      <p className="soft small">
        {broughtIn.openUntil ? t("month.growing", { day: formatDay(broughtIn.openUntil, t.lang) }) : t("month.final")}
      </p>
    </Card>
  );
}

/** Words and figures in columns side by side where there is room. */
function Parts({ parts }: { parts: ReturnType<typeof sumInParts> }) {
  return (
    <div className="month-parts">
      {parts.map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <Definitions items={rows.map(({ what, figure }) => ({ term: what, value: figure }))} />
        </section>
      ))}
    </div>
  );
}

function Table({ table: { title, columns, rows } }: { table: MonthTable }) {
  const t = useMessages(monthMessages);
  return (
    <DataTable
      label={title}
      rows={rows}
      rowId={(row) => String(rows.indexOf(row))}
      empty={<EmptyState title={t("month.none")} />}
      columns={columns.map((column, at) => ({
        id: String(at),
        label: column.title,
        main: at === 0,
        number: at > 0,
        cell: (row: MonthCell[]) => cellWords(row[at] ?? null, column.kind, t.lang),
      }))}
    />
  );
}
