import { randomBytes, X509Certificate } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { Certificate } from "pkijs";
import { SignedXml } from "xml-crypto";
import { derOf, digestOf, judgeCertificate, nameOf } from "./certificate.ts";
import { type SignatureCheck, type SignatureProblem, type SignerCheck, UnreadableSignedFile } from "./checkResult.ts";
import type { CheckTask } from "./pades.ts";
import { base64Transform, digestAlgorithms, findDigest, isWeak, signatureAlgorithms } from "./xmlAlgorithms.ts";

const xmldsig = "http://www.w3.org/2000/09/xmldsig#";
const mostSignatures = 8;
const mostCertificates = 10;
const mostReferences = 16;
const mostTags = 20_000;

/**
 * Checks every signature of an XML file over our document, which stands in it as Base64 (enveloped or enveloping) or beside
 * it (detached). What was signed is taken from what the library gives back as signed, never from the file.
 * @throws UnreadableSignedFile
 */
export async function checkXades(task: CheckTask): Promise<SignatureCheck> {
  const xml = readText(task.bytes);
  const found = signaturesOf(parse(xml));
  if (found.length === 0) throw new UnreadableSignedFile("signature.none_found");
  if (found.length > mostSignatures) throw new UnreadableSignedFile("signature.too_many");
  const signatures: SignerCheck[] = [];
  for (const signature of found) signatures.push(await checkOne(task, xml, signature));
  return { format: "XADES", signatures, addedAfterBytes: 0, alters: false };
}

/** Neither entities nor anything from outside has a place in a signed file: both come by a document type only. */
function readText(bytes: Buffer): string {
  let xml: string;
  try {
    xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableSignedFile("signature.file_unreadable");
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableSignedFile("signature.file_hostile");
  let tags = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) tags += 1;
  if (tags > mostTags) throw new UnreadableSignedFile("signature.file_hostile");
  return xml;
}

function parse(xml: string): Document {
  const fail = () => {
    throw new UnreadableSignedFile("signature.file_unreadable");
  };
  const parser = new DOMParser({ errorHandler: { warning: () => undefined, error: fail, fatalError: fail } });
  try {
    const document = parser.parseFromString(xml, "text/xml");
    return document.documentElement ? document : fail();
  } catch {
    return fail();
  }
}

/** A signature inside another one is a countersignature, which is not ours to judge. */
function signaturesOf(document: Document): Element[] {
  return Array.from(document.getElementsByTagNameNS(xmldsig, "Signature")).filter((one) => {
    for (let up = one.parentNode; up && isElement(up); up = up.parentNode)
      if (up.localName === "Signature" && up.namespaceURI === xmldsig) return false;
    return true;
  });
}

async function checkOne({ original, roots, now }: CheckTask, xml: string, signature: Element): Promise<SignerCheck> {
  const nobody = {
    kind: "SIGNATURE",
    signerName: null,
    namedInside: null,
    issuerName: null,
    claimedAt: null,
    stampedAt: null,
    issuer: "NOT_CHECKED",
    algorithm: null,
  } as const;
  const certificates = certificatesOf(signature);
  if (certificates.length === 0) return { ...nobody, problems: ["certificate_missing"] };
  const verified = verifyOne(xml, signature, certificates, original);
  if ("problem" in verified) {
    const [first] = certificates;
    return { ...nobody, problems: [verified.problem], signerName: first ? nameOf(first.subject) : null };
  }
  const { certificate, signed, isOurs } = verified;
  const problems: SignatureProblem[] = isOurs ? [] : ["not_our_document"];
  const properties = signed.map(signedProperties).find((one) => one !== null);
  if (properties && !properties.isFor(certificate)) problems.push("certificate_other");
  const judged = await judgeCertificate(certificate, { at: now, roots, others: certificates });
  problems.push(...judged.problems);
  return {
    ...nobody,
    problems: [...new Set(problems)],
    signerName: nameOf(certificate.subject),
    issuerName: nameOf(certificate.issuer),
    namedInside: properties?.namedInside ?? null,
    claimedAt: properties?.claimedAt ?? null,
    issuer: judged.issuer,
    algorithm: verified.algorithm,
  };
}

function certificatesOf(signature: Element): Certificate[] {
  const info = childrenOf(signature, "KeyInfo").flatMap((one) => childrenOf(one, "X509Data"));
  const written = info.flatMap((one) => childrenOf(one, "X509Certificate")).slice(0, mostCertificates);
  return written.flatMap((one) => {
    try {
      return [Certificate.fromBER(new Uint8Array(Buffer.from(one.textContent ?? "", "base64")))];
    } catch {
      return [];
    }
  });
}

type Verified = { certificate: Certificate; signed: readonly string[]; isOurs: boolean; algorithm: string };

