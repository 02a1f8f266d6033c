import { randomBytes } from "node:crypto";
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
    drop: () => run(server, [`drop database if exists ${name} with (force)`]),
  };
}

async function run(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end(); // gives the advisory lock back
  }
}
