import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
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
  type Subject,
  verifyBrought,
} from "../../platform/signatures/proofs.ts";
import { contractAccess } from "./access.ts";
import { annexPdf } from "./annexDocuments.ts";
import { getAnnex, giveAnnexSignature, refuseAnnexPlace } from "./annexes.ts";
import { refuseAnnexAct } from "./annexRules.ts";
import { DrawSignature, IssueContract, SignElectronically, type SignedAs } from "./contract.ts";
import {
  annexWords,
  type ContractAnnex,
  type ContractRecord,
  lockContract,
  requireContract,
  signedWords,
} from "./contractRecord.ts";
import { contractPdf, requireIntact } from "./documents.ts";
import { expectedSigner } from "./rules.ts";
import { giveSignature, refuseAll, refusePlace, signingBlockers } from "./signing.ts";
import { tell } from "./steps.ts";

const write = contractAccess["contract.write"];
const read = contractAccess["contract.read"];
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;

type Named = { contractId: string; annexId?: string | null | undefined };
/** What is signed: the contract, or one of its annexes. `words`: the text that is under the signatures. */
type Paper = { contract: ContractRecord; annex: ContractAnnex | null; subject: Subject; words: string };

/** @throws Problem not_found `contract.annex_not_found` */
function paperOf(contract: ContractRecord, { annexId }: Named): Paper {
  if (!annexId) return { contract, annex: null, subject: subjectOf(contract.id, null), words: signedWords(contract) };
  const annex = getAnnex(contract, annexId);
  return { contract, annex, subject: subjectOf(contract.id, annex.id), words: annexWords(contract, annex) };
}

const subjectOf = (contractId: string, annexId: string | null | undefined): Subject =>
  annexId ? { type: "contract_annex", id: annexId } : { type: "contract", id: contractId };
const lockPaper = async (context: CommandContext, named: Named) =>
  paperOf(await lockContract(context, write, named.contractId), named);
const requirePaper = async (context: WorkContext, verb: typeof read | typeof write, named: Named) =>
  paperOf(await requireContract(context, verb, named.contractId), named);
const numberOfPaper = ({ contract, annex }: Paper) =>
  `${contract.number.replaceAll("/", "-")}${annex ? `-A${annex.annexNo}` : ""}`;
const annexNoOf = ({ annex }: Paper) => (annex ? { annexNo: annex.annexNo } : {});

const refuse = (context: CommandContext, { contract, annex }: Paper, signedAs: SignedAs) =>
  annex ? refuseAnnexPlace(contract, annex, signedAs) : refusePlace(context, contract, signedAs);

/**
 * Freezes the PDF that parties sign electronically. Source: docs/domain/rules.md R-DOC-02
 * @throws Problem not_found | refused with what blocks the signing, `contract.content_changed`
 */
async function issueContract(context: CommandContext, payload: IssueContract): Promise<Done> {
  const paper = await lockPaper(context, payload);
  const { contract, annex, subject, words } = paper;
  if (annex) refuseAll([contract.termination ? "contract.closed" : null, refuseAnnexAct(annex.state, "sign", false)]);
  else if (contract.frozenHash === null) refuseAll([...signingBlockers(contract, context.today)]);
  requireIntact(contract);
  const request = annex ? await annexPdf(context, contract, annex, false) : await contractPdf(context, contract, false);
  const { bytes } = await renderPdf(request);
  const { sha256 } = await issueForSigning(context, { documentId: payload.documentId, subject, pdf: bytes, words });
  await tell(context, contract, "contract.issued_for_signing", { sha256, ...annexNoOf(paper) });
  return { ids: { document: payload.documentId }, about: about(contract), detail: { sha256, ...annexNoOf(paper) } };
}

/**
 * One party's signature in a file that was signed electronically and checked here, before the transaction began.
 * Source: docs/domain/rules.md R-DOC-01
 * @throws Problem not_found | refused `signature.*` with all reasons, and as a signature on paper is refused
 */
async function signElectronically(context: CommandContext, payload: SignElectronically): Promise<Done> {
  const { signatureId, signedAs, method, documentId, fileId } = payload;
  const paper = await lockPaper(context, payload);
  const { contract, annex, subject, words } = paper;
  refuseAll(refuse(context, paper, signedAs));
  const { name, signedOn } = await keepSignedFile(context, {
    proofId: signatureId,
    subject,
    party: signedAs,
    documentId,
    words,
    fileId,
    expectedName: expectedSigner(contract, signedAs),
  });
  const given = { signatureId, signedAs, name, signedOn, method };
  return annex
    ? giveAnnexSignature(context, contract, annex, given, true)
    : giveSignature(context, contract, given, true);
}

/** A drawing on the worker's screen: a working proof, after which the party's signature still waits. @throws Problem not_found | refused */
async function drawSignature(context: CommandContext, payload: DrawSignature): Promise<Done> {
  const { proofId, signedAs, picture } = payload;
  const paper = await lockPaper(context, payload);
  refuseAll(refuse(context, paper, signedAs));
  await keepDrawing(context, { proofId, subject: paper.subject, party: signedAs, picture });
  await tell(context, paper.contract, "contract.drawing_kept", { signedAs, ...annexNoOf(paper) });
  return { ids: { proof: proofId }, about: about(paper.contract), detail: { signedAs, ...annexNoOf(paper) } };
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
    prepare: (reading, payload) =>
      verifyBrought(reading, { ...payload, subject: subjectOf(payload.contractId, payload.annexId) }, (context) =>
        requirePaper(context, write, payload),
      ),
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
  input: z.strictObject({ contractId: z.uuid(), annexId: z.uuid().optional() }),
  answer: Signing,
  verb: read,
  audit: ({ contractId }) => ({ objectType: "contract", objectId: contractId, section: "SOCIAL" }),
  run: async (context, named) => {
    const { subject, words } = await requirePaper(context, read, named);
    return readSigning(context, subject, words);
  },
});

const audit = (kind: string) => (input: { contractId: string }) =>
  ({ objectType: "contract", objectId: input.contractId, section: "SOCIAL", detail: { kind } }) as const;

export const signedFileDownloads = [
  defineDownload({
    name: "contract.open-issued",
    path: "/contracts/:contractId/issued/:documentId",
    summary: "The PDF that was frozen to be signed electronically",
    input: z.strictObject({ contractId: z.uuid(), annexId: z.uuid().optional(), documentId: z.uuid() }),
    verb: read,
    audit: audit("issued"),
    run: async (context, { documentId, ...named }) => {
      const paper = await requirePaper(context, read, named);
      const file = await openIssued(context, paper.subject, documentId);
      return { ...file, name: `${numberOfPaper(paper)}.pdf` };
    },
  }),
  defineDownload({
    name: "contract.open-proof",
    path: "/contracts/:contractId/proofs/:proofId",
    summary: "The scan, the signed file or the drawing of one signature",
    input: z.strictObject({ contractId: z.uuid(), annexId: z.uuid().optional(), proofId: z.uuid() }),
    verb: read,
    audit: audit("proof"),
    run: async (context, { proofId, ...named }) => {
      const paper = await requirePaper(context, read, named);
      const file = await openProof(context, paper.subject, proofId);
      const isXml = file.mediaType === "text/plain";
      const ending = isXml ? "xml" : extensionOf(file.mediaType);
      return { ...file, name: `${numberOfPaper(paper)}-podpis.${ending}` };
    },
  }),
];
