import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { AttendanceStatus } from "../../attendance/rules.ts";
import { wasThere } from "../../attendance/rules.ts";

/** One class of a participant: `status` is the mark that counts, null while there is none. */
export type MonthClass = { day: PlainDate; minutes: number; status: AttendanceStatus | null; closed: boolean };

/** An absence that was asked to be excused; `accepted`: by the manager. Both days inclusive. */
export type MonthExcuse = { kind: "SICKNESS" | "OTHER_EXCUSED"; from: PlainDate; to: PlainDate; accepted: boolean };

/** How two open readings of the act are read on a day: parameters. */
export type DayReading = {
  /** Sick days are class days instead of calendar days (R-CIS-23 b). */
  sickInClassDays: boolean;
  /** A day is unexcused when the person was away from one of its classes instead of from all (R-CIS-28). */
  unexcusedByPart: boolean;
  /** No benefit before the day of the application (R-CIS-20). */
  fromApplication: boolean;
};

/**
 * What a day was. FREE: no class of the person's, or one that was not held for them; PLANNED: still to come; UNMARKED: past and not
 * marked; PART: there for some classes and away from others.
 */
export const dayKinds = [
  "FREE",
  "PLANNED",
  "UNMARKED",
  "PRESENT",
  "PART",
  "UNEXCUSED",
  "SICK",
  "EXCUSED",
  "DAY_OFF",
] as const;
export type DayKind = (typeof dayKinds)[number];

export type MonthDay = {
  day: PlainDate;
  kind: DayKind;
  /** Minutes of the classes that count. */
  minutes: number;
  /** There is a class that counts. */
  hasClass: boolean;
  /** There for at least one class. */
  there: boolean;
  /** Marks without what they rest on: sickness or another excuse that nobody accepted, a day off without consent. */
  unproven: "SICK" | "EXCUSED" | "DAY_OFF" | null;
  /** The person was suspended from a class. */
  suspended: boolean;
};

/** A class that was not held for the person is no class day: neither presence nor absence. */
const counts = ({ status }: MonthClass) => status !== "NO_CLASS" && status !== "SUSPENDED";

/**
 * What one calendar day was for a participant, each day once, so that no day is taken off twice: an accepted sickness comes first, then
 * presence, a granted day off, another accepted excuse, and the marks of the day's classes. A day is unexcused when the person was
 * away from all classes of the day and one of them without an excuse; whoever was there for a part is not away.
 * Source: docs/domain/rules.md R-CIS-11, R-CIS-22 to 24, R-CIS-28; docs/adr/0043-days-of-a-cis-month.md
 */
export function dayOf(
  day: PlainDate,
  facts: { classes: readonly MonthClass[]; excuses: readonly MonthExcuse[]; dayOff: boolean; inTrial: boolean },
  { sickInClassDays, unexcusedByPart }: Pick<DayReading, "sickInClassDays" | "unexcusedByPart">,
  today: PlainDate,
): MonthDay {
  const held = facts.classes.filter(counts);
  const marks = held.flatMap(({ status }) => status ?? []);
  const has = (status: AttendanceStatus) => marks.includes(status);
  const there = marks.some(wasThere);
  const excused = (kind: MonthExcuse["kind"]) =>
    facts.excuses.some((it) => it.accepted && it.kind === kind && it.from <= day && day <= it.to);
  const minutes = held.reduce((total, it) => total + it.minutes, 0);
  const suspended = facts.classes.some(({ status }) => status === "SUSPENDED");
  const as = (kind: DayKind, unproven: MonthDay["unproven"] = null): MonthDay => {
    return { day, kind, minutes, hasClass: held.length > 0, there, unproven, suspended };
  };

  if (excused("SICKNESS") && (!sickInClassDays || held.length > 0)) return as("SICK");
  if (held.length === 0) return as("FREE");
  if (there) {
    if (!has("ABSENT_UNEXCUSED")) return as(marks.every(wasThere) ? "PRESENT" : "PART");
    return as(unexcusedByPart ? "UNEXCUSED" : "PART");
  }
  if (facts.dayOff && !facts.inTrial) return as("DAY_OFF");
  if (excused("OTHER_EXCUSED")) return as("EXCUSED");
  if (has("ABSENT_UNEXCUSED")) return as("UNEXCUSED");
  if (has("SICK")) return as("SICK", "SICK");
  if (has("ABSENT_EXCUSED")) return as("EXCUSED", "EXCUSED");
  if (has("DAY_OFF")) return as(facts.inTrial ? "EXCUSED" : "DAY_OFF", "DAY_OFF");
  return as(day < today ? "UNMARKED" : "PLANNED");
}
