import { z } from "zod";
import { terytPattern } from "../../../platform/identifiers/teryt.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { frequencies, indicatorUnits } from "./codes.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const words = (max: number) => z.string().trim().max(max);

const lists = {
  /** How the agreement names the budget. */
  budgetRef: text(200).nullable(),
  /** `part`: what the partner does in the project. */
  partners: z.array(z.strictObject({ name: text(300), part: words(500) })).max(60),
  communes: z.array(z.strictObject({ teryt: z.string().regex(terytPattern), name: words(120) })).max(100),
  /** Days are inclusive; null: not set. */
  tasks: z
    .array(
      z.strictObject({
        title: text(300),
        startsOn: PlainDate.nullable(),
        endsOn: PlainDate.nullable(),
        result: words(1000),
      }),
    )
    .max(60),
  indicators: z
    .array(
      z.strictObject({
        indicatorId: z.uuid(),
        code: text(40),
        definition: text(1000),
        /** Null: observed without a target. */
        target: z.number().min(0).max(1_000_000_000).nullable(),
        unit: z.enum(indicatorUnits),
        /** Where it is read from. */
        source: words(300),
        frequency: z.enum(frequencies),
      }),
    )
    .max(60),
  documents: z
    .array(z.strictObject({ title: text(300), number: words(100), datedOn: PlainDate.nullable(), keptAt: words(200) }))
    .max(60),
};
const Report = z.strictObject({
  reportId: z.uuid(),
  title: text(300),
  /** The period that is told of, both days inclusive. */
  from: PlainDate,
  until: PlainDate,
  dueOn: PlainDate,
});

/** The lists of a project card as they stand from now on; the card's version is the base. */
export const RecordProjectPlan = z.strictObject({ projectId: z.uuid(), ...lists, reports: z.array(Report).max(120) });
export type RecordProjectPlan = z.infer<typeof RecordProjectPlan>;

/** `reference`: the receiver's number or the channel, as it is known. */
export const NoteReportSent = z.strictObject({ reportId: z.uuid(), sentOn: PlainDate, reference: words(200) });
export type NoteReportSent = z.infer<typeof NoteReportSent>;

export const ProjectPlan = z.object({
  projectId: z.uuid(),
  title: z.string(),
  version: z.int(),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  mayChange: z.boolean(),
  ...lists,
  /** By the day they are due. */
  reports: z.array(Report.extend({ sentOn: PlainDate.nullable(), reference: z.string() })),
});
export type ProjectPlan = z.infer<typeof ProjectPlan>;
