import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import { type CommandContext, type Done, lockRow, type WorkContext } from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { programmeAccess } from "../access.ts";
import { coursesOf, requireOpenDays } from "../gates.ts";
import { mayInUnit } from "../queries.ts";
import { countedMinutes, holdCalendar, minuteNow, sessionsOfGroups } from "../standing.ts";
import { clockOf } from "../timeOfDay.ts";
import { settleClassTasks } from "../timetable/tasks.ts";
import type {
  ClassLine,
  ClosureDays,
  ClosureId,
  ClosureLine,
  ClosurePreview,
  ClosureReturn,
  RecordClosure,
} from "./contract.ts";
import { type BackReason, type ClassPlace, returnsOf } from "./rules.ts";

onConstraint("class_closure_key", "conflict", "record.id_taken");
onConstraint("class_closure_period", "refused", "closure.ends_before_start");
onConstraint("class_closure_of_unit", "invalid", "project.unknown_unit", "payload.unitId");

/** A class with what is told of it. */
type Told = ClassPlace & { id: string; groupName: string; moduleCode: string; moduleName: string | null };

const told = sql`s.id, s.group_id, g.name as group_name, s.module_id, m.code as module_code, m.name as module_name, s.day,
  (extract(epoch from s.starts_at) / 60)::int as starts_at, s.minutes, s.room_id, coalesce(s.leader_id, s.guest_id) as leader_id,
  s.generation_id is not null as is_planned`;
const toldFrom = sql`class_session s
  join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
  join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id`;

const lineOf = ({ id, groupName, moduleCode, moduleName, day, startsAt, minutes }: Told): ClassLine => ({
  id,
  groupName,
  moduleCode,
  moduleName,
  day,
  startsAt: clockOf(startsAt),
  minutes,
});

/**
 * Classes of a unit's groups that closed days take away: those ahead. `kept`: those in whose registers somebody has written already, which stay.
 * A caller that is to write has locked the calendar.
 */
async function classesUnder(
  context: WorkContext,
  { unitId, fromOn, toOn }: ClosureDays,
): Promise<{ goes: Told[]; kept: number }> {
  const { organisationId } = context.actor;
  const { rows } = await sql<Told>`select ${told} from ${toldFrom}
    where s.organisation_id = ${organisationId} and g.unit_id = ${unitId} and s.day between greatest(${fromOn}::date, ${context.today}::date) and ${toOn}
      and (s.day > ${context.today} or extract(epoch from s.starts_at) / 60 > ${minuteNow(context)})
      and not exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id and c.taken_back_at is null)
    order by s.day, s.starts_at, s.id`.execute(context.tx);
  const courses = await coursesOf(
    context,
    rows.map(({ id }) => id),
  );
  const goes = rows.filter(({ id }) => !courses.has(id));
  return { goes, kept: rows.length - goes.length };
}

/** @throws Problem refused as a gate says, such as a locked month of registers */
async function requireOpen(context: CommandContext, sessions: readonly Told[]): Promise<void> {
  const daysOf = new Map<string, PlainDate[]>();
  for (const { groupId, day } of sessions) daysOf.set(groupId, [...(daysOf.get(groupId) ?? []), day]);
  for (const [groupId, classesOn] of daysOf) await requireOpenDays(context, { groupId, classesOn });
}

const lockSessions = ({ tx, actor }: CommandContext, ids: readonly string[]) =>
  sql`select from class_session where organisation_id = ${actor.organisationId} and id = any (${[...ids]}::uuid[]) order by id for update`.execute(
    tx,
  );

/**
 * Records days without classes. Sessions of the unit's groups that stand on them are cancelled with that reason; those whose register was begun, and
 * those that began today or earlier, stay. @throws Problem not_found (a unit out of reach) | refused `closure.ends_before_start` or what a gate says
 */
export async function recordClosure(context: CommandContext, payload: RecordClosure): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { closureId: id, ...closure } = payload;
  requireUnit(context, programmeAccess["closure.record"], closure.unitId);
  await holdCalendar(context);
  await context.tx
    .insertInto("classClosure")
    .values({ organisationId, id, ...closure, recordedBy: accountId })
    .execute();
  // Whoever writes in a register of theirs has finished by now, or comes after this.
  const before = await classesUnder(context, closure);
  await lockSessions(
    context,
    before.goes.map((session) => session.id),
  );
  const { goes, kept } = await classesUnder(context, closure);
  await requireOpen(context, goes);
  await sql`insert into class_session_cancellation (organisation_id, session_id, reason, cancelled_by, closure_id)
    select ${organisationId}, s, 'CLOSED', ${accountId}, ${id} from unnest(${goes.map((session) => session.id)}::uuid[]) s`.execute(
    context.tx,
  );
  await settleClassTasks(context);
  return { ids: { closure: id }, about: { type: "closure", id }, detail: { cancelled: goes.length, kept } };
}

/** What closing some days would take away. @throws Problem not_found for a unit out of reach */
export async function previewClosure(context: WorkContext, days: ClosureDays): Promise<ClosurePreview> {
  requireUnit(context, programmeAccess["closure.preview-days"], days.unitId);
  const { goes, kept } = await classesUnder(context, days);
  return { cancels: goes.map(lineOf), kept };
}

