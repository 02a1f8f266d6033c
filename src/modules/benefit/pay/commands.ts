import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { recordEvents } from "../../../platform/recordEvents.ts";
import { benefitAccess } from "../access.ts";
import { nextNo } from "../list/chosen.ts";
import { aboutList } from "../list/commands.ts";
import { lockUnit, monthOf, requireParticipation, requireUnit } from "../list/reach.ts";
import { contentOf, findPersonOf, getList, peopleOf, purposes, type StoredList, seal, stateOf } from "../list/store.ts";
import { bankFileFor, transfersOf } from "./bankFile.ts";
import {
  MakeBankFile,
  RecordPayment,
  RecordReturn,
  Repay,
  SetPayer,
  SetRates,
  SetWay,
  WithdrawBankFile,
} from "./contract.ts";
import { hiddenAmong, localTime } from "./given.ts";
import { refuseBankFile, refusePayment, refuseRepayment, refuseReturn } from "./rules.ts";
import { fileKey, findBankFiles, findReturn, payerOf, SealedPayer } from "./store.ts";

onConstraint("benefit_bank_file_withdrawn_once", "refused", "benefit.file_withdrawn");
onConstraint("benefit_list_paid_once", "refused", "benefit.already_paid");
onConstraint("benefit_repaid_once", "refused", "benefit.already_repaid");
for (const key of ["benefit_way_key", "benefit_rates_key", "benefit_payer_key", "benefit_return_key"])
  onConstraint(key, "conflict", "record.id_taken");

const said = { source: "F-40" };

/** Where a participant's money goes; what is approved already is paid as it was approved. @throws Problem not_found | invalid */
async function setWay(context: CommandContext, { wayId, unitId, ipzsId, way, nrb }: SetWay): Promise<Done> {
  await requireUnit(context, benefitAccess["benefit.set-way"], unitId);
  const { personId } = await requireParticipation(context, { ipzsId, unitId });
  await lockUnit(context, unitId);
  await oneAtATime(context.tx, "benefit way", personId); // somebody may have programmes in two units
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitWay")
    .values({
      organisationId,
      id: wayId,
      personId,
      no: await nextNo(context, "benefit_way", { personId }),
      way,
      sealed: nrb === null ? null : seal(context, purposes.way, wayId, nrb),
      setBy: accountId,
    })
    .execute();
  return {
    ids: { way: wayId },
    about: { type: "person", id: personId, personId, section: "BENEFIT" },
    detail: { way },
  };
}

/** Rates of contributions from a day on, as the accountant answers for them. Source: docs/domain/rules.md R-CIS-27 */
async function setRates(context: CommandContext, { ratesId, validFrom, rates }: SetRates): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await oneAtATime(context.tx, "benefit rates", organisationId);
  await context.tx
    .insertInto("benefitRates")
    .values({
      organisationId,
      id: ratesId,
      no: await nextNo(context, "benefit_rates", {}),
      validFrom,
      sealed: seal(context, purposes.rates, ratesId, rates),
      setBy: accountId,
    })
    .execute();
  return { ids: { rates: ratesId }, about: { type: "benefit-rates", id: ratesId }, detail: { validFrom } };
}

