import { expect, test } from "vitest";
import { composePesel } from "../../../platform/identifiers/pesel.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { provenBySender } from "./codes.ts";
import { compareRows, type Known, lineOfRow, readRows, rowText } from "./rows.ts";

const today = plainDate("2026-11-22");
const nobody: Known = { candidates: new Set(), rows: new Set(), likeness: new Set(), people: new Map() };
const mapping = [
  "LAST_NAME",
  "FIRST_NAME",
  "PESEL",
  "REGISTERED_SINCE",
  "CLIENT_SINCE",
  "EDUCATION",
  "DISABILITY",
] as const;

function read(lines: readonly string[], known = nobody) {
  const cells = ["Nazwisko;Imię;PESEL;Rejestracja;Klient;Wykształcenie;Stopień", ...lines].map((line) =>
    line.split(";"),
  );
  const rows = readRows(cells, { headerRow: 1, mapping: [...mapping], words: {} }, today);
  const judged = compareRows(rows, known, rowText);
  return { judged, lines: judged.map(lineOfRow) };
}
const codes = ({ faults }: { faults: readonly { code: string }[] }) => faults.map(({ code }) => code);

test("everybody without a PESEL comes in: a dash is no number, and nobody is their double", () => {
  const { judged, lines } = read(["Nowak;Jan;brak;;;;", "Lis;Anna;-;;;;", "Wilk;Ewa;;;;;", "Kos;Adam;nie ma;;;;"]);
  expect(judged.map(({ card }) => [card.pesel, card.peselNeedsChecking])).toEqual(Array(4).fill([null, false]));
  expect(lines.map(({ verdict }) => verdict)).toEqual(["ready", "ready", "ready", "ready"]);
  expect(lines.map(codes)).toEqual([["pesel_none"], ["pesel_none"], [], ["pesel_none"]]);
});

test("a PESEL that holds stands once; a wrong one names nobody and keeps nobody out", () => {
  const pesel = composePesel(plainDate("1970-02-01"), "M", 5);
  const { lines } = read([
    `Nowak;Jan;${pesel};;;;`,
    `Lis;Jan;${pesel};;;;`,
    "Wilk;Jan;70020112340;;;;",
    "Kos;Jan;70020112340;;;;",
  ]);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["ready", "stop", "ask", "ask"]);
  expect(codes(lines[3] ?? { faults: [] })).toEqual(["pesel_invalid", "pesel_wrong_twice"]);
  const before = { ...nobody, candidates: new Set(["70020112340"]) };
  expect(read(["Wilk;Jan;70020112340;;;;"], before).lines[0]?.verdict).toBe("ask");
});

test("two rows that say the same are two people for whoever reads the list, and both are known when the file comes again", () => {
  const file = ["Nowak;Jan;;;;;", "Nowak;Jan;;;;;"];
  const { judged, lines } = read(file);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["ready", "ask"]);
  const prints = judged.map(({ card, occurrence }) => rowText(card, occurrence));
  expect(new Set(prints).size).toBe(2);
  const again = read(file, { ...nobody, rows: new Set(prints) });
  expect(again.lines.map(({ verdict }) => verdict)).toEqual(["stop", "stop"]);
});

test("what a cell does not say is not known: no day is made of a year, no “never” of “brak”", () => {
  const { judged, lines } = read([
    "Nowak;Jan;;2025;brak;zawodowe;brak",
    "Lis;Anna;;12345;nie;;",
    "Kos;Adam;;nigdy;nigdy;;",
  ]);
  expect(
    judged.map(({ card }) => [card.registeredSince, card.notRegistered, card.clientSince, card.notClient]),
  ).toEqual([
    [null, false, null, false],
    [null, false, null, false],
    [null, true, null, true],
  ]);
  expect(lines.map(codes)).toEqual([
    ["day_unreadable", "says_nothing", "word_unknown"],
    ["day_unreadable", "says_nothing"],
    [],
  ]);
});

test("the preview tells every value that would be written", () => {
  const { lines } = read(["Nowak;Jan;70020112340;01.02.2020;nigdy;zawodowe;znaczny"]);
  expect(lines[0]?.values).toEqual([
    { field: "EDUCATION", value: "BASIC_VOCATIONAL" },
    { field: "REGISTERED_SINCE", value: "2020-02-01" },
    { field: "CLIENT_SINCE", value: "NEVER" },
    { field: "DISABILITY", value: "SEVERE" },
  ]);
});

test("a list proves what its sender knows first hand, and nothing else", () => {
  expect(provenBySender).toEqual({ PUP: ["registered", "labour"], OPS_REGION: ["client"], NGO_PARTNER: [], SELF: [] });
});
