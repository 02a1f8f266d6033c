import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDocuments, renderPdf } from "../documents/renderPdf.ts";
import { sampleData } from "../documents/sampleData.ts";
import { checkFile } from "./checkFile.ts";
import { refuseSignedFile, SignatureCheck } from "./checkResult.ts";
import { appendRevision, makeSigner, signPdf, signXml, type TestSigner } from "./testSigner.ts";
import { openTimeStamping } from "./testStamps.ts";
import { type VerifyTask, verifySignedFile } from "./verifyFile.ts";

const template = new URL("../documents/sample.typ", import.meta.url).href;
const now = "2026-11-22T12:00:00Z";
const later = "2049-12-01T00:00:00Z";

let ours: Buffer;
let wanda: TestSigner;
let anna: TestSigner;
beforeAll(async () => {
  ours = Buffer.from((await renderPdf({ template, data: sampleData, title: "Kontrakt socjalny" })).bytes);
  [wanda, anna] = await Promise.all([makeSigner("Wanda Żółć-Świętochłowska"), makeSigner("Anna Próbna")]);
});
afterAll(() => closeDocuments());

/** Without the thread, whose start takes longer than most checks. */
async function checkHere(task: VerifyTask): Promise<SignatureCheck> {
  const answer = await checkFile(task);
  return SignatureCheck.parse("check" in answer ? answer.check : answer);
}
const check = (file: Buffer | string, roots: readonly TestSigner[] = []) =>
  checkHere({ bytes: Buffer.from(file), original: ours, roots: roots.map(({ der }) => der), now });
const refusalsOf = async (file: Buffer | string, roots: readonly TestSigner[] = []) =>
  refuseSignedFile(await check(file, roots));
const refusal = (file: Buffer | string) =>
  verifySignedFile({ bytes: Buffer.from(file), original: ours, roots: [], now }).then(
    () => null,
    ({ refusal: code }) => code,
  );
/** The file with one byte changed at the first place of `words`. */
function changed(file: Buffer, words: string, from = 0): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf(words, from);
  expect(at).toBeGreaterThan(-1);
  copy[at + words.length - 1] = (copy[at + words.length - 1] ?? 0) ^ 1;
  return copy;
}

