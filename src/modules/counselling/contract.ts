import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import {
  bookingOutcomes,
  consultantRoles,
  counsellingKinds,
  hoursReasons,
  reminderChannels,
  reminderPreferences,
  reminderStates,
  workSources,
} from "./codes.ts";
import { workStates } from "./hoursRules.ts";
import { bookingActs, bookingStates } from "./states.ts";

/** `HH:MM` of a day. */
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Role = z.enum(consultantRoles);
const DutyId = z.uuid();

/** Every `everyWeeks` weeks on `weekday` (1 = Monday), from the first such day; slots of `slotMinutes`. Both days inclusive. */
export const RecordDuty = z.strictObject({
  consultantDutyId: DutyId,
  unitId: z.uuid(),
  consultantId: z.uuid(),
  role: Role,
  place: z.string().trim().min(1).max(120),
  everyWeeks: z.int().min(1).max(12),
  weekday: z.int().min(1).max(7),
  startsAt: Time,
  endsAt: Time,
  slotMinutes: z.int().min(10).max(240),
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
});
export type RecordDuty = z.infer<typeof RecordDuty>;

/** `lastOn`: the last day on which it may be held. */
export const EndDuty = z.strictObject({ consultantDutyId: DutyId, lastOn: PlainDate });
export type EndDuty = z.infer<typeof EndDuty>;

/** Days of one consultant without duty, both inclusive. Why is not asked. */
export const NoteAbsence = z.strictObject({
  absenceId: z.uuid(),
  consultantDutyId: DutyId,
  fromOn: PlainDate,
  toOn: PlainDate,
});
export type NoteAbsence = z.infer<typeof NoteAbsence>;

export const WithdrawAbsence = z.strictObject({ absenceId: z.uuid() });
export type WithdrawAbsence = z.infer<typeof WithdrawAbsence>;

export const SettleDuty = z.strictObject({
  settlementId: z.uuid(),
  consultantDutyId: DutyId,
  day: PlainDate,
  heldMinutes: z.int().min(0).max(1440),
  /** Asked for where it was not as planned. */
  reason: z.enum(hoursReasons).nullable().default(null),
});
export type SettleDuty = z.infer<typeof SettleDuty>;

/** Takes work beside duties over into the month, as its record says or otherwise for a reason; 0 minutes: it does not count. */
export const SettleWork = z.strictObject({
  settlementId: z.uuid(),
  consultantId: z.uuid(),
  source: z.enum(workSources),
  sourceId: z.uuid(),
  day: PlainDate,
  minutes: z.int().min(0).max(1440),
  reason: z.enum(hoursReasons).nullable(),
});
export type SettleWork = z.infer<typeof SettleWork>;

const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);

/** How many minutes a month the contract of a consultant holds from `fromMonth` (`YYYY-MM`) on; null: none any more. */
export const SetHourLimit = z.strictObject({
  limitId: z.uuid(),
  consultantId: z.uuid(),
  fromMonth: Month,
  minutes: z.int().min(1).max(44_640).nullable(),
});
export type SetHourLimit = z.infer<typeof SetHourLimit>;

const SlotOf = { consultantDutyId: DutyId, day: PlainDate, startsAt: Time };

/** Where the person wants to be reminded, as they said for this talk; null: not at all. */
export const Reminder = z.discriminatedUnion("channel", [
  z.strictObject({
    channel: z.literal(reminderChannels[0]),
    address: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{9,20}$/),
  }),
  z.strictObject({ channel: z.literal(reminderChannels[1]), address: z.email().max(200) }),
]);
export type Reminder = z.infer<typeof Reminder>;

/** Without a person: the open offer. What it is about is not asked. */
export const MakeBooking = z.strictObject({
  bookingId: z.uuid(),
  personId: z.uuid().nullable(),
  ...SlotOf,
  /** Not given: as the person said once; null: none for this talk. */
  reminder: Reminder.nullable().optional(),
  /** How the person wants to be reminded, asked at this booking and kept for the next ones; null: not asked. */
  preference: z.enum(reminderPreferences).nullable().default(null),
});
export type MakeBooking = z.infer<typeof MakeBooking>;

