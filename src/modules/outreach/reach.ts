import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";

export type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** @throws Problem not_found `missing` for what belongs to a team of which the actor is not */
export function requireUnit(context: WorkContext, verb: Verb, unitId: string, missing: string): void {
  requireReach(context.actor, verb, { unit: context.actor.unitIds.includes(unitId) }, missing);
}

/**
 * The team a new record belongs to: the one named, else the actor's outreach team, else the actor's first unit.
 * @throws Problem not_found `outreach.unit_not_found` for a unit of others | refused `outreach.no_unit` for nobody's member
 */
export async function findTeam(context: WorkContext, unitId: string | null): Promise<string> {
  const { organisationId, unitIds } = context.actor;
  if (unitId) {
    if (!unitIds.includes(unitId)) throw new Problem("not_found", "outreach.unit_not_found");
    return unitId;
  }
  const { rows } = await sql<{ id: string }>`select id from unit
    where organisation_id = ${organisationId} and id = any (${[...unitIds]}::uuid[]) and closed_on is null
    order by kind = 'OUTREACH_TEAM' desc, name limit 1`.execute(context.tx);
  const [unit] = rows;
  if (!unit) throw new Problem("refused", "outreach.no_unit");
  return unit.id;
}

/** The team of a shift. @throws Problem not_found `shift.not_found`, also for a shift of another team */
export async function requireShift(
  context: WorkContext,
  verb: Verb,
  shiftId: string,
): Promise<{ unitId: string; startedAt: string; members: number }> {
  const { rows } = await sql<{ unitId: string; startedAt: string; members: number }>`select s.unit_id, s.started_at,
      (select count(*)::int from outreach_shift_member m where m.organisation_id = s.organisation_id and m.shift_id = s.id) as members
    from outreach_shift s where s.organisation_id = ${context.actor.organisationId} and s.id = ${shiftId}`.execute(
    context.tx,
  );
  const [shift] = rows;
  if (!shift) throw new Problem("not_found", "shift.not_found");
  requireUnit(context, verb, shift.unitId, "shift.not_found");
  return shift;
}

/** @throws Problem not_found `site.not_found` when one of the sites is not there or is another team's */
export async function requireSites(
  context: WorkContext,
  verb: Verb,
  siteIds: readonly (string | null)[],
): Promise<void> {
  const wanted = [...new Set(siteIds.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const { rows } = await sql<{ unitId: string }>`select unit_id from outreach_site
    where organisation_id = ${context.actor.organisationId} and id = any (${wanted}::uuid[])`.execute(context.tx);
  if (rows.length !== wanted.length) throw new Problem("not_found", "site.not_found");
  for (const { unitId } of rows) requireUnit(context, verb, unitId, "site.not_found");
}
