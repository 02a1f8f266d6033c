import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { courseBases, courseKinds } from "./codes.ts";

const line = (most: number) => z.string().trim().min(1).max(most);

const facts = {
  projectId: z.uuid().nullable(),
  /** A module of a group whose registers tell who was there; null: attendance is entered. */
  moduleId: z.uuid().nullable(),
  name: line(200),
  kind: z.enum(courseKinds),
  provider: line(200),
  edition: z.string().trim().max(60),
  startsOn: PlainDate,
  endsOn: PlainDate,
  withExam: z.boolean(),
  /** A qualification in the Integrated Qualifications System (ZSK), not only a competence. */
  qualification: z.boolean(),
  costGrosze: z.int().min(0).max(1_000_000_000).nullable(),
};

/** F-37. A new id makes a course; a known one is edited against `base`. Hours in steps of a quarter. */
export const RecordCourse = z.strictObject({
  courseId: z.uuid(),
  unitId: z.uuid(),
  programmeHours: z.number().min(0.25).max(2000).multipleOf(0.25),
  ...facts,
});
export type RecordCourse = z.infer<typeof RecordCourse>;

export const EnrolOnCourse = z.strictObject({
  courseId: z.uuid(),
  participantId: z.uuid(),
  personId: z.uuid(),
  basis: z.enum(courseBases),
  planId: z.uuid().nullable(),
  /** R-EMP-07 */
  lacksDocument: z.boolean(),
  joinedOn: PlainDate,
});
export type EnrolOnCourse = z.infer<typeof EnrolOnCourse>;

export const LeaveCourse = z.strictObject({
  participantId: z.uuid(),
  leftOn: PlainDate,
  reason: z.string().trim().max(500).default(""),
});
export type LeaveCourse = z.infer<typeof LeaveCourse>;

export const takenBack = ["PLACE", "LEAVING", "RECEIPT"] as const;
/** Entered in error; `receiptId` for a receipt. A place is taken back only while no certificate was given. */
export const TakeBackOnCourse = z.strictObject({
  participantId: z.uuid(),
  what: z.enum(takenBack),
  receiptId: z.uuid().nullable(),
});
export type TakeBackOnCourse = z.infer<typeof TakeBackOnCourse>;

/** `attendedMinutes` null: from the registers. The last result counts, earlier ones stay. */
export const NoteCourseResult = z.strictObject({
  resultId: z.uuid(),
  participantId: z.uuid(),
  attendedMinutes: z.int().min(0).max(120_000).nullable(),
  examOn: PlainDate.nullable(),
  examPassed: z.boolean().nullable(),
});
export type NoteCourseResult = z.infer<typeof NoteCourseResult>;

export const IssueCourseItem = z.strictObject({
  receiptId: z.uuid(),
  participantId: z.uuid(),
  item: line(200),
  receivedOn: PlainDate,
});
export type IssueCourseItem = z.infer<typeof IssueCourseItem>;

/** `reason`: why it replaces the one that was given; its number stays. */
export const CertifyCourse = z.strictObject({
  certificateId: z.uuid(),
  participantId: z.uuid(),
  number: line(60),
  issuedOn: PlainDate,
  reason: z.string().trim().max(500).default(""),
});
export type CertifyCourse = z.infer<typeof CertifyCourse>;

/** Numbers of a course, nobody named. */
export const CourseLine = z.object({
  id: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  kind: z.enum(courseKinds),
  provider: z.string(),
  edition: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  programmeMinutes: z.int(),
  minutesPerHour: z.int(),
  participants: z.int(),
  left: z.int(),
  certified: z.int(),
  qualification: z.boolean(),
});
export type CourseLine = z.infer<typeof CourseLine>;
export const CourseList = z.object({
  courses: z.array(CourseLine),
  mayKeep: z.boolean(),
  /** Of the reader's, for whoever keeps courses. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  projects: z.array(z.object({ id: z.uuid(), title: z.string(), minutesPerHour: z.int() })),
  modules: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string().nullable(), groupName: z.string() })),
});
export type CourseList = z.infer<typeof CourseList>;

export const courseLacks = ["LEFT", "NOT_ENDED", "NO_ATTENDANCE", "BELOW_THRESHOLD", "EXAM_NOT_PASSED"] as const;
export type CourseLack = (typeof courseLacks)[number];

const Participant = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  basis: z.enum(courseBases),
  /** Null for those who do not send people on courses, as are the reasons below. */
  lacksDocument: z.boolean().nullable(),
  joinedOn: PlainDate,
  leaving: z.object({ leftOn: PlainDate, reason: z.string() }).nullable(),
  /** From registers or as entered; null: nothing is known yet. */
  attended: z
    .object({ minutes: z.int(), ofMinutes: z.int(), percent: z.number(), fromRegisters: z.boolean() })
    .nullable(),
  exam: z.object({ on: PlainDate, passed: z.boolean() }).nullable(),
  receipts: z.array(z.object({ id: z.uuid(), item: z.string(), receivedOn: PlainDate })),
  /** Every version, the one that holds first. */
  certificates: z.array(
    z.object({ no: z.int(), number: z.string(), issuedOn: PlainDate, by: z.string(), reason: z.string() }),
  ),
  /** Why no certificate can be given today; empty: it can. */
  lacks: z.array(z.enum(courseLacks)),
});
export type CourseParticipant = z.infer<typeof Participant>;

export const CourseCard = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  projectTitle: z.string().nullable(),
  moduleName: z.string().nullable(),
  programmeMinutes: z.int(),
  /** Of the project: 60, or 45 for teaching hours (R-PRG-05). */
  minutesPerHour: z.int(),
  version: z.int(),
  ...facts,
  thresholdPercent: z.number(),
  /** The threshold is the project's, not the organisation's. */
  thresholdOfProject: z.boolean(),
  mayKeep: z.boolean(),
  participants: z.array(Participant),
  /** People of whom the reader may not know where they are. */
  hidden: z.int(),
});
export type CourseCard = z.infer<typeof CourseCard>;
