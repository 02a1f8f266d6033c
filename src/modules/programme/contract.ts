import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { FitForWork } from "../assessment/contract.ts";
import { cancellationReasons, conflictKinds, leaderKinds } from "./codes.ts";

const moduleForms = ["GROUP", "INDIVIDUAL"] as const;
const moduleCadences = ["EVERY_TWO_WEEKS", "MONTHLY", "AS_NEEDED"] as const;

/** Wall time `HH:MM`. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `plannedHours`: in the project's unit (R-PRG-05), kept as whole minutes. `name` is only for modules of one's own (`code` "OWN"). */
const ModulePlan = z.strictObject({
  moduleId: z.uuid(),
  code: z.string().regex(/^[A-Z][A-Z_]{1,39}$/),
  name: z.string().min(1).max(200).nullable(),
  form: z.enum(moduleForms),
  plannedHours: z.number().min(0).max(2000),
  cadence: z.enum(moduleCadences).nullable(),
  provider: z.string().min(1).max(200).nullable(),
  optional: z.boolean(),
});
export type ModulePlan = z.infer<typeof ModulePlan>;

/** F-34. A new id makes a group; a known one is edited against `base`. A module left out is taken away, when nothing is planned for it. */
export const RecordGroup = z.strictObject({
  groupId: z.uuid(),
  projectId: z.uuid(),
  name: z.string().min(1).max(200),
  groupNo: z.int().min(1).max(1000).nullable(),
  template: z.string().min(1).max(40).nullable(),
  startsOn: PlainDate,
  weeks: z.int().min(1).max(260),
  meetingsPerWeek: z.int().min(1).max(7),
  minutesPerMeeting: z.int().min(15).max(720),
  consultationsInside: z.boolean(),
  capacity: z.int().min(1).max(500),
  modules: z.array(ModulePlan).max(60),
  leaderIds: z.array(z.uuid()).max(10),
});
export type RecordGroup = z.infer<typeof RecordGroup>;

export const AddMembers = z.strictObject({
  groupId: z.uuid(),
  members: z
    .array(z.strictObject({ memberId: z.uuid(), enrolmentId: z.uuid(), validFrom: PlainDate }))
    .min(1)
    .max(60),
});
export type AddMembers = z.infer<typeof AddMembers>;

export const EndMembership = z.strictObject({ memberId: z.uuid(), validUntil: PlainDate });
export type EndMembership = z.infer<typeof EndMembership>;

const place = {
  day: PlainDate,
  startsAt: WallTime,
  minutes: z.int().min(5).max(720),
  /** A room of the group's unit; null = none. */
  roomId: z.uuid().nullable(),
  /** A colleague's account, who leads without one (class_leader), or a volunteer of the unit's register; null = nobody. */
  leaderId: z.uuid().nullable(),
  /**
   * What the sender saw standing in the way and takes all the same; anything else in the way refuses it. Left out by who asks nothing: it is
   * flagged then, not refused (R-REC-02).
   */
  despite: z.array(z.enum(conflictKinds)).max(conflictKinds.length).optional(),
};
export const AddSession = z.strictObject({ sessionId: z.uuid(), groupId: z.uuid(), moduleId: z.uuid(), ...place });
export type AddSession = z.infer<typeof AddSession>;
export const MoveSession = z.strictObject({
  sessionId: z.uuid(),
  ...place,
  reason: z.string().min(1).max(500).nullable(),
});
export type MoveSession = z.infer<typeof MoveSession>;
export const CancelSession = z.strictObject({
  sessionId: z.uuid(),
  reason: z.enum(cancellationReasons),
  note: z.string().min(1).max(500).nullable(),
});
export type CancelSession = z.infer<typeof CancelSession>;

/** `members`: on the day of asking. `nextOn`: next day with a session, today included. */
export const GroupLine = z.object({
  id: z.uuid(),
  name: z.string(),
  groupNo: z.int().nullable(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  capacity: z.int(),
  members: z.int(),
  nextOn: PlainDate.nullable(),
});
export type GroupLine = z.infer<typeof GroupLine>;

/** Two sessions at one time that share a room or a leader; `otherGroup` may be the group itself. */
const Overlap = z.object({
  day: PlainDate,
  startsAt: WallTime,
  sessionId: z.uuid(),
  otherSessionId: z.uuid(),
  otherGroup: z.string(),
  kind: z.enum(["ROOM", "LEADER"]),
  room: z.string().nullable(),
});
export type Overlap = z.infer<typeof Overlap>;

const LostDay = z.object({
  day: PlainDate,
  week: z.int(),
  holiday: z.string().nullable(),
  closure: z.string().nullable(),
});

/** `plannedMinutes` from the plan, `scheduledMinutes` from sessions that are not cancelled. */
export const GroupCard = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  unitId: z.uuid(),
  name: z.string(),
  groupNo: z.int().nullable(),
  template: z.string().nullable(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  weeks: z.int(),
  meetingsPerWeek: z.int(),
  minutesPerMeeting: z.int(),
  minutesPerHour: z.int(),
  consultationsInside: z.boolean(),
  capacity: z.int(),
  members: z.int(),
  version: z.int(),
  modules: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: z.string().nullable(),
      form: z.enum(moduleForms),
      plannedMinutes: z.int(),
      cadence: z.enum(moduleCadences).nullable(),
      provider: z.string().nullable(),
      optional: z.boolean(),
      scheduledMinutes: z.int(),
    }),
  ),
  leaders: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  closures: z.array(z.object({ id: z.uuid(), from: PlainDate, to: PlainDate, reason: z.string() })),
  lost: z.array(LostDay),
  overlaps: z.array(Overlap),
});
export type GroupCard = z.infer<typeof GroupCard>;

export const MemberLine = z.object({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  personNo: z.int(),
  personName: z.string(),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
});
export type MemberLine = z.infer<typeof MemberLine>;

/** `fitness`: of a workshop, for who may know it; else null. */
export const Candidate = MemberLine.extend({ fitness: FitForWork.nullable() });
export type Candidate = z.infer<typeof Candidate>;

export const SessionLine = z.object({
  id: z.uuid(),
  moduleId: z.uuid(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  day: PlainDate,
  startsAt: WallTime,
  minutes: z.int(),
  roomId: z.uuid().nullable(),
  room: z.string().nullable(),
  leaderId: z.uuid().nullable(),
  leaderName: z.string().nullable(),
  version: z.int(),
});
export type SessionLine = z.infer<typeof SessionLine>;

/** What a class of a group may be held in and by: rooms in use and who may be put before it, by name. Of a volunteer who never led here the id is that of the register. */
export const ClassChoices = z.object({
  rooms: z.array(z.object({ id: z.uuid(), name: z.string(), capacity: z.int() })),
  leaders: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(leaderKinds) })),
});
export type ClassChoices = z.infer<typeof ClassChoices>;
