import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { openDatabase } from "../src/app/database.ts";
import { readSettings } from "../src/app/settings.ts";
import { simulate, simulatedLogin } from "../src/app/simulate/simulate.ts";
import { simulatedPassword } from "../src/app/simulate/staff.ts";
import { systemClock } from "../src/platform/clock.ts";
import { types } from "../src/platform/db.ts";
import { openFileStore } from "../src/platform/files/fileStore.ts";
import { openKeyRing } from "../src/platform/keys/keyRing.ts";
import { todayIn } from "../src/platform/time/instant.ts";
import { uuidv7 } from "../src/platform/uuid.ts";

export type Wanted = { dataDir: string; persons: number; years: number; seed: number; organisations?: number };

/** The bench world on a running database. `owner` is a superuser's connection, `postmaster` the process id of the server. */
export type World = Wanted & {
  ownerUrl: string;
  appUrl: string;
  postmaster: number;
  keysDir: string;
  owner: pg.Client;
  stop(): Promise<void>;
};

/** The social worker with fifty open cases in the largest organisation, whose people have full histories. */
export const caseworker = "sim-1-caseload";
export const caseloadSize = 50;
export const historyLength = 200;

/** Opens the bench world, made anew when the folder holds another one. @throws StartProblem */
export async function openWorld(wanted: Wanted, tell: (line: string) => void): Promise<World> {
  const { dataDir, ...made } = wanted;
  const note = join(dataDir, "bench-world.json");
  const words = JSON.stringify(made);
  if (existsSync(dataDir) && (!existsSync(note) || readFileSync(note, "utf8") !== words)) {
    if (existsSync(join(dataDir, "demo-world")) || !existsSync(join(dataDir, "secrets.json")))
      throw new Error(`${dataDir} holds something else: name another folder with --data.`);
    tell(`${dataDir} holds another world; it is made anew.`);
    rmSync(dataDir, { recursive: true });
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const database = await openDatabase(readSettings({ POWROT_DATA_DIR: dataDir }));
  const owner = new pg.Client({ connectionString: database.ownerUrl, types });
  await owner.connect();
  if (!existsSync(note)) {
    const today = todayIn(systemClock.now(), "Europe/Warsaw");
    const files = openFileStore(dataDir, openKeyRing(join(dataDir, "keys"), { create: true }));
    await simulate(database.ownerUrl, { ...made, today }, tell, files);
    await addCaseworker(owner);
    writeFileSync(note, words);
  }
  const keysDir = join(dataDir, "keys");
  openKeyRing(keysDir, { create: true });
  const pid = readFileSync(join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n")[0];
  return {
    ...wanted,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    postmaster: Number(pid),
    keysDir,
    owner,
    stop: async () => {
      await owner.end();
      await database.stop();
    },
  };
}

/** A unit with fifty open cases in the largest organisation, and two hundred events for each of its people. */
export async function addCaseworker(owner: pg.Client): Promise<void> {
  const [accountId, unitId] = [uuidv7(), uuidv7()];
  await owner.query("begin; set local session_replication_role = replica");
  await owner.query("select set_config('powrot.now', $1, true)", [systemClock.now().toISOString()]);
  const model = simulatedLogin(1, 2);
  const { rows } = await owner.query<{ id: string; org: string }>(
    "select a.id, m.organisation_id as org from account a join membership m on m.account_id = a.id where a.login = $1",
    [model],
  );
  const [like] = rows;
  if (!like) throw new Error("the simulated world has no social worker");
  const { org } = like;
  await owner.query(
    "insert into account (id, login, password_hash) select $2, $3, password_hash from account where id = $1",
    [like.id, accountId, caseworker],
  );
  await owner.query(
    "insert into membership (organisation_id, account_id, display_name, valid_from) select organisation_id, $2, 'Pracownik z rejonem', valid_from from membership where account_id = $1",
    [like.id, accountId],
  );
  await owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'SOCIAL_WORKER')",
    [org, accountId],
  );
  await owner.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, 'Rejon', 'SOCIAL_WORK')", [
    org,
    unitId,
  ]);
  await owner.query("insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3)", [
    org,
    accountId,
    unitId,
  ]);
  await owner.query(
    `insert into authorisation (organisation_id, id, account_id, kind, valid_from)
    select organisation_id, gen_random_uuid(), $2, kind, valid_from from authorisation where account_id = $1`,
    [like.id, accountId],
  );
  await owner.query(
    `create temp table mine on commit drop as select p.id, p.person_no, gen_random_uuid() as case_id from person p
    where p.organisation_id = $1 and p.step = 'NAMED' and not exists (select from open_case o where o.organisation_id = $1 and o.person_id = p.id)
    order by p.person_no limit ${caseloadSize}`,
    [org],
  );
  await owner.query(
    `insert into person_unit (organisation_id, person_id, unit_id, since) select $1, id, $2, current_date from mine`,
    [org, unitId],
  );
  await owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) select $1, case_id, id, $2, current_date - 300, 'PLANNED', $3 from mine",
    [org, unitId, accountId],
  );
  await owner.query(
    "insert into open_case (organisation_id, person_id, unit_id, case_id) select $1, id, $2, case_id from mine",
    [org, unitId],
  );
  await owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) select $1, gen_random_uuid(), case_id, $2, 'LEADER', current_date - 300 from mine",
    [org, accountId],
  );
  await owner.query(
    `insert into task (organisation_id, id, person_id, case_id, owner_id, kind, text, due_on, created_by)
    select $1, gen_random_uuid(), id, case_id, $2, 'AGREED', 'Zadanie symulowane', current_date + (person_no + n) % 40, $2 from mine, generate_series(1, 2) n`,
    [org, accountId],
  );
  await owner.query(
    `insert into event (organisation_id, id, person_id, case_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
    select $1, gen_random_uuid(), m.id, m.case_id, k.kind, k.section, now() - n * interval '5 hours', now() - n * interval '5 hours', $2, k.subject, gen_random_uuid(), '{}'
    from mine m, generate_series(1, ${historyLength} - (select count(*)::int from event e where e.organisation_id = $1 and e.person_id = (select id from mine limit 1))) n
    join (values (0, 'case.stage_moved', 'CORE', 'case'), (1, 'task.ended', 'CORE', 'task'), (2, 'contact.recorded', 'STREET', 'contact'), (3, 'attendance.recorded', 'ATTENDANCE', 'session'))
      k (no, kind, section, subject) on k.no = n % 4`,
    [org, accountId],
  );
  await owner.query("commit");
  await owner.query("vacuum analyze");
}

