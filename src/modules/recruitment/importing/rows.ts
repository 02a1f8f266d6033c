import { foldName } from "../../../platform/foldName.ts";
import { checkPesel } from "../../../platform/identifiers/pesel.ts";
import { terytPattern } from "../../../platform/identifiers/teryt.ts";
import { dottedDay, type PlainDate } from "../../../platform/time/plainDate.ts";
import { emptyCard } from "../candidates/card.ts";
import type { CandidateCard } from "../candidates/contract.ts";
import { type ApplicationWindow, refuseApplication, windowWords } from "../candidates/rules.ts";
import { earliestSerial, foldWord, readDay, readPesel, readWord, saysNever, saysNothing } from "./cells.ts";
import { type ImportField, importFields, type RowFault, rowFaults, type WordField, wordFields } from "./codes.ts";
import type { LearnedWords, Mapping, PreviewRow } from "./contract.ts";

type Fault = PreviewRow["faults"][number];
/** `appliedOn`: null where the row says none of its own. `occurrence`: 0, unless rows before it say exactly the same. */
export type ReadRow = {
  row: number;
  card: CandidateCard;
  appliedOn: PlainDate | null;
  faults: Fault[];
  occurrence: number;
};

/** What is known of candidates and persons, so that nobody comes twice. */
export type Known = {
  /** By PESEL, of this recruitment. */
  candidates: ReadonlySet<string>;
  /** Rows that came before, by their keyed print. */
  rows: ReadonlySet<string>;
  /** Folded name and birth date, of this recruitment. */
  likeness: ReadonlySet<string>;
  /** Numbers of persons whom the reader works with, by PESEL. */
  people: ReadonlyMap<string, number>;
};

const isField = (meaning: string): meaning is ImportField => importFields.some((field) => field === meaning);
const fault = (code: RowFault, field: ImportField | null, given = "", taken = ""): Fault => ({
  code,
  field,
  given: given.slice(0, 120),
  taken,
});

/** "Kowalska-Nowak Anna Maria" by its first word; two last names without a dash are left to a person's eye. */
function splitName(text: string, lastFirst: boolean): { firstName: string; lastName: string } {
  const parts = text.trim().split(/\s+/);
  const last = lastFirst ? parts[0] : parts.at(-1);
  const rest = lastFirst ? parts.slice(1) : parts.slice(0, -1);
  return { firstName: rest.join(" "), lastName: last ?? "" };
}

