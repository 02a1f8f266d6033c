import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { outreachMessages } from "../outreach/messages.ts";
import type { StreetMonth } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

/** A line for each worker; the sum stands above, for two workers may have met the same person. */
export function WorkerTable({ report }: { report: StreetMonth }) {
  const t = useMessages(streetWorkMessages);
  return (
    <Card title={t("month.workers")}>
      <DataTable
        label={t("month.workers")}
        rows={report.workers}
        rowId={(line) => line.id}
        empty={<EmptyState title={t("month.none")} />}
        columns={[
          { id: "name", label: t("report.worker"), main: true, cell: (line) => line.name },
          { id: "shifts", label: t("month.shifts"), number: true, cell: (line) => line.figures.shifts },
          { id: "hours", label: t("month.hours"), number: true, cell: (line) => line.figures.hours },
          { id: "first", label: t("report.first"), number: true, cell: (line) => line.figures.contactsFirst },
          { id: "repeat", label: t("report.repeat"), number: true, cell: (line) => line.figures.contactsRepeat },
          {
            id: "people",
            label: t("report.people"),
            cell: ({ figures }) => t("month.line", { known: figures.known, unknown: figures.unknown }),
          },
          {
            id: "reports",
            label: t("month.reports"),
            cell: ({ reports }) => `${reports.accepted} · ${reports.waiting} · ${reports.missing}`,
          },
        ]}
      />
    </Card>
  );
}

/** A line for each district. */
export function AreaTable({ report }: { report: StreetMonth }) {
  const t = useMessages(streetWorkMessages);
  if (report.areas.length === 0) return null;
  return (
    <Card title={t("month.areas")}>
      <DataTable
        label={t("month.areas")}
        rows={report.areas}
        rowId={(line) => line.area}
        empty={<EmptyState title={t("month.none")} />}
        columns={[
          { id: "area", label: t("month.area"), main: true, cell: (line) => line.area || t("month.noArea") },
          { id: "contacts", label: t("month.contacts"), number: true, cell: (line) => line.contacts },
          { id: "known", label: t("report.known"), number: true, cell: (line) => line.known },
          { id: "unknown", label: t("report.unknown"), number: true, cell: (line) => line.unknown },
        ]}
      />
    </Card>
  );
}

/** What the cards say, by code: how many cards, not how many people. */
export function CodeTables({ report }: { report: StreetMonth }) {
  const t = useMessages(streetWorkMessages);
  const o = useMessages(outreachMessages);
  const lines = [
    { title: t("month.sexes"), rows: report.sexes.map(({ code, cards }) => [o(`sex.${code}`), cards] as const) },
    { title: t("month.ages"), rows: report.ageBands.map(({ code, cards }) => [o(`age.${code}`), cards] as const) },
    {
      title: t("month.siteTypes"),
      rows: report.siteTypes.map(({ code, cards }) => [o(`siteType.${code}`), cards] as const),
    },
    { title: t("month.needs"), rows: report.needs.map(({ code, cards }) => [o(`need.${code}`), cards] as const) },
    { title: t("month.actions"), rows: report.actions.map(({ code, cards }) => [o(`action.${code}`), cards] as const) },
    { title: t("report.aid"), rows: report.aid.map(({ item, quantity }) => [o(`aid.${item}`), quantity] as const) },
  ].filter(({ rows }) => rows.length > 0);
  if (lines.length === 0) return null;
  return (
    <FormSection question={t("month.codes")} optional lazy hint={t("month.codesHint")}>
      {lines.map(({ title, rows }) => (
        <p key={title}>
          <strong>{title}:</strong> {rows.map(([words, count]) => `${words} ${count}`).join(", ")}
        </p>
      ))}
    </FormSection>
  );
}
