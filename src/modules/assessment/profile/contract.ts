import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { homelessCauses } from "../../person/codes.ts";
import { listAnswers } from "../codes.ts";
import {
  acceptanceOutcomes,
  acceptanceWays,
  askedLists,
  barrierCodes,
  institutionKinds,
  lifeAreas,
  occasions,
  profileTexts,
  sensitivities,
  supportEffects,
  wishSpheres,
} from "./codes.ts";

/** A day as far as it is remembered: `1998`, `1998-05` or `1998-05-17`. */
export const PartialDay = z
  .string()
  .regex(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, "field.invalid");

const frame = { id: z.uuid(), sensitivity: z.enum(sensitivities) };
const text = z.string().trim().max(1000);
/** Both inclusive; `to` null with `from` given: it goes on. */
const period = { from: PartialDay.nullable(), to: PartialDay.nullable() };

/** One entry of the profile, each with who may see it. */
export const ProfileEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("LIFE_EVENT"),
    ...frame,
    on: PartialDay.nullable(),
    area: z.enum(lifeAreas),
    text: text.min(1, "field.required"),
  }),
  z.strictObject({
    kind: z.literal("HOMELESSNESS"),
    ...frame,
    ...period,
    place: text,
    causes: z.array(z.enum(homelessCauses)).max(homelessCauses.length),
    /** How the person tried to get out of it. */
    exitAttempt: text,
  }),
  z.strictObject({
    kind: z.literal("INSTITUTION"),
    ...frame,
    ...period,
    institution: z.enum(institutionKinds),
    text,
  }),
  z.strictObject({
    kind: z.literal("SUPPORT"),
    ...frame,
    ...period,
    what: text.min(1, "field.required"),
    effect: z.enum(supportEffects),
    /** What it changed, or why it did not. */
    text,
  }),
  z.strictObject({ kind: z.literal("BARRIER"), ...frame, code: z.enum(barrierCodes), text }),
  /** What the person wants, in the person's own words. */
  z.strictObject({
    kind: z.literal("WISH"),
    ...frame,
    sphere: z.enum(wishSpheres),
    text: text.min(1, "field.required"),
  }),
]);
export type ProfileEntry = z.infer<typeof ProfileEntry>;

const longText = z.string().trim().max(6000);
export const ProfileTexts = z.strictObject({
  socialExperience: longText,
  workExperience: longText,
  resources: longText,
  interests: longText,
  personView: longText,
  summaryForPlans: longText,
});
export type ProfileTexts = z.infer<typeof ProfileTexts>;

const listAnswer = z.enum(listAnswers).nullable();
/** Said instead of a list without entries. */
export const ListAnswers = z.strictObject({ HOMELESSNESS: listAnswer, SUPPORT: listAnswer, BARRIER: listAnswer });
export type ListAnswers = z.infer<typeof ListAnswers>;

/** The whole of it as one reader sees it. */
export const ProfileContent = z.strictObject({
  texts: ProfileTexts,
  answers: ListAnswers,
  entries: z.array(ProfileEntry).max(300),
});
export type ProfileContent = z.infer<typeof ProfileContent>;

/** Only what differs from what the sender saw; entries whole, each by its id. */
export const ProfileChanges = z.strictObject({
  texts: ProfileTexts.partial(),
  answers: ListAnswers.partial(),
  entries: z.array(ProfileEntry).max(200),
  removed: z.array(z.uuid()).max(200),
});
export type ProfileChanges = z.infer<typeof ProfileChanges>;

/** Begins the profile, or writes its next version; `base` of the envelope is the version that the sender saw. */
export const RecordProfile = z.strictObject({
  profileId: z.uuid(),
  personId: z.uuid(),
  caseId: z.uuid(),
  occasion: z.enum(occasions),
  changes: ProfileChanges,
});
export type RecordProfile = z.infer<typeof RecordProfile>;

