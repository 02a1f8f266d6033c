import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, recordEvent, type WorkContext } from "../../platform/command.ts";
import { parametersOn } from "../../platform/law.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, guestSource } from "../casework/public.ts";
import { whereaboutsProtected } from "../person/public.ts";
import { isRegular } from "./rules.ts";

const sourceType = "regular_attendance";

/** How often is regular, as the organisation has set it; `since` is the first day that counts. Source: docs/domain/rules.md R-S0-02 */
export async function regularityOn(
  { tx }: WorkContext,
  day: PlainDate,
): Promise<{ minVisits: number; withinDays: number; since: PlainDate }> {
  const found = await parametersOn(tx, ["REGULAR_VISITS", "REGULAR_WINDOW"], day);
  const minVisits = Number(found.get("REGULAR_VISITS")?.value ?? 6);
  const withinDays = Number(found.get("REGULAR_WINDOW")?.value ?? 30);
  return { minVisits, withinDays, since: addDays(day, 1 - withinDays) };
}

/**
 * Proposes an assessment to who leads the case of everybody that comes regularly and is not assessed yet: a task, never a move of
 * the case. Once in the time that counts, whatever became of the last proposal. `visits`: days on which each was there.
 * Source: docs/domain/rules.md R-S0-02
 */
export async function proposeAssessments(
  context: CommandContext,
  visits: readonly { personId: string; days: readonly PlainDate[] }[],
): Promise<void> {
  const { organisationId } = context.actor;
  const { minVisits, withinDays, since } = await regularityOn(context, context.today);
  const regular = visits.filter(({ days }) => isRegular(days, context.today, { minVisits, withinDays }));
  if (regular.length === 0) return;
  // two registers that close at once propose once
  await oneAtATime(context.tx, sourceType, organisationId);
  type Found = { asked: string; caseId: string; personId: string; leaderId: string | null; unitId: string };
  const { rows } = await sql<Found>`
    select distinct on (c.person_id) p.id as asked, c.id as case_id, c.person_id, c.leader_id, c.unit_id
    from unnest(${regular.map(({ personId }) => personId)}::uuid[]) p (id)
    join open_case o on o.organisation_id = ${organisationId} and o.person_id = any (same_person(p.id))
    join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
    where c.stage in ('OPEN_OFFER', 'REGULAR')
      and not exists (select from task t where t.organisation_id = ${organisationId} and t.person_id = any (same_person(p.id))
        and t.source_type = ${sourceType} and t.created_at >= ${since}::date)
      and not exists (select from open_case a join support_case s on s.organisation_id = a.organisation_id and s.id = a.case_id
        where a.organisation_id = ${organisationId} and a.person_id = any (same_person(p.id)) and s.stage not in ('OPEN_OFFER', 'REGULAR'))
    order by c.person_id, c.stage desc, c.id`.execute(context.tx);
  for (const { asked, caseId, personId, leaderId, unitId } of rows) {
    const days = regular.find((one) => one.personId === asked)?.days ?? [];
    const visited = new Set(days.filter((day) => day >= since && day <= context.today)).size;
    await addTaskFor(context, {
      personId,
      caseId,
      ownerId: leaderId,
      unitId: leaderId ? null : unitId,
      kind: "PROPOSE_ASSESSMENT",
      detail: { visits: visited, days: withinDays },
      dueOn: addDays(context.today, 7),
      source: { type: sourceType, id: caseId },
    });
    await recordEvent(context, {
      personId,
      caseId,
      kind: "assessment.proposed",
      section: "CORE",
      subject: { type: "case", id: caseId },
      detail: { visits: visited, days: withinDays },
    });
  }
}

/**
 * Proposes to a unit that somebody talks with guests of its open offer who come regularly and for whom no case is open: an assessment
 * needs one. Of a person with protected whereabouts whoever entered them is reminded alone: the unit would learn where they come (C7).
 * Done once a case is opened; once in the time that counts. Source: docs/domain/rules.md R-S0-02, docs/domain/journeys.md J7.6
 */
export async function proposeFirstTalks(
  context: CommandContext,
  unitId: string,
  visits: readonly { personId: string; days: readonly PlainDate[] }[],
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { minVisits, withinDays, since } = await regularityOn(context, context.today);
  const regular = visits.filter(({ days }) => isRegular(days, context.today, { minVisits, withinDays }));
  if (regular.length === 0) return;
  await oneAtATime(context.tx, sourceType, organisationId);
  const { rows } = await sql<{ asked: string; personId: string; guarded: boolean }>`
    select distinct on (n.id) p.id as asked, n.id as person_id, ${whereaboutsProtected(context, sql.ref("n.id"))} as guarded
    from unnest(${regular.map(({ personId }) => personId)}::uuid[]) p (id)
    join person q on q.organisation_id = ${organisationId} and q.id = p.id
    join person n on n.organisation_id = ${organisationId} and n.id = coalesce(q.merged_into, q.id)
    where not exists (select from open_case o where o.organisation_id = ${organisationId} and o.person_id = any (same_person(p.id)))
      and not exists (select from task t where t.organisation_id = ${organisationId} and t.person_id = any (same_person(p.id))
        and t.source_type = ${guestSource(organisationId).type} and t.created_at >= ${since}::date)
    order by n.id, p.id`.execute(context.tx);
  for (const { asked, personId, guarded } of rows) {
    const days = regular.find((one) => one.personId === asked)?.days ?? [];
    const visited = new Set(days.filter((day) => day >= since && day <= context.today)).size;
    await addTaskFor(context, {
      personId,
      ...(guarded ? { ownerId: accountId } : { unitId }),
      kind: "PROPOSE_FIRST_TALK",
      detail: { visits: visited, days: withinDays },
      dueOn: addDays(context.today, 7),
      source: guestSource(personId),
    });
  }
}

/** The proposal is done once the assessment has begun. */
export async function endProposal(context: CommandContext, caseId: string): Promise<void> {
  await endTasksFrom(context, { type: sourceType, id: caseId }, "DONE");
}

/** Whether an assessment is proposed to a case and nobody has answered, as SQL. */
export function proposalWaits(caseId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from task w where w.organisation_id = (select current_organisation())
    and w.source_type = ${sourceType} and w.source_id = ${caseId}
    and not exists (select from task_ending x where x.organisation_id = w.organisation_id and x.task_id = w.id))`;
}

/** Cases among some to which an assessment is proposed and nobody has answered. */
export async function proposedAmong(context: WorkContext, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ caseId: string }>`select t.source_id as case_id from task t
    where t.organisation_id = ${context.actor.organisationId} and t.source_type = ${sourceType}
      and t.source_id = any (${[...caseIds]}::uuid[])
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) ${atMost}`.execute(
    context.tx,
  );
  return new Set(rows.map(({ caseId }) => caseId));
}
