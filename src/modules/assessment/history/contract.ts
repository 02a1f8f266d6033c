import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import {
  documentStates,
  exactnesses,
  leavings,
  periodFields,
  qualificationFields,
  qualificationKinds,
  workForms,
} from "./codes.ts";

/** Both days inclusive; `to` null: still going on. Periods may overlap. An empty text: not known. */
export const RecordWorkPeriod = z.strictObject({
  periodId: z.uuid(),
  personId: z.uuid(),
  form: z.enum(workForms),
  from: PlainDate,
  to: PlainDate.nullable(),
  /** Of MONTH and YEAR only that much of both days is meant. */
  exactness: z.enum(exactnesses),
  employer: z.string().max(200),
  post: z.string().max(200),
  leaving: z.enum(leavings).nullable(),
  leavingNote: z.string().max(1000),
  certificate: z.enum(documentStates),
  /** Who can give the certificate again. */
  institution: z.string().max(200),
  /** Of an edit: what the sender changed; the rest stays as it stands now. Without it all of it counts as changed. */
  changed: z.array(z.enum(periodFields)).optional(),
});
export type RecordWorkPeriod = z.infer<typeof RecordWorkPeriod>;

export const RecordQualification = z.strictObject({
  qualificationId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(qualificationKinds),
  name: z.string().trim().min(1).max(200),
  year: z.int().min(1900).max(2200).nullable(),
  document: z.enum(documentStates),
  institution: z.string().max(200),
  /** As of a period. */
  changed: z.array(z.enum(qualificationFields)).optional(),
});
export type RecordQualification = z.infer<typeof RecordQualification>;

export const WithdrawWorkPeriod = z.strictObject({ periodId: z.uuid() });
export const WithdrawQualification = z.strictObject({ qualificationId: z.uuid() });

/** A registration at the labour office, both days inclusive; `to` null: it goes on. An empty office: not known. */
export const RecordRegistration = z.strictObject({
  registrationId: z.uuid(),
  personId: z.uuid(),
  office: z.string().max(200),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type RecordRegistration = z.infer<typeof RecordRegistration>;

export const EndRegistration = z.strictObject({ registrationId: z.uuid(), personId: z.uuid(), endedOn: PlainDate });
export type EndRegistration = z.infer<typeof EndRegistration>;

/** A task to recover the paper of one entry; `entryId` of a work period or a qualification. */
export const RecoverDocument = z.strictObject({ personId: z.uuid(), entryId: z.uuid(), dueOn: PlainDate });
export type RecoverDocument = z.infer<typeof RecoverDocument>;

const { periodId: _1, personId: _2, changed: _5, ...ofPeriod } = RecordWorkPeriod.shape;
export const WorkPeriod = z.object({ id: z.uuid(), version: z.int(), ...ofPeriod });
export type WorkPeriod = z.infer<typeof WorkPeriod>;

const { qualificationId: _3, personId: _4, changed: _6, ...ofQualification } = RecordQualification.shape;
export const Qualification = z.object({ id: z.uuid(), version: z.int(), ...ofQualification });
export type Qualification = z.infer<typeof Qualification>;

const Range = z.object({ from: PlainDate, to: PlainDate.nullable() });
export type Range = z.infer<typeof Range>;

export const StatusLine = z.object({
  rule: z.enum(["LABOUR_LAW", "EU_MONITORING", "PROJECT_RULE"]),
  met: z.boolean(),
  /** Message key of the sentence that explains it. */
  reason: z.enum(["counted", "continuous", "exactly", "not_registered", "never"]),
  /** First day of the time looked at, or of the registration. */
  since: PlainDate.nullable(),
  /** Whole months from `since` to the day asked about; of labour law: none. */
  months: z.int().nullable(),
  days: z.int(),
  moreThanDays: z.int(),
  overMonths: z.int(),
  windowMonths: z.int().nullable(),
  /** Whether the numbers were checked in a primary source. */
  verified: z.boolean(),
  source: z.string(),
});
export type StatusLine = z.infer<typeof StatusLine>;

const MonthsSince = z.strictObject({ since: PlainDate, months: z.int() });

/** What the vocational assessment takes from the work history, as of a day. Source: docs/domain/forms.md F-23 */
export const WorkFacts = z.strictObject({
  on: PlainDate,
  /** How many entries there are. */
  periods: z.int(),
  qualifications: z.int(),
  /** Whole months without a break by registrations at the labour office and the person's word; null: neither on that day. */
  unemployed: MonthsSince.nullable(),
  /** Whole months since the last known work ended; null: at work, or no work is known. */
  sinceLastWork: MonthsSince.nullable(),
});
export type WorkFacts = z.infer<typeof WorkFacts>;

export const WorkHistory = z.object({
  personId: z.uuid(),
  personName: z.string(),
  on: PlainDate,
  mayWrite: z.boolean(),
  /** Oldest first; withdrawn ones are left out. */
  periods: z.array(WorkPeriod),
  qualifications: z.array(Qualification),
  /** Registrations at the labour office. */
  registered: z.array(
    z.object({ id: z.uuid(), from: PlainDate, to: PlainDate.nullable(), office: z.string().nullable() }),
  ),
  gaps: z.array(z.object({ from: PlainDate, to: PlainDate, months: z.int(), registeredDays: z.int(), days: z.int() })),
  /** Registered as unemployed and at work on the same days: one of both is wrong, or both are true. */
  clashes: z.array(z.object({ periodId: z.uuid(), from: PlainDate, to: PlainDate })),
  statuses: z.array(StatusLine),
  withoutWork: z.object({ since: PlainDate.nullable(), months: z.int() }).nullable(),
  /** Entries whose paper is lost, with the open task that recovers it. */
  lost: z.array(
    z.object({
      entryId: z.uuid(),
      task: z.object({ dueOn: PlainDate.nullable(), owner: z.string().nullable() }).nullable(),
    }),
  ),
});
export type WorkHistory = z.infer<typeof WorkHistory>;
