import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, requireBase } from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { bumpMember, endSessions, lockAdministration, lockMember } from "./administration.ts";
import { ChangeRoles, EndAccount, InviteAccount, ReleaseAccount, SetLanguage, WithdrawInvitation } from "./contract.ts";
import { refuseRoles, refuseSharedName } from "./rules.ts";

const invitationDays = 7;

onConstraint("membership_unit_of_unit", "invalid", "account.unknown_unit", "payload.unitIds");
onConstraint("membership_period", "refused", "account.ends_before_start");
onConstraint("invitation_period", "refused", "account.ends_before_start");
onConstraint("invitation_key", "conflict", "record.id_taken");
onConstraint("invitation_link_once", "conflict", "record.id_taken");

async function requireUnits(context: CommandContext, unitIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ known: number }>`select count(*)::int as known from unit
    where organisation_id = ${context.actor.organisationId} and closed_on is null and id = any (${[...unitIds]}::uuid[])`.execute(
    context.tx,
  );
  if (rows[0]?.known !== new Set(unitIds).size) throw invalidAt("payload.unitIds", "account.unknown_unit");
}

/**
 * Keeps an invitation. The answer is the same whether or not the login has an account in another organisation; the account
 * is made, or joins, when its owner uses the link.
 * @throws Problem refused `account.already_member` (of this organisation) | rights as `refuseRoles` | `account.not_one_person`
 */
async function inviteAccount(context: CommandContext, payload: InviteAccount): Promise<Done> {
  await lockAdministration(context);
  const { organisationId, accountId: invitedBy } = context.actor;
  const { invitationId, linkHash, unitIds, ...wanted } = payload;
  refuseIf([refuseRoles(invitedBy, null, [], wanted.roles), refuseSharedName(wanted.displayName)]);
  await requireUnits(context, unitIds);
  const { rows: members } = await sql`select 1 from organisation_accounts() a
      join membership m on m.organisation_id = ${organisationId} and m.account_id = a.account_id
    where a.login = ${wanted.login} and m.ended_at is null and coalesce(m.valid_until, ${context.today}) >= ${context.today}`.execute(
    context.tx,
  );
  if (members.length > 0) throw new Problem("refused", "account.already_member");
  await sql`update invitation set withdrawn_at = ${context.now}
    where organisation_id = ${organisationId} and login = ${wanted.login} and accepted_at is null and withdrawn_at is null`.execute(
    context.tx,
  );
  const expiresAt = new Date(Date.parse(context.now) + invitationDays * 86_400_000).toISOString();
  await context.tx
    .insertInto("invitation")
    .values({
      ...wanted,
      organisationId,
      id: invitationId,
      roles: [...new Set(wanted.roles)],
      unitIds: [...new Set(unitIds)],
      linkHash: Buffer.from(linkHash, "hex"),
      expiresAt,
      invitedBy,
    })
    .execute();
  const about = { type: "invitation", id: invitationId };
  return { ids: { invitation: invitationId }, about, detail: { roles: wanted.roles, validFrom: wanted.validFrom } };
}

/** Makes void what somebody invited and nobody has taken yet: whoever keeps such a link could come back by it. */
async function withdrawInvitationsOf(context: CommandContext, accountId: string): Promise<void> {
  await sql`update invitation set withdrawn_at = ${context.now} where organisation_id = ${context.actor.organisationId}
    and invited_by = ${accountId} and accepted_at is null and withdrawn_at is null`.execute(context.tx);
}

/** @throws Problem not_found `invitation.not_found` */
async function withdrawInvitation(context: CommandContext, { invitationId }: WithdrawInvitation): Promise<Done> {
  const { rows } = await sql`update invitation set withdrawn_at = ${context.now}
    where organisation_id = ${context.actor.organisationId} and id = ${invitationId} and accepted_at is null and withdrawn_at is null returning id`.execute(
    context.tx,
  );
  if (rows.length === 0) throw new Problem("not_found", "invitation.not_found");
  return { ids: { invitation: invitationId }, about: { type: "invitation", id: invitationId } };
}

