import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import pg from "pg";
import { makeAccount, makeOrganisation, makeUnit } from "../../modules/organisation/setup.ts";
import { type Actor, reachesOf } from "../../platform/access.ts";
import { movableClock } from "../../platform/clock.ts";
import { type AnyCommand, type CommandAnswer, runCommand, runQuery, type Services } from "../../platform/command.ts";
import { storeCommand } from "../../platform/files/fileRoutes.ts";
import { settleKeys } from "../../platform/keys/settleKeys.ts";
import { knowTables } from "../../platform/knowTables.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import type { HouseDatabase } from "../database.ts";
import { OperatorRefusal } from "../operator/refusal.ts";
import { commands, queries } from "../rooms.ts";
import type { Settings } from "../settings.ts";
import { stories } from "./stories.ts";
import { totpOf } from "./totpOf.ts";
import { accounts, accountsFile, demoId, demoPassword, organisations, ownRecords, secondFactorRoles } from "./world.ts";

/** Raised when the demo's stories change, so that an older world is made anew only when asked. */
const version = 1;
/** The mark of a world whose making was cut off: the next start empties the house and begins again. */
const halfMade = 0;

/** How a story acts: as one account, at one moment, by one command. Everything in the demo is made this way. */
export type Stage = {
  today: PlainDate;
  /** Moves the clock to a day relative to today (negative: past) and a wall time in UTC. Time only goes forward. */
  at(daysFromToday: number, time?: string): void;
  /** The moment at which the clock stands. */
  now(): string;
  /** The day relative to today. */
  day(daysFromToday: number): PlainDate;
  /** The same UUIDv7-shaped id for the same name. */
  id(name: string): string;
  do(login: string, type: string, payload: unknown, options?: { base?: number }): Promise<CommandAnswer>;
  /** Asks a query as one account. */
  ask<A>(login: string, name: string, input: unknown): Promise<A>;
  /** Moves the clock to a day of the calendar and a wall time in UTC. */
  atDay(day: PlainDate, time?: string): void;
  /** Stores a file with words in it and answers its id. */
  file(login: string, name: string, words: string): Promise<string>;
  accountId(login: string): string;
  unitId(code: string): string;
};

/** Loads the demo world when the database has none. */
export async function loadDemoOnce(settings: Settings, services: Services, database: HouseDatabase): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  owner.on("error", () => {}); // the running statement fails with it
  await owner.connect();
  try {
    const { rows } = await owner.query<{ version: number }>("select version from demo_world");
    if (rows.some((world) => world.version !== halfMade)) return;
    if (rows.length > 0) await emptyHouse(owner);
    const { rows: others } = await owner.query("select 1 from organisation limit 1");
    if (others.length > 0)
      throw new OperatorRefusal(
        "W tej bazie są inne organizacje; świat demo powstaje tylko w pustej.",
        "This database has organisations of its own; the demo world is for an empty one.",
      );
    const today = todayIn(services.clock.now(), "Europe/Warsaw");
    await owner.query("insert into demo_world values ($1, $2)", [today, halfMade]);
    await makeWorld(services, owner);
    await owner.query("update demo_world set version = $1", [version]);
    await knowTables(owner);
  } finally {
    await owner.end();
  }
}

/** Empties the database of the demo world and makes it anew, relative to today. */
export async function refreshDemo(settings: Settings, services: Services, database: HouseDatabase): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query("select from demo_world");
  if (rows.length > 0) await emptyHouse(owner);
  await owner.end();
  await loadDemoOnce(settings, services, database);
}

async function emptyHouse(owner: pg.Client): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migration', 'legal_parameter')",
  );
  await owner.query(`truncate ${tables.map((table) => table.name).join(", ")}`);
}

function explain(error: unknown): string {
  return error instanceof Problem ? JSON.stringify([error.code, error.details, error.errors]) : String(error);
}

