import type { Readable } from "node:stream";
import { expect, test } from "vitest";
import { unzip } from "../testing/unzip.ts";
import { writeCsv } from "./csv.ts";
import type { CellValue, Column, Sheet } from "./sheet.ts";
import { writeXlsx } from "./xlsx.ts";

const columns: Column[] = [
  { title: "Nazwisko", type: "text", width: 30 },
  { title: "Osób", type: "int" },
  { title: "Godzin", type: "decimal" },
  { title: "Kwota", type: "money" },
  { title: "Dzień", type: "date" },
  { title: "Udział", type: "percent" },
];
const payloads = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "＝1+1",
  "=cmd|'/C calc'!A0",
  "<f>1+1</f>",
  "]]>&amp;",
  "_x003D_1",
];
const rows: CellValue[][] = [
  ['Żółć-Świętochłowska; "Grażyna"', 12, 7.25, "1234.50", "2026-11-22", 0.25],
  ["Іванна", 0, null, -1, null, undefined],
  ...payloads.map((payload): CellValue[] => [payload, 1]),
];
const sheet: Sheet = { name: "Lista [1/2]: 'x'", columns, rows };

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#13;": "\r" };
const plain = (xml: string) =>
  xml.replace(/&(amp|lt|gt|quot|#13);/g, (entity) => entities[entity] ?? entity).replaceAll("_x005F_", "_");

async function part(name: string, sheets: Sheet[] = [sheet]): Promise<string> {
  return unzip(await bytesOf(writeXlsx(sheets))).get(name) ?? "";
}

const textsOf = (xml: string) =>
  [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => plain(text ?? ""));

test("every text comes back as it was typed, as a string and never as a formula", async () => {
  const xml = await part("xl/worksheets/sheet1.xml");
  expect(textsOf(xml)).toEqual([...columns.map(({ title }) => title), ...rows.map(([text]) => String(text))]);
  expect(xml).not.toMatch(/<f[ >]/);
  expect(xml.match(/t="inlineStr"/g)).toHaveLength(columns.length + rows.length);
});

test("numbers, money, days and shares are numbers with their own format", async () => {
  const xml = await part("xl/worksheets/sheet1.xml");
  const cells = [...xml.matchAll(/<c r="[A-Z]+\d+" s="(\d)"><v>([^<]*)<\/v><\/c>/g)]
    .slice(0, 5)
    .map(([, s, v]) => `${s}:${v}`);
  expect(cells).toEqual(["3:12", "4:7.25", "5:1234.50", "6:46348", "7:0.25"]);
});

test("the header stays in view, columns have widths, and the file holds nothing that acts", async () => {
  const parts = unzip(await bytesOf(writeXlsx([sheet, { ...sheet, name: "" }])));
  const xml = parts.get("xl/worksheets/sheet1.xml") ?? "";
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
  expect(parts.get("xl/workbook.xml")).toContain('<sheet name="Lista  1 2   \'x" sheetId="1"');
  expect(parts.get("xl/workbook.xml")).toContain('<sheet name="Arkusz 2" sheetId="2"');
  expect([...parts.keys()].join(" ")).not.toMatch(/vba|externalLink|connections|macro/i);
});

test("the same rows give the same bytes", async () => {
  expect(await bytesOf(writeXlsx([sheet]))).toEqual(await bytesOf(writeXlsx([sheet])));
});

test("control characters are left out instead of breaking the file", async () => {
  const xml = await part("xl/worksheets/sheet1.xml", [{ ...sheet, rows: [["a\u0000\u001b\ud800b\r\nc"]] }]);
  expect(textsOf(xml).at(-1)).toBe("ab\r\nc".replace("b", "\ufffdb"));
});

test("a hundred thousand rows stream without being held at once", async () => {
  let produced = 0;
  async function* many() {
    for (; produced < 100_000; produced++) yield ["Anna", produced];
  }
  const before = process.memoryUsage().rss;
  let size = 0;
  for await (const block of writeXlsx([{ ...sheet, rows: many() }])) size += block.length;
  expect(produced).toBe(100_000);
  expect(size).toBeGreaterThan(100_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test("an export that its reader gives up stops reading rows", async () => {
  let [begun, ended] = [false, false];
  async function* endless() {
    begun = true;
    try {
      for (;;) yield ["Anna", 1];
    } finally {
      ended = true;
    }
  }
  for await (const _block of writeXlsx([{ ...sheet, rows: endless() }])) if (begun) break;
  await expect.poll(() => ended).toBe(true);
});

test.each([
  ["text where a number belongs", ["a", "=1+1"]],
  ["a fraction where a count belongs", ["a", 1.5]],
  ["no number at all", ["a", 1, Number.NaN]],
  ["a day that no calendar has", ["a", 1, 1, 1, "2026-02-30"]],
])("%s ends the export with an error in both formats", async (_what, row) => {
  const wrong = { ...sheet, rows: [row] };
  await expect(bytesOf(writeXlsx([wrong]))).rejects.toThrow("A cell of type");
  await expect(bytesOf(writeCsv(wrong))).rejects.toThrow("A cell of type");
});

test("CSV opens in a Polish spreadsheet: mark, semicolons, CRLF, decimal comma", async () => {
  const csv = (await bytesOf(writeCsv(sheet))).toString();
  const lines = csv.split("\r\n");
  expect(lines[0]).toBe("\uFEFFNazwisko;Osób;Godzin;Kwota;Dzień;Udział");
  expect(lines[1]).toBe('"Żółć-Świętochłowska; ""Grażyna""";12;7,25;1234,50;2026-11-22;0,25');
  expect(lines[2]).toBe("Іванна;0;;-1,00;;");
  expect(lines.at(-1)).toBe("");
});

test("no cell of a CSV begins like a formula", async () => {
  const csv = (
    await bytesOf(writeCsv({ columns: [{ title: "=x", type: "text" }], rows: payloads.map((p) => [p]) }))
  ).toString();
  for (const line of csv.slice(1).split("\r\n")) expect(line.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
});