/** @throws Problem not_found | conflict | refused as `refuseRoles` | invalid `account.unknown_unit` */
async function changeRoles(context: CommandContext, { accountId, roles, unitIds }: ChangeRoles): Promise<Done> {
  await lockAdministration(context);
  const member = await lockMember(context, accountId);
  requireBase(context, member.version);
  refuseIf([refuseRoles(context.actor.accountId, accountId, member.roles, roles)]);
  await requireUnits(context, unitIds);
  const { organisationId } = context.actor;
  await sql`delete from membership_role where organisation_id = ${organisationId} and account_id = ${accountId}`.execute(
    context.tx,
  );
  await sql`delete from membership_unit where organisation_id = ${organisationId} and account_id = ${accountId}`.execute(
    context.tx,
  );
  await sql`insert into membership_role (organisation_id, account_id, role)
    select ${organisationId}, ${accountId}, role from unnest(${[...new Set(roles)]}::text[]) role`.execute(context.tx);
  await sql`insert into membership_unit (organisation_id, account_id, unit_id)
    select ${organisationId}, ${accountId}, unit_id from unnest(${[...new Set(unitIds)]}::uuid[]) unit_id`.execute(
    context.tx,
  );
  if (!roles.includes("ORGANISATION_ADMIN")) await withdrawInvitationsOf(context, accountId);
  const version = await bumpMember(context, accountId);
  const about = { type: "account", id: accountId };
  return { ids: { account: accountId }, version, about, detail: { before: member.roles, after: roles } };
}

/**
 * Sets the last day of an appointment, or ends it at once with all its sessions (C21: from the next request).
 * @throws Problem not_found | refused `account.own_rights`, `account.already_ended`, `account.ends_in_past`
 */
async function endAccount(context: CommandContext, { accountId, lastDay }: EndAccount): Promise<Done> {
  await lockAdministration(context);
  const member = await lockMember(context, accountId);
  requireBase(context, member.version);
  refuseIf([
    accountId === context.actor.accountId ? "account.own_rights" : null,
    member.ended ? "account.already_ended" : null,
    lastDay !== null && lastDay < context.today ? "account.ends_in_past" : null,
  ]);
  const { organisationId } = context.actor;
  if (lastDay === null) {
    await sql`update membership set ended_at = ${context.now}, valid_until = greatest(valid_from, ${context.today}::date)
      where organisation_id = ${organisationId} and account_id = ${accountId}`.execute(context.tx);
    await endSessions(context, accountId);
    await withdrawInvitationsOf(context, accountId);
  } else
    await sql`update membership set valid_until = ${lastDay} where organisation_id = ${organisationId} and account_id = ${accountId}`.execute(
      context.tx,
    );
  const version = await bumpMember(context, accountId);
  return { ids: { account: accountId }, version, about: { type: "account", id: accountId }, detail: { lastDay } };
}

/** Opens an account again that another organisation recovered. @throws Problem not_found | refused `account.not_held`, `account.own_rights` */
async function releaseAccount(context: CommandContext, { accountId }: ReleaseAccount): Promise<Done> {
  await lockAdministration(context);
  const member = await lockMember(context, accountId);
  refuseIf([
    accountId === context.actor.accountId ? "account.own_rights" : null,
    member.held ? null : "account.not_held",
  ]);
  await sql`update membership set held_at = null where organisation_id = ${context.actor.organisationId} and account_id = ${accountId}`.execute(
    context.tx,
  );
  const version = await bumpMember(context, accountId);
  return { ids: { account: accountId }, version, about: { type: "account", id: accountId } };
}

async function setLanguage(context: CommandContext, { language }: SetLanguage): Promise<Done> {
  const { accountId } = context.actor;
  await sql`select account_set(${accountId}, null, null, ${language}, null)`.execute(context.tx);
  return { ids: { account: accountId }, about: { type: "account", id: accountId }, detail: { language } };
}

const verb = organisationAccess["account.write"];
export const accountCommands = [
  defineCommand({
    type: "account.invite",
    v: 1,
    summary: "Invites somebody by a one-time link",
    payload: InviteAccount,
    verb,
    run: inviteAccount,
  }),
  defineCommand({
    type: "account.withdraw-invitation",
    v: 1,
    summary: "Makes an unused invitation void",
    payload: WithdrawInvitation,
    verb,
    run: withdrawInvitation,
  }),
  defineCommand({
    type: "account.change-roles",
    v: 1,
    summary: "Changes the roles and units of a colleague",
    payload: ChangeRoles,
    verb,
    run: changeRoles,
  }),
  defineCommand({
    type: "account.end",
    v: 1,
    summary: "Ends an appointment at once or on a day",
    payload: EndAccount,
    verb,
    run: endAccount,
  }),
  defineCommand({
    type: "account.release",
    v: 1,
    summary: "Opens an account that another organisation recovered",
    payload: ReleaseAccount,
    verb,
    run: releaseAccount,
  }),
  defineCommand({
    type: "account.set-language",
    v: 1,
    summary: "Sets the language of one's own account",
    payload: SetLanguage,
    verb: organisationAccess["account.self"],
    run: setLanguage,
  }),
];
