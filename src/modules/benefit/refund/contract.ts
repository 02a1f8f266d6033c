import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";

/**
 * The request for the refund of a paid month. `contributionsGrosze`: as they were settled; the list's own sum is proposed.
 * `reason`: why it replaces the one before.
 */
export const AskRefund = z.strictObject({
  refundId: z.uuid(),
  listId: z.uuid(),
  number: z.string().trim().min(1).max(60),
  askedOn: PlainDate,
  contributionsGrosze: z.int().min(0).max(10_000_000_000),
  office: z.string().trim().min(1).max(300),
  /** How much of it advances cover that came before; the oldest are taken first. */
  advanceGrosze: z.int().min(0).max(10_000_000_000).default(0),
  reason: z.string().trim().max(1000).default(""),
});
export type AskRefund = z.infer<typeof AskRefund>;
export const RecordRefund = z.strictObject({
  refundId: z.uuid(),
  receivedOn: PlainDate,
  /** 0: an advance covers all that was asked for, and the starosta settled it. */
  amountGrosze: z.int().min(0).max(10_000_000_000),
});
export type RecordRefund = z.infer<typeof RecordRefund>;
export const SealedRefund = z.object({ office: z.string(), reason: z.string() });
