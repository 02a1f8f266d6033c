import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { caseEndReasons, glassVerdicts, taskOutcomes, taskOwners, teamParts } from "./codes.ts";

export const AddTask = z.strictObject({
  taskId: z.uuid(),
  personId: z.uuid(),
  text: z.string().min(1).max(500),
  dueOn: PlainDate.nullable(),
  ownerId: z.uuid().nullable(),
});
export type AddTask = z.infer<typeof AddTask>;

export const EndTask = z.strictObject({
  taskId: z.uuid(),
  outcome: z.enum(taskOutcomes),
  note: z.string().max(1000).nullable(),
});
export type EndTask = z.infer<typeof EndTask>;

/** A task as lists show it. `personName`: first name and initial, or alias; null for a task about nobody. */
export const TaskLine = z.object({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  kind: z.string(),
  text: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  dueOn: PlainDate.nullable(),
  /** Null: nobody's own, whoever of the unit takes it. */
  ownerId: z.uuid().nullable(),
  sourceType: z.string().nullable(),
  sourceId: z.uuid().nullable(),
  version: z.int(),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** Whose open tasks: those that I own, or those of my units that nobody owns. */
export const ListTasks = z.strictObject({ whose: z.enum(taskOwners).default("mine") });

/** Something with a last day. A line that came out of a task has its `taskId`. */
export const DeadlineLine = z.object({
  id: z.string(),
  taskId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  kind: z.string(),
  text: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  dueOn: PlainDate,
  /** False: of my unit, owned by nobody. */
  mine: z.boolean(),
});
export type DeadlineLine = z.infer<typeof DeadlineLine>;

export const OpenCase = z.strictObject({
  caseId: z.uuid(),
  personId: z.uuid(),
  unitId: z.uuid(),
  openedOn: PlainDate,
  leaderId: z.uuid().nullable(),
});
export type OpenCase = z.infer<typeof OpenCase>;

export const EndCase = z.strictObject({
  caseId: z.uuid(),
  endedOn: PlainDate,
  reason: z.enum(caseEndReasons),
  summary: z.string().max(2000).nullable(),
});
export type EndCase = z.infer<typeof EndCase>;

export const JoinTeam = z.strictObject({
  memberId: z.uuid(),
  caseId: z.uuid(),
  accountId: z.uuid(),
  part: z.enum(teamParts),
  validFrom: PlainDate,
});
export type JoinTeam = z.infer<typeof JoinTeam>;
export const LeaveTeam = z.strictObject({ memberId: z.uuid(), validUntil: PlainDate });
export type LeaveTeam = z.infer<typeof LeaveTeam>;

export const BreakGlass = z.strictObject({
  glassId: z.uuid(),
  personId: z.uuid(),
  reason: z.string().min(10).max(500),
});
export type BreakGlass = z.infer<typeof BreakGlass>;

export const ReviewGlass = z.strictObject({ glassId: z.uuid(), verdict: z.enum(glassVerdicts) });
export type ReviewGlass = z.infer<typeof ReviewGlass>;

/** One opening in an emergency, as whoever reviews it reads it: a person's number, never the name. */
export const GlassView = z.object({
  id: z.uuid(),
  personNo: z.int(),
  brokenBy: z.string(),
  reason: z.string(),
  openedAt: z.string(),
  untilAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  verdict: z.string().nullable(),
});
export type GlassView = z.infer<typeof GlassView>;

/**
 * One person of the caseload, once whatever the number of their open cases (`cases`; what is said of a case is of the one nearest to
 * me): who, where they stand, what is due, when last seen. `lastSeenAt` is the newest line of the
 * timeline that I may read and that is not desk work about the case itself.
 */
export const CaseloadLine = z.object({
  caseId: z.uuid(),
  cases: z.int(),
  personId: z.uuid(),
  personNo: z.int(),
  name: z.string(),
  stage: z.string(),
  openedOn: PlainDate,
  leaderName: z.string().nullable(),
  /** I lead the case or am in its team today. */
  mine: z.boolean(),
  nextDue: PlainDate.nullable(),
  lastSeenAt: z.string().nullable(),
});
export type CaseloadLine = z.infer<typeof CaseloadLine>;

/** `total`: how many there are, also those beyond the limit of the answer. */
export const CaseloadView = z.object({ people: z.array(CaseloadLine), total: z.int() });
export type CaseloadView = z.infer<typeof CaseloadView>;

/** One line of the person's timeline. Words come from the messages of the room that told it, by `kind`. */
export const TimelineLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  section: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actorName: z.string().nullable(),
  subjectType: z.string(),
  subjectId: z.uuid(),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineLine = z.infer<typeof TimelineLine>;

/** `more`: ask again with `before` and `beforeId` of the last line. */
export const TimelineView = z.object({ lines: z.array(TimelineLine), more: z.boolean() });
export type TimelineView = z.infer<typeof TimelineView>;

export const CaseView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  unitName: z.string(),
  openedOn: PlainDate,
  endedOn: PlainDate.nullable(),
  endReason: z.string().nullable(),
  stage: z.string(),
  version: z.int(),
  team: z.array(
    z.object({
      memberId: z.uuid(),
      accountId: z.uuid(),
      name: z.string(),
      part: z.string(),
      validFrom: PlainDate,
      validUntil: PlainDate.nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      fromStage: z.string(),
      toStage: z.string(),
      act: z.string(),
      movedAt: z.string(),
      movedBy: z.string().nullable(),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

/** Who opened one's own file: one line for a reader, a day and a section. */
export const OwnReaderLine = z.object({
  day: PlainDate,
  readerName: z.string(),
  jobTitle: z.string().nullable(),
  section: z.string().nullable(),
  times: z.int(),
});
export type OwnReaderLine = z.infer<typeof OwnReaderLine>;
