import { type RawBuilder, sql } from "kysely";
import { type Actor, type Reach, type Relation, type Role, reachesOf, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A person as the actor stands to them. `rootId`: the record that a merged one points to, else the person's own. */
export type Standing = { rootId: string; relation: Relation };

/**
 * SQL: how the person whose id `personId` holds, with all records merged into them, stands to the actor. The one place that says
 * it, for one person and for lists. Its tables have names of their own: the column comes with an alias of the caller, and one
 * that a table in here also had would mean that table's column, and hold for everybody.
 */
function standingSql(
  context: WorkContext,
  personId: RawBuilder<unknown>,
): Record<"unit" | "team", RawBuilder<boolean>> {
  const { organisationId, accountId, unitIds } = context.actor;
  const family = sql`(select reach_root.id from person reach_self
      join person reach_root on reach_root.organisation_id = reach_self.organisation_id and reach_root.id = coalesce(reach_self.merged_into, reach_self.id)
      where reach_self.organisation_id = ${organisationId} and reach_self.id = ${personId}
    union all select reach_other.id from person reach_me
      join person reach_other on reach_other.organisation_id = reach_me.organisation_id and reach_other.merged_into = coalesce(reach_me.merged_into, reach_me.id)
      where reach_me.organisation_id = ${organisationId} and reach_me.id = ${personId})`;
  const glass = sql<boolean>`exists (select from break_glass reach_glass where reach_glass.organisation_id = ${organisationId}
    and reach_glass.account_id = ${accountId} and reach_glass.person_id in ${family} and reach_glass.until_at > ${context.now})`;
  return {
    unit: sql<boolean>`(${glass} or exists (select from person_unit reach_unit where reach_unit.organisation_id = ${organisationId}
      and reach_unit.person_id in ${family} and reach_unit.unit_id = any (${[...unitIds]}::uuid[])))`,
    team: sql<boolean>`(${glass} or exists (select from case_member reach_member
      join support_case reach_case on reach_case.organisation_id = reach_member.organisation_id and reach_case.id = reach_member.case_id
      where reach_member.organisation_id = ${organisationId} and reach_member.account_id = ${accountId} and reach_case.person_id in ${family}
        and reach_member.valid_from <= ${context.today} and coalesce(reach_member.valid_until, ${context.today}) >= ${context.today}))`,
  };
}

/**
 * How a person, with all records merged into them, stands to the actor: `unit` when one of the actor's units works with them,
 * `team` when the actor is in the team of one of their cases today; both while the actor has broken the glass; `own` when the
 * person is the actor. Null when the organisation has no such person.
 */
export async function findStanding(context: WorkContext, personId: string): Promise<Standing | null> {
  const { organisationId, personId: ownId } = context.actor;
  const { unit, team } = standingSql(context, sql`${personId}::uuid`);
  const { rows } = await sql<{ rootId: string; unit: boolean; team: boolean; own: boolean }>`
    select coalesce(p.merged_into, p.id) as root_id, ${unit} as unit, ${team} as team,
      coalesce(coalesce(p.merged_into, p.id) = (select coalesce(o.merged_into, o.id) from person o where o.organisation_id = p.organisation_id and o.id = ${ownId}), false) as own
    from person p where p.organisation_id = ${organisationId} and p.id = ${personId}`.execute(context.tx);
  const [row] = rows;
  return row ? { rootId: row.rootId, relation: { unit: row.unit, team: row.team, own: row.own } } : null;
}

/**
 * SQL condition for lists: the actor may do `verb` on the person whose id the column holds. The same answer as `requireStanding`
 * gives for one person; "own" is left to it.
 */
export function personInReach(context: WorkContext, verb: Verb, personId: RawBuilder<unknown>): RawBuilder<boolean> {
  const reaches = reachesOf(context.actor, verb);
  if (reaches.has("organisation")) return sql<boolean>`true`;
  const { unit, team } = standingSql(context, personId);
  if (reaches.has("unit") && reaches.has("team")) return sql<boolean>`(${unit} or ${team})`;
  if (reaches.has("unit")) return unit;
  return reaches.has("team") ? team : sql<boolean>`false`;
}

/** @throws Problem not_found `person.not_found` for a person out of reach, whether or not there is one */
export async function requireStanding(context: WorkContext, verb: Verb, personId: string): Promise<Standing> {
  const standing = await findStanding(context, personId);
  if (!standing) throw new Problem("not_found", "person.not_found");
  requireReach(context.actor, verb, standing.relation, "person.not_found");
  return standing;
}

/** What `find_people` asks about reach, from the actor's roles. */
export function reachOf(actor: Actor, verb: Verb): { everybody: boolean; units: string[]; team: boolean } {
  const reaches = reachesOf(actor, verb);
  return {
    everybody: reaches.has("organisation"),
    units: reaches.has("unit") ? [...actor.unitIds] : [],
    team: reaches.has("team"),
  };
}
