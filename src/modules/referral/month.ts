import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { letterheadOf } from "../organisation/public.ts";
import { answerClasses } from "./codes.ts";
import type { MonthLine, MonthView } from "./contract.ts";
import { referralMessages } from "./messages.ts";

const template = new URL("./documents/month.typ", import.meta.url).href;

type Figures = Omit<MonthLine, "area" | "service">;
const figures = (line: Figures) => [
  line.reports,
  line.answered,
  line.medianMinutes,
  line.p90Minutes,
  ...answerClasses.map((outcome) => line.outcomes[outcome] ?? 0),
];

/** The table of RP-13 as both papers carry it: a line for each district and service, and the sum. */
function tableOf({ lines, total }: MonthView, lang: Lang) {
  const t = translate(referralMessages, lang);
  return {
    titles: [
      t("area"),
      t("service"),
      t("month.reports"),
      t("month.answered"),
      t("month.median"),
      t("month.p90"),
      ...answerClasses.map((outcome) => t(`outcome.${outcome}`)),
    ],
    rows: [
      ...lines.map((line) => [line.area, t(`service.${line.service}`), ...figures(line)]),
      [t("month.total"), "", ...figures(total)],
    ],
  };
}

const monthWords = (month: string, lang: Lang) =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** The month on paper: no persons are in it. */
export async function printMonth(context: WorkContext, view: MonthView, lang: Lang): Promise<GivenFile> {
  const t = translate(referralMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const { titles, rows } = tableOf(view, lang);
  const { bytes } = await renderPdf({
    template,
    title: t("month.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: context.today },
      facts: [
        [t("month.month"), monthWords(view.month, lang)],
        [t("month.reports"), String(view.total.reports)],
        [t("month.turnedDown"), String(view.turnedDown)],
      ],
      tableTitle: t("month.byArea"),
      empty: t("month.none"),
      columns: titles,
      rows: rows.map((row) => row.map((value) => (value === null ? "–" : String(value)))),
      basis: t("month.basis"),
    },
  });
  return { bytes, mediaType: "application/pdf", name: `RP-13-${view.month}.pdf` };
}

/** The month as a spreadsheet. */
export async function tabulateMonth(view: MonthView, lang: Lang): Promise<GivenFile> {
  const t = translate(referralMessages, lang);
  const { titles, rows } = tableOf(view, lang);
  const columns = titles.map((title, i) => ({
    title,
    type: i < 2 ? ("text" as const) : i === 4 || i === 5 ? ("decimal" as const) : ("int" as const),
  }));
  const parts: Buffer[] = [];
  for await (const part of writeXlsx([{ name: t("month.title"), columns, rows }])) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `RP-13-${view.month}.xlsx`,
  };
}