describe("a PDF", () => {
  test("signed as it was handed out is taken, with the signer's name and time, and who issued is said to be unchecked", async () => {
    const found = await verifySignedFile({ bytes: await signPdf(wanda, ours), original: ours, roots: [], now });
    expect(refuseSignedFile(found)).toEqual([]);
    expect(found).toMatchObject({
      format: "PADES",
      addedAfterBytes: 0,
      alters: false,
      signatures: [
        {
          kind: "SIGNATURE",
          signerName: "Wanda Żółć-Świętochłowska",
          claimedAt: "2026-11-22T10:00:00.000Z",
          stampedAt: null,
          issuer: "NOT_CHECKED",
          algorithm: "sha256",
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain("85010112345");
  });

  test("signed by two, one after the other, shows both", async () => {
    const found = await check(await signPdf(anna, await signPdf(wanda, ours)));
    expect(refuseSignedFile(found)).toEqual([]);
    expect(found.signatures.map(({ signerName }) => signerName)).toEqual(["Wanda Żółć-Świętochłowska", "Anna Próbna"]);
  });

  test("signed with an elliptic key is taken", async () => {
    expect(await refusalsOf(await signPdf(await makeSigner("Jan Dowód", { curve: "P-384" }), ours))).toEqual([]);
  });

  test("with one byte changed inside what was signed is seen, in ours and in the signature's own part", async () => {
    const signed = await signPdf(wanda, ours);
    expect(await refusalsOf(changed(signed, "stream\n"))).toEqual(
      expect.arrayContaining(["signature.broken", "signature.other_document"]),
    );
    expect(await refusalsOf(changed(signed, "(Podpis"))).toEqual(["signature.broken"]);
  });

  test("with a changed digest or value inside the signature is seen", async () => {
    const signed = await signPdf(wanda, ours);
    const at = signed.lastIndexOf("/Contents <");
    const middle = signed.indexOf("0000000000", at + 12) - 40;
    signed[middle] = signed[middle] === 0x61 ? 0x62 : 0x61;
    expect(await refusalsOf(signed)).toEqual(["signature.broken"]);
  });

  test("with something added after the last signature is seen", async () => {
    const signed = await signPdf(wanda, ours);
    const later = appendRevision(signed, "100 0 R", { 900: "<< /Type /Annot >>" });
    expect(await check(later)).toMatchObject({ addedAfterBytes: later.length - signed.length });
    expect(await refusalsOf(later)).toEqual(["signature.added_after"]);
  });

  test("signed over another document of ours is another document", async () => {
    const data = { ...sampleData, texts: ["Inna treść."] };
    const other = Buffer.from((await renderPdf({ template, data, title: "Kontrakt socjalny" })).bytes);
    expect(await refusalsOf(await signPdf(wanda, other))).toEqual(["signature.other_document"]);
  });

  test("whose page is changed in the revision that is signed shows something else", async () => {
    const otherContents = (words: string) => words.replace(/\/Contents \d+ 0 R/, "/Contents 950 0 R");
    const objects = { 950: "<< /Length 9 >>\nstream\n1 0 0 rg \nendstream" };
    expect(await refusalsOf(await signPdf(wanda, ours, { page: otherContents, objects }))).toEqual([
      "signature.altered",
    ]);
  });

  test("with a note drawn over the page, or an object hidden in a stream, shows something else", async () => {
    const noted = (words: string) => words.replace("/Annots [ ", "/Annots [ 950 0 R ");
    const objects = { 950: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (Nic nie trzeba) >>" };
    expect(await refusalsOf(await signPdf(wanda, ours, { page: noted, objects }))).toEqual(["signature.altered"]);
    const hidden = { 951: "<< /Length 40 >>\nstream\n5 0 obj\n<< /Type /Page >>\nendobj\nendstream" };
    expect(await refusalsOf(await signPdf(wanda, ours, { objects: hidden }))).toEqual(["signature.altered"]);
  });

  test("that says it covers less than our document, or the same signature twice, is not taken", async () => {
    const signed = await signPdf(wanda, ours);
    const twice = Buffer.from(signed);
    const range = /\/ByteRange \[[^\]]*\]/.exec(signed.toString("latin1"))?.[0] ?? "";
    twice.write("/ByteRange [0 10 20 30]".padEnd(range.length, " "), signed.indexOf(range), "latin1");
    expect(await refusalsOf(twice)).toEqual(expect.arrayContaining(["signature.not_checkable"]));
    const copied = appendRevision(signed, "100 0 R", { 960: `<< ${range} >>` });
    expect(await refusalsOf(copied)).toEqual(expect.arrayContaining(["signature.not_checkable"]));
  });

  test("without a signature, and one with too many, says so", async () => {
    expect(await refusal(ours)).toBe("signature.none_found");
    const many = Buffer.concat([ours, Buffer.from("/ByteRange [0 1 2 3]\n".repeat(13))]);
    expect(await refusal(many)).toBe("signature.too_many");
  });

  test("with rubbish for a signature ends soon and says so", async () => {
    const signed = await signPdf(wanda, ours);
    const at = signed.lastIndexOf("/Contents <") + 11;
    signed.write("30".repeat(4000), at, "latin1");
    expect(await refusalsOf(signed)).toEqual(expect.arrayContaining(["signature.not_checkable"]));
  });
});

describe("a certificate", () => {
  test("that has ended is told", async () => {
    const past = await makeSigner("Jan Dawny", { from: "2020-01-01T00:00:00Z", until: "2022-01-01T00:00:00Z" });
    expect(await refusalsOf(await signPdf(past, ours))).toEqual(["signature.expired"]);
    expect(await refusalsOf(await signXml(past, ours))).toEqual(["signature.expired"]);
  });

  test("is judged by a time stamp's day only where the stamp's issuer is trusted; the stamp's time is shown", async () => {
    const root = await makeSigner("Urząd Znaczników", { isCa: true, from: "2000-01-01T00:00:00Z", until: later });
    const past = await makeSigner("Jan Dawny", {
      from: "2000-01-01T00:00:00Z",
      until: "2049-01-01T00:00:00Z",
      issuer: root,
    });
    const stamp = openTimeStamping();
    const at = (bytes: Buffer, roots: Uint8Array[] = []) =>
      checkHere({ bytes, original: ours, roots, now: "2049-06-01T00:00:00Z" });
    try {
      const file = await signPdf(past, ours, { stamp: stamp.over });
      const found = await at(file);
      expect(found.signatures[0]?.stampedAt).toMatch(/^20/);
      expect(refuseSignedFile(found)).toEqual(["signature.expired"]);
      const trusted = await at(file, [root.der, stamp.root]);
      expect(trusted.signatures[0]).toMatchObject({ issuer: "TRUSTED", problems: [] });
      const other = await at(await signPdf(past, ours, { stamp: () => stamp.over(Buffer.from("inny podpis")) }));
      expect(other.signatures[0]?.stampedAt).toBeNull();
    } finally {
      stamp.close();
    }
  });

  test("with a short key is weak", async () => {
    const weak = await makeSigner("Jan Słaby", { bits: 1024 });
    expect(await refusalsOf(await signPdf(weak, ours))).toEqual(["signature.weak"]);
  });

  test("is followed to a root where the house keeps some", async () => {
    const root = await makeSigner("Urząd Certyfikacji", { isCa: true });
    const other = await makeSigner("Inny Urząd", { isCa: true });
    const signed = await signPdf(await makeSigner("Wanda Żółć", { issuer: root }), ours);
    expect(await check(signed, [root])).toMatchObject({ signatures: [{ issuer: "TRUSTED", problems: [] }] });
    expect(await refusalsOf(signed, [other])).toEqual(["signature.not_trusted"]);
    expect(await refusalsOf(signed)).toEqual([]);
  });
});

describe("an XML signature", () => {
  test.each(["enveloped", "enveloping", "detached"] as const)("%s over our document is taken", async (form) => {
    const found = await check(await signXml(wanda, ours, form));
    expect(refuseSignedFile(found)).toEqual([]);
    expect(found).toMatchObject({
      format: "XADES",
      signatures: [{ signerName: "Wanda Żółć-Świętochłowska", claimedAt: "2026-11-22T10:00:00.000Z" }],
    });
  });

  test.each(["enveloped", "enveloping", "detached"] as const)("%s over another document is not", async (form) => {
    const other = changed(ours, "stream\n");
    expect(await refusalsOf(await signXml(wanda, other, form))).not.toEqual([]);
  });

  test("of a trusted profile tells the person named inside, and no number", async () => {
    const inside =
      '<p:PodpisZP xmlns:p="urn:p"><p:Nazwisko>Żółć</p:Nazwisko><p:Imie>Wanda</p:Imie><p:PESEL>85010112345</p:PESEL></p:PodpisZP>';
    const found = await check(await signXml(await makeSigner("Minister Cyfryzacji"), ours, "enveloped", { inside }));
    expect(found).toMatchObject({ signatures: [{ namedInside: "Wanda Żółć", problems: [] }] });
    expect(JSON.stringify(found)).not.toContain("85010112345");
  });

  test("with an elliptic key is taken", async () => {
    expect(await refusalsOf(await signXml(await makeSigner("Jan Dowód", { curve: "P-256" }), ours))).toEqual([]);
  });

  test("with one letter changed in the document, the time or the value is seen", async () => {
    const signed = await signXml(wanda, ours);
    expect(await refusalsOf(signed.replace("<doc:Plik>JVBERi0xLjc", "<doc:Plik>JVBERi0xLjd"))).toContain(
      "signature.broken",
    );
    expect(await refusalsOf(signed.replace("2026-11-22T10:00:00Z", "2026-11-21T10:00:00Z"))).toEqual([
      "signature.broken",
    ]);
    expect(await refusalsOf(signed.replace(/SignatureValue>./, "SignatureValue>_"))).not.toEqual([]);
  });

  test("that was moved aside so that another document stands in its place is seen (wrapping)", async () => {
    const signed = await signXml(wanda, changed(ours, "stream\n"), "enveloping");
    const shown = `<x Id="plik">${ours.toString("base64")}</x>`;
    const wrapped = `<all>${shown}${signed}</all>`;
    expect(await refusalsOf(wrapped)).not.toEqual([]);
    const beside = `<all><Plik>${ours.toString("base64")}</Plik>${signed}</all>`;
    expect(await refusalsOf(beside)).toEqual(["signature.other_document"]);
  });

  test("with weak or unknown algorithms is not taken", async () => {
    const signed = await signXml(wanda, ours);
    const sha1 = signed.replace("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1");
    expect(await refusalsOf(sha1)).toEqual(["signature.weak"]);
    const secret = signed.replace("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#hmac-sha1");
    expect(await refusalsOf(secret)).toEqual(["signature.not_checkable"]);
  });

  test.each([
    [
      "entities that grow",
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
      "signature.file_hostile",
    ],
    [
      "a file from outside",
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      "signature.file_hostile",
    ],
    ["too many tags", `<a>${"<b/>".repeat(30_000)}</a>`, "signature.file_hostile"],
    ["tags that never close", "<a>".repeat(19_000), "signature.file_unreadable"],
    ["no XML", "Podpisano: Jan", "signature.file_unreadable"],
    ["no signature", "<a/>", "signature.none_found"],
  ])("with %s is refused in words", async (_, file, code) => {
    expect(await refusal(file)).toBe(code);
  });
});
