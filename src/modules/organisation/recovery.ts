import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { lockAdministration, lockMember } from "./administration.ts";
import { ConfirmReset, ResetAccount } from "./contract.ts";

const linkHours = 24;

onConstraint("account_recovery_key", "conflict", "record.id_taken");
onConstraint("account_recovery_link_once", "conflict", "record.id_taken");
onConstraint("account_recovery_of_another", "refused", "recovery.own");
onConstraint("account_recovery_confirmed_once", "refused", "recovery.already_confirmed");
onConstraint("account_recovery_by_two_people", "refused", "recovery.same_person");

/**
 * Asks for a new password or second factor for a colleague; nothing happens until a second person confirms.
 * Source: docs/threat-model.md C56
 * @throws Problem not_found | refused `recovery.own`
 */
async function resetAccount(context: CommandContext, payload: ResetAccount): Promise<Done> {
  await lockAdministration(context);
  const { recoveryId, accountId, kind, reason, linkHash } = payload;
  const member = await lockMember(context, accountId);
  const { organisationId, accountId: requestedBy } = context.actor;
  refuseIf([
    accountId === requestedBy ? "recovery.own" : null,
    member.ended || member.held ? "recovery.not_active" : null,
  ]);
  const expiresAt = new Date(Date.parse(context.now) + linkHours * 3_600_000).toISOString();
  await context.tx
    .insertInto("accountRecovery")
    .values({
      organisationId,
      id: recoveryId,
      accountId,
      kind,
      reason,
      linkHash: Buffer.from(linkHash, "hex"),
      expiresAt,
      requestedBy,
    })
    .execute();
  return { ids: { recovery: recoveryId }, about: { type: "account", id: accountId }, detail: { recoveryId, kind } };
}

/** The second person's word. @throws Problem not_found | refused `recovery.same_person`, `recovery.already_confirmed`, `recovery.too_late` */
async function confirmReset(context: CommandContext, { recoveryId }: ConfirmReset): Promise<Done> {
  await lockAdministration(context, ["ORGANISATION_ADMIN", "DPO"]);
  const { organisationId, accountId: confirmedBy } = context.actor;
  const { rows } = await sql<{ accountId: string; requestedBy: string; open: boolean }>`
    select account_id, requested_by, used_at is null and expires_at > ${context.now} as open from account_recovery
    where organisation_id = ${organisationId} and id = ${recoveryId}`.execute(context.tx);
  const [recovery] = rows;
  if (!recovery) throw new Problem("not_found", "recovery.not_found");
  const { accountId, requestedBy } = recovery;
  refuseIf([
    confirmedBy === requestedBy || confirmedBy === accountId ? "recovery.same_person" : null,
    recovery.open ? null : "recovery.too_late",
  ]);
  await context.tx
    .insertInto("accountRecoveryConfirmation")
    .values({ organisationId, recoveryId, requestedBy, accountId, confirmedBy })
    .execute();
  return { ids: { recovery: recoveryId }, about: { type: "account", id: accountId }, detail: { recoveryId } };
}

export const recoveryCommands = [
  defineCommand({
    type: "account.reset",
    v: 1,
    summary: "Asks for a new password or second factor of a colleague",
    payload: ResetAccount,
    verb: organisationAccess["account.write"],
    run: resetAccount,
  }),
  defineCommand({
    type: "account.confirm-reset",
    v: 1,
    summary: "Confirms, as a second person, a reset that somebody else asked for",
    payload: ConfirmReset,
    verb: organisationAccess["account.confirm-reset"],
    run: confirmReset,
  }),
];
