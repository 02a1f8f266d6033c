import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { readTable } from "../../../platform/spreadsheet/readTable.ts";
import { ListPerson } from "../list/contract.ts";
import { xlsxFile } from "../pay/prints.ts";
import { columnsFor, sheetTable, type TableRow } from "./listTable.ts";

const evil = [
  '=HYPERLINK("http://x","y")',
  "+48 600",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "Zażółć, gęślą",
] as const;

function onList(name: string, at: number): TableRow {
  const person = ListPerson.parse({
    ipzsId: "00000000-0000-7000-8000-000000000001",
    personId: "00000000-0000-7000-8000-000000000002",
    name,
    spans: [],
    classDays: 0,
    presentDays: 0,
    daysOffLeft: 0,
    sickDaysUsedBefore: 0,
    sickDaysUsed: 0,
    fullGrosze: 214068,
    bonusMaxGrosze: 214068,
    lines: [],
    benefitGrosze: 192661 + at,
    corrections: [],
    raisedGrosze: 0,
    loweredGrosze: 0,
    carriedInGrosze: 0,
    recoveredGrosze: 0,
    carriedOutGrosze: 0,
    bonusGrosze: 30000,
    bonusReason: name,
    deductions: [{ title: name, amountGrosze: 1 }],
    deductedGrosze: 1,
    payGrosze: 222660 + at,
    contributions: [{ name, percent: "9.76", grosze: 18804 }],
    way: "CASH",
    nrb: null,
  });
  return { no: at + 1, person, number: undefined, pesel: "=cmd" };
}

/** What every part of a file of sheets holds, unpacked one after another. */
function partsOf(bytes: Uint8Array): string {
  const found: string[] = [];
  const all = Buffer.from(bytes);
  for (let at = all.indexOf("PK\u0003\u0004"); at >= 0; at = all.indexOf("PK\u0003\u0004", at + 4)) {
    const from = at + 30 + all.readUInt16LE(at + 26) + all.readUInt16LE(at + 28);
    const packed = all.readUInt16LE(at + 8) === 8;
    found.push((packed ? inflateRawSync(all.subarray(from)) : all.subarray(from)).toString("utf8"));
  }
  return found.join("\n");
}

test.each(["LIST", "SHEET", "ANNEX"] as const)(
  "the %s as a spreadsheet reads back whole: amounts are numbers, no name is a formula",
  async (copy) => {
    const names = columnsFor(copy, true);
    const rows = evil.map(onList);
    const { bytes } = await xlsxFile([{ name: "Lista", ...sheetTable(names, rows, "pl") }], "lista");
    expect(partsOf(bytes)).not.toMatch(/<f[ >/]/);
    const { sheets } = await readTable(bytes);
    const [sheet] = sheets;
    expect(sheet?.rows).toHaveLength(evil.length + 1);
    const [head = [], ...people] = sheet?.rows ?? [];
    const column = (title: RegExp) => head.findIndex((one) => title.test(one));
    for (const [at, row] of people.entries()) {
      expect(row[column(/^Nazwisko|^Imię|Uczestnik/i)]?.trim(), evil[at]).toContain(evil[at]?.trim());
      expect(Number(row[column(/^Świadczenie/)]?.replace(",", "."))).toBe((192661 + at) / 100);
    }
  },
);
