import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { houseServer } from "../../src/app/server.ts";
import { hashPassword } from "../../src/modules/organisation/session.ts";
import { addMembership, makeOrganisation, makeUnit } from "../../src/modules/organisation/setup.ts";
import type { Role } from "../../src/platform/access.ts";
import { movableClock } from "../../src/platform/clock.ts";
import { kyselyOf, openPool, types } from "../../src/platform/db.ts";
import { openFileStore } from "../../src/platform/files/fileStore.ts";
import { openKeyRing } from "../../src/platform/keys/keyRing.ts";
import { plainDate } from "../../src/platform/time/plainDate.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";

export const now = "2026-11-22T10:00:00Z";
export const password = "spokojna noc nad rzeką";
const agent = "access drill";

export type Account = { id: string; token: string; sessionId: string; login: string };
export type Answered = { status: number; code: string; text: string };

/** A house of the drill: it listens on a loopback port, and can undo what a request did once the answer is out. */
export type DrillHouse = {
  owner: pg.Client;
  origin: string;
  /** While true every transaction of the server is rolled back instead of committed, so that cells do not meet each other. */
  undo: { on: boolean };
  makeAccount(of: {
    organisationId: string;
    roles: readonly Role[];
    unitIds: readonly string[];
    authorised?: boolean;
  }): Promise<Account>;
  openSession(accountId: string, organisationId: string): Promise<{ token: string; sessionId: string }>;
  send(token: string | null, method: string, path: string, body?: unknown): Promise<Answered>;
  /** What the server would seal, for records that no command makes. */
  seal(organisationId: string, purpose: string, text: string, recordId: string): Buffer;
  end(): Promise<void>;
};

/** Opens a house on a migrated database that nobody else uses. `log` gets every line that the server logs. */
export async function openDrillHouse(
  database: { ownerUrl: string; appUrl: string },
  log?: (line: string) => void,
): Promise<DrillHouse> {
  const folder = await mkdtemp(join(tmpdir(), "powrot-access-"));
  const owner = new pg.Client({ connectionString: database.ownerUrl, types });
  await owner.connect();
  await owner.query("select set_config('powrot.now', $1, false)", [now]);
  const keys = openKeyRing(join(folder, "keys"), { create: true });
  const pool = openPool(database.appUrl, { max: 8, waitMs: 30_000 });
  const undo = { on: false };
  pool.on("connect", (client) => undoing(client, undo));
  const services = { db: kyselyOf(pool), clock: movableClock(now), keys, files: openFileStore(folder, keys) };
  const server = await houseServer(services, {
    origin: "http://localhost:4280",
    requestsPerMinute: 1_000_000_000,
    ...(log ? { logLevel: "trace", log: { write: log } } : { logLevel: "silent" }),
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const passwordHash = await hashPassword(password);
  let accounts = 0;

  const openSession: DrillHouse["openSession"] = async (accountId, organisationId) => {
    const [token, sessionId] = [randomBytes(32).toString("base64url"), uuidv7()];
    await owner.query(
      `insert into session (id, token_hash, account_id, organisation_id, kind, second_factor, user_agent, created_at, seen_at, expires_at)
       values ($1, $2, $3, $4, 'token', true, $5, $6::timestamptz, $6::timestamptz, $6::timestamptz + interval '8 hours')`,
      [sessionId, createHash("sha256").update(token).digest(), accountId, organisationId, agent, now],
    );
    return { token, sessionId };
  };
  return {
    owner,
    origin,
    undo,
    openSession,
    makeAccount: async ({ organisationId, roles, unitIds, authorised = true }) => {
      const id = uuidv7();
      accounts += 1;
      const login = `konto.${accounts}`;
      await owner.query("insert into account (id, login, password_hash) values ($1, $2, $3)", [
        id,
        login,
        passwordHash,
      ]);
      const validFrom = plainDate("2026-01-01");
      await addMembership(owner, { id, organisationId, displayName: `Konto ${accounts}`, roles, unitIds, validFrom });
      await owner.query(
        `insert into authorisation (organisation_id, id, account_id, kind, valid_from, valid_until)
         select $1, gen_random_uuid(), $2, kind, '2026-01-01', $3 from unnest(array['AUTHORISATION', 'PLEDGE']) kind`,
        [organisationId, id, authorised ? null : "2026-11-21"],
      );
      return { id, login, ...(await openSession(id, organisationId)) };
    },
    send: async (token, method, path, body) => {
      const raw = body instanceof Uint8Array;
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: {
          "user-agent": agent,
          ...(token ? { authorization: `Bearer ${token}` } : { "x-powrot": "1" }),
          ...(body === undefined ? {} : { "content-type": raw ? "application/octet-stream" : "application/json" }),
        },
        ...(body === undefined ? {} : { body: raw ? new Blob([Uint8Array.from(body)]) : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, code: codeOf(text), text };
    },
    seal: (organisationId, purpose, text, recordId) =>
      Buffer.from(keys.encryptFor(organisationId, purpose, Buffer.from(text), recordId)),
    end: async () => {
      await server.close();
      await services.db.destroy();
      await owner.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function codeOf(text: string): string {
  return /"code":"([a-z._-]+)","(?:errors|details|requestId)/.exec(text)?.[1] ?? "";
}

/** Makes the connection roll back where it would commit, while `undo.on`. */
function undoing(client: pg.PoolClient, undo: { on: boolean }): void {
  const plain: (...words: unknown[]) => unknown = client.query.bind(client);
  // the server asks whether its commit was one
  const rolledBack = async () => Object.assign(await client.query("rollback"), { command: "COMMIT" });
  const changed = (...[first, ...rest]: unknown[]) => {
    const text = typeof first === "object" && first !== null && "text" in first ? first.text : first;
    return undo.on && text === "commit" ? rolledBack() : plain(first, ...rest);
  };
  Object.assign(client, { query: changed });
}

/** Three organisations with units; which of them share, `world.ts` says. */
export async function makeOrganisations(owner: pg.Client) {
  const ids = { home: uuidv7(), partner: uuidv7(), foreign: uuidv7() };
  const units = { own: uuidv7(), other: uuidv7(), partner: uuidv7(), foreign: uuidv7() };
  for (const [name, id] of Object.entries(ids))
    await makeOrganisation(owner, { id, name: `Organizacja ${name}`, shortName: name, kind: "NGO" });
  const made = [
    [ids.home, units.own],
    [ids.home, units.other],
    [ids.partner, units.partner],
    [ids.foreign, units.foreign],
  ] as const;
  for (const [organisationId, id] of made)
    await makeUnit(owner, { organisationId, id, name: `Dział ${id.slice(-4)}`, kind: "SOCIAL_WORK" });
  return { organisations: ids, units };
}
