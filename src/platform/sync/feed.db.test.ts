import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { caughtUp } from "../../app/testing/phone.ts";
import { uuidv7 } from "../uuid.ts";
import { changesAfter, epochOf, type Place, placeNow } from "./feed.ts";

const it = useTestHouse();
const actor = () => ({ organisationId: world.agenda }) as Parameters<typeof changesAfter>[0]["actor"];

beforeAll(async () => {
  await it.owner.query("call follow('unit', 'test', 'id')");
});

/** Reads the feed as the application does, behind its row wall. */
const reading = <T>(work: (context: Parameters<typeof changesAfter>[0]) => Promise<T>) =>
  it.services.db.transaction().execute(async (tx) => {
    await tx.executeQuery({
      sql: `select set_config('powrot.organisation_id', '${world.agenda}', true)`,
      parameters: [],
      query: { kind: "RawNode", sqlFragments: [], parameters: [] },
      queryId: { queryId: "context" },
    });
    return work({ tx, actor: actor() } as Parameters<typeof changesAfter>[0]);
  });
const next = (place: Place, limit = 1000) => reading((context) => changesAfter(context, place, ["test"], limit));

async function writer(): Promise<pg.Client> {
  const { host, port, user, password, database } = it.owner;
  const client = new pg.Client({ host, port, user, password: password ?? "", database });
  await client.connect();
  await client.query("select set_config('powrot.now', '2026-11-22T10:00:00Z', false)");
  return client;
}
const insert = async (client: pg.Client): Promise<string> => {
  const id = uuidv7();
  await client.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, 'próba', 'OTHER')", [
    world.agenda,
    id,
  ]);
  return id;
};

test("the row of a transaction that began first and commits last is not passed over", async () => {
  const from = await reading(placeNow);
  const [first, second] = [await writer(), await writer()];
  await first.query("begin");
  const late = await insert(first);
  const early = await insert(second);
  // by number alone a reader would be past the late one now: it has the lower number and cannot be seen yet
  const { rows } = await it.owner.query("select seq from sync_change where record_id = $1 and topic = 'test'", [early]);
  expect(rows).toHaveLength(1);
  const meanwhile = await next(from);
  expect(meanwhile.changes).toEqual([]);
  await first.query("commit");
  await caughtUp(it);
  const { changes, place } = await next(meanwhile.place);
  expect(changes.map(({ recordId }) => recordId)).toEqual([late, early]);
  expect((await next(place)).changes).toEqual([]);
  await Promise.all([first.end(), second.end()]);
});

test("a transaction that is undone, and another topic, are not told", async () => {
  const { place } = await next(await reading(placeNow));
  const client = await writer();
  await client.query("begin");
  await insert(client);
  await client.query("rollback");
  await client.query("select sync_changed($1, 'other', $2)", [world.agenda, uuidv7()]);
  await client.query("select sync_changed($1, 'test', $2)", [world.elsewhere, uuidv7()]);
  await caughtUp(it);
  expect((await next(place)).changes).toEqual([]);
  await client.end();
});

test("eight writers at once: every change is told once, page by page, whatever order they commit in", async () => {
  let place = await reading(placeNow);
  const written = new Set<string>();
  const told: string[] = [];
  let writing = true;
  const write = async (seed: number) => {
    const client = await writer();
    for (let n = 0; n < 25; n++) {
      await client.query("begin");
      const ids = [await insert(client), await insert(client)];
      await client.query("select pg_sleep($1)", [((seed * 7 + n * 13) % 10) / 1000]);
      if (n % 9 === 8) await client.query("rollback");
      else {
        await client.query("commit");
        for (const id of ids) written.add(id);
      }
    }
    await client.end();
  };
  const read = async () => {
    for (let rest = 3; rest > 0; rest -= writing ? 0 : 1) {
      if (!writing) await caughtUp(it);
      const { changes, more, place: after } = await next(place, 7);
      told.push(...changes.map(({ recordId }) => recordId));
      place = after;
      if (more) rest = 3;
    }
  };
  await Promise.all([
    Promise.all(Array.from({ length: 8 }, (_, seed) => write(seed))).then(() => (writing = false)),
    read(),
  ]);
  expect(told).toHaveLength(written.size);
  expect(new Set(told)).toEqual(written);
});

test("an epoch is made once, and is another one after a restore took it away", async () => {
  const [first, again] = await Promise.all([reading(epochOf), reading(epochOf)]);
  expect(again).toBe(first);
  await it.owner.query("delete from sync_epoch");
  expect(await reading(epochOf)).not.toBe(first);
});
