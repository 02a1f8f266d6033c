import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { MonthCode } from "../month/contract.ts";
import { hourFaults, programmeStates } from "./rules.ts";

/** A class as an edition keeps it. `startsAt` is `HH:MM`. */
export const ProgrammeClass = z.object({
  sessionId: z.uuid(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  groupId: z.uuid(),
  groupName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  room: z.string().nullable(),
  leaderName: z.string().nullable(),
});
export type ProgrammeClass = z.infer<typeof ProgrammeClass>;

const week = z.object({
  monday: PlainDate,
  minutes: z.int(),
  whole: z.boolean(),
  fault: z.enum(hourFaults).nullable(),
});

/** A participant as an edition keeps them: names are not kept. */
export const ProgrammePerson = z.object({
  ipzsId: z.uuid(),
  personId: z.uuid(),
  /** As the individual programme says; null: it does not. */
  weeklyHours: z.number().nullable(),
  capped: z.boolean(),
  weeks: z.array(week),
});
export type ProgrammePerson = z.infer<typeof ProgrammePerson>;

/** In minutes. */
const Limits = z.object({
  weekMin: z.int(),
  weekMax: z.int(),
  weekMaxDisability: z.int(),
  dayMaxDisability: z.int(),
  /** A figure of them is unconfirmed. */
  unverified: z.boolean(),
});

/** All that an edition keeps, under one hash. */
export const ClassContent = z.object({
  unitId: z.uuid(),
  month: MonthCode,
  limits: Limits,
  classes: z.array(ProgrammeClass),
  people: z.array(ProgrammePerson),
});
export type ClassContent = z.infer<typeof ClassContent>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `reason`: why it is prepared anew; empty for the first edition of a month. */
export const PrepareClasses = z.strictObject({
  programmeId: z.uuid(),
  unitId: z.uuid(),
  month: MonthCode,
  seenHash: Hash,
  reason: z.string().trim().max(2000),
});
export type PrepareClasses = z.infer<typeof PrepareClasses>;

export const HourReasons = z
  .array(z.strictObject({ ipzsId: z.uuid(), words: z.string().trim().min(1).max(300) }))
  .max(2000);
export const ApproveClasses = z.strictObject({
  programmeId: z.uuid(),
  seenHash: Hash,
  /** Why somebody's hours are under the least of the law. */
  reasons: HourReasons,
});
export type ApproveClasses = z.infer<typeof ApproveClasses>;

export const ReturnClasses = z.strictObject({ programmeId: z.uuid(), reason: z.string().trim().min(1).max(2000) });
export type ReturnClasses = z.infer<typeof ReturnClasses>;

const unit = z.object({ id: z.uuid(), name: z.string() });

export const ClassEdition = z.object({
  id: z.uuid(),
  no: z.int(),
  classes: z.int(),
  contentHash: Hash,
  preparedBy: z.string(),
  preparedOn: PlainDate,
  reason: z.string(),
  decision: z
    .object({
      decision: z.enum(["APPROVED", "RETURNED"]),
      by: z.string(),
      on: PlainDate,
      /** Why it was returned. */
      reason: z.string(),
    })
    .nullable(),
});
export type ClassEdition = z.infer<typeof ClassEdition>;

/** The class programme of a month, without participants. */
export const ClassProgramme = z.object({
  unit,
  /** Centres of the reader. */
  units: z.array(unit),
  month: MonthCode,
  over: z.boolean(),
  /** By which day it is to be approved. */
  dueOn: PlainDate,
  state: z.enum(programmeStates),
  limits: Limits,
  /** Public holidays and days on which the house is closed. */
  closedDays: z.array(PlainDate),
  /** The edition whose classes are shown; null: the timetable as it stands. */
  shownId: z.uuid().nullable(),
  /** The edition that holds: the last one that was approved. */
  holdsId: z.uuid().nullable(),
  classes: z.array(ProgrammeClass),
  /** What the timetable says otherwise than the edition that is shown. */
  changes: z.array(z.object({ kind: z.enum(["ADDED", "GONE", "MOVED"]), of: ProgrammeClass })),
  /** Of the month as it stands now. */
  nowHash: Hash,
  /** Newest first. */
  editions: z.array(ClassEdition),
  may: z.object({ prepare: z.boolean(), decide: z.boolean(), readPeople: z.boolean() }),
});
export type ClassProgramme = z.infer<typeof ClassProgramme>;

/** Planned hours of participants in the edition that is shown, or as the timetable stands. */
export const ClassProgrammePeople = z.object({
  limits: Limits,
  people: z.array(
    ProgrammePerson.omit({ personId: true }).extend({
      /** First name and initial, alias or number. */
      personName: z.string(),
      /** Why the hours are under the least; empty while nobody has said. */
      reason: z.string(),
    }),
  ),
  /** Participants whose classes are not for the reader (C7). */
  hidden: z.int(),
});
export type ClassProgrammePeople = z.infer<typeof ClassProgrammePeople>;
