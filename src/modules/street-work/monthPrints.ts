import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import type { CellValue, ColumnType, Sheet } from "../../platform/spreadsheet/sheet.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { localTimeIn } from "../../platform/time/instant.ts";
import { letterheadOf } from "../organisation/public.ts";
import { outreachMessages } from "../outreach/messages.ts";
import type { StreetMonth } from "./contract.ts";
import { monthMessages } from "./monthMessages.ts";
import {
  cellWords,
  isList,
  type MonthColumn,
  type MonthTable,
  monthWords,
  sumInParts,
  tablesOfMonth,
} from "./monthTables.ts";

const template = new URL("./documents/month.typ", import.meta.url).href;

/** A month as it was given out. */
export type FrozenMonth = {
  id: string;
  versionNo: number;
  correctionReason: string | null;
  narrative: string | null;
  contentHash: string;
  frozenBy: string;
  frozenAt: string;
  report: StreetMonth;
};

const wordsOf = (lang: Lang) => ({ t: translate(monthMessages, lang), o: translate(outreachMessages, lang) });

/** What says which month and version it is, by whom and when, with the hash of what was counted. */
function factsOf({ report, ...frozen }: FrozenMonth, lang: Lang): [string, string][] {
  const { t } = wordsOf(lang);
  const { day, time } = localTimeIn(frozen.frozenAt, "Europe/Warsaw");
  return [
    [t("month.unit"), report.unit.name],
    [t("month.month"), monthWords(report.month, lang)],
    [t("month.versionNo"), String(frozen.versionNo)],
    ...(frozen.correctionReason ? [[t("month.reason"), frozen.correctionReason] as [string, string]] : []),
    [t("month.frozenBy"), `${frozen.frozenBy}, ${day} ${time.slice(0, 5)}`],
    [t("month.snapshotId"), frozen.id],
    [t("month.hash"), frozen.contentHash],
  ];
}

/** The month on paper, tagged; nobody served is named in it. */
export async function printMonth(context: WorkContext, frozen: FrozenMonth, lang: Lang): Promise<GivenFile> {
  const { t } = wordsOf(lang);
  const { organisation, pictures } = await letterheadOf(context);
  const [sum, ...rest] = tablesOfMonth(frozen.report, wordsOf(lang));
  const papers = (tables: readonly MonthTable[]) => tables.map((table) => onPaper(table, lang));
  const { bytes } = await renderPdf({
    template,
    title: t("month.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, version: frozen.versionNo, issuedOn: localTimeIn(frozen.frozenAt, "Europe/Warsaw").day },
      // a hash is one long word: in parts of eight it breaks on the page
      facts: factsOf({ ...frozen, contentHash: frozen.contentHash.replace(/.{8}(?=.)/g, "$& ") }, lang),
      number: t("month.count"),
      sum: sum ? sumInParts(sum, lang) : [],
      narrative: { title: t("month.narrative"), text: frozen.narrative },
      tables: papers(rest.filter((table) => !isList(table))),
      lists: papers(rest.filter(isList)),
      empty: t("month.none"),
      notes: [t("month.unitsNote"), t("month.workersNote")],
    },
  });
  return { bytes, mediaType: "application/pdf", name: `${fileName(frozen)}.pdf` };
}

const onPaper = ({ title, columns, rows }: MonthTable, lang: Lang) => ({
  title,
  columns: columns.map((column, i) => ({ title: column.title, number: i > 0 })),
  rows: rows.map((row) => row.map((cell, i) => cellWords(cell, columns[i]?.kind ?? "text", lang))),
});

const types: Readonly<Record<MonthColumn["kind"], ColumnType>> = {
  text: "text",
  count: "int",
  decimal: "decimal",
  percent: "percent",
};

/** The month as a spreadsheet: a sheet for each table, percentages as parts of one; texts are never formulas. */
export async function tabulateMonth(frozen: FrozenMonth, lang: Lang): Promise<GivenFile> {
  const { t } = wordsOf(lang);
  const facts: Sheet = {
    name: t("month.about"),
    columns: [
      { title: t("month.about"), type: "text" },
      { title: "", type: "text", width: 70 },
    ],
    rows: [...factsOf(frozen, lang), ...(frozen.narrative ? [[t("month.narrative"), frozen.narrative]] : [])],
  };
  const sheets = tablesOfMonth(frozen.report, wordsOf(lang)).map(
    ({ title, columns, rows }): Sheet => ({
      name: title,
      columns: columns.map((column) => ({ title: column.title, type: types[column.kind] })),
      rows: rows.map((row) =>
        row.map((cell, i): CellValue => (columns[i]?.kind === "percent" ? partOfOne(cell) : cell)),
      ),
    }),
  );
  const parts: Buffer[] = [];
  for await (const part of writeXlsx([...sheets, facts])) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `${fileName(frozen)}.xlsx`,
  };
}

/** 77.8 as 0.778, without the tail that binary fractions leave. */
const partOfOne = (percent: CellValue): CellValue =>
  typeof percent === "number" ? String(Math.round(percent * 10) / 1000) : percent;

const fileName = ({ report, versionNo }: FrozenMonth) => `RP-13-${report.month}-${versionNo}`;
