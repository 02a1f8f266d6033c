import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { CommandContext, Reading, WorkContext } from "../command.ts";
import { instantOf } from "../db.ts";
import { readStoredFile, storeFile } from "../files/fileRoutes.ts";
import { requireOwnFile } from "../files/ownFile.ts";
import { repaint } from "../files/picture.ts";
import { foldName } from "../foldName.ts";
import { sealJson, unsealJson } from "../keys/sealedJson.ts";
import { onConstraint, Problem, refuseIf } from "../problem.ts";
import { todayIn } from "../time/instant.ts";
import type { PlainDate } from "../time/plainDate.ts";
import { uuidv7 } from "../uuid.ts";
import { refuseSignedFile, SignatureCheck, type SignerCheck, UnreadableSignedFile } from "./checkResult.ts";
import { trustedIssuers } from "./issuers.ts";
import type { Proof, Signing } from "./proofContract.ts";
import { verifySignedFile } from "./verifyFile.ts";

onConstraint("document_to_sign_key", "conflict", "record.id_taken");
onConstraint("signature_proof_key", "conflict", "record.id_taken");

const purpose = "signature.proof";
const timeZone = "Europe/Warsaw";
const source = "R-DOC-01";

/** The record that is signed, as its room calls it. Whoever calls has checked that the actor may write it. */
export type Subject = { type: string; id: string };

/**
 * Freezes a PDF that is handed out to be signed electronically: from now on only this file, whole, can come back signed.
 * `words`: the text that the PDF was made of; when it changes, the file is of no use any more. Source: docs/domain/rules.md R-DOC-02
 */
export async function issueForSigning(
  context: CommandContext,
  { documentId, subject, pdf, words }: { documentId: string; subject: Subject; pdf: Uint8Array; words: string },
): Promise<{ sha256: string }> {
  const fileId = uuidv7();
  await storeFile(context, fileId, Buffer.from(pdf), { kinds: ["pdf"] });
  const sha256 = hashOf(pdf);
  await context.tx
    .insertInto("documentToSign")
    .values({
      organisationId: context.actor.organisationId,
      id: documentId,
      subjectType: subject.type,
      subjectId: subject.id,
      fileId,
      sha256,
      wordsSha256: hashOf(words),
      issuedBy: context.actor.accountId,
    })
    .execute();
  return { sha256: sha256.toString("hex") };
}

type Keeping = { proofId: string; subject: Subject; party: string };
type Brought = { subject: Subject; documentId: string; fileId: string };

/** What was found of one file held against one document, by the hashes of both. */
const VerifiedFile = z.object({ sha256: z.string(), documentSha256: z.string(), check: SignatureCheck });

/**
 * Checks a brought file before its command's transaction begins, which the check may outlast: up to 20 seconds. `allowed`
 * asks whether the actor may write the record, and runs first. The answer goes to `keepSignedFile` by `context.prepared`.
 * @throws Problem not_found | invalid at `fileId` | refused `signature.file_*`, `signature.none_found`, `signature.too_many`
 */
export async function verifyBrought(
  reading: Reading,
  brought: Brought,
  allowed: (context: WorkContext) => Promise<unknown>,
): Promise<z.infer<typeof VerifiedFile>> {
  const { file, original, now } = await reading(async (context) => {
    await allowed(context);
    const issued = await requireIssued(context, brought.subject, brought.documentId);
    await requireOwnFile(context, brought.fileId, "payload.fileId");
    return {
      file: await readStoredFile(context, brought.fileId),
      original: await readStoredFile(context, issued.fileId),
      now: context.now,
    };
  });
  const check = await verify(file.bytes, original.bytes, now);
  return { sha256: file.sha256, documentSha256: original.sha256, check };
}

/**
 * Takes a signed file for one party: it must be the document that was handed out, and its signatures must hold. What counts
 * is the check made before, of exactly these two files. The party's signature is the one with the expected name, else the
 * first that no party has yet.
 * @returns whose name the certificate holds, and the day of the signature
 * @throws Problem not_found | invalid at `fileId` | refused `signature.*`, all reasons in `details.refusals`
 */
