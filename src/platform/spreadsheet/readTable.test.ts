import fc from "fast-check";
import { expect, test } from "vitest";
import { cell, workbook, zipped } from "../testing/workbook.ts";
import { readCsv } from "./readCsv.ts";
import { type ReadTable, readTable, tableLimits, UnreadableTable } from "./readTable.ts";
import { readXlsx } from "./readXlsx.ts";
import type { CellValue, Column } from "./sheet.ts";
import { writeXlsx } from "./xlsx.ts";

const text = (words: string) => Buffer.from(words, "utf8");
const bytes = (...values: number[]) => Buffer.from(values);

async function read(file: Uint8Array): Promise<ReadTable | string> {
  try {
    return await readTable(file);
  } catch (error) {
    if (error instanceof UnreadableTable)
      return error.row === undefined ? error.refusal : `${error.refusal} ${error.row}`;
    throw error;
  }
}
const rowsOf = async (file: Uint8Array) => {
  const found = await read(file);
  return typeof found === "string" ? found : found.sheets.map(({ rows }) => rows);
};

test.each<[string, Buffer, string, string]>([
  ["UTF-8", text("Imię;Miasto\r\nŻaneta;Łódź"), "utf-8", ";"],
  ["UTF-8 with its mark", text("\uFEFFImię;Miasto\r\nŻaneta;Łódź"), "utf-8", ";"],
  [
    "Windows-1250",
    bytes(
      0x49,
      0x6d,
      0x69,
      0xea,
      0x3b,
      0x4d,
      0x69,
      0x61,
      0x73,
      0x74,
      0x6f,
      0x0a,
      0xaf,
      0x61,
      0x6e,
      0x65,
      0x74,
      0x61,
      0x3b,
      0xa3,
      0xf3,
      0x64,
      0x9f,
    ),
    "windows-1250",
    ";",
  ],
  [
    "ISO 8859-2",
    bytes(
      0x49,
      0x6d,
      0x69,
      0xea,
      0x3b,
      0x4d,
      0x69,
      0x61,
      0x73,
      0x74,
      0x6f,
      0x0a,
      0xaf,
      0x61,
      0x6e,
      0x65,
      0x74,
      0x61,
      0x3b,
      0xa3,
      0xf3,
      0x64,
      0xbc,
    ),
    "iso-8859-2",
    ";",
  ],
  [
    "UTF-16",
    Buffer.concat([bytes(0xff, 0xfe), Buffer.from("Imię\tMiasto\r\nŻaneta\tŁódź", "utf16le")]),
    "utf-16le",
    "\t",
  ],
  ["commas", text('Imię,Miasto\n"Żaneta",Łódź\n'), "utf-8", ","],
  ["commas inside quotes", text('Imię;Miasto\n"Żaneta";Łódź'), "utf-8", ";"],
])("reads %s", async (_, file, encoding, separator) => {
  expect(await read(file)).toEqual({
    kind: "csv",
    encoding,
    separator,
    sheets: [
      {
        name: "",
        rows: [
          ["Imię", "Miasto"],
          ["Żaneta", "Łódź"],
        ],
      },
    ],
  });
});

test("keeps the rows' numbers, cuts empty ends, and takes our own apostrophe away again", async () => {
  expect(await rowsOf(text("Lista;;\r\n\r\nNazwisko;PESEL;\r\n'=Nowak;1020112345;\r\n;;\r\n"))).toEqual([
    [["Lista"], [], ["Nazwisko", "PESEL"], ["=Nowak", "1020112345"]],
  ]);
});

test("a name with a quote in it breaks no row", async () => {
  expect(await rowsOf(text('Nazwisko;Uwagi\nKowal "Kuba" Jan;jest\nNowak;"dwa\nwiersze"'))).toEqual([
    [
      ["Nazwisko", "Uwagi"],
      ['Kowal "Kuba" Jan', "jest"],
      ["Nowak", "dwa\nwiersze"],
    ],
  ]);
});

