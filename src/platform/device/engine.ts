import type { Entry, EntryResult, Lease } from "../sync/contract.ts";
import type { CommandEnvelope } from "../ui/api.ts";
import { uuidv7 } from "../uuid.ts";
import { type Bytes, bytesOf, randomBytes, utf8 } from "./bytes.ts";
import type { DeviceState, PendingCommand, StorageState } from "./contract.ts";
import { newSigningKey, openJson, seal, sealEntry, sealJson, signEntry, signingKey } from "./crypto.ts";
import { openHeld } from "./held.ts";
import { setAside } from "./outbox.ts";
import { DeviceProblem, isDiskFull } from "./problem.ts";
import { isPin } from "./phraseForm.ts";
import { keyedMark, phraseCost } from "./secret.ts";
import type { OutboxRow, UserRow } from "./store.ts";
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
import { ask, isRevoked } from "./wire.ts";
import {
  type About,
  type KeptEntry,
  keptBound,
  type Open,
  outcomeBound,
  type PinAnswer,
  type Secret,
  type UnlockAnswer,
  type World,
} from "./world.ts";

const mostTries = 10;
const mostPinTries = 5;
const restMs = 30 * 60_000;
const mostSealed = 200_000;

type Resting = Pick<Opened, "key" | "dataKey" | "leaseKey"> & {
  pin: { salt: string; mark: string };
  sinceMs: number;
  tries: number;
};

export type Engine = Awaited<ReturnType<typeof openEngine>>;

/**
 * none <-> locked -> open <-> resting      one user at a time; the others' stores lie closed beside
 *            ^--------------------'
 */
