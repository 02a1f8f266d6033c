import { z } from "zod";
import { type CommandContext, type Done, defineCommand, defineDownload, defineQuery } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { extensionOf } from "../../platform/files/fileKind.ts";
import { Signing } from "../../platform/signatures/proofContract.ts";
import {
  issueForSigning,
  keepDrawing,
  keepSignedFile,
  openIssued,
  openProof,
  readSigning,
} from "../../platform/signatures/proofs.ts";
import { contractAccess } from "./access.ts";
import { DrawSignature, IssueContract, SignElectronically, type SignedAs } from "./contract.ts";
import { type ContractRecord, lockContract, requireContract, signedWords } from "./contractRecord.ts";
import { contractPdf, requireIntact } from "./documents.ts";
import { giveSignature, refuseAll, refusePlace, signingBlockers } from "./signing.ts";
import { tell } from "./steps.ts";

const write = contractAccess["contract.write"];
const read = contractAccess["contract.read"];
const subjectOf = (id: string) => ({ type: "contract", id });
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;

/** The name that is expected in a signature, for finding it among several. */
function expectedName(contract: ContractRecord, signedAs: SignedAs): string {
  if (signedAs === "OPS") return contract.socialWorkerName ?? "";
  const side = signedAs === "LEAD" ? "LEAD" : "PERSON";
  const party = contract.parties.find((one) => one.side === side);
  return (signedAs === "PERSON" ? party?.name : party?.representedBy) ?? "";
}

/**
 * Freezes the PDF that parties sign electronically. Source: docs/domain/rules.md R-DOC-02
 * @throws Problem not_found | refused with what blocks the signing, `contract.content_changed`
 */
async function issueContract(context: CommandContext, { documentId, contractId }: IssueContract): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  if (contract.frozenHash === null) refuseAll([...signingBlockers(contract, context.today)]);
  requireIntact(contract);
  const { bytes } = await renderPdf(await contractPdf(context, contract, false));
  const words = signedWords(contract);
  const { sha256 } = await issueForSigning(context, { documentId, subject: subjectOf(contractId), pdf: bytes, words });
  await tell(context, contract, "contract.issued_for_signing", { sha256 });
  return { ids: { document: documentId }, about: about(contract), detail: { sha256 } };
}

/**
 * One party's signature in a file that was signed electronically and checked here. Source: docs/domain/rules.md R-DOC-01
 * @throws Problem not_found | refused `signature.*` with all reasons, and as a signature on paper is refused
 */
async function signElectronically(context: CommandContext, payload: SignElectronically): Promise<Done> {
  const { signatureId, contractId, signedAs, method, documentId, fileId } = payload;
  const contract = await lockContract(context, write, contractId);
  refuseAll(refusePlace(context, contract, signedAs));
  const { name, signedOn } = await keepSignedFile(context, {
    proofId: signatureId,
    subject: subjectOf(contractId),
    party: signedAs,
    documentId,
    words: signedWords(contract),
    fileId,
    expectedName: expectedName(contract, signedAs),
  });
  return giveSignature(context, contract, { signatureId, signedAs, name, signedOn, method });
}

/** A drawing on the worker's screen: a working proof, after which the party's signature still waits. @throws Problem not_found | refused */
async function drawSignature(context: CommandContext, payload: DrawSignature): Promise<Done> {
  const { proofId, contractId, signedAs, picture } = payload;
  const contract = await lockContract(context, write, contractId);
  refuseAll(refusePlace(context, contract, signedAs));
  await keepDrawing(context, { proofId, subject: subjectOf(contractId), party: signedAs, picture });
  await tell(context, contract, "contract.drawing_kept", { signedAs });
  return { ids: { proof: proofId }, about: about(contract), detail: { signedAs } };
}

export const signedFileCommands = [
  defineCommand({
    type: "contract.issue-for-signing",
    v: 1,
    summary: "Freezes the PDF that parties sign electronically",
    payload: IssueContract,
    verb: write,
    run: issueContract,
  }),
  defineCommand({
    type: "contract.sign-electronically",
    v: 1,
    summary: "Takes one party's electronic signature: the signed file, checked",
    payload: SignElectronically,
    verb: write,
    run: signElectronically,
  }),
  defineCommand({
    type: "contract.draw-signature",
    v: 1,
    summary: "Keeps a signature drawn on a screen as a working proof, which is no written form",
    payload: DrawSignature,
    verb: write,
    run: drawSignature,
  }),
];

export const signingQuery = defineQuery({
  name: "contract.read-signing",
  method: "GET",
  path: "/contracts/:contractId/signing",
  summary: "What was handed out for signing and how each signature is proved; kept files are held against their hashes",
  input: z.strictObject({ contractId: z.uuid() }),
  answer: Signing,
  verb: read,
  audit: ({ contractId }) => ({ objectType: "contract", objectId: contractId, section: "SOCIAL" }),
  run: async (context, { contractId }) => {
    const contract = await requireContract(context, read, contractId);
    return readSigning(context, subjectOf(contractId), signedWords(contract));
  },
});

const audit = (kind: string) => (input: { contractId: string }) =>
  ({ objectType: "contract", objectId: input.contractId, section: "SOCIAL", detail: { kind } }) as const;

export const signedFileDownloads = [
  defineDownload({
    name: "contract.open-issued",
    path: "/contracts/:contractId/issued/:documentId",
    summary: "The PDF that was frozen to be signed electronically",
    input: z.strictObject({ contractId: z.uuid(), documentId: z.uuid() }),
    verb: read,
    audit: audit("issued"),
    run: async (context, { contractId, documentId }) => {
      const contract = await requireContract(context, read, contractId);
      const file = await openIssued(context, subjectOf(contractId), documentId);
      return { ...file, name: `${contract.number.replaceAll("/", "-")}.pdf` };
    },
  }),
  defineDownload({
    name: "contract.open-proof",
    path: "/contracts/:contractId/proofs/:proofId",
    summary: "The scan, the signed file or the drawing of one signature",
    input: z.strictObject({ contractId: z.uuid(), proofId: z.uuid() }),
    verb: read,
    audit: audit("proof"),
    run: async (context, { contractId, proofId }) => {
      const contract = await requireContract(context, read, contractId);
      const file = await openProof(context, subjectOf(contractId), proofId);
      const isXml = file.mediaType === "text/plain";
      const ending = isXml ? "xml" : extensionOf(file.mediaType);
      return { ...file, name: `${contract.number.replaceAll("/", "-")}-podpis.${ending}` };
    },
  }),
];