/** The signature by the first certificate whose key fits, and the texts that it covers. */
function verifyOne(
  xml: string,
  signature: Element,
  certificates: readonly Certificate[],
  original: Buffer,
): Verified | { problem: SignatureProblem } {
  const info = childrenOf(signature, "SignedInfo")[0];
  const references = info ? childrenOf(info, "Reference") : [];
  if (!info || references.length === 0 || references.length > mostReferences) return { problem: "unreadable" };
  const algorithm = childrenOf(info, "SignatureMethod")[0]?.getAttribute("Algorithm") ?? "";
  const digests = references.map((one) => childrenOf(one, "DigestMethod")[0]?.getAttribute("Algorithm") ?? "");
  if ([algorithm, ...digests].some(isWeak)) return { problem: "algorithm_weak" };
  const method = signatureAlgorithms[algorithm];
  if (!method || !digests.every(findDigest)) return { problem: "algorithm_unknown" };
  const stand = standIn(original);
  const whole = withOriginal(xml, references, stand.mark);
  let problem: SignatureProblem = "unreadable";
  for (const certificate of certificates) {
    const checker = new SignedXml({ publicCert: new X509Certificate(derOf(certificate)).publicKey });
    checker.SignatureAlgorithms = { [algorithm]: method };
    checker.HashAlgorithms = stand.digests;
    checker.CanonicalizationAlgorithms = { ...checker.CanonicalizationAlgorithms, ...stand.transforms };
    try {
      checker.loadSignature(signature);
      if (!checker.checkSignature(whole)) return { problem: "digest_differs" };
      const signed = checker.getSignedReferences();
      return { certificate, signed, isOurs: signed.some(stand.isOriginal), algorithm };
    } catch (error) {
      problem = error instanceof Error && /invalid signature/.test(error.message) ? "value_wrong" : "unreadable";
    }
  }
  return { problem };
}

/**
 * The library reads references to elements as text. Octets come in by a word that nobody can guess: our document beside
 * the file, and Base64 unpacked; a digest over such a word is one over the octets.
 */
function standIn(original: Buffer) {
  const mark = randomBytes(24).toString("hex");
  const octets = (text: string): Buffer | null => {
    if (text.startsWith(`${mark}:`)) return Buffer.from(text.slice(mark.length + 1), "base64");
    return text.includes(mark) ? original : null;
  };
  const written = original.toString("base64");
  return {
    mark,
    digests: digestAlgorithms(octets),
    transforms: base64Transform(mark),
    isOriginal: (text: string) =>
      octets(text)?.equals(original) ?? text.replace(/\s+|&#xD;/g, "").includes(`>${written}<`),
  };
}

/** The file with an element in place of each file beside it that a reference names: only ours can be meant. */
function withOriginal(xml: string, references: readonly Element[], mark: string): string {
  const beside = references
    .map((one) => one.getAttribute("URI") ?? "")
    .filter((uri) => uri !== "" && !uri.startsWith("#") && childless(references, uri));
  const [uri] = beside;
  const end = xml.lastIndexOf("</");
  if (uri === undefined || beside.length > 1 || end < 0) return xml;
  const id = uri.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  return `${xml.slice(0, end)}<beside xmlns="" Id="${id}">${mark}</beside>${xml.slice(end)}`;
}

/** A file beside is taken as it is: octets have no transforms. */
function childless(references: readonly Element[], uri: string): boolean {
  return references.every((one) => one.getAttribute("URI") !== uri || childrenOf(one, "Transforms").length === 0);
}

/** What the signer says of itself inside what is signed; null when `text` is not that part. */
function signedProperties(text: string) {
  if (!/^<(\w+:)?SignedProperties[\s>]/.test(text)) return null;
  const root = parse(text).documentElement;
  const time = within(root, "SigningTime")[0]?.textContent?.trim() ?? "";
  const digests = within(root, "CertDigest").map((one) => ({
    name: findDigest(childrenOf(one, "DigestMethod")[0]?.getAttribute("Algorithm") ?? ""),
    value: childrenOf(one, "DigestValue")[0]?.textContent?.replace(/\s/g, "") ?? "",
  }));
  const role = within(root, "ClaimedRole")[0];
  const names = role ? ["Imie", "Nazwisko"].map((name) => within(role, name)[0]?.textContent?.trim() ?? "") : [];
  return {
    claimedAt: Number.isNaN(Date.parse(time)) ? null : new Date(time).toISOString(),
    namedInside: names.filter(Boolean).join(" ").slice(0, 200) || null,
    isFor: (certificate: Certificate) =>
      digests.length === 0 ||
      digests.some(({ name, value }) => name && digestOf(name, derOf(certificate)).toString("base64") === value),
  };
}

function childrenOf(parent: Element, name: string): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => isElement(node) && node.localName === name);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function within(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagNameNS("*", name));
}