export const MoveBooking = z.strictObject({ movedId: z.uuid(), bookingId: z.uuid(), ...SlotOf });
export type MoveBooking = z.infer<typeof MoveBooking>;

export const NotePreference = z.strictObject({
  preferenceId: z.uuid(),
  personId: z.uuid(),
  channel: z.enum(reminderPreferences),
});
export type NotePreference = z.infer<typeof NotePreference>;

export const PreferenceView = z.object({
  /** Newest first; the first one counts. */
  noted: z.array(z.object({ channel: z.enum(reminderPreferences), notedBy: z.string(), notedAt: z.string() })),
  /** From the file, as far as the reader may see them. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Nothing known speaks against a message. */
  mayMessage: z.boolean(),
});
export type PreferenceView = z.infer<typeof PreferenceView>;

export const BookingId = z.strictObject({ bookingId: z.uuid() });
export type BookingId = z.infer<typeof BookingId>;

export const NoteOutcome = z.strictObject({ markId: z.uuid(), bookingId: z.uuid(), outcome: z.enum(bookingOutcomes) });
export type NoteOutcome = z.infer<typeof NoteOutcome>;

export const JoinWaiting = z.strictObject({ waitingId: z.uuid(), personId: z.uuid(), role: Role });
export type JoinWaiting = z.infer<typeof JoinWaiting>;

export const WaitingId = z.strictObject({ waitingId: z.uuid() });
export type WaitingId = z.infer<typeof WaitingId>;

/** Keeps a free slot for somebody who waits. */
export const OfferSlot = z.strictObject({ offerId: z.uuid(), waitingId: z.uuid(), ...SlotOf });
export type OfferSlot = z.infer<typeof OfferSlot>;

export const AcceptOffer = z.strictObject({ waitingId: z.uuid(), bookingId: z.uuid() });
export type AcceptOffer = z.infer<typeof AcceptOffer>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** By what somebody is reminded of a talk and what became of it; where to is read by nobody. */
export const ReminderStanding = z.object({ channel: z.enum(reminderChannels), state: z.enum(reminderStates) });
export type ReminderStanding = z.infer<typeof ReminderStanding>;

/** A booking as the reader may know it: nameless where the person is out of reach or in hiding. */
export const BookingLine = z.object({
  bookingId: z.uuid(),
  /** Someone is booked; false for the open offer. */
  forPerson: z.boolean(),
  person: Named.nullable(),
  outcome: z.enum(bookingOutcomes).nullable(),
  begun: z.boolean(),
  /** For who may change it. */
  reminder: ReminderStanding.nullable(),
  /** May cancel and move. */
  mayChange: z.boolean(),
  /** May say who came. */
  mayMark: z.boolean(),
});
export type BookingLine = z.infer<typeof BookingLine>;

const SlotLine = z.object({
  startsAt: z.string(),
  state: z.enum(["FREE", "BOOKED", "OFFERED", "RESERVED", "OVER"]),
  booking: BookingLine.nullable(),
});

export const DutyDayLine = z.object({
  consultantDutyId: z.uuid(),
  role: Role,
  consultant: z.string(),
  place: z.string(),
  day: PlainDate,
  startsAt: z.string(),
  endsAt: z.string(),
  slotMinutes: z.int(),
  /** The code of the holiday, or `AWAY`; null: it is held. */
  lost: z.string().nullable(),
  slots: z.array(SlotLine),
});
export type DutyDayLine = z.infer<typeof DutyDayLine>;

export const SlotsView = z.object({ from: PlainDate, to: PlainDate, days: z.array(DutyDayLine) });
export type SlotsView = z.infer<typeof SlotsView>;

