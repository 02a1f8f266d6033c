import { requireReach } from "../../platform/access.ts";
import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import type { CellValue, ColumnType } from "../../platform/spreadsheet/sheet.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { letterheadOf } from "../organisation/public.ts";
import { counsellingAccess } from "./access.ts";
import type { DutiesView, HoursLine, WorkLine } from "./contract.ts";
import { listDuties } from "./hours.ts";
import { hoursMessages } from "./hoursMessages.ts";
import { counsellingLines } from "./lineMessages.ts";

const template = new URL("./documents/hours.typ", import.meta.url).href;

type Wish = { month: string; consultantId: string; lang: Lang };
type Words = ReturnType<typeof wordsOf>;
const wordsOf = (lang: Lang) => ({ t: translate(hoursMessages, lang), l: translate(counsellingLines, lang) });

/** Minutes as hours with two places: what is multiplied by a rate. */
const hours = (minutes: number) => (minutes / 60).toFixed(2);

type Table = { title: string; columns: { title: string; type: ColumnType; wide: boolean }[]; rows: CellValue[][] };

/** Of somebody who has duties where the actor plans them, or the actor's own. @throws Problem not_found `consultant-duty.not_found` */
async function readMonth(context: WorkContext, { month, consultantId }: Wish) {
  const own = consultantId === context.actor.accountId;
  const view = await listDuties(context, month, consultantId);
  const line = view.hours.find((one) => one.consultantId === consultantId);
  const relation = { own, unit: line !== undefined };
  requireReach(context.actor, counsellingAccess["consultant-hours.print"], relation, "consultant-duty.not_found");
  if (!line) throw new Problem("not_found", "consultant-duty.not_found");
  return { view, line };
}

function factsOf(line: HoursLine, month: string, today: string, { t }: Words): [string, string, "day"?][] {
  const sum = line.heldMinutes + line.workMinutes;
  const local = (minutes: number) => hours(minutes).replace(".", t.lang === "en" ? "." : ",");
  return [
    [t("month.who"), line.consultant],
    [t("month.month"), `${month.slice(5)}.${month.slice(0, 4)}`],
    [t("month.asAt"), today, "day"],
    [t("month.planned"), local(line.plannedMinutes)],
    [t("month.held"), local(line.heldMinutes)],
    [t("month.lost"), local(line.lostMinutes)],
    [t("month.beside"), local(line.workMinutes)],
    [t("month.sum"), local(sum)],
    [t("month.limit"), line.limitMinutes === null ? t("month.noLimit") : local(line.limitMinutes)],
    ...(line.beyondMinutes ? [[t("month.beyond"), local(line.beyondMinutes)] as [string, string]] : []),
    [t("month.open"), String(line.unsettled + line.toTake)],
  ];
}

const workWords = ({ source, kind }: Pick<WorkLine, "source" | "kind">, { t, l }: Words) =>
  kind ? `${t(`source.${source}`)}: ${l(`kind.${kind}`)}` : t(`source.${source}`);

function tablesOf(view: DutiesView, consultantId: string, words: Words): Table[] {
  const { t, l } = words;
  const column = (title: string, type: ColumnType, wide = false) => ({ title, type, wide });
  const days = view.duties
    .filter((duty) => duty.consultantId === consultantId)
    .flatMap((duty) => duty.days.filter(({ lost }) => !lost).map((one) => ({ ...one, duty })))
    .toSorted((a, b) => (`${a.day} ${a.duty.startsAt}` < `${b.day} ${b.duty.startsAt}` ? -1 : 1));
  const work = view.work.filter((line) => line.consultantId === consultantId);
  return [
    {
      title: t("month.duties"),
      columns: [
        column(t("column.day"), "date"),
        column(t("column.role"), "text", true),
        column(t("column.hours"), "text"),
        column(t("column.planned"), "int"),
        column(t("column.held"), "int"),
        column(t("column.note"), "text"),
      ],
      rows: days.map(({ day, duty, plannedMinutes, heldMinutes, reason }) => [
        day,
        l(`role.${duty.role}`),
        `${duty.startsAt}–${duty.endsAt}`,
        plannedMinutes,
        heldMinutes,
        reason ? t(`reason.${reason}`) : heldMinutes === null ? t("state.PROPOSED") : "",
      ]),
    },
    {
      title: t("month.work"),
      columns: [
        column(t("column.day"), "date"),
        column(t("column.what"), "text", true),
        column(t("column.recorded"), "int"),
        column(t("column.held"), "int"),
        column(t("column.note"), "text"),
      ],
      rows: work.map((line) => [
        line.day,
        workWords(line, words),
        line.minutes,
        line.settledMinutes,
        [line.reason && t(`reason.${line.reason}`), line.state === "SETTLED" ? null : t(`state.${line.state}`)]
          .filter(Boolean)
          .join(", "),
      ]),
    },
  ];
}

/** The month on paper, for the signatures of consultant and who accepts it. @throws Problem not_found `consultant-duty.not_found` */
export async function printHours(context: WorkContext, wish: Wish): Promise<GivenFile> {
  const { view, line } = await readMonth(context, wish);
  const words = wordsOf(wish.lang);
  const { t } = words;
  const { organisation, pictures } = await letterheadOf(context);
  const { bytes } = await renderPdf({
    template,
    title: t("month.title"),
    lang: wish.lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: context.today },
      facts: factsOf(line, wish.month, context.today, words),
      tables: tablesOf(view, wish.consultantId, words).map(({ title, columns, rows }) => ({
        title,
        columns: columns.map(({ type, wide, ...one }) => ({
          ...one,
          wide,
          number: type === "int",
          day: type === "date",
        })),
        rows: rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? "–" : String(cell)))),
      })),
      none: t("month.none"),
      note: t("month.note"),
      parties: [
        { role: t("month.who"), name: line.consultant },
        { role: t("month.accepts"), name: "" },
      ],
    },
  });
  return { bytes, mediaType: "application/pdf", name: `godziny-${wish.month}.pdf` };
}

/** The same as a spreadsheet; texts are never formulas. @throws Problem not_found `consultant-duty.not_found` */
export async function tabulateHours(context: WorkContext, wish: Wish): Promise<GivenFile> {
  const { view, line } = await readMonth(context, wish);
  const words = wordsOf(wish.lang);
  const { t } = words;
  const facts = {
    name: t("month.month"),
    columns: [
      { title: t("month.title"), type: "text" as const, width: 34 },
      { title: "", type: "text" as const, width: 44 },
    ],
    rows: [
      ...factsOf(line, wish.month, context.today, words).map(([label, value]) => [label, value]),
      [t("month.note")],
    ],
  };
  const sheets = tablesOf(view, wish.consultantId, words).map(({ title, columns, rows }) => ({
    name: title,
    columns: columns.map((column) => ({ title: column.title, type: column.type, width: column.wide ? 40 : 18 })),
    rows,
  }));
  const parts: Buffer[] = [];
  for await (const part of writeXlsx([facts, ...sheets])) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `godziny-${wish.month}.xlsx`,
  };
}
