import {
  addDays,
  compareDays,
  daysBetween,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  startOfMonth,
  weekday,
} from "../../../platform/time/plainDate.ts";
import type { BenefitLaw, BenefitParameter } from "../law.ts";
import type { BenefitPhase, BenefitSpan } from "../rules.ts";
import { type DayReading, dayOf, type MonthClass, type MonthDay, type MonthExcuse } from "./days.ts";
import type { MonthNote, MonthNoteCode, PersonMonth } from "./personMonth.ts";

/** The days of a programme as the benefit looks at them; all inclusive. */
export type MonthProgramme = {
  trialFrom: PlainDate;
  trialTo: PlainDate;
  /** Last day without any extension. */
  participationTo: PlainDate;
  /** Last day with the extensions that were decided. */
  lastDay: PlainDate;
  /** Nobody has decided after the trial yet. */
  inTrial: boolean;
  endedOn: PlainDate | null;
  /** From this day the programme goes on without benefit (R-CIS-09). */
  jobOn: PlainDate | null;
  /** Null: no benefit was applied for (R-CIS-20). */
  appliedOn: PlainDate | null;
  /** A severe or moderate degree of disability: the caps hold (R-CIS-07). */
  capped: boolean;
  daysOffEntitled: number;
};

/** The law as it holds from a day on, until the next entry. */
export type LawFrom = {
  from: PlainDate;
  law: BenefitLaw;
  reading: DayReading;
  /** Codes of the figures that nobody has confirmed. */
  unverified: readonly BenefitParameter[];
};

/** When to tell ahead, and between which hours a week stands; hours in minutes. */
export type MonthLimits = {
  sickDaysLeft: number;
  daysOffLeft: number;
  /** Days before the trial and before the programme ends. */
  trialNotice: number;
  endNotice: number;
  weekMin: number;
  weekMax: number;
  weekMaxDisability: number;
  dayMaxDisability: number;
};

export type MonthInput = {
  /** Any day of the month. */
  month: PlainDate;
  today: PlainDate;
  programme: MonthProgramme;
  /** Oldest first; the first one holds on the first day that is looked at. */
  laws: readonly LawFrom[];
  limits: MonthLimits;
  /** Of the month, and of earlier days of the participation where there was sickness. */
  classes: readonly MonthClass[];
  excuses: readonly MonthExcuse[];
  /** Days off that the manager consented to, of the whole programme; those up to the end of the month count. */
  daysOff: readonly PlainDate[];
  /** Days of the month on which the house is closed or it is a public holiday. */
  closedDays: ReadonlySet<PlainDate>;
};

/** Of a month what its spans come from. */
export type SpansInput = Pick<MonthInput, "month" | "today" | "programme" | "laws" | "classes" | "excuses" | "daysOff">;

export type MonthOf = Omit<PersonMonth, "personId" | "ipzsId"> & {
  /** Every day of the month that is covered, in order. */
  days: MonthDay[];
};

/** The last day that brings a benefit, or null when no day does. A trial without a decision brings none after its last day. */
export function coveredUntil(programme: MonthProgramme): PlainDate | null {
  if (programme.appliedOn === null) return null;
  const { inTrial, trialTo, lastDay, endedOn, jobOn } = programme;
  const ends = [inTrial ? trialTo : lastDay, ...(endedOn ? [endedOn] : []), ...(jobOn ? [addDays(jobOn, -1)] : [])];
  const last = ends.toSorted(compareDays)[0];
  return last === undefined || last < programme.trialFrom ? null : last;
}

/** The first day that brings a benefit: that of the trial, or of an application that came later, as the law is read on its day. */
export function coveredFrom({ trialFrom, appliedOn }: MonthProgramme, laws: readonly LawFrom[]): PlainDate {
  const late = appliedOn !== null && appliedOn > trialFrom && lawOn(laws, appliedOn).reading.fromApplication;
  return late ? appliedOn : trialFrom;
}

export const phaseOn = ({ trialTo, participationTo }: MonthProgramme, day: PlainDate): BenefitPhase => {
  if (day <= trialTo) return "TRIAL";
  return day <= participationTo ? "PARTICIPATION" : "EXTENSION";
};

function lawOn(laws: readonly LawFrom[], day: PlainDate): LawFrom {
  const found = laws.findLast(({ from }) => from <= day) ?? laws[0];
  if (!found) throw new RangeError("the law of the month is missing");
  return found;
}

/** Every day from one to another, inclusive. */
function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const count = Math.max(0, daysInclusive(from, to));
  return Array.from({ length: count }, (_, at) => addDays(from, at));
}

