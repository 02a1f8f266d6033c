import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { unsealJson } from "../../platform/keys/sealedJson.ts";
import { unsealText } from "../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { AssessmentKind, Verdict } from "./codes.ts";
import { AssessmentContent } from "./contract.ts";
import { type Recommendation, SPECIALISTS } from "./rules.ts";

/** Purposes of the organisation's keys: each kind of content, and the words for the team. Notes have their authors' keys. */
export const purposes = {
  content: (kind: AssessmentKind) => `assessment.content/${kind}`,
  conclusion: "assessment.conclusion",
  condition: "assessment.condition",
  evidence: "assessment.evidence",
} as const;

/** Bytes that came inside a JSON aggregate, as PostgreSQL writes them: `\x…`. */
function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.slice(2), "hex");
}

type ConditionRow = {
  id: string;
  sealed: string;
  metOn: PlainDate | null;
  metBy: string | null;
  evidence: string | null;
};

/** An assessment as stored; its texts are opened by `openContent`, `openConclusion` and `openConditions` only. */
export type StoredAssessment = {
  id: string;
  kind: AssessmentKind;
  version: number;
  doneBy: string;
  doneByName: string;
  startedOn: PlainDate;
  givenOn: PlainDate | null;
  contentSealed: Buffer;
  conclusionSealed: Buffer | null;
  conditions: readonly ConditionRow[];
  verdict: Verdict | null;
  /** What the gate asks; null while none is given, and for kinds that the gate does not ask. */
  recommendation: Recommendation | null;
};

/** Assessments of a case, oldest recommendation first, those without one last. Nothing is opened. */
export async function readAssessments(context: WorkContext, caseId: string): Promise<readonly StoredAssessment[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<Omit<StoredAssessment, "recommendation">>`
    select a.id, a.kind, a.version, a.done_by, coalesce(m.display_name, '–') as done_by_name, a.started_on, r.given_on, r.verdict,
      a.content_sealed, a.conclusion_sealed,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'sealed', c.sealed::text, 'metOn', t.met_on, 'evidence', t.evidence_sealed::text,
          'metBy', (select n.display_name from membership n where n.organisation_id = t.organisation_id and n.account_id = t.recorded_by)) order by c.position)
        from recommendation_condition c left join condition_met t on t.organisation_id = c.organisation_id and t.condition_id = c.id
        where c.organisation_id = a.organisation_id and c.assessment_id = a.id), '[]') as conditions
    from assessment a
    left join recommendation r on r.organisation_id = a.organisation_id and r.assessment_id = a.id
    left join membership m on m.organisation_id = a.organisation_id and m.account_id = a.done_by
    where a.organisation_id = ${organisationId} and a.case_id = ${caseId}
    order by r.recorded_at nulls last, a.recorded_at, a.id ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, recommendation: recommendationOf(row) }));
}

/** The gate counts conditions only; their words stay sealed. */
function recommendationOf(row: Omit<StoredAssessment, "recommendation">): Recommendation | null {
  const kind = SPECIALISTS.find((each) => each === row.kind);
  if (!kind || row.verdict === null) return null;
  return {
    kind,
    verdict: row.verdict,
    conditions: row.conditions.map(({ id, metOn }) => ({ text: id, met: metOn !== null })),
  };
}

export function openContent(context: WorkContext, one: StoredAssessment): AssessmentContent {
  return AssessmentContent.parse(unsealJson(context, purposes.content(one.kind), one.id, one.contentSealed));
}

export function openConclusion(context: WorkContext, one: StoredAssessment): string | null {
  return one.conclusionSealed && unsealText(context, purposes.conclusion, one.id, one.conclusionSealed);
}

export function openConditions(context: WorkContext, one: StoredAssessment) {
  return one.conditions.map(({ id, sealed, metOn, metBy, evidence }) => ({
    id,
    text: unsealText(context, purposes.condition, id, bytesOf(sealed)),
    met:
      metOn === null
        ? null
        : {
            on: metOn,
            by: metBy ?? "–",
            evidence: evidence === null ? "" : unsealText(context, purposes.evidence, id, bytesOf(evidence)),
          },
  }));
}
