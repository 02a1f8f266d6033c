import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { recruitmentAccess } from "../access.ts";
import { isOpen } from "../candidates/rules.ts";
import { candidatesOf, requireCandidate, shownOf } from "../candidates/store.ts";
import { type PaperKind, paperKinds } from "../codes.ts";
import { relationOf, requireRecruitment } from "../store.ts";
import { CandidatePapers, RecruitmentPapers } from "./contract.ts";
import { holdingOf, paperEditionsOf, toSignOf } from "./store.ts";

async function listPapers(context: WorkContext, recruitmentId: string): Promise<RecruitmentPapers> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["recruitment.list-papers"], recruitmentId);
  const editions = await paperEditionsOf(context, recruitmentId);
  const { shown } = shownOf((await candidatesOf(context, recruitment)).candidates);
  const toSign = await toSignOf(context, recruitmentId);
  const lacking = shown.filter(({ state }) => isOpen(state)).flatMap(({ id }) => toSign(id));
  return {
    recruitmentId,
    title: recruitment.title,
    closed: recruitment.closedOn !== null,
    maySet: may(context.actor, recruitmentAccess["recruitment.set-paper"], relationOf(context, recruitment)),
    papers: paperKinds.map((kind) => ({
      kind,
      editions: editions
        .filter((one) => one.kind === kind)
        .map(({ no, words, by, at }) => ({ no, words, by, at: instantOf(at) })),
      unsigned: lacking.filter((one) => one === kind).length,
    })),
  };
}

type SignatureRow = {
  id: string;
  kind: PaperKind;
  no: number;
  on: PlainDate;
  by: string;
  backId: string | null;
  backAt: string | null;
  backBy: string | null;
};

async function listOfCandidate(context: WorkContext, candidateId: string): Promise<CandidatePapers> {
  const { candidate, texts } = await requireCandidate(context, recruitmentAccess["candidate.list-papers"], candidateId);
  const editions = await paperEditionsOf(context, candidate.recruitmentId);
  const holding = new Map(holdingOf(editions).map(({ kind, no }) => [kind, no]));
  const { rows } = await sql<SignatureRow>`select s.id, s.kind, s.no, s.signed_on as on, m.display_name as by,
      r.id as back_id, r.recorded_at as back_at, b.display_name as back_by
    from candidate_signature s join membership m on m.organisation_id = s.organisation_id and m.account_id = s.recorded_by
    left join candidate_signature_return r on r.organisation_id = s.organisation_id and r.signature_id = s.id
    left join membership b on b.organisation_id = r.organisation_id and b.account_id = r.recorded_by
    where s.organisation_id = ${context.actor.organisationId} and s.candidate_id = ${candidateId}
    order by s.recorded_at desc, s.id desc ${atMost}`.execute(context.tx);
  const papers = paperKinds.map((kind) => ({
    kind,
    holdingNo: holding.get(kind) ?? null,
    numbers: editions.filter((one) => one.kind === kind && one.words !== "").map(({ no }) => no),
    signatures: rows
      .filter((one) => one.kind === kind)
      .map(({ id, no, on, by, backId, backAt, backBy }) => ({
        id,
        no,
        on,
        by,
        back:
          backId && backAt && backBy ? { at: instantOf(backAt), by: backBy, reason: texts.get(backId) ?? "" } : null,
      })),
  }));
  return {
    recruitmentId: candidate.recruitmentId,
    papers: papers.filter(({ holdingNo, signatures }) => holdingNo !== null || signatures.length > 0),
  };
}

export const paperQueries = [
  defineQuery({
    name: "recruitment.list-papers",
    method: "GET",
    path: "/recruitments/:recruitmentId/papers",
    summary: "What candidates of a recruitment sign, in every edition; no names of candidates",
    input: z.strictObject({ recruitmentId: z.uuid() }),
    answer: RecruitmentPapers,
    verb: recruitmentAccess["recruitment.list-papers"],
    audit: null,
    run: (context, { recruitmentId }) => listPapers(context, recruitmentId),
  }),
  defineQuery({
    name: "candidate.list-papers",
    method: "GET",
    path: "/candidates/:candidateId/papers",
    summary: "Papers that a candidate is to sign, and when they signed which edition",
    input: z.strictObject({ candidateId: z.uuid() }),
    answer: CandidatePapers,
    verb: recruitmentAccess["candidate.list-papers"],
    audit: ({ candidateId }) => ({ objectType: "candidate", objectId: candidateId }),
    run: (context, { candidateId }) => listOfCandidate(context, candidateId),
  }),
];
