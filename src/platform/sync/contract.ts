import { z } from "zod";

/**
 * What a device and the server say to each other. A device pulls the set that a rule chose for its user and delivers what
 * its user did. Both go by a device token, which the unlocked device gets for a signed challenge; delivering sealed entries
 * needs no token at all, and is then answered by receipts alone.
 */

/** How long the server's share may stay on a device without contact. Source: docs/security, C18. */
export const leaseHours = 72;

/** Where a device stands in the change feed. Opaque to the device; kept with what it led to. */
export const Cursor = z.string().max(500);

export const Pull = z.strictObject({
  cursor: Cursor.nullable(),
  /** Records a page, at most. */
  limit: z.int().min(1).max(1000).default(1000),
  /** What the device's own clock says now. */
  deviceNow: z.iso.datetime({ offset: true }).optional(),
});
export type Pull = z.input<typeof Pull>;

/** One record of the set, whole, as its user may read it; or the word that it is not for this device any more. */
export const HeldRecord = z.object({
  kind: z.string(),
  id: z.uuid(),
  personId: z.uuid().nullable(),
  /** Format of `body`, as the room that made it counts. */
  v: z.int(),
  body: z.unknown(),
});
export type HeldRecord = z.infer<typeof HeldRecord>;

export const GoneRecord = z.object({ kind: z.string(), id: z.uuid(), gone: z.literal(true) });
export type GoneRecord = z.infer<typeof GoneRecord>;

/** How full the set of one kind is: `count` of `most`; past `warnAt` the user is told which rule to narrow. */
export const SetMeasure = z.object({
  kind: z.string(),
  count: z.int(),
  warnAt: z.int(),
  most: z.int(),
  /** Message key of the rule to narrow; absent in what older servers told. */
  narrow: z.string().optional(),
});
export type SetMeasure = z.infer<typeof SetMeasure>;

export const Pulled = z.object({
  /** Changed by a restore of the server: the device forgets its cursor and begins anew, its outbox stays. */
  epoch: z.uuid(),
  cursor: Cursor,
  /** False: ask again at once with the new cursor. */
  done: z.boolean(),
  records: z.array(z.union([GoneRecord, HeldRecord])),
  measures: z.array(SetMeasure),
  serverNow: z.string(),
  /** The server's clock less the device's, in ms, when they are more than 5 minutes apart. */
  clockOffsetMs: z.int().nullable(),
  /** Until when the server's share may stay on the device, from this contact. */
  leaseUntil: z.string(),
});
export type Pulled = z.infer<typeof Pulled>;

/**
 * One act of a user on a device, before it is sealed. Canonical JSON of it is what the device key signs (ECDSA P-256,
 * SHA-256, raw r|s); the author is the signature's.
 */
export const Entry = z.strictObject({
  /** Format of the entry itself. */
  f: z.literal(1),
  id: z.uuid(),
  /** Name and format of the command, as on the wire of a session. */
  type: z.string().max(100),
  v: z.int().min(1),
  base: z.int().min(1).optional(),
  mends: z.uuid().optional(),
  /** When it happened by the user's word. */
  occurredAt: z.string(),
  deviceId: z.uuid(),
  /** 1, 2, 3 … on this device and for this user: the order in which it was done. */
  deviceSeq: z.int().min(1),
  /** What the device's own clock said when the entry was made. */
  deviceClock: z.string(),
  payload: z.unknown(),
});
export type Entry = z.infer<typeof Entry>;

export const SignedEntry = z.strictObject({ entry: Entry, signature: z.string() });
export type SignedEntry = z.infer<typeof SignedEntry>;

/**
 * An entry sealed to the organisation's public key: base64url of
 * `1 | ephemeral P-256 public key, 65 bytes raw | IV, 12 bytes | AES-256-GCM of UTF-8 JSON of SignedEntry`.
 * Key: HKDF-SHA-256 of the ECDH secret, empty salt, info `powrot.entry|<deviceId>|<id>`; the same text is the associated data.
 */
