import { setTimeout } from "node:timers/promises";
import { newSigningKey, sealEntry, sign, signEntry, signingKey } from "../../platform/device/crypto.ts";
import type { Delivered, DeviceToken, Entry, Lease, Pulled, SealedEntry } from "../../platform/sync/contract.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { Answer, PersonOfFixture, TestHouse } from "./house.ts";

/** The tests of other files share the server: what they have under way holds the feed for a moment, as any transaction does. */
export async function caughtUp({ owner }: TestHouse): Promise<void> {
  const numbers = async () => {
    const text =
      "select pg_snapshot_xmin(s)::text as low, pg_snapshot_xmax(s)::text as high from pg_current_snapshot() s";
    const [row] = (await owner.query<{ low: string; high: string }>(text)).rows;
    return { low: BigInt(row?.low ?? 0), high: BigInt(row?.high ?? 0) };
  };
  for (const { high } = await numbers(); (await numbers()).low < high; ) await setTimeout(5);
}

/** A device of somebody of the test house, without a screen or a store: what it says to the server is what a real one says. */
export type Phone = Awaited<ReturnType<typeof enrolPhone>>;

/** What an act offline says beside its payload; the rest is as on a phone with a right clock. */
export type Act = { id?: string; v?: number; base?: number; occurredAt?: string; deviceClock?: string; seq?: number };

export async function enrolPhone(it: TestHouse, name: PersonOfFixture, deviceId = uuidv7()) {
  const { publicKey, privateKey } = await newSigningKey();
  const key = await signingKey(privateKey);
  const enrolled = await it.post(name, "/devices", { deviceId, name: "telefon", signingKey: publicKey });
  if (enrolled.status !== 200) throw new Error(`no phone for ${name}: ${JSON.stringify(enrolled)}`);
  const lease = enrolled.body as unknown as Lease;
  let token = "";
  let seq = 0;
  const send = async (path: string, body: unknown, by = token, method: "POST" | "PUT" = "POST"): Promise<Answer> => {
    const answer = await it.server.inject({
      method,
      url: `/api${path}`,
      headers: {
        "x-powrot": "1",
        "content-type": "application/json",
        ...(by ? { authorization: `Bearer ${by}` } : {}),
      },
      payload: JSON.stringify(body),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
  };
  const askToken = async (): Promise<Answer> => {
    const { body } = await send("/sync/challenge", { deviceId }, "");
    const challenge = String(body.challenge);
    const signature = await sign(key, `powrot.device|${deviceId}|${challenge}`);
    const answer = await send("/sync/token", { deviceId, challenge, signature }, "");
    token = answer.status === 200 ? (answer.body as unknown as DeviceToken).token : token;
    return answer;
  };
  const act = async (type: string, payload: unknown, over: Act = {}): Promise<SealedEntry> => {
    seq += 1;
    const now = it.clock.now().toISOString();
    const { id = uuidv7(), v = 1, base, occurredAt = now, deviceClock = now } = over;
    const entry: Entry = { f: 1, id, type, v, occurredAt, deviceId, deviceSeq: over.seq ?? seq, deviceClock, payload };
    if (base !== undefined) entry.base = base;
    return { id, deviceId, sealed: await sealEntry(lease.sealingKey, await signEntry(key, entry)) };
  };
  const pull = (cursor: string | null, more: object = {}) => send("/sync/pull", { cursor, ...more });
  return {
    deviceId,
    lease,
    send,
    askToken,
    act,
    pull,
    token: () => token,
    /** All that there is after the cursor, page by page. */
    async pullAll(cursor: string | null, limit = 1000) {
      const records: Pulled["records"] = [];
      await caughtUp(it);
      for (let at = cursor, rounds = 0; rounds < 100; rounds++) {
        const { status, body } = await pull(at, { limit });
        if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`);
        const page = body as unknown as Pulled;
        records.push(...page.records);
        at = page.cursor;
        if (page.done) return { records, cursor: page.cursor, page };
      }
      throw new Error("the pull does not end");
    },
    /** With the token, or by whoever is there (`""`). */
    async deliver(entries: readonly SealedEntry[], by = token) {
      const { status, body } = await send("/sync/deliver", { entries }, by);
      if (status !== 200) throw new Error(`deliver: ${status} ${JSON.stringify(body)}`);
      return (body as unknown as Delivered).results;
    },
  };
}
