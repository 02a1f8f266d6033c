import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activePdfNames, pdfObjects } from "../testing/pdfObjects.ts";
import { needTool, runTool } from "../testing/tool.ts";
import { missingLetter } from "./printable.ts";
import { closeDocuments, renderPdf } from "./renderPdf.ts";
import { sampleData } from "./sampleData.ts";

const template = new URL("./sample.typ", import.meta.url).href;
const title = "Kontrakt socjalny";
const folder = mkdtempSync(join(tmpdir(), "powrot-documents-"));

beforeAll(() => {
  needTool("pdftotext");
}, 300_000);

afterAll(async () => {
  await closeDocuments();
  rmSync(folder, { recursive: true });
});

async function printed(data: unknown, name = "sample.pdf"): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, (await renderPdf({ template, data, title })).bytes);
  return path;
}

const textOf = (path: string) => runTool("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).replace(/\s+/g, " ");
const objectsOf = (path: string) => pdfObjects(readFileSync(path));

const withText = (text: string) => ({ ...sampleData, texts: [`[${text}]`] });
const typ = (name: string, source: string) => {
  writeFileSync(join(folder, name), source);
  return pathToFileURL(join(folder, name)).href;
};

test.each([
  '#eval("1+1")',
  '#read("/etc/passwd") #import "@preview/x:1.0.0"',
  "=1+1",
  "*gwiazdka* _kreska_ `kod` $x^2$ <etykieta> @odsyłacz // uwaga /* */ -- --- ... ~",
  '"cudzysłów" \\u{41} \\n {} [] #',
  "<script>alert(1)</script> &amp; %PDF-1.7 /JS (app.alert(1)) /OpenAction",
  "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ",
  "Ґалаґан Їжакевич Єва Іванівна",
  "fi fl ffi Żaklina-Świętosława Brzęczyszczykiewicz-Chrząszczyżewoszycka",
  "PESEL 02270803628, kwota 1 234,56 zł – 30 %",
])("%s is printed as it was typed", async (text) => {
  expect(textOf(await printed(withText(text)))).toContain(`[${text}]`);
});

test("a direction override cannot turn a name round", async () => {
  const text = textOf(await printed(withText("Anna \u202EławiN\u202C \u2066x\u2069")));
  expect(text).toContain("[Anna ławiN x]");
});

test("a letter that the font lacks is shown as missing and the document still prints", async () => {
  expect(textOf(await printed(withText("Ali سلام \u{1F600} \u0000\ud800")))).toContain(
    `[Ali ${missingLetter.repeat(4)} ${missingLetter} ${missingLetter}]`,
  );
});

test("line breaks of a field stay", async () => {
  const path = await printed(withText("pierwszy\r\ndrugi"));
  expect(runTool("pdftotext", [path, "-"])).toContain("[pierwszy\ndrugi]");
});

test("every page says which document it is", async () => {
  const { bytes, contentHash } = await renderPdf({ template, data: sampleData, title });
  writeFileSync(join(folder, "footer.pdf"), bytes);
  const text = textOf(join(folder, "footer.pdf"));
  expect(text).toContain("Nr KS/2026/014 · wersja 3");
  expect(text).toContain("strona 1 z 1");
  expect(text).toContain(contentHash.slice(0, 32).replace(/.{4}(?=.)/g, "$& "));
});

test("only Source Sans 3 is inside, embedded, with its letters known", async () => {
  const lines = runTool("pdffonts", [await printed(sampleData)])
    .trim()
    .split("\n")
    .slice(2);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+SourceSans3-\S+\s.*\byes yes yes\b/);
});

test("the document is tagged, has a title and a language, and claims PDF/UA-1", async () => {
  const path = await printed(sampleData);
  const info = runTool("pdfinfo", [path]);
  expect(info).toMatch(/Title:\s+Kontrakt socjalny/);
  expect(info).toMatch(/Tagged:\s+yes/);
  const pdf = objectsOf(path);
  expect(pdf).toMatch(/\/Lang \(pl-PL\)/);
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toMatch(/\/S \/TH\b/);
});

test("nothing in a document acts, starts or opens", async () => {
  const path = await printed(withText("/JS (app.alert(1)) https://example.org"));
  const pdf = objectsOf(path);
  expect(pdf).not.toMatch(activePdfNames);
});

test("the same data give the same bytes, also in a new thread and in another order", async () => {
  const first = await renderPdf({ template, data: sampleData, title });
  const again = await renderPdf({ template, data: sampleData, title });
  await closeDocuments();
  const data = Object.fromEntries(Object.entries(sampleData).reverse());
  const later = await renderPdf({ template, data, title });
  expect(again.sha256).toBe(first.sha256);
  expect(later).toEqual(first);
});

test("another content has another content hash", async () => {
  const first = await renderPdf({ template, data: sampleData, title });
  const other = await renderPdf({ template, data: withText("x"), title });
  expect(other.contentHash).not.toBe(first.contentHash);
});

test("a document takes less than a second", async () => {
  await renderPdf({ template, data: sampleData, title });
  const start = performance.now();
  await renderPdf({ template, data: withText("czas"), title });
  expect(performance.now() - start).toBeLessThan(1000);
});

test("large print is large", async () => {
  const path = await printed({ ...sampleData, frame: { ...sampleData.frame, largePrint: true } });
  expect(runTool("pdfinfo", [path])).toMatch(/Pages:\s+[23]/);
});

test.each(["pl", "en", "uk"] as const)("the frame speaks %s", async (lang) => {
  const path = join(folder, "lang.pdf");
  writeFileSync(path, (await renderPdf({ template, data: sampleData, title, lang })).bytes);
  expect(textOf(path)).toMatch({ pl: /miejscowość, data/, en: /place, date/, uk: /місце, дата/ }[lang]);
});

test.each([
  ["a file of the machine", '#read("/etc/passwd")'],
  ["a file beside it", '#read("secret.txt")'],
  ["a package from the network", '#import "@preview/cetz:0.3.0"'],
])("a template cannot read %s", async (_what, source) => {
  writeFileSync(join(folder, "secret.txt"), "tajne");
  const hostile = typ("hostile.typ", `#set document(title: "x")\n${source}`);
  await expect(renderPdf({ template: hostile, data: {}, title })).rejects.toThrow(/not found|denied|from outside/);
  rmSync(join(folder, "hostile.typ"));
});

test("a template that fails leaves the next document unharmed", async () => {
  const broken = typ("broken.typ", "#panic()");
  const results = await Promise.allSettled([
    renderPdf({ template: broken, data: {}, title }),
    renderPdf({ template, data: sampleData, title }),
  ]);
  expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled"]);
});

test("a letterhead's logo is drawn with its organisation as the alternative text, and changes the content hash", async () => {
  const logo = readFileSync(new URL("../../../docs/pictures/tonight.png", import.meta.url));
  const frame = { ...sampleData.frame, organisation: { ...sampleData.frame.organisation, logo: "ab.png" } };
  const path = join(folder, "logo.pdf");
  const pdf = await renderPdf({ template, title, data: { ...sampleData, frame }, pictures: { "ab.png": logo } });
  writeFileSync(path, pdf.bytes);
  expect(objectsOf(path)).toMatch(/\/Subtype\s*\/Image/);
  expect(pdf.contentHash).not.toBe((await renderPdf({ template, title, data: sampleData })).contentHash);
});