/** Ivory rule of spreadsheets: shouting is not part of a name. */
function calm(name: string): string {
  const text = name.trim().replace(/\s+/g, " ");
  if (text !== text.toUpperCase() || text.length < 2) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s\-’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

type Reading = { words: LearnedWords; today: PlainDate };
type Filled = { card: CandidateCard; appliedOn: PlainDate | null; faults: Fault[] };

const yes = new Set(["tak", "t", "1", "x", "true"]);
const no = new Set(["nie", "n", "0", "false"]);

function fillDay(
  filled: Filled,
  field: ImportField,
  cell: string,
  { today, earliest }: { today: PlainDate; earliest: PlainDate },
): PlainDate | null {
  const day = readDay(cell, earliest);
  if (day === null) filled.faults.push(fault("day_unreadable", field, cell));
  else if (day > today) filled.faults.push(fault("day_in_future", field, cell));
  return day !== null && day <= today ? day : null;
}

function fillWord(filled: Filled, field: WordField, cell: string, { words }: Reading): string | null {
  const found = readWord(field, cell, words[field]);
  if (found === null) filled.faults.push(fault("word_unknown", field, cell));
  return found;
}

function fillText(filled: Filled, field: ImportField, cell: string, most: number): string {
  const text = cell.trim().replace(/\s+/g, " ");
  if (text.length > most) filled.faults.push(fault("too_long", field, text));
  return text.slice(0, most);
}

function fillPesel(filled: Filled, cell: string, today: PlainDate): void {
  const read = readPesel(cell, today);
  if (!read) {
    filled.faults.push(fault("pesel_none", "PESEL", cell.trim()));
    return;
  }
  filled.card.pesel = read.pesel.slice(0, 20);
  filled.card.peselNeedsChecking = !read.valid;
  if (read.mended) filled.faults.push(fault("pesel_mended", "PESEL", cell.trim(), read.pesel));
  if (!read.valid) filled.faults.push(fault("pesel_invalid", "PESEL", cell.trim()));
}

const officeDay = (today: PlainDate) => ({ today, earliest: earliestSerial.office });
const isWord = (field: ImportField): boolean => wordFields.some((one) => one === field);

function fillCell(filled: Filled, field: ImportField, cell: string, reading: Reading): void {
  const { card } = filled;
  if (!isWord(field) && field !== "PESEL" && saysNothing(cell)) {
    filled.faults.push(fault("says_nothing", field, cell.trim()));
    return;
  }
  const { today } = reading;
  // the lists of codes are those that `readWord` checks against
  const word = <T extends string>(of: WordField) => fillWord(filled, of, cell, reading) as T | null;
  switch (field) {
    case "LAST_NAME":
      card.lastName = calm(fillText(filled, field, cell, 100));
      return;
    case "FIRST_NAME":
      card.firstName = calm(fillText(filled, field, cell, 100));
      return;
    case "FULL_NAME":
    case "OTHER_NAME": {
      const { firstName, lastName } = splitName(fillText(filled, field, cell, 200), field === "FULL_NAME");
      card.firstName = calm(firstName.slice(0, 100));
      card.lastName = calm(lastName.slice(0, 100));
      return;
    }
    case "PESEL":
      fillPesel(filled, cell, reading.today);
      return;
    case "BIRTH_DATE":
      card.birthDate = fillDay(filled, field, cell, { today, earliest: earliestSerial.birth });
      return;
    case "REGISTERED_SINCE":
      card.notRegistered = saysNever(cell);
      card.registeredSince = card.notRegistered ? null : fillDay(filled, field, cell, officeDay(today));
      return;
    case "CLIENT_SINCE":
      card.notClient = saysNever(cell);
      card.clientSince = card.notClient ? null : fillDay(filled, field, cell, officeDay(today));
      return;
    case "SEX":
      card.sex = word<NonNullable<CandidateCard["sex"]>>(field);
      return;
    case "EDUCATION":
      card.education = word<NonNullable<CandidateCard["education"]>>(field);
      return;
    case "LABOUR_STATUS":
      card.labour = word<NonNullable<CandidateCard["labour"]>>(field);
      return;
    case "DISABILITY":
      card.disability = word<NonNullable<CandidateCard["disability"]>>(field);
      return;
    case "COMMUNE": {
      const code = cell.trim().replace(/\.0+$/, "").padStart(6, "0");
      if (terytPattern.test(code)) card.commune = code;
      else filled.faults.push(fault("commune_unreadable", field, cell));
      return;
    }
    case "PHONE":
      card.phone = fillText(filled, field, cell.replace(/\.0+$/, ""), 40);
      return;
    case "EMAIL":
      card.email = fillText(filled, field, cell, 200);
      return;
    case "ADDRESS":
      card.address = fillText(filled, field, cell, 300);
      return;
    case "REMARK":
      card.remark = fillText(filled, field, cell, 1000);
      return;
    case "APPLIED_ON":
      filled.appliedOn = fillDay(filled, field, cell, officeDay(today));
  }
}

function fillStatement(filled: Filled, ruleId: string, cell: string): void {
  const word = foldWord(cell);
  if (yes.has(word)) filled.card.statements = { ...filled.card.statements, [ruleId]: true };
  else if (no.has(word)) filled.card.statements = { ...filled.card.statements, [ruleId]: false };
  else filled.faults.push(fault("word_unknown", null, cell));
}

/** What the PESEL tells of birth and sex; where the list says another day, the number's is taken and said. */
function withPesel({ card, faults }: Filled, today: PlainDate): void {
  const check = card.pesel === null ? null : checkPesel(card.pesel, today);
  if (!check?.valid) return;
  if (card.birthDate !== null && card.birthDate !== check.birthDate)
    faults.push(fault("birth_other", "BIRTH_DATE", card.birthDate, check.birthDate));
  card.birthDate = check.birthDate;
  card.sex ??= check.sex;
}

/**
 * The rows below the headings, each as a card with what is the matter with it. Empty rows are left out and counted by the caller;
 * every cell is a text, so that a formula is one too. Pure: the same file and the same words give the same rows.
 */
export function readRows(
  rows: readonly (readonly string[])[],
  { headerRow, mapping, words }: { headerRow: number; mapping: Mapping; words: LearnedWords },
  today: PlainDate,
): ReadRow[] {
  return rows.slice(headerRow).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const filled: Filled = { card: { ...emptyCard }, appliedOn: null, faults: [] };
    for (const [column, meaning] of mapping.entries()) {
      const cell = cells[column] ?? "";
      if (meaning === null || cell.trim() === "") continue;
      if (isField(meaning)) fillCell(filled, meaning, cell, { words, today });
      else fillStatement(filled, meaning, cell);
    }
    withPesel(filled, today);
    const { card, appliedOn, faults } = filled;
    if (card.lastName === "" || card.firstName === "") faults.unshift(fault("name_missing", null));
    return [{ row: headerRow + at + 1, card, appliedOn, faults, occurrence: 0 }];
  });
}

/** Adds to each row that its day of applying is outside the days of the recruitment; that of the list where the row says none. */
export function withinWindow(rows: readonly ReadRow[], window: ApplicationWindow, receivedOn: PlainDate): ReadRow[] {
  return rows.map((row) => {
    const day = row.appliedOn ?? receivedOn;
    if (refuseApplication(window, day) === null) return row;
    const outside = fault("outside_window", row.appliedOn && "APPLIED_ON", dottedDay(day), windowWords(window));
    return { ...row, faults: [...row.faults, outside] };
  });
}