/** Days without classes of a unit that are not over, by day. @throws Problem not_found for a unit out of reach */
export async function listClosures(context: WorkContext, unitId: string): Promise<ClosureLine[]> {
  requireUnit(context, programmeAccess["closure.list"], unitId);
  const { rows } = await sql<ClosureLine>`select k.id, k.from_on as "from", k.to_on as "to", k.reason,
      (select count(*)::int from class_session_cancellation c where c.organisation_id = k.organisation_id and c.closure_id = k.id and c.taken_back_at is null) as cancelled
    from class_closure k where k.organisation_id = ${context.actor.organisationId} and k.unit_id = ${unitId} and k.withdrawn_at is null
      and k.to_on >= ${context.today} order by k.from_on, k.id ${atMost}`.execute(context.tx);
  return rows;
}

type ClosureRow = { unitId: string };

/** @throws Problem not_found, also for one that was withdrawn */
async function getClosure(
  context: WorkContext,
  verb: (typeof programmeAccess)["closure.withdraw" | "closure.preview-withdrawal"],
  id: string,
): Promise<ClosureRow> {
  const row = await context.tx
    .selectFrom("classClosure")
    .select("unitId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (!row || !mayInUnit(context, verb, row.unitId)) throw new Problem("not_found", "closure.not_found");
  return row;
}

/** Each class that a closure took away, with the reason why it would not come back. */
async function classesBack(
  context: WorkContext,
  { id, unitId }: { id: string; unitId: string },
): Promise<{ session: Told; why: BackReason | null }[]> {
  const { organisationId } = context.actor;
  const { rows: cancelled } = await sql<Told>`select ${told} from ${toldFrom}
    where s.organisation_id = ${organisationId} and exists (select from class_session_cancellation c
      where c.organisation_id = s.organisation_id and c.session_id = s.id and c.closure_id = ${id} and c.taken_back_at is null)
    order by s.day, s.starts_at, s.id`.execute(context.tx);
  if (cancelled.length === 0) return [];
  const { rows: standing } = await sql<ClassPlace>`select s.group_id, s.module_id, s.day,
      (extract(epoch from s.starts_at) / 60)::int as starts_at, s.minutes, s.room_id, coalesce(s.leader_id, s.guest_id) as leader_id,
      s.generation_id is not null as is_planned
    from held_session s where s.organisation_id = ${organisationId} and s.day = any (${[...new Set(cancelled.map(({ day }) => day))]}::date[])`.execute(
    context.tx,
  );
  const { rows: closed } = await sql<{
    from: PlainDate;
    to: PlainDate;
  }>`select from_on as "from", to_on as "to" from class_closure
    where organisation_id = ${organisationId} and unit_id = ${unitId} and withdrawn_at is null and id <> ${id}`.execute(
    context.tx,
  );
  const groupIds = [...new Set(cancelled.map(({ groupId }) => groupId))];
  const { rows: modules } = await sql<{
    id: string;
    plannedMinutes: number;
  }>`select id, planned_minutes from programme_module
    where organisation_id = ${organisationId} and group_id = any (${groupIds}::uuid[])`.execute(context.tx);
  return returnsOf(cancelled, {
    now: { day: context.today, minute: minuteNow(context) },
    standing,
    closed,
    plannedMinutes: new Map(modules.map((module) => [module.id, module.plannedMinutes])),
    countedMinutes: await countedMinutes(context, await sessionsOfGroups(context, groupIds)),
  });
}

/** What a withdrawal would bring back. @throws Problem not_found */
export async function previewWithdrawal(context: WorkContext, { closureId: id }: ClosureId): Promise<ClosureReturn> {
  const { unitId } = await getClosure(context, programmeAccess["closure.preview-withdrawal"], id);
  const classes = await classesBack(context, { id, unitId });
  return {
    returns: classes.filter(({ why }) => why === null).map(({ session }) => lineOf(session)),
    stays: classes.flatMap(({ session, why }) => (why === null ? [] : [{ ...lineOf(session), why }])),
  };
}

/**
 * Takes days without classes back. Classes that they took away stand again where group, room and leader are still free and the module's hours were not planned
 * elsewhere since. @throws Problem not_found | refused as a gate says
 */
export async function withdrawClosure(context: CommandContext, { closureId: id }: ClosureId): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await holdCalendar(context);
  await lockRow(context, "class_closure", id, "closure.not_found");
  const { unitId } = await getClosure(context, programmeAccess["closure.withdraw"], id);
  await sql`update class_closure set withdrawn_at = ${context.now} where organisation_id = ${organisationId} and id = ${id}`.execute(
    context.tx,
  );
  const classes = await classesBack(context, { id, unitId });
  const back = classes.filter(({ why }) => why === null).map(({ session }) => session);
  await requireOpen(context, back);
  await sql`update class_session_cancellation set taken_back_at = ${context.now}, taken_back_by = ${accountId}
    where organisation_id = ${organisationId} and closure_id = ${id} and taken_back_at is null
      and session_id = any (${back.map((session) => session.id)}::uuid[])`.execute(context.tx);
  await settleClassTasks(context, back);
  return {
    ids: { closure: id },
    about: { type: "closure", id },
    detail: { returned: back.length, stayed: classes.length - back.length },
  };
}

type UnitVerb = (typeof programmeAccess)["closure.record" | "closure.preview-days" | "closure.list"];

/** @throws Problem not_found for a unit out of reach */
function requireUnit(context: WorkContext, verb: UnitVerb, unitId: string): void {
  if (!mayInUnit(context, verb, unitId)) throw new Problem("not_found", "project.unknown_unit");
}
