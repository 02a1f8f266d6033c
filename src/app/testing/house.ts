import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hash } from "@node-rs/argon2";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, expect } from "vitest";
import type { z } from "zod";
import { makeAccount, makeOrganisation, makeUnit } from "../../modules/organisation/setup.ts";
import type { Role } from "../../platform/access.ts";
import { movableClock } from "../../platform/clock.ts";
import type { Room, Services } from "../../platform/command.ts";
import { kyselyOf, openPool } from "../../platform/db.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { scratchFolder } from "../../platform/testing/scratch.ts";
import { createTestDatabase } from "../../platform/testing/testDatabase.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { houseServer } from "../server.ts";

export const testPassword = "spokojna noc nad rzeką";
/** The same for everybody, and by parameters that cost nothing: each file signs all of them in. */
const password = { hash: await hash(testPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 }) };

/** Under which an SMS gateway reports to the house of a test. */
export const testSmsReports = "tajny-koniec-adresu";

/** The small world of the tests: Agenda with its units and people; Zofia works elsewhere and shares nothing. */
export const world = {
  agenda: "0190a000-0000-7000-8000-000000000001",
  elsewhere: "0190a000-0000-7000-8000-000000000002",
  team: "0190a000-0000-7000-8000-000000000011",
  office: "0190a000-0000-7000-8000-000000000012",
  club: "0190a000-0000-7000-8000-000000000013",
  otherOffice: "0190a000-0000-7000-8000-000000000021",
} as const;

/** First names of the fixture's people, with their role and unit in Agenda. */
export const people = {
  marta: { role: "OUTREACH_WORKER", unit: world.team },
  joanna: { role: "OUTREACH_COORDINATOR", unit: world.team },
  anna: { role: "SOCIAL_WORKER", unit: world.office },
  henryk: { role: "SOCIAL_WORK_MANAGER", unit: world.office },
  ewa: { role: "PSYCHOLOGIST", unit: world.office },
  robert: { role: "VOCATIONAL_COUNSELLOR", unit: world.office },
  teresa: { role: "ADDICTION_THERAPIST", unit: world.office },
  janusz: { role: "SHELTER_WORKER", unit: world.office },
  beata: { role: "KIS_COORDINATOR", unit: world.club },
  gosia: { role: "GROUP_LEADER", unit: world.club },
  zdzislaw: { role: "WORKSHOP_INSTRUCTOR", unit: world.club },
  hanna: { role: "CIS_MANAGER", unit: world.club },
  sylwia: { role: "JOB_COACH", unit: world.club },
  marek: { role: "PROJECT_COORDINATOR", unit: world.club },
  krysia: { role: "ACCOUNTANT", unit: world.club },
  tomasz: { role: "DPO", unit: world.office },
  adam: { role: "ORGANISATION_ADMIN", unit: world.office },
} as const satisfies Record<string, { role: Role; unit: string }>;
export type PersonOfFixture = keyof typeof people | "zofia";

export type Answer = {
  status: number;
  body: Record<string, unknown> & { ids?: Record<string, string>; code?: string };
};

/** A house on a fresh database, with its people signed in by token. Its clock stands still until it is moved. */
export type TestHouse = {
  services: Services;
  server: FastifyInstance;
  clock: ReturnType<typeof movableClock>;
  /** Superuser connection: looks behind every policy */
  owner: pg.Client;
  /** Lines that the server has logged */
  log: readonly string[];
  accountOf(name: PersonOfFixture): string;
  /** The bearer token somebody signed in with at the start */
  tokenOf(name: PersonOfFixture): string;
  /** Where the database is reached as the application: for a second server beside this one */
  appUrl: string;
  /** Where its keys and files lie: for a second process beside this one */
  folder: string;
  /** Sends a command as somebody; the id is minted unless given. */
  command(
    name: PersonOfFixture,
    type: string,
    payload: unknown,
    envelope?: { id?: string; base?: number; v?: number },
  ): Promise<Answer>;
  get(name: PersonOfFixture, path: string): Promise<Answer>;
  /** What somebody reads there, as its schema tells it. Fails the test when it is refused. */
  read<S extends z.ZodType>(name: PersonOfFixture, path: string, schema: S): Promise<z.infer<S>>;
  post(name: PersonOfFixture, path: string, body: unknown): Promise<Answer>;
  /** Actions in the audit about one object or person, oldest first, as `action outcome`. */
  audited(id: string): Promise<string[]>;
};

/**
 * Starts a house for one test file and ends it afterwards. Use its members inside tests only. `rooms`: what a room is given that the
 * test says itself; they stand where those of the same name do.
 */
