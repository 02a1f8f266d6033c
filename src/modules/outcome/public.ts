import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { recordEvidence } from "./commands.ts";
import type { RecordEvidence } from "./contract.ts";
import type { Evidence } from "./rules.ts";

export { tellOfCorrection } from "./secondEyes.ts";

/** One evidence as tables of results count it. */
export type CountedEvidence = Evidence & { id: string; outcomeType: string; evidenceKind: string | null };

/** Every evidence of a project up to and including `on`, whatever its state. The caller has checked that the actor may read the project. */
export async function evidenceOf(context: WorkContext, projectId: string, on: PlainDate): Promise<CountedEvidence[]> {
  return readColumns<CountedEvidence>(
    context.tx,
    ["id", "personId", "dimension", "occurredOn", "status", "outcomeType", "evidenceKind"],
    sql`select id, person_id, dimension, occurred_on, status, outcome_type, evidence_kind
      from outcome_state where organisation_id = ${context.actor.organisationId} and project_id = ${projectId} and occurred_on <= ${on}
      order by person_id, id`,
  );
}

/**
 * Records a measured change as proof of a soft outcome; the actor is its assessor, and another one is asked to verify it. What
 * proves it on paper is added by the assessor. Source: docs/domain/rules.md R-OUTC-04, R-OUTC-05
 * @throws Problem as `evidence.record`
 */
export async function recordMeasuredRise(
  context: CommandContext,
  {
    before,
    after,
    ...rise
  }: Pick<RecordEvidence, "evidenceId" | "personId" | "projectId" | "outcomeType" | "occurredOn"> & {
    before: number;
    after: number;
  },
): Promise<void> {
  await recordEvidence(context, {
    ...rise,
    dimension: "SOCIAL",
    observedOn: context.today,
    evidenceKind: "PRE_POST_TEST",
    fileId: null,
    declarationId: null,
    placementId: null,
    measureBefore: before,
    measureAfter: after,
    specialistId: null,
  });
}
