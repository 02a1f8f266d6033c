import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { EnrolmentGate } from "../project/public.ts";
import { refuseEnrolment } from "../project/rules.ts";
import { isActiveOn } from "./rules.ts";

/**
 * Whether one of the person's contracts holds on `day` (first and last day count): what a club asks before somebody takes
 * part. Source: docs/domain/rules.md R-SC-06.
 */
async function hasActiveContract(context: WorkContext, personId: string, day: PlainDate): Promise<boolean> {
  const { rows } = await sql<{
    activeFrom: PlainDate;
    endedOn: PlainDate | null;
  }>`select s.on_day as active_from, t.ended_on
    from social_contract c
    join contract_step s on s.organisation_id = c.organisation_id and s.contract_id = c.id and s.act = 'activate'
    left join contract_termination t on t.organisation_id = c.organisation_id and t.contract_id = c.id
    where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(${personId}))`.execute(
    context.tx,
  );
  return rows.some((row) => isActiveOn(row, day));
}

/** Who starts in a project that asks for a social contract realises one. Source: docs/domain/rules.md R-SC-06, R-REC-05. */
export const askForContract: EnrolmentGate = async (context, { personId, startedOn, project }) =>
  refuseEnrolment({
    contractRequired: project.contractRequired,
    contractActive: project.contractRequired && (await hasActiveContract(context, personId, startedOn)),
  });
