import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { payWays } from "../list/codes.ts";
import { ListParameter, Month } from "../list/contract.ts";
import { debtKinds, instalmentStates } from "./rules.ts";

const Grosze = z.int().min(1).max(100_000_000);
const reason = z.string().trim().min(1).max(1000);

/** An overpaid participant paid back. */
export const RepayDebt = z.strictObject({
  settlementId: z.uuid(),
  unitId: z.uuid(),
  ipzsId: z.uuid(),
  amountGrosze: Grosze,
  settledOn: PlainDate,
  way: z.enum(payWays),
});
export type RepayDebt = z.infer<typeof RepayDebt>;

export const WriteOffDebt = z.strictObject({
  settlementId: z.uuid(),
  unitId: z.uuid(),
  ipzsId: z.uuid(),
  amountGrosze: Grosze,
  reason,
});
export type WriteOffDebt = z.infer<typeof WriteOffDebt>;

/** An entry that was a mistake. */
export const WithdrawDebtEntry = z.strictObject({ settlementId: z.uuid(), reason });
export type WithdrawDebtEntry = z.infer<typeof WithdrawDebtEntry>;

export const AgreeInstalments = z.strictObject({
  agreementId: z.uuid(),
  unitId: z.uuid(),
  ipzsId: z.uuid(),
  agreedOn: PlainDate,
  instalments: z
    .array(z.strictObject({ dueOn: PlainDate, amountGrosze: Grosze }))
    .min(1)
    .max(60),
  words: z.string().trim().max(1000).default(""),
});
export type AgreeInstalments = z.infer<typeof AgreeInstalments>;

export const DebtEntry = z.object({
  id: z.uuid(),
  kind: z.enum(debtKinds),
  way: z.enum(payWays).nullable(),
  amountGrosze: z.int(),
  settledOn: PlainDate,
  reason: z.string(),
  by: z.string(),
  /** Why it was a mistake; null: it counts. */
  withdrawn: z.string().nullable(),
});
export type DebtEntry = z.infer<typeof DebtEntry>;

export const Debt = z.object({
  ipzsId: z.uuid(),
  /** Null: whereabouts hidden from the reader, who sees the number and the amounts alone. */
  personId: z.uuid().nullable(),
  name: z.string(),
  /** The month of the list that carried it out last. */
  month: Month,
  /** The programme has ended: no later list is likely to take it. */
  left: z.boolean(),
  carriedGrosze: z.int(),
  openGrosze: z.int(),
  entries: z.array(DebtEntry),
  agreement: z
    .object({
      agreedOn: PlainDate,
      words: z.string(),
      by: z.string(),
      instalments: z.array(
        z.object({
          dueOn: PlainDate,
          amountGrosze: z.int(),
          openGrosze: z.int(),
          state: z.enum(instalmentStates),
        }),
      ),
      beyondGrosze: z.int(),
    })
    .nullable(),
});
export type Debt = z.infer<typeof Debt>;

/** What participants of a unit were paid too much and no list took back yet, open ones first. */
export const DebtsOfUnit = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  debts: z.array(Debt),
  openGrosze: z.int(),
  /** Parameters that no rule is known for. */
  law: z.array(ListParameter),
  may: z.object({ repay: z.boolean(), decide: z.boolean(), writeOff: z.boolean(), readFile: z.boolean() }),
});
export type DebtsOfUnit = z.infer<typeof DebtsOfUnit>;
