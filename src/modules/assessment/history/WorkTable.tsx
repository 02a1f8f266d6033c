import { Button } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { WorkHistory, WorkPeriod } from "./contract.ts";
import { gapText, leavingText, periodTime, timeText, workText } from "./historyWords.ts";
import { historyMessages } from "./messages.ts";

type Row = { id: string; from: string; time: string; period?: WorkPeriod; gap?: WorkHistory["gaps"][number] };

/** The periods and the gaps between them, newest first: what the picture shows, in words. */
export function WorkTable({ history, onEdit }: { history: WorkHistory; onEdit: (period: WorkPeriod) => void }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const rows: Row[] = [
    ...history.periods.map((period) => ({
      id: period.id,
      from: period.from,
      time: periodTime(period, t),
      period,
    })),
    ...history.gaps.map((gap) => ({ id: gap.from, from: gap.from, time: timeText(gap.from, gap.to, t), gap })),
  ].toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const columns: Column<Row>[] = [
    {
      id: "what",
      label: t("what"),
      main: true,
      cell: ({ period, gap }) =>
        period ? workText(period, t) : <Status tone="due">{gap && t("gap", { count: gap.months })}</Status>,
    },
    { id: "time", label: t("time"), cell: (row) => row.time },
    { id: "form", label: t("form"), cell: (row) => <About row={row} /> },
    { id: "leaving", label: t("leaving"), cell: ({ period }) => period && (leavingText(period, t) || null) },
    {
      id: "certificate",
      label: t("certificate"),
      cell: ({ period }) => period && period.certificate !== "UNKNOWN" && t(`document.${period.certificate}`),
    },
  ];
  if (history.mayWrite)
    columns.push({
      id: "edit",
      label: t("edit"),
      cell: ({ period, time: when }) =>
        period && (
          <Button kind="plain" icon="edit" label={`${t("edit")}: ${when}`} onClick={() => onEdit(period)}>
            {t("edit")}
          </Button>
        ),
    });
  return (
    <>
      <DataTable label={t("title")} columns={columns} rows={rows} rowId={({ id }) => id} empty={null} />
      {history.clashes.map((clash) => (
        <Notice key={`${clash.periodId} ${clash.from}`} tone="due">
          {t("clash", { from: formatDay(clash.from, lang), to: formatDay(clash.to, lang) })}
        </Notice>
      ))}
    </>
  );
}

function About({ row: { period, gap } }: { row: Row }) {
  const t = useMessages(historyMessages);
  if (period) return t(`form.${period.form}`);
  return gap ? gapText(gap, t) : null;
}
