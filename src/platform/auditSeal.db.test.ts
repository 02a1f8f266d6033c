import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditHash, writeAudit } from "./audit.ts";
import { type SealedHead, sealAll, verifyAudit } from "./auditSeal.ts";
import { kyselyOf, openPool, types } from "./db.ts";
import { createTestDatabase, type TestDatabase } from "./testing/testDatabase.ts";
import { uuidv7 } from "./uuid.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000aa";
const now = new Date("2026-11-22T10:00:00.000Z");
let database: TestDatabase;
let owner: pg.Client;
let keeper: pg.Pool;
let app: ReturnType<typeof kyselyOf>;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl, types });
  await owner.connect();
  await owner.query("select set_config('powrot.now', $1, false)", [now.toISOString()]);
  await owner.query("insert into organisation (id, name, short_name, kind) values ($1, 'Próba', 'proba', 'NGO')", [
    organisationId,
  ]);
  keeper = new pg.Pool({ connectionString: database.keeperUrl, types });
  app = kyselyOf(openPool(database.appUrl));
});
afterAll(async () => {
  await app.destroy();
  await keeper.end();
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  await owner.query("delete from audit_segment");
  await owner.query("delete from audit_entry");
});

/** Links all there is. Transactions of other databases on the same server hold the sealer up for a moment. */
async function sealEverything(): Promise<SealedHead[]> {
  const heads: SealedHead[] = [];
  await expect
    .poll(
      async () => {
        heads.push(...(await sealAll(keeper, now)));
        return (await verifyAudit(owner)).unsealed;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  return heads;
}

async function act(action: string, during?: () => Promise<void>): Promise<void> {
  await app.transaction().execute(async (tx) => {
    const { rows } = await tx.executeQuery<{ xid: string }>(rawContext(tx));
    await writeAudit(
      tx,
      { organisationId, actorId: null, now: now.toISOString(), xid: rows[0]?.xid ?? "", requestId: null, device: null },
      { action, outcome: "done", detail: { n: 1 } },
    );
    await during?.();
  });
}
function rawContext(tx: Parameters<typeof writeAudit>[0]) {
  return tx
    .selectNoFrom((e) => [
      e.fn("set_config", [e.val("powrot.organisation_id"), e.val(organisationId), e.lit(true)]).as("o"),
      e.cast<string>(e.fn("pg_current_xact_id", []), "text").as("xid"),
    ])
    .compile();
}

test("a clean audit verifies, linked or not", async () => {
  for (let i = 0; i < 5; i++) await act("person.read");
  expect(await verifyAudit(owner)).toEqual({ entries: 5, segments: 0, unsealed: 5, faults: [] });
  const heads = await sealEverything();
  expect(heads.length).toBeGreaterThan(0);
  await act("person.read");
  expect(await verifyAudit(owner, heads)).toEqual({ entries: 6, segments: heads.length, unsealed: 1, faults: [] });
});

test("an entry of a transaction that commits late is linked, not skipped", async () => {
  await act("late", async () => {
    await act("early");
    expect(await sealAll(keeper, now)).toEqual([]);
  });
  await sealEverything();
  expect(await verifyAudit(owner)).toMatchObject({ entries: 2, unsealed: 0, faults: [] });
});

test("entries are linked in the order of numbers, not of digits: 99 before 100", async () => {
  for (const xid of ["99", "100", "98"])
    await app.transaction().execute(async (tx) => {
      await tx.executeQuery(rawContext(tx));
      const context = { organisationId, actorId: null, now: now.toISOString(), xid, requestId: null, device: null };
      await writeAudit(tx, context, { action: `xid.${xid}`, outcome: "done" });
    });
  await sealEverything();
  const { rows } = await owner.query<{ actions: string[] }>(
    "select array(select e.action from unnest(s.entry_ids) with ordinality i (id, n) join audit_entry e on e.id = i.id order by n) as actions from audit_segment s",
  );
  expect(rows.flatMap((row) => row.actions)).toEqual(["xid.98", "xid.99", "xid.100"]);
  expect((await verifyAudit(owner)).faults).toEqual([]);
});

test.each([
  ["altered", "update audit_entry set action = 'person.forget' where id = $1", "entry altered"],
  ["removed", "delete from audit_entry where id = $1", "entry removed"],
  [
    "put in afterwards",
    "insert into audit_entry (organisation_id, id, xid, at, action, outcome, hash) select organisation_id, gen_random_uuid(), xid, at, 'forged', 'done', hash from audit_entry where id = $1",
    "put in afterwards",
  ],
  [
    "reordered",
    "update audit_segment set entry_ids = entry_ids[2:] || entry_ids[1:1] where $1::uuid is not null",
    "entries altered or reordered",
  ],
])("an entry that was %s is named", async (_, statement, fault) => {
  for (let i = 0; i < 4; i++) await act("person.read");
  await sealEverything();
  const { rows } = await owner.query<{ id: string }>("select id from audit_entry order by id limit 1");
  await owner.query(statement, [rows[0]?.id]);
  const { faults } = await verifyAudit(owner);
  expect(faults.map((one) => one.fault).join("; ")).toContain(fault);
});

test("a forged entry with a right hash of its own still breaks the segment, and a rewritten chain differs from the kept head", async () => {
  for (let i = 0; i < 3; i++) await act("person.read");
  const kept = await sealEverything();
  const forged = {
    organisationId,
    id: uuidv7(),
    xid: "1",
    atMs: now.getTime(),
    actorId: null,
    action: "forged",
    outcome: "done",
    objectType: null,
    objectId: null,
  };
  const hash = auditHash({
    ...forged,
    personId: null,
    section: null,
    reason: null,
    requestId: null,
    device: null,
    commandId: null,
    detail: null,
  });
  await owner.query(
    "update audit_entry set action = 'forged', hash = $1 where id = (select id from audit_entry order by xid, id limit 1)",
    [hash],
  );
  expect((await verifyAudit(owner)).faults).not.toEqual([]);
  await owner.query("delete from audit_segment");
  await owner.query("delete from audit_entry where action = 'forged'");
  await sealEverything();
  expect((await verifyAudit(owner)).faults).toEqual([]);
  const { faults } = await verifyAudit(owner, kept);
  expect(faults[0]).toMatchObject({ segment: 1, fault: "head differs from the one kept outside" });
  expect(faults).toHaveLength(kept.length);
});

test.each([
  "update audit_entry set action = 'x'",
  "delete from audit_entry",
  "truncate audit_entry",
  "update audit_segment set no = 9",
  "delete from audit_segment",
])("the application cannot %s", async (statement) => {
  const client = new pg.Client(database.appUrl);
  await client.connect();
  await client.query("select set_config('powrot.organisation_id', $1, false)", [organisationId]);
  await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
  await client.end();
});

test("sixteen writers at once do not wait for each other", async () => {
  await Promise.all(
    Array.from({ length: 16 }, () => act("person.read", () => new Promise((done) => setTimeout(done, 50)))),
  );
  await sealEverything();
  expect(await verifyAudit(owner)).toMatchObject({ entries: 16, unsealed: 0, faults: [] });
});