export function useTestHouse(now = "2026-11-22T10:00:00Z", rooms: readonly Room[] = []): TestHouse {
  let house: (TestHouse & { end(): Promise<void> }) | undefined;
  beforeAll(async () => {
    house = await startTestHouse(now, rooms);
  });
  afterAll(() => house?.end());
  return new Proxy({} as TestHouse, {
    get: (_, key: keyof TestHouse) => {
      if (!house) throw new Error("the test house is open inside tests only");
      return house[key];
    },
  });
}

async function startTestHouse(now: string, rooms: readonly Room[]): Promise<TestHouse & { end(): Promise<void> }> {
  const database = await createTestDatabase();
  const folder = scratchFolder("house");
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const clock = movableClock(now);
  const keys = openKeyRing(join(folder, "keys"), { create: true });
  const pool = openPool(database.appUrl, { max: 20, waitMs: 30_000 });
  const services: Services = { db: kyselyOf(pool), clock, keys, files: openFileStore(folder, keys) };

  await owner.query("select set_config('powrot.now', $1, false)", [now]);
  await makeOrganisation(owner, { id: world.agenda, name: "Stowarzyszenie Agenda", shortName: "agenda", kind: "NGO" });
  await makeOrganisation(owner, {
    id: world.elsewhere,
    name: "OPS Gdzie Indziej",
    shortName: "gdzieindziej",
    kind: "OPS",
  });
  const units = [
    [world.agenda, world.team, "Zespół uliczny", "OUTREACH_TEAM"],
    [world.agenda, world.office, "Praca socjalna", "SOCIAL_WORK"],
    [world.agenda, world.club, "Klub", "KIS"],
    [world.elsewhere, world.otherOffice, "Praca socjalna", "SOCIAL_WORK"],
  ] as const;
  for (const [organisationId, id, name, kind] of units) await makeUnit(owner, { organisationId, id, name, kind });

  const accounts = new Map<string, { id: string; token: string }>();
  const log: string[] = [];
  const options = {
    origin: "http://localhost:4280",
    requestsPerMinute: 1_000_000,
    smsReports: testSmsReports,
    log: { write: (line: string) => log.push(line) },
  };
  const server = await houseServer(services, options, rooms);
  const everyone = [
    ...Object.entries(people).map(([name, { role, unit }]) => ({ name, role, unit, organisationId: world.agenda })),
    { name: "zofia", role: "SOCIAL_WORKER" as const, unit: world.otherOffice, organisationId: world.elsewhere },
  ];
  for (const { name, role, unit, organisationId } of everyone) {
    const id = uuidv7();
    const validFrom = plainDate("2026-01-01");
    const displayName = `${name[0]?.toUpperCase()}${name.slice(1)} Próbna`;
    await makeAccount(owner, {
      id,
      organisationId,
      login: name,
      password,
      displayName,
      roles: [role],
      unitIds: [unit],
      validFrom,
    });
    const signIn = () =>
      server.inject({
        method: "POST",
        url: "/api/session",
        headers: { "x-powrot": "1" },
        payload: { login: name, password: testPassword, kind: "token" },
      });
    let answer = await signIn();
    // a machine that stood still while the house was built is told that it is busy
    for (; answer.statusCode === 503; answer = await signIn()) await setTimeout(200);
    if (answer.statusCode >= 300) throw new Error(`${name} cannot sign in: ${answer.statusCode} ${answer.body}`);
    accounts.set(name, { id, token: answer.json<{ token: string }>().token });
  }
  const known = (name: string) => {
    const account = accounts.get(name);
    if (!account) throw new Error(`nobody is called ${name}`);
    return account;
  };
  const send = async (name: string, method: "GET" | "POST", url: string, payload?: unknown): Promise<Answer> => {
    const headers = { authorization: `Bearer ${known(name).token}`, "content-type": "application/json" };
    const answer = await server.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
  };
  return {
    services,
    server,
    clock,
    owner,
    log,
    accountOf: (name) => known(name).id,
    tokenOf: (name) => known(name).token,
    appUrl: database.appUrl,
    folder,
    command: (name, type, payload, { id = uuidv7(), base, v = 1 } = {}) =>
      send(name, "POST", `/api/commands/${type}`, { id, v, base, occurredAt: clock.now().toISOString(), payload }),
    get: (name, path) => send(name, "GET", `/api${path}`),
    read: async (name, path, schema) => {
      const { status, body } = await send(name, "GET", `/api${path}`);
      expect(status, `${name} ${path}`).toBe(200);
      return schema.parse(body);
    },
    post: (name, path, body) => send(name, "POST", `/api${path}`, body),
    audited: async (id) => {
      const { rows } = await owner.query<{ line: string }>(
        "select action || ' ' || outcome as line from audit_entry where object_id = $1 or person_id = $1 order by xid, id",
        [id],
      );
      return rows.map((row) => row.line);
    },
    end: async () => {
      await server.close();
      await services.db.destroy();
      await owner.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
