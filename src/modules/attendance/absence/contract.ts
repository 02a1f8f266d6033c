import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { absenceKinds, absenceReasons, absenceStates } from "./codes.ts";

/** F-41. `reason`: the class of another absence, null for a sickness; `documentOn`: the day on which the document came, null: not yet. */
export const AskAbsence = z.strictObject({
  excuseId: z.uuid(),
  ipzsId: z.uuid(),
  kind: z.enum(absenceKinds),
  from: PlainDate,
  to: PlainDate,
  reason: z.enum(absenceReasons).nullable(),
  askedOn: PlainDate,
  documentOn: PlainDate.nullable(),
});
export type AskAbsence = z.infer<typeof AskAbsence>;

export const ReceiveDocument = z.strictObject({ excuseId: z.uuid(), receivedOn: PlainDate });
export type ReceiveDocument = z.infer<typeof ReceiveDocument>;

/** `reason`: why not; may be empty where it is accepted. */
export const AnswerAbsence = z.strictObject({
  excuseId: z.uuid(),
  accepted: z.boolean(),
  reason: z.string().max(1000),
});
export type AnswerAbsence = z.infer<typeof AnswerAbsence>;

export const WithdrawAbsence = z.strictObject({ excuseId: z.uuid(), reason: z.string().trim().min(1).max(1000) });
export type WithdrawAbsence = z.infer<typeof WithdrawAbsence>;

export const AbsenceLine = z.object({
  id: z.uuid(),
  ipzsId: z.uuid(),
  personId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  kind: z.enum(absenceKinds),
  from: PlainDate,
  to: PlainDate,
  askedOn: PlainDate,
  documentOn: PlainDate.nullable(),
  state: z.enum(absenceStates),
});
export type AbsenceLine = z.infer<typeof AbsenceLine>;

export const AbsenceView = AbsenceLine.extend({
  mayAnswer: z.boolean(),
  mayReceive: z.boolean(),
  reason: z.enum(absenceReasons).nullable(),
  askedBy: z.string(),
  /** Every answer, oldest first. */
  answers: z.array(
    z.object({
      answer: z.enum(["ACCEPTED", "REFUSED", "TAKEN_BACK"]),
      on: PlainDate,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  /** Why it cannot be accepted now; null: it can, or it was answered. */
  refusal: z.string().nullable(),
  /** Marks of absence that the answer changes, or has changed. */
  marks: z.int(),
  /** What it changes in the benefit by month; empty once it was answered. Amounts in grosze. */
  effects: z.array(z.object({ month: PlainDate, beforeGrosze: z.int(), afterGrosze: z.int() })),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

/** Who takes part and may be away, by the name that lists show; those whose whereabouts are not for the reader are counted (C7). */
export const AbsenceParticipants = z.object({
  participants: z.array(z.object({ ipzsId: z.uuid(), personName: z.string() })),
  hidden: z.int(),
});
export type AbsenceParticipants = z.infer<typeof AbsenceParticipants>;
