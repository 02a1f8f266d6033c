import type { KeyRing } from "../../keys/keyRing.ts";
import type { EntryResult, GoneRecord, HeldRecord, PhotoTaken, SealedEntry } from "../../sync/contract.ts";
import { isOwnEntry, isSignedBy, openEntry, openPhoto, sealingKeyOf } from "../../sync/sealedEntry.ts";
import { base64url, randomBytes } from "../bytes.ts";
import { NetworkTrouble, type Send } from "../wire.ts";

const organisation = "0190a000-0000-7000-8000-000000000001";

/**
 * A server that keeps what devices send in memory, with the real opener of sealed entries. What it answers to an entry is the
 * test's choice; the network can be away before a request arrives, or after.
 */
type Body = {
  deviceId: string;
  signingKey: string;
  challenge: string;
  signature: string;
  cursor: string | null;
  ids: string[];
  entries: SealedEntry[];
};
type Answer = { status?: number; body: unknown };
type Server = {
  epoch: string;
  /** undefined: there is network. */
  away: "before" | "after" | undefined;
  signedIn: boolean;
  /** Ids of entries in the order in which they were done. */
  order: string[];
  payloads: Map<string, unknown>;
  requests: string[];
  feed: (HeldRecord | GoneRecord)[];
  pageSize: number;
  decide: (id: string, payload: unknown) => Omit<EntryResult, "id">;
  revoke: (key: string) => void;
  forgetDone: () => void;
  send: Send;
  answer: (method: string, path: string, body: Body, token: string | undefined) => Promise<Answer>;
  take: (entries: readonly SealedEntry[], token: string | undefined) => EntryResult[];
  /** Pictures by their ids, as they came out of their seal. */
  photos: Map<string, Buffer>;
  takePiece: (url: URL, body: unknown) => PhotoTaken;
};

export function pretendServer(keys: KeyRing, now: () => number): Server {
  const shares = new Map<string, { share: string; signingKey: string; revoked: boolean }>();
  const sealingKey = base64url(Uint8Array.from(sealingKeyOf(keys, organisation)));
  const done = new Map<string, EntryResult>();
  const pieces = new Map<string, Buffer>();
  const server: Server = {
    epoch: crypto.randomUUID(),
    away: undefined,
    signedIn: true,
    order: [],
    payloads: new Map(),
    requests: [],
    feed: [],
    pageSize: 1000,
    decide: () => ({ outcome: "done" }),
    revoke: (key: string) => shares.set(key, { ...need(key), revoked: true }),
    forgetDone: () => done.clear(),
    send: async (method, path, body, options) => {
      if (server.away === "before") throw new NetworkTrouble(path);
      server.requests.push(`${method} ${path}`);
      const answer = await server.answer(method, path, body as Body, options?.token); // the engine's own words
      if (server.away === "after") throw new NetworkTrouble(path);
      return { status: 200, ...answer };
    },
    answer: async (_method, path, body, token) => {
      const [, , room, name = "", more] = path.split("/");
      if (room === "devices" && name === "") {
        const device = { share: base64url(randomBytes(32)), signingKey: body.signingKey, revoked: false };
        if (!server.signedIn) return refused(401, "session.none");
        shares.set(body.deviceId, device);
        return { body: leaseOf(device.share) };
      }
      if (room === "devices" && more === "lease") {
        if (!server.signedIn) return refused(401, "session.none");
        const device = need(name);
        return device.revoked ? refused(401, "device.revoked") : { body: leaseOf(device.share) };
      }
      if (room === "devices") return { body: undefined };
      if (name === "photos") return { body: server.takePiece(new URL(path, "http://localhost"), body as unknown) };
      const by = token ?? body.deviceId;
      if (name !== "deliver" && name !== "farewell" && by && need(by).revoked) return refused(401, "device.revoked");
      if (name === "challenge") return { body: { challenge: `c-${body.deviceId}` } };
      if (name === "token") {
        const { deviceId, challenge, signature } = body;
        const key = Buffer.from(need(deviceId).signingKey, "base64url");
        const isRight = isSignedBy(key, `powrot.device|${deviceId}|${challenge}`, signature);
        if (!isRight) return refused(401, "device.wrong_signature");
        return { body: { token: deviceId, expiresAt: "", lease: leaseOf(need(deviceId).share) } };
      }
      if (name === "deliver") return { body: { results: server.take(body.entries, token) } };
      if (name === "results") {
        return { body: { results: body.ids.flatMap((id) => done.get(id) ?? []) } };
      }
      if (name === "pull") {
        const at = Number(body.cursor ?? 0);
        const records = server.feed.slice(at, at + server.pageSize);
        const cursor = at + records.length;
        const measures = [{ kind: "street.entry", count: server.feed.length, warnAt: 4000, most: 5000 }];
        const page = { records, cursor: String(cursor), done: cursor >= server.feed.length, measures };
        return {
          body: { ...page, epoch: server.epoch, serverNow: iso(now()), leaseUntil: iso(now() + 72 * 3_600_000) },
        };
      }
      return { body: undefined };
    },
    photos: new Map(),
    takePiece: ({ pathname, searchParams }, body) => {
      const id = pathname.split("/").at(-1) ?? "";
      const deviceId = searchParams.get("deviceId") ?? "";
      const before = pieces.get(id) ?? Buffer.alloc(0);
      const piece = body instanceof Uint8Array && Number(searchParams.get("at")) === before.length ? body : [];
      const sealed = Buffer.concat([before, Buffer.from(piece)]);
      pieces.set(id, sealed);
      const done = sealed.length === Number(searchParams.get("size"));
      const signingKey = Buffer.from(need(deviceId).signingKey, "base64url");
      const photo = done ? openPhoto(keys, { organisationId: organisation, deviceId, signingKey }, id, sealed) : null;
      if (photo) server.photos.set(id, photo);
      return { at: sealed.length, done };
    },
    take: (entries, token) =>
      entries.map((sealed) => {
        const { id, deviceId } = sealed;
        const known = done.get(id);
        if (!known) {
          const signed = openEntry(keys, organisation, sealed);
          const key = Buffer.from(need(deviceId).signingKey, "base64url");
          if (!signed || !isOwnEntry(key, signed)) throw new Error("an entry that its device did not make");
          const outcome = need(deviceId).revoked
            ? ({ outcome: "quarantined" } as const)
            : server.decide(id, signed.entry.payload);
          if (outcome.outcome === "done") server.order.push(id);
          server.payloads.set(id, signed.entry);
          done.set(id, { id, ...outcome });
        }
        const result = done.get(id);
        return token === deviceId && result ? result : { id, outcome: "received" };
      }),
  };
  const need = (key: string) => {
    const device = shares.get(key);
    if (!device) throw new Error(`no device ${key}`);
    return device;
  };
  const leaseOf = (share: string) => ({
    share,
    leaseUntil: iso(now() + 72 * 3_600_000),
    sealingKey,
    epoch: server.epoch,
  });
  return server;
}

const iso = (ms: number) => new Date(ms).toISOString();
const refused = (status: number, code: string) => ({ status, body: { code } });
