import { foldName } from "../../../platform/foldName.ts";
import type { ImportField } from "./codes.ts";

/** Headings as offices write them, folded; the first pattern that fits counts, so the narrower ones stand first. */
const headings: readonly [RegExp, ImportField][] = [
  [/^(nazwisko i imi(e|ona)|nazwisko imi(e|ona))$/, "FULL_NAME"],
  [/^(imi(e|ona) i nazwisko|imi(e|ona) nazwisko|osoba|kandydat|uczestnik)$/, "OTHER_NAME"],
  [/^imi(e|ona)\b/, "FIRST_NAME"],
  [/^nazwisk/, "LAST_NAME"],
  [/pesel/, "PESEL"],
  [/(data|dzien) urodz|^urodzon/, "BIRTH_DATE"],
  [/^(data|dzien) (zgloszenia|zlozenia)( do (projektu|rekrutacji|naboru))?$/, "APPLIED_ON"],
  [/^plec/, "SEX"],
  [/wykszta/, "EDUCATION"],
  [/(rejestr|ewidenc|bezrobo).*(od|data)|(od|data).*(rejestr|ewidenc)|bezrobotn[ya] od/, "REGISTERED_SINCE"],
  [/(klient|swiadczen|pomoc).*(od|data)|(od|data).*(klient|objec|pomoc)/, "CLIENT_SINCE"],
  [/status|sytuacja na rynku/, "LABOUR_STATUS"],
  [/niepelnospr|orzeczen/, "DISABILITY"],
  [/teryt/, "COMMUNE"],
  [/telefon|^tel\b|komork/, "PHONE"],
  [/mail/, "EMAIL"],
  [/adres|zamieszk/, "ADDRESS"],
  [/uwag|notat/, "REMARK"],
];

/** What a heading probably means; null where nothing fits. */
export function guessField(heading: string): ImportField | null {
  const folded = foldName(heading);
  return folded === "" ? null : (headings.find(([pattern]) => pattern.test(folded))?.[1] ?? null);
}

/** Guesses for all columns; a field that stands already is not given twice, so that nobody wonders which of two counts. */
export function guessMapping(titles: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return titles.map((title) => {
    const field = guessField(title);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** How many rows from the top may hold the headings: above them stand a title, a date, a stamp. */
const searched = 20;

/** The row of headings, counted from 1: the one with most headings that are known; the first filled one where none is. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.slice(0, searched).map((row) => guessMapping(row).filter((field) => field !== null).length);
  const best = Math.max(0, ...scores);
  const at = best > 0 ? scores.indexOf(best) : rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  return Math.max(1, at + 1);
}

/**
 * The heading of every column. Of headings that are merged over two rows the lower part tells more; where it is empty, the upper one
 * counts.
 */
export function titlesOf(rows: readonly (readonly string[])[], headerRow: number): string[] {
  const [own, above] = [rows[headerRow - 1] ?? [], rows[headerRow - 2] ?? []];
  const width = Math.max(own.length, ...rows.slice(headerRow, headerRow + 50).map((row) => row.length));
  const isTitle = above.filter((cell) => cell.trim() !== "").length < 2;
  return Array.from({ length: width }, (_, at) => own[at]?.trim() || (isTitle ? "" : (above[at]?.trim() ?? "")));
}

/** The headings in the form in which a sender's lists are known again. */
export const headingsText = (titles: readonly string[]): string =>
  JSON.stringify(titles.map((title) => foldName(title)));
