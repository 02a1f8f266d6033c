import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { verifyAudit } from "../src/platform/auditSeal.ts";
import { types } from "../src/platform/db.ts";
import { stopAbandoned } from "../src/platform/embedded/postgres.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import type { Drill } from "./run.ts";

const writers = 8;
const port = 4278;
const origin = `http://127.0.0.1:${port}`;

type Sent = { id: string; taskId: string; acknowledged: boolean };

/**
 * Kills the server (every fifth time the database with it) while eight writers send commands, starts it again, and looks
 * for every acknowledged write: there once, whole, with one audit entry; nothing half-written; the audit chain clean.
 * `--kills N` (default 200). `--break` lets the database answer before its log is on disk and kills it each time: then writes must be lost.
 */
export const crashDrill: Drill = async ({ words, broken }) => {
  const kills = Number(words[words.indexOf("--kills") + 1] ?? 200) || 200;
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-crash-"));
  await chmod(dataDir, 0o755);
  const sent: Sent[] = [];
  const readyMs: number[] = [];
  let house = await start(dataDir);
  try {
    const owner = await ownerOf(dataDir);
    if (broken) await owner.query("alter role powrot_app set synchronous_commit = off");
    await owner.end();
    house = await restart(house, dataDir, false);
    const token = await signIn();
    const personId = await recordPerson(token);
    for (let kill = 1; kill <= kills; kill++) {
      const stop = new AbortController();
      const load = Array.from({ length: writers }, () => writeUntil(stop.signal, token, personId, sent));
      await untilWritten(sent, sent.length);
      await pause(150 + Math.random() * 500);
      const before = performance.now();
      house = await restart(house, dataDir, broken || kill % 5 === 0, () => stop.abort());
      readyMs.push(performance.now() - before);
      await Promise.all(load);
      if (kill % 20 === 0)
        console.log(`${kill} kills, ${sent.filter((one) => one.acknowledged).length} acknowledged writes`);
    }
    await pause(3_000); // the sealer links what is left
    const faults = await check(dataDir, sent);
    const acknowledged = sent.filter((one) => one.acknowledged).length;
    const sorted = readyMs.toSorted((a, b) => a - b);
    const readyP99Ms = Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0);
    return {
      // without answered writes nothing was put to the test
      held: acknowledged >= kills && Object.values(faults).every((count) => count === 0),
      figures: { kills, sent: sent.length, acknowledged, ...faults, readyP99Ms },
    };
  } finally {
    house.kill("SIGTERM");
    await ended(house);
    await stopAbandoned(dataDir).catch(() => false);
    await rm(dataDir, { recursive: true, force: true });
  }
};

async function check(dataDir: string, sent: readonly Sent[]) {
  const owner = await ownerOf(dataDir);
  const { rows } = await owner.query<{
    id: string;
    status: string | null;
    tasks: number;
    events: number;
    audits: number;
  }>(
    `select c.id, c.status, (select count(*)::int from task t where t.id = s.task_id) as tasks, (select count(*)::int from event e where e.subject_id = s.task_id) as events,
       (select count(*)::int from audit_entry a where a.command_id = s.id and a.outcome = 'done') as audits, s.id as sent_id
     from unnest($1::uuid[], $2::uuid[]) as s (id, task_id) left join command c on c.id = s.id`,
    [sent.map((one) => one.id), sent.map((one) => one.taskId)],
  );
  const found = new Map(rows.filter((row) => row.id).map((row) => [row.id, row]));
  let lost = 0;
  let half = 0;
  let doubled = 0;
  for (const { id, acknowledged } of sent) {
    const row = found.get(id);
    if (acknowledged && row?.status !== "done") lost += 1;
    if (row && !(row.status === "done" && row.tasks === 1 && row.events === 1 && row.audits === 1)) half += 1;
    if (row && (row.events > 1 || row.audits > 1)) doubled += 1;
  }
  const { rows: orphans } = await owner.query<{ n: number }>(
    "select count(*)::int as n from task t where t.id = any ($1) and not exists (select from audit_entry a where a.object_id = t.id)",
    [sent.map((one) => one.taskId)],
  );
  const verification = await verifyAudit(owner);
  for (const { fault, segment, entryId } of verification.faults.slice(0, 5))
    console.log(`audit: ${fault} (segment ${segment}, entry ${entryId})`);
  await owner.end();
  return { lost, half, doubled, withoutAudit: orphans[0]?.n ?? 0, auditFaults: verification.faults.length };
}

