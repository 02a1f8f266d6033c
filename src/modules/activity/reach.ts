import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A unit that the actor may reach with `verb`. @throws Problem not_found, also for a unit of another organisation */
export async function requireUnit(
  { tx, actor }: WorkContext,
  verb: Verb,
  unitId: string,
  missing = "activity.unit_not_found",
): Promise<{ name: string }> {
  const unit = await tx
    .selectFrom("unit")
    .select("name")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", unitId)
    .executeTakeFirst();
  if (!unit) throw new Problem("not_found", missing);
  requireReach(actor, verb, { unit: actor.unitIds.includes(unitId) }, missing);
  return unit;
}
