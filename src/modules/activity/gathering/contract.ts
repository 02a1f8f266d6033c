import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { gatheringKinds, gatheringLeads, gatheringStates } from "./codes.ts";

const short = z.string().trim().max(200);
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const facts = {
  kind: z.enum(gatheringKinds),
  day: PlainDate,
  startsAt: WallTime,
  minutes: z.int().min(5).max(1440),
  lead: z.enum(gatheringLeads),
  leaderName: short,
  volunteerId: z.uuid().nullable(),
  place: short,
  /** A room of the unit: no class and no other meeting is there at that time. */
  roomId: z.uuid().nullable().default(null),
  partner: short,
  /** What it was about; never what somebody said of themselves. */
  topic: short,
  /** Community activity: the local need that it answers. */
  need: short,
  costGrosze: z.int().min(0).max(100_000_000).nullable(),
  /** The group agreed that names are kept; a self-help group is counted otherwise. */
  namesAgreed: z.boolean(),
  /** Who was there beside the named. */
  counted: z.int().min(0).max(5000),
};

/** F-3A. A new id makes it, ahead of its day without anybody; a known one is edited against `base`, participants are replaced whole. */
export const RecordGathering = z.strictObject({
  gatheringId: z.uuid(),
  unitId: z.uuid(),
  ...facts,
  participants: z
    .array(z.strictObject({ personId: z.uuid(), helpedMinutes: z.int().min(1).max(1440).nullable() }))
    .max(200),
});
export type RecordGathering = z.infer<typeof RecordGathering>;
export const WithdrawGathering = z.strictObject({ gatheringId: z.uuid() });
export type WithdrawGathering = z.infer<typeof WithdrawGathering>;

/** `giverId` or `receiverId` null: the neighbourhood. */
export const RecordExchange = z.strictObject({
  exchangeId: z.uuid(),
  unitId: z.uuid(),
  day: PlainDate,
  giverId: z.uuid().nullable(),
  receiverId: z.uuid().nullable(),
  minutes: z.int().min(5).max(1440),
  what: z.string().trim().min(1).max(200),
});
export type RecordExchange = z.infer<typeof RecordExchange>;
export const WithdrawExchange = z.strictObject({ exchangeId: z.uuid() });
export type WithdrawExchange = z.infer<typeof WithdrawExchange>;

/** Nobody is named: how many were there, how long it took. */
const GatheringLine = z.object({
  id: z.uuid(),
  kind: z.enum(gatheringKinds),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  lead: z.enum(gatheringLeads),
  place: z.string(),
  people: z.int(),
  helpedMinutes: z.int(),
  costGrosze: z.int().nullable(),
  state: z.enum(gatheringStates),
});
export type GatheringLine = z.infer<typeof GatheringLine>;

export const GatheringYear = z.object({
  year: z.int(),
  mayWrite: z.boolean(),
  gatherings: z.array(GatheringLine),
  /** Of those that were held. */
  kinds: z.array(
    z.object({
      kind: z.enum(gatheringKinds),
      times: z.int(),
      minutes: z.int(),
      people: z.int(),
      helpedMinutes: z.int(),
      costGrosze: z.int(),
    }),
  ),
});
export type GatheringYear = z.infer<typeof GatheringYear>;

const Named = z.object({ personId: z.uuid(), name: z.string() });
export const GatheringCard = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  version: z.int(),
  ...facts,
  startsAt: z.string(),
  state: z.enum(gatheringStates),
  volunteerName: z.string().nullable(),
  roomName: z.string().nullable(),
  participants: z.array(Named.extend({ helpedMinutes: z.int().nullable() })),
  /** People of whom the reader may not know where they are. */
  hidden: z.int(),
  by: z.string(),
  mayWrite: z.boolean(),
});
export type GatheringCard = z.infer<typeof GatheringCard>;

/** Volunteers whose agreement holds: who may lead; and rooms of the unit. */
export const GatheringLeaders = z.object({
  rooms: z.array(z.object({ id: z.uuid(), name: z.string() })),
  volunteers: z.array(z.object({ id: z.uuid(), name: z.string(), from: PlainDate, until: PlainDate.nullable() })),
});
export type GatheringLeaders = z.infer<typeof GatheringLeaders>;

export const ExchangeList = z.object({
  exchanges: z.array(
    z.object({
      id: z.uuid(),
      day: PlainDate,
      /** Null: the neighbourhood. */
      giver: z.string().nullable(),
      receiver: z.string().nullable(),
      minutes: z.int(),
      what: z.string(),
    }),
  ),
  /** By person: given less received; below zero: received more. */
  balances: z.array(Named.extend({ given: z.int(), received: z.int() })),
  mayWrite: z.boolean(),
});
export type ExchangeList = z.infer<typeof ExchangeList>;
