import { z } from "zod";
import { listMost } from "../../../../platform/listMost.ts";

/** The most people of one run. */
export const mostPeople = 60;

/** One run of papers to sign: all at once, each person's apart. */
export const AskPrintRun = z.strictObject({
  runId: z.uuid(),
  personIds: z.array(z.uuid()).min(1).max(mostPeople),
  largePrint: z.boolean(),
});
export type AskPrintRun = z.infer<typeof AskPrintRun>;

/** Somebody for whom papers wait. `groups`: names of the groups that they are in today. */
export const PrintPerson = z.object({
  personId: z.uuid(),
  personName: z.string(),
  papers: z.int(),
  groups: z.array(z.string()),
});
export type PrintPerson = z.infer<typeof PrintPerson>;
export const PrintPeople = z.object({ people: z.array(PrintPerson).max(listMost) });

const runOutcomes = ["DONE", "ONLY_SINGLE", "NOTHING", "NOT_ALLOWED"] as const;

export const PrintRunLine = z.object({
  id: z.uuid(),
  askedAt: z.string(),
  people: z.int(),
  ended: z.int(),
  outcome: z.enum(runOutcomes).nullable(),
});
export type PrintRunLine = z.infer<typeof PrintRunLine>;

/** Papers that were left out, with every reason. */
export const BlockedPaper = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
});
export type BlockedPaper = z.infer<typeof BlockedPaper>;

/** `personName` null: out of the asker's reach by now. `papers` null: their turn is still to come. */
const Turn = z.object({
  place: z.int(),
  personName: z.string().nullable(),
  papers: z.int().nullable(),
  refusal: z.string().nullable(),
  blocked: z.array(BlockedPaper),
  fileId: z.uuid().nullable(),
});
export type Turn = z.infer<typeof Turn>;

export const PrintRun = z.object({
  id: z.uuid(),
  askedAt: z.string(),
  /** When it is removed. */
  until: z.string(),
  largePrint: z.boolean(),
  outcome: z.enum(runOutcomes).nullable(),
  turns: z.array(Turn),
  /** Files of all, in their order. */
  whole: z.array(z.uuid()),
});
export type PrintRun = z.infer<typeof PrintRun>;
