import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";

export { collectEvidence, type PlanEvidenceProvider } from "./evidence.ts";

/** Whether an exit programme of the person runs, under any of their records. The caller has checked who asks. Source: docs/domain/rules.md R-IPWB-07 */
export async function isInExitProgramme(context: WorkContext, personId: string): Promise<boolean> {
  const { rows } = await sql`select from plan p cross join lateral (select t.state from plan_step t
      where t.organisation_id = p.organisation_id and t.plan_id = p.id order by t.no desc limit 1) s
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
      and p.kind = 'IPWB' and s.state = 'ACTIVE' limit 1`.execute(context.tx);
  return rows.length > 0;
}
