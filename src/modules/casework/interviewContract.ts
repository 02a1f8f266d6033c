import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { interviewParts, interviewSettings, interviewUrgencies } from "./codes.ts";

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
export const RecordInterview = z.strictObject({
  interviewId: z.uuid(),
  heldOn: PlainDate,
  refused: z.boolean(),
  setting: z.enum(interviewSettings),
  place: z.string().max(300),
  secondWorkerId: z.uuid().nullable(),
  policeAssist: z.boolean(),
  parts: z.array(z.enum(interviewParts)).max(interviewParts.length),
  conclusions: z.string().max(6000),
  externalNo: z.string().max(60).nullable(),
});
export type RecordInterview = z.infer<typeof RecordInterview>;

export const InterviewView = z.object({
  id: z.uuid(),
  triggerOn: PlainDate,
  urgency: z.enum(interviewUrgencies),
  dueOn: PlainDate,
  socialWorkerId: z.uuid(),
  socialWorker: z.string(),
  /** True: the person has died, it is not to be held any more. */
  stopped: z.boolean(),
  /** Null while it is to be held. */
  result: z
    .object({
      heldOn: PlainDate,
      refused: z.boolean(),
      setting: z.enum(interviewSettings),
      place: z.string(),
      secondWorker: z.string().nullable(),
      policeAssist: z.boolean(),
      parts: z.array(z.enum(interviewParts)),
      conclusions: z.string(),
      externalNo: z.string().nullable(),
      updateDueOn: PlainDate.nullable(),
    })
    .nullable(),
});
export type InterviewView = z.infer<typeof InterviewView>;
