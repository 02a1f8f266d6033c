import {
  countDays,
  type DayRange,
  longTermByEuMonitoring,
  longTermByLabourLaw,
  longTermByProjectRule,
  type StatusAnswer,
  type UnemploymentFacts,
} from "../../../platform/longTermUnemployed.ts";
import {
  addDays,
  addMonths,
  ageOn,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  partsOf,
  plainDate,
  startOfMonth,
} from "../../../platform/time/plainDate.ts";
import { type Exactness, notWork, preparations, type WorkForm } from "./codes.ts";
import type { StatusLine } from "./contract.ts";

export type HistoryRefusal =
  | "work_period.ends_before_start"
  | "work_period.starts_in_future"
  | "work_period.ends_in_future"
  | "qualification.year_in_future"
  | "labour_registration.starts_in_future"
  | "labour_registration.ends_before_start"
  | "labour_registration.ends_in_future"
  | "labour_registration.overlaps"
  | "labour_registration.already_ended";

type Span = { from: PlainDate; to: PlainDate | null; exactness: Exactness };

/** A period as wide as it is known: of a month or a year its first and its last day. */
export function widen({ from, to, exactness }: Span): DayRange {
  if (exactness === "DAY") return { from, to };
  if (exactness === "MONTH") return { from: startOfMonth(from), to: to && endOfMonth(to) };
  return {
    from: plainDate(`${from.slice(0, 4)}-01-01`),
    to: to && plainDate(`${to.slice(0, 4)}-12-31`),
  };
}

/** Why a period cannot be recorded, or null. Overlaps are allowed; an end may lie in a month or year that still runs. */
export function refusePeriod(span: Span, today: PlainDate): HistoryRefusal | null {
  const { from, to } = widen(span);
  if (from > today) return "work_period.starts_in_future";
  if (to !== null && to < from) return "work_period.ends_before_start";
  if (span.to !== null && span.to > today) return "work_period.ends_in_future";
  return null;
}

/**
 * Why a registration at the labour office cannot be entered beside those that stand, or null. Nobody is registered twice on a day:
 * days would be counted double. All days inclusive. Source: docs/domain/rules.md R-LTU
 */
export function refuseRegistration(
  range: DayRange,
  others: readonly DayRange[],
  today: PlainDate,
): HistoryRefusal | null {
  const { from, to } = range;
  if (from > today) return "labour_registration.starts_in_future";
  if (to !== null && to < from) return "labour_registration.ends_before_start";
  if (to !== null && to > today) return "labour_registration.ends_in_future";
  const overlaps = others.some((other) => from <= (other.to ?? today) && other.from <= (to ?? today));
  return overlaps ? "labour_registration.overlaps" : null;
}

/** Why a registration cannot end on a day, or null; the day is its last. */
export function refuseRegistrationEnd(range: DayRange, endedOn: PlainDate, today: PlainDate): HistoryRefusal | null {
  if (range.to !== null) return "labour_registration.already_ended";
  if (endedOn < range.from) return "labour_registration.ends_before_start";
  return endedOn > today ? "labour_registration.ends_in_future" : null;
}

export type Period = { id: string; form: WorkForm; from: PlainDate; to: PlainDate | null };

export type Gap = {
  from: PlainDate;
  to: PlainDate;
  /** Whole months. */
  months: number;
  days: number;
  /** So many of the days the labour office knew the person as unemployed. */
  registeredDays: number;
};

/**
 * Time that no entry explains, from the end of the first entry to the day before `today`, of at least `minDays` days.
 * Registrations at the labour office do not fill a gap: what a person did meanwhile is asked. Source: docs/domain/journeys.md J5
 */
export function findGaps(
  periods: readonly Pick<Period, "from" | "to">[],
  registered: readonly DayRange[],
  today: PlainDate,
  minDays = 31,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let known: PlainDate | null = null;
  const close = (until: PlainDate) => {
    if (known === null) return;
    const from = addDays(known, 1);
    if (until < from) return;
    const days = daysInclusive(from, until);
    if (days < minDays) return;
    gaps.push({
      from,
      to: until,
      days,
      months: wholeMonths(from, addDays(until, 1)),
      registeredDays: countDays(registered, from, until),
    });
  };
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    close(addDays(from, -1));
    const end = to === null || to > today ? today : to;
    if (known === null || end > known) known = end;
  }
  close(addDays(today, -1));
  return gaps;
}