export async function keepSignedFile(
  context: CommandContext,
  keeping: Keeping & Brought & { words: string; expectedName: string },
): Promise<{ name: string; signedOn: PlainDate }> {
  const { subject, documentId, fileId } = keeping;
  const issued = await requireIssued(context, subject, documentId);
  if (!issued.wordsSha256.equals(hashOf(keeping.words)))
    throw new Problem("refused", "signature.document_outdated", { source: "R-DOC-02" });
  await requireOwnFile(context, fileId, "payload.fileId");
  const original = await readStoredFile(context, issued.fileId);
  const brought = await readStoredFile(context, fileId);
  const verified = VerifiedFile.parse(context.prepared);
  const isSame =
    verified.sha256 === brought.sha256 &&
    verified.documentSha256 === original.sha256 &&
    original.sha256 === issued.sha256.toString("hex");
  if (!isSame) throw new Problem("refused", "signature.file_exchanged", { source: "R-DOC-02" });
  const { check } = verified;
  refuseIf([...refuseSignedFile(check)], { source });
  const { proofs } = await readSigning(context, subject, keeping.words);
  const taken = proofs.flatMap(({ check: other, own: at }) => other?.signatures[at ?? -1] ?? []);
  const own = chooseSignature(check, taken, keeping.expectedName);
  if (!own) throw new Problem("refused", "signature.all_recorded", { source });
  const at = own.stampedAt ?? own.claimedAt ?? context.now;
  await insertProof(context, keeping, {
    kind: "ELECTRONIC",
    documentId,
    fileId,
    sha256: Buffer.from(brought.sha256, "hex"),
    finding: sealJson(context, purpose, `${keeping.proofId}/finding`, { check, own: check.signatures.indexOf(own) }),
    takenAt: at,
  });
  return { name: personOf(own), signedOn: todayIn(at, timeZone) };
}

async function verify(bytes: Uint8Array, original: Uint8Array, now: string): Promise<SignatureCheck> {
  try {
    return await verifySignedFile({ bytes, original, roots: await trustedIssuers(), now });
  } catch (error) {
    if (error instanceof UnreadableSignedFile) throw new Problem("refused", error.refusal, { source });
    throw error;
  }
}

/** The name of who signed: the person inside a trusted profile's seal, else the certificate's. */
export const personOf = ({ namedInside, signerName }: SignerCheck): string => namedInside ?? signerName ?? "?";

function chooseSignature(
  check: SignatureCheck,
  taken: readonly SignerCheck[],
  expectedName: string,
): SignerCheck | undefined {
  const same = (a: SignerCheck, b: SignerCheck) => personOf(a) === personOf(b) && a.claimedAt === b.claimedAt;
  const free = check.signatures.filter((one) => one.kind === "SIGNATURE" && !taken.some((other) => same(one, other)));
  return free.find((one) => foldName(personOf(one)) === foldName(expectedName)) ?? free[0];
}

/** A signature on paper: where, and a scan of it where there is one. @throws Problem invalid at `fileId` */
export async function keepPaper(
  context: CommandContext,
  keeping: Keeping & { place: string | null; fileId: string | null; signedOn: PlainDate },
): Promise<void> {
  const { fileId, place, proofId, signedOn } = keeping;
  await requireOwnFile(context, fileId, "payload.fileId");
  const scan = fileId === null ? null : await readStoredFile(context, fileId);
  await insertProof(context, keeping, {
    kind: "PAPER",
    fileId,
    sha256: scan ? Buffer.from(scan.sha256, "hex") : null,
    place: sealJson(context, purpose, `${proofId}/place`, place),
    takenAt: `${signedOn}T12:00:00Z`,
  });
}

/**
 * A picture drawn on a worker's screen: proof of the work, never a signature in written form. Source: docs/domain/rules.md R-DOC-01
 * @throws Problem refused `file.broken`
 */
export async function keepDrawing(context: CommandContext, keeping: Keeping & { picture: string }): Promise<void> {
  const painted = await repaint(Buffer.from(keeping.picture, "base64"), "png");
  await insertProof(context, keeping, {
    kind: "DRAWN",
    picture: sealJson(context, purpose, `${keeping.proofId}/picture`, painted.toString("base64")),
    device: context.actor.sessionId,
    takenAt: context.occurredAt,
  });
}

type ProofValues = {
  kind: Proof["kind"];
  takenAt: string;
  documentId?: string;
  fileId?: string | null;
  sha256?: Buffer | null;
  place?: Buffer | null;
  picture?: Buffer | null;
  device?: string | null;
  finding?: Buffer | null;
};

async function insertProof(
  context: CommandContext,
  { proofId, subject, party }: Keeping,
  values: ProofValues,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("signatureProof")
    .values({
      organisationId,
      id: proofId,
      subjectType: subject.type,
      subjectId: subject.id,
      party,
      recordedBy: accountId,
      ...values,
    })
    .execute();
}

/** `own`: which of the file's signatures is the party's. */
const Finding = z.object({ check: SignatureCheck, own: z.int() });

type Row = Omit<Proof, "place" | "check" | "own" | "takenOn" | "isIntact"> & {
  place: Buffer | null;
  finding: Buffer | null;
  fileId: string | null;
  sha256: string | null;
};

