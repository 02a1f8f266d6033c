import { may } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { Lang } from "../../../platform/messages.ts";
import { translate } from "../../../platform/messages.ts";
import { groszeToDecimal } from "../../../platform/money.ts";
import type { CellValue, Column } from "../../../platform/spreadsheet/sheet.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import { peselsOf } from "../../person/public.ts";
import { benefitAccess } from "../access.ts";
import type { ListPerson } from "../list/contract.ts";
import { correctionGrosze, dayFigures, money } from "../list/figures.ts";
import { benefitMessages } from "../list/messages.ts";
import { namesHidden } from "../list/queries.ts";
import { benefitPaid } from "../list/store.ts";
import { benefitPaperMessages } from "./messages.ts";

/** One participant as a reader's copy shows them. `number`: instead of the name, where the whereabouts are hidden from the reader (C7). */
export type TableRow = { no: number; person: ListPerson; number: string | undefined; pesel: string | null };

type MessageKey = Parameters<ReturnType<typeof translate<typeof benefitMessages>>>[0];
type TableColumn = {
  title: MessageKey;
  type: Column["type"];
  width?: number;
  /** Says where somebody is or what they have: nothing of it of a hidden person. */
  withheld?: true;
  of: (row: TableRow, lang: Lang) => CellValue;
  /** Stands in the line of sums. */
  sum?: (person: ListPerson) => number;
};

/** 26 digits as they are read: two and then fours. */
const accountOf = ({ nrb }: Pick<ListPerson, "nrb">): string =>
  nrb ? `${nrb.slice(0, 2)} ${nrb.slice(2).replace(/(\d{4})(?=\d)/g, "$1 ")}` : "";

const contributionsOf = ({ contributions }: ListPerson): number =>
  contributions.reduce((sum, { grosze }) => sum + grosze, 0);

const amount = (title: MessageKey, of: (person: ListPerson) => number, width?: number): TableColumn => ({
  title,
  type: "money",
  of: ({ person }) => of(person),
  sum: of,
  ...(width === undefined ? {} : { width }),
});

const days = (title: MessageKey, of: (person: ListPerson) => number, width?: number): TableColumn => ({
  title,
  type: "int",
  withheld: true,
  of: ({ person }) => of(person),
  ...(width === undefined ? {} : { width }),
});

const columns = {
  no: { title: "column.no", type: "int", of: ({ no }) => no },
  name: { title: "column.name", type: "text", width: 34, of: ({ number, person }) => number ?? person.name },
  pesel: { title: "column.pesel", type: "text", width: 14, withheld: true, of: ({ pesel }) => pesel ?? "–" },
  account: {
    title: "column.account",
    type: "text",
    width: 34,
    withheld: true,
    of: ({ person }, lang) => accountOf(person) || translate(benefitMessages, lang)(`way.${person.way}`),
  },
  covered: days("column.covered", (person) => dayFigures(person).covered),
  U: days("column.U", (person) => dayFigures(person).unexcused),
  S1: days("column.S1", (person) => dayFigures(person).sickWithin, 14),
  S2: days("column.S2", (person) => dayFigures(person).sickBeyond, 12),
  O: days("column.O", (person) => dayFigures(person).other, 12),
  benefit: amount("column.benefit", ({ benefitGrosze }) => benefitGrosze),
  corrections: amount("column.corrections", correctionGrosze),
  bonus: amount("column.bonus", ({ bonusGrosze }) => bonusGrosze),
  /** Before deductions: what bailiffs take is no business of the starosta. */
  total: amount("column.total", (person) => benefitPaid(person) + person.bonusGrosze),
  deducted: amount("column.deducted", ({ deductedGrosze }) => deductedGrosze),
  pay: amount("column.pay", ({ payGrosze }) => payGrosze),
  base: amount("column.base", benefitPaid, 18),
  contributions: amount("column.contributions", contributionsOf),
  way: {
    title: "column.way",
    type: "text",
    width: 12,
    of: ({ person }, lang) => translate(benefitMessages, lang)(`way.${person.way}`),
  },
  notes: {
    title: "column.notes",
    type: "text",
    width: 60,
    withheld: true,
    of: ({ person }, lang) => notesOf(person, lang).join("; "),
  },
} as const satisfies Record<string, TableColumn>;
export type ColumnName = keyof typeof columns;

const dayColumns = ["covered", "U", "S1", "S2", "O"] as const;
/** What whoever pays needs. */
const ofList: readonly ColumnName[] = [
  "no",
  "name",
  "account",
  ...dayColumns,
  "benefit",
  "corrections",
  "bonus",
  "deducted",
  "pay",
];
/** All of RP-16, as it goes to the starosta with the request. */
const ofAnnex: readonly ColumnName[] = [
  "no",
  "name",
  "account",
  ...dayColumns,
  "benefit",
  "corrections",
  "bonus",
  "total",
  "base",
  "contributions",
];

/**
 * Which columns a reader's copy has: PESEL stands on the copies of who signs the request for the refund and on no other; the
 * accountant works with name and account. Source: docs/domain/reporting.md RP-16; docs/domain/rules.md R-ACC; docs/adr/0045
 */