/** Whole months from a day up to another, with clamping: 31 January to 28 February is one. */
export function wholeMonths(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0;
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

function isWork({ form }: Pick<Period, "form">): boolean {
  return !notWork.includes(form) && !preparations.includes(form);
}

/** Days on which the person was at work and registered as unemployed, one line for each period and registration. */
export function findClashes(
  periods: readonly Period[],
  registered: readonly DayRange[],
  today: PlainDate,
): readonly { periodId: string; from: PlainDate; to: PlainDate }[] {
  return periods.filter(isWork).flatMap((period) =>
    registered.flatMap((range) => {
      const from = period.from > range.from ? period.from : range.from;
      const to = [period.to ?? today, range.to ?? today, today].toSorted()[0] ?? today;
      return from <= to ? [{ periodId: period.id, from, to }] : [];
    }),
  );
}

/**
 * Since when nobody employs the person, by what they say and what the papers say: the day after the last work ended. Null while
 * at work, and when no work is known. Source: docs/domain/forms.md F-23 unemployedMonths
 */
export function withoutWorkSince(periods: readonly Period[], today: PlainDate): PlainDate | null {
  const work = periods.filter(isWork);
  if (work.length === 0 || work.some(({ to }) => to === null || to >= today)) return null;
  const last = work
    .map(({ to }) => to ?? today)
    .toSorted()
    .at(-1);
  return last ? addDays(last, 1) : null;
}

/** The parameters of R-LTU as they hold on the day asked about. */
export type LtuNumbers = Record<"window" | "min" | "eu" | "euUnder25" | "project", number>;

/** Registered, and what the person declared as time without work, for the monitoring of the EU. */
function declared(periods: readonly Period[]): readonly DayRange[] {
  return periods.filter(({ form }) => form === "WITHOUT_WORK");
}

/**
 * Long-term unemployment on a day in the three ways, each with what explains it. Labour law and the project look at
 * registrations only; monitoring also takes what the person declared. Source: docs/domain/rules.md R-LTU-01, R-LTU-02, R-LTU-03
 */
export function statusesOn(
  periods: readonly Period[],
  registered: readonly DayRange[],
  on: PlainDate,
  birthDate: PlainDate | null,
  numbers: LtuNumbers,
): readonly Omit<StatusLine, "verified" | "source">[] {
  const excluded = periods.filter(({ form }) => preparations.includes(form));
  const facts: UnemploymentFacts = { registered, excluded };
  const young = birthDate !== null && ageOn(birthDate, on) < 25;
  const euMonths = young ? numbers.euUnder25 : numbers.eu;
  const said = { registered: [...registered, ...declared(periods)], excluded: [] };
  return [
    line(longTermByLabourLaw(facts, on, numbers.min, numbers.window), numbers.min, numbers.window),
    line(longTermByEuMonitoring(said, on, euMonths), euMonths, null),
    line(longTermByProjectRule(facts, on, numbers.project), numbers.project, null),
  ];

  function line(answer: StatusAnswer, overMonths: number, windowMonths: number | null) {
    const { rule, met, since, days, moreThanDays } = answer;
    return {
      rule,
      met,
      since,
      days,
      moreThanDays,
      overMonths,
      windowMonths,
      months: since === null || rule === "LABOUR_LAW" ? null : wholeMonths(since, on),
      reason: reasonOf(answer),
    };
  }
}

function reasonOf({ rule, since, days, moreThanDays }: StatusAnswer): StatusLine["reason"] {
  if (rule === "LABOUR_LAW") return days === 0 ? "never" : "counted";
  if (since === null) return "not_registered";
  return days === moreThanDays ? "exactly" : "continuous";
}

/** Why a year of a qualification cannot be, or null. */
export function refuseYear(year: number | null, today: PlainDate): HistoryRefusal | null {
  return year !== null && year > partsOf(today).year ? "qualification.year_in_future" : null;
}