export const SealedEntry = z.strictObject({ id: z.uuid(), deviceId: z.uuid(), sealed: z.string().max(200_000) });
export type SealedEntry = z.infer<typeof SealedEntry>;

export const Deliver = z.strictObject({
  entries: z.array(SealedEntry).min(1).max(50),
  deviceNow: z.iso.datetime({ offset: true }).optional(),
});
export type Deliver = z.infer<typeof Deliver>;

/**
 * What became of one entry. `received`: it is safe on the server, more is not for the one who brought it. `quarantined`: a
 * person at the office decides. `kept`: done as far as nobody else had changed it; the rest waits as a conflict.
 */
export const EntryResult = z.object({
  id: z.uuid(),
  outcome: z.enum([
    "done",
    "kept",
    "refused",
    "forbidden",
    "not_found",
    "conflict",
    "invalid",
    "quarantined",
    "received",
  ]),
  /** Message key of the reason. */
  code: z.string().optional(),
  version: z.int().optional(),
  conflictId: z.uuid().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type EntryResult = z.infer<typeof EntryResult>;

/** In the order of the entries. One that is missing was not taken: send it again. */
export const Delivered = z.object({
  results: z.array(EntryResult),
  serverNow: z.string(),
  clockOffsetMs: z.int().nullable(),
});
export type Delivered = z.infer<typeof Delivered>;

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/**
 * A piece of a sealed picture, in the query; the bytes from `at` on are the body, 256 KiB at most. Without any it only asks how
 * much is there. Needs no token: the author is the signature's.
 */
export const PhotoPiece = z.strictObject({
  deviceId: z.uuid(),
  at: wholeNumber(0, 5 * 1024 * 1024),
  /** Of the whole picture as sealed. */
  size: wholeNumber(1, 5 * 1024 * 1024),
});
export type PhotoPiece = z.infer<typeof PhotoPiece>;

/** From which byte on the server wants it; `done`: it has the picture. */
export type PhotoTaken = { at: number; done: boolean };

/** Asks what became of entries that somebody else may have delivered. */
export const AskResults = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });

/** Whom the user of a device read on it, and when by its clock. */
export const NoteReads = z.strictObject({
  reads: z
    .array(z.strictObject({ personId: z.uuid(), at: z.iso.datetime() }))
    .min(1)
    .max(500),
});
export type NoteReads = z.infer<typeof NoteReads>;
/** `id`: the same sent again is the same. */
export const TellReads = NoteReads.extend({ id: z.uuid() });

/** Makes this browser a device of the signed-in account. `signingKey`: SPKI, base64url. */
export const EnrolDevice = z.strictObject({
  deviceId: z.uuid(),
  /** What the user calls it; no name of a person. */
  name: z.string().trim().min(1).max(60),
  signingKey: z.string().max(500),
  /** That the user has just given the password again: a device outlives the session that made it. */
  proof: z.string().max(100),
});
export type EnrolDevice = z.infer<typeof EnrolDevice>;

/** The server's half of the way to the data key, and the key that entries are sealed to (raw P-256 point, base64url). */
export const Lease = z.object({
  share: z.string(),
  leaseUntil: z.string(),
  sealingKey: z.string(),
  epoch: z.uuid(),
});
export type Lease = z.infer<typeof Lease>;

/** `challenge` is signed as UTF-8 `powrot.device|<deviceId>|<challenge>` by the device key. */
export const Challenge = z.object({ challenge: z.string() });
export type Challenge = z.infer<typeof Challenge>;
export const AnswerChallenge = z.strictObject({ deviceId: z.uuid(), challenge: z.string(), signature: z.string() });
export type AnswerChallenge = z.infer<typeof AnswerChallenge>;
/** For `Authorization: Bearer`, only below `/api/sync`, for 15 minutes. */
export const DeviceToken = z.object({ token: z.string(), expiresAt: z.string(), lease: Lease });
export type DeviceToken = z.infer<typeof DeviceToken>;
