import { addMonths, daysBetween, type PlainDate } from "./time/plainDate.ts";

/** Inclusive days; `to` null = still going on. */
export interface DayRange {
  from: PlainDate;
  to: PlainDate | null;
}

export interface UnemploymentFacts {
  /** Registrations at the labour office, in any order. */
  registered: readonly DayRange[];
  /** Internship and adult vocational preparation, not counted by labour law. */
  excluded: readonly DayRange[];
}

/** A computed status with what it was computed from, so that a screen can explain it. */
export interface StatusAnswer {
  met: boolean;
  rule: "LABOUR_LAW" | "EU_MONITORING" | "PROJECT_RULE";
  /** Start of the period looked at; null when the person is not registered on that day. */
  since: PlainDate | null;
  /** Days counted (labour law) or elapsed since `since` (the others). */
  days: number;
  /** The status needs more than so many days. */
  moreThanDays: number;
}

function covers(range: DayRange, day: PlainDate): boolean {
  return range.from <= day && (range.to === null || range.to >= day);
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** Days of a window that lie in any of the ranges, each day once. */
export function countDays(ranges: readonly DayRange[], from: PlainDate, to: PlainDate): number {
  let total = 0;
  let counted: PlainDate | null = null;
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const end = range.to === null || range.to > to ? to : range.to;
    const start = latest(range.from, from);
    const overlapping = counted !== null && counted >= start;
    const base = overlapping && counted !== null ? daysBetween(counted, end) : daysBetween(start, end) + 1;
    if (base <= 0) continue;
    total += base;
    counted = end;
  }
  return total;
}

/** First day of the registration that holds on `on`, joined over gaps of at most `gapDays` days; null when not registered. */
export function registeredSince(registered: readonly DayRange[], on: PlainDate, gapDays = 0): PlainDate | null {
  const sorted = registered.toSorted((a, b) => (a.from > b.from ? -1 : 1));
  let since = sorted.findLast((range) => covers(range, on))?.from ?? null;
  for (const range of sorted) {
    if (since === null || range.from >= since) continue;
    if (range.to === null || daysBetween(range.to, since) - 1 <= gapDays) since = range.from;
  }
  return since;
}

/**
 * Labour law: registered for more than 12 of the last 24 months in sum, internships excluded. The last 24 months are the
 * days from `on − 24 months` up to `on`; 12 months are the days of the last 12. Both numbers are the parameters LTU_MIN and
 * LTU_WINDOW. Source: docs/domain/rules.md R-LTU-01.
 */
export function longTermByLabourLaw(
  facts: UnemploymentFacts,
  on: PlainDate,
  overMonths = 12,
  windowMonths = 24,
): StatusAnswer {
  const from = addMonths(on, -windowMonths);
  const registered = countDays(facts.registered, from, on);
  const both = facts.registered.flatMap((range) =>
    facts.excluded.map((out) => ({
      from: latest(range.from, out.from),
      to: range.to === null ? out.to : out.to === null || range.to < out.to ? range.to : out.to,
    })),
  );
  const days =
    registered -
    countDays(
      both.filter(({ from: start, to }) => to === null || to >= start),
      from,
      on,
    );
  const moreThanDays = daysBetween(addMonths(on, -overMonths), on);
  return { met: days > moreThanDays, rule: "LABOUR_LAW", since: from, days, moreThanDays };
}

function continuous(
  facts: UnemploymentFacts,
  on: PlainDate,
  rule: "EU_MONITORING" | "PROJECT_RULE",
  overMonths: number,
  gapDays: number,
): StatusAnswer {
  const since = registeredSince(facts.registered, on, gapDays);
  if (since === null)
    return { met: false, rule, since, days: 0, moreThanDays: daysBetween(addMonths(on, -overMonths), on) };
  const reached = addMonths(since, overMonths);
  return { met: on > reached, rule, since, days: daysBetween(since, on), moreThanDays: daysBetween(since, reached) };
}

/** Continuously unemployed for more than 12 months (parameter: 6 was used under 25). Source: docs/domain/rules.md R-LTU-02. */
export function longTermByEuMonitoring(facts: UnemploymentFacts, on: PlainDate, overMonths = 12): StatusAnswer {
  return continuous(facts, on, "EU_MONITORING", overMonths, 0);
}

/**
 * Registered for more than 24 months without interruption; gaps of at most `gapDays` days are forgiven when the project
 * says so. Exactly 24 months are not enough. Source: docs/domain/rules.md R-LTU-03.
 */
export function longTermByProjectRule(
  facts: UnemploymentFacts,
  on: PlainDate,
  overMonths = 24,
  gapDays = 0,
): StatusAnswer {
  return continuous(facts, on, "PROJECT_RULE", overMonths, gapDays);
}
