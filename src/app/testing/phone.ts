import { setTimeout } from "node:timers/promises";
import type { Delivered, Pulled, SealedEntry } from "../../platform/sync/contract.ts";
import { enrolFarPhone, type Send } from "../../platform/testing/farPhone.ts";
import { type PersonOfFixture, type TestHouse, testPassword } from "./house.ts";

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

/** A device of somebody of the test house. */
export type Phone = Awaited<ReturnType<typeof enrolPhone>>;

export async function enrolPhone(it: TestHouse, name: PersonOfFixture, deviceId?: string) {
  const post: Send = async (path, body, token) => {
    const answer = await it.server.inject({
      method: "POST",
      url: `/api${path}`,
      headers: {
        "x-powrot": "1",
        "content-type": "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      payload: JSON.stringify(body),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
  };
  const phone = await enrolFarPhone(
    post,
    { session: it.tokenOf(name), password: testPassword },
    () => it.clock.now(),
    deviceId,
  );
  const send = (path: string, body: unknown, by = phone.token()) => post(path, body, by);
  const pull = (cursor: string | null, more: object = {}) => send("/sync/pull", { cursor, ...more });
  return {
    ...phone,
    send,
    pull,
    /** All that there is after the cursor, page by page. */
    async pullAll(cursor: string | null, limit = 1000) {
      const records: Pulled["records"] = [];
      await caughtUp(it);
      for (let at = cursor, rounds = 0; rounds < 100; rounds++) {
        const { status, body } = await pull(at, { limit });
        if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`);
        const page = body as Pulled;
        records.push(...page.records);
        at = page.cursor;
        if (page.done) return { records, cursor: page.cursor, page };
      }
      throw new Error("the pull does not end");
    },
    /** With the token, or by whoever is there (`""`). */
    async deliver(entries: readonly SealedEntry[], by = phone.token()) {
      const { status, body } = await send("/sync/deliver", { entries }, by);
      if (status !== 200) throw new Error(`deliver: ${status} ${JSON.stringify(body)}`);
      return (body as Delivered).results;
    },
  };
}
