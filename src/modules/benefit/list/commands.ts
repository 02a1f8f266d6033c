import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { holdMonth, monthLockOf } from "../../attendance/public.ts";
import { benefitAccess } from "../access.ts";
import { nextNo } from "./chosen.ts";
import type { listDecisions } from "./codes.ts";
import { computeMonth } from "./compute.ts";
import { ApproveList, GiveBonus, type ListPerson, PrepareList, SendBackList, WriteDeductions } from "./contract.ts";
import { isZeroed } from "./figures.ts";
import { firstDay, lockUnit, monthOf, requireParticipation, requireUnit } from "./reach.ts";
import { type ListMonth, refuseDecision, refuseOpenRegisters, refusePreparing } from "./rules.ts";
import { type MonthFacts, type OfMonths, registeredMonths, withFacts } from "./source.ts";
import { contentOf, findLists, getList, insertList, purposes, type StoredList, seal, stateOf } from "./store.ts";
import { earlierWaiting } from "./waitingMonth.ts";

onConstraint("benefit_list_key", "conflict", "record.id_taken");
onConstraint("benefit_list_decided_once", "refused", "benefit.already_decided");
onConstraint("benefit_month_approved_once", "refused", "benefit.month_approved");
onConstraint("benefit_list_never_approved_by_author", "refused", "benefit.own_list");
onConstraint("benefit_bonus_key", "conflict", "record.id_taken");
onConstraint("benefit_deduction_key", "conflict", "record.id_taken");

const said = { source: "F-40" };
export const aboutList = (id: string) => ({ about: { type: "benefit-list", id, section: "BENEFIT" } }) as const;

/** The months of a unit that are decided stay as they are. @throws Problem refused `benefit.month_approved` */
async function requireOpenMonth(context: CommandContext, unitId: string, month: ListMonth): Promise<void> {
  await lockUnit(context, unitId);
  const [list] = await findLists(context, { unitId, month });
  const settled = ["APPROVED", "PAID"].includes(stateOf(list));
  refuseIf([settled ? "benefit.month_approved" : null], said);
}

type Choice = { unitId: string; month: string; ipzsId: string };

/** A bonus for attitude and progress, within its cap. @throws Problem not_found | refused `benefit.month_approved`, as `refuseBonus` says */
async function giveBonus(
  context: CommandContext & OfMonths,
  { bonusId, unitId, ipzsId, amountGrosze, reason, ...of }: GiveBonus,
): Promise<Done> {
  const month = firstDay(of.month);
  const { personId } = await requireChoice(context, benefitAccess["benefit.give-bonus"], { unitId, ipzsId, ...of });
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitBonus")
    .values({
      organisationId,
      id: bonusId,
      ipzsId,
      month,
      no: await nextNo(context, "benefit_bonus", { ipzsId, month }),
      amountGrosze,
      sealed: seal(context, purposes.bonus, bonusId, reason),
      givenBy: accountId,
    })
    .execute();
  await refuseOnList(context, { unitId, month, ipzsId });
  const detail = { month: of.month };
  return { ids: { bonus: bonusId }, about: { type: "ipzs", id: ipzsId, personId, section: "BENEFIT" }, detail };
}

/** Deductions by hand, each with its title. @throws Problem not_found | refused `benefit.month_approved`, `benefit.deduction_over_pay` */
async function deduct(
  context: CommandContext & OfMonths,
  { deductionId, unitId, ipzsId, deductions, ...of }: WriteDeductions,
): Promise<Done> {
  const month = firstDay(of.month);
  const { personId } = await requireChoice(context, benefitAccess["benefit.deduct"], { unitId, ipzsId, ...of });
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitDeduction")
    .values({
      organisationId,
      id: deductionId,
      ipzsId,
      month,
      no: await nextNo(context, "benefit_deduction", { ipzsId, month }),
      amountGrosze: deductions.reduce((sum, one) => sum + one.amountGrosze, 0),
      sealed: seal(context, purposes.deduction, deductionId, deductions),
      writtenBy: accountId,
    })
    .execute();
  await refuseOnList(context, { unitId, month, ipzsId });
  const detail = { month: of.month, deductions: deductions.length };
  return { ids: { deduction: deductionId }, about: { type: "ipzs", id: ipzsId, personId, section: "BENEFIT" }, detail };
}