export async function openEngine(world: World) {
  const { store, now } = world;
  let open: Open | undefined;
  let resting: Resting | undefined;
  let endRest: (() => void) | undefined;
  let directories: ReadonlySet<string> = new Set();
  let storage: StorageState | null = null;
  let state: DeviceState;

  const need = (): Open => {
    if (!open) throw new DeviceProblem("device.not_open");
    return open;
  };
  const sync: Sync = openSync({
    ...world,
    open: () => open,
    kept: (here, row) => keptBy(here, row),
    refresh: () => refresh(),
    revoked: (key) => end(key, "revoked"),
    lease: (opened, lease) => keepLease(opened, lease),
  });

  const keptBy = async ({ opened, kept }: Open, row: OutboxRow): Promise<KeptEntry> => {
    const known = kept.get(row.id);
    if (known) return known;
    if (!row.kept) throw new DeviceProblem("device.unknown_entry");
    const entry = await openJson<KeptEntry>(opened.dataKey, row.kept, keptBound(row.user, row.id));
    kept.set(row.id, entry);
    return entry;
  };

  async function refresh(): Promise<DeviceState> {
    const rows = await store.users();
    const all = await Promise.all(rows.map(async (row) => ({ row, outbox: await store.outbox(row.key) })));
    const waitingOf = (outbox: readonly OutboxRow[]) =>
      outbox.filter(({ state: of }) => of === "waiting" || of === "behind" || of === "refused").length;
    const key = open?.opened.key ?? resting?.key;
    const own = all.find(({ row }) => row.key === key);
    const outbox = own?.outbox ?? (key ? [] : all.flatMap((one) => one.outbox));
    const users = all
      .filter(({ row }) => row.wraps)
      .map(({ row, outbox: of }) => ({
        key: row.key,
        label: row.label,
        way: row.way,
        waiting: waitingOf(of),
      }));
    state = {
      status: open ? "open" : resting ? "resting" : users.length > 0 ? "locked" : "none",
      users,
      deviceId: key ?? null,
      waiting: waitingOf(outbox),
      needsYou: outbox.filter(({ state: of }) => of === "refused" || of === "behind").length,
      sentAt: own?.row.sentAt ?? null,
      pulledAt: own?.row.pulledAt ?? null,
      leaseUntil: own?.row.lease ? instantOf(own.row.lease.untilMs, own.row) : null,
      clockOffsetMs: own ? clockOffset(own.row, now()) : null,
      storage,
      trouble: sync.trouble(),
      pulling: sync.pulling(),
      measures: own?.row.measures ?? [],
    };
    world.changed(state);
    return state;
  }

  async function measureStorage(): Promise<void> {
    storage = await world.storage();
  }

  /** A store that is over: wraps first, then the rest. Memory goes before the disk. */
  async function end(key: string, how: NonNullable<UserRow["end"]>): Promise<void> {
    if ((open?.opened.key ?? resting?.key) === key) drop();
    await store.endUser(key, how);
    await store.forgetUser(key);
    await refresh();
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
    return (await store.changeUser(row.key, () => ({ lease }))) ?? row;
  }

  const secretOf = async (row: UserRow, secret: Secret): Promise<Bytes> => {
    if (secret.way === "passkey") return secret.prf;
    return row.phrase ? world.phraseSecret(secret.phrase, row.phrase) : randomBytes(32);
  };

  async function opening(opened: Opened): Promise<void> {
    drop();
    open = { opened, held: openHeld(store, opened, (kind) => directories.has(kind)), kept: new Map() };
    await measureStorage();
    await refresh();
    sync.soon();
  }

  const api = {
    state: () => state,
    refresh,

    setDirectories: (kinds: readonly string[]): void => {
      directories = new Set(kinds);
      open?.held.forget();
    },

    /** @throws DeviceProblem as the server refuses; `device.pin_form` */
    enrol: async (given: { label: string; secret: Secret; pin: string; session: unknown }): Promise<void> => {
      if (!isPin(given.pin)) throw new DeviceProblem("device.pin_form");
      const key = uuidv7(now());
      const signing = await newSigningKey();
      const cost = { ...phraseCost, salt: randomBytes(16) };
      const isPhrase = given.secret.way === "phrase";
      const secret =
        given.secret.way === "passkey" ? given.secret.prf : await world.phraseSecret(given.secret.phrase, cost);
      const asked = { deviceId: key, name: given.label, signingKey: signing.publicKey };
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
          await end(userKey, "revoked");
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

    /** Everything decrypted goes; the data key waits for the PIN, 30 minutes at most. */
    rest: async (): Promise<void> => {
      if (!open) return;
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
      drop();
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
      const photos = await store.photoIds(key);
      if (photos.length > 0 || (waits && !handOver)) throw new DeviceProblem("device.outbox_full");
      const token = waits ? undefined : await sync.token().catch(() => undefined);
      await end(key, "left");
      if (token) await world.send("DELETE", `/api/devices/${key}`, undefined, { token }).catch(() => undefined);
      sync.soon();
    },

    session: (): unknown => open?.opened.meta.session ?? null,

    keepSession: async (session: unknown): Promise<void> => {
      const { opened } = need();
      opened.meta = { ...opened.meta, session };
      const meta = await sealMeta(opened);
      await store.changeUser(opened.key, ({ wraps }) => (wraps ? { wraps: { ...wraps, meta } } : undefined));
    },

    /**
     * Keeps a command. When this resolves, the disk has it: only then may a screen say "saved". One that `mends` a refused one
     * takes its place in the queue, and what stood behind goes on after it.
     * @throws DeviceProblem `device.disk_full`, `device.too_large`, `device.not_open`
     */
    put: keep,

    /** The user gives a refused command up; what stood behind it goes on. @throws DeviceProblem `device.unknown_entry` */
    discard: async (id: string): Promise<void> => {
      const here = need();
      const row = (await store.outbox(here.opened.key)).find((one) => one.id === id);
      if (row?.state !== "refused" && row?.state !== "behind") throw new DeviceProblem("device.unknown_entry");
      await store.changeEntries([], [id]);
      await reorder(here);
    },

    /** Everything whose effect may not be in the set yet, in order. */
    pending: async (): Promise<PendingCommand[]> => {
      const here = need();
      const rows = await store.outbox(here.opened.key);
      return Promise.all(
        rows.map(async (row) => {
          const { type, envelope, touches, label, madeAt } = await keptBy(here, row);
          const result = row.outcome
            ? await openJson<EntryResult>(here.opened.dataKey, row.outcome, outcomeBound(row.user, row.id))
            : undefined;
          return {
            id: row.id,
            type,
            envelope,
            touches,
            label,
            madeAt,
            // brought by somebody else: sent, as far as its user is concerned
            state: row.state === "received" ? ("delivered" as const) : row.state,
            ...(result?.code ? { code: result.code } : {}),
            ...(result?.details ? { details: result.details } : {}),
          };
        }),
      );
    },

    read: (kind: string): Promise<readonly unknown[]> => need().held.read(kind),
    readOne: (kind: string, id: string): Promise<unknown> => need().held.readOne(kind, id),

    saveDraft: async (key: string, value: unknown): Promise<void> => {
      const { opened } = need();
      const place = await draftPlace(opened, key);
      const bytes = await sealJson(opened.dataKey, value, `draft|1|${opened.key}|${place}`);
      await store.saveDraft({ user: opened.key, key: place, bytes }).catch(sayFull);
    },
    loadDraft: async (key: string): Promise<unknown> => {
      const { opened } = need();
      const place = await draftPlace(opened, key);
      const row = await store.draft(opened.key, place);
      return row && openJson<unknown>(opened.dataKey, row.bytes, `draft|1|${opened.key}|${place}`);
    },
    dropDraft: async (key: string): Promise<void> => {
      const { opened } = need();
      await store.dropDraft(opened.key, await draftPlace(opened, key));
    },

    /** Keeps a picture whose metadata is gone already; sent after the entries. */
    keepPhoto: async (id: string, mediaType: string, bytes: Bytes): Promise<void> => {
      const { opened } = need();
      const sealed = await seal(opened.dataKey, bytes, `photo|1|${opened.key}|${id}`);
      await store.addPhoto({ id, user: opened.key, mediaType, bytes: sealed }).catch(sayFull);
      await measureStorage();
      await refresh();
      sync.soon();
    },

    /** Sends and fetches now; also what other users of this browser have waiting. Resolves when it is through. */
    syncNow: (): Promise<void> => sync.now(),
  };

  const sayFull = (error: unknown): never => {
    throw isDiskFull(error) ? new DeviceProblem("device.disk_full") : error;
  };

  async function keep(type: string, envelope: CommandEnvelope, about: About): Promise<void> {
    const here = need();
    const { opened } = here;
    const { mends } = envelope;
    const queue = mends === undefined ? [] : await store.outbox(opened.key);
    const instead = queue.find((row) => row.id === mends && row.state === "refused");
    for (;;) {
      const user = await store.user(opened.key);
      if (!user?.wraps) throw new DeviceProblem("device.not_open");
      const madeAt = instantOf(now(), user);
      const entry: Entry = {
        f: 1,
        id: envelope.id,
        type,
        v: envelope.v,
        ...(envelope.base === undefined ? {} : { base: envelope.base }),
        ...(envelope.mends === undefined ? {} : { mends: envelope.mends }),
        occurredAt: envelope.occurredAt,
        deviceId: opened.key,
        deviceSeq: user.seq,
        deviceClock: new Date(now()).toISOString(),
        payload: envelope.payload,
      };
      // what the wire would drop is dropped before it is signed
      const plain = JSON.parse(JSON.stringify(entry)) as Entry; // the same entry as the server will read it
      const sealed = await sealEntry(user.sealingKey, await signEntry(opened.signing, plain));
      if (sealed.length > mostSealed) throw new DeviceProblem("device.too_large");
      const kept: KeptEntry = { type, envelope, touches: about.touches, label: about.label, madeAt };
      const row: OutboxRow = {
        id: envelope.id,
        user: opened.key,
        seq: user.seq,
        order: instead?.order ?? user.seq,
        state: "waiting",
        sealed,
        kept: await sealJson(opened.dataKey, kept, keptBound(opened.key, envelope.id)),
        outcome: null,
        pulls: 0,
        doneAtMs: 0,
      };
      const draft = about.draft === undefined ? undefined : await draftPlace(opened, about.draft);
      const more = { ...(instead ? { instead: instead.id } : {}), ...(draft ? { draft } : {}) };
      if (await store.putEntry(row, more).catch(sayFull)) {
        here.kept.set(row.id, kept);
        break;
      }
    }
    void reorder(here).catch(() => undefined); // the entry is safe; how it stands in the queue may be told later
  }

  /** Stands later entries behind refused ones, and lets them go where they stand behind none; then sends. */
  async function reorder(here: Open): Promise<void> {
    const rows = await store.outbox(here.opened.key);
    const queue = await Promise.all(rows.map(async (row) => ({ ...row, touches: (await keptBy(here, row)).touches })));
    const changes = setAside(queue).map(({ id, state: to }) => ({ id, change: { state: to } }));
    if (changes.length > 0) await store.changeEntries(changes);
    await measureStorage();
    await refresh();
    world.held(["outbox"]);
    sync.soon();
  }

  for (const row of await store.users()) {
    if (row.wraps) await watchLease(row);
    else await store.endUser(row.key, row.end ?? "destroyed"); // a kill between the wraps and the rest
    await store.forgetUser(row.key);
  }
  await measureStorage();
  state = await refresh();
  sync.soon();
  return api;
}

/**
 * What the clock of this device lacks to the server's, as last heard; of one that was set back since, at least what it lacks to
 * the last moment that it knew. null: never heard.
 */
function clockOffset({ offsetMs, lease }: UserRow, nowMs: number): number | null {
  const back = lease ? lease.latestMs - nowMs : 0;
  return back > 5 * 60_000 ? (offsetMs ?? 0) + back : offsetMs;
}

/** A moment of this device by the server's clock, as last heard. */
const instantOf = (ms: number, { offsetMs }: UserRow): string => new Date(ms + (offsetMs ?? 0)).toISOString();

/** A draft's place says nothing of what it is about. */
const draftPlace = ({ meta }: Opened, name: string): Promise<string> => keyedMark(name, utf8(meta.signingKey));
