import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { candidateSources, provenFacts } from "../codes.ts";
import { importFields, rowFaultCodes, wordFields } from "./codes.ts";

/** What each column means, from the left; a statement of the project by its rule's id; null: it is not read. */
const Mapping = z.array(z.union([z.enum(importFields), z.uuid()]).nullable()).max(200);
export type Mapping = z.infer<typeof Mapping>;

/** Words that somebody explained, by field: a folded word and its code. */
const LearnedWords = z.partialRecord(z.enum(wordFields), z.record(z.string().max(200), z.string().max(40)));
export type LearnedWords = z.infer<typeof LearnedWords>;

const place = { recruitmentId: z.uuid(), fileId: z.uuid(), sheet: z.int().min(0).max(50) };
const header = z.int().min(1).max(200);
const sender = z.string().trim().min(1).max(200);

export const LookAtList = z.strictObject({
  ...place,
  headerRow: header.nullable(),
  sender: z.string().trim().max(200),
});
export type LookAtList = z.infer<typeof LookAtList>;

export const ListLook = z.object({
  sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
  sheet: z.int(),
  headerRow: z.int(),
  titles: z.array(z.string()),
  /** The first rows below the headings, for whoever says what the columns mean. */
  sample: z.array(z.array(z.string())),
  mapping: Mapping,
  words: LearnedWords,
  /** True: this sender's columns were explained before, and the mapping is that one. */
  remembered: z.boolean(),
  statements: z.array(z.object({ ruleId: z.uuid(), statement: z.string() })),
});
export type ListLook = z.infer<typeof ListLook>;

const reading = {
  ...place,
  headerRow: header,
  mapping: Mapping,
  words: LearnedWords,
};
/** `receivedOn`: the day of applying of every row that says none of its own. */
export const PreviewList = z.strictObject({ ...reading, receivedOn: PlainDate });
export type PreviewList = z.infer<typeof PreviewList>;

export const PreviewRow = z.object({
  /** As the spreadsheet counts it. */
  row: z.int(),
  name: z.string(),
  pesel: z.string().nullable(),
  birthDate: PlainDate.nullable(),
  /** Everything beside the name and the number that would be written; `NEVER`: known never to have been. Statements by their rule. */
  values: z.array(z.object({ field: z.union([z.enum(importFields), z.uuid()]), value: z.string() })),
  verdict: z.enum(["ready", "ask", "stop"]),
  faults: z.array(
    z.object({
      code: z.enum(rowFaultCodes),
      field: z.enum(importFields).nullable(),
      /** What stood there, and what is taken instead. */
      given: z.string(),
      taken: z.string(),
    }),
  ),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const ListPreview = z.object({
  rows: z.array(PreviewRow),
  empty: z.int(),
  unknownWords: z.array(z.object({ field: z.enum(wordFields), word: z.string(), rows: z.int() })),
  /** Of what the person saw: what is accepted must be the same. */
  seen: z.string(),
});
export type ListPreview = z.infer<typeof ListPreview>;

/** All chosen rows or none. `confirmed`: facts that are told by the list; those that the sender does not know first hand count as stated. `taken`: row numbers. */
export const AcceptList = z.strictObject({
  importId: z.uuid(),
  ...reading,
  source: z.enum(candidateSources),
  sender,
  receivedOn: PlainDate,
  confirmed: z.array(z.enum(provenFacts)).max(20),
  taken: z.array(z.int().min(1)).min(1).max(2000),
  seen: z.string().max(100),
});
export type AcceptList = z.infer<typeof AcceptList>;