async function requireChoice(
  context: CommandContext,
  verb: (typeof benefitAccess)["benefit.deduct"] | (typeof benefitAccess)["benefit.give-bonus"],
  { unitId, month, ipzsId }: Choice,
): Promise<{ personId: string }> {
  await requireUnit(context, verb, unitId);
  const participation = await requireParticipation(context, { ipzsId, unitId });
  await requireOpenMonth(context, unitId, firstDay(month));
  return participation;
}

/** What was just chosen is held against the person's month. @throws Problem refused `benefit.not_on_list` for who has nothing in it */
async function refuseOnList(
  context: CommandContext & OfMonths,
  { unitId, month, ipzsId }: { unitId: string; month: ListMonth; ipzsId: string },
): Promise<void> {
  const { people } = await computeMonth(context, { unitId, month });
  const found = people.find(({ person }) => person.ipzsId === ipzsId);
  const refusal = found ? found.refusal : "benefit.not_on_list";
  refuseIf([refusal], {
    source: refusal?.startsWith("benefit.bonus") ? "R-CIS-26" : said.source,
    capGrosze: found?.person.bonusMaxGrosze ?? 0,
  });
}

/** Whether the registers of a month are locked; whoever locks them, opens them or writes a mark waits for this act. */
async function holdRegisters(
  context: CommandContext,
  { unitId, month }: { unitId: string; month: ListMonth },
): Promise<boolean> {
  const of = { unitId, month: monthOf(month) };
  await holdMonth(context, of);
  return (await monthLockOf(context, of)) !== null;
}

/**
 * Keeps the month as it is true now, for somebody else to approve. What was seen is what is kept.
 * @throws Problem not_found | refused as `refusePreparing` says, `benefit.changed` where the list is not any more as it was seen
 */
async function prepare(context: CommandContext & OfMonths, payload: PrepareList): Promise<Done> {
  const { listId, unitId, seenHash, excusesChecked, despite } = payload;
  const month = firstDay(payload.month);
  await requireUnit(context, benefitAccess["benefit.prepare"], unitId);
  await lockUnit(context, unitId);
  const locked = await holdRegisters(context, { unitId, month });
  const [newest] = await findLists(context, { unitId, month });
  const { content, contentHash, people } = await computeMonth(context, { unitId, month });
  const before = {
    month,
    state: stateOf(newest),
    earlierWaits: await earlierWaiting(context, { unitId, month }),
    people: people.length,
    zeroed: content.people.some(isZeroed),
    missing: people.some(({ notes }) => notes.some(({ weight }) => weight === "MISSING")),
    locked,
    refusals: people.flatMap(({ refusal }) => refusal ?? []),
  };
  const refusal = refusePreparing(before, { today: context.today, excusesChecked, despite });
  refuseIf([refusal], { ...said, ...(before.earlierWaits ? { month: monthOf(before.earlierWaits) } : {}) });
  if (contentHash !== seenHash) throw new Problem("refused", "benefit.changed", said);
  const totals = await insertList(context, { id: listId, no: (newest?.no ?? 0) + 1, despite, content });
  const detail = { month: payload.month, people: totals.people };
  return { ids: { list: listId }, ...aboutList(listId), detail };
}

type Decision = (typeof listDecisions)[number];
type DecisionVerb = (typeof benefitAccess)["benefit.approve" | "benefit.return" | "benefit.withdraw"];

async function lockList(context: CommandContext, verb: DecisionVerb, listId: string): Promise<StoredList> {
  const found = await getList(context, listId);
  await requireUnit(context, verb, found.unitId);
  await lockUnit(context, found.unitId);
  return getList(context, listId); // read anew after the wait
}

/** @throws Problem refused as `refuseDecision` says */
function refuseToDecide({ actor: { accountId } }: CommandContext, list: StoredList, decision: Decision): void {
  const { preparedBy } = list;
  refuseIf([refuseDecision(decision, { preparedBy, accountId, decided: list.decision !== null })], said);
}

async function decide(
  context: CommandContext,
  list: StoredList,
  decision: Decision,
  reason: string | null,
): Promise<void> {
  refuseToDecide(context, list, decision);
  const { organisationId, accountId } = context.actor;
  const { preparedBy } = list;
  await context.tx
    .insertInto("benefitListDecision")
    .values({
      organisationId,
      listId: list.id,
      unitId: list.unitId,
      month: list.month,
      preparedBy,
      decision,
      decidedBy: accountId,
      decidedOn: context.today,
      sealed: reason === null ? null : seal(context, purposes.decision, list.id, reason),
    })
    .execute();
}

