import { z } from "zod";
import { PlainDate } from "../../platform/time/plainDate.ts";

export const AddTask = z.strictObject({
  taskId: z.uuid(),
  personId: z.uuid(),
  text: z.string().min(1).max(500),
  dueOn: PlainDate.nullable(),
  ownerId: z.uuid().nullable(),
});
export type AddTask = z.infer<typeof AddTask>;

export const taskOutcomes = ["DONE", "PARTLY", "NOT_DONE", "NO_LONGER_RELEVANT"] as const;
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
  ownerId: z.uuid().nullable(),
  version: z.int(),
});
export type TaskLine = z.infer<typeof TaskLine>;

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
  reason: z.enum([
    "INDEPENDENT",
    "HOUSED_WITH_SUPPORT",
    "TRANSFERRED",
    "INTERRUPTED_BY_PERSON",
    "LOST_CONTACT",
    "DECEASED",
    "OTHER",
  ]),
  summary: z.string().max(2000).nullable(),
});
export type EndCase = z.infer<typeof EndCase>;

export const teamParts = [
  "LEADER",
  "SOCIAL_WORKER",
  "PSYCHOLOGIST",
  "VOCATIONAL_COUNSELLOR",
  "ADDICTION_THERAPIST",
  "LAWYER",
  "JOB_COACH",
  "OUTREACH_WORKER",
  "GROUP_LEADER",
  "ASSISTANT",
] as const;
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

/** One person of the caseload: who, where they stand, what is due, when last seen. */
export const CaseloadLine = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  personNo: z.int(),
  name: z.string(),
  stage: z.string(),
  openedOn: PlainDate,
  leaderName: z.string().nullable(),
  nextDue: PlainDate.nullable(),
  lastSeenAt: z.string().nullable(),
});
export type CaseloadLine = z.infer<typeof CaseloadLine>;

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

export const CaseView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  unitName: z.string(),
  openedOn: PlainDate,
  endedOn: PlainDate.nullable(),
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
