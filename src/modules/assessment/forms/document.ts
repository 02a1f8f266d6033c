import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS } from "../../../platform/messages.ts";
import { asMissing, Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { assessmentAccess } from "../access.ts";
import { kindsWithTalks } from "../codes.ts";
import { historyOf } from "../history/queries.ts";
import { readCase, sectionRead } from "../queries.ts";
import { formPaper, prints, type Wish } from "./paper.ts";

/**
 * A whole form as this reader may open it; areas that are closed to them are named and empty.
 * @throws Problem not_found `assessment.not_found`, `assessment.no_whole_form` | refused `assessment.no_plain_form`
 */
async function printForm(context: WorkContext, { assessmentId, ...wish }: Wish & { assessmentId: string }) {
  const row = await context.tx
    .selectFrom("assessment")
    .select("caseId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", assessmentId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "assessment.not_found");
  const view = await readCase(context, row.caseId).catch(asMissing("assessment.not_found"));
  const one = view.assessments.find(({ id }) => id === assessmentId);
  if (!one?.content || !one.printable) throw new Problem("not_found", "assessment.no_whole_form");
  if (wish.print === "plain" && kindsWithTalks.includes(one.kind))
    throw new Problem("refused", "assessment.no_plain_form");
  const { personId } = view;
  await context.audit({
    action: "assessment.print-form",
    outcome: "done",
    objectType: "assessment",
    objectId: assessmentId,
    personId,
    section: sectionRead([one]),
    detail: { ...wish, kind: one.kind, version: one.version },
  });
  const history = one.kind === "VOCATIONAL" && view.workHistory ? await historyOf(context, personId) : null;
  const { organisation, pictures } = await letterheadOf(context);
  const { blocks } = await capacityOn(context, personId, context.today);
  const about = {
    name: await getPersonName(context, personId),
    openedOn: view.openedOn,
    today: context.today,
    organisation,
    signing: blocks.map(({ who }) => who),
  };
  const paper = { ...formPaper({ ...one, content: one.content }, history, wish, about), pictures };
  const name = `diagnoza-${{ PSYCHOLOGICAL: "psychologiczna", SOCIAL: "socjalna", VOCATIONAL: "zawodowa", ADDICTION: "uzaleznienia" }[one.kind]}-${context.today}`;
  if (wish.print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const formDownloads = [
  defineDownload({
    name: "assessment.print-form",
    path: "/assessments/:assessmentId/document",
    summary: "A whole assessment as a PDF; large, in plain language or as a file for editing on request",
    input: z.strictObject({
      assessmentId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: assessmentAccess["assessment.print-form"],
    audit: null, // written in `printForm`, which knows whose form it is
    run: printForm,
  }),
];
