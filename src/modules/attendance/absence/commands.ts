import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, lockRow } from "../../../platform/command.ts";
import { onConstraint, refuseIf } from "../../../platform/problem.ts";
import { absenceAccess } from "./access.ts";
import { AnswerAbsence, AskAbsence, ReceiveDocument, WithdrawAbsence } from "./contract.ts";
import { excusesOf } from "./public.ts";
import { corrections, refuseAbsence, refuseAcceptance, refuseStep } from "./rules.ts";
import {
  purposes,
  requireAbsence,
  requireProgramme,
  type StoredAbsence,
  sealJson,
  tell,
  turnMarks,
  turnMarksBack,
} from "./store.ts";

onConstraint("absence_excuse_key", "conflict", "record.id_taken");
onConstraint("absence_document_once", "refused", "absence.document_known");
onConstraint("absence_answers_in_turn", "refused", "absence.answered");

function done(
  { id, personId, kind }: Pick<StoredAbsence, "id" | "personId" | "kind">,
  detail?: Record<string, unknown>,
): Done {
  const section = kind === "SICKNESS" ? "HEALTH" : "ATTENDANCE";
  return { ids: { absence: id }, about: { type: "absence", id, personId, section }, ...(detail ? { detail } : {}) };
}

/**
 * An absence is told of, before, on or after its days. Of a sickness nothing but its dates is taken. Source: docs/domain/forms.md F-41
 * @throws Problem not_found | refused as `refuseAbsence` says
 */
async function ask(context: CommandContext, payload: AskAbsence): Promise<Done> {
  const { excuseId, ipzsId, kind, from, to, reason, askedOn, documentOn } = payload;
  const programme = await requireProgramme(context, absenceAccess["absence.ask"], ipzsId);
  const lasts = { from: programme.days.trialFrom, to: programme.endedOn ?? programme.days.lastDay };
  refuseIf([refuseAbsence(payload, lasts, context.today)]);
  const { organisationId, accountId } = context.actor;
  const sealed = sealJson(context, purposes.reason, excuseId, reason);
  await sql`insert into absence_excuse (organisation_id, id, ipzs_id, kind, from_on, to_on, sealed, asked_on, recorded_by)
    values (${organisationId}, ${excuseId}, ${ipzsId}, ${kind}, ${from}, ${to}, ${sealed}, ${askedOn}, ${accountId})`.execute(
    context.tx,
  );
  if (documentOn) await keepDocument(context, { excuseId, receivedOn: documentOn });
  const { personId, caseId } = programme;
  await tell(context, { id: excuseId, personId, caseId, from, to }, "absence.asked");
  return done({ id: excuseId, personId, kind });
}

async function keepDocument({ tx, actor }: CommandContext, { excuseId, receivedOn }: ReceiveDocument): Promise<void> {
  await sql`insert into absence_document (organisation_id, excuse_id, received_on, recorded_by)
    values (${actor.organisationId}, ${excuseId}, ${receivedOn}, ${actor.accountId})`.execute(tx);
}

/** The excuse as it stands, with nobody else answering for the same programme until this transaction ends. */
async function hold(context: CommandContext, verb: keyof typeof absenceAccess, excuseId: string) {
  const { ipzsId } = await requireAbsence(context, absenceAccess[verb], excuseId);
  await lockRow(context, "ipzs", ipzsId, "absence.not_found");
  return requireAbsence(context, absenceAccess[verb], excuseId);
}

/** The document came after the absence was told of. @throws Problem not_found | refused `absence.document_known`, `absence.answered` */
async function receive(context: CommandContext, payload: ReceiveDocument): Promise<Done> {
  const excuse = await hold(context, "absence.receive", payload.excuseId);
  const ahead = payload.receivedOn > context.today ? "absence.day_in_future" : null;
  refuseIf([refuseStep(excuse.state, "receive"), ahead]);
  await keepDocument(context, payload);
  return done(excuse);
}

async function keepAnswer(
  context: CommandContext,
  excuse: StoredAbsence,
  answer: "ACCEPTED" | "REFUSED" | "TAKEN_BACK",
  reason: string,
): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const no = excuse.answerNo + 1;
  const sealed = reason.trim() === "" ? null : sealJson(context, purposes.answer, `${excuse.id}/${no}`, reason.trim());
  await sql`insert into absence_answer (organisation_id, excuse_id, no, answer, sealed, answered_on, answered_by)
    values (${organisationId}, ${excuse.id}, ${no}, ${answer}, ${sealed}, ${context.today}, ${accountId})`.execute(
    context.tx,
  );
  return no;
}

/**
 * The manager accepts, and the marks of the registers follow with their trace; or refuses with the reason. A month whose list was
 * approved keeps it: the difference comes with a later list. Source: docs/domain/journeys.md J6.4, J6.10
 * @throws Problem not_found | refused `absence.answered`, `absence.document_missing`, `absence.overlaps`, `absence.reason_missing`
 */
async function answer(context: CommandContext, { excuseId, accepted, reason }: AnswerAbsence): Promise<Done> {
  const excuse = await hold(context, "absence.answer", excuseId);
  refuseIf([refuseStep(excuse.state, "answer")]);
  if (!accepted) {
    refuseIf([reason.trim() === "" ? "absence.reason_missing" : null]);
    await keepAnswer(context, excuse, "REFUSED", reason);
    await tell(context, excuse, "absence.refused");
    return done(excuse);
  }
  const others = (await excusesOf(context, [excuse.ipzsId])).filter((it) => it.accepted);
  refuseIf([refuseAcceptance({ ...excuse, hasDocument: excuse.documentOn !== null }, others)]);
  const answerNo = await keepAnswer(context, excuse, "ACCEPTED", reason);
  const marks = await turnMarks(context, { ...excuse, answerNo }, corrections.accepted);
  await tell(context, excuse, "absence.accepted");
  return done(excuse, { marks });
}

/** An excuse that was accepted by mistake is taken back; the marks become what they were. @throws Problem not_found | refused `absence.not_accepted` */
async function withdraw(context: CommandContext, { excuseId, reason }: WithdrawAbsence): Promise<Done> {
  const excuse = await hold(context, "absence.withdraw", excuseId);
  refuseIf([refuseStep(excuse.state, "withdraw")]);
  const marks = await turnMarksBack(context, excuse, corrections.withdrawn);
  await keepAnswer(context, excuse, "TAKEN_BACK", reason);
  await tell(context, excuse, "absence.taken_back");
  return done(excuse, { marks });
}

export const absenceCommands = [
  defineCommand({
    type: "absence.ask",
    v: 1,
    summary: "An absence that is to be excused is written down",
    payload: AskAbsence,
    verb: absenceAccess["absence.ask"],
    run: ask,
  }),
  defineCommand({
    type: "absence.receive",
    v: 1,
    summary: "The document of an absence came",
    payload: ReceiveDocument,
    verb: absenceAccess["absence.receive"],
    run: receive,
  }),
  defineCommand({
    type: "absence.answer",
    v: 1,
    summary: "The manager accepts an excuse, or refuses it",
    payload: AnswerAbsence,
    verb: absenceAccess["absence.answer"],
    run: answer,
  }),
  defineCommand({
    type: "absence.withdraw",
    v: 1,
    summary: "Takes back an excuse that was accepted",
    payload: WithdrawAbsence,
    verb: absenceAccess["absence.withdraw"],
    run: withdraw,
  }),
];
