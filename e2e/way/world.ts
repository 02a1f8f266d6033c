import { execFileSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";

/** Where the demo world of a house lies: its data folder, and its database as `server`, another one beside it, knows it. */
export const World = z.object({ dataDir: z.string(), server: z.string(), database: z.string() });
export type World = z.infer<typeof World>;

/** Names the folder of a demo world that was made before the journeys began. */
export const worldVariable = "POWROT_E2E_WORLD";

const folders = ["files", "audit-heads.log"];
const keptIn = ({ dataDir }: World) => join(dataDir, "as-made");

/** Keeps the world as it stands, for `beginAnew`; nothing may be under way in the house. */
export async function keepAsMade(world: World): Promise<void> {
  await onServer(world, async (client) => {
    const [name, kept] = namesOf(client, world);
    // nobody may be in a database that is copied: the house comes back into the copy
    await client.query(`alter database ${name} with allow_connections false`);
    await onceLeft(client, world, `alter database ${name} rename to ${kept}`);
  });
  copyFolders(world.dataDir, keptIn(world));
  await beginAnew(world);
}

/** Puts the world back as it was made, under the running house; all who were signed in are not any more. */
export async function beginAnew(world: World): Promise<void> {
  await onServer(world, async (client) => {
    const [name, kept] = namesOf(client, world);
    await onceLeft(client, world, `drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${kept} strategy file_copy`);
  });
  copyFolders(keptIn(world), world.dataDir);
}

const inUse = "55006";
const patienceMs = 60_000;

/** Sends everybody out of the database and does `statement`; again, as who was just coming in is seen late on a busy machine. */
async function onceLeft(client: pg.Client, { database }: World, statement: string): Promise<void> {
  for (const until = performance.now() + patienceMs; ; ) {
    await client.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [database]);
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== inUse || performance.now() > until) throw error;
    }
  }
}

/** Hands the world that `made` was kept as to another house, which has not stood yet: its own database on the same server, and the keys. */
export async function copyAsMade(made: World, other: World): Promise<void> {
  await onServer(made, async (client) => {
    const [, kept] = namesOf(client, made);
    const [name] = namesOf(client, other);
    await client.query(`create database ${name} template ${kept} strategy file_copy`);
  });
  copyFolders(keptIn(made), other.dataDir);
  execFileSync("cp", ["-a", join(made.dataDir, "keys"), other.dataDir]); // with whom they are open to
}

/** As they are in `from`; what is not there is gone. */
function copyFolders(from: string, to: string): void {
  for (const folder of folders) {
    rmSync(join(to, folder), { recursive: true, force: true });
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(to, folder), { recursive: true });
  }
}

/** Removes what `keepAsMade` has kept in the database. */
export async function dropKept(world: World): Promise<void> {
  await onServer(world, async (client) => client.query(`drop database if exists ${namesOf(client, world)[1]}`));
}

const namesOf = (client: pg.Client, { database }: World) =>
  [client.escapeIdentifier(database), client.escapeIdentifier(`${database}_as_made`)] as const;

async function onServer<T>({ server }: World, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
