import type { Delivered, DeviceToken, EntryResult, Lease, PhotoTaken, Pulled } from "../sync/contract.ts";
import type { Bytes } from "./bytes.ts";
import { sealJson, sign } from "./crypto.ts";
import { isThrough, nextBatch, pauseMs, type QueueChange, setAside, settle } from "./outbox.ts";
import { DeviceProblem, isDiskFull } from "./problem.ts";
import type { Reads } from "./reads.ts";
import type { OutboxRow, PhotoRow, UserRow } from "./store.ts";
import { leaseMs, type Opened } from "./vault.ts";
import { ask, endOf, isEnd, isRevoked, isSignedOut, NetworkTrouble } from "./wire.ts";
import { type KeptEntry, type Open, outcomeBound, type World } from "./world.ts";

type SyncWorld = World & {
  /** Who has the device open; undefined while it is locked or rests. */
  open: () => Open | undefined;
  kept: (here: Open, row: OutboxRow) => Promise<KeptEntry>;
  reads: () => Reads;
  refresh: () => Promise<unknown>;
  /** Ends the store and tells so, with `sync.revoked(why)` when nobody has another one open. */
  revoked: (key: string, why: string) => Promise<void>;
  lease: (opened: Opened, lease: Lease) => Promise<void>;
};

const mostWithToken = 900_000;
const mostWithout = 240_000;
const pullEveryMs = 120_000;
const lookEveryMs = 15 * 60_000;
const tokenMs = 14 * 60_000;
const pageSize = 1000;
/** What goes at once of a picture: some five seconds on a poor line. */
const pieceBytes = 256 * 1024;

function troubleOf(error: unknown): string {
  if (isDiskFull(error)) return "device.disk_full";
  if (error instanceof DeviceProblem && error.code === "set.too_large" && typeof error.details.narrow === "string")
    return error.details.narrow; // the sentence that helps is that of the rule to narrow
  return error instanceof NetworkTrouble || error instanceof DeviceProblem ? error.code : "device.failed";
}

/** A page measures only the kinds that were compared for it. */
const mergedMeasures = (before: UserRow["measures"], told: UserRow["measures"]): UserRow["measures"] => [
  ...before.filter(({ kind }) => !told.some((one) => one.kind === kind)),
  ...told,
];

const signedOut = (error: unknown): string | null =>
  error instanceof DeviceProblem && error.details.status !== 401 ? error.code : "device.sign_in";

export type Sync = ReturnType<typeof openSync>;

/**
 * First everything that waits goes out, of the open user and of all others; then pictures with what names them; then the set comes in. One run at a
 * time. Trouble with the network waits with growing pauses and takes nothing away.
 */
