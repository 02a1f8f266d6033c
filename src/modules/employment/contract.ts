import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import {
  checkStatuses,
  coachActivities,
  contractForms,
  employerSizes,
  financings,
  placementKinds,
  placementResults,
} from "./codes.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable();

/** F-50. NIP and REGON as typed; kept in digits. */
export const RecordEmployer = z.strictObject({
  employerId: z.uuid(),
  name: z.string().trim().min(1).max(200),
  nip: words(20),
  regon: words(20),
  address: words(300),
  size: z.enum(employerSizes).nullable(),
  contactPerson: words(200),
  contactPhone: words(40),
  workplace: words(2000),
  conditions: words(2000),
});
export type RecordEmployer = z.infer<typeof RecordEmployer>;

const declarationContent = {
  signedBy: words(200),
  personsCount: z.int().min(1).max(1000),
  positions: words(1000),
  /** Share of full time, 0.01 to 1. */
  workingTimeFraction: z.number().min(0.01).max(1).nullable(),
  weeklyHours: z.number().positive().max(80).nullable(),
  durationMonths: z.int().min(1).max(600).nullable(),
  durationUntil: PlainDate.nullable(),
  indefinite: z.boolean(),
  contractForm: z.enum(contractForms).nullable(),
  conditions: words(2000),
  /** A stored file: the signed scan. */
  fileId: z.uuid().nullable(),
};
/** F-51. What is missing may be added with `declaration.complete`; without it the declaration confirms nothing (R-EMP-05). */
export const RecordDeclaration = z.strictObject({
  declarationId: z.uuid(),
  employerId: z.uuid(),
  signedOn: PlainDate,
  ...declarationContent,
});
export type RecordDeclaration = z.infer<typeof RecordDeclaration>;
export const CompleteDeclaration = z.strictObject({ declarationId: z.uuid(), ...declarationContent });
export type CompleteDeclaration = z.infer<typeof CompleteDeclaration>;

const preparation = {
  agreementNo: words(100),
  agreementOn: PlainDate.nullable(),
  medicalExamOn: PlainDate.nullable(),
  /** Last day on which the exam holds; null = without limit. */
  medicalExamUntil: PlainDate.nullable(),
  safetyTrainingOn: PlainDate.nullable(),
  insuredFrom: PlainDate.nullable(),
  mentor: words(200),
  disclosureAgreed: z.boolean(),
  /** What may be told to the employer, in the person's words. */
  disclosure: words(1000),
};
/** F-52. `untilOn` null: six months (R-EMP-01). */
export const PlanPlacement = z.strictObject({
  placementId: z.uuid(),
  personId: z.uuid(),
  employerId: z.uuid(),
  kind: z.enum(placementKinds),
  financing: z.enum(financings).nullable(),
  startsOn: PlainDate,
  untilOn: PlainDate.nullable(),
  shorterReason: words(500),
  weeklyHours: z.number().positive().max(80).nullable(),
  programme: words(2000),
  coachId: z.uuid().nullable(),
  ...preparation,
});
export type PlanPlacement = z.infer<typeof PlanPlacement>;
export const PreparePlacement = z.strictObject({ placementId: z.uuid(), ...preparation });
export type PreparePlacement = z.infer<typeof PreparePlacement>;
export const StartPlacement = z.strictObject({ placementId: z.uuid(), startedOn: PlainDate });
export type StartPlacement = z.infer<typeof StartPlacement>;
export const EndPlacement = z.strictObject({
  placementId: z.uuid(),
  endedOn: PlainDate,
  result: z.enum(placementResults),
  reason: words(500),
  opinion: words(2000),
});
export type EndPlacement = z.infer<typeof EndPlacement>;

/** F-54: one look at whether the job was kept. */
export const RecordCheck = z.strictObject({
  checkId: z.uuid(),
  placementId: z.uuid(),
  months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
  checkedOn: PlainDate,
  status: z.enum(checkStatuses),
  contractForm: z.enum(contractForms).nullable(),
  wageAtLeastMinimum: z.boolean().nullable(),
});
export type RecordCheck = z.infer<typeof RecordCheck>;

/** F-53. About a person, an employer or both; both only with the person's agreement (R-EMP-04). */
export const WriteCoachLog = z.strictObject({
  logId: z.uuid(),
  personId: z.uuid().nullable(),
  employerId: z.uuid().nullable(),
  activity: z.enum(coachActivities),
  doneOn: PlainDate,
  minutes: z.int().min(1).max(1440),
  disclosureAgreed: z.boolean(),
  note: words(2000),
  nextOn: PlainDate.nullable(),
});
export type WriteCoachLog = z.infer<typeof WriteCoachLog>;