/**
 * Approves a list that somebody else prepared: from now on it stays as it is. The corrections on it are settled with it.
 * @throws Problem not_found | refused as `refuseDecision` and `refuseOpenRegisters` say, `benefit.changed` where something is not any more as it was when the list was prepared
 */
async function approve(
  context: CommandContext & OfMonths,
  { listId, seenHash, registersOpen }: ApproveList,
): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.approve"], listId);
  refuseToDecide(context, list, "APPROVED");
  const content = await contentOf(context, list);
  const { unitId, month } = list;
  const locked = await holdRegisters(context, { unitId, month });
  const now = await computeMonth(context, { unitId, month });
  if (list.contentHash !== seenHash || now.contentHash !== list.contentHash)
    throw new Problem("refused", "benefit.changed", said);
  refuseIf([now.people.find(({ refusal }) => refusal !== null)?.refusal ?? null], said);
  const waits = await earlierWaiting(context, { unitId, month });
  if (waits) throw new Problem("refused", "benefit.earlier_month_waits", { ...said, month: monthOf(waits) });
  refuseIf([refuseOpenRegisters(locked, registersOpen)], { source: "ADR 0041" });
  await decide(context, list, "APPROVED", locked ? null : registersOpen);
  await settleCorrections(context, listId, content.people);
  return { ids: { list: listId }, ...aboutList(listId), detail: { contentHash: list.contentHash } };
}

async function settleCorrections(
  context: CommandContext,
  listId: string,
  people: readonly ListPerson[],
): Promise<void> {
  const { organisationId } = context.actor;
  const rows = people.flatMap(({ ipzsId, corrections }) =>
    corrections.map(({ listId: mendedListId, no, beforeGrosze, nowGrosze }) => ({
      organisationId,
      listId,
      ipzsId,
      mendedListId,
      no,
      beforeGrosze,
      nowGrosze,
    })),
  );
  for (let from = 0; from < rows.length; from += 500)
    await context.tx
      .insertInto("benefitCorrection")
      .values(rows.slice(from, from + 500))
      .execute();
}

/** Gives a list back to its author. @throws Problem not_found | refused as `refuseDecision` says */
async function sendBack(context: CommandContext, { listId, reason }: SendBackList): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.return"], listId);
  await decide(context, list, "RETURNED", reason);
  return { ids: { list: listId }, ...aboutList(listId) };
}

/** The author takes a list back. @throws Problem not_found | refused as `refuseDecision` says */
async function withdraw(context: CommandContext, { listId, reason }: SendBackList): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.withdraw"], listId);
  await decide(context, list, "WITHDRAWN", reason);
  return { ids: { list: listId }, ...aboutList(listId) };
}

/** Acts on lists, with the months of participants from somewhere: a test says them itself. */
export const makeListCommands = (factsOf: MonthFacts) => [
  defineCommand({
    type: "benefit.give-bonus",
    v: 1,
    summary: "Gives a participant the motivation bonus of a month",
    payload: GiveBonus,
    verb: benefitAccess["benefit.give-bonus"],
    run: withFacts(factsOf)(giveBonus),
  }),
  defineCommand({
    type: "benefit.deduct",
    v: 1,
    summary: "Writes the deductions of a participant's month",
    payload: WriteDeductions,
    verb: benefitAccess["benefit.deduct"],
    run: withFacts(factsOf)(deduct),
  }),
  defineCommand({
    type: "benefit.prepare",
    v: 1,
    summary: "Prepares the benefit list of a month",
    payload: PrepareList,
    verb: benefitAccess["benefit.prepare"],
    run: withFacts(factsOf)(prepare),
  }),
  defineCommand({
    type: "benefit.approve",
    v: 1,
    summary: "Approves a benefit list that somebody else prepared",
    payload: ApproveList,
    verb: benefitAccess["benefit.approve"],
    run: withFacts(factsOf)(approve),
  }),
  defineCommand({
    type: "benefit.return",
    v: 1,
    summary: "Returns a prepared benefit list with the reason",
    payload: SendBackList,
    verb: benefitAccess["benefit.return"],
    run: sendBack,
  }),
  defineCommand({
    type: "benefit.withdraw",
    v: 1,
    summary: "Takes an own prepared benefit list back",
    payload: SendBackList,
    verb: benefitAccess["benefit.withdraw"],
    run: withdraw,
  }),
];

export const listCommands = makeListCommands(registeredMonths);
