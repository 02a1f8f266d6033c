import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { ProfileEntry, WorkStay } from "./contract.ts";
import { periodOf } from "./rules.ts";

/** A period to draw: days as far as they are remembered; `to` null: it goes on. */
export type Stretch = { id: string; from: string; to: string | null };
/** The same as parts of the picture's width, 0 to 1. `point`: one remembered moment. `open`: goes on. */
export type Drawn = { id: string; start: number; end: number; point: boolean; open: boolean };
export type Picture = {
  firstYear: number;
  lastYear: number;
  years: readonly { year: number; at: number }[];
  at: (day: string) => number;
};

/** Days since 1900 by a year of twelve months of thirty-one days: even, and enough for a picture. */
function dayNumber(day: string, end: boolean): number {
  const [year = 0, month, date] = day.split("-").map(Number);
  const months = month === undefined ? (end ? 12 : 0) : month - 1;
  const days = month === undefined ? 0 : date === undefined ? (end ? 31 : 0) : date - 1;
  return ((year - 1900) * 12 + months) * 31 + days;
}

/** The scale over whole years that holds every stretch and `today`; null when there is nothing to draw. */
export function scaleOf(stretches: readonly { from: string; to: string | null }[], today: PlainDate): Picture | null {
  const years = stretches.flatMap(({ from, to }) => [from, to ?? today]).map((day) => Number(day.slice(0, 4)));
  if (years.length === 0) return null;
  const firstYear = Math.min(...years);
  const lastYear = Math.max(Number(today.slice(0, 4)), ...years);
  const [left, right] = [dayNumber(String(firstYear), false), dayNumber(String(lastYear), true)];
  const at = (day: string) => (dayNumber(day, false) - left) / (right - left);
  const step = [1, 2, 5, 10, 20].find((each) => (lastYear - firstYear) / each <= 8) ?? 20;
  const marks: { year: number; at: number }[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step)
    marks.push({ year, at: at(String(year)) });
  return { firstYear, lastYear, years: marks, at };
}

/** Where a stretch stands in the picture; never narrower than can be seen. */
export function drawnAt({ id, from, to }: Stretch, scale: Picture, today: PlainDate): Drawn {
  const width = (Number(scale.lastYear) - scale.firstYear + 1) * 12 * 31;
  const end = to ?? today;
  const start = scale.at(from);
  const stop = start + Math.max(0, (dayNumber(end, true) - dayNumber(from, false)) / width);
  return { id, start, end: Math.min(1, Math.max(stop, start)), point: to !== null && to === from, open: to === null };
}

/** Lanes of the picture, top to bottom. */
export const lanes = ["LIFE_EVENT", "WORK", "HOMELESSNESS", "INSTITUTION", "SUPPORT"] as const;
export type Lane = (typeof lanes)[number];
export type LineRow = {
  id: string;
  lane: Lane;
  from: string;
  to: string | null;
  entry: ProfileEntry | null;
  what: string;
};

/** Everything with a beginning, oldest first: rows of the table, stretches of the picture. `work`: periods of F-23. */
export function lineRows(entries: readonly ProfileEntry[], work: readonly WorkStay[]): LineRow[] {
  const rows = entries.flatMap((entry): LineRow[] => {
    if (entry.kind === "BARRIER" || entry.kind === "WISH") return [];
    const { from, to } = periodOf(entry);
    return from === null ? [] : [{ id: entry.id, lane: entry.kind, from, to, entry, what: "" }];
  });
  const worked = work.map(({ id, from, to, what }): LineRow => ({ id, lane: "WORK", from, to, entry: null, what }));
  return [...rows, ...worked].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}
