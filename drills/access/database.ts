import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/platform/embedded/postgres.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";

/** A migrated database on an embedded server of its own, without fsync, gone after `stop`. */
export async function throwawayDatabase(): Promise<{
  dataDir: string;
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-access-db-"));
  const server = await startEmbeddedPostgres({ dataDir, fsync: false });
  const admin = new pg.Client(server.superuserUrl);
  await admin.connect();
  await admin.query("create database powrot template template0 encoding 'UTF8'");
  await admin.end();
  const url = new URL(server.superuserUrl);
  url.pathname = "/powrot";
  await migrate(url.href);
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, ownerUrl: url.href, appUrl: roleUrl(url.href, "powrot_app"), stop };
}
