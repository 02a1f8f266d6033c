import { expect, test, vi } from "vitest";
import { kyselyOf, openPool } from "../platform/db.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { houseServer } from "./server.ts";
import { useTestHouse } from "./testing/house.ts";

const it = useTestHouse();

test("a house that is told to stop finishes what was begun, takes nothing new, and then is gone", async () => {
  const db = kyselyOf(openPool(it.appUrl));
  const options = { origin: "http://localhost:4280", requestsPerMinute: 1_000, logLevel: "silent" };
  const server = await houseServer({ ...it.services, db }, options);
  const base = await server.listen({ port: 0, host: "127.0.0.1" });
  const unitId = uuidv7();
  // what it took to read the house counts as being busy
  await vi.waitUntil(async () => (await fetch(`${base}/api/session`)).status !== 503, 30_000);
  await it.owner.query("begin");
  await it.owner.query("lock table unit in access exclusive mode"); // the work stands in the middle
  const begun = fetch(`${base}/api/commands/unit.record`, {
    method: "POST",
    headers: { authorization: `Bearer ${it.tokenOf("adam")}`, "content-type": "application/json" },
    body: JSON.stringify({
      id: uuidv7(),
      v: 1,
      occurredAt: it.clock.now().toISOString(),
      payload: { unitId, name: "Zespół przed końcem", kind: "OTHER" },
    }),
  });
  const waits = "select 1 from pg_locks where relation = 'unit'::regclass and not granted";
  await vi.waitUntil(async () => ((await it.owner.query(waits)).rowCount ?? 0) > 0, 30_000);
  let gone = false;
  const stopped = server.close().then(() => {
    gone = true;
  });
  await new Promise((done) => setTimeout(done, 300));
  expect(gone).toBe(false);
  const late = await fetch(`${base}/api/session`).then(
    ({ status }) => status,
    () => "no answer",
  );
  expect([503, "no answer"]).toContain(late);
  await it.owner.query("commit");
  const answer = await begun;
  expect([answer.status, (await answer.json()).outcome]).toEqual([200, "done"]);
  const from = performance.now();
  await stopped;
  expect(performance.now() - from).toBeLessThan(5_000);
  await db.destroy();
  const { rows } = await it.owner.query("select name from unit where id = $1", [unitId]);
  expect(rows).toEqual([{ name: "Zespół przed końcem" }]);
});