/** As `daysFrom`, of one month; written and not reckoned, since a list reads thousands of months. */
function daysWithin(from: PlainDate, to: PlainDate): PlainDate[] {
  if (to < from) return [];
  const [first, last, month] = [Number(from.slice(8)), Number(to.slice(8)), from.slice(0, 8)];
  return Array.from(
    { length: last - first + 1 },
    (_, at) => `${month}${String(first + at).padStart(2, "0")}` as PlainDate,
  );
}

/** Days from one to another, inclusive, of which a class or an excuse tells something, in order. */
function telling(
  { excuses }: SpansInput,
  classesOn: ReadonlyMap<PlainDate, unknown>,
  from: PlainDate,
  to: PlainDate,
): PlainDate[] {
  const excused = excuses.flatMap((it) => daysFrom(it.from > from ? it.from : from, it.to < to ? it.to : to));
  const days = new Set([...[...classesOn.keys()].filter((day) => from <= day && day <= to), ...excused]);
  return [...days].toSorted(compareDays);
}

const same = (a: BenefitLaw, b: BenefitLaw) =>
  Object.entries(a).every(([name, value]) => b[name as keyof BenefitLaw] === value);

type Covered = Pick<MonthOf, "days" | "spans" | "sickDaysUsedBefore"> & {
  until: PlainDate | null;
  first: PlainDate;
  last: PlainDate;
};

function coveredOf(input: SpansInput): Covered {
  const { programme, laws } = input;
  const [first, last] = [startOfMonth(input.month), endOfMonth(input.month)];
  const until = coveredUntil(programme);
  const classesOn = Map.groupBy(input.classes, ({ day }) => day);
  const read = (day: PlainDate): MonthDay => {
    const facts = {
      classes: classesOn.get(day) ?? [],
      excuses: input.excuses,
      dayOff: input.daysOff.includes(day),
      inTrial: phaseOn(programme, day) === "TRIAL",
    };
    return dayOf(day, facts, lawOn(laws, day).reading, input.today);
  };
  const start = coveredFrom(programme, laws);
  const from = start > first ? start : first;
  const days = until === null ? [] : daysWithin(from, until < last ? until : last).map(read);
  const before = addDays(first, -1);
  const earlier =
    until === null
      ? []
      : telling(input, classesOn, addDays(programme.trialTo, 1), until < before ? until : before).map(read);
  const sickDaysUsedBefore = usedBefore(earlier, days, programme, lawOn(laws, first).law);
  return { days, spans: spansOf(days, programme, laws), sickDaysUsedBefore, until, first, last };
}

/** What the amount of a month comes from, alone: as `monthOf` says it. Days of nothing but presence may be left out of the classes, but where a sickness counts for itself. */
export function spansIn(input: SpansInput): Pick<MonthOf, "spans" | "sickDaysUsedBefore"> {
  const { spans, sickDaysUsedBefore } = coveredOf(input);
  return { spans, sickDaysUsedBefore };
}

/**
 * The month of one participant: covered days with what each was, the spans that `benefitOf` takes, and what somebody has to look at.
 * Each day falls into one kind, so counts never exceed the days covered and sickness is never counted twice.
 * Source: docs/domain/rules.md R-CIS-06 to R-CIS-28; docs/adr/0043-days-of-a-cis-month.md
 */
export function monthOf(input: MonthInput): MonthOf {
  const covered = coveredOf(input);
  const { days, spans, sickDaysUsedBefore, last } = covered;
  const daysOffLeft = input.programme.daysOffEntitled - input.daysOff.filter((day) => day <= last).length;
  return {
    spans,
    sickDaysUsedBefore,
    classDays: days.filter(({ hasClass }) => hasClass).length,
    presentDays: days.filter(({ kind }) => kind === "PRESENT" || kind === "PART").length,
    daysOffLeft,
    days,
    notes: notesOf(input, { ...covered, daysOffLeft }),
  };
}

/** Days in order cut where the phase or the law changes. */
function spansOf(days: readonly MonthDay[], programme: MonthProgramme, laws: readonly LawFrom[]): BenefitSpan[] {
  const spans: BenefitSpan[] = [];
  for (const { day, kind } of days) {
    const phase = phaseOn(programme, day);
    const { law } = lawOn(laws, day);
    let span = spans.at(-1);
    if (span?.phase !== phase || !same(span.law, law)) {
      const none = { unexcusedDays: 0, sickDays: 0, otherExcusedDays: 0, daysOff: 0 };
      span = { from: day, to: day, phase, law, ...none };
      spans.push(span);
    }
    span.to = day;
    if (kind === "UNEXCUSED") span.unexcusedDays += 1;
    if (kind === "SICK") span.sickDays += 1;
    if (kind === "EXCUSED") span.otherExcusedDays += 1;
    if (kind === "DAY_OFF") span.daysOff += 1;
  }
  return spans;
}

