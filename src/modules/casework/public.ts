import { sql } from "kysely";
import { type Reach, type Relation, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, recordEvent, type WorkContext } from "../../platform/command.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { tellsOf } from "../../platform/sync/tellsOf.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { findStanding } from "../person/public.ts";
import { refuseAfterDeath } from "./rules.ts";

export { personInReach } from "../person/public.ts";
export { notesToOpen } from "./noteReaders.ts";
export type { Promised } from "./promiseRules.ts";
export { followPromises } from "./promises.ts";
export { awaitSignatures, dropSignatureTask, followSignatures, signatureTasksOf } from "./signatureTasks.ts";
export { addTaskFor, endTasksFrom, guestSource, handTasks } from "./sourceTasks.ts";

export const taskTells = tellsOf("task", "taskId");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** How a person stands to the actor, as `findStanding` says; null when the organisation has no such person. */
export async function findRelation(context: WorkContext, personId: string): Promise<Relation | null> {
  return (await findStanding(context, personId))?.relation ?? null;
}

/**
 * Lets the work go on only when the actor may do `verb` on this person.
 * @throws Problem not_found `person.not_found` for a person out of reach, whether or not there is one
 */
export async function requirePerson(context: WorkContext, verb: Verb, personId: string): Promise<Relation> {
  const relation = await findRelation(context, personId);
  if (!relation) throw new Problem("not_found", "person.not_found");
  requireReach(context.actor, verb, relation, "person.not_found");
  return relation;
}

/**
 * Nothing is begun with a person after the day of death; what was begun is ended by people. Source: docs/domain/forms.md F-00
 * @throws Problem refused `case.person_died`
 */
export async function refuseForDead(context: WorkContext, personId: string): Promise<void> {
  const { deathDate } = await context.tx
    .selectFrom("person")
    .select("deathDate")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  refuseIf([refuseAfterDeath(deathDate, context.today)]);
}

/**
 * Somebody of this organisation whose appointment holds today and one of whose roles has `verb`.
 * @throws Problem refused `colleague.cannot` for anybody else
 */
export async function requireColleague(context: WorkContext, verb: Verb, accountId: string): Promise<void> {
  const { rows } =
    await sql`select from membership m join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id
    where m.organisation_id = ${context.actor.organisationId} and m.account_id = ${accountId} and m.ended_at is null and m.held_at is null
      and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and r.role = any (${Object.keys(verb)}::text[]) limit 1`.execute(context.tx);
  if (rows.length === 0) throw new Problem("refused", "colleague.cannot");
}

