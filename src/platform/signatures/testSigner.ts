// Makes real signatures for tests: certificates, PAdES by a new revision of the PDF, XAdES in its three forms.
import { createHash, sign as signBytes } from "node:crypto";
import { PDFDict, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import {
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  UTCTime,
  Utf8String,
} from "asn1js";
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  setEngine,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";

setEngine("node", new CryptoEngine({ name: "node", crypto: globalThis.crypto }));

export type TestSigner = { certificate: Certificate; der: Buffer; keys: CryptoKeyPair; pem: string };
type Making = { until?: string; from?: string; issuer?: TestSigner; isCa?: boolean; bits?: number; curve?: string };

/** A signer with a new key and a certificate by itself or by `issuer`; its name carries a number as Polish ones do. */
export async function makeSigner(name: string, making: Making = {}): Promise<TestSigner> {
  const { from = "2026-01-01T00:00:00Z", until = "2028-01-01T00:00:00Z", issuer, isCa, bits = 2048, curve } = making;
  const algorithm = curve
    ? { name: "ECDSA", namedCurve: curve }
    : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await globalThis.crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  if (!("privateKey" in keys)) throw new Error("No key pair");
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: Math.floor(Math.random() * 1e9) + 1 });
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value: name }) }),
    new AttributeTypeAndValue({ type: "2.5.4.5", value: new PrintableString({ value: "PNOPL-85010112345" }) }),
  );
  const above = issuer?.certificate.subject ?? certificate.subject;
  certificate.issuer.typesAndValues.push(...above.typesAndValues);
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(until);
  certificate.extensions = [];
  if (isCa) {
    const constraints = new BasicConstraints({ cA: true, pathLenConstraint: 3 });
    const extnValue = constraints.toSchema().toBER();
    certificate.extensions.push(
      new Extension({ extnID: "2.5.29.19", critical: true, extnValue, parsedValue: constraints }),
    );
  }
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, "SHA-256");
  const der = Buffer.from(certificate.toSchema().toBER());
  const pem = `-----BEGIN CERTIFICATE-----\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`;
  return { certificate, der, keys, pem };
}

/** A detached CMS over `content`, as PAdES puts it into the file. */
export async function signCms(
  signer: TestSigner,
  content: Buffer,
  at = "2026-11-22T10:00:00Z",
  stamp?: (value: Buffer) => Buffer,
): Promise<Buffer> {
  const { certificate, der } = signer;
  const digest = createHash("sha256").update(content).digest();
  const named = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(createHash("sha256").update(der).digest())] })] })],
  });
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: "1.2.840.113549.1.9.3", values: [new ObjectIdentifier({ value: ContentInfo.DATA })] }),
      new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: new Date(at) })] }),
      new Attribute({ type: "1.2.840.113549.1.9.4", values: [octets(digest)] }),
      new Attribute({ type: "1.2.840.113549.1.9.16.2.47", values: [named] }),
    ],
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs,
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(signer.keys.privateKey, 0, "SHA-256", new Uint8Array(content).buffer);
  const [one] = signed.signerInfos;
  if (stamp && one) {
    const token = fromBER(new Uint8Array(stamp(Buffer.from(one.signature.valueBlock.valueHexView)))).result;
    const attributes = [new Attribute({ type: "1.2.840.113549.1.9.16.2.14", values: [token] })];
    one.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes });
  }
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

const octets = (bytes: Buffer) => new OctetString({ valueHex: new Uint8Array(bytes).buffer });

const room = 12_000;
const blank = "0000000000";

export type Revision = {
  /** Further objects of the revision by number. */
  objects?: Record<number, string>;
  /** The words of the first page's dictionary, changed. */
  page?: (words: string) => string;
  at?: string;
  /** Makes a time stamp over the signature's value. */
  stamp?: (value: Buffer) => Buffer;
};

