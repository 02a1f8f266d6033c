import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { addTaskFor } from "../casework/public.ts";
import { outcomeAccess } from "./access.ts";

const daysToVerify = 7;
const daysToLookAgain = 7;

/** Where the task of a proof comes from; it ends with the verdict. */
export const proofOf = (evidenceId: string) => ({ type: "evidence", id: evidenceId });

/**
 * Asks one who may verify and did not assess to look at a proof within seven days: a coordinator of a unit that works with
 * the person, else the project's coordinator, who decides without the name. Nobody is asked where there is nobody.
 * Source: docs/domain/rules.md R-OUTC-05
 */
export async function askSecondEyes(
  context: CommandContext,
  { evidenceId, personId, dimension }: { evidenceId: string; personId: string; dimension: string },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const verifiers = outcomeAccess["evidence.verify"];
  const ofUnits = Object.keys(verifiers).filter((role) => role !== "PROJECT_COORDINATOR");
  const { rows } = await sql<{ ownerId: string; inUnit: boolean }>`
    select m.account_id as owner_id, bool_or(r.role = any (${ofUnits}::text[])) as in_unit
    from membership m join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id
    where m.organisation_id = ${organisationId} and m.account_id <> ${accountId} and m.ended_at is null and m.held_at is null
      and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and (r.role = 'PROJECT_COORDINATOR' or r.role = any (${ofUnits}::text[]) and exists (select from membership_unit u
        join person_unit p on p.organisation_id = u.organisation_id and p.unit_id = u.unit_id
        where u.organisation_id = m.organisation_id and u.account_id = m.account_id and p.person_id = any (same_person(${personId}))))
    group by m.account_id, m.display_name order by in_unit desc, m.display_name, m.account_id limit 1`.execute(
    context.tx,
  );
  const [verifier] = rows;
  if (!verifier) return;
  await addTaskFor(context, {
    personId: verifier.inUnit ? personId : null,
    ownerId: verifier.ownerId,
    kind: "evidence.verify_due",
    detail: { dimension },
    dueOn: addDays(context.today, daysToVerify),
    source: proofOf(evidenceId),
  });
}

/**
 * The measurement behind a proof was corrected: whoever verified it, or is asked to, and whoever brought it looks again within
 * seven days; the proof itself stays as it was decided. Nobody is told of a rejected one, and nobody of what they did themselves.
 * Source: docs/domain/rules.md R-OUTC-04, R-OUTC-05
 */
export async function tellOfCorrection(context: CommandContext, evidenceId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ personId: string | null; ownerId: string; dimension: string }>`
    select who.owner_id, e.dimension, case when who.owner_id = e.assessor_id then e.person_id else t.person_id end as person_id
    from outcome_evidence e
    left join outcome_verification v on v.organisation_id = e.organisation_id and v.evidence_id = e.id
    left join lateral (select t.owner_id, t.person_id from task t where t.organisation_id = e.organisation_id
      and t.source_type = 'evidence' and t.source_id = e.id and t.kind = 'evidence.verify_due' limit 1) t on true
    cross join lateral (select distinct owner_id from unnest(array[e.assessor_id, coalesce(v.verifier_id, t.owner_id)]) o (owner_id)) who
    where e.organisation_id = ${organisationId} and e.id = ${evidenceId} and v.verdict is distinct from 'REJECTED'
      and who.owner_id is not null and who.owner_id <> ${accountId}`.execute(context.tx);
  for (const { personId, ownerId, dimension } of rows)
    await addTaskFor(context, {
      personId,
      ownerId,
      kind: "evidence.measure_corrected",
      detail: { dimension },
      dueOn: addDays(context.today, daysToLookAgain),
      source: proofOf(evidenceId),
    });
}
