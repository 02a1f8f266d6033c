import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

export type { EvidenceQuestion, PlanEvidenceProvider } from "./evidence.ts";

/**
 * Programmes of a person that run today, newest first; for entering a CIS on the ground of homelessness and for a
 * contract that stands on one. Nothing of their content. Source: docs/domain/rules.md R-IPWB-07.
 */
export async function activePlansOf(
  context: WorkContext,
  personId: string,
): Promise<{ planId: string; kind: "IPWB" | "PREVENTION"; startOn: PlainDate; endOn: PlainDate | null }[]> {
  const { rows } = await sql<{
    planId: string;
    kind: "IPWB" | "PREVENTION";
    startOn: PlainDate;
    endOn: PlainDate | null;
  }>`select p.id as plan_id, p.kind, p.start_on, p.end_on from plan p
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
      and (select s.state from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id order by s.no desc limit 1) = 'ACTIVE'
    order by p.start_on desc, p.id`.execute(context.tx);
  return rows;
}
