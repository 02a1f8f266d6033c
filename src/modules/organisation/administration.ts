import { sql } from "kysely";
import type { Role } from "../../platform/access.ts";
import type { CommandContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/**
 * Holds the administration of the organisation for this transaction, so that two administrators who end each other are heard
 * one after the other. Not `for update`: the command's own row already refers to the organisation, and two would wait for each other.
 * @throws Problem forbidden when the actor is no administrator any more
 */
export async function lockAdministration(
  context: CommandContext,
  who: readonly Role[] = ["ORGANISATION_ADMIN"],
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`select 1 from organisation where id = ${organisationId} for no key update`.execute(context.tx);
  const { rows } =
    await sql`select 1 from membership m join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id
      and r.role = any (${[...who]}::text[])
    where m.organisation_id = ${organisationId} and m.account_id = ${accountId} and m.ended_at is null and m.held_at is null
      and coalesce(m.valid_until, ${context.today}) >= ${context.today}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("forbidden", "access.denied");
}

export type Member = {
  version: number;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  ended: boolean;
  held: boolean;
  roles: Role[];
};

/** One member of the organisation, locked. @throws Problem not_found `account.not_found` */
export async function lockMember(context: CommandContext, accountId: string): Promise<Member> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Member>`select m.version, m.valid_from, m.valid_until, m.ended_at is not null as ended, m.held_at is not null as held,
      array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id order by r.role) as roles
    from membership m where m.organisation_id = ${organisationId} and m.account_id = ${accountId} for update of m`.execute(
      context.tx,
    );
  const [member] = rows;
  if (!member) throw new Problem("not_found", "account.not_found");
  return member;
}

export async function bumpMember(context: CommandContext, accountId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update membership set version = version + 1
    where organisation_id = ${context.actor.organisationId} and account_id = ${accountId} returning version`.execute(
    context.tx,
  );
  return rows[0]?.version ?? 0;
}

/** Ends every session of an account in this organisation; holds from the next request on. */
export async function endSessions(context: CommandContext, accountId: string): Promise<void> {
  await sql`select session_end(${accountId}, null, ${context.actor.organisationId}, ${context.now})`.execute(
    context.tx,
  );
}
