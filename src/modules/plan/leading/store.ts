import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation } from "../../casework/public.ts";
import { planAccess } from "../access.ts";
import { annexAccess } from "../annexes/access.ts";
import type { StoredPlan } from "../store.ts";
import { leadingManagers } from "./access.ts";
import type { LeadingPart } from "./codes.ts";
import type { LeadingView } from "./contract.ts";
import { leadingCall, mayChangeLeader } from "./rules.ts";

type Colleague = { id: string; name: string };
type Row = {
  part: LeadingPart;
  annexId: string | null;
  firstId: string;
  begunOn: PlainDate;
  changes: LeadingView["parts"][number]["earlier"];
  no: number;
  lastBy: string | null;
  lastSince: PlainDate | null;
};

/** One part as it is led now, with those who may lead it today. */
export type LedPart = Omit<LeadingView["parts"][number], "mayChange" | "call"> & { begunOn: PlainDate };

const rolesOf = {
  PLAN: Object.keys(planAccess["plan.write"]),
  VOCATIONAL: Object.keys(annexAccess["vocational-plan.write"]),
  INTERPERSONAL: Object.keys(annexAccess["interpersonal-path.write"]),
} as const;

/**
 * Those whose appointment holds today and who have a role that writes the part: the programme in a unit that works with the
 * person (of the shelter, where the shelter prepares it: R-IPWB-02), an annex in the case team. By name.
 */
async function candidatesFor(context: WorkContext, plan: StoredPlan, part: LeadingPart): Promise<Colleague[]> {
  const { organisationId } = context.actor;
  const inUnit = sql<boolean>`exists (select from membership_unit w
      join person_unit p on p.organisation_id = w.organisation_id and p.unit_id = w.unit_id and p.person_id = any (same_person(${plan.personId}))
    where w.organisation_id = m.organisation_id and w.account_id = m.account_id
      and (${plan.preparedSide} <> 'SHELTER' or exists (select from facility f where f.organisation_id = w.organisation_id and f.unit_id = w.unit_id
        and f.facility_type in ('SHELTER', 'SHELTER_CARE') and coalesce(f.closed_on, ${context.today}) >= ${context.today})))`;
  const inTeam = sql<boolean>`exists (select from case_member t where t.organisation_id = m.organisation_id and t.account_id = m.account_id
      and t.case_id = ${plan.caseId} and t.valid_from <= ${context.today} and coalesce(t.valid_until, ${context.today}) >= ${context.today})`;
  const { rows } = await sql<Colleague>`select m.account_id as id, m.display_name as name from membership m
    where m.organisation_id = ${organisationId} and m.person_id is null and m.ended_at is null and m.held_at is null
      and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id
        and r.role = any (${[...rolesOf[part]]}::text[]))
      and ${part === "PLAN" ? inUnit : inTeam}
    order by m.display_name, m.account_id ${atMost}`.execute(context.tx);
  return rows;
}

/** The programme and the annexes that were begun, each with who leads it and who may. The caller has checked the reach. */
export async function readLed(context: WorkContext, plan: StoredPlan): Promise<LedPart[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<Row>`
    with part as (
      select 'PLAN' as part, null::uuid as annex_id, p.prepared_by as first_id,
        (select min(s.done_on) from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id) as begun_on
      from plan p where p.organisation_id = ${organisationId} and p.id = ${plan.id}
      union all select a.kind, a.id, a.led_by, a.begun_on from plan_annex a where a.organisation_id = ${organisationId} and a.plan_id = ${plan.id})
    select part.*, coalesce(last.no, 0) as no, last.led_by as last_by, last.since as last_since,
      coalesce((select jsonb_agg(jsonb_build_object('name', coalesce(b.display_name, '–'), 'until', l.since, 'by', coalesce(h.display_name, '–'), 'reason', l.reason) order by l.no desc)
        from plan_leading l left join membership b on b.organisation_id = l.organisation_id and b.account_id = l.led_before
        left join membership h on h.organisation_id = l.organisation_id and h.account_id = l.handed_by
        where l.organisation_id = ${organisationId} and l.plan_id = ${plan.id} and l.part = part.part), '[]') as changes
    from part left join lateral (select l.no, l.led_by, l.since from plan_leading l
      where l.organisation_id = ${organisationId} and l.plan_id = ${plan.id} and l.part = part.part order by l.no desc limit 1) last on true
    order by array_position(array['PLAN', 'VOCATIONAL', 'INTERPERSONAL'], part.part) ${atMost}`.execute(context.tx);
  const names = new Map(
    (
      await sql<Colleague>`select account_id as id, display_name as name from membership
        where organisation_id = ${organisationId} and account_id = any (${rows.map((row) => row.lastBy ?? row.firstId)}::uuid[])`.execute(
        context.tx,
      )
    ).rows.map(({ id, name }) => [id, name]),
  );
  const led: LedPart[] = [];
  for (const { part, annexId, firstId, begunOn, changes, no, lastBy, lastSince } of rows) {
    const id = lastBy ?? firstId;
    led.push({
      part,
      annexId,
      version: no + 1,
      leader: { id, name: names.get(id) ?? "–" },
      since: lastSince ?? begunOn,
      begunOn,
      candidates: await candidatesFor(context, plan, part), // three parts at most
      earlier: changes,
    });
  }
  return led;
}

/** Who leads the case of the plan. */
export async function caseLeaderOf(context: WorkContext, plan: StoredPlan): Promise<string | null> {
  const { leaderId } = await context.tx
    .selectFrom("supportCase")
    .select("leaderId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", plan.caseId)
    .executeTakeFirstOrThrow();
  return leaderId;
}

/** What a change of leader is asked about, apart from to whom. */
export async function standingIn(context: WorkContext, plan: StoredPlan, led: readonly LedPart[], of: LedPart) {
  const relation = (await findRelation(context, plan.personId)) ?? {};
  return {
    state: plan.state,
    actorId: context.actor.accountId,
    isManager: may(context.actor, leadingManagers, relation),
    leaderId: of.leader.id,
    planLeaderId: led.find(({ part }) => part === "PLAN")?.leader.id ?? plan.preparedBy,
    caseLeaderId: await caseLeaderOf(context, plan),
    candidates: of.candidates.map(({ id }) => id),
  };
}

/** Everything that is led of a programme, as this reader may change it. */
export async function readLeading(context: WorkContext, plan: StoredPlan): Promise<LeadingView["parts"]> {
  const led = await readLed(context, plan);
  const parts: LeadingView["parts"] = [];
  for (const of of led) {
    const it = await standingIn(context, plan, led, of);
    const { begunOn: _, ...rest } = of;
    const mayChange = mayChangeLeader(it);
    const others = mayChange ? of.candidates.filter(({ id }) => id !== of.leader.id) : [];
    // the case is led by who leads the programme; annexes have professions of their own
    const call = leadingCall({ ...it, caseLeaderId: of.part === "PLAN" ? it.caseLeaderId : null });
    parts.push({ ...rest, call, mayChange, candidates: others });
  }
  return parts;
}