async function makeWorld(services: Services, owner: pg.Client): Promise<void> {
  const end = services.clock.now();
  const today = todayIn(end, "Europe/Warsaw");
  const clock = movableClock(`${addDays(today, -400)}T08:00:00Z`);
  await owner.query("select set_config('powrot.now', $1, false)", [clock.now().toISOString()]);
  for (const { code, name, kind, address, units } of organisations) {
    const id = demoId(code);
    await makeOrganisation(owner, { id, name, shortName: code, kind, address, secondFactorRoles });
    for (const unit of units)
      await makeUnit(owner, { organisationId: id, id: demoId(unit.code), name: unit.name, kind: unit.kind });
  }
  await settleKeys(owner, services.keys, clock.now());
  const actors = new Map<string, Actor>();
  await owner.query("begin");
  for (const { login, name, jobTitle, role, organisation, units } of accounts) {
    const id = demoId(login);
    const organisationId = demoId(organisation);
    const unitIds = units.map(demoId);
    const sealed = secondFactorRoles.includes(role)
      ? services.keys.encryptFor("accounts", "totp", Buffer.from(totpOf(login)), id)
      : null;
    const made = {
      id,
      organisationId,
      login,
      password: demoPassword,
      displayName: name,
      jobTitle,
      roles: [role],
      unitIds,
    };
    await makeAccount(owner, { ...made, validFrom: addDays(today, -400), totpSealed: sealed });
    actors.set(login, {
      accountId: id,
      organisationId,
      displayName: name,
      roles: [role],
      unitIds,
      personId: null,
      authorised: true,
      sessionId: null,
    });
  }
  await owner.query("commit");
  await writeFile(new URL("../../../demo/accounts.json", import.meta.url), accountsFile()).catch(() => {}); // a read-only checkout has it already

  const moved: Services = { ...services, clock };
  let sent = 0;
  const send = async (login: string, command: AnyCommand, payload: unknown, base?: number): Promise<CommandAnswer> => {
    const actor = actors.get(login);
    if (!actor || reachesOf(actor, command.verb).size === 0) throw new Error(`demo: ${login} may not ${command.type}`);
    sent += 1;
    const known = command.payload.parse(payload);
    const envelope = {
      id: demoId(`command ${sent}`),
      v: command.v,
      base,
      occurredAt: clock.now().toISOString(),
      payload: known,
    };
    return runCommand(moved, actor, { requestId: null, device: "demo" }, command, envelope).catch((error: unknown) => {
      throw new Error(`demo: ${login} ${command.type} on ${clock.now().toISOString()}: ${explain(error)}`, {
        cause: error,
      });
    });
  };
  const stage: Stage = {
    today,
    at: (days, time = "09:00") => {
      const instant = `${addDays(today, days)}T${time}:00Z`;
      clock.set(instant > end.toISOString() ? end.toISOString() : instant);
    },
    now: () => clock.now().toISOString(),
    day: (days) => addDays(today, days),
    id: demoId,
    atDay: (day, time = "09:00") => clock.set(`${day}T${time}:00Z`),
    ask: async <A>(login: string, name: string, input: unknown) => {
      const actor = actors.get(login);
      const query = queries.find((one) => one.name === name);
      if (!actor || !query) throw new Error(`demo: no query ${name} for ${login}`);
      return (await runQuery(moved, actor, { requestId: null, device: "demo" }, query, input)) as A; // its schema has checked it
    },
    accountId: demoId,
    unitId: demoId,
    do: (login, type, payload, options) => {
      const command = commands.find((one) => one.type === type);
      if (!command) throw new Error(`demo: no command ${type}`);
      return send(login, command, payload, options?.base);
    },
    file: async (login, name, words) => {
      const bytes = Buffer.from(words);
      const fileId = demoId(`file ${name}`);
      await send(login, storeCommand(bytes), { fileId, sha256: createHash("sha256").update(bytes).digest("hex") });
      return fileId;
    },
  };
  for (const story of stories) await story(stage);
  // accounts stand before there are persons: a participant's own account is tied to its person at the end, as an operator would
  for (const [login, record] of Object.entries(ownRecords))
    await owner.query("update membership set person_id = $1 where account_id = $2", [demoId(record), demoId(login)]);
}
