import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { opinionKinds } from "../../attendance/workshop/codes.ts";
import { benefitLineKinds, benefitPhases } from "../rules.ts";
import { bankFormats, listDecisions, payWays } from "./codes.ts";
import { listStates } from "./rules.ts";

/** `YYYY-MM`, as it stands in addresses and acts. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Grosze = z.int().min(0).max(100_000_000);
const reason = z.string().trim().min(1).max(2000);

export const GiveBonus = z.strictObject({
  bonusId: z.uuid(),
  unitId: z.uuid(),
  month: Month,
  ipzsId: z.uuid(),
  /** 0 takes it back. */
  amountGrosze: Grosze,
  reason,
});
export type GiveBonus = z.infer<typeof GiveBonus>;

export const Deduction = z.strictObject({ title: z.string().trim().min(1).max(200), amountGrosze: Grosze.min(1) });
/** All deductions of somebody's month; an empty list takes them back. */
export const WriteDeductions = z.strictObject({
  deductionId: z.uuid(),
  unitId: z.uuid(),
  month: Month,
  ipzsId: z.uuid(),
  deductions: z.array(Deduction).max(10),
});
export type WriteDeductions = z.infer<typeof WriteDeductions>;

/** `seenHash`: of the list as the screen showed it. `despite`: why it is prepared although something is missing. */
export const PrepareList = z.strictObject({
  listId: z.uuid(),
  unitId: z.uuid(),
  month: Month,
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
  excusesChecked: z.boolean().default(false),
  despite: z.string().trim().max(2000).default(""),
});
export type PrepareList = z.infer<typeof PrepareList>;
/** `registersOpen`: why it is approved although the registers of its month are not locked. */
export const ApproveList = z.strictObject({
  listId: z.uuid(),
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
  registersOpen: z.string().trim().max(2000).default(""),
});
export type ApproveList = z.infer<typeof ApproveList>;
export const SendBackList = z.strictObject({ listId: z.uuid(), reason });
export type SendBackList = z.infer<typeof SendBackList>;

const Text = z.object({ pl: z.string(), en: z.string(), uk: z.string() });
/** A line as it was explained when the list was made. */
export const ListLine = z.object({
  kind: z.enum(benefitLineKinds),
  days: z.int(),
  amountGrosze: z.int(),
  rule: z.string(),
  article: z.string(),
  text: Text,
});
export type ListLine = z.infer<typeof ListLine>;

/** An approved month that turned out otherwise. `before`: as it was settled last; `now`: as it is computed today. */
export const ListCorrection = z.object({
  listId: z.uuid(),
  month: PlainDate,
  no: z.int(),
  beforeGrosze: z.int(),
  nowGrosze: z.int(),
  before: z.array(ListLine),
  now: z.array(ListLine),
});
export type ListCorrection = z.infer<typeof ListCorrection>;

export const ListParameter = z.object({
  code: z.string(),
  value: z.string(),
  unit: z.string(),
  source: z.string(),
  verified: z.boolean(),
  validFrom: PlainDate,
});
export type ListParameter = z.infer<typeof ListParameter>;

/** One participant as they stand on a list; frozen as it is. All amounts in grosze. */
export const ListPerson = z.object({
  ipzsId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  /** What of the month is covered; `law`: as it held in these days. Empty where the person only has a correction. */
  spans: z.array(
    z.object({
      from: PlainDate,
      to: PlainDate,
      phase: z.enum(benefitPhases),
      unexcusedDays: z.int(),
      sickDays: z.int(),
      otherExcusedDays: z.int(),
      daysOff: z.int(),
      law: z.record(z.string(), z.union([z.number(), z.boolean()])),
    }),
  ),
  classDays: z.int(),
  presentDays: z.int(),
  daysOffLeft: z.int(),
  sickDaysUsedBefore: z.int(),
  sickDaysUsed: z.int(),
  /** What RP-16 has noted of limits: days that end in the month or soon, and what was used of what. Lists frozen before it was asked for have none. */
  limits: z
    .object({
      trialEndsOn: PlainDate.nullable(),
      endsOn: PlainDate.nullable(),
      /** The participation lasts as long as the law lets, so many months in all; null: it could be extended. */
      longestMonths: z.int().nullable(),
      sickDaysLimit: z.int(),
      daysOffUsed: z.int(),
      daysOff: z.int(),
    })
    .optional(),
  fullGrosze: z.int(),
  bonusMaxGrosze: z.int(),
  lines: z.array(ListLine),
  benefitGrosze: z.int(),
  corrections: z.array(ListCorrection),
  raisedGrosze: z.int(),
  loweredGrosze: z.int(),
  carriedInGrosze: z.int(),
  recoveredGrosze: z.int(),
  carriedOutGrosze: z.int(),
  bonusGrosze: z.int(),
  bonusReason: z.string(),
  deductions: z.array(Deduction),
  deductedGrosze: z.int(),
  payGrosze: z.int(),
  contributions: z.array(z.object({ name: z.string(), percent: z.string(), grosze: z.int() })),
  way: z.enum(payWays),
  nrb: z.string().nullable(),
});
export type ListPerson = z.infer<typeof ListPerson>;

