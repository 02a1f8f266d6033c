import { sql } from "kysely";
import { type Reach, type Role, reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";

/** Centres among the units that the reader reaches with `verb`: those where somebody was admitted, and units of that kind; by name. */
export async function centresOf(
  { tx, actor }: WorkContext,
  verb: Readonly<Partial<Record<Role, Reach>>>,
): Promise<{ id: string; name: string }[]> {
  if (!reachesOf(actor, verb).has("unit")) return [];
  const { rows } = await sql<{ id: string; name: string }>`select u.id, u.name from unit u
    where u.organisation_id = ${actor.organisationId} and u.id = any (${[...actor.unitIds]}::uuid[])
      and (u.kind = 'CIS' or exists (select from support_case k join ipzs i on i.organisation_id = k.organisation_id and i.case_id = k.id
        where k.organisation_id = u.organisation_id and k.unit_id = u.id))
    order by u.name, u.id ${atMost}`.execute(tx);
  return rows;
}
