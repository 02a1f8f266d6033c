import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import { endTasksFrom } from "../casework/public.ts";
import { contractAccess } from "./access.ts";
import { refuseAnnex, refuseAnnexAct } from "./annexRules.ts";
import { AddAnnex, SignAnnex, type SignedAs, WithdrawAnnex } from "./contract.ts";
import {
  annexWords,
  type ContractAnnex,
  type ContractRecord,
  contentOf,
  dayOf,
  hashOf,
  isAnnexIntact,
  isIntact,
  lockContract,
  nextEvaluationOf,
  sidesOf,
} from "./contractRecord.ts";
import { writeEvaluationDates } from "./drafting.ts";
import { followDuties } from "./promises.ts";
import { endReminder, remindOfSignatures } from "./reminders.ts";
import { refuseCompletion, refuseStepDay } from "./rules.ts";
import { planEvaluation } from "./running.ts";
import { sealAlways } from "./sealedText.ts";
import { type GivenName, isExpected, keepPaperOf, refuseAll, signedBy } from "./signing.ts";
import { refuseAct, tell } from "./steps.ts";

onConstraint("contract_annex_key", "conflict", "record.id_taken");
onConstraint("contract_annex_signature_key", "conflict", "record.id_taken");
onConstraint("contract_annex_signed_once_each", "refused", "contract.already_signed");
onConstraint("contract_duty_ends_once_in_annex", "invalid", "contract.annex_duty_not_running", "payload.ends");

const write = contractAccess["contract.write"];
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;
const intact = (contract: ContractRecord) => (isIntact(contract) ? null : "contract.content_changed");

/**
 * What the parties want to change stands beside what they signed and waits for signatures of its own: words, further
 * duties, duties that end or that another takes the place of, further evaluation days. Until then nothing changes.
 * Source: docs/domain/rules.md R-DOC-01, R-DOC-02, R-SC-01.
 * @throws Problem not_found | refused
 */
async function addAnnex(context: CommandContext, payload: AddAnnex): Promise<Done> {
  const { annexId, contractId, agreedOn, what, duties, ends, evaluationDates, fileId, evaluationId } = payload;
  const contract = await lockContract(context, write, contractId);
  refuseAll([
    refuseAct(contract, "change"),
    intact(contract),
    refuseStepDay(agreedOn, dayOf(contract, "ACTIVE"), context.today),
    ...refuseAnnex(
      {
        parties: sidesOf(contract),
        annexes: contract.annexes,
        running: contract.duties.filter(({ running }) => running),
      },
      payload,
    ),
  ]);
  if (evaluationId !== null && !contract.evaluations.some(({ id }) => id === evaluationId))
    throw invalidAt("payload.evaluationId", "contract.evaluation_not_found");
  await requireOwnFile(context, fileId, "payload.fileId");
  const file = fileId === null ? null : await readStoredFile(context, fileId);
  const { organisationId, accountId } = context.actor;
  const annexNo = contract.annexes.length + 1;
  await context.tx
    .insertInto("contractAnnex")
    .values({
      organisationId,
      id: annexId,
      contractId,
      annexNo,
      agreedOn,
      what: sealAlways(context, `${annexId}/what`, what),
      fileId,
      fileSha256: file && Buffer.from(file.sha256, "hex"),
      evaluationId,
      recordedBy: accountId,
    })
    .execute();
  if (duties.length > 0)
    await context.tx
      .insertInto("contractDuty")
      .values(
        duties.map(({ dutyId: id, side, what: words, dueOn, sphere }) => ({
          organisationId,
          id,
          contractId,
          side,
          what: sealAlways(context, `${id}/what`, words),
          dueOn,
          sphere,
          annexId,
          changedIn: contract.version,
        })),
      )
      .execute();
  if (ends.length > 0)
    await context.tx
      .insertInto("contractDutyEnd")
      .values(ends.map((end) => ({ organisationId, annexId, ...end })))
      .execute();
  await writeEvaluationDates(context, contractId, evaluationDates, annexId);
  await remindOfSignatures(context, contract, { id: annexId, annexNo });
  await tell(context, contract, "contract.annex_prepared", { annexNo, agreedOn });
  return { ids: { annex: annexId }, about: about(contract), detail: { annexNo } };
}

/** Signatures that an annex still waits for: those that the law asks for, and the third one. */
export function missingAnnexSignatures(
  contract: ContractRecord,
  annex: ContractAnnex,
): ReturnType<typeof refuseCompletion> {
  return refuseCompletion({ ...contentOf(contract), signatureBlocks: annex.blocks }, signedBy(annex.given));
}

/** @throws Problem not_found `contract.annex_not_found` */
export function getAnnex(contract: ContractRecord, annexId: string): ContractAnnex {
  const annex = contract.annexes.find(({ id }) => id === annexId);
  if (!annex) throw new Problem("not_found", "contract.annex_not_found");
  return annex;
}

/** Why nobody can sign now under an annex in the place of `signedAs`; empty = somebody can. */
export function refuseAnnexPlace(
  contract: ContractRecord,
  annex: ContractAnnex,
  signedAs: SignedAs,
): (string | null)[] {
  return [
    contract.termination ? "contract.closed" : null,
    refuseAnnexAct(annex.state, "sign", annex.given.length > 0),
    intact(contract),
    isAnnexIntact(contract, annex) ? null : "contract.content_changed",
    isExpected(contract, signedAs, annex.blocks) ? null : "contract.signature_not_expected",
    annex.given.some((one) => one.signedAs === signedAs) ? "contract.already_signed" : null,
  ];
}

