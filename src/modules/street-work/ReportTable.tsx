import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { dayOfInstant, formatClock, formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { ReportState } from "./codes.ts";
import type { WorkReportLine } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

const tones: Readonly<Record<ReportState, StatusTone>> = {
  DRAFT: "neutral",
  SUBMITTED: "due",
  RETURNED: "danger",
  ACCEPTED: "confirmed",
};

/** The state of a report in words. */
export function ReportStatus({ state }: { state: ReportState }) {
  const t = useMessages(streetWorkMessages);
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
}

/** Reports of workers and shifts; a line without a report leads nowhere. */
export function ReportTable({
  label,
  empty,
  lines,
}: {
  label: string;
  empty: string;
  lines: readonly WorkReportLine[];
}) {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const hours = ({ startedAt, endedAt }: WorkReportLine) =>
    `${formatClock(startedAt, lang)}–${endedAt ? formatClock(endedAt, lang) : "…"}`;
  return (
    <DataTable
      label={label}
      rows={lines}
      rowId={(line) => `${line.shiftId} ${line.author.id}`}
      to={(line) => (line.id && line.state !== "DRAFT" ? `/street-work/reports/${line.id}` : "/street-work")}
      empty={<EmptyState title={empty} />}
      columns={[
        { id: "author", label: t("report.worker"), main: true, cell: (line) => line.author.name },
        {
          id: "shift",
          label: t("report.shift"),
          cell: (line) => `${formatDay(dayOfInstant(line.startedAt), lang)}, ${hours(line)}`,
          sort: (line) => line.startedAt,
        },
        { id: "cards", label: t("report.cards"), number: true, cell: (line) => line.cards },
        {
          id: "state",
          label: t("report.state"),
          cell: (line) => (
            <span className="cluster">
              <ReportStatus state={line.state} />
              {line.asksForSupervision && <Status tone="due">{t("office.supervision")}</Status>}
            </span>
          ),
        },
      ]}
    />
  );
}
