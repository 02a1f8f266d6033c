import { sql } from "kysely";
import { type Relation, requireReach, type Role, type Reach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/**
 * How a person stands to the actor: `unit` when one of the actor's units works with the person, `team` when the actor is
 * in the team of one of the person's cases today (or has broken the glass for the moment), `own` when the person is the actor.
 * Null when the organisation has no such person.
 */
export async function findRelation(context: WorkContext, personId: string): Promise<Relation | null> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { rows } = await sql<{ unit: boolean; team: boolean; glass: boolean }>`select
      exists (select from person_unit u where u.organisation_id = ${organisationId} and u.person_id = p.id and u.unit_id = any (${[...unitIds]}::uuid[])) as unit,
      exists (select from case_member m join support_case c on c.organisation_id = m.organisation_id and c.id = m.case_id
        where m.organisation_id = ${organisationId} and m.account_id = ${accountId} and c.person_id = p.id
          and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as team,
      exists (select from break_glass g where g.organisation_id = ${organisationId} and g.account_id = ${accountId} and g.person_id = p.id and g.until_at > ${context.now}) as glass
    from person p where p.organisation_id = ${organisationId} and p.id = ${personId}`.execute(context.tx);
  const [row] = rows;
  if (!row) return null;
  return { unit: row.unit || row.glass, team: row.team || row.glass, own: context.actor.personId === personId };
}

/**
 * Lets the work go on only when the actor may do `verb` on this person.
 * @throws Problem not_found `person.not_found` for a person out of reach, whether or not there is one
 */
export async function requirePerson(context: WorkContext, verb: Verb, personId: string): Promise<Relation> {
  const relation = await findRelation(context, personId);
  if (!relation) throw new Problem("not_found", "person.not_found");
  requireReach(context.actor, verb, relation, "person.not_found");
  return relation;
}
