import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { Evidence } from "./rules.ts";

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
