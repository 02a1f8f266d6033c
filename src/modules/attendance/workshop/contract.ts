import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { Register } from "../contract.ts";
import { habits, machineBars, opinionKinds, tasksAtOnce } from "./codes.ts";

const words = (max: number) => z.string().trim().max(max);
const Level = z.int().min(0).max(4);
const Grade = z.int().min(1).max(5);

const Task = z.strictObject({ taskId: z.uuid(), name: z.string().trim().min(1).max(100) });

/** F-38: the card of a workshop; its instructor and people are those of the group. */
export const RecordWorkshop = z.strictObject({
  groupId: z.uuid(),
  profile: words(300),
  stations: words(1000),
  capacity: z.int().min(1).max(200).nullable(),
  tasks: z
    .array(Task)
    .max(tasksAtOnce)
    .refine((tasks) => new Set(tasks.map(({ taskId }) => taskId)).size === tasks.length),
});
export type RecordWorkshop = z.infer<typeof RecordWorkshop>;

/** `week`: its Monday. */
export const MarkSkills = z.strictObject({
  groupId: z.uuid(),
  week: PlainDate,
  marks: z
    .array(z.strictObject({ markId: z.uuid(), personId: z.uuid(), taskId: z.uuid(), level: Level }))
    .min(1)
    .max(500),
});
export type MarkSkills = z.infer<typeof MarkSkills>;

/** `month`: its first day. */
export const MarkHabits = z.strictObject({
  groupId: z.uuid(),
  month: PlainDate,
  marks: z
    .array(z.strictObject({ markId: z.uuid(), personId: z.uuid(), habit: z.enum(habits), grade: Grade }))
    .min(1)
    .max(500),
});
export type MarkHabits = z.infer<typeof MarkHabits>;

/** `month`: the first day of the month that it speaks of. */
export const WriteOpinion = z.strictObject({
  opinionId: z.uuid(),
  groupId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(opinionKinds),
  month: PlainDate,
  words: z.string().trim().min(1).max(4000),
});
export type WriteOpinion = z.infer<typeof WriteOpinion>;

/** Everybody who is kept from the machine today, in one act. */
export const GiveOtherTask = z.strictObject({
  groupId: z.uuid(),
  personIds: z
    .array(z.uuid())
    .min(1)
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length),
});
export type GiveOtherTask = z.infer<typeof GiveOtherTask>;

export const WorkshopLine = z.object({ groupId: z.uuid(), name: z.string(), members: z.int(), mayMark: z.boolean() });
export type WorkshopLine = z.infer<typeof WorkshopLine>;

/** Of a week, how far somebody got in what was practised: the sum of the levels and what it could be. */
export const Progress = z.object({ week: PlainDate, sum: z.int(), of: z.int() });
export type Progress = z.infer<typeof Progress>;

const Opinion = z.object({
  kind: z.enum(opinionKinds),
  month: PlainDate,
  words: z.string(),
  by: z.string(),
  on: PlainDate,
});

export const WorkshopPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** Empty: may go to the machine. Never why. Null: the reader is not told. */
  bars: z.array(z.enum(machineBars)).nullable(),
  /** The group has met on no day of theirs before today. */
  firstDay: z.boolean(),
  /** As a register tells it: until when, and what the person does not do at work. */
  fitness: Register.shape.people.element.shape.fitness,
  /** Clothes and equipment given, the last first: under the programme, and at classes, where they are counted. */
  equipment: z.array(
    z.object({ kind: z.string(), givenOn: PlainDate, until: PlainDate.nullable(), quantity: z.int().nullable() }),
  ),
  /** Was given another task today. */
  otherTask: z.boolean(),
  levels: z.array(z.object({ taskId: z.uuid(), level: Level })),
  habits: z.array(z.object({ habit: z.enum(habits), grade: Grade })),
  progress: z.array(Progress),
  opinions: z.array(Opinion),
});
export type WorkshopPerson = z.infer<typeof WorkshopPerson>;

/** `hidden`: people of the group whom the reader may not know of (C7). */
export const Workshop = RecordWorkshop.extend({
  name: z.string(),
  version: z.int(),
  week: PlainDate,
  month: PlainDate,
  instructors: z.array(z.string()),
  tooMany: z.boolean(),
  mayRecord: z.boolean(),
  mayMark: z.boolean(),
  people: z.array(WorkshopPerson),
  hidden: z.int(),
});
export type Workshop = z.infer<typeof Workshop>;
