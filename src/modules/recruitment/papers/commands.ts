import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { recruitmentAccess } from "../access.ts";
import { lockCandidate } from "../candidates/commands.ts";
import { keepText } from "../candidates/store.ts";
import { lockRecruitment } from "../store.ts";
import { NoteSignature, SetPaper, TakeBackSignature } from "./contract.ts";
import { paperEditionsOf } from "./store.ts";

onConstraint("recruitment_paper_in_order", "conflict", "record.changed");
onConstraint("candidate_signature_key", "conflict", "record.id_taken");
onConstraint("candidate_signature_return_key", "conflict", "record.id_taken");
onConstraint("candidate_signature_returns_once", "refused", "paper.taken_back_already");

/** @throws Problem not_found | conflict (another edition since) | refused `recruitment.closed`, `paper.no_words`, `paper.same_words` */
async function setPaper(context: CommandContext, { recruitmentId, kind, seenNo, words }: SetPaper): Promise<Done> {
  await lockRecruitment(context, recruitmentAccess["recruitment.set-paper"], recruitmentId);
  const newest = (await paperEditionsOf(context, recruitmentId)).find((one) => one.kind === kind);
  const [no, said] = [newest?.no ?? 0, newest?.words ?? ""];
  if (no !== seenNo) throw new Problem("conflict", "record.changed");
  refuseIf([said === words ? (words === "" ? "paper.no_words" : "paper.same_words") : null]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("recruitmentPaper")
    .values({ organisationId, recruitmentId, kind, no: no + 1, words, recordedBy: accountId })
    .execute();
  return {
    ids: { recruitment: recruitmentId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { kind, edition: no + 1 },
  };
}

async function standingEntry(
  context: CommandContext,
  { candidateId, kind, no }: NoteSignature,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select s.id from candidate_signature s
    where s.organisation_id = ${context.actor.organisationId} and s.candidate_id = ${candidateId} and s.kind = ${kind} and s.no = ${no}
      and not exists (select from candidate_signature_return r where r.organisation_id = s.organisation_id and r.signature_id = s.id)`.execute(
    context.tx,
  );
  return rows[0]?.id;
}

/**
 * Somebody signed an edition of a paper; each edition once.
 * @throws Problem not_found | refused `paper.signed_in_future`, `paper.no_edition`, `paper.signed_already` and as `lockCandidate` says
 */
async function noteSignature(context: CommandContext, payload: NoteSignature): Promise<Done> {
  const { signatureId, candidateId, kind, no, signedOn } = payload;
  const { recruitment } = await lockCandidate(context, recruitmentAccess["candidate.note-signature"], candidateId);
  const { recruitmentId } = recruitment;
  const editions = await paperEditionsOf(context, recruitmentId);
  refuseIf([
    signedOn > context.today ? "paper.signed_in_future" : null,
    editions.some((one) => one.kind === kind && one.no === no && one.words !== "") ? null : "paper.no_edition",
    (await standingEntry(context, payload)) === undefined ? null : "paper.signed_already",
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("candidateSignature")
    .values({ organisationId, id: signatureId, candidateId, recruitmentId, kind, no, signedOn, recordedBy: accountId })
    .execute();
  return { ids: { candidate: candidateId }, about: { type: "candidate", id: candidateId }, detail: { kind } };
}

/** The entry was a mistake: it stays, with why it does not hold. @throws Problem not_found | refused `paper.taken_back_already` */
async function takeBackSignature(
  context: CommandContext,
  { signatureId, returnId, reason }: TakeBackSignature,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const found = await context.tx
    .selectFrom("candidateSignature")
    .select(["candidateId", "kind"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", signatureId)
    .executeTakeFirst();
  if (!found) throw new Problem("not_found", "candidate.not_found");
  const { candidateId, kind } = found;
  await lockCandidate(context, recruitmentAccess["candidate.take-back-signature"], candidateId);
  await context.tx
    .insertInto("candidateSignatureReturn")
    .values({ organisationId, id: returnId, signatureId, recordedBy: accountId })
    .execute();
  await keepText(context, candidateId, returnId, reason);
  return { ids: { candidate: candidateId }, about: { type: "candidate", id: candidateId }, detail: { kind } };
}

export const paperCommands = [
  defineCommand({
    type: "recruitment.set-paper",
    v: 1,
    summary: "Enters the next edition of what candidates sign, in the organisation's own words",
    payload: SetPaper,
    verb: recruitmentAccess["recruitment.set-paper"],
    run: setPaper,
  }),
  defineCommand({
    type: "candidate.note-signature",
    v: 1,
    summary: "Notes that a candidate signed a paper on a day",
    payload: NoteSignature,
    verb: recruitmentAccess["candidate.note-signature"],
    run: noteSignature,
  }),
  defineCommand({
    type: "candidate.take-back-signature",
    v: 1,
    summary: "Takes back the entry of a signature, with a reason",
    payload: TakeBackSignature,
    verb: recruitmentAccess["candidate.take-back-signature"],
    run: takeBackSignature,
  }),
];
