import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { BenefitSpan } from "../rules.ts";

export const monthNoteCodes = [
  "REGISTER_OPEN",
  "MARK_MISSING",
  "SICK_WITHOUT_NOTE",
  "EXCUSED_WITHOUT_DECISION",
  "EXCUSE_WAITS",
  "DAY_OFF_NOT_GRANTED",
  "NOT_APPLIED",
  "APPLIED_LATE",
  "TRIAL_ENDS",
  "PROGRAMME_ENDS",
  "NO_CLASSES",
  "TOO_MANY_UNEXCUSED",
  "UNEXCUSED_AT_MOST",
  "SICK_LIMIT_NEAR",
  "DAYS_OFF_NEAR",
  "CAME_THOUGH_EXCUSED",
  "SUSPENDED",
  "HOURS_TOO_LOW",
  "HOURS_TOO_HIGH",
  "DAY_TOO_LONG",
  "LAW_UNVERIFIED",
] as const;
export type MonthNoteCode = (typeof monthNoteCodes)[number];

/** What somebody has to look at before the month of a participant is closed. `MISSING` keeps it from being right, `ODD` may be right. */
export type MonthNote = {
  weight: "MISSING" | "ODD";
  code: MonthNoteCode;
  /** The day or the last day that it is about; null: the month. */
  day: PlainDate | null;
  /** Days, hours or sessions, by its code; words for it: `noteMessages.ts`. */
  count: number | null;
};

/**
 * A participant's month as the benefit needs it, from programme (IPZS), registers and excuses. `spans` is what `benefitOf` takes: one for
 * each phase or law, empty where nothing is covered. Days are inclusive; counts are whole days.
 */
export type PersonMonth = {
  /** The record that stays, of somebody whose records were joined. */
  personId: string;
  ipzsId: string;
  spans: BenefitSpan[];
  /**
   * Days of sickness within the limit used in this participation before the month, as `benefitOf` takes it. Where the limit is counted
   * for each sickness, the figure that leaves `benefitOf` as many days within it as the sicknesses of the month have: it may be below zero.
   */
  sickDaysUsedBefore: number;
  classDays: number;
  presentDays: number;
  daysOffLeft: number;
  /** Of which programme: its days, inclusive, and how many days off it brings in all; left out where nobody says. */
  programmeDays?: { trialFrom: PlainDate; trialTo: PlainDate; lastDay: PlainDate; daysOffEntitled: number };
  notes: MonthNote[];
};

/** Of a participant's month what its amount comes from. */
export type PersonSpans = Pick<PersonMonth, "personId" | "ipzsId" | "spans" | "sickDaysUsedBefore">;
