import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { writeAudit } from "./audit.ts";
import { purgeAudit } from "./auditPurge.ts";
import { type SealedHead, sealAll, verifyAudit } from "./auditSeal.ts";
import { kyselyOf, openPool, types } from "./db.ts";
import { createTestDatabase, type TestDatabase } from "./testing/testDatabase.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000aa";
let database: TestDatabase;
let owner: pg.Client;
let sealer: pg.Pool;
let keeper: ReturnType<typeof kyselyOf>;
let app: ReturnType<typeof kyselyOf>;
let heads: SealedHead[];
const day = (text: string) => new Date(`${text}T10:00:00.000Z`);

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl, types });
  await owner.connect();
  await owner.query("select set_config('powrot.now', '2026-11-22T10:00:00Z', false)");
  await owner.query("insert into organisation (id, name, short_name, kind) values ($1, 'Próba', 'proba', 'NGO')", [
    organisationId,
  ]);
  sealer = new pg.Pool({ connectionString: database.keeperUrl, types });
  keeper = kyselyOf(openPool(database.keeperUrl));
  app = kyselyOf(openPool(database.appUrl));
});
afterAll(async () => {
  await Promise.all([app.destroy(), keeper.destroy(), sealer.end()]);
  await owner.end();
  await database.drop();
});

async function act(at: Date): Promise<void> {
  await app.transaction().execute(async (tx) => {
    const { rows } = await sql<{ xid: string }>`select set_config('powrot.organisation_id', ${organisationId}, true),
      pg_current_xact_id()::text as xid`.execute(tx);
    const xid = rows[0]?.xid ?? "";
    const context = { organisationId, actorId: null, now: at.toISOString(), xid, requestId: null, device: null };
    await writeAudit(tx, context, { action: "person.read", outcome: "done" });
  });
}

/** Links all there is. Transactions of other databases on the same server hold the sealer up for a moment. */
async function seal(at: Date): Promise<void> {
  const sealed = async () => {
    heads.push(...(await sealAll(sealer, at)));
    return (await verifyAudit(owner, [], at)).unsealed;
  };
  await expect.poll(sealed, { timeout: 20_000 }).toBe(0);
}

/** Three segments: two entries each of November 2026, December 2026 and November 2028. */
beforeEach(async () => {
  await owner.query("delete from audit_segment; delete from audit_entry; delete from organisation_parameter");
  heads = [];
  for (const at of ["2026-11-22", "2026-12-22", "2028-11-21"].map(day)) {
    await act(at);
    await act(at);
    await seal(at);
  }
});

test("an entry of 2026-11-22 is not purged before 2028-11-22, and then only what is older (R-LOG-02)", async () => {
  expect(await purgeAudit(keeper, day("2028-11-22"))).toEqual([]);
  const after = day("2028-11-23");
  const purged = await purgeAudit(keeper, after);
  expect(purged).toMatchObject([{ organisationId, entries: 2 }]);
  const { rows } = await owner.query(
    "select to_char(at, 'YYYY-MM-DD') as day, action, detail from audit_entry order by at",
  );
  expect(rows.slice(0, -1).map((row) => row.day)).toEqual(["2026-12-22", "2026-12-22", "2028-11-21", "2028-11-21"]);
  expect(rows.at(-1)).toMatchObject({ action: "audit.purge", detail: { first: 1, entries: 2 } });
  expect(await purgeAudit(keeper, after)).toEqual([]);
});

test("after a purge the chain verifies against every head that was kept outside, and goes on", async () => {
  const after = day("2028-12-23");
  await purgeAudit(keeper, after);
  expect((await verifyAudit(owner, heads, after)).faults).toEqual([]);
  await act(after);
  await seal(after);
  const { faults, entries } = await verifyAudit(owner, heads, after);
  expect({ faults, entries }).toEqual({ faults: [], entries: 4 });
});

test.each([
  [
    "an entry that was not purged is removed",
    "delete from audit_entry where at > '2028-01-01' and action = 'person.read'",
    "entry removed",
  ],
  [
    "a young segment is called purged",
    "delete from audit_entry where at > '2028-01-01' and action = 'person.read'; update audit_segment set purged_at = '2028-12-23T10:00:00Z' where sealed_at > '2028-01-01'",
    "purged before its time",
  ],
  [
    "a young segment is called purged in the future",
    "update audit_segment set purged_at = '2030-12-23T10:00:00Z' where sealed_at > '2028-01-01'",
    "purged before its time",
  ],
  [
    "purged entries come back",
    "insert into audit_entry (organisation_id, id, xid, at, action, outcome, hash) select organisation_id, entry_ids[1], last_xid, sealed_at, 'person.read', 'done', head from audit_segment where no = 1",
    "put in afterwards",
  ],
  ["a purged segment is removed", "delete from audit_segment where no = 1", "segment removed"],
])("%s: verification says so", async (_, statement, fault) => {
  const after = day("2028-11-23");
  await purgeAudit(keeper, after);
  await owner.query(statement);
  const { faults } = await verifyAudit(owner, heads, day("2028-12-24"));
  expect(faults.map((one) => one.fault).join("; ")).toContain(fault);
});

test("an organisation may keep its audit longer than the law, never shorter", async () => {
  const say = (years: number) =>
    owner.query(
      `insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by)
       values ($1, 'RETENTION_LOG', '2026-01-01', $2, 'YEARS', 'regulamin', $1)`,
      [organisationId, years],
    );
  await say(1);
  expect(await purgeAudit(keeper, day("2028-01-01"))).toEqual([]);
  await owner.query("delete from organisation_parameter");
  await say(5);
  expect(await purgeAudit(keeper, day("2030-01-01"))).toEqual([]);
  expect(await purgeAudit(keeper, day("2031-12-24"))).toMatchObject([{ entries: 4 }]);
});

test("two purges at once take everything once", async () => {
  const results = await Promise.all([1, 2, 3].map(() => purgeAudit(keeper, day("2028-12-24"))));
  expect(results.flat().reduce((sum, { entries }) => sum + entries, 0)).toBe(4);
});
