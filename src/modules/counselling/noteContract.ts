import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { channels, confirmations, counsellingKinds } from "./codes.ts";
import { DutyDayLine } from "./contract.ts";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Kind = z.enum(counsellingKinds);

/** What the team may read of a talk, of a lawyer's advice nobody but the author. */
export const SharedPart = z.object({
  topic: z.string(),
  agreements: z.string().nullable(),
  referral: z.string().nullable(),
  /** Why this note takes the place of an earlier one; null for a first one. */
  mendReason: z.string().nullable().default(null),
});
export type SharedPart = z.infer<typeof SharedPart>;

/** F-2A. Without a person: somebody of the open offer. `mendsId`: an own note that this one takes the place of, for a reason. */
export const WriteTalk = z.strictObject({
  talkNoteId: z.uuid(),
  personId: z.uuid().nullable(),
  bookingId: z.uuid().nullable(),
  mendsId: z.uuid().nullable(),
  mendReason: z.string().trim().min(1).max(500).nullable().default(null),
  kind: Kind,
  channel: z.enum(channels),
  day: PlainDate,
  startsAt: Time,
  endsAt: Time,
  topic: z.string().trim().min(1).max(200),
  content: z.string().trim().min(1).max(20_000).nullable(),
  agreements: z.string().trim().min(1).max(2000).nullable(),
  referral: z.string().trim().min(1).max(500).nullable(),
  nextOn: PlainDate.nullable(),
  confirmation: z.enum(confirmations),
});
export type WriteTalk = z.infer<typeof WriteTalk>;

export const TalkLine = z.object({
  talkNoteId: z.uuid(),
  kind: Kind,
  channel: z.enum(channels),
  day: PlainDate,
  minutes: z.int(),
  author: z.string(),
  /** null where it is not the reader's: a lawyer's advice, or a kind whose column the role does not have. */
  shared: SharedPart.nullable(),
  nextOn: PlainDate.nullable(),
  confirmation: z.enum(confirmations),
  /** The reader may open the content: the author, or the named substitute. */
  opens: z.boolean(),
  /** One's own, that no later note took the place of yet. */
  mayMend: z.boolean(),
  /** A later note took its place. */
  mended: z.boolean(),
});
export type TalkLine = z.infer<typeof TalkLine>;

export const TalkContent = z.object({
  talkNoteId: z.uuid(),
  personId: z.uuid().nullable(),
  bookingId: z.uuid().nullable(),
  kind: Kind,
  channel: z.enum(channels),
  day: PlainDate,
  startsAt: Time,
  endsAt: Time,
  nextOn: PlainDate.nullable(),
  confirmation: z.enum(confirmations),
  text: z.string().nullable(),
  shared: SharedPart,
});
export type TalkContent = z.infer<typeof TalkContent>;

const MyTalk = TalkLine.extend({
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  anonymous: z.boolean(),
});

/** What else somebody does on a day, as rooms above tell it. */
export const DayEntry = z.object({
  startsAt: z.string(),
  minutes: z.int(),
  title: z.string(),
  place: z.string().nullable(),
  /** An initial interview of a candidate: the title is a name, or empty where the reader may not know it. Not given: classes. */
  kind: z.enum(["INTERVIEW"]).optional(),
});
export type DayEntry = z.infer<typeof DayEntry>;

export const MyDay = z.object({
  day: PlainDate,
  duties: z.array(DutyDayLine),
  others: z.array(DayEntry),
  /** Talks of the last two weeks to which somebody came and that I have not written of. */
  unwritten: z.array(
    z.object({
      bookingId: z.uuid(),
      day: PlainDate,
      startsAt: z.string(),
      endsAt: z.string(),
      person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    }),
  ),
  notes: z.array(MyTalk),
});
export type MyDay = z.infer<typeof MyDay>;
