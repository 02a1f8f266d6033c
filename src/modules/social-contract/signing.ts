import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { keepPaper, type Subject } from "../../platform/signatures/proofs.ts";
import { endTasksFrom } from "../casework/public.ts";
import { contractAccess } from "./access.ts";
import { refusalSource } from "./codes.ts";
import { AgreeContract, AttachSignedCopy, ConsultContract, SignContract, type SignedAs } from "./contract.ts";
import {
  type ContractRecord,
  contentOf,
  dayOf,
  hashOf,
  isIntact,
  lockContract,
  signedWords,
  stateOf,
} from "./contractRecord.ts";
import { endReminder, remindOfSignatures } from "./reminders.ts";
import {
  type ContractRefusal,
  consultationNeed,
  type GivenSignatures,
  hasPlace,
  isMember,
  partySideOf,
  refuseCompletion,
  refuseSigning,
  refuseStepDay,
} from "./rules.ts";
import { seal, sealAlways } from "./sealedText.ts";
import { refuseAct, takeStep, tell } from "./steps.ts";

onConstraint("contract_member_once", "refused", "contract.party_twice");
onConstraint("contract_signed_once_each", "refused", "contract.already_signed");
onConstraint("contract_signature_key", "conflict", "record.id_taken");
onConstraint("contract_consultation_key", "conflict", "record.id_taken");
onConstraint("contract_consultation_or_reason", "refused", "contract.consultation_or_reason");
onConstraint("contract_signature_of_party", "refused", "contract.signature_not_expected");

const write = contractAccess["contract.write"];
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;

/** Refuses with every reason, and the source of the first for the small type. */
export function refuseAll(refusals: readonly (string | null)[]): void {
  const codes = [...new Set(refusals.filter((code) => code !== null))];
  const sources = Object.fromEntries(
    codes.flatMap((code) => {
      const source = refusalSource[code];
      return source ? [[code, source]] : [];
    }),
  );
  refuseIf(codes, { source: codes[0] && refusalSource[codes[0]], sources });
}

/** @throws Problem not_found | refused `contract.step_not_possible`, `contract.closed`, `contract.day_in_future` */
async function agreeContract(context: CommandContext, { contractId, agreedOn }: AgreeContract): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  refuseAll([refuseAct(contract, "agree"), refuseStepDay(agreedOn, null, context.today)]);
  await takeStep(context, contract, { to: "AGREED_WITH_PERSON", act: "agree", onDay: agreedOn });
  return { ids: { contract: contractId }, about: about(contract) };
}

/**
 * Agreed with the centre of the last permanent registration, or why with nobody: a reason serves only where the
 * registration is not known. Source: docs/domain/rules.md R-JUR-03, R-SC-02.
 * @throws Problem not_found | refused
 */
async function consultContract(context: CommandContext, payload: ConsultContract): Promise<Done> {
  const { consultationId, contractId, consulted, reason } = payload;
  const contract = await lockContract(context, write, contractId);
  const content = contentOf(contract);
  const need = consultationNeed(content);
  const refusals: (ContractRefusal | null)[] = [refuseAct(contract, "consult")];
  if (consulted) {
    refusals.push(refuseStepDay(consulted.on, null, context.today));
    const judged = { ...content, consultedOn: consulted.on, consultedCommune: consulted.commune };
    refusals.push(
      ...refuseSigning(judged, context.today).filter((code) => code === "contract.consultation_other_commune"),
    );
  } else if (need === "NEEDED") refusals.push("contract.consultation_missing");
  else if (!reason?.trim()) refusals.push("contract.consultation_reason_missing");
  refuseAll(refusals);
  await context.tx
    .insertInto("contractConsultation")
    .values({
      organisationId: context.actor.organisationId,
      id: consultationId,
      contractId,
      centre: consulted?.centre ?? null,
      commune: consulted?.commune ?? null,
      consultedOn: consulted?.on ?? null,
      reference: consulted?.reference ?? null,
      reason: consulted ? null : seal(context, `${consultationId}/reason`, reason),
      recordedBy: context.actor.accountId,
    })
    .execute();
  await endTasksFrom(context, { type: "contract_consultation", id: contractId }, "DONE");
  if (consulted)
    await takeStep(context, contract, { to: "CONSULTED_WITH_OTHER_OPS", act: "consult", onDay: consulted.on });
  else await tell(context, contract, "contract.consultation_not_possible");
  return { ids: { consultation: consultationId }, about: about(contract) };
}