/** The person's answer to one version: accepted or not, and how it was said. */
export const RecordProfileAcceptance = z.strictObject({
  acceptanceId: z.uuid(),
  profileId: z.uuid(),
  versionNo: z.int().min(1),
  outcome: z.enum(acceptanceOutcomes),
  way: z.enum(acceptanceWays),
  givenOn: PlainDate,
  /** What the person said to it, such as why not; "" when nothing. */
  words: z.string().trim().max(2000),
  /** The signed paper as a file; null when it is kept on paper only, or was said in person. */
  fileId: z.uuid().nullable(),
});
export type RecordProfileAcceptance = z.infer<typeof RecordProfileAcceptance>;

export const AcceptanceView = z.object({
  id: z.uuid(),
  versionNo: z.int(),
  outcome: z.enum(acceptanceOutcomes),
  way: z.enum(acceptanceWays),
  givenOn: PlainDate,
  words: z.string(),
  recordedBy: z.string(),
  hasFile: z.boolean(),
});
export type AcceptanceView = z.infer<typeof AcceptanceView>;

export const ProfileView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  version: z.int(),
  madeOn: PlainDate,
  madeBy: z.string(),
  occasion: z.enum(occasions),
  /** Everything but entries that are closed to the reader; in a SUMMARY the rest is empty. */
  content: ProfileContent,
  monthsHomeless: z.object({ least: z.int(), most: z.int() }),
  /** Newest first. */
  acceptances: z.array(AcceptanceView),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** A period of work, from the work history of F-23; days as far as they are remembered. */
export const WorkStay = z.object({ id: z.uuid(), from: PartialDay, to: PartialDay.nullable(), what: z.string() });
export type WorkStay = z.infer<typeof WorkStay>;

export const PersonProfile = z.object({
  personId: z.uuid(),
  personName: z.string(),
  sees: z.enum(["WHOLE", "SUMMARY"]),
  mayWrite: z.boolean(),
  /** Sensitivities that the reader may open, and may write. */
  opens: z.array(z.enum(sensitivities)),
  writes: z.array(z.enum(sensitivities)),
  /** The open case in which it is written; null: none. */
  caseId: z.uuid().nullable(),
  /** No positive recommendation yet: the profile comes after it (R-S0-04). */
  beforeRecommendation: z.boolean(),
  profile: ProfileView.nullable(),
  /** Profiles of records that were joined with this one. */
  others: z.array(z.object({ id: z.uuid(), madeOn: PlainDate })),
  work: z.array(WorkStay),
});
export type PersonProfile = z.infer<typeof PersonProfile>;

/** One thing that differs between two versions. */
export const ProfileDifference = z.object({
  how: z.enum(["ADDED", "REMOVED", "CHANGED"]),
  of: z.union([
    z.object({ text: z.enum(profileTexts), before: z.string(), after: z.string() }),
    z.object({ list: z.enum(askedLists), before: listAnswer, after: listAnswer }),
    z.object({ before: ProfileEntry.nullable(), after: ProfileEntry.nullable() }),
  ]),
});
export type ProfileDifference = z.infer<typeof ProfileDifference>;

export const ProfileVersionView = z.object({
  no: z.int(),
  madeOn: PlainDate,
  madeBy: z.string(),
  occasion: z.enum(occasions),
  /** Against the version before, as far as the reader may see; empty for the first. */
  differences: z.array(ProfileDifference),
});
export type ProfileVersionView = z.infer<typeof ProfileVersionView>;

/** A goal that follows from the profile, with the sentence that it comes from. */
export const GoalProposal = z.object({
  sphere: z.enum(wishSpheres),
  text: z.string(),
  /** The person's own words, unchanged. */
  own: z.boolean(),
  source: z.string(),
  sensitivity: z.enum(sensitivities),
});
export type GoalProposal = z.infer<typeof GoalProposal>;

/** What plans and contracts take from the profile; texts hold nothing but entries of `SOCIAL`. */
export const ProfileProposals = z.object({
  personId: z.uuid(),
  /** Null: there is no profile. */
  versionNo: z.int().nullable(),
  madeOn: PlainDate.nullable(),
  accepted: z.boolean(),
  goals: z.array(GoalProposal),
  situation: z.string(),
  resources: z.string(),
  barriers: z.string(),
  actionsSoFar: z.string(),
});
export type ProfileProposals = z.infer<typeof ProfileProposals>;
