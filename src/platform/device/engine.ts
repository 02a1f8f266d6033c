import type { Lease } from "../sync/contract.ts";
import { uuidv7 } from "../uuid.ts";
import { type Bytes, bytesOf, randomBytes } from "./bytes.ts";
import type { DeviceState, StorageState } from "./contract.ts";
import { newSigningKey, signingKey } from "./crypto.ts";
import { instantOf, stateOf } from "./deviceState.ts";
import { openHeld } from "./held.ts";
import { isPin } from "./phraseForm.ts";
import { DeviceProblem, isDiskFull } from "./problem.ts";
import { openReads, type Reads } from "./reads.ts";
import { keyedMark, phraseCost } from "./secret.ts";
import type { UserRow } from "./store.ts";
import { openSync, type Sync } from "./sync.ts";
import {
  isLeaseOver,
  leaseEndMs,
  makeVault,
  type Opened,
  openMeta,
  openShare,
  openVault,
  sealMeta,
  sealShare,
} from "./vault.ts";
import { ask, endOf, isRevoked } from "./wire.ts";
import type { Open, PinAnswer, Secret, TabWord, UnlockAnswer, World } from "./world.ts";
import { openWriting, type Writing } from "./writing.ts";

const mostTries = 10;
const mostPinTries = 5;
const restMs = 30 * 60_000;
/** A night of cards with some pictures; tried once the screen that was opened has come. */
const roomBytes = 4 * 1024 * 1024;
const roomAfterMs = 5000;
/** How long a page may keep what is typed before the worker covers it by itself. */
const askedRestMs = 2000;

type Resting = Pick<Opened, "key" | "dataKey" | "leaseKey"> & {
  pin: { salt: string; mark: string };
  sinceMs: number;
  tries: number;
};

