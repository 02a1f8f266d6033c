import { rm } from "node:fs/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { serverAccount } from "../embedded/account.ts";
import { clusterFolder } from "../embedded/cluster.ts";
import { startEmbeddedPostgres } from "../embedded/postgres.ts";
import { migrate } from "../migrate.ts";
import { databaseUrl } from "./databaseUrl.ts";
import { clearAfterKilledRuns, scratchFolder } from "./scratch.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Owner's URL of the server; its database is only for creating others */
    testServerUrl: string;
    /** Migrated database that tests are cloned from */
    testTemplate: string;
  }
}

/**
 * One server for the whole run: a throwaway embedded one without fsync, or the one of `DATABASE_URL`. On it one migrated
 * template, from which `createTestDatabase` clones. The run's databases share a name prefix and are dropped at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await startThrowaway();
  const template = `powrot_test_${process.pid}_${Date.now().toString(36)}`;
  try {
    await onServer(url, (client) => client.query(`create database ${template} template template0 encoding 'UTF8'`));
    await migrate(databaseUrl(url, template));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("testServerUrl", url);
  project.provide("testTemplate", template);
  return async () => {
    await onServer(url, async (client) => {
      const ours = "select datname from pg_database where starts_with(datname, $1)";
      const { rows } = await client.query<{ datname: string }>(ours, [template]);
      for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
    });
    await stop();
  };
}

async function startThrowaway() {
  await clearAfterKilledRuns();
  const dataDir = scratchFolder("tests");
  const socket = socketIn(dataDir);
  const server = await startEmbeddedPostgres({
    dataDir,
    fsync: false,
    settings: socket ? { unix_socket_directories: socket } : {},
  });
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: socket ? throughSocket(server.superuserUrl, socket) : server.superuserUrl, stop };
}

const longestPath = 100; // of a socket's folder; the system takes 107 characters with the file's name

/** The folder of the server's socket, by which a query costs a fifth less than by the loopback address. */
function socketIn(dataDir: string): string | undefined {
  const cluster = clusterFolder(dataDir, serverAccount());
  return process.platform === "win32" || cluster.length > longestPath - "/.s.PGSQL.65535".length ? undefined : cluster;
}

function throughSocket(url: string, socket: string): string {
  return url.replace(/@[^/]+:(\d+)\//, (_, port: string) => `@${encodeURIComponent(socket)}:${port}/`);
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
