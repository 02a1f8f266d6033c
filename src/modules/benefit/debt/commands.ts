import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { benefitAccess } from "../access.ts";
import { nextNo } from "../list/chosen.ts";
import type { PayWay } from "../list/codes.ts";
import { lockUnit, requireParticipation, requireUnit } from "../list/reach.ts";
import { purposes, seal } from "../list/store.ts";
import { taskOfDebt } from "../tasks.ts";
import { AgreeInstalments, RepayDebt, WithdrawDebtEntry, WriteOffDebt } from "./contract.ts";
import { type DebtKind, nextInstalment, refuseDebtSettlement, refuseInstalments } from "./rules.ts";
import { agreementsOf, type Carried, carriedOf, debtLaw, entriesWhere, withdrawalKey } from "./store.ts";

onConstraint("benefit_debt_settlement_key", "conflict", "record.id_taken");
onConstraint("benefit_debt_agreement_key", "conflict", "record.id_taken");
onConstraint("benefit_debt_withdrawn_once", "refused", "benefit.debt_withdrawn");

const said = { source: "F-40" };

type Verb = (typeof benefitAccess)["benefit.repay-debt" | "benefit.write-off-debt" | "benefit.agree-instalments"];

/** What a participation owes, held against other acts on the unit's lists. @throws Problem not_found | refused `benefit.debt_none` */
async function lockDebt(
  context: CommandContext,
  verb: Verb,
  { unitId, ipzsId }: { unitId: string; ipzsId: string },
): Promise<Carried> {
  await requireUnit(context, verb, unitId);
  await requireParticipation(context, { ipzsId, unitId });
  await lockUnit(context, unitId);
  const [carried] = await carriedOf(context, unitId, ipzsId);
  if (!carried) throw new Problem("refused", "benefit.debt_none", said);
  return carried;
}

type Given = {
  id: string;
  kind: DebtKind;
  way: PayWay | null;
  amountGrosze: number;
  settledOn: PlainDate;
  reason: string | null;
};

async function settleDebt(context: CommandContext, carried: Carried, given: Given): Promise<Done> {
  const { listId, ipzsId, personId, openGrosze } = carried;
  const { mayWriteOff, leavesRefund } = await debtLaw(context);
  refuseIf([refuseDebtSettlement({ openGrosze, mayWriteOff }, given, context.today)], { ...said, openGrosze });
  const { organisationId, accountId } = context.actor;
  const { reason, ...known } = given;
  await context.tx
    .insertInto("benefitDebtSettlement")
    .values({
      organisationId,
      listId,
      ipzsId,
      no: await nextNo(context, "benefit_debt_settlement", { listId, ipzsId }),
      ...known,
      leavesRefund: given.kind === "REPAID" || leavesRefund,
      sealed: reason === null ? null : seal(context, purposes.debt, given.id, reason),
      recordedBy: accountId,
    })
    .execute();
  await followTasks(context, { ...carried, openGrosze: openGrosze - given.amountGrosze });
  const detail = { kind: given.kind, amountGrosze: given.amountGrosze };
  return { ids: { settlement: given.id }, about: aboutDebt(ipzsId, personId), detail };
}

/** Whoever has the task of a debt goes on to the instalment that is next, or is done where nothing is open. */
async function followTasks(context: CommandContext, { ipzsId, unitId, openGrosze }: Carried): Promise<void> {
  const agreement = (await agreementsOf(context, [ipzsId])).get(ipzsId);
  const due = nextInstalment(agreement?.instalments, openGrosze, context.today);
  const task = taskOfDebt({ ipzsId, unitId, due });
  const { rows } = await sql<{ ownerId: string }>`select distinct t.owner_id from task t
    where t.organisation_id = ${context.actor.organisationId} and t.source_type = ${task.source.type} and t.source_id = ${ipzsId} and t.owner_id is not null
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
      and (${openGrosze} = 0 or t.detail <> ${JSON.stringify(task.detail)}::jsonb)`.execute(context.tx);
  if (rows.length === 0) return;
  await endTasksFrom(context, task.source, "DONE");
  if (openGrosze === 0) return;
  for (const { ownerId } of rows) await addTaskFor(context, { personId: null, ownerId, ...task });
}

const aboutDebt = (ipzsId: string, personId: string) =>
  ({ type: "ipzs", id: ipzsId, personId, section: "BENEFIT" }) as const;

/** An overpaid participant paid back, whole or in part. @throws Problem not_found | refused as `refuseDebtSettlement` says */
async function repay(context: CommandContext, payload: RepayDebt): Promise<Done> {
  const carried = await lockDebt(context, benefitAccess["benefit.repay-debt"], payload);
  const { settlementId: id, amountGrosze, settledOn, way } = payload;
  return settleDebt(context, carried, { id, kind: "REPAID", way, amountGrosze, settledOn, reason: null });
}