/** What blocks the first signature today, all of it; empty = it can be signed. */
export function signingBlockers(contract: ContractRecord, today: CommandContext["today"]): readonly string[] {
  const move = refuseAct(contract, "sign");
  return [...new Set([...(move ? [move] : []), ...refuseSigning(contentOf(contract), today)])];
}

/** Signatures still missing: those that the law asks for, and the third one. */
export function missingSignatures(contract: ContractRecord): ReturnType<typeof refuseCompletion> {
  return refuseCompletion(contentOf(contract), signedBy(contract.given));
}

/** Who has signed, as the rule asks for it. */
export function signedBy(signatures: readonly { signedAs: SignedAs }[]): GivenSignatures {
  const given = signatures.map(({ signedAs }) => signedAs);
  const isRole = (one: SignedAs) => !isMember(one) && one !== "OPS" && one !== "LEAD";
  return {
    person: given.filter(isRole),
    ops: given.includes("OPS"),
    lead: given.includes("LEAD"),
    members: given.filter(isMember),
  };
}

/**
 * One signature. The first one freezes the words; each later one is refused when they are no longer the same. With the
 * last one that the law asks for the contract is SIGNED; the lead organisation's may come later (R-SC-03).
 * @throws Problem not_found | refused with all reasons in `details.refusals`
 */
async function signContract(context: CommandContext, payload: SignContract): Promise<Done> {
  const { contractId } = payload;
  const contract = await lockContract(context, write, contractId);
  refuseAll(refusePlace(context, contract, payload.signedAs));
  const hasFile = await keepPaperOf(context, { type: "contract", id: contractId }, payload);
  return giveSignature(context, contract, payload, hasFile);
}

/** Why nobody can sign now in the place of `signedAs`; empty = somebody can. */
export function refusePlace(context: CommandContext, contract: ContractRecord, signedAs: SignedAs): (string | null)[] {
  const state = stateOf(contract);
  const refusals: (string | null)[] =
    contract.frozenHash === null
      ? [...signingBlockers(contract, context.today)]
      : [
          state === "COMPLETED" || state === "TERMINATED" ? "contract.closed" : null,
          isIntact(contract) ? null : "contract.content_changed",
        ];
  if (!isExpected(contract, signedAs)) refusals.push("contract.signature_not_expected");
  if (contract.given.some((one) => one.signedAs === signedAs)) refusals.push("contract.already_signed");
  return refusals;
}

/** Whether the papers of this contract have a place for `signedAs`. */
export function isExpected(
  { parties, members, ...contract }: ContractRecord,
  signedAs: SignedAs,
  blocks = contract.blocks,
): boolean {
  const side = partySideOf(signedAs);
  if (isMember(side)) return members.some((member) => member.side === side && hasPlace(member));
  if (side === "PERSON") return blocks.some(({ who }) => who === signedAs);
  return parties.some((party) => party.side === side);
}

export type GivenName = Pick<SignContract, "signatureId" | "signedAs" | "name" | "signedOn" | "method">;

/** What a signature on paper may bring: where it was given and a scan. @throws Problem refused where it is none on paper */
export async function keepPaperOf(
  context: CommandContext,
  subject: Subject,
  signed: GivenName & Pick<SignContract, "place" | "fileId">,
): Promise<boolean> {
  const { signatureId: proofId, signedAs: party, signedOn, place = null, fileId = null } = signed;
  if (signed.method !== "WET") throw new Problem("refused", "contract.electronic_needs_file", { source: "R-DOC-01" });
  if (place !== null || fileId !== null) await keepPaper(context, { proofId, subject, party, place, fileId, signedOn });
  return fileId !== null;
}