export const EmployerLine = z.object({
  id: z.uuid(),
  name: z.string(),
  nip: z.string().nullable(),
  address: z.string().nullable(),
  contactPerson: z.string().nullable(),
  contactPhone: z.string().nullable(),
  placementsNow: z.int(),
  declared: z.int(),
  used: z.int(),
  lastContactOn: PlainDate.nullable(),
});
export type EmployerLine = z.infer<typeof EmployerLine>;

/** `missing`: refusal codes of what it lacks to confirm anything. */
export const DeclarationLine = z.object({
  id: z.uuid(),
  employerId: z.uuid(),
  employerName: z.string(),
  signedBy: z.string().nullable(),
  signedOn: PlainDate,
  personsCount: z.int(),
  used: z.int(),
  free: z.int(),
  positions: z.string().nullable(),
  workingTimeFraction: z.number().nullable(),
  weeklyHours: z.number().nullable(),
  durationMonths: z.int().nullable(),
  durationUntil: PlainDate.nullable(),
  indefinite: z.boolean(),
  contractForm: z.enum(contractForms).nullable(),
  conditions: z.string().nullable(),
  fileId: z.uuid().nullable(),
  missing: z.array(z.string()),
  version: z.int(),
});
export type DeclarationLine = z.infer<typeof DeclarationLine>;

export const EmployerView = z.object({
  id: z.uuid(),
  name: z.string(),
  nip: z.string().nullable(),
  regon: z.string().nullable(),
  address: z.string().nullable(),
  size: z.enum(employerSizes).nullable(),
  contactPerson: z.string().nullable(),
  contactPhone: z.string().nullable(),
  workplace: z.string().nullable(),
  conditions: z.string().nullable(),
  contacts: z.array(
    z.object({ id: z.uuid(), activity: z.enum(coachActivities), doneOn: PlainDate, authorName: z.string() }),
  ),
});
export type EmployerView = z.infer<typeof EmployerView>;

/** `personName`: first name and initial, or alias. */
export const PlacementLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  /** Null while the person's whereabouts are protected and the reader is not on their list (C7). */
  employerId: z.uuid().nullable(),
  employerName: z.string().nullable(),
  kind: z.enum(placementKinds),
  startsOn: PlainDate,
  untilOn: PlainDate,
  startedOn: PlainDate.nullable(),
  endedOn: PlainDate.nullable(),
  result: z.enum(placementResults).nullable(),
  /** Refusal codes of what keeps it from starting on `startsOn`; empty once started. */
  missing: z.array(z.string()),
  nextCheckOn: PlainDate.nullable(),
});
export type PlacementLine = z.infer<typeof PlacementLine>;

export const PlacementView = PlacementLine.omit({ nextCheckOn: true }).extend({
  financing: z.enum(financings).nullable(),
  agreementNo: z.string().nullable(),
  agreementOn: PlainDate.nullable(),
  weeklyHours: z.number().nullable(),
  /** A warning code, such as over the weekly limit of socially useful work. */
  warning: z.string().nullable(),
  programme: z.string().nullable(),
  mentor: z.string().nullable(),
  coachName: z.string().nullable(),
  medicalExamOn: PlainDate.nullable(),
  medicalExamUntil: PlainDate.nullable(),
  safetyTrainingOn: PlainDate.nullable(),
  insuredFrom: PlainDate.nullable(),
  disclosureAgreed: z.boolean(),
  disclosure: z.string().nullable(),
  endReason: z.string().nullable(),
  opinion: z.string().nullable(),
  version: z.int(),
  checks: z.array(
    z.object({
      months: z.int(),
      dueOn: PlainDate,
      checkedOn: PlainDate.nullable(),
      status: z.enum(checkStatuses).nullable(),
    }),
  ),
});
export type PlacementView = z.infer<typeof PlacementView>;

/** `personName`: first name and initial, or alias. The note is told one entry at a time. */
export const CoachLogLine = z.object({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  employerId: z.uuid().nullable(),
  employerName: z.string().nullable(),
  activity: z.enum(coachActivities),
  doneOn: PlainDate,
  minutes: z.int(),
  nextOn: PlainDate.nullable(),
  authorName: z.string(),
  hasNote: z.boolean(),
});
export type CoachLogLine = z.infer<typeof CoachLogLine>;
export const CoachLogEntry = CoachLogLine.extend({ note: z.string().nullable() });
export type CoachLogEntry = z.infer<typeof CoachLogEntry>;

/** What the person agreed that an employer may hear, with whom and when. Source: docs/domain/rules.md R-EMP-04 */
export const AgreedDisclosure = z.object({ words: z.string(), agreedOn: PlainDate, by: z.string() });
export type AgreedDisclosure = z.infer<typeof AgreedDisclosure>;
