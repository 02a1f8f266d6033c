import { OctetString, Sequence } from "asn1js";
import { Certificate, ContentInfo, SignedData, type SignerInfo, TSTInfo } from "pkijs";
import { derOf, digestByOid, digestOf, judgeCertificate, nameOf, weakDigests } from "./certificate.ts";
import { type SignatureCheck, type SignatureProblem, type SignerCheck, UnreadableSignedFile } from "./checkResult.ts";
import { changesBeyondSignatures } from "./pdfChanges.ts";

/** What a check is given. `original`: our frozen document, as it was handed out. */
export type CheckTask = { bytes: Buffer; original: Buffer; roots: readonly Certificate[]; now: Date };

const mostSignatures = 12;
const longestNumber = 10;
const signingTime = "1.2.840.113549.1.9.5";
const signatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
const signingCertificateV2 = "1.2.840.113549.1.9.16.2.47";
const timeStampContent = "1.2.840.113549.1.9.16.1.4";

/** The parts of the file that one signature says it covers: `[0, gapFrom)` and `[gapTo, end)`; the gap holds the signature. */
type Range = { gapFrom: number; gapTo: number; end: number; cms: Buffer | null };

/**
 * Checks every signature of a PDF: that it covers our document from its first byte, what was signed is unchanged, and whose
 * certificate it is. Signatures follow each other; what stands after the last is counted.
 * @throws UnreadableSignedFile
 */
export async function checkPades(task: CheckTask): Promise<SignatureCheck> {
  const ranges = findRanges(task.bytes);
  if (ranges.length === 0) throw new UnreadableSignedFile("signature.none_found");
  const isOurs = task.bytes.subarray(0, task.original.length).equals(task.original);
  const signatures: SignerCheck[] = [];
  for (const range of ranges) {
    const found = await checkRange(task, range);
    if (!isOurs || range.gapFrom < task.original.length) found.problems.push("not_our_document");
    signatures.push(found);
  }
  const covered = Math.max(...ranges.map(({ end }) => end));
  const after = task.bytes.subarray(covered);
  return {
    format: "PADES",
    signatures,
    addedAfterBytes: /^[\r\n ]{0,4}$/.test(after.toString("latin1")) ? 0 : after.length,
    alters: isOurs && (await changesBeyondSignatures(task.original, task.bytes)),
  };
}

function findRanges(bytes: Buffer): Range[] {
  const ranges: Range[] = [];
  const gaps = new Set<number>();
  for (let at = bytes.indexOf("/ByteRange"); at >= 0; at = bytes.indexOf("/ByteRange", at + 1)) {
    if (ranges.length === mostSignatures) throw new UnreadableSignedFile("signature.too_many");
    const range = readRange(bytes, at);
    // Two that share one signature: one of them lies about what it covers.
    if (gaps.has(range.gapFrom)) range.cms = null;
    gaps.add(range.gapFrom);
    ranges.push(range);
  }
  return ranges.toSorted((a, b) => a.end - b.end);
}

function readRange(bytes: Buffer, at: number): Range {
  const unreadable: Range = { gapFrom: 0, gapTo: 0, end: 0, cms: null };
  const words = bytes.subarray(at, at + 200).toString("latin1");
  const found = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(words);
  if (!found || found.slice(1).some((number) => number.length > longestNumber)) return unreadable;
  const [start = 0, gapFrom = 0, gapTo = 0, length = 0] = found.slice(1).map(Number);
  const end = gapTo + length;
  if (start !== 0 || gapFrom <= 0 || gapTo <= gapFrom || end > bytes.length) return unreadable;
  const gap = bytes.subarray(gapFrom, gapTo).toString("latin1");
  const isValueOfContents = /\/Contents\s*$/.test(
    bytes.subarray(Math.max(0, gapFrom - 40), gapFrom).toString("latin1"),
  );
  const from = bytes.lastIndexOf(" obj", gapFrom);
  const to = bytes.indexOf("endobj", gapTo);
  const isOneObject = from >= 0 && from < at && (to < 0 || at < to);
  if (!/^<[0-9a-fA-F\s]*>$/.test(gap) || !isValueOfContents || !isOneObject)
    return { ...unreadable, gapFrom, gapTo, end };
  return { gapFrom, gapTo, end, cms: Buffer.from(gap.replace(/[<>\s]/g, ""), "hex") };
}

async function checkRange({ bytes, roots, now }: CheckTask, { gapFrom, gapTo, end, cms }: Range): Promise<SignerCheck> {
  const signed = cms && readSignedData(cms);
  if (!signed) return unreadableSignature();
  const content = Buffer.concat([bytes.subarray(0, gapFrom), bytes.subarray(gapTo, end)]);
  return checkSignedData(signed, content, { roots, now });
}

function unreadableSignature(): SignerCheck {
  return {
    kind: "SIGNATURE",
    problems: ["unreadable"],
    signerName: null,
    namedInside: null,
    issuerName: null,
    claimedAt: null,
    stampedAt: null,
    issuer: "NOT_CHECKED",
    algorithm: null,
  };
}

function readSignedData(cms: Buffer): SignedData | null {
  try {
    const content = ContentInfo.fromBER(new Uint8Array(cms));
    return content.contentType === ContentInfo.SIGNED_DATA ? new SignedData({ schema: content.content }) : null;
  } catch {
    return null;
  }
}

