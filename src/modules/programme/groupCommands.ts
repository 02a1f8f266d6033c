import { sql } from "kysely";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  lockRow,
  recordEvent,
  requireBase,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { recordEvents } from "../../platform/recordEvents.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { whereaboutsHidden } from "../person/public.ts";
import { findProjectRow } from "../project/public.ts";
import { programmeAccess } from "./access.ts";
import type { AddMembers, EndMembership, RecordGroup } from "./contract.ts";
import { requireOpenDays } from "./gates.ts";
import { mayInUnit, requireGroup } from "./queries.ts";

onConstraint("class_group_leader_is_member", "invalid", "group.unknown_leader", "payload.leaderIds");
onConstraint("class_session_of_module", "refused", "programme.module_in_use");
onConstraint("programme_module_key", "conflict", "record.id_taken");
onConstraint("group_member_key", "conflict", "record.id_taken");
onConstraint("group_member_once", "refused", "member.already_in_group");
onConstraint("group_member_period", "refused", "member.ends_before_start");

/** @throws Problem not_found | conflict (changed meanwhile) | invalid (unknown leader) | refused `programme.module_in_use` */
export async function recordGroup(context: CommandContext, payload: RecordGroup): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { groupId: id, projectId, modules, leaderIds, ...card } = payload;
  const project = await findProjectRow(context, projectId);
  if (!project || !mayInUnit(context, programmeAccess["group.record"], project.unitId))
    throw new Problem("not_found", "project.not_found");
  const { rows } = await sql`select from class_group where organisation_id = ${organisationId} and id = ${id}`.execute(
    context.tx,
  );
  let version = 1;
  if (rows.length > 0) {
    await requireGroup(context, programmeAccess["group.record"], id);
    if (context.base === undefined) throw new Problem("conflict", "record.id_taken");
    await lockRow(context, "class_group", id, "group.not_found");
    const group = await requireGroup(context, programmeAccess["group.record"], id);
    requireBase(context, group.version);
    refuseIf([group.projectId === projectId ? null : "group.other_project"]);
    await context.tx
      .updateTable("classGroup")
      .set(card)
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .execute();
    version = await bumpVersion(context, "class_group", id);
  } else {
    await context.tx
      .insertInto("classGroup")
      .values({ organisationId, id, projectId, unitId: project.unitId, ...card, recordedBy: accountId })
      .execute();
  }
  await saveModules(context, id, modules, project.minutesPerHour);
  await saveLeaders(context, id, leaderIds, card.startsOn);
  return { ids: { group: id }, version, about: { type: "group", id } };
}

async function saveModules(
  { tx, actor: { organisationId } }: CommandContext,
  groupId: string,
  modules: RecordGroup["modules"],
  minutesPerHour: number,
): Promise<void> {
  await sql`delete from programme_module where organisation_id = ${organisationId} and group_id = ${groupId}
    and not (id = any (${modules.map(({ moduleId }) => moduleId)}::uuid[]))`.execute(tx);
  if (modules.length === 0) return;
  const rows = modules.map(({ plannedHours, ...module }, no) => ({
    ...module,
    no,
    plannedMinutes: Math.round(plannedHours * minutesPerHour),
  }));
  // a module of another group is never taken over: its row does not match and nothing is updated
  await sql`insert into programme_module (organisation_id, id, group_id, no, code, name, form, planned_minutes, cadence, provider, optional)
    select ${organisationId}, m."moduleId", ${groupId}, m.no, m.code, m.name, m.form, m."plannedMinutes", m.cadence, m.provider, m.optional
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m("moduleId" uuid, no int, code text, name text, form text, "plannedMinutes" int, cadence text, provider text, optional boolean)
    on conflict on constraint programme_module_key do update set no = excluded.no, name = excluded.name, form = excluded.form,
      planned_minutes = excluded.planned_minutes, cadence = excluded.cadence, provider = excluded.provider, optional = excluded.optional
      where programme_module.group_id = excluded.group_id`.execute(tx);
}

