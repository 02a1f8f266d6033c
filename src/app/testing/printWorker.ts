import { join } from "node:path";
import pg from "pg";
import { workPrintRuns } from "../../modules/social-contract/packet/run/work.ts";
import "../rooms.ts";
import { movableClock } from "../../platform/clock.ts";
import { kyselyOf, openPool } from "../../platform/db.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";

// A process of its own that makes the print runs of a test house, so that a test can kill it in the middle.
const { POWROT_TEST_APP = "", POWROT_TEST_OWNER = "{}", POWROT_TEST_FOLDER = "" } = process.env;
const owner = new pg.Pool({ ...(JSON.parse(POWROT_TEST_OWNER) as pg.PoolConfig), max: 2 }); // written by the test
const keys = openKeyRing(join(POWROT_TEST_FOLDER, "keys"));
const pool = openPool(POWROT_TEST_APP, { max: 2, waitMs: 30_000 });
await workPrintRuns(owner, {
  db: kyselyOf(pool),
  clock: movableClock("2026-11-22T10:00:00Z"),
  keys,
  files: openFileStore(POWROT_TEST_FOLDER, keys),
});
await Promise.all([owner.end(), pool.end()]);
process.exit(0);
