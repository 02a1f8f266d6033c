import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { BenefitSpan } from "../rules.ts";

/** What somebody has to look at before the month of a participant is closed. `MISSING` keeps it from being right, `ODD` may be right. */
export type MonthNote = {
  weight: "MISSING" | "ODD";
  code:
    | "REGISTER_OPEN"
    | "MARK_MISSING"
    | "SICK_WITHOUT_NOTE"
    | "NO_CLASSES"
    | "TRIAL_ENDS"
    | "PROGRAMME_ENDS"
    | "SICK_LIMIT_NEAR"
    | "DAYS_OFF_NEAR"
    | "TOO_MANY_UNEXCUSED"
    | "HOURS_TOO_LOW"
    | "HOURS_TOO_HIGH"
    | "DAY_OFF_NOT_GRANTED"
    | "LAW_UNVERIFIED";
  /** The day or the last day that it is about; null: the month. */
  day: PlainDate | null;
  /** Days, hours or sessions, by its code. */
  count: number | null;
};

/**
 * A participant's month as the benefit needs it, from programme (IPZS), registers and excuses. `spans` is what `benefitOf` takes: one for
 * each phase or law, empty where nothing is covered. Days are inclusive; counts are whole days.
 */
export type PersonMonth = {
  personId: string;
  ipzsId: string;
  spans: BenefitSpan[];
  /** Days of sickness within the limit used in this participation before the month. */
  sickDaysUsedBefore: number;
  classDays: number;
  presentDays: number;
  daysOffLeft: number;
  notes: MonthNote[];
};
