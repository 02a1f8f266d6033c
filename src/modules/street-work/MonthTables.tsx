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
import { cellWords, type MonthCell, type MonthTable, tablesOfMonth } from "./monthTables.ts";

/** The month's figures: the team's sum, then who, where and what, as PDF and spreadsheet have them. */
export function MonthTables({ report }: { report: StreetMonth }) {
  const t = useMessages(monthMessages);
  const o = useMessages(outreachMessages);
  const [sum, ...tables] = tablesOfMonth(report, { t, o });
  return (
    <>
      {sum && <Sum table={sum} report={report} />}
      {tables
        .filter(({ columns }) => columns.length > 3)
        .map((table) => (
          <Card key={table.id} title={table.title}>
            <Table table={table} />
          </Card>
        ))}
      <FormSection question={t("month.details")} optional lazy hint={t("month.detailsHint")}>
        {tables
          .filter(({ columns }) => columns.length <= 3)
          .map((table) => (
            <Table key={table.id} table={table} />
          ))}
      </FormSection>
      <p className="soft small">
        {t("month.unitsNote")} {t("month.workersNote")}
      </p>
    </>
  );
}

function Sum({ table, report: { team, broughtIn } }: { table: MonthTable; report: StreetMonth }) {
  const t = useMessages(monthMessages);
  const shown = table.rows.map(([term, number = null, part = null]) => ({
    term: String(term),
    value: part === null ? cellWords(number, "decimal", t.lang) : cellWords(part, "percent", t.lang),
  }));
  return (
    <Card title={t("month.line", { known: team.known, unknown: team.unknown })}>
      <Definitions columns={2} items={shown} />
      <p className="soft small">
        {broughtIn.openUntil ? t("month.growing", { day: formatDay(broughtIn.openUntil, t.lang) }) : t("month.final")}
      </p>
    </Card>
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
        number: column.kind !== "text",
        cell: (row: MonthCell[]) => cellWords(row[at] ?? null, column.kind, t.lang),
      }))}
    />
  );
}