/** Who looks like whom where there is no PESEL: folded names and the birth date. */
export const likenessOf = ({ firstName, lastName, birthDate }: CandidateCard): string =>
  `${foldName(lastName)}|${foldName(firstName)}|${birthDate ?? ""}`;

/** What makes a row the same row when it comes again: what it says, and the how-manieth it is that says it. */
export const rowText = (card: CandidateCard, occurrence: number): string =>
  JSON.stringify(Object.entries(card).toSorted(([a], [b]) => (a < b ? -1 : 1))) +
  (occurrence > 0 ? ` ${occurrence}` : "");

/**
 * Adds what is told by the other rows, by candidates and by persons in reach. `printOf` is the keyed print of a row. A number that
 * does not hold names nobody: two people with the same one are shown to whoever reads the list, and neither is kept out.
 */
export function compareRows(
  rows: readonly ReadRow[],
  known: Known,
  printOf: (card: CandidateCard, occurrence: number) => string,
): ReadRow[] {
  const firstRow = () => new Map<string, number>();
  const [pesels, wrong, likes, same] = [firstRow(), firstRow(), firstRow(), firstRow()];
  return rows.map(({ row, card, appliedOn, faults }) => {
    const found: Fault[] = [];
    const pesel = card.peselNeedsChecking ? null : card.pesel;
    const text = rowText(card, 0);
    const occurrence = same.get(text) ?? 0;
    same.set(text, occurrence + 1);
    const like = likenessOf(card);
    const before = pesel === null ? undefined : pesels.get(pesel);
    const alike = likes.get(like);
    if (before !== undefined) found.push(fault("twice_in_file", "PESEL", String(before)));
    else if (card.pesel !== null && wrong.has(card.pesel))
      found.push(fault("pesel_wrong_twice", "PESEL", String(wrong.get(card.pesel))));
    else if (alike !== undefined) found.push(fault("like_row", null, String(alike)));
    if (pesel !== null && known.candidates.has(pesel)) found.push(fault("candidate_known", "PESEL"));
    else if (known.rows.has(printOf(card, occurrence))) found.push(fault("row_known", null));
    else if (known.likeness.has(like)) found.push(fault("like_candidate", null));
    const personNo = pesel === null ? undefined : known.people.get(pesel);
    if (personNo !== undefined) found.push(fault("known_person", "PESEL", String(personNo)));
    if (pesel !== null && !pesels.has(pesel)) pesels.set(pesel, row);
    if (pesel === null && card.pesel !== null && !wrong.has(card.pesel)) wrong.set(card.pesel, row);
    if (!likes.has(like)) likes.set(like, row);
    return { row, card, appliedOn, faults: [...faults, ...found], occurrence };
  });
}

export function verdictOf(faults: readonly Pick<Fault, "code">[]): PreviewRow["verdict"] {
  const weights = new Set(faults.map(({ code }) => rowFaults[code]));
  return weights.has("stop") ? "stop" : weights.has("ask") ? "ask" : "ready";
}

/** Everything of a card but the name and the number, in the order of the fields, so that nothing is written unseen. */
function valuesOf({ card, appliedOn }: ReadRow): PreviewRow["values"] {
  const fields: [ImportField, string | null][] = [
    ["BIRTH_DATE", card.birthDate],
    ["SEX", card.sex],
    ["EDUCATION", card.education],
    ["REGISTERED_SINCE", card.notRegistered ? "NEVER" : card.registeredSince],
    ["CLIENT_SINCE", card.notClient ? "NEVER" : card.clientSince],
    ["LABOUR_STATUS", card.labour],
    ["DISABILITY", card.disability],
    ["COMMUNE", card.commune],
    ["PHONE", card.phone],
    ["EMAIL", card.email],
    ["ADDRESS", card.address],
    ["REMARK", card.remark],
    ["APPLIED_ON", appliedOn],
  ];
  return [
    ...fields.flatMap(([field, value]) => (value === null || value === "" ? [] : [{ field, value }])),
    ...Object.entries(card.statements).map(([field, answer]) => ({ field, value: answer ? "YES" : "NO" })),
  ];
}

export const lineOfRow = (read: ReadRow): PreviewRow => {
  const { row, card, faults } = read;
  return {
    row,
    name: `${card.lastName} ${card.firstName}`.trim(),
    pesel: card.pesel,
    birthDate: card.birthDate,
    values: valuesOf(read),
    verdict: verdictOf(faults),
    faults,
  };
};

/** Words that nobody knows yet, each once with how often it stands there. */
export function unknownWords(rows: readonly ReadRow[]): { field: WordField; word: string; rows: number }[] {
  const counted = new Map<string, { field: WordField; word: string; rows: number }>();
  for (const { faults } of rows)
    for (const { code, field, given } of faults) {
      if (
        code !== "word_unknown" ||
        (field !== "EDUCATION" && field !== "SEX" && field !== "LABOUR_STATUS" && field !== "DISABILITY")
      )
        continue;
      const key = `${field} ${foldWord(given)}`;
      const known = counted.get(key);
      if (known) known.rows += 1;
      else counted.set(key, { field, word: given, rows: 1 });
    }
  return [...counted.values()];
}
