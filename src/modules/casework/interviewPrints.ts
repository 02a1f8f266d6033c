import { z } from "zod";
import { defineDownload, type WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { LANGS, type Lang, translate } from "../../platform/messages.ts";
import { asMissing, invalidAt, Problem } from "../../platform/problem.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { formatDay } from "../../platform/time/formats.ts";
import { letterheadOf } from "../organisation/public.ts";
import { getPersonName } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import { type BookWish, bookFacts, bookRows, readBook } from "./interviewBook.ts";
import { type InterviewReading, InterviewScan, type InterviewView } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";
import { interviewPaperMessages } from "./interviewPaperMessages.ts";
import { interviewsOf } from "./interviewStored.ts";
import { requirePerson } from "./public.ts";

const entryTemplate = new URL("./documents/interview.typ", import.meta.url).href;
const bookTemplate = new URL("./documents/interviews.typ", import.meta.url).href;

/** @throws Problem not_found `interview.not_found` */
async function readEntry(
  context: WorkContext,
  verb: Parameters<typeof requirePerson>[1],
  interviewId: string,
): Promise<{ personId: string; it: InterviewView }> {
  const row = await context.tx
    .selectFrom("interview")
    .select("personId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", interviewId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "interview.not_found");
  await requirePerson(context, verb, row.personId).catch(asMissing("interview.not_found"));
  const [it] = await interviewsOf(context, row.personId, interviewId);
  if (!it) throw new Problem("not_found", "interview.not_found");
  return { personId: row.personId, it };
}

type EntryWish = { interviewId: string; lang: Lang; print: "normal" | "large" };

/** One entry, with what stood before each correction. */
async function printEntry(context: WorkContext, { interviewId, lang, print }: EntryWish) {
  const { personId, it } = await readEntry(context, caseworkAccess["interview.read"], interviewId);
  const t = translate(interviewMessages, lang);
  const p = translate(interviewPaperMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const { result } = it;
  const data = {
    frame: { organisation, issuedOn: context.today, version: it.version, largePrint: print === "large" },
    words: {
      need: p("paper.need"),
      result: p("paper.result"),
      none: p("paper.noResult"),
      conclusions: p("paper.conclusions"),
      former: p("paper.former"),
      on: p("paper.formerOn"),
      was: p("paper.formerWas"),
      why: p("paper.formerWhy"),
    },
    withdrawn: it.withdrawn ? p("paper.withdrawn", { reason: it.former.at(-1)?.reason ?? "" }) : "",
    need: [
      [p("paper.person"), await getPersonName(context, personId)],
      [t("interview.trigger"), it.triggerOn],
      [t("interview.urgency"), t(`urgency.${it.urgency}`)],
      [t("register.due"), it.dueOn],
      [t("interview.worker"), it.socialWorker],
    ],
    result: result
      ? [
          [t("interview.heldOn"), result.heldOn],
          [p("paper.outcome"), p(result.refused ? "paper.refused" : "paper.held")],
          ...(result.refused ? [] : [[t("interview.setting"), t(`setting.${result.setting}`)]]),
          [t("interview.place"), result.place],
          [t("interview.second"), result.secondWorker ?? t("interview.alone")],
          [t("interview.police"), p(result.policeAssist ? "paper.policeYes" : "paper.policeNo")],
          ...(result.refused ? [] : [[t("interview.parts"), result.parts.join(", ")]]),
          [t("interview.externalNo"), result.externalNo ?? ""],
          [p("paper.scan"), p(result.scanFileId ? "paper.scanYes" : "paper.scanNo")],
          ...(result.updateDueOn ? [[t("interview.updateBy"), result.updateDueOn]] : []),
        ]
      : [],
    note: result?.refused ? t("interview.refusalNote") : "",
    conclusions: result?.conclusions ?? "",
    former: it.former.map((one) => [
      `${formatDay(one.correctedOn, lang)}, ${one.by}`,
      readingText(one, lang),
      one.reason,
    ]),
    working: [p("paper.working"), ...(result && !result.refused ? [p("paper.unverified")] : [])].join(" "),
    parties: [{ role: t("interview.worker"), name: it.socialWorker, behalf: organisation.name }],
  };
  const { bytes } = await renderPdf({ template: entryTemplate, data, title: p("paper.title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `wywiad-${it.triggerOn}.pdf` };
}

/** What stood in an entry, as one text. */
function readingText({ triggerOn, urgency, dueOn, socialWorker, result }: InterviewReading, lang: Lang): string {
  const t = translate(interviewMessages, lang);
  const day = (text: string) => formatDay(text, lang);
  const came = result
    ? [
        t(result.refused ? "interview.refusedWords" : "interview.heldWords", { day: day(result.heldOn) }),
        result.refused ? "" : t(`setting.${result.setting}`),
        result.parts.length > 0 ? `${t("interview.parts")}: ${result.parts.join(", ")}` : "",
        result.place,
        result.secondWorker ?? "",
        result.policeAssist ? t("interview.police") : "",
        result.externalNo ?? "",
        result.conclusions,
      ]
    : [];
  const need = [
    t("interview.neededOn", { day: day(triggerOn) }),
    t(`urgency.${urgency}`),
    t("interview.dueOn", { day: day(dueOn) }),
    socialWorker,
  ];
  return [...need, ...came].filter(Boolean).join(" · ");
}

async function printBook(context: WorkContext, wish: BookWish & { lang: Lang; format: "pdf" | "xlsx" }) {
  const { from, to, lang, format } = wish;
  if (from > to) throw invalidAt("from", "interview.period_backwards");
  const p = translate(interviewPaperMessages, lang);
  const { lines, cut } = await readBook(context, wish);
  const facts = await bookFacts(context, wish, lines, lang);
  const { columns, rows } = bookRows(lines, lang);
  const name = `rejestr-wywiadow-${from}-${to}`;
  if (format === "xlsx") {
    const about = { name: p("book.counts"), columns: factColumns(p("book.title")), rows: facts };
    const parts: Buffer[] = [];
    for await (const part of writeXlsx([{ name: "F-20", columns, rows }, about])) parts.push(Buffer.from(part));
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { bytes: Buffer.concat(parts), mediaType, name: `${name}.xlsx` };
  }
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: { organisation, issuedOn: context.today },
    facts,
    rule: p("book.rule"),
    cut: cut ? p("book.cut", { count: lines.length }) : "",
    empty: p("book.empty"),
    columns: columns.map(({ title, share }) => [title, share]),
    rows: rows.map((row) =>
      row.map((cell, i) =>
        cell === null ? "" : columns[i]?.type === "date" ? formatDay(String(cell), lang) : String(cell),
      ),
    ),
  };
  const { bytes } = await renderPdf({ template: bookTemplate, data, title: p("book.title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

const factColumns = (title: string) => [
  { title, type: "text" as const, width: 40 },
  { title: "", type: "text" as const, width: 60 },
];

/**
 * The scan of one version of an entry. It shows where the interview was held, so it is closed with the place.
 * @throws Problem not_found `interview.not_found`, `interview.no_scan`
 */
async function openScan(context: WorkContext, { interviewId, fileId }: InterviewScan) {
  const { it } = await readEntry(context, caseworkAccess["interview.open-scan"], interviewId);
  const all = [it, ...it.former];
  const of = all.find(({ result }) => result?.scanFileId === fileId);
  if (!of) throw new Problem("not_found", "interview.no_scan");
  const { bytes, mediaType } = await readStoredFile(context, fileId);
  return { bytes, mediaType, name: `wywiad-${of.triggerOn}.${mediaType.split("/")[1] ?? "bin"}` };
}

export const interviewDownloads = [
  defineDownload({
    name: "interview.print",
    path: "/interviews/:interviewId/document",
    summary: "An entry of the interview register as a PDF; in large print on request",
    input: z.strictObject({
      interviewId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large"]).default("normal"),
    }),
    verb: caseworkAccess["interview.read"],
    audit: ({ interviewId }) => ({ objectType: "interview", objectId: interviewId, section: "SOCIAL" }),
    run: printEntry,
  }),
  defineDownload({
    name: "interview.print-register",
    path: "/interviews/document",
    summary: "The register of interviews of the people in reach over a time, both days inclusive, as a PDF or a sheet",
    input: z.strictObject({
      from: PlainDate,
      to: PlainDate,
      unitId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      format: z.enum(["pdf", "xlsx"]).default("pdf"),
    }),
    verb: caseworkAccess["interview.read-register"],
    audit: ({ from, to, format }) => ({ objectType: "interview", section: "SOCIAL", detail: { from, to, format } }),
    run: printBook,
  }),
  defineDownload({
    name: "interview.open-scan",
    path: "/interviews/:interviewId/scans/:fileId",
    summary: "The scan of a questionnaire that lies with an entry or with what stood before a correction",
    input: InterviewScan,
    verb: caseworkAccess["interview.open-scan"],
    audit: ({ interviewId }) => ({
      objectType: "interview",
      objectId: interviewId,
      section: "SOCIAL",
      detail: { kind: "scan" },
    }),
    run: openScan,
  }),
];
