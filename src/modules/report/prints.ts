import type { GivenFile, WorkContext } from "../../platform/command.ts";
import type { DocumentFrame } from "../../platform/documents/documentTypes.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import type { CellValue } from "../../platform/spreadsheet/sheet.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { letterheadOf } from "../organisation/public.ts";
import type { EffectivenessLine, FrozenReport } from "./contract.ts";
import { reportMessages } from "./messages.ts";
import { dayWords, factsOf, personsTable, type ReportTable, tablesOf } from "./tables.ts";

const template = new URL("./documents/effectiveness.typ", import.meta.url).href;

/** What was sent, when the report is a frozen one. */
export type Sent = {
  versionNo: number;
  contentHash: string;
  correctionReason: string | null;
  sentOn: string;
  sentByName: string;
};

function cellWords(value: CellValue, type: string, lang: Lang): string {
  if (value === null || value === undefined) return "–";
  if (type !== "percent") return String(value);
  const options = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(LOCALE[lang], options).format(Number(value));
}

/** The main table for the width of a page: what is achieved and what is needed share a column. */
function narrow(table: ReportTable, report: FrozenReport, lang: Lang): ReportTable {
  const t = translate(reportMessages, lang);
  const [who, participants, , , socialRate, , , employmentRate] = table.columns;
  const of = (it: EffectivenessLine["social"]) =>
    it.required === null ? `${it.achieved}` : `${it.achieved}/${it.required}`;
  const both = (title: string) => ({ title, type: "int" as const, wide: false });
  return {
    ...table,
    columns: [
      who,
      participants,
      both(t("column.socialOf")),
      socialRate,
      both(t("column.employmentOf")),
      employmentRate,
    ].filter((column) => column !== undefined),
    rows: report.rows.map((line, i) => {
      const row = table.rows[i] ?? [];
      return [row[0], row[1], of(line.social), row[4], of(line.employment), row[7]];
    }),
  };
}

/** The report as an accessible PDF, without persons. */
export async function printReport(
  context: WorkContext,
  report: FrozenReport,
  sent: Sent | null,
  lang: Lang,
): Promise<GivenFile> {
  const t = translate(reportMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const frame: DocumentFrame = {
    organisation: { ...organisation, note: sent ? t("sent.version", { version: sent.versionNo }) : t("draft") },
    issuedOn: report.asAt,
    ...(sent ? { version: sent.versionNo } : {}),
  };
  const [main, ...rest] = tablesOf(report, lang);
  const sections = [...(main ? [narrow(main, report, lang)] : []), ...rest].map((table) => ({
    title: table.title,
    note: table.note,
    empty: "–",
    columns: table.columns.map(({ title, type, wide }) => ({ title, wide, number: type !== "text" })),
    rows: table.rows.map((row) => row.map((value, i) => cellWords(value, table.columns[i]?.type ?? "text", lang))),
  }));
  const reason = sent?.correctionReason ? `${t("correction")}: ${sent.correctionReason}\n` : "";
  const frozen = sent
    ? `${reason}${t("sent.by")}: ${sent.sentByName}, ${dayWords(sent.sentOn, lang)}\n${t("sent.hash")}: ${sent.contentHash}`
    : "";
  const { bytes } = await renderPdf({
    template,
    title: t("effectiveness.title"),
    lang,
    pictures,
    data: { frame, facts: factsOf(report, lang), sections, basis: t("basis"), frozen },
  });
  return { bytes, mediaType: "application/pdf", name: `${nameOf(report, sent)}.pdf` };
}

/** The report as a spreadsheet: its tables, the people by number, and what it is. */
export async function tabulateReport(report: FrozenReport, sent: Sent | null, lang: Lang): Promise<GivenFile> {
  const t = translate(reportMessages, lang);
  const about: CellValue[][] = [
    ...factsOf(report, lang),
    [t("asAt", { day: "" }).trim(), report.asAt],
    [t("sent.hash"), sent?.contentHash ?? t("draft")],
    ...(sent ? [[t("sent.by"), `${sent.sentByName}, ${sent.sentOn}`]] : []),
    ...(sent?.correctionReason ? [[t("correction"), sent.correctionReason]] : []),
  ];
  const sheets = [...tablesOf(report, lang), personsTable(report, lang)].map(({ title, columns, rows }) => ({
    name: title,
    columns,
    rows,
  }));
  const facts = {
    name: t("project"),
    columns: [
      { title: t("project"), type: "text" as const, width: 40 },
      { title: report.project.title, type: "text" as const, width: 60 },
    ],
    rows: about,
  };
  const parts: Buffer[] = [];
  for await (const part of writeXlsx([...sheets, facts])) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `${nameOf(report, sent)}.xlsx`,
  };
}

const nameOf = (report: FrozenReport, sent: Sent | null) => `RP-03-${report.asAt}${sent ? `-w${sent.versionNo}` : ""}`;