/** `pdf` with a signature in a new revision behind it, as signing programs do. */
export async function signPdf(signer: TestSigner, pdf: Buffer, revision: Revision = {}): Promise<Buffer> {
  const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const root = refOf(context.trailerInfo.Root);
  const [pageRef, page] =
    context
      .enumerateIndirectObjects()
      .find(([, one]) => one instanceof PDFDict && one.get(PDFName.of("Type"))?.toString() === "/Page") ?? [];
  if (!pageRef || !(page instanceof PDFDict)) throw new Error("No page");
  const field = context.largestObjectNumber + 1;
  const value = field + 1;
  const places = [
    ...(catalog
      .get(PDFName.of("AcroForm"))
      ?.toString()
      .match(/\d+ 0 R/g) ?? []),
    `${field} 0 R`,
  ];
  const notes = [
    ...(page
      .get(PDFName.of("Annots"))
      ?.toString()
      .match(/\d+ 0 R/g) ?? []),
    `${field} 0 R`,
  ];
  catalog.set(PDFName.of("AcroForm"), context.obj({}));
  page.set(PDFName.of("Annots"), context.obj([]));
  const catalogWords = catalog
    .toString()
    .replace(/\/AcroForm\s*<<\s*>>/, `/AcroForm << /Fields [ ${places.join(" ")} ] /SigFlags 3 >>`);
  const pageWords = page.toString().replace(/\/Annots\s*\[\s*\]/, `/Annots [ ${notes.join(" ")} ]`);
  const draft = appendRevision(pdf, root.toString(), {
    [root.objectNumber]: catalogWords,
    [pageRef.objectNumber]: revision.page?.(pageWords) ?? pageWords,
    [field]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Podpis${field}) /F 132 /Rect [0 0 0 0] /P ${pageRef.toString()} /V ${value} 0 R >>`,
    [value]: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${blank} ${blank} ${blank}] /Contents <${"0".repeat(room)}> >>`,
    ...revision.objects,
  });
  const gapFrom = draft.lastIndexOf(`<${"0".repeat(room)}>`);
  const gapTo = gapFrom + room + 2;
  const numbers = [gapFrom, gapTo, draft.length - gapTo].map((number) => String(number).padEnd(blank.length, " "));
  draft.write(`[0 ${numbers.join(" ")}]`, draft.lastIndexOf(`[0 ${blank}`), "latin1");
  const content = Buffer.concat([draft.subarray(0, gapFrom), draft.subarray(gapTo)]);
  draft.write((await signCms(signer, content, revision.at, revision.stamp)).toString("hex"), gapFrom + 1, "latin1");
  return draft;
}

function refOf(object: unknown): PDFRef {
  if (!(object instanceof PDFRef)) throw new Error("No reference");
  return object;
}

/** A revision of `objects` behind `pdf`, with its own table of where they stand. */
export function appendRevision(pdf: Buffer, root: string, objects: Record<number, string>): Buffer {
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-200).toString("latin1"))?.[1] ?? "0";
  let words = "\n";
  const table: string[] = [];
  for (const [no, body] of Object.entries(objects)) {
    table.push(`${no} 1\n${String(pdf.length + words.length).padStart(10, "0")} 00000 n \n`);
    words += `${no} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  const at = pdf.length + words.length;
  words += `xref\n${table.join("")}trailer\n<< /Size ${size} /Root ${root} /Prev ${before} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(words, "latin1")]);
}

export type XmlForm = "enveloped" | "enveloping" | "detached";

/** An XAdES-BES over `pdf`; all its parts are written in canonical form at once. */
export async function signXml(
  signer: TestSigner,
  pdf: Buffer,
  form: XmlForm = "enveloped",
  { inside = "", at = "2026-11-22T10:00:00Z" }: { inside?: string; at?: string } = {},
): Promise<string> {
  const privateKey = Buffer.from(await globalThis.crypto.subtle.exportKey("pkcs8", signer.keys.privateKey));
  const key = { key: privateKey, format: "der", type: "pkcs8" } as const;
  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("base64");
  const ds = "http://www.w3.org/2000/09/xmldsig#";
  const etsi = "http://uri.etsi.org/01903/v1.3.2#";
  const properties = `<xades:SignedProperties xmlns:xades="${etsi}" Id="props"><xades:SignedSignatureProperties><xades:SigningTime>${at}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod xmlns:ds="${ds}" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue xmlns:ds="${ds}">${sha256(signer.der)}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2><xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>${inside}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2></xades:SignedSignatureProperties></xades:SignedProperties>`;
  const written = pdf.toString("base64");
  const content = `<doc:Dokument xmlns:doc="urn:dokument"><doc:Plik>${written}</doc:Plik></doc:Dokument>`;
  const reference = {
    enveloped: `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ds}enveloped-signature"></ds:Transform><ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>${digestPart(sha256(content))}</ds:Reference>`,
    enveloping: `<ds:Reference URI="#plik"><ds:Transforms><ds:Transform Algorithm="${ds}base64"></ds:Transform></ds:Transforms>${digestPart(sha256(pdf))}</ds:Reference>`,
    detached: `<ds:Reference URI="kontrakt.pdf">${digestPart(sha256(pdf))}</ds:Reference>`,
  }[form];
  const info = `<ds:SignedInfo xmlns:ds="${ds}"><ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${methodOf(signer)}"></ds:SignatureMethod>${reference}<ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#props"><ds:Transforms><ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>${digestPart(sha256(properties))}</ds:Reference></ds:SignedInfo>`;
  const value = signBytes("sha256", Buffer.from(info), { ...key, dsaEncoding: "ieee-p1363" }).toString("base64");
  const packed = form === "enveloping" ? `<ds:Object Id="plik" Encoding="${ds}base64">${written}</ds:Object>` : "";
  const signature = `<ds:Signature xmlns:ds="${ds}" Id="sig">${info}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${signer.der.toString("base64")}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${packed}<ds:Object><xades:QualifyingProperties xmlns:xades="${etsi}" Target="#sig">${properties}</xades:QualifyingProperties></ds:Object></ds:Signature>`;
  return form === "enveloped" ? content.replace("</doc:Dokument>", `${signature}</doc:Dokument>`) : signature;
}

const digestPart = (digest: string) =>
  `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue>`;

const methodOf = ({ keys }: TestSigner) =>
  keys.publicKey.algorithm.name === "ECDSA"
    ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
    : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
