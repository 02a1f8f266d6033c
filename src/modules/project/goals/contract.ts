import { z } from "zod";
import { indicatorUnits } from "../plan/codes.ts";
import { goalKinds } from "./codes.ts";

/** A module of the project in all its groups. `name`: only for modules of one's own, else "". */
const ModuleRef = z.strictObject({ code: z.string().trim().min(1).max(60), name: z.string().trim().max(200) });
export type ModuleRef = z.infer<typeof ModuleRef>;

const Goal = z.strictObject({
  goalId: z.uuid(),
  kind: z.enum(goalKinds),
  words: z.string().trim().min(1).max(1000),
  /** Classes that serve it. */
  modules: z.array(ModuleRef).max(60),
  /** By what it is known that it was reached. */
  indicatorIds: z.array(z.uuid()).max(60),
});
export type Goal = z.infer<typeof Goal>;

/** The aims of a project as they stand from now on; the card's version is the base. */
export const RecordProjectGoals = z.strictObject({ projectId: z.uuid(), goals: z.array(Goal).max(40) });
export type RecordProjectGoals = z.infer<typeof RecordProjectGoals>;

/**
 * One module over all groups of a project. `aheadMinutes`: stands in the calendar or may still be written; `missingMinutes`: neither
 * held nor anywhere in the calendar, each group by itself, so that one group's surplus hides no other's lack.
 */
export const ProjectModule = ModuleRef.extend({
  /** How it is called, in each language of the house. */
  words: z.object({ pl: z.string(), en: z.string(), uk: z.string() }),
  groups: z.int(),
  plannedMinutes: z.int(),
  heldMinutes: z.int(),
  aheadMinutes: z.int(),
  missingMinutes: z.int(),
});
export type ProjectModule = z.infer<typeof ProjectModule>;

export const ProjectGoals = z.object({
  projectId: z.uuid(),
  title: z.string(),
  version: z.int(),
  mayChange: z.boolean(),
  /** Of the project's hour (R-PRG-05). */
  minutesPerHour: z.int(),
  /** The main aim first. */
  goals: z.array(Goal),
  modules: z.array(ProjectModule),
  indicators: z.array(
    z.object({
      indicatorId: z.uuid(),
      code: z.string(),
      definition: z.string(),
      target: z.number().nullable(),
      unit: z.enum(indicatorUnits),
    }),
  ),
});
export type ProjectGoals = z.infer<typeof ProjectGoals>;