/** From which account a unit pays, and how its bank takes files. @throws Problem not_found */
async function setPayer(
  context: CommandContext,
  { payerId, unitId, format, letters, ...known }: SetPayer,
): Promise<Done> {
  await requireUnit(context, benefitAccess["benefit.set-payer"], unitId);
  await lockUnit(context, unitId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitPayer")
    .values({
      organisationId,
      id: payerId,
      unitId,
      no: await nextNo(context, "benefit_payer", { unitId }),
      format,
      letters,
      sealed: seal(context, purposes.payer, payerId, SealedPayer.parse(known)),
      setBy: accountId,
    })
    .execute();
  return { ids: { payer: payerId }, about: { type: "unit", id: unitId }, detail: { format } };
}

type PayVerb = (typeof benefitAccess)["benefit.record-payment"];

async function lockList(context: CommandContext, verb: PayVerb, listId: string): Promise<StoredList> {
  const found = await getList(context, listId);
  await requireUnit(context, verb, found.unitId);
  await lockUnit(context, found.unitId);
  return getList(context, listId);
}

/**
 * Makes a file of the transfers of an approved list that stand in none yet: each transfer once. Who may not know of somebody on the
 * list leaves them for who may. Every download gives the same bytes again.
 * @throws Problem not_found | refused as `refuseBankFile` says, `benefit.payer_missing`, `benefit.letters_lost`
 */
async function makeBankFile(context: CommandContext, { listId, payOn, acceptLost }: MakeBankFile): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.make-bank-file"], listId);
  const content = await contentOf(context, list);
  const files = await findBankFiles(context, listId);
  const taken = new Set(files.filter(({ withdrawn }) => withdrawn === null).flatMap(({ ipzsIds }) => ipzsIds));
  const left = transfersOf(content.people).filter(({ ipzsId }) => !taken.has(ipzsId));
  const hidden = await hiddenAmong(context, left);
  const people = left.filter(({ personId }) => !hidden.has(personId));
  refuseIf([refuseBankFile({ state: stateOf(list), transfers: people.length }, payOn, context.today)], said);
  const payer = await payerOf(context, list.unitId);
  if (!payer) throw new Problem("refused", "benefit.payer_missing", said);
  const no = (files[0]?.no ?? 0) + 1;
  const createdAt = localTime(context.now);
  const file = bankFileFor({ listId, no, month: list.month, payOn, createdAt, payer: payer.payer, people });
  if (file.lost.length > 0 && !acceptLost)
    throw new Problem("refused", "benefit.letters_lost", { ...said, letters: file.lost.join(" ") });
  const { organisationId, accountId } = context.actor;
  const held = people.map(({ ipzsId }) => ipzsId);
  await context.tx
    .insertInto("benefitBankFile")
    .values({
      organisationId,
      listId,
      no,
      payerId: payer.id,
      payOn,
      transfers: file.transfers,
      totalGrosze: file.totalGrosze,
      sha256: file.sha256,
      sealed: seal(context, purposes.bankFile, fileKey(listId, no), held),
      madeBy: accountId,
      recordedAt: context.now,
    })
    .execute();
  const detail = { no, sha256: file.sha256, transfers: file.transfers };
  return { ids: { list: listId }, ...aboutList(listId), detail };
}

/**
 * A file that the bank did not take, or that was not sent: its transfers may stand in another one.
 * @throws Problem not_found | refused `benefit.already_paid`, `benefit.file_withdrawn`
 */
async function withdrawBankFile(context: CommandContext, { listId, no, reason }: WithdrawBankFile): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.withdraw-bank-file"], listId);
  const files = await findBankFiles(context, listId);
  if (!files.some((one) => one.no === no)) throw new Problem("not_found", "benefit.not_found");
  refuseIf([stateOf(list) === "PAID" ? "benefit.already_paid" : null], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitBankFileWithdrawal")
    .values({
      organisationId,
      listId,
      no,
      sealed: seal(context, purposes.bankFile, `${fileKey(listId, no)}/reason`, reason),
      withdrawnBy: accountId,
    })
    .execute();
  return { ids: { list: listId }, ...aboutList(listId), detail: { no } };
}

