import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { insurances, ledSourceKinds } from "./codes.ts";

const line = (most: number) => z.string().trim().min(1).max(most);
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What is known of a volunteer beside the name; sealed. */
export const VolunteerDetails = z.strictObject({
  birthDate: PlainDate.nullable(),
  phone: z.string().trim().max(40),
  email: z.string().trim().max(200),
  address: z.string().trim().max(300),
  /** Of a minor: who consents. */
  guardian: z.string().trim().max(200),
});
export type VolunteerDetails = z.infer<typeof VolunteerDetails>;

/** F-63. A new id makes a volunteer; a known one is edited against `base`. */
export const RecordVolunteer = z.strictObject({
  volunteerId: z.uuid(),
  unitId: z.uuid(),
  firstName: line(100),
  lastName: line(100),
  details: VolunteerDetails,
});
export type RecordVolunteer = z.infer<typeof RecordVolunteer>;

/** Days are inclusive; `endsOn` null: until somebody ends it. */
export const ConcludeAgreement = z.strictObject({
  agreementId: z.uuid(),
  volunteerId: z.uuid(),
  number: line(60),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  written: z.boolean(),
  signedOn: PlainDate.nullable(),
  pledgedOn: PlainDate,
  guardianConsentOn: PlainDate.nullable(),
  insurance: z.enum(insurances),
  tasks: line(2000),
});
export type ConcludeAgreement = z.infer<typeof ConcludeAgreement>;

/** What comes after the agreement was concluded; replaces what was known. */
export const SettleAgreement = z.strictObject({
  settlingId: z.uuid(),
  agreementId: z.uuid(),
  signedOn: PlainDate.nullable(),
  guardianConsentOn: PlainDate.nullable(),
  insurance: z.enum(insurances),
});
export type SettleAgreement = z.infer<typeof SettleAgreement>;
/** Concluded by mistake: only while no hours stand under it. */
export const WithdrawAgreement = z.strictObject({ agreementId: z.uuid() });
export type WithdrawAgreement = z.infer<typeof WithdrawAgreement>;
export const WithdrawExpense = z.strictObject({ expenseId: z.uuid() });
export type WithdrawExpense = z.infer<typeof WithdrawExpense>;

export const EndAgreement = z.strictObject({
  agreementId: z.uuid(),
  endedOn: PlainDate,
  reason: z.string().trim().max(500).default(""),
});
export type EndAgreement = z.infer<typeof EndAgreement>;

export const LogHours = z.strictObject({
  hoursId: z.uuid(),
  agreementId: z.uuid(),
  day: PlainDate,
  minutes: z.int().min(1).max(1440),
  task: line(300),
});
export type LogHours = z.infer<typeof LogHours>;
export const WithdrawHours = z.strictObject({ hoursId: z.uuid() });
export type WithdrawHours = z.infer<typeof WithdrawHours>;

/** What registers say a volunteer led, put on the card; `minutes` as they were seen, so that a change in between is told. */
export const ConfirmLed = z.strictObject({
  volunteerId: z.uuid(),
  hours: z
    .array(
      z.strictObject({
        hoursId: z.uuid(),
        source: z.enum(ledSourceKinds),
        sourceId: z.uuid(),
        minutes: z.int().min(1).max(1440),
      }),
    )
    .min(1)
    .max(100),
});
export type ConfirmLed = z.infer<typeof ConfirmLed>;
/** Not for the card, for instance because it stands there by hand. */
export const LeaveOutLed = z.strictObject({
  volunteerId: z.uuid(),
  source: z.enum(ledSourceKinds),
  sourceId: z.uuid(),
});
export type LeaveOutLed = z.infer<typeof LeaveOutLed>;

export const RecordExpense = z.strictObject({
  expenseId: z.uuid(),
  agreementId: z.uuid(),
  day: PlainDate,
  amountGrosze: z.int().min(1).max(100_000_000),
  what: line(200),
});
export type RecordExpense = z.infer<typeof RecordExpense>;

export const RecordVolunteerTraining = z.strictObject({
  trainingId: z.uuid(),
  volunteerId: z.uuid(),
  heldOn: PlainDate,
  topic: line(200),
});
export type RecordVolunteerTraining = z.infer<typeof RecordVolunteerTraining>;

