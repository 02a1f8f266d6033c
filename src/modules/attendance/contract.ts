import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { FitForWork } from "../assessment/contract.ts";
import { safetyFlags } from "../person/codes.ts";
import { ISSUED_ITEMS } from "./codes.ts";
import { ATTENDANCE_STATUSES } from "./rules.ts";
import { machineBars } from "./workshop/codes.ts";

export const MarkLine = z.strictObject({
  personId: z.uuid(),
  status: z.enum(ATTENDANCE_STATUSES),
  minutesLate: z.int().min(0).max(720).default(0),
  minutesLeftEarly: z.int().min(0).max(720).default(0),
});
export type MarkLine = z.infer<typeof MarkLine>;

/** A whole register is one command. `reason` is asked for once the register is closed; it is sealed. */
export const MarkAttendance = z.strictObject({
  sessionId: z.uuid(),
  marks: z.array(MarkLine).min(1).max(60),
  reason: z.string().min(1).max(500).nullable(),
});
export type MarkAttendance = z.infer<typeof MarkAttendance>;

/** Clothing or gear that somebody got at a class. */
export const IssueLine = z.strictObject({
  issueId: z.uuid(),
  personId: z.uuid(),
  item: z.enum(ISSUED_ITEMS),
  quantity: z.int().min(1).max(99),
});
export type IssueLine = z.infer<typeof IssueLine>;

/**
 * A substitute ran the class instead of its leader; co-leaders ran it beside whoever led it (R-CIS-05). `lateReason` is asked for
 * when the session was more than 3 days ago. `mealsIssued`: null where none were given.
 */
export const CloseRegister = z.strictObject({
  sessionId: z.uuid(),
  topic: z.string().min(1).max(500),
  content: z.string().min(1).max(5000).nullable(),
  leaderId: z.uuid().nullable(),
  substituteId: z.uuid().nullable(),
  coLeaderIds: z.array(z.uuid()).max(10).default([]),
  heldMinutes: z.int().min(0).max(720),
  workDone: z.string().min(1).max(2000).nullable().default(null),
  mealsIssued: z.int().min(0).max(500).nullable().default(null),
  issued: z.array(IssueLine).max(120).default([]),
  lateReason: z.string().min(1).max(500).nullable(),
});
export type CloseRegister = z.infer<typeof CloseRegister>;

export const TodaySession = z.object({
  sessionId: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  room: z.string().nullable(),
  members: z.int(),
  marked: z.int(),
  closed: z.boolean(),
});
export type TodaySession = z.infer<typeof TodaySession>;

export const Register = z.object({
  sessionId: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  room: z.string().nullable(),
  leaderId: z.uuid().nullable(),
  leaderName: z.string().nullable(),
  /** Whether the reader may mark and close. */
  mayMark: z.boolean(),
  /** Of a centre: meals are given there, and workshops make something. */
  centre: z.boolean(),
  /** The month is locked: a correction belongs to a later list of what is paid. */
  monthLocked: z.boolean(),
  closing: z
    .object({
      topic: z.string(),
      content: z.string().nullable(),
      /** Who led it: the substitute, where there was one. */
      leaderName: z.string().nullable(),
      coLeaderNames: z.array(z.string()),
      /** How many were there, and that they were more than 10 for each who ran the class. */
      present: z.int(),
      tooMany: z.boolean(),
      heldMinutes: z.int(),
      workDone: z.string().nullable(),
      mealsIssued: z.int().nullable(),
      closedBy: z.string().nullable(),
      closedAt: z.string(),
    })
    .nullable(),
  /** Members whose whereabouts are not for the reader: they are not among `people` (C7). */
  hidden: z.int(),
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      /** The mark that counts; null while there is none. */
      status: z.enum(ATTENDANCE_STATUSES).nullable(),
      /** What the register proposes where there is no mark yet; why is not told. Null: nothing, or there is a mark. */
      proposed: z.enum(ATTENDANCE_STATUSES).nullable(),
      /** A day off that the manager granted: nobody else is marked so. */
      dayOff: z.boolean(),
      /** Fingerprints of the codes on the person's cards, for who marks (`cardFingerprint`). */
      cards: z.array(z.string()),
      /** What the person got at this class. */
      issued: z.array(z.object({ item: z.enum(ISSUED_ITEMS), quantity: z.int() })),
      minutesLate: z.int(),
      minutesLeftEarly: z.int(),
      markedBy: z.string().nullable(),
      markedAt: z.string().nullable(),
      /** How many marks were written, and whether the last one corrects a closed register. */
      marks: z.int(),
      corrected: z.boolean(),
      /** In a workshop, for who leads it; null: not for this reader, or no workshop. */
      fitness: FitForWork.nullable(),
      /** What keeps the person from the machine, told as `fitness` is; empty: nothing. */
      bars: z.array(z.enum(machineBars)),
      /** Codes of the safety flags that hold on the day, for who sees them in the person's file. */
      alerts: z.array(z.enum(safetyFlags)),
    }),
  ),
});
export type Register = z.infer<typeof Register>;

/** R-PRG-07: minutes present of minutes held while a member, from closed registers; percent with one decimal, null ("n/a") when nothing was held. */
const Rate = z.object({ heldMinutes: z.int(), presentMinutes: z.int(), percent: z.number().nullable() });

export const ModuleHours = z.object({
  moduleId: z.uuid(),
  code: z.string(),
  name: z.string().nullable(),
  plannedMinutes: z.int(),
  /** What should have been held by today by the calendar. */
  dueMinutes: z.int(),
  deliveredMinutes: z.int(),
  /** Of the plan, one decimal; null when nothing was planned. */
  percent: z.number().nullable(),
  /** Of everybody in the group together (R-PRG-07), no names; null when nothing was held. */
  attendancePercent: z.number().nullable(),
  /** R-PRG-04; only once all sessions of the module are past, or when over the plan. */
  warning: z.enum(["programme.under_delivered", "programme.over_delivered"]).nullable(),
});
export type ModuleHours = z.infer<typeof ModuleHours>;

export const PersonRate = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** False for who was in the group and is not today. */
  inGroup: z.boolean(),
  ...Rate.shape,
  /** Of modules that were held while the person was a member. */
  modules: z.array(Rate.extend({ moduleId: z.uuid() })),
  /** Under the project's completion threshold; null when there is none or nothing was held. */
  belowThreshold: z.boolean().nullable(),
});
export type PersonRate = z.infer<typeof PersonRate>;

export const PersonAttendance = z.object({
  groups: z.array(
    z.object({
      groupId: z.uuid(),
      groupName: z.string(),
      minutesPerHour: z.int(),
      ...Rate.shape,
      /** In the order of the programme; of those that were held while the person was a member. */
      modules: z.array(Rate.extend({ moduleId: z.uuid(), code: z.string(), name: z.string().nullable() })),
    }),
  ),
  /** Null for readers of the summary. Newest first. */
  sessions: z
    .array(
      z.object({
        sessionId: z.uuid(),
        groupName: z.string(),
        moduleCode: z.string(),
        moduleName: z.string().nullable(),
        day: PlainDate,
        minutes: z.int(),
        status: z.enum(ATTENDANCE_STATUSES).nullable(),
        minutesLate: z.int(),
        minutesLeftEarly: z.int(),
      }),
    )
    .nullable(),
});
export type PersonAttendance = z.infer<typeof PersonAttendance>;