export function columnsFor(copy: "LIST" | "SHEET" | "ANNEX", signs: boolean): ColumnName[] {
  const own: readonly ColumnName[] =
    copy === "ANNEX"
      ? ofAnnex
      : copy === "SHEET"
        ? [...ofList, "base", "contributions", "way", "notes"]
        : signs
          ? [...ofList, "base", "contributions"]
          : ofList;
  return own.flatMap((name) => (name === "name" && signs ? [name, "pesel"] : [name]));
}

/** Whether the reader signs requests of the unit, and so has the copy with PESEL. */
export const signsRequests = ({ actor }: WorkContext, unitId: string): boolean =>
  may(actor, benefitAccess["benefit.ask-refund"], { unit: actor.unitIds.includes(unitId) });

/** What is told of limits beside the figures. Source: docs/domain/reporting.md RP-16 */
export function notesOf({ limits, sickDaysUsed }: ListPerson, lang: Lang): string[] {
  const t = translate(benefitPaperMessages, lang);
  if (!limits) return [];
  const { trialEndsOn, endsOn, longestMonths, sickDaysLimit, daysOffUsed, daysOff } = limits;
  const day = (value: string) => formatDay(value, lang);
  return [
    ...(trialEndsOn ? [t("note.trial", { day: day(trialEndsOn) })] : []),
    ...(endsOn && longestMonths !== null ? [t("note.longest", { day: day(endsOn), months: longestMonths })] : []),
    ...(endsOn && longestMonths === null ? [t("note.ends", { day: day(endsOn) })] : []),
    ...(sickDaysUsed > 0 ? [t("note.sick", { used: sickDaysUsed, limit: sickDaysLimit })] : []),
    ...(daysOffUsed > 0 ? [t("note.daysOff", { used: daysOffUsed, of: daysOff })] : []),
  ];
}

/**
 * The people of a list as a reader's copy shows them. PESEL numbers are read where the copy has them, and the reading is written to the
 * audit with how many; they are as the files say today, and are not frozen with the list.
 */
export async function rowsFor(
  context: WorkContext,
  { listId, people, names }: { listId: string; people: readonly ListPerson[]; names: readonly ColumnName[] },
): Promise<TableRow[]> {
  const ids = people.map(({ personId }) => personId);
  const hidden = await namesHidden(context, ids);
  const shown = names.includes("pesel") ? ids.filter((id) => !hidden.has(id)) : [];
  const pesels = shown.length > 0 ? await peselsOf(context, shown) : new Map<string, string>();
  if (pesels.size > 0)
    await context.audit({
      action: "person.read-pesel",
      outcome: "done",
      objectType: "benefit-list",
      objectId: listId,
      section: "BENEFIT",
      detail: { people: pesels.size },
    });
  return people.map((person, at) => ({
    no: at + 1,
    person,
    number: hidden.get(person.personId),
    pesel: pesels.get(person.personId) ?? null,
  }));
}

const cellOf = (name: ColumnName, row: TableRow, lang: Lang): CellValue => {
  const column: TableColumn = columns[name];
  return column.withheld && row.number !== undefined ? null : column.of(row, lang);
};

/** Columns and rows for a paper, texts ready, with the line of sums at the end. */
export function paperTable(names: readonly ColumnName[], rows: readonly TableRow[], lang: Lang) {
  const [m, zl] = [translate(benefitMessages, lang), money(lang)];
  const text = (name: ColumnName, row: TableRow): string => {
    const value = cellOf(name, row, lang);
    if (value === null || value === undefined) return "";
    return columns[name].type === "money" ? zl(Number(value)) : String(value);
  };
  const sums = names.map((name, at) => {
    const { sum }: TableColumn = columns[name];
    if (sum) return zl(rows.reduce((total, { person }) => total + sum(person), 0));
    return at === 1 ? translate(benefitPaperMessages, lang)("list.sums") : "";
  });
  return {
    columns: names.map((name) => ({
      title: m(columns[name].title),
      wide: name === "name",
      number: columns[name].type === "money" || columns[name].type === "int",
    })),
    rows: rows.length === 0 ? [] : [...rows.map((row) => names.map((name) => text(name, row))), sums],
  };
}

/** Who has something noted, as lines under a table. */
export function noteLines(rows: readonly TableRow[], lang: Lang): string[] {
  return rows.flatMap(({ no, person, number }) => {
    const notes = number === undefined ? notesOf(person, lang) : [];
    return notes.length > 0 ? [`${no}. ${person.name}: ${notes.join("; ")}`] : [];
  });
}

/** The same for a spreadsheet: amounts are numbers, texts are never formulas. */
export function sheetTable(
  names: readonly ColumnName[],
  rows: readonly TableRow[],
  lang: Lang,
): { columns: Column[]; rows: CellValue[][] } {
  const m = translate(benefitMessages, lang);
  return {
    columns: names.map((name) => {
      const { title, type, width }: TableColumn = columns[name];
      return { title: m(title), type, ...(width === undefined ? {} : { width }) };
    }),
    rows: rows.map((row) =>
      names.map((name) => {
        const value = cellOf(name, row, lang);
        return columns[name].type === "money" && value !== null ? groszeToDecimal(Number(value)) : value;
      }),
    ),
  };
}