/** Records the day on which a list was paid, and tells each person's file. @throws Problem not_found | refused as `refusePayment` says */
async function recordPayment(context: CommandContext, { listId, paidOn }: RecordPayment): Promise<Done> {
  const list = await lockList(context, benefitAccess["benefit.record-payment"], listId);
  const approvedOn = list.decision?.decision === "APPROVED" ? list.decision.on : null;
  refuseIf([refusePayment({ state: stateOf(list), approvedOn }, paidOn, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitPayment")
    .values({ organisationId, listId, paidOn, recordedBy: accountId })
    .execute();
  const people = await peopleOf(context, listId);
  await recordEvents(
    context,
    people.map(({ personId, payGrosze }) => ({
      personId,
      kind: payGrosze === 0 ? "benefit.nothing_paid" : "benefit.paid",
      section: "BENEFIT",
      subject: { type: "benefit-list", id: listId },
      detail: { month: monthOf(list.month) },
    })),
  );
  return { ids: { list: listId }, ...aboutList(listId), detail: { paidOn } };
}

/** Money that came back. @throws Problem not_found | refused as `refuseReturn` says */
async function recordReturn(context: CommandContext, payload: RecordReturn): Promise<Done> {
  const { returnId, listId, ipzsId, returnedOn, words } = payload;
  const list = await lockList(context, benefitAccess["benefit.record-return"], listId);
  const person = await findPersonOf(context, listId, ipzsId);
  if (!person) throw new Problem("not_found", "benefit.not_found");
  const { organisationId, accountId } = context.actor;
  const no = await nextNo(context, "benefit_return", { listId, ipzsId });
  const last = await context.tx
    .selectFrom("benefitReturn")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("listId", "=", listId)
    .where("ipzsId", "=", ipzsId)
    .where("no", "=", no - 1)
    .executeTakeFirst();
  const open = last !== undefined && (await findReturn(context, last.id))?.repaid === false;
  const { payGrosze } = person;
  refuseIf([refuseReturn({ paidOn: list.paidOn, payGrosze, open }, returnedOn, context.today)], said);
  await context.tx
    .insertInto("benefitReturn")
    .values({
      organisationId,
      id: returnId,
      listId,
      ipzsId,
      no,
      returnedOn,
      sealed: words === "" ? null : seal(context, purposes.return, returnId, words),
      recordedBy: accountId,
    })
    .execute();
  return {
    ids: { return: returnId },
    about: { type: "benefit-list", id: listId, personId: person.personId, section: "BENEFIT" },
  };
}

/** What came back is paid again. @throws Problem not_found | refused as `refuseRepayment` says, `benefit.already_repaid` */
async function repay(context: CommandContext, { returnId, repaidOn, way }: Repay): Promise<Done> {
  const found = await findReturn(context, returnId);
  if (!found) throw new Problem("not_found", "benefit.not_found");
  await lockList(context, benefitAccess["benefit.repay"], found.listId);
  refuseIf([refuseRepayment(found.returnedOn, repaidOn, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitRepayment")
    .values({ organisationId, returnId, repaidOn, way, recordedBy: accountId })
    .execute();
  return { ids: { return: returnId }, ...aboutList(found.listId), detail: { way } };
}

export const payCommands = [
  defineCommand({
    type: "benefit.set-way",
    v: 1,
    summary: "Says where a participant's benefit is paid to",
    payload: SetWay,
    verb: benefitAccess["benefit.set-way"],
    run: setWay,
  }),
  defineCommand({
    type: "benefit.set-rates",
    v: 1,
    summary: "Sets the rates of contributions from a day on",
    payload: SetRates,
    verb: benefitAccess["benefit.set-rates"],
    run: setRates,
  }),
  defineCommand({
    type: "benefit.set-payer",
    v: 1,
    summary: "Says from which account a centre pays and how its bank takes files",
    payload: SetPayer,
    verb: benefitAccess["benefit.set-payer"],
    run: setPayer,
  }),
  defineCommand({
    type: "benefit.make-bank-file",
    v: 1,
    summary: "Makes a file of the transfers of an approved list that stand in none yet",
    payload: MakeBankFile,
    verb: benefitAccess["benefit.make-bank-file"],
    run: makeBankFile,
  }),
  defineCommand({
    type: "benefit.withdraw-bank-file",
    v: 1,
    summary: "Withdraws a file of transfers that was not used, with the reason",
    payload: WithdrawBankFile,
    verb: benefitAccess["benefit.withdraw-bank-file"],
    run: withdrawBankFile,
  }),
  defineCommand({
    type: "benefit.record-payment",
    v: 1,
    summary: "Records the day on which an approved list was paid",
    payload: RecordPayment,
    verb: benefitAccess["benefit.record-payment"],
    run: recordPayment,
  }),
  defineCommand({
    type: "benefit.record-return",
    v: 1,
    summary: "Records that a participant's money came back",
    payload: RecordReturn,
    verb: benefitAccess["benefit.record-return"],
    run: recordReturn,
  }),
  defineCommand({
    type: "benefit.repay",
    v: 1,
    summary: "Records that money that came back was paid again",
    payload: Repay,
    verb: benefitAccess["benefit.repay"],
    run: repay,
  }),
];
