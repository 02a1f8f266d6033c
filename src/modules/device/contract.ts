import { z } from "zod";
import { revokeReasons } from "./codes.ts";

export const RenameDevice = z.strictObject({ deviceId: z.uuid(), name: z.string().trim().min(1).max(60) });
export type RenameDevice = z.infer<typeof RenameDevice>;
export const RevokeDevice = z.strictObject({ deviceId: z.uuid(), reason: z.enum(revokeReasons) });
export type RevokeDevice = z.infer<typeof RevokeDevice>;

/** `setBy` and `setAt` null: nobody has said anything yet. */
export const PhoneWork = z.object({ allowed: z.boolean(), setBy: z.string().nullable(), setAt: z.string().nullable() });
export type PhoneWork = z.infer<typeof PhoneWork>;
export const ChangePhoneWork = z.strictObject({ allowed: z.boolean() });
export type ChangePhoneWork = z.infer<typeof ChangePhoneWork>;

export const DeviceLine = z.object({
  id: z.uuid(),
  name: z.string(),
  accountId: z.uuid(),
  userName: z.string(),
  enrolledAt: z.string(),
  seenAt: z.string(),
  pulledAt: z.string().nullable(),
  leaseUntil: z.string(),
  clockOffsetMs: z.int().nullable(),
  revokedAt: z.string().nullable(),
  revokedFor: z.string().nullable(),
  /** When it came after its end and was told. */
  toldAt: z.string().nullable(),
  /** Records and people that it holds, or may hold. */
  records: z.int(),
  people: z.int(),
  /** Its entries that wait for a decision. */
  waiting: z.int(),
});
export type DeviceLine = z.infer<typeof DeviceLine>;

/** What a device held, counted by kind. */
export const HeldKind = z.object({ kind: z.string(), records: z.int(), people: z.int(), gone: z.int() });
export type HeldKind = z.infer<typeof HeldKind>;

/** A person of whom something lay on a device, for the breach notice. */
export const HeldPerson = z.object({
  personId: z.uuid(),
  personNo: z.int().nullable(),
  kinds: z.array(z.string()),
  heldSince: z.string(),
  /** Null: still there. */
  goneAt: z.string().nullable(),
});
export type HeldPerson = z.infer<typeof HeldPerson>;

export const Held = z.object({ device: DeviceLine, kinds: z.array(HeldKind), people: z.array(HeldPerson) });
export type Held = z.infer<typeof Held>;

export const EntryLine = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  deviceName: z.string(),
  authorId: z.uuid(),
  authorName: z.string(),
  type: z.string(),
  saidAt: z.string(),
  receivedAt: z.string(),
  /** Message key of why it waits. */
  heldFor: z.string(),
  /** Whether the reader may open it and decide. */
  mayDecide: z.boolean(),
  /** The reader leads the author's unit, but it is about somebody whose whereabouts are not for them: a lead on that list decides. */
  hidden: z.boolean(),
});
export type EntryLine = z.infer<typeof EntryLine>;

/** One's own entry that waited, and what became of it. */
export const OwnEntryLine = z.object({
  id: z.uuid(),
  type: z.string(),
  saidAt: z.string(),
  heldFor: z.string(),
  outcome: z.string(),
  code: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type OwnEntryLine = z.infer<typeof OwnEntryLine>;

export const OpenedEntry = EntryLine.extend({
  v: z.int(),
  deviceAt: z.string(),
  /** As it was sent: names of fields and what stands in them. */
  payload: z.unknown(),
});
export type OpenedEntry = z.infer<typeof OpenedEntry>;

export const ReleaseEntry = z.strictObject({ entryId: z.uuid() });
export type ReleaseEntry = z.infer<typeof ReleaseEntry>;
export const RefuseEntry = z.strictObject({ entryId: z.uuid(), reason: z.string().trim().min(3).max(1000) });
export type RefuseEntry = z.infer<typeof RefuseEntry>;