test("reads a workbook: days by their style, numbers as they are, formulas as their value, merged cells once, hidden sheets not at all", async () => {
  const file = workbook(
    `<row r="1">${cell("A1", "Dane osobowe")}</row><row r="3">${cell("A3", " Świętochłowska ")}<c r="B3" s="1"><v>25600</v></c><c r="C3"><v>1020112345</v></c><c r="D3"><f>1+1</f><v>2</v></c><c r="F3" t="b"><v>1</v></c></row>`,
  );
  expect(await read(file)).toEqual({
    kind: "xlsx",
    encoding: null,
    separator: null,
    sheets: [
      {
        name: "Kandydaci",
        rows: [["Dane osobowe"], [], ["Świętochłowska", "1970-02-01", "1020112345", "2", "", "TRUE"]],
      },
    ],
  });
});

test("reads back what the house writes", async () => {
  const columns: Column[] = [
    { title: "Nazwisko", type: "text" },
    { title: "Dzień", type: "date" },
    { title: "Kwota", type: "money" },
  ];
  const rows: CellValue[][] = [["=Żółć", "2026-11-22", "1234.50"]];
  const parts: Buffer[] = [];
  for await (const part of writeXlsx([{ name: "Lista", columns, rows }])) parts.push(Buffer.from(part));
  expect(await rowsOf(Buffer.concat(parts))).toEqual([
    [
      ["Nazwisko", "Dzień", "Kwota"],
      ["=Żółć", "2026-11-22", "1234.5"],
    ],
  ]);
});

const zeros = Buffer.alloc(130 * 1024 * 1024, 0x20);
test.each<[string, () => Buffer, string]>([
  ["nothing", () => Buffer.alloc(0), "table.empty"],
  ["blanks", () => text(" \r\n \r\n"), "table.empty"],
  ["a picture", () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), "table.unknown_format"],
  ["an .xls, or a workbook with a password", () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "table.old_format"],
  ["a ZIP of something else", () => zipped({ "word/document.xml": "<a/>" }), "table.unknown_format"],
  ["half a ZIP", () => workbook("").subarray(0, 300), "table.broken"],
  ["a workbook without rows", () => workbook(""), "table.empty"],
  [
    "half a sheet",
    () => workbook("", { "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${cell("A1", "x")}</row>` }),
    "table.broken",
  ],
  ["a bomb in the sheet", () => workbook(zeros.toString("latin1")), "table.suspicious"],
  ["a bomb beside it", () => workbook("", { "xl/media/a.bin": zeros }), "table.suspicious"],
  [
    "a thousand entries",
    () => workbook("", Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`xl/${at}`, ""]))),
    "table.suspicious",
  ],
  [
    "an entity",
    () => workbook("", { "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>' }),
    "table.suspicious",
  ],
  ["a path out of the container", () => text("PK\u0003\u0004../../etc/passwd"), "table.broken"],
  ["20,001 rows", () => text("a\n".repeat(tableLimits.rows + 1)), "table.too_many_rows"],
  ["a row far below", () => workbook(`<row r="1048576">${cell("A1048576", "x")}</row>`), "table.too_many_rows"],
  ["201 columns", () => text(`${";".repeat(200)}x`), "table.too_many_columns 1"],
  ["a cell as long as a book", () => text(`a\n${"x".repeat(4001)}`), "table.cell_too_long 2"],
  ["more than 10 MiB", () => Buffer.alloc(tableLimits.fileBytes + 1, 0x61), "table.too_large"],
])("%s is refused", { timeout: 60_000 }, async (_, file, refusal) => {
  expect(await read(file())).toBe(refusal);
});

test("files of any bytes are read or refused, never more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (any, isZip) => {
      const file = Buffer.concat([text(isZip ? "PK\u0003\u0004" : ""), any]);
      try {
        expect((isZip ? await readXlsx(file) : readCsv(file)).sheets.length).toBeGreaterThan(0);
      } catch (error) {
        expect(isZip || error instanceof UnreadableTable).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