async function saveLeaders(
  { tx, today, actor: { organisationId, accountId } }: CommandContext,
  groupId: string,
  leaderIds: readonly string[],
  startsOn: string,
): Promise<void> {
  await sql`update class_group_leader set valid_until = greatest(valid_from, ${today}::date - 1) where organisation_id = ${organisationId} and group_id = ${groupId}
    and valid_until is null and not (account_id = any (${[...leaderIds]}::uuid[]))`.execute(tx);
  const rows = leaderIds.map((leaderId) => ({ id: uuidv7(), leaderId }));
  if (rows.length === 0) return;
  await sql`insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, given_by)
    select ${organisationId}, l.id, ${groupId}, l."leaderId", least(${startsOn}::date, ${today}::date), ${accountId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, "leaderId" uuid)
    where not exists (select from class_group_leader k where k.organisation_id = ${organisationId} and k.group_id = ${groupId}
      and k.account_id = l."leaderId" and k.valid_until is null)`.execute(tx);
}

/**
 * Takes enrolled persons into the group, each from a day on. @throws Problem not_found | refused `group.full` (on any day),
 * `member.not_enrolled` (another project, ended, not yet started on that day, or whereabouts that are not for the actor, C7),
 * `member.already_in_group`, or what a gate says
 */
export async function addMembers(context: CommandContext, { groupId, members }: AddMembers): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await requireGroup(context, programmeAccess["member.add"], groupId);
  await lockRow(context, "class_group", groupId, "group.not_found");
  const group = await requireGroup(context, programmeAccess["member.add"], groupId);
  const { rows: added } = await sql<{ id: string; personId: string; validFrom: string }>`
    insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by)
    select ${organisationId}, m."memberId", ${groupId}, e.id, e.person_id, m."validFrom", ${accountId}
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m("memberId" uuid, "enrolmentId" uuid, "validFrom" date)
    join enrolment_period e on e.organisation_id = ${organisationId} and e.id = m."enrolmentId" and e.project_id = ${group.projectId}
      and e.started_on <= m."validFrom" and e.ended_on is null and not ${whereaboutsHidden(context, sql.ref("e.person_id"))}
    returning id, person_id, valid_from`.execute(context.tx);
  refuseIf([added.length === members.length ? null : "member.not_enrolled"]);
  const membersFrom = members.map((member) => member.validFrom).reduce((a, b) => (a < b ? a : b));
  await requireOpenDays(context, { groupId, membersFrom, leaving: [] });
  const { rows } = await sql<{ count: number }>`select count(distinct person_id)::int as count from group_membership
    where organisation_id = ${organisationId} and group_id = ${groupId} and coalesce(valid_until, ${context.today}) >= ${context.today}`.execute(
    context.tx,
  );
  refuseIf([(rows[0]?.count ?? 0) > group.capacity ? "group.full" : null], { capacity: group.capacity });
  await recordEvents(
    context,
    added.map(({ id, personId, validFrom }) => ({
      personId,
      kind: "group.joined",
      section: "ATTENDANCE" as const,
      subject: { type: "group_member", id },
      detail: { groupId, validFrom },
    })),
  );
  return { ids: { group: groupId }, about: { type: "group", id: groupId }, detail: { added: added.length } };
}

/** @throws Problem not_found | refused `member.ends_before_start` | `member.already_ended`, or what a gate says */
export async function endMembership(context: CommandContext, { memberId, validUntil }: EndMembership): Promise<Done> {
  const { organisationId } = context.actor;
  await lockRow(context, "group_member", memberId, "member.not_found");
  const member = await context.tx
    .selectFrom("groupMember")
    .select(["groupId", "personId", "validUntil"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", memberId)
    .executeTakeFirstOrThrow();
  await requireGroup(context, programmeAccess["member.end"], member.groupId).catch(() => {
    throw new Problem("not_found", "member.not_found");
  });
  refuseIf([member.validUntil === null ? null : "member.already_ended"]);
  const change = { groupId: member.groupId, membersFrom: addDays(validUntil, 1), leaving: [memberId] };
  await requireOpenDays(context, change);
  await sql`update group_member set valid_until = ${validUntil} where organisation_id = ${organisationId} and id = ${memberId}`.execute(
    context.tx,
  );
  await recordEvent(context, {
    personId: member.personId,
    kind: "group.left",
    section: "ATTENDANCE",
    subject: { type: "group_member", id: memberId },
    detail: { groupId: member.groupId, validUntil },
  });
  return { ids: { member: memberId }, about: { type: "group_member", id: memberId, personId: member.personId } };
}
