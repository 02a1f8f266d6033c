import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needTool, runTool } from "../testing/tool.ts";
import { closeDocuments, openPacketCompiler, renderPacket, renderPdf } from "./renderPdf.ts";
import { sampleData } from "./sampleData.ts";

const template = new URL("./sample.typ", import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), "powrot-packet-"));

beforeAll(() => needTool("pdftotext"), 300_000);
afterAll(async () => {
  await closeDocuments();
  rmSync(folder, { recursive: true });
});

const paper = (title: string, text: string) => ({ template, title, data: { ...sampleData, texts: [`[${text}]`] } });
const inWords = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return {
    text: runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, name), "-"]).replace(/\s+/g, " "),
    pages: Number(/Pages:\s+(\d+)/.exec(runTool("pdfinfo", [join(folder, name)]))?.[1]),
    tagged: /Tagged:\s+yes/.test(runTool("pdfinfo", [join(folder, name)])),
  };
};

test("papers of a packet keep their words, pages and hashes, and the file stays tagged", async () => {
  const papers = [paper("Pierwszy", '#eval("1")'), paper("Drugi", "źrebię"), paper("Trzeci", '"/frame.typ"')] as const;
  const alone = await Promise.all(papers.map((one) => renderPdf(one)));
  const each = alone.map(({ bytes }, at) => inWords(`${at}.pdf`, bytes));
  const packet = inWords("packet.pdf", await renderPacket(papers));
  expect(packet.tagged).toBe(true);
  expect(packet.pages).toBe(each.reduce((sum, { pages }) => sum + pages, 0));
  expect(packet.text).toBe(each.map(({ text }) => text).join(""));
  for (const [at, { contentHash }] of alone.entries())
    expect(each[at]?.text.replaceAll(" ", "")).toContain(contentHash.slice(0, 32));
});

test("the same papers give the same bytes, and a document after a packet is as before it", async () => {
  const [one, two] = [paper("Pierwszy", "a"), paper("Drugi", "b")];
  const before = await renderPdf(one);
  const packet = await renderPacket([one, two]);
  expect(await renderPacket([one, two])).toEqual(packet);
  expect((await renderPdf(one)).sha256).toBe(before.sha256);
});

test("packets joined to one file read as they do apart, pages, tags and headings in their order, and again the same bytes", async () => {
  const compiler = openPacketCompiler();
  const papers = [paper("Pierwszy", "a"), paper("Drugi", "źrebię"), paper("Trzeci", "c")] as const;
  const packets = [await compiler.renderPacket([papers[0], papers[1]]), await compiler.renderPacket([papers[2]])];
  const joint = await compiler.join(packets);
  expect(inWords("joint.pdf", joint)).toEqual(inWords("whole.pdf", await renderPacket(papers)));
  expect(await compiler.join(packets)).toEqual(joint);
  await compiler.close();

  const { catalog } = await PDFDocument.load(joint);
  const tree = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const listed = (of: string, list: string) =>
    tree.lookup(PDFName.of(of), PDFDict).lookup(PDFName.of(list), PDFArray).asArray();
  const keys = listed("ParentTree", "Nums").flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []));
  expect(keys).toEqual(keys.map((_key, at) => at));
  const ids = listed("IDTree", "Names").flatMap((one) => (one instanceof PDFString ? [one.asString()] : []));
  expect(ids).toEqual([...new Set(ids)].toSorted());
  const titles: string[] = [];
  let top = catalog.lookup(PDFName.of("Outlines"), PDFDict).lookupMaybe(PDFName.of("First"), PDFDict);
  for (; top; top = top.lookupMaybe(PDFName.of("Next"), PDFDict))
    titles.push(top.lookup(PDFName.of("Title"), PDFString).decodeText());
  expect(titles).toEqual(["Pierwszy", "Drugi", "Trzeci"]);
});
