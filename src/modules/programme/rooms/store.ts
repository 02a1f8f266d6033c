import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { invalidAt } from "../../../platform/problem.ts";

/** @throws Problem invalid `class-room.not_found` for a room that the unit does not have */
export async function requireRoomOf(
  { tx, actor: { organisationId } }: CommandContext,
  unitId: string,
  roomId: string | null,
): Promise<void> {
  if (roomId === null) return;
  const { rows } = await sql`select from class_room
    where organisation_id = ${organisationId} and unit_id = ${unitId} and id = ${roomId}`.execute(tx);
  if (rows.length === 0) throw invalidAt("payload.roomId", "class-room.not_found");
}