/** What was handed out and what came back, oldest first, at most 50 of each; kept files are held against their hashes. */
export async function readSigning(context: WorkContext, subject: Subject, words: string): Promise<Signing> {
  const { organisationId } = context.actor;
  const of = sql`x.organisation_id = ${organisationId} and x.subject_type = ${subject.type} and x.subject_id = ${subject.id}`;
  const by = sql`left join membership m on m.organisation_id = x.organisation_id and m.account_id`;
  const { rows: documents } = await sql<{
    id: string;
    issuedAt: string;
    issuedByName: string | null;
    sha256: string;
    wordsSha256: string;
  }>`select x.id, x.issued_at, m.display_name as issued_by_name, encode(x.sha256, 'hex') as sha256, encode(x.words_sha256, 'hex') as words_sha256
    from document_to_sign x ${by} = x.issued_by where ${of} order by x.issued_at, x.id limit 50`.execute(context.tx);
  const { rows: proofs } =
    await sql<Row>`select x.id, x.party, x.kind, x.taken_at, m.display_name as recorded_by_name, x.place, x.finding, x.file_id,
      encode(x.sha256, 'hex') as sha256, x.file_id is not null or x.picture is not null as has_file
    from signature_proof x ${by} = x.recorded_by where ${of} order by x.recorded_at, x.id limit 50`.execute(context.tx);
  const current = hashOf(words).toString("hex");
  return {
    documents: documents.map(({ wordsSha256, issuedAt, ...one }) => ({
      ...one,
      issuedAt: instantOf(issuedAt),
      isCurrent: wordsSha256 === current,
    })),
    proofs: await Promise.all(proofs.map((row) => proofOf(context, row))),
  };
}

async function proofOf(context: WorkContext, row: Row): Promise<Proof> {
  const { id, party, kind, recordedByName, hasFile } = row;
  const place = unsealJson(context, purpose, `${id}/place`, row.place);
  const finding = Finding.nullable().parse(unsealJson(context, purpose, `${id}/finding`, row.finding));
  const takenAt = instantOf(row.takenAt);
  return {
    id,
    party,
    kind,
    takenAt,
    takenOn: todayIn(takenAt, timeZone),
    recordedByName,
    hasFile,
    place: typeof place === "string" ? place : null,
    isIntact: await isIntact(context, row),
    check: finding?.check ?? null,
    own: finding?.own ?? null,
  };
}

async function isIntact(context: WorkContext, { fileId, sha256 }: Row): Promise<boolean> {
  if (fileId === null) return true;
  const kept = await readStoredFile(context, fileId).catch((error: unknown) => {
    if (error instanceof Problem) return null; // gone or altered
    throw error;
  });
  return kept?.sha256 === sha256;
}

/** The day of each party's last drawing, of those that drew: what the paper says beside their place. */
export async function drawnOn(context: WorkContext, subject: Subject): Promise<ReadonlyMap<string, PlainDate>> {
  const { rows } = await sql<{
    party: string;
    takenAt: string;
  }>`select party, max(taken_at) as taken_at from signature_proof
    where organisation_id = ${context.actor.organisationId} and subject_type = ${subject.type} and subject_id = ${subject.id}
      and kind = 'DRAWN' group by party`.execute(context.tx);
  return new Map(rows.map(({ party, takenAt }) => [party, todayIn(instantOf(takenAt), timeZone)]));
}

type IssuedRow = { fileId: string; sha256: Buffer; wordsSha256: Buffer };

async function findIssued(context: WorkContext, subject: Subject, documentId: string): Promise<IssuedRow | undefined> {
  return context.tx
    .selectFrom("documentToSign")
    .select(["fileId", "sha256", "wordsSha256"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("subjectType", "=", subject.type)
    .where("subjectId", "=", subject.id)
    .where("id", "=", documentId)
    .executeTakeFirst();
}

async function requireIssued(context: WorkContext, subject: Subject, documentId: string): Promise<IssuedRow> {
  const issued = await findIssued(context, subject, documentId);
  if (!issued) throw new Problem("not_found", "signature.document_not_found");
  return issued;
}

type OpenedFile = { bytes: Uint8Array; mediaType: string };

/** The file that was handed out. @throws Problem not_found | refused `file.altered` when a byte of it changed */
export async function openIssued(context: WorkContext, subject: Subject, documentId: string): Promise<OpenedFile> {
  const issued = await requireIssued(context, subject, documentId);
  return readSame(context, issued.fileId, issued.sha256);
}

/** A proof's scan, signed file or drawing. @throws Problem not_found | refused `file.altered` when a byte of it changed */
export async function openProof(context: WorkContext, subject: Subject, proofId: string): Promise<OpenedFile> {
  const proof = await context.tx
    .selectFrom("signatureProof")
    .select(["fileId", "sha256", "picture"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("subjectType", "=", subject.type)
    .where("subjectId", "=", subject.id)
    .where("id", "=", proofId)
    .executeTakeFirst();
  if (proof?.fileId && proof.sha256) return readSame(context, proof.fileId, proof.sha256);
  const picture = proof && unsealJson(context, purpose, `${proofId}/picture`, proof.picture);
  if (typeof picture !== "string") throw new Problem("not_found", "signature.no_file");
  return { bytes: Buffer.from(picture, "base64"), mediaType: "image/png" };
}

async function readSame(context: WorkContext, fileId: string, frozen: Buffer): Promise<OpenedFile> {
  const { bytes, mediaType, sha256 } = await readStoredFile(context, fileId);
  if (sha256 !== frozen.toString("hex")) throw new Problem("refused", "file.altered", { source: "R-DOC-02" });
  return { bytes, mediaType };
}

function hashOf(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