/** What all of a list is frozen with. */
export const ListContent = z.object({
  unitId: z.uuid(),
  month: PlainDate,
  law: z.array(ListParameter),
  people: z.array(ListPerson),
});
export type ListContent = z.infer<typeof ListContent>;

export const ListTotals = z.object({
  people: z.int(),
  /** Benefits with corrections, less what is recovered: what the starosta refunds. */
  benefitGrosze: z.int(),
  bonusGrosze: z.int(),
  deductedGrosze: z.int(),
  payGrosze: z.int(),
  contributionsGrosze: z.int(),
});
export type ListTotals = z.infer<typeof ListTotals>;

const Note = z.object({
  weight: z.enum(["MISSING", "ODD"]),
  code: z.string(),
  day: PlainDate.nullable(),
  count: z.number().nullable(),
});

const Refund = z.object({
  id: z.uuid(),
  no: z.int(),
  number: z.string(),
  askedOn: PlainDate,
  benefitGrosze: z.int(),
  contributionsGrosze: z.int(),
  office: z.string(),
  reason: z.string(),
  by: z.string(),
  /** What it takes in (above zero) or leaves out for money that came back or was paid anew. */
  changedGrosze: z.int(),
  /** What it leaves out (below zero) because an overpaid participant paid it back or it was written off. */
  debtsGrosze: z.int(),
  /** What advances cover of it. */
  advanceGrosze: z.int(),
  received: z.object({ receivedOn: PlainDate, amountGrosze: z.int() }).nullable(),
});

const Payer = z.object({
  nrb: z.string(),
  name: z.string(),
  address: z.string(),
  title: z.string(),
  format: z.enum(bankFormats),
  letters: z.string(),
});

/** A list that was prepared: who, when, what became of it. */
const Prepared = z.object({
  id: z.uuid(),
  no: z.int(),
  preparedBy: z.string(),
  preparedByYou: z.boolean(),
  preparedOn: PlainDate,
  despite: z.string(),
  decision: z.object({ decision: z.enum(listDecisions), by: z.string(), on: PlainDate, reason: z.string() }).nullable(),
});

