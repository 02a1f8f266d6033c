import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { roleUrl } from "../migrate.ts";
import { databaseUrl } from "./databaseUrl.ts";

export type TestDatabase = {
  /** Owner of everything: for looking behind the policies and for putting rows in as a fixture */
  ownerUrl: string;
  /** The role that the product runs as: owns nothing, row security holds */
  appUrl: string;
  /** The role that seals and purges the audit */
  keeperUrl: string;
  /** Closes foreign connections and removes the database. Forgetting it is harmless: the run's end removes the rest. */
  drop(): Promise<void>;
};

/** A fresh migrated database, cloned from the run's template in some 20-50 ms. One for each test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServerUrl");
  const template = inject("testTemplate");
  const name = `${template}_${randomBytes(5).toString("hex")}`;
  // The server refuses to clone a template that another session is just cloning, so the clones queue.
  await run(server, [
    "select pg_advisory_lock(7076873)",
    `create database ${name} template ${template} strategy wal_log`,
  ]);
  const ownerUrl = databaseUrl(server, name);
  return {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, "powrot_app"),
    keeperUrl: roleUrl(ownerUrl, "powrot_keeper"),
    drop: async () => {
      await untilLeft(server, name);
      await run(server, [`drop database if exists ${name} with (force)`]);
    },
  };
}

/** Waits half a second at most: a connection that its pool is just closing would tell its end as an error of the run. */
async function untilLeft(server: string, name: string): Promise<void> {
  await withClient(server, async (client) => {
    for (let look = 0; look < 20; look += 1) {
      const { rowCount } = await client.query("select from pg_stat_activity where datname = $1", [name]);
      if (rowCount === 0) return;
      await setTimeout(25);
    }
  });
}

async function run(url: string, statements: string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end(); // gives the advisory lock back
  }
}
