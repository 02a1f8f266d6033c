import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { absenceKinds } from "../../attendance/absence/codes.ts";
import { ATTENDANCE_STATUSES } from "../../attendance/rules.ts";
import { IPZS_STATES } from "../../centre/ipzs/rules.ts";
import { benefitLineKinds, benefitPhases } from "../rules.ts";
import { dayKinds } from "./days.ts";
import { monthNoteCodes } from "./personMonth.ts";

/** `YYYY-MM`. */
export const MonthCode = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Units that are centres, by name. */
export const Centres = z.object({ centres: z.array(z.object({ id: z.uuid(), name: z.string() })) });
export type Centres = z.infer<typeof Centres>;

const Note = z.object({
  weight: z.enum(["MISSING", "ODD"]),
  code: z.enum(monthNoteCodes),
  day: PlainDate.nullable(),
  count: z.number().nullable(),
});

const Day = z.object({ day: PlainDate, kind: z.enum(dayKinds), hasClass: z.boolean() });

const row = {
  personId: z.uuid(),
  ipzsId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  state: z.enum(IPZS_STATES),
  /** Of the last covered day; null when none is. */
  phase: z.enum(benefitPhases).nullable(),
  /** Covered days alone, in order. */
  days: z.array(Day),
  classDays: z.int(),
  presentDays: z.int(),
  unexcusedDays: z.int(),
  sickDays: z.int(),
  otherExcusedDays: z.int(),
  daysOff: z.int(),
  daysOffLeft: z.int(),
  /** Days of the limit used before the month and in it. */
  sickUsedBefore: z.int(),
  benefitGrosze: z.int(),
  notes: z.array(Note),
};
export const MonthRow = z.object(row);
export type MonthRow = z.infer<typeof MonthRow>;

export const CentreMonth = z.object({
  unit: z.object({ id: z.uuid(), name: z.string() }),
  /** Centres of the reader. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  month: MonthCode,
  from: PlainDate,
  to: PlainDate,
  /** Public holidays and days on which the house is closed. */
  closedDays: z.array(PlainDate),
  fullGrosze: z.int(),
  /** The amount that the benefit is reckoned from is unconfirmed. */
  unverifiedAmount: z.boolean(),
  /** Meals that closed registers of the month say were given; null where none says so. Source: docs/domain/rules.md R-CIS-08 */
  mealsGiven: z.int().nullable(),
  people: z.array(MonthRow),
  /** Participants whose classes are not for the reader: they are not among `people` (C7). */
  hidden: z.int(),
  /** Since the working day before: what was told, answered, corrected or decided, newest first, at most 50. */
  changedSince: PlainDate,
  changes: z.array(
    z.object({
      id: z.uuid(),
      ipzsId: z.uuid(),
      personName: z.string(),
      kind: z.string(),
      at: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type CentreMonth = z.infer<typeof CentreMonth>;

export const PersonMonthView = z.object({
  ...row,
  month: MonthCode,
  unitId: z.uuid(),
  fullGrosze: z.int(),
  lines: z.array(
    z.object({
      kind: z.enum(benefitLineKinds),
      days: z.int(),
      amountGrosze: z.int(),
      text: z.string(),
      rule: z.string(),
      article: z.string(),
    }),
  ),
  sickLimit: z.int(),
  daysOffEntitled: z.int(),
  programme: z.object({ trialFrom: PlainDate, trialTo: PlainDate, participationTo: PlainDate, lastDay: PlainDate }),
  classes: z.array(
    z.object({
      sessionId: z.uuid(),
      day: PlainDate,
      minutes: z.int(),
      status: z.enum(ATTENDANCE_STATUSES).nullable(),
      closed: z.boolean(),
    }),
  ),
  excuses: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(absenceKinds),
      from: PlainDate,
      to: PlainDate,
      accepted: z.boolean(),
      hasDocument: z.boolean(),
    }),
  ),
});
export type PersonMonthView = z.infer<typeof PersonMonthView>;
