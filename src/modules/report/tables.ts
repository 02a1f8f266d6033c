import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import type { CellValue, Column } from "../../platform/spreadsheet/sheet.ts";
import { outcomeMessages } from "../outcome/messages.ts";
import type { EffectivenessLine, EmployerWord, FrozenReport } from "./contract.ts";
import { reportMessages } from "./messages.ts";

/** One table of a report: for the screen's neighbours on paper (PDF) and in a spreadsheet (XLSX). */
export type ReportTable = {
  title: string;
  note: string;
  columns: (Column & { wide: boolean })[];
  rows: CellValue[][];
};

const column = (title: string, type: Column["type"], wide = false): ReportTable["columns"][number] => ({
  title,
  type,
  wide,
});

/** A day as people of the language write it: "5 stycznia 2026". */
export function dayWords(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** What a row counts, in words: "Płeć: kobiety". */
export function rowWords(line: Pick<EffectivenessLine, "by" | "key" | "label">, lang: Lang): string {
  const t = translate(reportMessages, lang);
  const head = t(`by.${line.by}`);
  if (line.by === "TOTAL") return head;
  const codes = { GROUP: "group", SEX: "sex", AGE_BAND: "age" } as const;
  return `${head}: ${line.label ?? t.maybe(`${codes[line.by]}.${line.key}`) ?? line.key}`;
}

/** Working time and duration as an employer declared them. */
export function employerWords(word: EmployerWord, lang: Lang): { workingTime: string; duration: string } {
  const t = translate(reportMessages, lang);
  const workingTime =
    word.workingTimeFraction !== null
      ? t("fraction", { value: word.workingTimeFraction })
      : word.weeklyHours !== null
        ? t("hours", { value: word.weeklyHours })
        : "–";
  const duration = word.indefinite
    ? t("indefinite")
    : word.durationMonths !== null
      ? t("months", { value: word.durationMonths })
      : word.durationUntil !== null
        ? t("until", { day: dayWords(word.durationUntil, lang) })
        : "–";
  return { workingTime, duration };
}

/** The tables of the report on effectiveness, in the order of print. */
export function tablesOf(report: FrozenReport, lang: Lang): ReportTable[] {
  const t = translate(reportMessages, lang);
  const outcome = translate(outcomeMessages, lang);
  const figures = (it: EffectivenessLine["social"]): CellValue[] => [
    it.required,
    it.achieved,
    it.ratePercent === null ? null : it.ratePercent / 100,
  ];
  return [
    {
      title: t("table.title"),
      note: t("unit"),
      columns: [
        column(t("column.row"), "text", true),
        column(t("column.participants"), "int"),
        column(t("column.socialRequired"), "int"),
        column(t("column.socialAchieved"), "int"),
        column(t("column.socialRate"), "percent"),
        column(t("column.employmentRequired"), "int"),
        column(t("column.employmentAchieved"), "int"),
        column(t("column.employmentRate"), "percent"),
      ],
      rows: report.rows.map((line) => [
        rowWords(line, lang),
        line.participants,
        ...figures(line.social),
        ...figures(line.employment),
      ]),
    },
    {
      title: t("types.title"),
      note: t("types.note"),
      columns: [
        column(t("column.dimension"), "text"),
        column(t("column.type"), "text", true),
        column(t("column.persons"), "int"),
      ],
      rows: report.types.map(({ dimension, outcomeType, persons }) => [
        t(dimension === "SOCIAL" ? "social" : "employment"),
        outcome.maybe(`outcome.${outcomeType}`) ?? outcomeType,
        persons,
      ]),
    },
    {
      title: t("employers.title"),
      note: "",
      columns: [
        column(t("column.employer"), "text", true),
        column(t("column.persons"), "int"),
        column(t("column.declared"), "int"),
        column(t("column.workingTime"), "text"),
        column(t("column.duration"), "text"),
      ],
      rows: report.employers.map((word) => {
        const { workingTime, duration } = employerWords(word, lang);
        return [word.employerName, word.persons, word.personsCount, workingTime, duration];
      }),
    },
  ];
}

/** The people by number, for the spreadsheet alone: no names. */
export function personsTable(report: FrozenReport, lang: Lang): ReportTable {
  const t = translate(reportMessages, lang);
  const outcome = translate(outcomeMessages, lang);
  const names = new Map(report.rows.filter(({ by }) => by === "GROUP").map(({ key, label }) => [key, label]));
  return {
    title: t("persons.title"),
    note: "",
    columns: [
      column(t("column.personNo"), "int"),
      column(t("column.group"), "text"),
      column(t("column.sex"), "text"),
      column(t("column.age"), "text"),
      column(t("social"), "text"),
      column(t("employment"), "text"),
    ],
    rows: report.persons.map((person) => [
      person.personNo,
      person.groups.map((group) => names.get(group) ?? t("group.UNKNOWN")).join(", "),
      t.maybe(`sex.${person.sex}`) ?? person.sex,
      t.maybe(`age.${person.ageBand}`) ?? person.ageBand,
      outcome(`state.${person.social}`),
      outcome(`state.${person.employment}`),
    ]),
  };
}

/** Facts above the tables: project, day, thresholds, window, base. */
export function factsOf(report: FrozenReport, lang: Lang): [string, string][] {
  const t = translate(reportMessages, lang);
  const percent = (value: number | null) =>
    value === null ? "–" : `${String(value).replace(".", lang === "en" ? "." : ",")}%`;
  const [total] = report.rows;
  const verdict = (it: EffectivenessLine["social"] | undefined) => {
    if (!it) return t("verdict.no_participants");
    const rate = it.ratePercent === null ? "" : ` (${percent(it.ratePercent)})`;
    const needed = it.required === null ? "" : ` / ${it.required}`;
    return `${it.achieved}${needed}${rate}: ${t(`verdict.${it.verdict}`)}`;
  };
  return [
    [t("project"), report.project.title],
    [t("number"), report.project.number ?? "–"],
    [
      t("period"),
      `${dayWords(report.project.startsOn, lang)} – ${report.project.endsOn ? dayWords(report.project.endsOn, lang) : "…"}`,
    ],
    [
      t("threshold"),
      t("threshold.words", { social: percent(report.socialPercent), employment: percent(report.employmentPercent) }),
    ],
    [t("base.window"), report.windowDays === null ? t("window.open") : t("window.days", { days: report.windowDays })],
    [t("base.dropOuts"), String(report.dropOuts)],
    [t("social"), verdict(total?.social)],
    [t("employment"), verdict(total?.employment)],
  ];
}
