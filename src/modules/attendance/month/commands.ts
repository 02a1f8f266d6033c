import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../../platform/access.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  recordEvent,
  type WorkContext,
} from "../../../platform/command.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { registerMonthAccess } from "./access.ts";
import { LockRegisterMonth, UnlockRegisterMonth } from "./contract.ts";
import { openRegisters } from "./queries.ts";
import { refuseLock } from "./rules.ts";
import { holdMonth, monthLockOf } from "./store.ts";

onConstraint("register_month_lock_key", "conflict", "record.id_taken");
onConstraint("register_month_unlocks_once", "refused", "register-month.not_locked");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** @throws Problem not_found for a unit that is not the actor's */
export function requireOwnUnit({ actor }: WorkContext, verb: Verb, unitId: string): void {
  requireReach(actor, verb, { unit: actor.unitIds.includes(unitId) }, "register-month.unit_not_found");
}

const about = (unitId: string) => ({ about: { type: "unit", id: unitId, section: "ATTENDANCE" } }) as const;

const tell = (context: CommandContext, kind: string, unitId: string, month: string) =>
  recordEvent(context, {
    personId: null,
    kind,
    section: "ATTENDANCE",
    subject: { type: "unit", id: unitId },
    detail: { month },
  });

/** Locks a unit's month. @throws Problem not_found | refused as `refuseLock` says */
async function lock(context: CommandContext, { lockId, unitId, month }: LockRegisterMonth): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  requireOwnUnit(context, registerMonthAccess["register-month.lock"], unitId);
  await holdMonth(context, { unitId, month });
  const locked = (await monthLockOf(context, { unitId, month })) !== null;
  const { open } = await openRegisters(context, { unitId, month });
  refuseIf([refuseLock({ month, locked, open }, context.today)]);
  await sql`insert into register_month_lock (organisation_id, id, unit_id, month, no, locked_by)
    select ${organisationId}, ${lockId}, ${unitId}, ${`${month}-01`}, count(*) + 1, ${accountId} from register_month_lock
    where organisation_id = ${organisationId} and unit_id = ${unitId} and month = ${`${month}-01`}`.execute(context.tx);
  await tell(context, "register-month.locked", unitId, month);
  return { ids: { lock: lockId }, ...about(unitId), detail: { month } };
}

/** Opens a locked month again. @throws Problem not_found | refused `register-month.not_locked` */
async function unlock(context: CommandContext, { lockId, reason }: UnlockRegisterMonth): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ unitId: string; month: string }>`select unit_id, to_char(month, 'YYYY-MM') as month
    from register_month_lock where organisation_id = ${organisationId} and id = ${lockId}`.execute(context.tx);
  const [found] = rows;
  if (!found) throw new Problem("not_found", "register-month.not_found");
  const { unitId, month } = found;
  requireReach(
    context.actor,
    registerMonthAccess["register-month.unlock"],
    { unit: context.actor.unitIds.includes(unitId) },
    "register-month.not_found",
  );
  await holdMonth(context, found);
  await context.tx
    .insertInto("registerMonthUnlock")
    .values({
      organisationId,
      lockId,
      reason: sealText(context, "attendance", lockId, reason),
      unlockedBy: accountId,
    })
    .execute();
  await tell(context, "register-month.unlocked", unitId, month);
  return { ids: { lock: lockId }, ...about(unitId), detail: { month } };
}

export const registerMonthCommands = [
  defineCommand({
    type: "register-month.lock",
    v: 1,
    summary: "Locks a month of a unit's registers",
    payload: LockRegisterMonth,
    verb: registerMonthAccess["register-month.lock"],
    run: lock,
  }),
  defineCommand({
    type: "register-month.unlock",
    v: 1,
    summary: "Opens a locked month of registers again, with a reason",
    payload: UnlockRegisterMonth,
    verb: registerMonthAccess["register-month.unlock"],
    run: unlock,
  }),
];
