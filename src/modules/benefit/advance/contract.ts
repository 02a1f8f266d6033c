import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { Month } from "../list/contract.ts";
import { advanceAnswers } from "./rules.ts";

const Grosze = z.int().min(1).max(10_000_000_000);

/** The manager asks the starosta for an advance on the benefits of a month. */
export const AskAdvance = z.strictObject({
  advanceId: z.uuid(),
  unitId: z.uuid(),
  month: Month,
  number: z.string().trim().min(1).max(60),
  askedOn: PlainDate,
  amountGrosze: Grosze,
  office: z.string().trim().min(1).max(300),
  reason: z.string().trim().max(1000).default(""),
});
export type AskAdvance = z.infer<typeof AskAdvance>;

export const WithdrawAdvance = z.strictObject({
  advanceId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
});
export type WithdrawAdvance = z.infer<typeof WithdrawAdvance>;

/** What the starosta answered: money, with how much, or a refusal, with why. */
export const RecordAdvance = z.discriminatedUnion("answer", [
  z.strictObject({
    advanceId: z.uuid(),
    answer: z.literal("RECEIVED"),
    answeredOn: PlainDate,
    amountGrosze: Grosze,
  }),
  z.strictObject({
    advanceId: z.uuid(),
    answer: z.literal("REFUSED"),
    answeredOn: PlainDate,
    reason: z.string().trim().min(1).max(1000),
  }),
]);
export type RecordAdvance = z.infer<typeof RecordAdvance>;

/** What was not used and went back to the starosta. */
export const ReturnAdvance = z.strictObject({
  returnId: z.uuid(),
  advanceId: z.uuid(),
  returnedOn: PlainDate,
  amountGrosze: Grosze,
});
export type ReturnAdvance = z.infer<typeof ReturnAdvance>;

export const SealedAdvance = z.object({ office: z.string(), reason: z.string() });

export const Advance = z.object({
  id: z.uuid(),
  no: z.int(),
  month: Month,
  number: z.string(),
  askedOn: PlainDate,
  amountGrosze: z.int(),
  office: z.string(),
  reason: z.string(),
  by: z.string(),
  answer: z
    .object({
      answer: z.enum(advanceAnswers),
      on: PlainDate,
      amountGrosze: z.int(),
      words: z.string(),
      by: z.string(),
    })
    .nullable(),
  /** What requests for the refund that hold took out of it, each with its month. */
  settled: z.array(z.object({ month: Month, number: z.string(), amountGrosze: z.int() })),
  returned: z.array(z.object({ returnedOn: PlainDate, amountGrosze: z.int() })),
  /** Of the money that came: neither settled nor given back. */
  openGrosze: z.int(),
});
export type Advance = z.infer<typeof Advance>;

/** Advances of a unit, the newest first. */
export const AdvancesOfUnit = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  advances: z.array(Advance),
  openGrosze: z.int(),
  may: z.object({ ask: z.boolean(), record: z.boolean() }),
});
export type AdvancesOfUnit = z.infer<typeof AdvancesOfUnit>;