/** One signature on paper under an annex. @throws Problem not_found | refused with all reasons */
async function signAnnex(context: CommandContext, payload: SignAnnex): Promise<Done> {
  const contract = await lockContract(context, write, payload.contractId);
  const annex = getAnnex(contract, payload.annexId);
  refuseAll(refuseAnnexPlace(contract, annex, payload.signedAs));
  const hasFile = await keepPaperOf(context, annexSubject(annex), payload);
  return giveAnnexSignature(context, contract, annex, payload, hasFile);
}

/** The annex as what is signed. */
export const annexSubject = ({ id }: ContractAnnex) => ({ type: "contract_annex", id });

/**
 * Writes one signature under an annex of the locked contract; with the last one that the law asks for it holds, from that
 * day. Source: docs/domain/rules.md R-SC-03, R-DOC-01, R-DOC-02.
 * @throws Problem refused with all reasons
 */
export async function giveAnnexSignature(
  context: CommandContext,
  contract: ContractRecord,
  annex: ContractAnnex,
  given: GivenName,
  hasFile: boolean,
): Promise<Done> {
  const { signatureId, signedAs, name, signedOn, method } = given;
  refuseAll([...refuseAnnexPlace(contract, annex, signedAs), refuseStepDay(signedOn, annex.agreedOn, context.today)]);
  const { organisationId, accountId } = context.actor;
  const sha256 = hashOf(annexWords(contract, annex));
  await context.tx
    .insertInto("contractAnnexSignature")
    .values({
      organisationId,
      id: signatureId,
      annexId: annex.id,
      signedAs,
      name,
      signedOn,
      method,
      sha256: Buffer.from(sha256, "hex"),
      recordedBy: accountId,
    })
    .execute();
  annex.given.push({ signedAs, name, signedOn, method, hasFile, sha256 });
  const { annexNo } = annex;
  await tell(context, contract, "contract.annex_signature_given", { annexNo, signedAs, method, signedOn });
  if (annex.state === "WAITING" && missingAnnexSignatures(contract, annex).statutory.length === 0)
    await putInForce(context, contract, annex);
  const { statutory, tripartite } = missingAnnexSignatures(contract, annex);
  if (statutory.length + tripartite.length === 0) await endReminder(context, contract, annex, "DONE");
  return { ids: { signature: signatureId }, about: about(contract), detail: { annexNo, signedAs, method } };
}

/** From the day of the last signature. The task of the next evaluation follows the days that now hold. */
async function putInForce(context: CommandContext, contract: ContractRecord, annex: ContractAnnex): Promise<void> {
  const onDay = annex.given.reduce((latest, { signedOn }) => (signedOn > latest ? signedOn : latest), annex.agreedOn);
  await writeOutcome(context, annex, "IN_FORCE", onDay);
  const planned = nextEvaluationOf(contract);
  annex.state = "IN_FORCE";
  if (planned !== nextEvaluationOf(contract)) {
    await endTasksFrom(context, { type: "contract_evaluation", id: contract.id }, "NO_LONGER_RELEVANT");
    await planEvaluation(context, contract);
  }
  await followDuties(context, contract);
  await tell(context, contract, "contract.changed_by_annex", { annexNo: annex.annexNo, onDay });
}

async function writeOutcome(
  context: CommandContext,
  { id: annexId }: ContractAnnex,
  outcome: "IN_FORCE" | "WITHDRAWN",
  onDay: CommandContext["today"],
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("contractAnnexOutcome")
    .values({ organisationId, annexId, outcome, onDay, recordedBy: accountId })
    .execute();
}

/** An annex that nobody signed is put away; its days are free for another. @throws Problem not_found | refused */
async function withdrawAnnex(context: CommandContext, { contractId, annexId }: WithdrawAnnex): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  const annex = getAnnex(contract, annexId);
  refuseAll([refuseAnnexAct(annex.state, "withdraw", annex.given.length > 0)]);
  await writeOutcome(context, annex, "WITHDRAWN", context.today);
  await context.tx
    .deleteFrom("contractEvaluationDate")
    .where("organisationId", "=", context.actor.organisationId)
    .where("contractId", "=", contractId)
    .where("annexId", "=", annexId)
    .execute();
  await endReminder(context, contract, annex, "NO_LONGER_RELEVANT");
  await tell(context, contract, "contract.annex_withdrawn_on", { annexNo: annex.annexNo });
  return { ids: { annex: annexId }, about: about(contract), detail: { annexNo: annex.annexNo } };
}

export const annexCommands = [
  defineCommand({
    type: "contract.annex",
    v: 1,
    summary: "Prepares an annex, which holds once it is signed",
    payload: AddAnnex,
    verb: write,
    run: addAnnex,
  }),
  defineCommand({
    type: "contract.sign-annex",
    v: 1,
    summary: "Notes one party's signature on paper under an annex",
    payload: SignAnnex,
    verb: write,
    run: signAnnex,
  }),
  defineCommand({
    type: "contract.withdraw-annex",
    v: 1,
    summary: "Puts away an annex that nobody has signed",
    payload: WithdrawAnnex,
    verb: write,
    run: withdrawAnnex,
  }),
];
