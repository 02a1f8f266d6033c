import { z } from "zod";
import type { Reach, Role } from "../access.ts";
import {
  type AnyCommand,
  type AnyDownload,
  type AnyQuery,
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../command.ts";
import { type PdfRequest, renderPdf } from "../documents/renderPdf.ts";
import { extensionOf } from "../files/fileKind.ts";
import { refuseIf } from "../problem.ts";
import type { PlainDate } from "../time/plainDate.ts";
import {
  addSignature,
  type Edition,
  freezeWords,
  type GivenSignature,
  holdsWords,
  openEdition,
  readEditions,
} from "./editions.ts";
import { DrawOnPaper, IssuePaper, PaperSigning, SignOnPaper, SignPaperFile } from "./paperContract.ts";
import {
  issueForSigning,
  keepDrawing,
  keepPaper,
  keepSignedFile,
  openIssued,
  openProof,
  readSigning,
  type Subject,
  verifyBrought,
} from "./proofs.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A paper that its parties sign, as its room gives it to somebody who reaches it. */
export type Paper = {
  personId: string;
  caseId: string | null;
  /** The text under the signatures: one string for one content. */
  words: string;
  /** The blocks on paper in their order; `name`: who is expected there, empty when nobody knows yet. */
  parties: readonly { signedAs: string; name: string }[];
  /** What keeps everybody from signing it now; message keys of the room. */
  refusals: readonly string[];
  /** No signature is of an earlier day. */
  agreedOn: PlainDate | null;
  /** Name of its files, without ending. */
  fileName: string;
  mayWrite: boolean;
  pdf(): Promise<PdfRequest>;
};

/** How a room has its papers of one kind signed. Operations are named by `noun`, addresses begin with `path`. */
export type PaperKind = {
  noun: string;
  path: string;
  write: Verb;
  read: Verb;
  /** Locks the record that the words are read from. @throws Problem not_found */
  lock(context: CommandContext, paperId: string): Promise<void>;
  /** @throws Problem not_found when the actor does not reach it with `verb` */
  find(context: WorkContext, verb: Verb, paperId: string): Promise<Paper>;
  /** After each signature. `awaited`: who has not signed yet; nobody when the paper is whole. `days`: when each who has, by party. */
  signed?(
    context: CommandContext,
    paper: Paper & { id: string },
    now: { awaited: readonly string[]; isFirst: boolean; days: ReadonlyMap<string, PlainDate> },
  ): Promise<void>;
};

/**
 * The blocks of a paper as it had them when somebody signed it first: who is given a guardian later opens no paper again that
 * was signed before. Source: docs/domain/rules.md R-CAP-05, R-DOC-02
 */
export function withKeptParties(parties: Paper["parties"], kept: readonly string[]): Paper["parties"] {
  if (kept.length === 0) return parties;
  const nameOf = (signedAs: string) => parties.find((one) => one.signedAs === signedAs)?.name ?? "";
  return kept.map((signedAs) => ({ signedAs, name: nameOf(signedAs) }));
}

/** Why nobody can sign now in a place of the paper; empty = somebody can. Source: docs/domain/rules.md R-DOC-02 */
function refusePlace(paper: Paper, edition: Edition | undefined, signedAs: string): string[] {
  const refusals = [...paper.refusals];
  if (edition && !holdsWords(edition, paper.words)) refusals.push("signature.words_changed");
  if (!paper.parties.some((party) => party.signedAs === signedAs)) refusals.push("signature.not_expected");
  if (edition?.signatures.some(({ party }) => party === signedAs)) refusals.push("signature.already_given");
  return refusals;
}

/** A day on which a signature can have been given. */
function refuseDay(signedOn: PlainDate, agreedOn: PlainDate | null, today: PlainDate): string | null {
  if (signedOn > today) return "signature.day_in_future";
  return agreedOn !== null && signedOn < agreedOn ? "signature.day_too_early" : null;
}

const source = "R-DOC-02";

/** A paper of a noun as editions and proofs name it. */
export const paperSubject = (noun: string, id: string): Subject => ({ type: noun.replaceAll("-", "_"), id });

/**
 * The operations by which papers of one kind are signed, on paper, in a file and with a working proof on the screen: the same
 * for every room. Source: docs/domain/rules.md R-DOC-01, R-DOC-02.
 */
export function signingOf(kind: PaperKind): {
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  downloads: readonly AnyDownload[];
} {
  const { noun, path, write, read } = kind;
  const subjectOf = (id: string) => paperSubject(noun, id);

  async function locked(context: CommandContext, paperId: string) {
    await kind.find(context, write, paperId);
    await kind.lock(context, paperId);
    const editions = await readEditions(context, subjectOf(paperId));
    const edition = openEdition(editions);
    const found = await kind.find(context, write, paperId);
    const paper = { ...found, parties: withKeptParties(found.parties, edition?.parties ?? []) };
    return { paper, editions, edition, subject: subjectOf(paperId) };
  }
  type Locked = Awaited<ReturnType<typeof locked>>;

  const tell = (context: CommandContext, { paper, subject }: Locked, what: string, detail: Record<string, unknown>) =>
    recordEvent(context, {
      personId: paper.personId,
      caseId: paper.caseId,
      kind: `paper.${what}`,
      section: "SOCIAL",
      subject,
      detail: { paper: noun, ...detail },
    });
  const done = ({ paper, subject }: Locked, ids: Record<string, string>, detail: Record<string, unknown>): Done => ({
    ids,
    about: { type: noun, id: subject.id, personId: paper.personId, section: "SOCIAL" },
    detail,
  });

  /** Writes one signature; the first one freezes the words. */
  async function give(context: CommandContext, of: Locked, given: GivenSignature): Promise<Done> {
    const { paper, editions, edition, subject } = of;
    const { id: signatureId, party: signedAs, signedOn, method } = given;
    refuseIf([...refusePlace(paper, edition, signedAs), refuseDay(signedOn, paper.agreedOn, context.today)], {
      source,
    });
    const editionId = edition?.id ?? (await freezeWords(context, subject, paper, editions));
    await addSignature(context, editionId, given);
    await tell(context, of, "signed", { signedAs, method, signedOn });
    const days = new Map(edition?.signatures.map((one) => [one.party, one.signedOn])).set(signedAs, signedOn);
    const awaited = paper.parties.filter((one) => !days.has(one.signedAs)).map((one) => one.signedAs);
    const id = subject.id;
    await kind.signed?.(context, { ...paper, id }, { awaited, isFirst: edition === undefined, days });
    return done(of, { signature: signatureId }, { signedAs, method });
  }

  async function signOnPaper(context: CommandContext, payload: SignOnPaper): Promise<Done> {
    const { signatureId: id, paperId, signedAs: party, name, signedOn, place = null, fileId = null } = payload;
    const of = await locked(context, paperId);
    refuseIf(refusePlace(of.paper, of.edition, party), { source });
    if (place !== null || fileId !== null)
      await keepPaper(context, { proofId: id, subject: of.subject, party, place, fileId, signedOn });
    return give(context, of, { id, party, name, signedOn, method: "WET" });
  }

  async function issuePaper(context: CommandContext, { documentId, paperId }: IssuePaper): Promise<Done> {
    const of = await locked(context, paperId);
    const { paper, edition, subject } = of;
    const changed = edition && !holdsWords(edition, paper.words) ? "signature.words_changed" : null;
    refuseIf([...paper.refusals, changed], { source });
    const { bytes } = await renderPdf(await paper.pdf());
    const { sha256 } = await issueForSigning(context, { documentId, subject, pdf: bytes, words: paper.words });
    await tell(context, of, "issued_for_signing", { sha256 });
    return done(of, { document: documentId }, { sha256 });
  }

  async function signFile(context: CommandContext, payload: SignPaperFile): Promise<Done> {
    const { signatureId: id, paperId, signedAs: party, method, documentId, fileId } = payload;
    const of = await locked(context, paperId);
    const { paper, edition, subject } = of;
    refuseIf(refusePlace(paper, edition, party), { source });
    const expectedName = paper.parties.find((one) => one.signedAs === party)?.name ?? "";
    const kept = { proofId: id, subject, party, documentId, words: paper.words, fileId, expectedName };
    return give(context, of, { id, party, method, ...(await keepSignedFile(context, kept)) });
  }

  async function draw(context: CommandContext, payload: DrawOnPaper): Promise<Done> {
    const { proofId, paperId, signedAs, picture } = payload;
    const of = await locked(context, paperId);
    refuseIf(refusePlace(of.paper, of.edition, signedAs), { source });
    await keepDrawing(context, { proofId, subject: of.subject, party: signedAs, picture });
    await tell(context, of, "drawing_kept", { signedAs });
    return done(of, { proof: proofId }, { signedAs });
  }

  async function readPaper(context: WorkContext, paperId: string): Promise<PaperSigning> {
    const subject = subjectOf(paperId);
    const found = await kind.find(context, read, paperId);
    const editions = await readEditions(context, subject);
    const edition = openEdition(editions);
    const paper = { ...found, parties: withKeptParties(found.parties, edition?.parties ?? []) };
    const { personId, mayWrite, refusals } = paper;
    return {
      ...(await readSigning(context, subject, paper.words)),
      personId,
      mayWrite,
      refusals: [...refusals],
      places: paper.parties.map(({ signedAs, name: expected }) => {
        const given = edition?.signatures.find(({ party }) => party === signedAs);
        const { name = null, signedOn = null, method = null, hasFile = false } = given ?? {};
        return { signedAs, expected, name, signedOn, method, hasFile };
      }),
      sha256: edition?.sha256 ?? null,
      isIntact: edition === undefined || holdsWords(edition, paper.words),
      earlier: editions
        .filter(({ isEnded }) => isEnded)
        .map(({ no, frozenAt, signatures }) => ({ no, frozenAt, signedBy: signatures.map(({ name }) => name) })),
    };
  }

  const PaperId = z.strictObject({ paperId: z.uuid() });
  const audit = (input: { paperId: string }) =>
    ({ objectType: noun, objectId: input.paperId, section: "SOCIAL" }) as const;
  return {
    commands: [
      defineCommand({
        type: `${noun}.sign-on-paper`,
        v: 1,
        summary: "Notes one party's signature on paper",
        payload: SignOnPaper,
        verb: write,
        run: signOnPaper,
      }),
      defineCommand({
        type: `${noun}.issue-for-signing`,
        v: 1,
        summary: "Freezes the PDF that parties sign electronically",
        payload: IssuePaper,
        verb: write,
        run: issuePaper,
      }),
      defineCommand({
        type: `${noun}.sign-electronically`,
        v: 1,
        summary: "Takes one party's electronic signature: the signed file, checked",
        payload: SignPaperFile,
        verb: write,
        prepare: (reading, { paperId, documentId, fileId }) =>
          verifyBrought(reading, { subject: subjectOf(paperId), documentId, fileId }, (context) =>
            kind.find(context, write, paperId),
          ),
        run: signFile,
      }),
      defineCommand({
        type: `${noun}.draw-signature`,
        v: 1,
        summary: "Keeps a signature drawn on a screen as a working proof, which is no written form",
        payload: DrawOnPaper,
        verb: write,
        run: draw,
      }),
    ],
    queries: [
      defineQuery({
        name: `${noun}.read-signing`,
        method: "GET",
        path: `${path}/:paperId/signing`,
        summary: "Who has signed, how each signature is proved, and whether the words are still the signed ones",
        input: PaperId,
        answer: PaperSigning,
        verb: read,
        audit: (input, { personId }) => ({ ...audit(input), personId }),
        run: (context, { paperId }) => readPaper(context, paperId),
      }),
    ],
    downloads: [
      defineDownload({
        name: `${noun}.open-issued`,
        path: `${path}/:paperId/issued/:documentId`,
        summary: "The PDF that was frozen to be signed electronically",
        input: PaperId.extend({ documentId: z.uuid() }),
        verb: read,
        audit: (input, { personId }) => ({ ...audit(input), personId, detail: { kind: "issued" } }),
        run: async (context, { paperId, documentId }) => {
          const { personId, fileName } = await kind.find(context, read, paperId);
          return { ...(await openIssued(context, subjectOf(paperId), documentId)), name: `${fileName}.pdf`, personId };
        },
      }),
      defineDownload({
        name: `${noun}.open-proof`,
        path: `${path}/:paperId/proofs/:proofId`,
        summary: "The scan, the signed file or the drawing of one signature",
        input: PaperId.extend({ proofId: z.uuid() }),
        verb: read,
        audit: (input, { personId }) => ({ ...audit(input), personId, detail: { kind: "proof" } }),
        run: async (context, { paperId, proofId }) => {
          const { personId, fileName } = await kind.find(context, read, paperId);
          const file = await openProof(context, subjectOf(paperId), proofId);
          const ending = file.mediaType === "text/plain" ? "xml" : extensionOf(file.mediaType);
          return { ...file, name: `${fileName}-podpis.${ending}`, personId };
        },
      }),
    ],
  };
}