/** A case that the actor may reach with `verb`, with what callers need of it. @throws Problem not_found `case.not_found` */
export async function requireCase(
  context: WorkContext,
  verb: Verb,
  caseId: string,
): Promise<{
  personId: string;
  unitId: string;
  openedOn: PlainDate;
  stage: string;
  leaderId: string | null;
  version: number;
  open: boolean;
}> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{
    personId: string;
    unitId: string;
    openedOn: PlainDate;
    stage: string;
    leaderId: string | null;
    version: number;
    open: boolean;
  }>`
    select c.person_id, c.unit_id, c.opened_on, c.stage, c.leader_id, c.version, e.case_id is null as open
    from support_case c left join support_case_ending e on e.organisation_id = c.organisation_id and e.case_id = c.id
    where c.organisation_id = ${organisationId} and c.id = ${caseId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "case.not_found");
  const relation = await findRelation(context, row.personId);
  requireReach(context.actor, verb, relation ?? {}, "case.not_found");
  return row;
}

const stepReason = "case.step_reason";

/** Why a step of a case's path was taken, opened; null when nobody wrote it. The caller has checked the reach. */
export function openStepReason(context: WorkContext, stepId: string, sealed: Uint8Array | null): string | null {
  return sealed && unsealText(context, stepReason, stepId, sealed);
}

type StageMove = { from: string; to: string; act: string; reason?: string | null };

/**
 * Moves a case to the next stage of its path and tells the timeline. The caller has locked the case and asked the rule.
 * Source: docs/domain/rules.md R-S0-06
 */
export async function setStage(
  context: CommandContext,
  caseId: string,
  personId: string,
  move: StageMove,
): Promise<void> {
  await takeStep(context, caseId, move);
  await recordEvent(context, {
    personId,
    caseId,
    kind: "case.stage_moved",
    section: "CORE",
    subject: { type: "case", id: caseId },
    detail: { from: move.from, to: move.to },
  });
}

/** The step alone, where something else tells the timeline. As `setStage`. */
export async function takeStep(context: CommandContext, caseId: string, move: StageMove): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const id = uuidv7();
  await sql`update support_case set stage = ${move.to}, version = version + 1 where organisation_id = ${organisationId} and id = ${caseId}`.execute(
    context.tx,
  );
  await context.tx
    .insertInto("caseStageStep")
    .values({
      organisationId,
      id,
      caseId,
      fromStage: move.from,
      toStage: move.to,
      act: move.act,
      reasonSealed: move.reason ? sealText(context, stepReason, id, move.reason) : null,
      movedBy: accountId,
    })
    .execute();
}

/** The open case of a person that the actor's units lead, or any open one; undefined when there is none. */
export async function findOpenCase(context: WorkContext, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ caseId: string }>`select case_id from open_case
    where organisation_id = ${context.actor.organisationId} and person_id = any (same_person(${personId}))
    order by unit_id = any (${[...context.actor.unitIds]}::uuid[]) desc, case_id limit 1`.execute(context.tx);
  return rows[0]?.caseId;
}

/** Makes a unit one of those that work with the person; does nothing when it is already. */
export async function addPersonUnit(context: CommandContext, personId: string, unitId: string): Promise<void> {
  await sql`insert into person_unit (organisation_id, person_id, unit_id, since)
    values (${context.actor.organisationId}, ${personId}, ${unitId}, ${context.today}) on conflict do nothing`.execute(
    context.tx,
  );
}

/** Open tasks of the actor's units that came out of one kind of source and are due until a day (inclusive), soonest first. */
export async function openTasksFrom(
  context: WorkContext,
  sourceType: string,
  dueUntil: PlainDate,
): Promise<{ taskId: string; sourceId: string; personId: string | null; dueOn: PlainDate }[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } = await sql<{ taskId: string; sourceId: string; personId: string | null; dueOn: PlainDate }>`
    select t.id as task_id, t.source_id, t.person_id, t.due_on from task t
    where t.organisation_id = ${organisationId} and t.unit_id = any (${[...unitIds]}::uuid[]) and t.source_type = ${sourceType}
      and t.due_on <= ${dueUntil}
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
    order by t.due_on, t.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Days on which cases of some people were opened, those of merged records with the one that stays. */
export async function casesOpened(
  context: WorkContext,
  personIds: readonly string[],
): Promise<{ personId: string; on: PlainDate }[]> {
  const { rows } = await sql<{ personId: string; on: PlainDate }>`select p.id as person_id, c.opened_on as on
    from unnest(${[...personIds]}::uuid[]) p (id) join support_case c
      on c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(p.id))`.execute(
    context.tx,
  );
  return rows;
}

/** Who is in the team of a case today and has a role, by name. */
export async function teamWithRole(
  context: WorkContext,
  caseId: string,
  role: Role,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct m.account_id as id, m.display_name as name
    from case_member t join membership m on m.organisation_id = t.organisation_id and m.account_id = t.account_id
    join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id
    where t.organisation_id = ${context.actor.organisationId} and t.case_id = ${caseId} and r.role = ${role} and m.ended_at is null
      and t.valid_from <= ${context.today} and coalesce(t.valid_until, ${context.today}) >= ${context.today}
    order by name, id ${atMost}`.execute(context.tx);
  return rows;
}

/** What counts of an interview of a person of which something came, under any of their records; null for any other. The caller has checked the reach. */
export async function heldInterview(
  context: WorkContext,
  personId: string,
  interviewId: string,
): Promise<{ heldOn: PlainDate; refused: boolean } | null> {
  const { rows } = await sql<{ heldOn: PlainDate; refused: boolean }>`select i.held_on, i.refused from interview_now i
    where i.organisation_id = ${context.actor.organisationId} and i.id = ${interviewId} and not i.withdrawn and i.held_on is not null
      and i.person_id = any (same_person(${personId})) limit 1`.execute(context.tx);
  return rows[0] ?? null;
}