type Judging = { roots: readonly Certificate[]; now: Date };

/** One CMS over `content`; a time stamp inside is checked the same way, over the signature's value. */
async function checkSignedData(signed: SignedData, content: Buffer, judging: Judging): Promise<SignerCheck> {
  const [signer] = signed.signerInfos;
  const isStamp = signed.encapContentInfo.eContentType === timeStampContent;
  // What lies inside would be checked in place of the file.
  if (!signer || signed.signerInfos.length !== 1 || (!isStamp && signed.encapContentInfo.eContent))
    return unreadableSignature();
  const problems: SignatureProblem[] = [];
  const digest = digestByOid[signer.digestAlgorithm.algorithmId];
  if (!digest)
    problems.push(weakDigests.has(signer.digestAlgorithm.algorithmId) ? "algorithm_weak" : "algorithm_unknown");
  const verdict = await verifySigner(signed, content);
  problems.push(...verdict.problems);
  const others = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const stamp = isStamp ? null : await stampOf(signer, judging);
  const stampedAt = isStamp ? stampTime(signed) : (stamp?.at ?? null);
  const claimedAt = attributeTime(signer);
  const certificate = verdict.certificate;
  if (!certificate)
    return { ...unreadableSignature(), problems: [...new Set([...problems, "certificate_missing" as const])] };
  if (!isNamedCertificate(signer, certificate)) problems.push("certificate_other");
  // Anybody can make a stamp: it moves the day of judging only where its issuer is known.
  const at = stamp?.isTrusted ? stamp.at : judging.now;
  const judged = await judgeCertificate(certificate, { at, roots: judging.roots, others });
  problems.push(...judged.problems);
  return {
    kind: isStamp ? "TIMESTAMP" : "SIGNATURE",
    problems: [...new Set(problems)],
    signerName: nameOf(certificate.subject),
    namedInside: null,
    issuerName: nameOf(certificate.issuer),
    claimedAt: claimedAt?.toISOString() ?? null,
    stampedAt: stampedAt?.toISOString() ?? null,
    issuer: judged.issuer,
    algorithm: digest ?? null,
  };
}

async function verifySigner(
  signed: SignedData,
  content: Buffer,
): Promise<{ problems: SignatureProblem[]; certificate: Certificate | null }> {
  try {
    const data = new Uint8Array(content).buffer;
    const found = await signed.verify({ signer: 0, data, extendedMode: true });
    return { problems: found.signatureVerified ? [] : ["value_wrong"], certificate: found.signerCertificate ?? null };
  } catch (error) {
    const certificate =
      error instanceof Error && "signerCertificate" in error && error.signerCertificate instanceof Certificate
        ? error.signerCertificate
        : null;
    return { problems: [certificate ? "digest_differs" : "unreadable"], certificate };
  }
}

/** The signer says with its own signature which certificate it means; another one with the same number is not it. */
function isNamedCertificate(signer: SignerInfo, certificate: Certificate): boolean {
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => type === signingCertificateV2);
  if (!attribute) return true;
  const value: unknown = attribute.values[0];
  const list = value instanceof Sequence ? value.valueBlock.value[0] : undefined;
  const first = list instanceof Sequence ? list.valueBlock.value[0] : undefined;
  if (!(first instanceof Sequence)) return false;
  const [head, second] = first.valueBlock.value;
  const algorithm = head instanceof Sequence ? head.valueBlock.value[0]?.toString() : undefined;
  const hash = head instanceof OctetString ? head : second;
  if (!(hash instanceof OctetString)) return false;
  const name = algorithm ? Object.entries(digestByOid).find(([oid]) => algorithm.includes(oid))?.[1] : "sha256";
  return name !== undefined && digestOf(name, derOf(certificate)).equals(Buffer.from(hash.valueBlock.valueHexView));
}

function attributeTime(signer: SignerInfo): Date | null {
  const value: unknown = signer.signedAttrs?.attributes.find(({ type }) => type === signingTime)?.values[0];
  return hasDate(value) ? value.toDate() : null;
}

const hasDate = (value: unknown): value is { toDate(): Date } =>
  typeof value === "object" && value !== null && "toDate" in value && typeof value.toDate === "function";

function stampTime(signed: SignedData): Date | null {
  const content = signed.encapContentInfo.eContent;
  return content ? TSTInfo.fromBER(content.getValue()).genTime : null;
}

/** The time of a stamp over this very signature; null when there is none or it does not hold. */
async function stampOf(signer: SignerInfo, judging: Judging): Promise<{ at: Date; isTrusted: boolean } | null> {
  const value = signer.unsignedAttrs?.attributes.find(({ type }) => type === signatureTimeStamp)?.values[0];
  if (!value) return null;
  try {
    const stamp = readSignedData(Buffer.from(value.toBER()));
    if (stamp?.encapContentInfo.eContentType !== timeStampContent) return null;
    const found = await checkSignedData(stamp, Buffer.from(signer.signature.valueBlock.valueHexView), judging);
    const at = stampTime(stamp);
    return at && found.problems.length === 0 ? { at, isTrusted: found.issuer === "TRUSTED" } : null;
  } catch {
    return null;
  }
}
