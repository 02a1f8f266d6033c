// Writes db/schema.sql and src/platform/db.gen.ts from a freshly migrated database; `--check` only compares.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../src/platform/embedded/postgres.ts";
import { migrate } from "../src/platform/migrate.ts";
import { schemaText, tableTypes } from "./catalog.ts";

const targets = {
  schema: new URL("../db/schema.sql", import.meta.url),
  types: new URL("../src/platform/db.gen.ts", import.meta.url),
};

const dataDir = await mkdtemp(join(tmpdir(), "powrot-generate-"));
const server = await startEmbeddedPostgres({ dataDir, fsync: false });
try {
  const url = new URL(server.superuserUrl);
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("create database powrot");
  await admin.end();
  url.pathname = "/powrot";
  await migrate(url.href);
  const client = new pg.Client(url.href);
  await client.connect();
  const written = { schema: await schemaText(client), types: await tableTypes(client) };
  await client.end();
  const stale: string[] = [];
  for (const name of ["schema", "types"] as const) {
    const before = await readFile(targets[name], "utf8").catch(() => "");
    if (before === written[name]) continue;
    stale.push(targets[name].pathname);
    if (!process.argv.includes("--check")) await writeFile(targets[name], written[name]);
  }
  if (process.argv.includes("--check") && stale.length > 0) {
    console.error(`Stale, run npm run db:generate: ${stale.join(", ")}`);
    process.exitCode = 1;
  }
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
