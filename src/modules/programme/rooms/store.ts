import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { uuidv7 } from "../../../platform/uuid.ts";

/** The room of a unit that is called so; one not known yet is written down, without hours: it counts as always open. */
export async function roomByName(
  { tx, actor: { organisationId, accountId } }: CommandContext,
  { unitId, name, capacity }: { unitId: string; name: string | null; capacity: number },
): Promise<string | null> {
  const called = name?.trim();
  if (!called) return null;
  await sql`insert into class_room (organisation_id, id, unit_id, name, capacity, recorded_by)
    values (${organisationId}, ${uuidv7()}, ${unitId}, ${called}, ${capacity}, ${accountId})
    on conflict (organisation_id, unit_id, norm(name)) do nothing`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from class_room
    where organisation_id = ${organisationId} and unit_id = ${unitId} and norm(name) = norm(${called})`.execute(tx);
  return rows[0]?.id ?? null;
}
