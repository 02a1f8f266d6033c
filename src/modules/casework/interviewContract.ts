import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { interviewParts, interviewSettings, interviewStandings, interviewUrgencies } from "./codes.ts";

/** A need for a family environmental interview that somebody learned of on `triggerOn`. Source: docs/domain/forms.md F-20 */
export const NeedInterview = z.strictObject({
  interviewId: z.uuid(),
  personId: z.uuid(),
  triggerOn: PlainDate,
  urgency: z.enum(interviewUrgencies),
  socialWorkerId: z.uuid(),
});
export type NeedInterview = z.infer<typeof NeedInterview>;

/**
 * What came of it. `refused`: the person refused it on that day. `externalNo`: its number in the ministry's system, which
 * holds the questionnaire itself.
 */
export const InterviewResult = z.strictObject({
  heldOn: PlainDate,
  refused: z.boolean(),
  setting: z.enum(interviewSettings),
  place: z.string().max(300),
  secondWorkerId: z.uuid().nullable(),
  policeAssist: z.boolean(),
  parts: z.array(z.enum(interviewParts)).max(interviewParts.length),
  conclusions: z.string().max(6000),
  externalNo: z.string().max(60).nullable(),
  /** The questionnaire as it was on paper; left out in a correction: the one that stands. */
  scanFileId: z.uuid().nullable().optional(),
});
export type InterviewResult = z.infer<typeof InterviewResult>;

export const RecordInterview = z.strictObject({ interviewId: z.uuid(), ...InterviewResult.shape });
export type RecordInterview = z.infer<typeof RecordInterview>;

const reason = z.string().trim().min(1).max(500);

/** The entry as it should have been written; `result` null: nothing came of it yet. The base is the version that was seen. */
export const CorrectInterview = z.strictObject({
  correctionId: z.uuid(),
  interviewId: z.uuid(),
  triggerOn: PlainDate,
  urgency: z.enum(interviewUrgencies),
  socialWorkerId: z.uuid(),
  result: InterviewResult.nullable(),
  reason,
});
export type CorrectInterview = z.infer<typeof CorrectInterview>;

/** The entry was not to be made at all. The base is the version that was seen. */
export const WithdrawInterview = z.strictObject({ correctionId: z.uuid(), interviewId: z.uuid(), reason });
export type WithdrawInterview = z.infer<typeof WithdrawInterview>;

const Reading = z.object({
  triggerOn: PlainDate,
  urgency: z.enum(interviewUrgencies),
  dueOn: PlainDate,
  socialWorkerId: z.uuid(),
  socialWorker: z.string(),
  /** Null while it is to be held. */
  result: z
    .object({ ...InterviewResult.shape, secondWorker: z.string().nullable(), updateDueOn: PlainDate.nullable() })
    .nullable(),
});
export type InterviewReading = z.infer<typeof Reading>;

export const InterviewScan = z.strictObject({ interviewId: z.uuid(), fileId: z.uuid() });
export type InterviewScan = z.infer<typeof InterviewScan>;

export const InterviewView = z.object({
  id: z.uuid(),
  ...Reading.shape,
  version: z.int(),
  /** True: the entry was taken back; why stands with the last of `former`. */
  withdrawn: z.boolean(),
  /** True: the person has died, it is not to be held any more. */
  stopped: z.boolean(),
  /** What stood before each correction, in turn. */
  former: z.array(z.object({ ...Reading.shape, correctedOn: PlainDate, by: z.string(), reason: z.string() })),
});
export type InterviewView = z.infer<typeof InterviewView>;

/** A line of the register over the people in reach; withdrawn entries are left out. */
export const InterviewLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  triggerOn: PlainDate,
  urgency: z.enum(interviewUrgencies),
  dueOn: PlainDate,
  socialWorkerId: z.uuid(),
  socialWorker: z.string(),
  heldOn: PlainDate.nullable(),
  updateDueOn: PlainDate.nullable(),
  standing: z.enum(interviewStandings),
});
export type InterviewLine = z.infer<typeof InterviewLine>;
