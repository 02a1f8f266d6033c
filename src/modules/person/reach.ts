import { sql } from "kysely";
import { type Actor, type Reach, type Relation, type Role, reachesOf, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A person as the actor stands to them. `rootId`: the record that a merged one points to, else the person's own. */
export type Standing = { rootId: string; relation: Relation };

/**
 * How a person, with all records merged into them, stands to the actor: `unit` when one of the actor's units works with them,
 * `team` when the actor is in the team of one of their cases today; both while the actor has broken the glass; `own` when the
 * person is the actor. Null when the organisation has no such person.
 */
export async function findStanding(context: WorkContext, personId: string): Promise<Standing | null> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { rows } = await sql<{ rootId: string; ids: string[]; unit: boolean; team: boolean; glass: boolean }>`
    with family as (
      select f.id, r.root_id from (select coalesce(p.merged_into, p.id) as root_id from person p where p.organisation_id = ${organisationId} and p.id = ${personId}) r
      join lateral (select r.root_id as id union all select m.id from person m where m.organisation_id = ${organisationId} and m.merged_into = r.root_id) f on true
    )
    select (select root_id from family limit 1) as root_id, array(select id from family) as ids,
      exists (select from person_unit u where u.organisation_id = ${organisationId} and u.person_id in (select id from family) and u.unit_id = any (${[...unitIds]}::uuid[])) as unit,
      exists (select from case_member m join support_case c on c.organisation_id = m.organisation_id and c.id = m.case_id
        where m.organisation_id = ${organisationId} and m.account_id = ${accountId} and c.person_id in (select id from family)
          and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as team,
      exists (select from break_glass g where g.organisation_id = ${organisationId} and g.account_id = ${accountId}
        and g.person_id in (select id from family) and g.until_at > ${context.now}) as glass`.execute(context.tx);
  const [row] = rows;
  if (!row?.rootId) return null;
  const own = context.actor.personId !== null && row.ids.includes(context.actor.personId);
  return { rootId: row.rootId, relation: { unit: row.unit || row.glass, team: row.team || row.glass, own } };
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