/** Waits until each writer had about one answer since `from`, so that a kill falls among writes however slow the machine is. */
async function untilWritten(sent: readonly Sent[], from: number): Promise<void> {
  const until = performance.now() + 30_000;
  while (sent.slice(from).filter((one) => one.acknowledged).length < writers && performance.now() < until)
    await pause(20);
}

async function writeUntil(signal: AbortSignal, token: string, personId: string, sent: Sent[]): Promise<void> {
  while (!signal.aborted) {
    const one: Sent = { id: uuidv7(), taskId: uuidv7(), acknowledged: false };
    sent.push(one);
    try {
      const payload = { taskId: one.taskId, personId, text: "próba", dueOn: null, ownerId: null };
      const answer = await post(
        "/api/commands/task.add",
        { id: one.id, v: 1, occurredAt: new Date().toISOString(), payload },
        token,
      );
      one.acknowledged = answer.status === 200;
      if (!one.acknowledged) await pause(20);
    } catch {
      await pause(5); // the server is gone, or the connection is one to the server before; what was not answered may be there or not
    }
  }
}

function post(path: string, body: unknown, token?: string): Promise<Response> {
  const headers = {
    "content-type": "application/json",
    "x-powrot": "1",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function signIn(): Promise<string> {
  const answer = await post("/api/session", { login: "anna", password: "Powrot-demo-2026", kind: "token" });
  const { token } = (await answer.json()) as { token?: string };
  if (!token) throw new Error(`no session: ${answer.status}`);
  return token;
}

async function recordPerson(token: string): Promise<string> {
  const session = (await (
    await fetch(`${origin}/api/session`, { headers: { authorization: `Bearer ${token}` } })
  ).json()) as { unitIds: string[] };
  const personId = uuidv7();
  const payload = { personId, unitId: session.unitIds[0], fields: { alias: "Próba zabijania" } };
  const answer = await post(
    "/api/commands/person.record",
    { id: uuidv7(), v: 1, occurredAt: new Date().toISOString(), payload },
    token,
  );
  if (answer.status !== 200) throw new Error(`no person: ${await answer.text()}`);
  return personId;
}

function start(dataDir: string): Promise<ChildProcess> {
  const house = spawn(process.execPath, [new URL("../src/app/start.ts", import.meta.url).pathname], {
    env: { ...process.env, POWROT_DATA_DIR: dataDir, PORT: String(port), POWROT_REQUESTS_PER_MINUTE: "10000000" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let out = "";
    house.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (/^ready /m.test(out)) done(house);
    });
    house.once("exit", (code) => fail(new Error(`the house ended with ${code} before it was ready`)));
  });
}

async function restart(
  house: ChildProcess,
  dataDir: string,
  databaseToo: boolean,
  then: () => void = () => {},
): Promise<ChildProcess> {
  const postmaster = databaseToo ? await postmasterPid(dataDir) : undefined;
  house.kill("SIGKILL");
  if (postmaster) killTree(postmaster);
  then();
  await ended(house);
  return start(dataDir);
}

async function postmasterPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, "cluster", "postmaster.pid"), "utf8").catch(() => "");
  return Number(text.split("\n")[0]) || undefined;
}

/** The postmaster leads a process group of its own, so its children die with it. */
function killTree(pid: number): void {
  process.kill(-pid, "SIGKILL");
}

async function ownerOf(dataDir: string): Promise<pg.Client> {
  const { postgresPassword } = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")) as {
    postgresPassword: string;
  };
  const pid = await readFile(join(dataDir, "cluster", "postmaster.pid"), "utf8");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(pid.split("\n")[3]),
    user: "postgres",
    password: postgresPassword,
    database: "powrot",
    types,
  });
  await client.connect();
  return client;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once("exit", done));