/**
 * Days within the limit used before the month. Over the participation: those of the months before. For each sickness: as many as leave
 * `benefitOf` the days that the sicknesses of the month have within their own limits, since it takes one figure for all of them; days
 * of sickness with nothing but days without class between them are one sickness. Source: docs/domain/rules.md R-CIS-23 (a)
 */
function usedBefore(
  earlier: readonly MonthDay[],
  days: readonly MonthDay[],
  programme: MonthProgramme,
  { sickDaysLimit, sickLimitPerSickness }: BenefitLaw,
): number {
  const isSick = ({ day, kind }: MonthDay) => kind === "SICK" && phaseOn(programme, day) !== "TRIAL";
  if (!sickLimitPerSickness) return Math.min(earlier.filter(isSick).length, sickDaysLimit);
  let length = 0;
  let within = 0;
  const goOn = (day: MonthDay) => {
    if (isSick(day)) length += 1;
    else if (day.kind !== "FREE") length = 0;
  };
  earlier.forEach(goOn);
  for (const day of days) {
    goOn(day);
    if (isSick(day) && length <= sickDaysLimit) within += 1;
  }
  const own = days.filter(isSick).length;
  return within < own ? sickDaysLimit - within : Math.min(0, sickDaysLimit - own);
}

type Reckoned = Covered & Pick<MonthOf, "daysOffLeft">;

/** What somebody has to look at, what is missing first. */
function notesOf(input: MonthInput, reckoned: Reckoned): MonthNote[] {
  const found = [
    ...programmeNotes(input, reckoned),
    ...dayNotes(input, reckoned),
    ...counterNotes(input, reckoned),
    ...hourNotes(input, reckoned),
  ];
  return found.toSorted((a, b) => Number(a.weight === "ODD") - Number(b.weight === "ODD"));
}

const missing = (code: MonthNoteCode, day: PlainDate | null = null, count: number | null = null): MonthNote => {
  return { weight: "MISSING", code, day, count };
};
const odd = (code: MonthNoteCode, day: PlainDate | null = null, count: number | null = null): MonthNote => {
  return { weight: "ODD", code, day, count };
};

function programmeNotes({ programme, today, limits }: MonthInput, { days, until, first, last }: Reckoned): MonthNote[] {
  const { appliedOn, trialFrom, trialTo, lastDay, inTrial, endedOn } = programme;
  const notes: MonthNote[] = [];
  if (appliedOn === null) notes.push(missing("NOT_APPLIED"));
  else if (appliedOn > trialFrom && appliedOn >= first && appliedOn <= last) notes.push(odd("APPLIED_LATE", appliedOn));
  const isNow = first <= today && today <= last;
  const nears = (day: PlainDate, notice: number) =>
    (day >= first && day <= last) || (isNow && day >= today && daysBetween(today, day) <= notice);
  if (inTrial && trialTo < today && trialTo <= last) notes.push(missing("TRIAL_ENDS", trialTo));
  else if (inTrial && nears(trialTo, limits.trialNotice)) notes.push(odd("TRIAL_ENDS", trialTo));
  if (!inTrial && endedOn === null && lastDay < today && lastDay <= last)
    notes.push(missing("PROGRAMME_ENDS", lastDay));
  else if (!inTrial && endedOn === null && nears(lastDay, limits.endNotice)) notes.push(odd("PROGRAMME_ENDS", lastDay));
  const begun = days[0];
  if (until !== null && begun && begun.day < today && days.every(({ hasClass }) => !hasClass))
    notes.push(odd("NO_CLASSES"));
  return notes;
}

function dayNotes({ classes, excuses, daysOff, today }: MonthInput, { days }: Reckoned): MonthNote[] {
  const covered = new Set(days.map(({ day }) => day));
  const past = classes.filter(({ day, status }) => covered.has(day) && day < today && status !== "NO_CLASS");
  const of = (code: MonthNoteCode, found: readonly { day: PlainDate }[], weight = missing) => {
    const last = found
      .map(({ day }) => day)
      .toSorted(compareDays)
      .at(-1);
    return last === undefined ? [] : [weight(code, last, found.length)];
  };
  const [firstDay, lastDay] = [days[0]?.day, days.at(-1)?.day];
  const waiting = excuses.filter(
    ({ accepted, from, to }) => !accepted && firstDay && lastDay && from <= lastDay && to >= firstDay,
  );
  const came = days.filter(({ day, kind, there }) => there && (kind === "SICK" || daysOff.includes(day)));
  return [
    ...of(
      "REGISTER_OPEN",
      past.filter(({ closed }) => !closed),
    ),
    ...of(
      "MARK_MISSING",
      past.filter(({ closed, status }) => closed && status === null),
    ),
    ...of(
      "SICK_WITHOUT_NOTE",
      days.filter(({ unproven }) => unproven === "SICK"),
    ),
    ...of(
      "EXCUSED_WITHOUT_DECISION",
      days.filter(({ unproven }) => unproven === "EXCUSED"),
    ),
    ...of(
      "EXCUSE_WAITS",
      waiting.map(({ to }) => ({ day: to })),
    ),
    ...of(
      "DAY_OFF_NOT_GRANTED",
      days.filter(({ unproven }) => unproven === "DAY_OFF"),
    ),
    ...of("CAME_THOUGH_EXCUSED", came, odd),
    ...of(
      "SUSPENDED",
      days.filter(({ suspended }) => suspended),
      odd,
    ),
  ];
}