export function openSync(world: SyncWorld) {
  const { store, send, now } = world;
  let token: { of: string; text: string; untilMs: number } | undefined;
  let trouble: string | null = null;
  let pulling: number | null = null;
  let failures = 0;
  let callOff: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const stuckPhotos = new Set<string>();
  const looked = new Map<string, number>();

  function runLater(ms: number): void {
    callOff?.();
    callOff = world.later(ms, () => void sync.now());
  }

  async function runOnce(): Promise<void> {
    callOff?.();
    callOff = undefined;
    try {
      if (!isEnd(trouble)) trouble = null;
      await world.exclusive(run);
      failures = 0;
      if (world.open()) runLater(pullEveryMs);
    } catch (error) {
      trouble = troubleOf(error);
      failures += 1;
      runLater(pauseMs(failures, world.random()));
    }
    pulling = null;
    await world.refresh().catch(() => undefined); // a store that is closed: the next start tells
  }

  async function run(): Promise<void> {
    let here = world.open();
    let bearer: string | undefined;
    if (here) {
      try {
        bearer = await tokenOf(here.opened);
      } catch (error) {
        if (isRevoked(error)) {
          await world.revoked(here.opened.key, endOf(error));
          here = undefined;
        } else if (isSignedOut(error)) trouble = signedOut(error);
        else throw error;
      }
    }
    const deliverAll = async () => [
      here ? await deliverOwn(here, bearer) : true,
      await deliverOthers(here?.opened.key),
    ];
    const isTaken = await deliverAll();
    let late: NetworkTrouble | undefined;
    const isAny = await sendPhotos().catch((error: unknown) => {
      if (!(error instanceof NetworkTrouble)) throw error;
      late = error; // a picture that the server does not manage keeps nobody's set from coming in
      return false;
    });
    if (isAny) isTaken.push(...(await deliverAll()));
    if (here && bearer && world.open()?.opened.key === here.opened.key) await comeIn(here);
    await lookForRevoked(here?.opened.key);
    if (late) throw late;
    if (isTaken.includes(false)) throw new NetworkTrouble("some entries were not taken", "device.unavailable");
  }

  /** A closed store learns at the next contact too that the office has ended it: nobody needs to open it for that. */
  async function lookForRevoked(own: string | undefined): Promise<void> {
    for (const { key, wraps } of await store.users()) {
      const last = looked.get(key);
      if (key === own || !wraps || (last !== undefined && Math.abs(now() - last) < lookEveryMs)) continue;
      looked.set(key, now());
      try {
        await ask(send, "POST", "/api/sync/challenge", { deviceId: key });
      } catch (error) {
        if (!(error instanceof DeviceProblem)) throw error;
        if (!isRevoked(error)) continue;
        await world.revoked(key, endOf(error));
        await deliverOthers(own);
      }
    }
  }

  async function comeIn(here: Open): Promise<void> {
    try {
      await askResults(here);
      await tellReads(here);
      await pull(here);
    } catch (error) {
      if (isRevoked(error)) {
        await world.revoked(here.opened.key, endOf(error));
        await deliverOthers(undefined);
      } else if (isSignedOut(error)) trouble = signedOut(error);
      else throw error;
    }
  }

  async function tokenOf(opened: Opened): Promise<string> {
    const { key } = opened;
    if (token?.of === key && now() < token.untilMs && now() > token.untilMs - tokenMs - 1000) return token.text;
    const { challenge } = await ask<{ challenge: string }>(send, "POST", "/api/sync/challenge", { deviceId: key });
    const signature = await sign(opened.signing, `powrot.device|${key}|${challenge}`);
    const answer = await ask<DeviceToken>(send, "POST", "/api/sync/token", { deviceId: key, challenge, signature });
    token = { of: key, text: answer.token, untilMs: now() + tokenMs };
    await world.lease(opened, answer.lease);
    return answer.token;
  }

  /** With the device's token; one that is over is got anew once. */
  async function asked<T>(opened: Opened, path: string, body: unknown) {
    try {
      return await ask<T>(send, "POST", path, body, { token: await tokenOf(opened) });
    } catch (error) {
      if (!(error instanceof DeviceProblem) || error.details.status !== 401 || isRevoked(error)) throw error;
      token = undefined;
      return ask<T>(send, "POST", path, body, { token: await tokenOf(opened) });
    }
  }

  type Sendable = Pick<OutboxRow, "id" | "sealed">;

  /** Answers for what the server took. A batch that it refuses as a whole is tried one by one, so that one stops no other. */
  async function deliver(user: string, rows: readonly Sendable[], by: Opened | undefined): Promise<EntryResult[]> {
    const body = {
      entries: rows.map(({ id, sealed }) => ({ id, deviceId: user, sealed })),
      deviceNow: new Date(now()).toISOString(),
    };
    const path = "/api/sync/deliver";
    try {
      const answer = by ? await asked<Delivered>(by, path, body) : await ask<Delivered>(send, "POST", path, body);
      return answer.results;
    } catch (error) {
      if (!(error instanceof DeviceProblem) || isSignedOut(error)) throw error;
      const [first, ...more] = rows;
      if (first && more.length === 0) return [{ id: first.id, outcome: "invalid", code: error.code }];
      const results: EntryResult[] = [];
      for (const row of rows) results.push(...(await deliver(user, [row], by)));
      return results;
    }
  }

  const queueOf = async (here: Open) => {
    const [rows, isEarly] = [await store.outbox(here.opened.key), await earlyOnes()];
    return Promise.all(
      rows.map(async (row) => ({ ...row, touches: (await world.kept(here, row)).touches, isEarly: isEarly(row) })),
    );
  };

  /** Which entries name a picture that is still here. */
  async function earlyOnes(): Promise<(row: OutboxRow) => boolean> {
    const here = new Set(await store.photoIds());
    return ({ photos }) => photos?.some((id) => here.has(id)) ?? false;
  }

  async function keepResults({ opened }: Open, changes: readonly QueueChange[]): Promise<void> {
    const rows = await Promise.all(
      changes.map(async ({ id, state, result }) => ({
        id,
        change: {
          state,
          doneAtMs: now(),
          ...(result ? { outcome: await sealJson(opened.dataKey, result, outcomeBound(opened.key, id)) } : {}),
        },
      })),
    );
    await store.changeEntries(rows);
    world.held(["outbox"]);
  }

  /** False when the server left something that it may take later. */
  async function deliverOwn(here: Open, bearer: string | undefined): Promise<boolean> {
    const { key } = here.opened;
    const by = bearer ? here.opened : undefined;
    for (;;) {
      const queue = await queueOf(here);
      const batch = nextBatch(queue, by ? mostWithToken : mostWithout);
      // what was kept while the answers before came may stand behind one that they refused
      const changes = batch.length > 0 ? settle(queue, await deliver(key, batch, by)) : setAside(queue);
      if (changes.length === 0 && batch.length > 0) return false;
      if (changes.length === 0) break;
      await keepResults(here, changes);
      await world.refresh();
    }
    await store.changeUser(key, () => ({ sentAt: new Date(now()).toISOString() }));
    return true;
  }

  /** Whoever starts here brings everybody's sealed entries along. The answer says no more than that they are safe. */
  async function deliverOthers(own: string | undefined): Promise<boolean> {
    let isAllTaken = true;
    for (const { key, end } of await store.users()) {
      if (key === own) continue;
      for (;;) {
        const isEarly = await earlyOnes();
        const waiting = (await store.outbox(key)).filter(({ state }) => state === "waiting");
        const batch = nextBatch(
          waiting.map((row) => ({ ...row, touches: [], isEarly: isEarly(row) })),
          mostWithout,
        );
        if (batch.length === 0) break;
        const results = await deliver(key, batch, undefined);
        const taken = results.filter(({ outcome }) => outcome !== "invalid").map(({ id }) => id);
        const invalid = results.filter(({ outcome }) => outcome === "invalid").map(({ id }) => id);
        const change = (ids: readonly string[], state: "received" | "refused") =>
          ids.map((id) => ({ id, change: { state, doneAtMs: now() } }));
        await store.changeEntries(
          [...change(end ? [] : taken, "received"), ...change(invalid, "refused")],
          end ? taken : [],
        );
        if (taken.length + invalid.length === 0) {
          isAllTaken = false;
          break;
        }
      }
      await store.forgetUser(key);
    }
    const left = await store.users();
    if (left.length === 0 && isEnd(trouble)) await send("POST", "/api/sync/farewell", {});
    return isAllTaken;
  }

  /** The pictures that entries name, of all users: each goes on where the server has the last of it. True when what names one may go now. */
  async function sendPhotos(): Promise<boolean> {
    let isAny = false;
    for (const { key } of await store.users())
      for (const id of (await store.outbox(key)).flatMap(({ photos }) => photos ?? [])) {
        const row = stuckPhotos.has(id) ? undefined : await store.photo(id);
        if (!row) continue;
        try {
          if (await sendPhoto(row)) isAny = true;
          else stuckPhotos.add(id);
        } catch (error) {
          if (!(error instanceof DeviceProblem)) throw error;
          const isRefused = error.details.status === 422 || error.details.status === 409;
          if (isRefused) await store.dropPhotos([id]);
          else stuckPhotos.add(id); // as from a restored server: kept, and tried again at the next start
          isAny ||= isRefused; // its entry goes without it and says why
        }
      }
    return isAny;
  }

  async function sendPhoto({ id, user, bytes }: PhotoRow): Promise<boolean> {
    const send = (at: number, piece: Bytes) => {
      const path = `/api/sync/photos/${id}?deviceId=${user}&at=${at}&size=${bytes.length}`;
      return ask<PhotoTaken>(world.send, "PUT", path, piece, { mediaType: "application/octet-stream" });
    };
    let taken = await send(0, bytes.subarray(0, 0));
    for (let left = Math.ceil(bytes.length / pieceBytes) * 2; !taken.done && left > 0; left -= 1)
      taken = await send(taken.at, bytes.subarray(taken.at, taken.at + pieceBytes));
    if (taken.done) await store.dropPhotos([id]);
    return taken.done;
  }

  /** What became of entries that somebody else brought, or that a person at the office decides about. */
  async function askResults(here: Open): Promise<void> {
    const queue = await queueOf(here);
    const ids = queue
      .filter(({ state }) => state === "received" || state === "quarantined")
      .slice(0, 500)
      .map(({ id }) => id);
    if (ids.length === 0) return;
    const { results } = await asked<Delivered>(here.opened, "/api/sync/results", { ids });
    const changes = settle(queue, results);
    if (changes.length > 0) await keepResults(here, changes);
  }

  /** Whom the user read here. What the server refuses is not told for ever. */
  async function tellReads({ opened }: Open): Promise<void> {
    const reads = world.reads();
    while (world.open()?.opened === opened) {
      const batch = await reads.take();
      if (!batch) return;
      try {
        await asked(opened, "/api/sync/reads", batch);
      } catch (error) {
        if (!(error instanceof DeviceProblem) || isSignedOut(error)) throw error;
      }
      await reads.told();
    }
  }

  async function pull(here: Open): Promise<void> {
    const { opened, held } = here;
    const { key } = opened;
    const before = (await store.outbox(key)).filter(({ state }) => state === "delivered");
    let fresh = 0;
    for (;;) {
      const user = await store.user(key);
      if (!user?.wraps) return;
      const askedMs = now();
      const body = { cursor: user.cursor, limit: pageSize, deviceNow: new Date(askedMs).toISOString() };
      const page = await asked<Pulled>(opened, "/api/sync/pull", body);
      if (world.open()?.opened !== opened) return; // locked meanwhile
      if (page.epoch !== user.epoch) {
        await beginAnew(user, page.epoch);
        continue;
      }
      const heardMs = now();
      const offsetMs = Date.parse(page.serverNow) - Math.round((askedMs + heardMs) / 2);
      const leftMs = Math.min(leaseMs, Date.parse(page.leaseUntil) - Date.parse(page.serverNow));
      const isFirst = user.pulledAt === null || pulling !== null;
      const done = page.done ? before : [];
      const through = done.filter(({ pulls, doneAtMs }) => isThrough(pulls + 1, doneAtMs, heardMs)).map(({ id }) => id);
      const isSwept = page.done && user.swept < user.round;
      const measures = mergedMeasures(user.measures, page.measures);
      const sealed = await held.sealPage(page.records, user.round, isSwept);
      const kept = await store.keepPage(key, user.generation, {
        ...sealed,
        through,
        change: {
          cursor: page.cursor,
          offsetMs,
          measures,
          ...(page.done ? { pulledAt: page.serverNow, swept: user.round } : {}),
          ...(user.lease ? { lease: { ...user.lease, untilMs: heardMs + leftMs, latestMs: heardMs } } : {}),
        },
      });
      held.forget();
      const all = isSwept || !kept ? measures : [];
      const kinds = [...new Set([...page.records, ...all].map(({ kind }) => kind))];
      if (!kept) {
        world.held(kinds); // another tab was quicker: from where it stands
        continue;
      }
      if (kinds.length > 0) world.held(kinds);
      fresh += page.records.length;
      if (page.done) {
        const later = done.filter(({ id }) => !through.includes(id));
        await store.changeEntries(later.map(({ id, pulls }) => ({ id, change: { pulls: pulls + 1 } })));
        if (through.length > 0) world.held(["outbox"]);
        return;
      }
      pulling = isFirst ? fresh : pulling;
      await world.refresh();
    }
  }

  /** The server was restored: the set is fetched anew, and what may have got lost with it is sent again. */
  async function beginAnew({ key }: UserRow, epoch: string): Promise<void> {
    const again = (await store.outbox(key)).filter(({ state }) => state === "delivered" || state === "received");
    await store.changeEntries(
      again.map(({ id }) => ({ id, change: { state: "waiting", pulls: 0 } })),
      [],
      { key, change: { epoch, cursor: null, pulledAt: null } },
    );
    await store.changeUser(key, ({ round }) => ({ round: round + 1 }));
    isAskedAgain = true;
  }

  const sync = {
    trouble: () => trouble,
    pulling: () => pulling,
    tellReads: async (): Promise<void> => {
      const here = world.open();
      if (here) await tellReads(here);
    },
    token: async (): Promise<string | undefined> => {
      const here = world.open();
      return here && tokenOf(here.opened);
    },
    /** Nobody has the device open any more. */
    forget: (): void => {
      token = undefined;
      trouble = null;
      stuckPhotos.clear();
      failures = 0;
    },
    /** The store was ended: by whom or what, as a message key. Said before the farewell: after that the browser's storage may be closed to us. */
    revoked: (why: string): void => {
      trouble = why;
    },
    /** In a moment; while the network is in trouble, when its pause is over. */
    soon: (): void => {
      if (failures === 0) runLater(0);
    },
    now: (): Promise<void> => {
      isAskedAgain = true;
      running ??= (async () => {
        while (isAskedAgain) {
          isAskedAgain = false;
          await runOnce();
        }
      })().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
  return sync;
}
