import { afterAll, expect, test } from "vitest";
import { uaFaults } from "../testing/pdfUa.ts";
import { closeDocuments, openPacketCompiler, renderPacket, renderPdf } from "./renderPdf.ts";
import { sampleData } from "./sampleData.ts";

const template = new URL("./sample.typ", import.meta.url).href;
const paper = { template, data: sampleData, title: "Kontrakt socjalny" };
const large = { ...paper, data: { ...sampleData, frame: { ...sampleData.frame, largePrint: true } } };
afterAll(closeDocuments);

test("a paper, the same in large print and a packet of both lack nothing of PDF/UA-1 that objects tell", async () => {
  for (const one of [paper, large]) expect(uaFaults(Buffer.from((await renderPdf(one)).bytes))).toEqual([]);
  expect(uaFaults(Buffer.from(await renderPacket([paper, large])))).toEqual([]);
});

test("packets joined to one file lack nothing of PDF/UA-1 either, and a broken one is found in it", async () => {
  const compiler = openPacketCompiler();
  const long = { ...paper, data: { ...sampleData, texts: ["Zdanie, które idzie przez strony. ".repeat(300)] } };
  const packets = [await compiler.renderPacket([paper, large]), await compiler.renderPacket([long])];
  expect(uaFaults(Buffer.from(await compiler.join(packets)))).toEqual([]);
  const [first = new Uint8Array(), ...rest] = packets;
  const headless = Buffer.from(
    Buffer.from(first)
      .toString("latin1")
      .replace(/\/Scope \/Column/, ""),
    "latin1",
  );
  const found = uaFaults(Buffer.from(await compiler.join([...rest, headless])));
  expect(found).toEqual(["7.5: a head of a table without its scope"]);
  await expect(compiler.join([first, Buffer.from("%PDF-1.7")])).rejects.toThrow("does not compile");
  await compiler.close();
});

/** The same file with one word of its objects changed. */
const broken = async (from: RegExp, to: string) =>
  uaFaults(
    Buffer.from(
      Buffer.from((await renderPdf(paper)).bytes)
        .toString("latin1")
        .replace(from, to),
      "latin1",
    ),
  );

test.each([
  ["a language", /\/Lang \(pl-PL\)/, "", "7.2: no language"],
  ["the shown title", /\/DisplayDocTitle true/, "/DisplayDocTitle false", "7.1: the title is not shown"],
  ["the claim", /<pdfuaid:part>1/, "<pdfuaid:part>2", "5: no claim in the metadata"],
  ["a scope", /\/Scope \/Column/, "", "7.5: a head of a table without its scope"],
  ["a level of headings", /\/S \/H2/, "/S /H4", "7.4: a heading of level 4 after one of 2"],
  ["letters of a font", /\/ToUnicode \d+ 0 R/, "", "7.21: a font without its letters"],
  ["a page in the tree", /\/StructParents \d+/, "", "7.1: a page out of the tree"],
  ["a known kind", /\/S \/P\b/, "/S /Akapit", "7.1: Akapit stands for nothing known"],
  ["a mark in the tree", /\/K \[\d+\]/, "/K [9999]", "7.1: a mark that the tree does not know"],
])("a file without %s is found", async (_what, from, to, fault) => {
  expect(await broken(from, to)).toContain(fault);
});
