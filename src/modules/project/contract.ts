import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { projectKinds } from "./codes.ts";
import { Confirmation } from "./criteria/contract.ts";

const endingReasons = [
  "COMPLETED",
  "JOB",
  "TRAINING",
  "RESIGNED",
  "NOT_KEEPING_CONTRACT",
  "HEALTH",
  "MOVED",
  "DIED",
  "OTHER",
] as const;
export type EndingReason = (typeof endingReasons)[number];

const text = (max: number) => z.string().min(1).max(max).nullable();
const percent = z.number().min(0).max(100).nullable();

/** F-70. A new id makes a project; a known one is edited against the envelope's `base`. Its criteria are set apart. */
export const RecordProject = z.strictObject({
  projectId: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(projectKinds),
  title: z.string().min(1).max(300),
  number: text(100),
  funder: text(300),
  edition: text(100),
  leadPartner: text(300),
  area: text(500),
  targetGroup: text(1000),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  plannedPersons: z.int().min(1).max(100_000).nullable(),
  socialThresholdPercent: percent,
  employmentThresholdPercent: percent,
  indicatorWindowDays: z.int().min(0).max(1000).nullable(),
  minutesPerHour: z.union([z.literal(60), z.literal(45)]),
  completionThresholdPercent: percent,
  contractRequired: z.boolean(),
});
export type RecordProject = z.infer<typeof RecordProject>;

/** `confirmed`: what was shown for rules that the file does not prove, by the rule's id. `exceptionReason`: why somebody who fails one is taken in. */
export const StartEnrolment = z.strictObject({
  enrolmentId: z.uuid(),
  projectId: z.uuid(),
  caseId: z.uuid(),
  startedOn: PlainDate,
  confirmed: z.array(Confirmation).max(40).default([]),
  exceptionReason: z.string().trim().max(2000).default(""),
  /** Why somebody starts beside the recruitment of the project; empty where that is not so. */
  waivedReason: z.string().trim().max(2000).default(""),
  /** In which group they start; it is asked for where a recruitment of the project is for one. */
  groupId: z.uuid().nullable().default(null),
});
export type StartEnrolment = z.infer<typeof StartEnrolment>;

export const EndEnrolment = z.strictObject({
  enrolmentId: z.uuid(),
  endedOn: PlainDate,
  reason: z.enum(endingReasons),
  accordingToPath: z.boolean(),
  note: z.string().min(1).max(2000).nullable(),
});
export type EndEnrolment = z.infer<typeof EndEnrolment>;

/** `enrolled`: persons who ever started, each once (the N of the indicators); `active`: who take part today. */
export const ProjectLine = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(projectKinds),
  number: z.string().nullable(),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  plannedPersons: z.int().nullable(),
  enrolled: z.int(),
  active: z.int(),
});
export type ProjectLine = z.infer<typeof ProjectLine>;

export const ProjectCard = RecordProject.omit({ projectId: true }).extend({
  id: z.uuid(),
  version: z.int(),
  enrolled: z.int(),
  active: z.int(),
});
export type ProjectCard = z.infer<typeof ProjectCard>;

/** `personName`: first name and initial, or alias; null for readers who see numbers only. */
export const EnrolmentLine = z.object({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  personNo: z.int(),
  personName: z.string().nullable(),
  caseId: z.uuid().nullable(),
  startedOn: PlainDate,
  endedOn: PlainDate.nullable(),
  reason: z.enum(endingReasons).nullable(),
  accordingToPath: z.boolean().nullable(),
  /** Taken in although a rule failed or a condition was lacked. */
  exception: z.boolean(),
});
export type EnrolmentLine = z.infer<typeof EnrolmentLine>;

/**
 * `openCaseId`: the case from which the reader could start an enrolment; null when there is none. `hidden`: the person's whereabouts
 * are not for the reader, so that none of their projects is told (C7).
 */
export const PersonEnrolments = z.object({
  hidden: z.boolean(),
  openCaseId: z.uuid().nullable(),
  enrolments: z.array(
    z.object({
      id: z.uuid(),
      projectId: z.uuid(),
      projectTitle: z.string(),
      startedOn: PlainDate,
      endedOn: PlainDate.nullable(),
      accordingToPath: z.boolean().nullable(),
      /** Whether the reader may see what the start is explained by, and there is something to see. */
      explained: z.boolean(),
    }),
  ),
});
export type PersonEnrolments = z.infer<typeof PersonEnrolments>;
