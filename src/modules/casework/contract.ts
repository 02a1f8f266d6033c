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
