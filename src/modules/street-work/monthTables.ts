import { type Lang, LOCALE, type Translate } from "../../platform/messages.ts";
import type { outreachMessages } from "../outreach/messages.ts";
import { type MonthFigures, notSaid, type StreetMonth } from "./contract.ts";
import type { monthMessages } from "./monthMessages.ts";
import { rateOf } from "./rules.ts";

/** A number, words, or null for what was not counted or cannot be. `percent`: 77.8 means 77.8 %. */
export type MonthCell = string | number | null;
export type MonthColumn = { title: string; kind: "text" | "count" | "decimal" | "percent" };
/** One table of RP-13: screen, PDF and spreadsheet show the same ones. The unit of count stands in each column's head. */
export type MonthTable = { id: string; title: string; columns: MonthColumn[]; rows: MonthCell[][] };

type Words = { t: Translate<typeof monthMessages>; o: Translate<typeof outreachMessages> };

/** `YYYY-MM` as words: "październik 2026". */
export const monthWords = (month: string, lang: Lang) =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A cell as people read it; "–" for null. */
export function cellWords(cell: MonthCell, kind: MonthColumn["kind"], lang: Lang): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  const places = kind === "percent" ? 1 : 2;
  const number = new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: places }).format(cell);
  return kind === "percent" ? `${number}\u00a0%` : number;
}

/** RP-13 as tables, the first one the team's sum. Source: docs/domain/reporting.md RP-13, §1 (1) and (3) */
export function tablesOfMonth(report: StreetMonth, words: Words): MonthTable[] {
  return [
    sumOf(report, words),
    workOf(report, words),
    ...contactsOf(report, words),
    areasOf(report, words),
    ...codesOf(report, words),
  ];
}

const people = (figures: MonthFigures): MonthCell[] => [
  figures.contactsFirst,
  figures.contactsRepeat,
  figures.known,
  figures.unknown,
  figures.refusals,
];
const referrals = ({ sent, answered, started, documents }: MonthFigures): MonthCell[] => [
  sent,
  answered,
  started,
  rateOf(answered, sent),
  rateOf(started, sent),
  documents,
];
const work = (figures: MonthFigures): MonthCell[] => [
  figures.shifts,
  figures.pairs,
  figures.plannedHours,
  figures.hours,
  figures.officeHours,
  figures.accompanimentHours,
  figures.trainingHours,
  figures.supervisionHours,
];

const text = (title: string): MonthColumn => ({ title, kind: "text" });
const count = (title: string): MonthColumn => ({ title, kind: "count" });
const hours = (title: string): MonthColumn => ({ title, kind: "decimal" });
const percent = (title: string): MonthColumn => ({ title, kind: "percent" });

const workColumns = ({ t }: Words): MonthColumn[] => [
  count(t("month.shifts")),
  count(t("month.pairs")),
  hours(t("month.plannedHours")),
  hours(t("month.hours")),
  hours(t("month.officeHours")),
  hours(t("month.accompaniment")),
  hours(t("month.trainingHours")),
  hours(t("month.supervisionHours")),
];
const peopleColumns = ({ t }: Words): MonthColumn[] => [
  count(t("month.first")),
  count(t("month.repeat")),
  count(t("month.known")),
  count(t("month.unknown")),
  count(t("month.refusals")),
];
const referralColumns = ({ t }: Words): MonthColumn[] => [
  count(t("month.sent")),
  count(t("month.answered")),
  count(t("month.started")),
  percent(t("month.feedbackRate")),
  percent(t("month.successRate")),
  count(t("month.documents")),
];

/** The team's numbers, a line each: which part, what is counted and in which unit, how many, or which part of a hundred. */
function sumOf({ team, broughtIn, events }: StreetMonth, words: Words): MonthTable {
  const { t } = words;
  const lines = (group: string, columns: readonly MonthColumn[], cells: readonly MonthCell[]) =>
    columns.map(({ title, kind }, i): MonthCell[] => {
      const cell = cells[i] ?? null;
      return kind === "percent" ? [group, title, null, cell] : [group, title, cell, null];
    });
  return {
    id: "sum",
    title: t("month.team"),
    columns: [text(t("month.group")), text(t("month.counted")), hours(t("month.count")), percent(t("month.part"))],
    rows: [
      ...lines(
        t("month.groupPeople"),
        [
          ...peopleColumns(words),
          count(t("month.firstMet")),
          count(t("month.broughtIn", { days: broughtIn.withinDays })),
        ],
        [...people(team), broughtIn.firstMet, broughtIn.broughtIn],
      ),
      ...lines(
        t("month.groupReferrals"),
        [count(t("month.referrals")), ...referralColumns(words)],
        [team.referrals, ...referrals(team)],
      ),
      ...lines(t("month.groupHours"), workColumns(words), work(team)),
      ...lines(
        t("month.groupEvents"),
        (["interventions", "ambulance", "police", "incidents", "minors"] as const).map((event) =>
          count(t(`month.${event}`)),
        ),
        [events.interventions, events.ambulance, events.police, events.incidents, events.minors],
      ),
    ],
  };
}