/** The manager gives up what cannot be recovered. @throws Problem not_found | refused as `refuseDebtSettlement` says */
async function writeOff(context: CommandContext, payload: WriteOffDebt): Promise<Done> {
  const carried = await lockDebt(context, benefitAccess["benefit.write-off-debt"], payload);
  const { settlementId: id, amountGrosze, reason } = payload;
  const given = { id, kind: "WRITTEN_OFF", way: null, amountGrosze, settledOn: context.today, reason } as const;
  return settleDebt(context, carried, given);
}

/** Instalments that were agreed; they replace those before. @throws Problem not_found | refused as `refuseInstalments` says */
async function agree(context: CommandContext, payload: AgreeInstalments): Promise<Done> {
  const { agreementId, agreedOn, instalments, words } = payload;
  const { listId, ipzsId, personId, openGrosze, left } = await lockDebt(
    context,
    benefitAccess["benefit.agree-instalments"],
    payload,
  );
  refuseIf([refuseInstalments(openGrosze, { agreedOn, instalments }, context.today)], { ...said, openGrosze });
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitDebtAgreement")
    .values({
      organisationId,
      id: agreementId,
      listId,
      ipzsId,
      no: await nextNo(context, "benefit_debt_agreement", { ipzsId }),
      agreedOn,
      amountGrosze: openGrosze,
      sealed: words === "" ? null : seal(context, purposes.debt, agreementId, words),
      recordedBy: accountId,
    })
    .execute();
  await context.tx
    .insertInto("benefitDebtInstalment")
    .values(instalments.map((one, at) => ({ organisationId, agreementId, no: at + 1, ...one })))
    .execute();
  const task = taskOfDebt({ ipzsId, unitId: payload.unitId, due: instalments[0]?.dueOn ?? null });
  await endTasksFrom(context, task.source, "DONE");
  if (left) await addTaskFor(context, { personId: null, ownerId: accountId, ...task });
  const detail = { instalments: instalments.length, amountGrosze: openGrosze };
  return { ids: { agreement: agreementId }, about: aboutDebt(ipzsId, personId), detail };
}

const verbOfKind = {
  REPAID: benefitAccess["benefit.repay-debt"],
  WRITTEN_OFF: benefitAccess["benefit.write-off-debt"],
} as const satisfies Readonly<Record<DebtKind, Verb>>;

/**
 * An entry that was a mistake, taken back by whoever may make its kind, until a later list carries the debt on.
 * @throws Problem not_found | refused `benefit.debt_entry_of_others`, `benefit.debt_moved_on`, `benefit.debt_withdrawn`
 */
async function withdrawEntry(context: CommandContext, { settlementId, reason }: WithdrawDebtEntry): Promise<Done> {
  const [entry] = await entriesWhere(context, sql`s.id = ${settlementId}`);
  if (!entry) throw new Problem("not_found", "benefit.not_found");
  const { unitId, ipzsId, listId, kind } = entry;
  await requireUnit(context, benefitAccess["benefit.withdraw-debt-entry"], unitId);
  const unit = context.actor.unitIds.includes(unitId);
  refuseIf([may(context.actor, verbOfKind[kind], { unit }) ? null : "benefit.debt_entry_of_others"], said);
  await lockUnit(context, unitId);
  const [carried] = await carriedOf(context, unitId, ipzsId);
  refuseIf([carried?.listId === listId ? null : "benefit.debt_moved_on"], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitDebtWithdrawal")
    .values({
      organisationId,
      settlementId,
      sealed: seal(context, purposes.debt, withdrawalKey(settlementId), reason),
      withdrawnBy: accountId,
    })
    .execute();
  return { ids: { settlement: settlementId }, about: aboutDebt(ipzsId, carried?.personId ?? "") };
}

export const debtCommands = [
  defineCommand({
    type: "benefit.repay-debt",
    v: 1,
    summary: "Records that an overpaid participant paid back",
    payload: RepayDebt,
    verb: benefitAccess["benefit.repay-debt"],
    run: repay,
  }),
  defineCommand({
    type: "benefit.write-off-debt",
    v: 1,
    summary: "Writes off what was paid too much, with the reason",
    payload: WriteOffDebt,
    verb: benefitAccess["benefit.write-off-debt"],
    run: writeOff,
  }),
  defineCommand({
    type: "benefit.agree-instalments",
    v: 1,
    summary: "Writes down the instalments by which what was paid too much comes back",
    payload: AgreeInstalments,
    verb: benefitAccess["benefit.agree-instalments"],
    run: agree,
  }),
  defineCommand({
    type: "benefit.withdraw-debt-entry",
    v: 1,
    summary: "Takes back an entry of an overpaid benefit that was a mistake",
    payload: WithdrawDebtEntry,
    verb: benefitAccess["benefit.withdraw-debt-entry"],
    run: withdrawEntry,
  }),
];
