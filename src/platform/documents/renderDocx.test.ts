import { afterAll, expect, test } from "vitest";
import { unzip } from "../testing/unzip.ts";
import { renderDocx } from "./renderDocx.ts";
import { closeDocuments, renderPdf } from "./renderPdf.ts";
import { sampleData } from "./sampleData.ts";

const template = new URL("./sample.typ", import.meta.url).href;
const title = "Kontrakt socjalny";
afterAll(closeDocuments);

const partsOf = async (data: unknown) => unzip(Buffer.from(await renderDocx({ template, data, title })));
const body = async (data: unknown) => (await partsOf(data)).get("word/document.xml") ?? "";
const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>|<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:lt|gt|quot|amp);/g, (it) => entities[it] ?? it);

test("the file for editing says everything that the paper says, in its order", async () => {
  const text = textOf(await body(sampleData));
  const { organisation, basis, number } = sampleData.frame;
  const { opening, parties, duties, choices, aside, texts } = sampleData;
  const told = [
    organisation.name,
    title,
    number,
    basis,
    opening,
    ...parties.map(({ detail }) => detail),
    ...duties.flatMap(({ duty, who }) => [duty, who]),
    ...choices.map(({ label, ticked }) => `${ticked ? "☑" : "☐"} ${label}`),
    aside,
    ...texts,
    ...parties.map(({ name }) => name),
  ];
  let at = 0;
  for (const one of told) {
    const found = text.indexOf(one, at);
    expect(found, one).toBeGreaterThanOrEqual(at);
    at = found;
  }
  expect(text).toContain("4\u00a0grudnia\u00a02026");
  expect(text.match(/podpis/g)?.length).toBe(parties.length);
});

test.each(["<script>alert(1)</script> &amp; <w:p>", "Zażółć gęślą jaźń", "{ MERGEFIELD x } =1+1 _x000D_", "]]>"])(
  "%s is text and nothing else",
  async (given) => {
    expect(textOf(await body({ ...sampleData, texts: [given] }))).toContain(given);
  },
);

test("headings, a repeated table head, language and the content hash of the paper are there; nothing acts or leads out", async () => {
  const parts = await partsOf(sampleData);
  const xml = parts.get("word/document.xml") ?? "";
  expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
  expect(xml).toContain("<w:tblHeader/>");
  expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="pl-PL"/>');
  const { contentHash } = await renderPdf({ template, data: sampleData, title });
  expect(parts.get("word/footer1.xml")).toContain(contentHash.slice(0, 32).replace(/.{4}(?=.)/g, "$& "));
  expect([...parts.keys()].filter((name) => /vba|embed|external/i.test(name))).toEqual([]);
  expect([...parts.values()].filter((part) => part.includes("TargetMode"))).toEqual([]);
});

test("equal data give equal bytes, and large print is large", async () => {
  const first = await renderDocx({ template, data: sampleData, title });
  expect(Buffer.compare(first, await renderDocx({ template, data: sampleData, title }))).toBe(0);
  const large = await partsOf({ ...sampleData, frame: { ...sampleData.frame, largePrint: true } });
  expect(large.get("word/styles.xml")).toContain('<w:sz w:val="36"/><w:lang');
});