/** A full disk does not keep the door from being shown: what was to be written is written the next time. */
function unlessFull(error: unknown): undefined {
  if (!isDiskFull(error)) throw error;
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

/**
 * none <-> locked -> open <-> resting      one user at a time; the others' stores lie closed beside
 *            ^--------------------'
 */
export async function openEngine(outside: World) {
  const { store, now } = outside;
  const world: World = {
    ...outside,
    held: (kinds) => {
      outside.held(kinds);
      outside.tell({ held: kinds });
    },
  };
  let open: Open | undefined;
  let resting: Resting | undefined;
  let endRest: (() => void) | undefined;
  let directories: ReadonlySet<string> = new Set();
  let storage: StorageState | null = null;
  let state: DeviceState;
  let known: ReadonlySet<string> = new Set();
  /** Stores that somebody ended, here or in another tab: what is gone beside these the browser has thrown away. */
  const over = new Set<string>();
  let isLost = false;
  let isTight = false;

  const need = (): Open => {
    if (!open) throw new DeviceProblem("device.not_open");
    return open;
  };
  const sync: Sync = openSync({
    ...world,
    open: () => open,
    kept: (here, row) => writing.kept(here, row),
    reads: () => reads,
    refresh: () => refresh(),
    revoked: (key, why) => end(key, "revoked", why),
    lease: (opened, lease) => keepLease(opened, lease),
  });
  const writing: Writing = openWriting(world, need, async () => {
    await measureStorage();
    await refresh();
    world.held(["outbox"]);
    sync.soon();
  });

  const reads: Reads = openReads(async () => {
    const row = await store.user(need().opened.key);
    return row ? instantOf(now(), row) : new Date(now()).toISOString();
  }, writing);

  async function refresh(): Promise<DeviceState> {
    const rows = await store.users();
    const keys = new Set(rows.filter(({ wraps }) => wraps).map(({ key }) => key));
    if ([...known].some((key) => !keys.has(key) && !over.has(key))) isLost = true;
    known = keys;
    const here = open?.opened.key ?? resting?.key;
    if (here !== undefined && !keys.has(here)) drop();
    const users = await Promise.all(rows.map(async (row) => ({ row, outbox: await store.outbox(row.key) })));
    state = stateOf(users, {
      status: open ? "open" : resting ? "resting" : "locked",
      key: open?.opened.key ?? resting?.key,
      storage,
      trouble: isLost ? "device.evicted" : sync.trouble(),
      pulling: sync.pulling(),
      nowMs: now(),
    });
    world.changed(state);
    return state;
  }

  async function measureStorage(): Promise<void> {
    const told = await world.storage();
    storage = told && { ...told, isTight };
  }

  /** A store that is over: wraps first, then the rest. Memory goes before the disk. */
  async function end(key: string, how: NonNullable<UserRow["end"]>, why = ""): Promise<void> {
    dropOf(key);
    if (how === "revoked" && !open) sync.revoked(why);
    world.tell({ ended: key });
    await store.endUser(key, how);
    await store.forgetUser(key);
    world.held([]);
    await refresh();
  }

  function dropOf(key: string): void {
    over.add(key);
    if ((open?.opened.key ?? resting?.key) === key) drop();
  }

  function drop(): void {
    endRest?.();
    endRest = undefined;
    open = undefined;
    resting = undefined;
    sync.forget();
  }

  async function keepLease(opened: Pick<Opened, "key" | "leaseKey">, lease: Lease): Promise<void> {
    const share = await sealShare(opened.leaseKey, opened.key, lease.share);
    await store.changeUser(opened.key, (row) => ({
      sealingKey: lease.sealingKey,
      lease: { share, untilMs: leaseEndMs(lease, now(), row.offsetMs), latestMs: now() },
    }));
  }

  /** The share leaves the disk when its time is over; how far the clock has come is remembered. */
  async function watchLease(row: UserRow): Promise<UserRow> {
    if (!row.lease) return row;
    const over = isLeaseOver(row.lease, now());
    const lease = over ? null : { ...row.lease, latestMs: Math.max(now(), row.lease.latestMs) };
    return (await store.changeUser(row.key, () => ({ lease })).catch(unlessFull)) ?? { ...row, lease };
  }

  const secretOf = async (row: UserRow, secret: Secret): Promise<Bytes> => {
    if (secret.way === "passkey") return secret.prf;
    return row.phrase ? world.phraseSecret(secret.phrase, row.phrase) : randomBytes(32);
  };

  async function opening(opened: Opened): Promise<void> {
    drop();
    isLost = false;
    open = { opened, held: openHeld(store, opened, (kind) => directories.has(kind)), kept: new Map() };
    await measureStorage();
    await refresh();
    sync.soon();
    world.later(roomAfterMs, () => void tryRoom().catch(() => undefined));
  }

  /** What a browser says is left may be the same whatever is: a try says before it is too late. */
  async function tryRoom(): Promise<void> {
    isTight = !(await store.hasRoom(roomBytes));
    await measureStorage();
    await refresh();
  }

  const api = {
    state: () => state,
    refresh,

    setDirectories: (kinds: readonly string[]): void => {
      directories = new Set(kinds);
      open?.held.forget();
    },

    /** @throws DeviceProblem as the server refuses; `device.pin_form` */
    enrol: async (given: {
      label: string;
      secret: Secret;
      pin: string;
      session: unknown;
      proof: string;
    }): Promise<void> => {
      if (!isPin(given.pin)) throw new DeviceProblem("device.pin_form");
      const key = uuidv7(now());
      const signing = await newSigningKey();
      const cost = { ...phraseCost, salt: randomBytes(16) };
      const isPhrase = given.secret.way === "phrase";
      const secret =
        given.secret.way === "passkey" ? given.secret.prf : await world.phraseSecret(given.secret.phrase, cost);
      const { label: name, proof } = given;
      const asked = { deviceId: key, name, signingKey: signing.publicKey, proof };
      const lease = await ask<Lease>(world.send, "POST", "/api/devices", asked);
      const { wraps, opened } = await makeVault(key, secret, lease.share, {
        signingKey: signing.privateKey,
        pin: given.pin,
        session: given.session,
      });
      const share = await sealShare(opened.leaseKey, key, lease.share);
      await store.addUser({
        key,
        label: given.label,
        way: given.secret.way,
        passkey:
          given.secret.way === "passkey" ? { credentialId: given.secret.credentialId, salt: given.secret.salt } : null,
        phrase: isPhrase ? cost : null,
        sealingKey: lease.sealingKey,
        wraps,
        end: null,
        lease: { share, untilMs: leaseEndMs(lease, now(), null), latestMs: now() },
        failures: 0,
        seq: 1,
        epoch: lease.epoch,
        cursor: null,
        round: 0,
        swept: 0,
        generation: 0,
        pulledAt: null,
        sentAt: null,
        offsetMs: null,
        measures: [],
      });
      await opening(opened);
    },

    /** What the page needs to ask a passkey for the secret; null when the user opens by a phrase. */
    passkeyOf: async (userKey: string) => (await store.user(userKey))?.passkey ?? null,

    /** The full unlock. Ten that fail destroy the wraps; each is counted before it is tried, so that a kill saves none. */
    unlock: async (userKey: string, given: Secret): Promise<UnlockAnswer> => {
      const found = await store.user(userKey);
      if (!found?.wraps) return "destroyed";
      const row = await watchLease(found);
      const secret = await secretOf(row, given);
      let lease: Lease | undefined;
      if (!row.lease) {
        try {
          lease = await ask<Lease>(world.send, "POST", `/api/devices/${userKey}/lease`, {});
        } catch (error) {
          if (!isRevoked(error)) return "lease_over";
          await end(userKey, "revoked", endOf(error));
          return "destroyed";
        }
      }
      const counted = await store.changeUser(userKey, ({ failures }) => ({ failures: failures + 1 }));
      if (!counted?.wraps) return "destroyed";
      try {
        const share = lease?.share ?? (row.lease ? await openShare(secret, userKey, row.lease.share) : "");
        const opened = await openVault(userKey, counted.wraps, secret, share);
        await store.changeUser(userKey, () => ({ failures: 0 }));
        if (lease) await keepLease(opened, lease);
        await opening(opened);
        return "open";
      } catch (error) {
        if (!(error instanceof DOMException)) throw error; // not the secret's fault
        if (counted.failures < mostTries) return "wrong";
        await end(userKey, "destroyed");
        return "destroyed";
      }
    },

    /** Everything decrypted goes; the data key waits for the PIN, 30 minutes at most. `everywhere`: in the other tabs too. */
    rest: async ({ everywhere }: { everywhere: boolean }): Promise<void> => {
      if (!open) return;
      if (everywhere) world.tell({ say: "rest" });
      const { key, dataKey, leaseKey, meta } = open.opened;
      drop();
      resting = { key, dataKey, leaseKey, pin: meta.pin, sinceMs: now(), tries: 0 };
      endRest = world.later(restMs, () => void api.lock());
      await refresh();
    },

    unlockByPin: async (pin: string): Promise<PinAnswer> => {
      if (!resting) return open ? "open" : "full_unlock_needed";
      const here = resting;
      const rested = now() - here.sinceMs;
      here.tries += 1;
      const row = await store.user(here.key);
      const isRight = (await keyedMark(pin, bytesOf(here.pin.salt))) === here.pin.mark;
      const isLate = rested < 0 || rested >= restMs || here.tries > mostPinTries || !row?.wraps;
      if (isLate || (!isRight && here.tries === mostPinTries)) {
        await api.lock();
        return "full_unlock_needed";
      }
      if (!isRight || !row?.wraps) return "wrong";
      const meta = await openMeta(here.dataKey, here.key, row.wraps);
      await opening({ ...here, meta, signing: await signingKey(meta.signingKey) });
      return "open";
    },

    lock: async (): Promise<void> => {
      if (open || resting) world.tell({ say: "lock" });
      drop();
      await refresh();
    },

    /** What another tab of this browser says. */
    hear: async (word: TabWord): Promise<void> => {
      if ("held" in word) {
        open?.held.forget();
        outside.held(word.held);
      } else if ("ended" in word) return dropOf(word.ended);
      else if (word.say === "lock") drop();
      else {
        const here = open;
        if (!here) return;
        world.askRest();
        world.later(askedRestMs, () => void (open === here && api.rest({ everywhere: false })));
        return;
      }
      await refresh();
    },

    /**
     * Ends the user's store on this browser. What waits keeps it, unless it is handed over: sealed, for whoever brings it.
     * @throws DeviceProblem `device.outbox_full`, `device.needs_you`
     */
    leave: async ({ handOver }: { handOver: boolean }): Promise<void> => {
      const { key } = need().opened;
      const rows = await store.outbox(key);
      if (rows.some((row) => row.state === "refused" || row.state === "behind"))
        throw new DeviceProblem("device.needs_you");
      const waits = rows.some((row) => row.state === "waiting");
      if (waits && !handOver) throw new DeviceProblem("device.outbox_full");
      await sync.tellReads().catch(() => undefined); // now or never: they lie under the key that ends
      const token = waits ? undefined : await sync.token().catch(() => undefined);
      await end(key, "left");
      if (token) await world.send("POST", "/api/sync/leave", {}, { token }).catch(() => undefined);
      sync.soon();
    },

    session: (): unknown => open?.opened.meta.session ?? null,

    keepSession: async (session: unknown): Promise<void> => {
      const { opened } = need();
      opened.meta = { ...opened.meta, session };
      const meta = await sealMeta(opened);
      await store.changeUser(opened.key, ({ wraps }) => (wraps ? { wraps: { ...wraps, meta } } : undefined));
    },

    put: (...given: Parameters<Writing["put"]>): Promise<void> =>
      writing.put(...given).catch(async (error: unknown) => {
        isTight ||= error instanceof DeviceProblem && error.code === "device.disk_full";
        await measureStorage();
        await refresh(); // the store itself may be gone
        throw error;
      }),
    discard: writing.discard,
    pending: writing.pending,
    noteRead: reads.note,
    saveDraft: writing.saveDraft,
    loadDraft: writing.loadDraft,
    dropDraft: writing.dropDraft,
    keepPhoto: writing.keepPhoto,

    read: (kind: string): Promise<readonly unknown[]> => need().held.read(kind),
    readOne: (kind: string, id: string): Promise<unknown> => need().held.readOne(kind, id),

    /** Sends and fetches now; also what other users of this browser have waiting. Resolves when it is through. */
    syncNow: (): Promise<void> => sync.now(),
  };

  for (const row of await store.users()) {
    if (row.wraps) await watchLease(row);
    else await store.endUser(row.key, row.end ?? "destroyed").catch(unlessFull); // a kill between the wraps and the rest
    await store.forgetUser(row.key).catch(unlessFull);
  }
  await measureStorage();
  state = await refresh();
  sync.soon();
  return api;
}
