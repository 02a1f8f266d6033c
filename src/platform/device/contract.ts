import type { Messages } from "../messages.ts";
import type { SetMeasure } from "../sync/contract.ts";
import type { CommandEnvelope } from "../ui/api.ts";

/**
 * What screens know of the device: a store that is encrypted for one user, an outbox, and their state. Nothing here knows
 * a room.
 */

/**
 * none     this browser keeps nothing
 * locked   somebody's store is here; a passkey or a passphrase opens it
 * resting  the data key waits in the worker for a PIN, for 30 minutes at most
 * open     the user works, with or without network
 */
export type DeviceStatus = "none" | "locked" | "resting" | "open";

export type StorageState = {
  /** null: the browser cannot be asked. */
  persisted: boolean | null;
  usedBytes: number;
  /** As the browser says; some say the same whatever is left. */
  quotaBytes: number;
  /** No more than a few cards would find room: tried, not asked. */
  isTight: boolean;
};

export type DeviceState = {
  status: DeviceStatus;
  /** Stores in this browser, by the word that each user chose for it. */
  users: readonly { key: string; label: string; way: "passkey" | "phrase"; waiting: number }[];
  deviceId: string | null;
  /** Done here and not yet on the server. */
  waiting: number;
  /** The same, of all whose work lies in this browser. */
  unsent: number;
  /** Refused, or set aside behind a refused one: the user has to look. */
  needsYou: number;
  /** Last time that the server took everything there was; instants here are by its clock, as last heard. */
  sentAt: string | null;
  /** As of when the set is. */
  pulledAt: string | null;
  leaseUntil: string | null;
  /** The server's clock less this device's, in ms, when it was last heard. */
  clockOffsetMs: number | null;
  storage: StorageState | null;
  /** What keeps the device from sending: message keys such as `device.offline`, `device.revoked` (and with its cause), `device.sign_in`, or of the rule to narrow. */
  trouble: string | null;
  /** A first download is under way: records so far. */
  pulling: number | null;
  /** How full the set is, by kind. */
  measures: readonly SetMeasure[];
};

/** A command as the outbox keeps it, readable by its user. */
export type PendingCommand = {
  id: string;
  type: string;
  envelope: CommandEnvelope;
  /** Records that it touches, e.g. `person:<id>`: what stands behind a refused one waits with it. */
  touches: readonly string[];
  /** A short line of what was done, in the words of its room, for the list of what waits. */
  label: string;
  madeAt: string;
  state: "waiting" | "delivered" | "refused" | "behind" | "quarantined";
  /** Message key and details of the refusal. */
  code?: string;
  details?: Readonly<Record<string, unknown>>;
};

/** What a room says of its commands and records so that the device can carry them. */
export type OfflineRoom = {
  /** The room's catalogue: sentences for the codes of what was refused. */
  words?: Messages;
  /** Kinds of the set that are lists of many small records: kept in chunks and whole in memory while the device is open. */
  directories?: readonly string[];
  /** Commands that go by the outbox when the device is open. */
  commands: Readonly<
    Record<
      string,
      {
        touches: (payload: unknown) => readonly string[];
        /** Message keys are the room's; the line never leaves the encrypted store. */
        label: (payload: unknown) => string;
        /** Ids of pictures that it names: they are sent before it. */
        photos?: (payload: unknown) => readonly string[];
        /** Where the user mends a refused one: a screen that reads the command by its id; told of the payload where each has its own. */
        mendPath?: string | ((payload: unknown) => string);
      }
    >
  >;
};
