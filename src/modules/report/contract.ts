import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { personStates } from "../outcome/contract.ts";
import { cellStates, rowKinds } from "./codes.ts";

const Figures = z.object({
  /** Persons needed; null when the agreement knows no threshold. */
  required: z.int().nullable(),
  achieved: z.int(),
  /** One decimal; null without participants. */
  ratePercent: z.number().nullable(),
  verdict: z.enum(["met", "not_met", "no_participants", "no_threshold"]),
  /** Persons with a proof that waits for verification, and without any that counts. */
  waiting: z.int(),
});

/** `label`: the group's name; null where `key` is a code with words of its own (sex, age band, UNKNOWN). */
export const EffectivenessLine = z.object({
  by: z.enum(rowKinds),
  key: z.string(),
  label: z.string().nullable(),
  participants: z.int(),
  social: Figures,
  employment: Figures,
});
export type EffectivenessLine = z.infer<typeof EffectivenessLine>;

/** Persons of one kind of outcome; a person may stand in several. */
const TypeLine = z.object({ dimension: z.enum(["SOCIAL", "EMPLOYMENT"]), outcomeType: z.string(), persons: z.int() });
const EmployerWord = z.object({
  employerName: z.string(),
  persons: z.int(),
  personsCount: z.int(),
  workingTimeFraction: z.number().nullable(),
  weeklyHours: z.number().nullable(),
  durationMonths: z.int().nullable(),
  durationUntil: PlainDate.nullable(),
  indefinite: z.boolean(),
});
export type EmployerWord = z.infer<typeof EmployerWord>;

/** RP-03 as it is counted, shown, printed and frozen; nobody's name is in it. Source: docs/domain/reporting.md §4 */
export const EffectivenessReport = z.object({
  project: z.object({
    id: z.uuid(),
    title: z.string(),
    number: z.string().nullable(),
    startsOn: PlainDate,
    endsOn: PlainDate.nullable(),
  }),
  asAt: PlainDate,
  socialPercent: z.number().nullable(),
  employmentPercent: z.number().nullable(),
  /** Days after the end of taking part in which an outcome counts; null = without limit. */
  windowDays: z.int().nullable(),
  /** Who left not according to their path; they stay in the base. */
  dropOuts: z.int(),
  rows: z.array(EffectivenessLine),
  types: z.array(TypeLine),
  employers: z.array(EmployerWord),
  /** What is missing before sending: a code and how many. */
  gaps: z.array(z.object({ code: z.enum(["WAITING", "SEX_UNKNOWN", "AGE_UNKNOWN", "GROUP_UNKNOWN"]), count: z.int() })),
});
export type EffectivenessReport = z.infer<typeof EffectivenessReport>;

/** One participant in what is frozen: where they are counted. */
export const CountedPerson = z.object({
  personId: z.uuid(),
  personNo: z.int(),
  groups: z.array(z.string()),
  sex: z.string(),
  ageBand: z.string(),
  social: z.enum(personStates),
  employment: z.enum(personStates),
});
export type CountedPerson = z.infer<typeof CountedPerson>;
export const FrozenReport = EffectivenessReport.extend({ persons: z.array(CountedPerson) });
export type FrozenReport = z.infer<typeof FrozenReport>;

/** A cell of the table; with a state, the people of one dimension who stand so. */
export const Cell = z.strictObject({
  by: z.enum(rowKinds),
  key: z.string().min(1).max(60),
  dimension: z.enum(["SOCIAL", "EMPLOYMENT"]),
  state: z.enum(cellStates),
});
export type Cell = z.infer<typeof Cell>;

/** `personId` and `personName` are null where the reader may not open the person's file. */
export const CellPerson = z.object({
  personNo: z.int(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  social: z.enum(personStates),
  employment: z.enum(personStates),
});
export type CellPerson = z.infer<typeof CellPerson>;
/** `others`: people behind the number who are out of the reader's reach. */
export const CellPeople = z.object({ people: z.array(CellPerson), others: z.int() });
export type CellPeople = z.infer<typeof CellPeople>;

/** `seenHash`: hash of the numbers that the sender has looked at. */
export const SendReport = z.strictObject({
  snapshotId: z.uuid(),
  projectId: z.uuid(),
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
  correctionReason: z.string().trim().min(1).max(500).nullable(),
});
export type SendReport = z.infer<typeof SendReport>;

export const SnapshotLine = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  versionNo: z.int(),
  correctionReason: z.string().nullable(),
  asAt: PlainDate,
  contentHash: z.string(),
  sentByName: z.string(),
  sentAt: z.string(),
});
export type SnapshotLine = z.infer<typeof SnapshotLine>;
