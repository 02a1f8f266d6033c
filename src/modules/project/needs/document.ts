import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { needsStatementAccess } from "./access.ts";
import type { NeedsContent } from "./contract.ts";
import { figureWords, formulaWords, needsMessages, resultWords } from "./messages.ts";
import { workOut } from "./rules.ts";
import { readSent, requireStatement } from "./store.ts";

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/needs-statement.typ", import.meta.url).href;

/** What stands on paper: words, figures and how long each bar is (0 to 100). */
function bodyOf({ figures, shares, gap, conclusion }: NeedsContent, lang: Lang) {
  const t = translate(needsMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "short", timeZone: "UTC" });
  const day = (value: string | null) => (value ? format.format(new Date(`${value}T00:00:00Z`)) : "–");
  return {
    words: {
      figures: t("needs.figures"),
      shares: t("needs.shares"),
      gap: t("needs.gap"),
      conclusion: t("needs.conclusion"),
      none: t("needs.noGap"),
      how: t("paper.how"),
      figureColumns: [t("figure.label"), t("figure.value"), t("figure.source"), t("figure.asAt")],
      shareColumns: [t("share.label"), t("share.formula"), t("share.result")],
    },
    figures: figures.map((figure) => [figure.label, figureWords(t, figure), figure.source || "–", day(figure.asAt)]),
    shares: workOut({ figures, shares }).map((worked) => ({
      cells: [worked.share.label, formulaWords(t, worked), resultWords(t, worked)],
      bar: worked.share.kind === "PERCENT" ? worked.value : null,
    })),
    gap,
    conclusion,
  };
}

/** @throws Problem not_found `needs-statement.not_found`, also where the sent version is another statement's */
async function printStatement(
  context: WorkContext,
  {
    statementId,
    sentId,
    lang,
    print,
  }: { statementId: string; sentId?: string | undefined; lang: Lang; print: (typeof prints)[number] },
) {
  const statement = await requireStatement(context, needsStatementAccess["needs-statement.print"], statementId);
  const sent = sentId === undefined ? undefined : await readSent(context, sentId);
  if (sent && sent.statementId !== statementId) throw new Problem("not_found", "needs-statement.not_found");
  const t = translate(needsMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const title = sent?.title ?? statement.title;
  const note = sent ? t("paper.version", { no: sent.versionNo, day: sent.sentOn }) : t("paper.draft");
  const data = {
    frame: {
      organisation: { ...organisation, note },
      issuedOn: sent?.sentOn ?? context.today,
      ...(sent ? { version: sent.versionNo } : {}),
      largePrint: print === "large",
    },
    subtitle: t("needs.title"),
    ...bodyOf(sent?.content ?? statement.content, lang),
    frozen: sent ? t("needs.hash", { hash: sent.contentHash }) : "",
  };
  const request = { template, data, title, lang, pictures };
  const name = `RP-12-${data.frame.issuedOn}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const needsDownloads = [
  defineDownload({
    name: "needs-statement.print",
    path: "/needs-statements/:statementId/print",
    summary: "A needs statement as a PDF, or as a file for editing",
    input: z.strictObject({
      statementId: z.uuid(),
      sentId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: needsStatementAccess["needs-statement.print"],
    audit: null,
    run: printStatement,
  }),
];