/** 1 = Monday … 7 = Sunday; wall time. */
const Slot = z.strictObject({ weekday: z.int().min(1).max(7), startsAt: WallTime, endsAt: WallTime });
export type AvailableSlot = z.infer<typeof Slot>;
/** Replaces what was said before; none: cannot come for now. */
export const SetAvailability = z.strictObject({
  availabilityId: z.uuid(),
  volunteerId: z.uuid(),
  slots: z.array(Slot).max(21),
});
export type SetAvailability = z.infer<typeof SetAvailability>;

export const CertifyVolunteer = z.strictObject({
  certificateId: z.uuid(),
  agreementId: z.uuid(),
  number: line(60),
  issuedOn: PlainDate,
});
export type CertifyVolunteer = z.infer<typeof CertifyVolunteer>;

export const agreementLacks = ["SIGNATURE", "INSURANCE", "BIRTH_DATE"] as const;
export type AgreementLack = (typeof agreementLacks)[number];

export const VolunteerLine = z.object({
  id: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  /** Of the agreement that goes on, else of the last one; null: there was none. */
  agreement: z
    .object({ number: z.string(), startsOn: PlainDate, endsOn: PlainDate.nullable(), holds: z.boolean() })
    .nullable(),
  /** This calendar year. */
  minutes: z.int(),
  lastOn: PlainDate.nullable(),
  slots: z.array(Slot),
  /** How much that they led waits to be confirmed; zero for those who confirm nothing. */
  waiting: z.int(),
});
export type VolunteerLine = z.infer<typeof VolunteerLine>;

const Agreement = z.object({
  id: z.uuid(),
  number: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  written: z.boolean(),
  signedOn: PlainDate.nullable(),
  pledgedOn: PlainDate,
  guardianConsentOn: PlainDate.nullable(),
  insurance: z.enum(insurances),
  tasks: z.string(),
  ending: z.object({ endedOn: PlainDate, reason: z.string(), by: z.string() }).nullable(),
  holds: z.boolean(),
  lacks: z.array(z.enum(agreementLacks)),
  minutes: z.int(),
  expensesGrosze: z.int(),
  certificates: z.array(
    z.object({ id: z.uuid(), number: z.string(), issuedOn: PlainDate, untilOn: PlainDate, minutes: z.int() }),
  ),
});
export type VolunteerAgreement = z.infer<typeof Agreement>;

/** What a volunteer led and is not on the card; `agreementId` null: no agreement held that day; `byHandMinutes`: entered by hand that day. */
const LedLine = z.object({
  source: z.enum(ledSourceKinds),
  sourceId: z.uuid(),
  day: PlainDate,
  minutes: z.int(),
  task: z.string(),
  agreementId: z.uuid().nullable(),
  byHandMinutes: z.int(),
});
export type LedHours = z.infer<typeof LedLine>;

export const VolunteerCard = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  version: z.int(),
  mayKeep: z.boolean(),
  /** Null for those who only see when they came. */
  details: VolunteerDetails.nullable(),
  minor: z.boolean(),
  slots: z.array(Slot),
  trainings: z.array(z.object({ id: z.uuid(), heldOn: PlainDate, topic: z.string() })),
  agreements: z.array(Agreement),
  hours: z.array(
    z.object({
      id: z.uuid(),
      agreementNumber: z.string(),
      day: PlainDate,
      minutes: z.int(),
      task: z.string(),
      by: z.string(),
      source: z.enum(ledSourceKinds).nullable(),
      /** What registers say now where that is no longer what was confirmed; minutes null: nothing. */
      otherwise: z.object({ minutes: z.int().nullable() }).nullable(),
    }),
  ),
  /** Of those who confirm hours. */
  proposals: z.array(LedLine),
  expenses: z.array(z.object({ id: z.uuid(), day: PlainDate, amountGrosze: z.int(), what: z.string() })),
  /** Units of the reader's, for a change. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type VolunteerCard = z.infer<typeof VolunteerCard>;

/** What the law asks of an agreement, as it holds today; `verified` false: somebody has to check it. */
export const AgreementRules = z.object({
  writtenAfterDays: z.int(),
  accidentUpToDays: z.int(),
  verified: z.boolean(),
});
export type AgreementRules = z.infer<typeof AgreementRules>;

export const VolunteerList = z.object({
  volunteers: z.array(VolunteerLine),
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  mayKeep: z.boolean(),
  rules: AgreementRules,
});
export type VolunteerList = z.infer<typeof VolunteerList>;

export const VolunteerHours = z.object({
  year: z.int(),
  months: z.array(z.object({ month: z.int(), volunteers: z.int(), minutes: z.int() })),
  minutes: z.int(),
  volunteers: z.int(),
});
export type VolunteerHours = z.infer<typeof VolunteerHours>;
