import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
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
import { daysJson, hoursJson, replaceDays, replaceHours } from "../hoursRows.ts";
import { mayInUnit } from "../queries.ts";
import { settleClassTask } from "../timetable/tasks.ts";
import type { OfUnit, RecordRoom, RoomLine } from "./contract.ts";

onConstraint("class_room_name_once", "invalid", "class-room.name_taken", "payload.name");
onConstraint("class_room_key", "conflict", "record.id_taken");

/** @throws Problem not_found (a unit or room out of reach) | conflict (changed meanwhile) | invalid `class-room.name_taken` */
export async function recordRoom(context: CommandContext, payload: RecordRoom): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { roomId: id, hours, closed, unitId, ...card } = payload;
  if (!mayInUnit(context, programmeAccess["class-room.record"], unitId))
    throw new Problem("not_found", "class-room.not_found");
  let version = 1;
  if (context.base === undefined)
    await context.tx
      .insertInto("classRoom")
      .values({ organisationId, id, unitId, ...card, recordedBy: accountId })
      .execute();
  else {
    await lockRow(context, "class_room", id, "class-room.not_found");
    const known = await context.tx
      .selectFrom("classRoom")
      .select(["unitId", "version"])
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (known.unitId !== unitId) throw new Problem("not_found", "class-room.not_found");
    requireBase(context, known.version);
    await context.tx
      .updateTable("classRoom")
      .set(card)
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .execute();
    version = await bumpVersion(context, "class_room", id);
  }
  await replaceHours(context, "class_room_hours", id, hours);
  await replaceDays(context, "class_room_closure", id, closed);
  await settleClassTask(context, { type: "class_room", id });
  return { ids: { room: id }, version, about: { type: "class_room", id } };
}

/** Rooms of a unit, those in use first. @throws Problem not_found for a unit out of reach */
export async function listRooms(context: WorkContext, { unitId }: OfUnit): Promise<RoomLine[]> {
  if (!mayInUnit(context, programmeAccess["class-room.list"], unitId))
    throw new Problem("not_found", "project.unknown_unit");
  const { rows } =
    await sql<RoomLine>`select r.id, r.unit_id, r.name, r.place, r.capacity, r.lender, r.retired_on, r.version,
      ${hoursJson("class_room_hours", sql.ref("r.organisation_id"), sql.ref("r.id"))} as hours,
      ${daysJson("class_room_closure", sql.ref("r.organisation_id"), sql.ref("r.id"))} as closed,
      (select count(*)::int from held_session s where s.organisation_id = r.organisation_id and s.room_id = r.id and s.day >= ${context.today}) as ahead
    from class_room r where r.organisation_id = ${context.actor.organisationId} and r.unit_id = ${unitId}
    order by r.retired_on is not null and r.retired_on <= ${context.today}, r.name, r.id ${atMost}`.execute(context.tx);
  return rows;
}
