import { sql } from "kysely";
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
  const edition = await editionOf(context, caseId);
  const about = { name: await getPersonName(context, personId), today: context.today, organisation, edition };
  const paper = { ...conclusionsPaper(view, wish, about), pictures };
  const name = `wnioski-z-diagnozy-${context.today}`;
  if (wish.print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

/** What makes the paper another one, counted over the whole case: nothing of it is ever taken back, so the number only rises. */
async function editionOf({ tx, actor }: WorkContext, caseId: string): Promise<number> {
  const { rows } = await sql<{
    edition: number;
  }>`select greatest(1, count(distinct r.assessment_id) + count(distinct m.condition_id)
      + (select count(*) from gate_decision g where g.organisation_id = ${actor.organisationId} and g.case_id = ${caseId}))::int as edition
    from assessment a
    left join recommendation r on r.organisation_id = a.organisation_id and r.assessment_id = a.id
    left join recommendation_condition c on c.organisation_id = a.organisation_id and c.assessment_id = a.id
    left join condition_met m on m.organisation_id = c.organisation_id and m.condition_id = c.id
    where a.organisation_id = ${actor.organisationId} and a.case_id = ${caseId}`.execute(tx);
  return rows[0]?.edition ?? 1;
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