export const PersonBooking = z.object({
  bookingId: z.uuid(),
  role: Role,
  place: z.string(),
  day: PlainDate,
  startsAt: z.string(),
  state: z.enum(bookingStates),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(bookingActs)),
  reminder: ReminderStanding.nullable(),
});
export type PersonBooking = z.infer<typeof PersonBooking>;

export const WaitingLine = z.object({
  waitingId: z.uuid(),
  role: Role,
  /** Place in the order of asking, from 1, those whom the reader does not see counted too. */
  place: z.int(),
  person: Named,
  askedAt: z.string(),
  offer: z
    .object({ day: PlainDate, startsAt: z.string(), place: z.string(), untilAt: z.string(), open: z.boolean() })
    .nullable(),
});
export type WaitingLine = z.infer<typeof WaitingLine>;

export const DutyLine = z.object({
  consultantDutyId: z.uuid(),
  unitId: z.uuid(),
  unit: z.string(),
  consultantId: z.uuid(),
  consultant: z.string(),
  role: Role,
  place: z.string(),
  everyWeeks: z.int(),
  weekday: z.int(),
  startsAt: z.string(),
  endsAt: z.string(),
  slotMinutes: z.int(),
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
  /** Plans it, and may end it. */
  mayEnd: z.boolean(),
  /** Absences of the consultant that are not over, by day; of all the consultant's duties. */
  absences: z.array(z.object({ absenceId: z.uuid(), from: PlainDate, to: PlainDate })),
  /** Days of the month, with what was held. */
  days: z.array(
    z.object({
      day: PlainDate,
      lost: z.string().nullable(),
      plannedMinutes: z.int(),
      heldMinutes: z.int().nullable(),
      reason: z.enum(hoursReasons).nullable(),
      /** What records tell of the hours of the duty: kind and minutes, never with whom. */
      inside: z.array(
        z.object({ source: z.enum(workSources), kind: z.enum(counsellingKinds).nullable(), minutes: z.int() }),
      ),
    }),
  ),
});
export type DutyLine = z.infer<typeof DutyLine>;

/** One consultant in one month. Days left out count as planned no more. */
export const HoursLine = z.object({
  consultantId: z.uuid(),
  consultant: z.string(),
  plannedMinutes: z.int(),
  heldMinutes: z.int(),
  lostMinutes: z.int(),
  /** Days that have passed and of which nobody has said how long they were held. */
  unsettled: z.int(),
  came: z.int(),
  noShow: z.int(),
  warning: z.enum(["UNDER", "OVER"]).nullable(),
  /** Work beside duties that was taken over. */
  workMinutes: z.int(),
  /** Lines of such work that are to be looked at. */
  toTake: z.int(),
  /** What the contract holds in this month; null: nothing is set. */
  limitMinutes: z.int().nullable(),
  /** Held and taken over beyond that. */
  beyondMinutes: z.int().nullable(),
  /** Plans the duties, and may say what the contract holds. */
  mayLimit: z.boolean(),
});
export type HoursLine = z.infer<typeof HoursLine>;

/** Work of a consultant beside duties: day, kind and minutes, never with whom. */
export const WorkLine = z.object({
  consultantId: z.uuid(),
  consultant: z.string(),
  source: z.enum(workSources),
  sourceId: z.uuid(),
  day: PlainDate,
  startsAt: z.string().nullable(),
  kind: z.enum(counsellingKinds).nullable(),
  /** As the record says now; null: there is none any more. */
  minutes: z.int().nullable(),
  settledMinutes: z.int().nullable(),
  reason: z.enum(hoursReasons).nullable(),
  state: z.enum(workStates),
});
export type WorkLine = z.infer<typeof WorkLine>;

export const DutiesView = z.object({
  month: z.string(),
  duties: z.array(DutyLine),
  hours: z.array(HoursLine),
  work: z.array(WorkLine),
});
export type DutiesView = z.infer<typeof DutiesView>;
