import { sql } from "kysely";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  lockRow,
  requireBase,
  type WorkContext,
} from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import { programmeAccess } from "../access.ts";
import { replaceHours } from "../hoursRows.ts";
import { requireGroup } from "../queries.ts";
import type { GroupTimetable, SetGroupTimetable } from "./contract.ts";
import { groupSettings, lengthsOfModule } from "./load.ts";

onConstraint("module_leader_is_leader", "invalid", "group.unknown_leader", "payload.modules");
onConstraint("module_room_is_room", "invalid", "class-room.not_found", "payload.modules");

/**
 * When a group meets and how its modules are held. A colleague who is named for the first time becomes one who leads whenever it is asked.
 * @throws Problem not_found (also a module of another group, and a room or leader of another unit) | conflict (changed meanwhile)
 */
export async function setGroupTimetable(context: CommandContext, payload: SetGroupTimetable): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { groupId, meetings, modules } = payload;
  await requireGroup(context, programmeAccess["timetable.set-group"], groupId);
  await lockRow(context, "class_group", groupId, "group.not_found");
  const group = await requireGroup(context, programmeAccess["timetable.set-group"], groupId);
  requireBase(context, group.version);
  await replaceHours(context, "group_meeting", groupId, meetings);
  const leaderIds = [...new Set(modules.flatMap((module) => module.leaderIds))];
  const roomIds = [...new Set(modules.flatMap((module) => module.roomIds))];
  await sql`insert into class_leader (organisation_id, id, account_id, kind, recorded_by)
    select ${organisationId}, m.account_id, m.account_id, 'COLLEAGUE', ${accountId} from membership m
    where m.organisation_id = ${organisationId} and m.account_id = any (${leaderIds}::uuid[])
    on conflict do nothing`.execute(context.tx);
  const { rows: known } = await sql<{ modules: number; leaders: number; rooms: number }>`select
      (select count(*)::int from programme_module where organisation_id = ${organisationId} and group_id = ${groupId}
        and id = any (${modules.map(({ moduleId }) => moduleId)}::uuid[])) as modules,
      (select count(*)::int from class_leader where organisation_id = ${organisationId} and id = any (${leaderIds}::uuid[])
        and (unit_id is null or unit_id = ${group.unitId})) as leaders,
      (select count(*)::int from class_room where organisation_id = ${organisationId} and id = any (${roomIds}::uuid[]) and unit_id = ${group.unitId}) as rooms`.execute(
    context.tx,
  );
  if (known[0]?.modules !== modules.length) throw new Problem("not_found", "programme.module_not_found");
  if (known[0].leaders !== leaderIds.length) throw new Problem("not_found", "class-leader.not_found");
  if (known[0].rooms !== roomIds.length) throw new Problem("not_found", "class-room.not_found");

  const rows = JSON.stringify(modules);
  const ids = modules.map(({ moduleId }) => moduleId);
  await sql`update programme_module p set least_minutes = m."leastMinutes", usual_minutes = m."usualMinutes", most_minutes = m."mostMinutes",
      wished_weekdays = array(select jsonb_array_elements_text(m."wishedWeekdays")::int), held_from = (m.season ->> 'from')::date, held_until = (m.season ->> 'to')::date
    from jsonb_to_recordset(${rows}::jsonb) as m("moduleId" uuid, "leastMinutes" int, "usualMinutes" int, "mostMinutes" int, "wishedWeekdays" jsonb, season jsonb)
    where p.organisation_id = ${organisationId} and p.id = m."moduleId"`.execute(context.tx);
  for (const [table, list] of [
    ["module_leader", "leaderIds"],
    ["module_room", "roomIds"],
  ] as const) {
    const column = sql.ref(list === "leaderIds" ? "leader_id" : "room_id");
    const allowed = JSON.stringify(modules.map((module) => ({ moduleId: module.moduleId, ids: module[list] })));
    await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId} and module_id = any (${ids}::uuid[])`.execute(
      context.tx,
    );
    await sql`insert into ${sql.table(table)} (organisation_id, module_id, ${column})
      select distinct ${organisationId}::uuid, m."moduleId", e.id::uuid
      from jsonb_to_recordset(${allowed}::jsonb) as m("moduleId" uuid, ids jsonb)
        cross join lateral jsonb_array_elements_text(m.ids) e (id)`.execute(context.tx);
  }
  const version = await bumpVersion(context, "class_group", groupId);
  return { ids: { group: groupId }, version, about: { type: "group", id: groupId } };
}

/** @throws Problem not_found */
export async function readGroupTimetable(context: WorkContext, groupId: string): Promise<GroupTimetable> {
  await requireGroup(context, programmeAccess["timetable.read-group"], groupId);
  const [group] = await groupSettings(context, [groupId]);
  if (!group) throw new Problem("not_found", "group.not_found");
  return {
    groupId,
    version: group.version,
    meetings: group.meetings,
    modules: group.modules.map((module) => {
      const { least, usual, most } = lengthsOfModule(module, group);
      const { heldFrom, heldUntil } = module;
      return {
        moduleId: module.id,
        leastMinutes: least,
        usualMinutes: usual,
        mostMinutes: most,
        wishedWeekdays: module.wishedWeekdays,
        season: heldFrom && heldUntil ? { from: heldFrom, to: heldUntil } : null,
        leaderIds: module.leaderIds,
        roomIds: module.roomIds,
        lengthsSaid: module.leastMinutes !== null,
      };
    }),
  };
}
