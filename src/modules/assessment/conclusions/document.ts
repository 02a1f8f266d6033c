import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { getPersonName } from "../../person/public.ts";
import { assessmentAccess } from "../access.ts";
import { readCase } from "../queries.ts";
import { conclusionsPaper, givenOf, papers, prints, type Wish } from "./paper.ts";

/** What the specialists wrote for team and person, and what the gate says; never their records and notes. */
async function printConclusions(context: WorkContext, { caseId, ...wish }: Wish & { caseId: string }) {
  const view = await readCase(context, caseId);
  const { personId } = view;
  if (wish.of === "ADDICTION" && !givenOf(view, "ADDICTION")) throw new Problem("not_found", "assessment.not_found");
  await context.audit({
    action: "assessment.print",
    outcome: "done",
    objectType: "case",
    objectId: caseId,
    personId,
    section: wish.of === "ADDICTION" ? "ADDICTION" : givenOf(view, "PSYCHOLOGICAL") ? "PSYCHOLOGICAL" : "SOCIAL",
    detail: wish,
  });
  const { organisation, pictures } = await letterheadOf(context);
  const about = { name: await getPersonName(context, personId), today: context.today, organisation };
  const paper = { ...conclusionsPaper(view, wish, about), pictures };
  const name = `wnioski-z-diagnozy-${context.today}`;
  if (wish.print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const conclusionDownloads = [
  defineDownload({
    name: "assessment.print",
    path: "/cases/:caseId/assessment-conclusions",
    summary: "Conclusions of the specialists as a PDF; large, in plain language or as a file for editing on request",
    input: z.strictObject({
      caseId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
      of: z.enum(papers).default("GATE"),
    }),
    verb: assessmentAccess["assessment.read"],
    audit: null, // written in `printConclusions`, which knows whose conclusions they are
    run: printConclusions,
  }),
];