export type Server = { process: ChildProcess; pid: number; port: number; readyMs: number; end(): Promise<void> };

/**
 * Starts the server process as in production on the world's database and waits for its first 200 of /healthz.
 * @param seenAt the port that browsers use, when something stands between
 */
export async function startServer(world: World, port: number, seenAt = port): Promise<Server> {
  const env = {
    NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)), // as bin/run.mjs starts it
    MALLOC_ARENA_MAX: "2",
    ...process.env,
    DATABASE_URL: world.ownerUrl,
    POWROT_DATA_DIR: world.dataDir,
    POWROT_KEYS: world.keysDir,
    POWROT_ORIGIN: `http://localhost:${seenAt}`,
    POWROT_REQUESTS_PER_MINUTE: "100000000",
    PORT: String(port),
  };
  const before = performance.now();
  const house = spawn(
    process.execPath,
    [
      "--max-semi-space-size=8",
      "--disable-warning=ExperimentalWarning",
      new URL("../src/app/serve.ts", import.meta.url).pathname,
    ],
    { env, stdio: ["ignore", "ignore", "inherit"] },
  );
  let ended = false;
  const end = new Promise<void>((done) =>
    house.once("exit", () => {
      ended = true;
      done();
    }),
  );
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (ended) throw new Error("the server ended before it was ready");
    if (answer?.status === 200) break;
    await setTimeout(10);
  }
  return {
    process: house,
    pid: house.pid ?? 0,
    port,
    readyMs: performance.now() - before,
    end: async () => {
      house.kill("SIGTERM");
      await end;
    },
  };
}

/** A session by token, as an outside client opens one. */
export async function signIn(port: number, login: string): Promise<string> {
  const ask = () =>
    fetch(`http://127.0.0.1:${port}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-powrot": "1" },
      body: JSON.stringify({ login, password: simulatedPassword, kind: "token" }),
    });
  let answer = await ask();
  // a machine that stood still while the world was made is told that it is busy
  for (; answer.status === 503; answer = await ask()) await setTimeout(200);
  const body: unknown = await answer.json();
  if (!body || typeof body !== "object" || !("token" in body) || typeof body.token !== "string")
    throw new Error(`${login} could not sign in: ${answer.status} ${JSON.stringify(body)}`);
  return body.token;
}
