import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { openAuthorKeys, ownAuthorKey } from "../../platform/keys/authorKeys.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { unsealText } from "../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { notesToOpen } from "../casework/public.ts";
import type { AssessmentKind, Verdict } from "./codes.ts";
import { AssessmentContent } from "./contract.ts";
import { type Recommendation, SPECIALISTS } from "./rules.ts";

/**
 * Purposes of the organisation's keys: each kind of content, and the words for the team. Notes have their authors' keys, and so
 * has what an addiction therapist records.
 */
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

/** An assessment as stored; its texts are opened by `contentOpener`, `openConclusion` and `openConditions` only. */
export type StoredAssessment = {
  id: string;
  kind: AssessmentKind;
  version: number;
  doneBy: string;
  doneByName: string;
  startedOn: PlainDate;
  givenOn: PlainDate | null;
  contentSealed: Buffer;
  /** The author's key that the content is sealed with; null: the organisation's. */
  keyId: string | null;
  /** The reader is the author, or today's named substitute. */
  opensOwn: boolean;
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
      a.content_sealed, a.key_id, a.conclusion_sealed,
      (select ${notesToOpen(context)} from (select a.organisation_id, a.done_by as author_id) n) as opens_own,
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

/** What a specialist noted, sealed: a therapist's record under their own key, the others under the organisation's. */
export async function sealContent(
  context: CommandContext,
  kind: AssessmentKind,
  assessmentId: string,
  content: AssessmentContent,
): Promise<{ contentSealed: Buffer; keyId: string | null }> {
  if (kind !== "ADDICTION")
    return { contentSealed: sealJson(context, purposes.content(kind), assessmentId, content), keyId: null };
  const { id, ring } = await ownAuthorKey(context);
  const text = Buffer.from(JSON.stringify(content));
  const sealed = ring.encryptFor(context.actor.organisationId, purposes.content(kind), text, assessmentId);
  return { contentSealed: Buffer.from(sealed), keyId: id };
}

type SealedContent = Pick<StoredAssessment, "id" | "kind" | "contentSealed" | "keyId">;

/** Opens what some of the assessments hold, with their keys read once. The caller has asked who reads which; null: the key is destroyed. */
export async function contentOpener(
  context: WorkContext,
  all: readonly SealedContent[],
): Promise<(one: SealedContent) => AssessmentContent | null> {
  const rings = await openAuthorKeys(
    context,
    all.flatMap(({ keyId }) => keyId ?? []),
  );
  const { organisationId } = context.actor;
  return ({ id, kind, contentSealed, keyId }) => {
    const purpose = purposes.content(kind);
    if (keyId === null) return AssessmentContent.parse(unsealJson(context, purpose, id, contentSealed));
    const text = rings.get(keyId)?.decryptFor(organisationId, purpose, contentSealed, id);
    return text ? AssessmentContent.parse(JSON.parse(Buffer.from(text).toString())) : null;
  };
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