function counterNotes({ limits, laws, programme }: MonthInput, reckoned: Reckoned): MonthNote[] {
  const { days, spans, sickDaysUsedBefore, daysOffLeft } = reckoned;
  const span = spans.at(-1);
  if (!span) return [];
  const { law } = span;
  const notes: MonthNote[] = [];
  const total = (of: (span: BenefitSpan) => number) => spans.reduce((sum, it) => sum + of(it), 0);
  const unexcused = total(({ unexcusedDays }) => unexcusedDays);
  if (unexcused > law.unexcusedMax) notes.push(odd("TOO_MANY_UNEXCUSED", null, unexcused));
  else if (unexcused === law.unexcusedMax) notes.push(odd("UNEXCUSED_AT_MOST", null, unexcused));
  const sick = total(({ phase, sickDays }) => (phase === "TRIAL" ? 0 : sickDays));
  const left = law.sickDaysLimit - sickDaysUsedBefore - sick;
  if (sickDaysUsedBefore + sick > 0 && left <= limits.sickDaysLeft)
    notes.push(odd("SICK_LIMIT_NEAR", null, Math.max(0, left)));
  if (daysOffLeft <= limits.daysOffLeft && daysOffLeft < programme.daysOffEntitled)
    notes.push(odd("DAYS_OFF_NEAR", null, daysOffLeft));
  const unverified = new Set(days.flatMap(({ day }) => lawOn(laws, day).unverified));
  const whole = total(({ from, to }) => daysInclusive(from, to)) === daysInclusive(reckoned.first, reckoned.last);
  const used: [BenefitParameter, boolean][] = [
    ["CIS_SICK_BEYOND_DIVISOR", left < 0],
    ["CIS_TRIAL_SICK_DIVISOR", total(({ phase, sickDays }) => (phase === "TRIAL" ? sickDays : 0)) > 0],
    ["CIS_EXCUSED_DIVISOR", total(({ otherExcusedDays }) => otherExcusedDays) > 0],
    ["CIS_UNEXCUSED_FROM_PART_MONTH", unexcused > 0 && !whole],
  ];
  // where all is taken away, no reading changes the amount
  const open =
    unexcused > law.unexcusedMax ? 0 : used.filter(([code, isUsed]) => isUsed && unverified.has(code)).length;
  if (open > 0) notes.push(odd("LAW_UNVERIFIED", null, open));
  return notes;
}

/** Weeks that lie wholly in the covered days of the month and have no closed working day, against the hours of the law. Source: R-CIS-07 */
function hourNotes({ programme, limits, closedDays }: MonthInput, { days }: Reckoned): MonthNote[] {
  const most = programme.capped ? limits.weekMaxDisability : limits.weekMax;
  const weeks: { sunday: PlainDate; minutes: number }[] = [];
  for (const [at, { day }] of days.entries()) {
    const week = days.slice(at, at + 7);
    const sunday = week[6];
    if (weekday(day) !== 1 || !sunday) continue;
    if (week.some((it) => weekday(it.day) <= 5 && closedDays.has(it.day))) continue;
    weeks.push({ sunday: sunday.day, minutes: week.reduce((sum, it) => sum + it.minutes, 0) });
  }
  const held = weeks.filter(({ minutes }) => minutes > 0);
  const least = held.toSorted((a, b) => a.minutes - b.minutes)[0];
  const greatest = held.toSorted((a, b) => b.minutes - a.minutes)[0];
  const notes: MonthNote[] = [];
  if (least && least.minutes < limits.weekMin) notes.push(odd("HOURS_TOO_LOW", least.sunday, least.minutes / 60));
  if (greatest && greatest.minutes > most) notes.push(odd("HOURS_TOO_HIGH", greatest.sunday, greatest.minutes / 60));
  const longest = days.toSorted((a, b) => b.minutes - a.minutes)[0];
  if (programme.capped && longest && longest.minutes > limits.dayMaxDisability)
    notes.push(odd("DAY_TOO_LONG", longest.day, longest.minutes / 60));
  return notes;
}