/** Writes one signature of the locked contract, and what follows from it. @throws Problem refused with all reasons */
export async function giveSignature(
  context: CommandContext,
  contract: ContractRecord,
  given: GivenName,
  hasFile: boolean,
): Promise<Done> {
  const { signatureId, signedAs, name, signedOn, method } = given;
  const contractId = contract.id;
  const side = partySideOf(signedAs);
  const isFirst = contract.frozenHash === null;
  const after = [dayOf(contract, "AGREED_WITH_PERSON"), contract.consultation?.consultedOn ?? null].reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  refuseAll([...refusePlace(context, contract, signedAs), refuseStepDay(signedOn, after, context.today)]);

  const { organisationId, accountId } = context.actor;
  if (isFirst) {
    const words = signedWords(contract);
    await context.tx
      .insertInto("contractDocument")
      .values({
        organisationId,
        contractId,
        kind: "CONTENT",
        sha256: Buffer.from(hashOf(words), "hex"),
        content: sealAlways(context, `${contractId}/signed`, words),
        frozenBy: accountId,
      })
      .execute();
  }
  await context.tx
    .insertInto("contractSignature")
    .values({
      organisationId,
      id: signatureId,
      contractId,
      side,
      signedAs,
      name,
      signedOn,
      method,
      recordedBy: accountId,
    })
    .execute();
  contract.given.push({ signedAs, side, name, signedOn, method, hasFile });
  await tell(context, contract, "contract.signature_given", { signedAs, method, signedOn });
  if (
    stateOf(contract) !== "SIGNED" &&
    stateOf(contract) !== "ACTIVE" &&
    missingSignatures(contract).statutory.length === 0
  )
    await takeStep(context, contract, { to: "SIGNED", act: "sign", onDay: signedOn });
  const { statutory, tripartite } = missingSignatures(contract);
  if (statutory.length + tripartite.length === 0) await endReminder(context, contract, null, "DONE");
  else if (isFirst) await remindOfSignatures(context, contract, null);
  return { ids: { signature: signatureId }, about: about(contract), detail: { signedAs, method } };
}

/**
 * Attaches the file with the signatures; from then on it is told by its hash and never exchanged. Source: docs/domain/rules.md R-DOC-02.
 * @throws Problem not_found | refused `contract.not_signed`, `contract.copy_already_attached`
 */
async function attachSignedCopy(context: CommandContext, { contractId, fileId }: AttachSignedCopy): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  if (contract.signedCopy) throw new Problem("refused", "contract.copy_already_attached", { source: "R-DOC-02" });
  refuseAll([...missingSignatures(contract).statutory, isIntact(contract) ? null : "contract.content_changed"]);
  await requireOwnFile(context, fileId, "payload.fileId");
  const { sha256 } = await readStoredFile(context, fileId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("contractDocument")
    .values({
      organisationId,
      contractId,
      kind: "SIGNED_COPY",
      sha256: Buffer.from(sha256, "hex"),
      fileId,
      frozenBy: accountId,
    })
    .execute();
  await tell(context, contract, "contract.copy_attached", { sha256 });
  return { ids: { contract: contractId }, about: about(contract), detail: { sha256 } };
}

export const signingCommands = [
  defineCommand({
    type: "contract.agree",
    v: 1,
    summary: "Notes that the person agrees with the contract's words",
    payload: AgreeContract,
    verb: write,
    run: agreeContract,
  }),
  defineCommand({
    type: "contract.consult",
    v: 1,
    summary: "Notes the consultation with the centre of the last registration, or why there was none",
    payload: ConsultContract,
    verb: write,
    run: consultContract,
  }),
  defineCommand({
    type: "contract.sign",
    v: 1,
    summary: "Notes one party's signature",
    payload: SignContract,
    verb: write,
    run: signContract,
  }),
  defineCommand({
    type: "contract.attach-signed-copy",
    v: 1,
    summary: "Attaches the signed file and freezes it",
    payload: AttachSignedCopy,
    verb: write,
    run: attachSignedCopy,
  }),
];
