import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { benefitAccess } from "../access.ts";
import { nextNo } from "../list/chosen.ts";
import { firstDay, lockUnit, requireUnit } from "../list/reach.ts";
import { purposes, seal } from "../list/store.ts";
import { advanceTasks, taskOfAdvance } from "../tasks.ts";
import { AskAdvance, RecordAdvance, ReturnAdvance, SealedAdvance, WithdrawAdvance } from "./contract.ts";
import { type AdvanceAnswer, refuseAnswer, refuseAskingAdvance, refuseReturning } from "./rules.ts";
import { answerKey, findAdvance, type StoredAdvance } from "./store.ts";

onConstraint("benefit_advance_key", "conflict", "record.id_taken");
onConstraint("benefit_advance_return_key", "conflict", "record.id_taken");
onConstraint("benefit_advance_answered_once", "refused", "benefit.advance_answered");

const said = { source: "R-CIS-27" };
const aboutAdvance = (id: string) => ({ about: { type: "benefit-advance", id, section: "BENEFIT" } }) as const;

/** Asks the starosta for an advance on the benefits of a month. @throws Problem not_found | refused `benefit.day_in_future` */
async function ask(context: CommandContext, payload: AskAdvance): Promise<Done> {
  const { advanceId, unitId, month, number, askedOn, amountGrosze, office, reason } = payload;
  await requireUnit(context, benefitAccess["benefit.ask-advance"], unitId);
  await lockUnit(context, unitId);
  refuseIf([refuseAskingAdvance(askedOn, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitAdvance")
    .values({
      organisationId,
      id: advanceId,
      unitId,
      no: await nextNo(context, "benefit_advance", { unitId }),
      month: firstDay(month),
      number,
      askedOn,
      amountGrosze,
      sealed: seal(context, purposes.advance, advanceId, SealedAdvance.parse({ office, reason })),
      askedBy: accountId,
    })
    .execute();
  await addTaskFor(context, {
    personId: null,
    ownerId: accountId,
    ...taskOfAdvance({ id: advanceId, unitId, month }),
  });
  return { ids: { advance: advanceId }, ...aboutAdvance(advanceId), detail: { month, amountGrosze } };
}

type Verb = (typeof benefitAccess)["benefit.withdraw-advance" | "benefit.record-advance" | "benefit.return-advance"];

/** @throws Problem not_found `benefit.not_found` */
async function lockAdvance(context: CommandContext, verb: Verb, advanceId: string): Promise<StoredAdvance> {
  const get = async () => {
    const advance = await findAdvance(context, advanceId);
    if (!advance) throw new Problem("not_found", "benefit.not_found");
    return advance;
  };
  const { unitId } = await get();
  await requireUnit(context, verb, unitId);
  await lockUnit(context, unitId);
  return get(); // read anew after the wait
}

type Answered = {
  answer: AdvanceAnswer;
  answeredOn: AskAdvance["askedOn"];
  amountGrosze: number | null;
  words: string | null;
};

async function answer(context: CommandContext, advance: StoredAdvance, given: Answered): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { words, ...known } = given;
  const { id, askedOn } = advance;
  refuseIf([refuseAnswer({ askedOn, answered: advance.answer !== null }, known.answeredOn, context.today)], said);
  await context.tx
    .insertInto("benefitAdvanceAnswer")
    .values({
      organisationId,
      advanceId: id,
      ...known,
      sealed: words === null ? null : seal(context, purposes.advance, answerKey(id), words),
      recordedBy: accountId,
    })
    .execute();
  const outcome = known.answer === "WITHDRAWN" ? "NO_LONGER_RELEVANT" : "DONE";
  await endTasksFrom(context, { type: advanceTasks, id }, outcome);
}

/** The manager takes back what nobody answered yet. @throws Problem not_found | refused `benefit.advance_answered` */
async function withdraw(context: CommandContext, { advanceId, reason }: WithdrawAdvance): Promise<Done> {
  const advance = await lockAdvance(context, benefitAccess["benefit.withdraw-advance"], advanceId);
  await answer(context, advance, {
    answer: "WITHDRAWN",
    answeredOn: context.today,
    amountGrosze: null,
    words: reason,
  });
  return { ids: { advance: advanceId }, ...aboutAdvance(advanceId) };
}

/** What the starosta answered, and what came. @throws Problem not_found | refused as `refuseAnswer` says */
async function record(context: CommandContext, payload: RecordAdvance): Promise<Done> {
  const advance = await lockAdvance(context, benefitAccess["benefit.record-advance"], payload.advanceId);
  const { answeredOn } = payload;
  const received = payload.answer === "RECEIVED" ? payload.amountGrosze : null;
  const words = payload.answer === "REFUSED" ? payload.reason : null;
  await answer(context, advance, { answer: payload.answer, answeredOn, amountGrosze: received, words });
  const detail = received === null ? { answer: payload.answer } : { answer: payload.answer, amountGrosze: received };
  return { ids: { advance: payload.advanceId }, ...aboutAdvance(payload.advanceId), detail };
}

/** What was not used goes back to the starosta. @throws Problem not_found | refused as `refuseReturning` says */
async function giveBack(context: CommandContext, payload: ReturnAdvance): Promise<Done> {
  const { returnId, advanceId, returnedOn, amountGrosze } = payload;
  const advance = await lockAdvance(context, benefitAccess["benefit.return-advance"], advanceId);
  const receivedOn = advance.answer?.answer === "RECEIVED" ? advance.answer.on : null;
  refuseIf([refuseReturning({ receivedOn, openGrosze: advance.openGrosze }, payload, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitAdvanceReturn")
    .values({ organisationId, id: returnId, advanceId, returnedOn, amountGrosze, recordedBy: accountId })
    .execute();
  return { ids: { return: returnId }, ...aboutAdvance(advanceId), detail: { amountGrosze } };
}

export const advanceCommands = [
  defineCommand({
    type: "benefit.ask-advance",
    v: 1,
    summary: "Asks the starosta for an advance on the benefits of a month",
    payload: AskAdvance,
    verb: benefitAccess["benefit.ask-advance"],
    run: ask,
  }),
  defineCommand({
    type: "benefit.withdraw-advance",
    v: 1,
    summary: "Takes a request for an advance back before it is answered",
    payload: WithdrawAdvance,
    verb: benefitAccess["benefit.withdraw-advance"],
    run: withdraw,
  }),
  defineCommand({
    type: "benefit.record-advance",
    v: 1,
    summary: "Records what the starosta answered to a request for an advance, and what came",
    payload: RecordAdvance,
    verb: benefitAccess["benefit.record-advance"],
    run: record,
  }),
  defineCommand({
    type: "benefit.return-advance",
    v: 1,
    summary: "Records that a part of an advance that was not used went back to the starosta",
    payload: ReturnAdvance,
    verb: benefitAccess["benefit.return-advance"],
    run: giveBack,
  }),
];