/** A short list of words with one or two figures each. */
export const isList = ({ columns }: MonthTable) => columns.length <= 3;

/** The lines of the sum by their part, each as words. */
export function sumInParts(sum: MonthTable, lang: Lang): { title: string; rows: { what: string; figure: string }[] }[] {
  const parts = Map.groupBy(sum.rows, ([group]) => String(group));
  return [...parts].map(([title, rows]) => ({
    title,
    rows: rows.map(([, what, number = null, part = null]) => ({
      what: String(what),
      figure: part === null ? cellWords(number, "decimal", lang) : cellWords(part, "percent", lang),
    })),
  }));
}

function workOf({ workers }: StreetMonth, words: Words): MonthTable {
  const { t } = words;
  return {
    id: "work",
    title: t("month.workers"),
    columns: [text(t("month.worker")), ...workColumns(words), text(t("month.reports"))],
    rows: workers.map(({ name, figures, reports }) => [
      name,
      ...work(figures),
      `${reports.accepted} · ${reports.waiting} · ${reports.missing}`,
    ]),
  };
}

function contactsOf({ workers }: StreetMonth, words: Words): MonthTable[] {
  const { t } = words;
  const table = (id: string, title: string, columns: MonthColumn[], of: (figures: MonthFigures) => MonthCell[]) => ({
    id,
    title,
    columns: [text(t("month.worker")), ...columns],
    rows: workers.map(({ name, figures }) => [name, ...of(figures)]),
  });
  return [
    table("contacts", t("month.contactsOfWorkers"), peopleColumns(words), people),
    table("referrals", t("month.referralsOfWorkers"), referralColumns(words), referrals),
  ];
}

function areasOf({ areas }: StreetMonth, words: Words): MonthTable {
  const { t } = words;
  return {
    id: "areas",
    title: t("month.areas"),
    columns: [text(t("month.area")), count(t("month.shiftsHere")), count(t("month.pairs")), ...peopleColumns(words)],
    rows: areas.map((line) => [
      line.area || t("month.noArea"),
      line.shifts,
      line.pairs,
      line.contactsFirst,
      line.contactsRepeat,
      line.known,
      line.unknown,
      line.refusals,
    ]),
  };
}

function codesOf(report: StreetMonth, { t, o }: Words): MonthTable[] {
  const say = (list: string, code: string) =>
    code === notSaid ? t("month.notSaid") : (o.maybe(`${list}.${code}`) ?? code);
  const cards = (id: string, title: string, list: string, lines: readonly { code: string; cards: number }[]) => ({
    id,
    title,
    columns: [text(title), count(t("month.cards"))],
    rows: lines.map((line) => [say(list, line.code), line.cards]),
  });
  const persons = (
    id: string,
    title: string,
    list: string,
    lines: readonly { code: string; cards: number; persons: number | null }[],
  ) => ({
    id,
    title,
    columns: [text(title), count(t("month.cards")), count(t("month.persons"))],
    rows: lines.map((line) => [say(list, line.code), line.cards, line.persons]),
  });
  return [
    persons("sexes", t("month.sexes"), "sex", report.sexes),
    persons("ages", t("month.ages"), "age", report.ageBands),
    cards("siteTypes", t("month.siteTypes"), "siteType", report.siteTypes),
    cards("needs", t("month.needs"), "need", report.needs),
    cards("actions", t("month.actions"), "action", report.actions),
    {
      id: "aid",
      title: t("month.aid"),
      columns: [text(t("month.aid")), count(t("month.pieces"))],
      rows: report.aid.map(({ item, quantity }) => [o(`aid.${item}`), quantity]),
    },
  ];
}
