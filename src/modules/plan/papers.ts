import { sql } from "kysely";
import type { PaperSource } from "../../platform/documents/packet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** The exit programme that the person agreed to. Source: docs/domain/rules.md R-S0-04, R-IPWB-06. */
export const papersOfPlan: PaperSource = async (context, personId) => {
  const { rows } = await sql<{ id: string; since: PlainDate | null }>`select p.id,
      (select min(s.done_on) from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id and s.state = 'AGREED') as since
    from plan p where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
    order by p.recorded_at desc, p.id limit 1`.execute(context.tx);
  const [plan] = rows;
  return [{ code: "PROGRAMME", since: plan?.since ?? null, to: plan ? `/plans/${plan.id}` : null }];
};

/** The two annexes of the programme, since the newest version of each was made. Source: docs/domain/rules.md R-S0-04. */
export const papersOfPlanAnnexes: PaperSource = async (context, personId) => {
  const { rows } = await sql<{ kind: string; planId: string; since: PlainDate | null }>`select a.kind, a.plan_id,
      (select min(v.made_on) from plan_annex_version v where v.organisation_id = a.organisation_id and v.annex_id = a.id) as since
    from plan_annex a join plan p on p.organisation_id = a.organisation_id and p.id = a.plan_id
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
    order by p.recorded_at desc, a.id limit 20`.execute(context.tx);
  const fact = (code: string, kind: string, path: string) => {
    const annex = rows.find((row) => row.kind === kind);
    return { code, since: annex?.since ?? null, to: annex ? `/plans/${annex.planId}/${path}` : null };
  };
  return [fact("VOCATIONAL_PLAN", "VOCATIONAL", "vocational"), fact("INTERPERSONAL_PATH", "INTERPERSONAL", "path")];
};
