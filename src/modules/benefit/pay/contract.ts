import { z } from "zod";
import { checkNrb } from "../../../platform/identifiers/nrb.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { bankEncodings } from "../bank/encodeText.ts";
import { bankFormats, payWays } from "../list/codes.ts";

/** An account number as it is typed; kept as 26 digits. */
const Nrb = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const check = checkNrb(typed);
    if (check.valid) return check.normalised;
    context.addIssue({ code: "custom", message: check.reason });
    return z.NEVER;
  });

/** Where somebody's money goes from now on. `nrb` for an account alone. */
export const SetWay = z
  .strictObject({
    wayId: z.uuid(),
    unitId: z.uuid(),
    ipzsId: z.uuid(),
    way: z.enum(payWays),
    nrb: Nrb.nullable().default(null),
  })
  .refine(({ way, nrb }) => (way === "ACCOUNT") === (nrb !== null), { path: ["nrb"] });
export type SetWay = z.infer<typeof SetWay>;

/** Contributions by the centre, from a day on; an empty list ends them. */
export const SetRates = z.strictObject({
  ratesId: z.uuid(),
  validFrom: PlainDate,
  rates: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(100),
        percent: z.string().regex(/^\d{1,2}(\.\d{1,4})?$/),
        source: z.string().trim().max(300).default(""),
      }),
    )
    .max(10),
});
export type SetRates = z.infer<typeof SetRates>;

export const Payer = z.strictObject({
  nrb: Nrb,
  name: z.string().trim().min(1).max(140),
  /** Up to three lines. */
  address: z.string().trim().max(200).default(""),
  /** Words of the title before the month. */
  title: z.string().trim().min(1).max(100),
  format: z.enum(bankFormats),
  letters: z.enum(bankEncodings),
});
export const SetPayer = Payer.extend({ payerId: z.uuid(), unitId: z.uuid() });
export type SetPayer = z.infer<typeof SetPayer>;

/** `acceptLost`: names may stand with other letters than they have, where the bank's page does not know them. */
export const MakeBankFile = z.strictObject({
  listId: z.uuid(),
  payOn: PlainDate,
  acceptLost: z.boolean().default(false),
});
export type MakeBankFile = z.infer<typeof MakeBankFile>;
export const WithdrawBankFile = z.strictObject({
  listId: z.uuid(),
  no: z.int().min(1),
  reason: z.string().trim().min(1).max(500),
});
export type WithdrawBankFile = z.infer<typeof WithdrawBankFile>;
export const RecordPayment = z.strictObject({ listId: z.uuid(), paidOn: PlainDate });
export type RecordPayment = z.infer<typeof RecordPayment>;
export const RecordReturn = z.strictObject({
  returnId: z.uuid(),
  listId: z.uuid(),
  ipzsId: z.uuid(),
  returnedOn: PlainDate,
  words: z.string().trim().max(500).default(""),
});
export type RecordReturn = z.infer<typeof RecordReturn>;
export const Repay = z.strictObject({ returnId: z.uuid(), repaidOn: PlainDate, way: z.enum(payWays) });
export type Repay = z.infer<typeof Repay>;