export const BenefitMonthView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  month: Month,
  state: z.enum(listStates),
  /** The month is over, so that its list may be prepared. */
  over: z.boolean(),
  contentHash: z.string(),
  totals: ListTotals,
  law: z.array(ListParameter),
  people: z.array(
    ListPerson.omit({ spans: true, personId: true }).extend({
      /** Null: whereabouts hidden from the reader, who sees the number and the amounts alone. */
      personId: z.uuid().nullable(),
      periods: z.array(z.object({ from: PlainDate, to: PlainDate, phase: z.enum(benefitPhases) })),
      notes: z.array(Note),
      refusal: z.string().nullable(),
      /** What instructors say for a bonus or an extension, for who gives the bonus of an open month. */
      opinions: z.array(
        z.object({
          kind: z.enum(opinionKinds),
          words: z.string(),
          by: z.string(),
          on: PlainDate,
          levels: z.object({ sum: z.number(), of: z.number() }).nullable(),
        }),
      ),
      /** Another account than the last approved list paid to. */
      wayChanged: z.boolean(),
      returned: z
        .object({
          id: z.uuid(),
          returnedOn: PlainDate,
          words: z.string(),
          repaid: z.object({ repaidOn: PlainDate, way: z.enum(payWays) }).nullable(),
        })
        .nullable(),
    }),
  ),
  /** The list that is prepared, approved or paid. */
  list: Prepared.nullable(),
  /** Lists of the month that were returned or withdrawn, newest first. */
  earlier: z.array(Prepared),
  /** Who locked the registers of the month, and when; null: marks may still change without a reason. */
  lock: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** What is not any more as it was when the list was prepared. */
  changes: z.array(
    z.object({
      ipzsId: z.uuid(),
      name: z.string(),
      beforeGrosze: z.int().nullable(),
      nowGrosze: z.int().nullable(),
    }),
  ),
  paidOn: PlainDate.nullable(),
  /** How many lack a benefit for unexcused days, and how many something that has to be looked at first; also of those who are hidden. */
  asks: z.object({ excuses: z.int(), missing: z.int() }),
  /** Who has left with something to be recovered: nobody pays it on this list. On the last list that was approved, and on later ones. */
  leftOver: z.array(z.object({ ipzsId: z.uuid(), name: z.string(), grosze: z.int() })),
  /** Files of transfers, the newest first; `withdrawn`: why it does not hold. */
  bankFiles: z.array(
    z.object({
      no: z.int(),
      payOn: PlainDate,
      transfers: z.int(),
      totalGrosze: z.int(),
      sha256: z.string(),
      by: z.string(),
      withdrawn: z.string().nullable(),
    }),
  ),
  /** Of advances, what a request for this list may settle; 0 for who asks for no refund. */
  advanceOpenGrosze: z.int(),
  /** Every request, the one that holds first. */
  refunds: z.array(Refund),
  /** Rates that hold for the month; empty: nobody wrote any. */
  rates: z.array(z.object({ name: z.string(), percent: z.string(), source: z.string() })),
  payer: Payer.nullable(),
  may: z.object({
    prepare: z.boolean(),
    approve: z.boolean(),
    giveBonus: z.boolean(),
    pay: z.boolean(),
    setWay: z.boolean(),
    lockRegisters: z.boolean(),
    askRefund: z.boolean(),
    readFile: z.boolean(),
  }),
});
export type BenefitMonthView = z.infer<typeof BenefitMonthView>;

/** Months of the centres in reach, newest first: sums without persons. */
export const BenefitMonths = z.object({
  /** `registersLocked`: of the month that is due. */
  units: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      dueMonth: Month.nullable(),
      registersLocked: z.boolean(),
      /** Overpaid participants whose programme has ended: no list takes it. */
      openDebts: z.int(),
      /** Requests for an advance that the starosta has not answered. */
      askedAdvances: z.int(),
    }),
  ),
  months: z.array(
    ListTotals.extend({
      unitId: z.uuid(),
      unitName: z.string(),
      month: Month,
      state: z.enum(listStates),
      registersLocked: z.boolean(),
      preparedByYou: z.boolean(),
      paidOn: PlainDate.nullable(),
      refundNumber: z.string().nullable(),
      refundGrosze: z.int().nullable(),
      refundReceivedOn: PlainDate.nullable(),
      openReturns: z.int(),
    }),
  ),
  /** Whether months open: who sees totals alone opens none. */
  mayOpen: z.boolean(),
  mayReadAdvances: z.boolean(),
});
export type BenefitMonths = z.infer<typeof BenefitMonths>;

/** One approved month of a person. */
export const OwnBenefit = z.object({
  listId: z.uuid(),
  ipzsId: z.uuid(),
  unitName: z.string(),
  month: Month,
  paidOn: PlainDate.nullable(),
  lines: z.array(ListLine),
  corrections: z.array(ListCorrection),
  benefitGrosze: z.int(),
  recoveredGrosze: z.int(),
  carriedOutGrosze: z.int(),
  /** Of what was left to be recovered: paid back or written off since. */
  settledGrosze: z.int(),
  bonusGrosze: z.int(),
  bonusReason: z.string(),
  deductions: z.array(Deduction),
  payGrosze: z.int(),
  way: z.enum(payWays),
});
export type OwnBenefit = z.infer<typeof OwnBenefit>;
export const BenefitsOfPerson = z.object({ months: z.array(OwnBenefit) });
export type BenefitsOfPerson = z.infer<typeof BenefitsOfPerson>;
