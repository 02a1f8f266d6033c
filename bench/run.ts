// `npm run bench`: what a request costs, beside the same SQL without the application. A measure, not a test: it ends with 1
// only when a request failed.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { cpus } from "node:os";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildWeb } from "../scripts/build.ts";
import { freePort } from "../src/platform/testing/freePort.ts";
import { makeMonthOperations } from "./centres.ts";
import { measureDevice } from "./device.ts";
import { openRecorder, runDirectly, type Statement } from "./direct.ts";
import { findScans } from "./explain.ts";
import { call, load, percentile } from "./load.ts";
import { makeOperations, type Operation, type Sought } from "./operations.ts";
import { measureMorning } from "./phones.ts";
import { measurePrints, printPrints } from "./prints.ts";
import { cpuMsOf, cpuMsOfServer, residentMiB } from "./processes.ts";
import { firstLoad, productionMiB } from "./sizes.ts";
import { type Measured, printDevice, printReport, type Report } from "./table.ts";
import { measureTimetable, printTimetable } from "./timetable.ts";
import { openWorld, type Server, startServer, type World } from "./world.ts";

const help = `npm run bench -- [--persons N] [--seed S] [--data FOLDER] [--seconds S] [--only NAME] [--json FILE]

  --persons   size of the world; 20000 unless told, 200000 for the figures of docs/benchmarks.md
  --data      folder of the world, .powrot/bench-<persons> unless told; made once, then reused
  --seconds   length of one measurement; 3 unless told
  --only      one operation alone; "morning": sixty phones bring 200 cards each in the same minute; "prints": thirty contracts in one run beside one alone; "device": the phone in the street alone; "timetable": programmes of 38 weeks, solved; "month": a centre's month and its list of benefits, for 28 and for 1,000 people
  --json      writes everything that was measured
`;

const { values: given } = parseArgs({
  options: {
    persons: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    data: { type: "string" },
    seconds: { type: "string", default: "3" },
    only: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const persons = Number(given.persons);
const seconds = Number(given.seconds);
if (given.help || !(persons > 0) || !(seconds > 0) || process.platform !== "linux") {
  console.error(process.platform === "linux" ? help : "The bench reads /proc: it needs Linux.");
  process.exit(given.help ? 0 : 2);
}
const tell = (line: string) => console.error(line);
const levels = [1, 8, 32];

if (given.only === "timetable") process.exit(printTimetable(await measureTimetable()) ? 0 : 1);
await buildWeb();
if (given.only === "device") {
  printDevice(await measureDevice(resolve(".powrot/bench-street"), tell));
  process.exit(0);
}
const web = firstLoad();
const dataDir = resolve(given.data ?? `.powrot/bench-${persons}`);
const world = await openWorld({ dataDir, persons, years: 3, seed: Number(given.seed) }, tell);
let failed = false;
try {
  const startsMs: number[] = [];
  for (let round = 0; round < 2; round++) {
    const trial = await startServer(world, await freePort());
    startsMs.push(trial.readyMs);
    await trial.end();
  }
  const server = await startServer(world, await freePort());
  startsMs.push(server.readyMs);
  await new Promise((done) => setTimeout(done, 8_000));
  const restMiB = residentMiB(server.pid);
  try {
    if (given.only === "morning") {
      const morning = await measureMorning(world, server);
      console.log(JSON.stringify(morning));
      failed = morning.cards !== morning.entries;
    } else if (given.only === "prints") printPrints(await measurePrints(world, server));
    else failed = await reportAll(server, { startMs: Math.min(...startsMs), restMiB });
  } finally {
    await server.end();
  }
} finally {
  await world.stop();
}
if (!given.only) printDevice(await measureDevice(resolve(".powrot/bench-street"), tell));
if (!given.only && !printTimetable(await measureTimetable())) failed = true;
process.exit(failed ? 1 : 0);

/** Measures, prints and writes everything. Answers whether a request failed. */
async function reportAll(server: Server, known: { startMs: number; restMiB: number }): Promise<boolean> {
  const report = await measureAll(world, server);
  report.figures = {
    ...known,
    loadedMiB: residentMiB(server.pid),
    productionMiB: productionMiB(),
    web,
    startAgainMs: given.only ? null : await startAgainMs().catch(() => null),
  };
  printReport(report);
  if (given.json) {
    mkdirSync(dirname(resolve(given.json)), { recursive: true });
    writeFileSync(given.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  return report.measured.some((each) => each.failed > 0);
}

async function measureAll(at: World, server: Server): Promise<Report> {
  const { operations, sought, hot, searcher } = await makeOperations(at.owner, server.port);
  const months = !given.only || given.only === "month" ? await makeMonthOperations(at, server.port, tell) : [];
  const chosen = [...operations.filter(({ name }) => !given.only || name === given.only), ...months];
  const recorder = await openRecorder(at);
  try {
    const measured: Measured[] = [];
    for (const operation of chosen)
      measured.push(await measure(at, server, operation, (next) => recorder.record(next)));
    const writers = chosen.some(({ name }) => name === "contact") ? await measureWriters(at, server, operations) : null;
    const recall = chosen.some(({ name }) => name === "search") ? await measureRecall(server, sought, searcher) : null;
    const madeAfterMs = Date.now();
    const examples: Statement[][] = [];
    for (const operation of hot) examples.push(await recorder.record(operation.next()));
    const { plans, scans } = await findScans(at.ownerUrl, examples, madeAfterMs);
    return { ...circumstances(at), measured, writers, recall, plans, scans, figures: null };
  } finally {
    await recorder.end();
  }
}

async function measure(
  at: World,
  server: Server,
  operation: Operation,
  record: (next: ReturnType<Operation["next"]>) => Promise<Statement[]>,
): Promise<Measured> {
  const { name, about, bar, next, connections: atOnce = levels } = operation;
  tell(`${name}…`);
  await load(server.port, Math.min(8, Math.max(...atOnce)), Math.max(1, seconds / 2), next);
  const loads: Measured["loads"] = [];
  let failures = 0;
  for (const connections of atOnce) {
    const [application, database] = [cpuMsOf(server.pid), cpuMsOfServer(at.postmaster)];
    const {
      requests,
      failed: lost,
      firstFailure,
      seconds: took,
      timesMs,
    } = await load(server.port, connections, seconds, next);
    if (firstFailure) tell(`${name}: ${firstFailure}`);
    failures += lost;
    loads.push({
      connections,
      requests,
      perSecond: requests / took,
      p50Ms: percentile(timesMs, 0.5),
      p99Ms: percentile(timesMs, 0.99),
      applicationMs: (cpuMsOf(server.pid) - application) / requests,
      databaseMs: (cpuMsOfServer(at.postmaster) - database) / requests,
    });
  }
  const madeAfterMs = Date.now();
  const examples: Statement[][] = [];
  for (let n = 0; n < (bar ? 20 : 2); n++) examples.push(await record(next()));
  const direct = await runDirectly(at, examples, madeAfterMs, seconds);
  const one = loads.find(({ connections }) => connections === 8) ?? loads.at(-1);
  const costMs = (one?.applicationMs ?? 0) + (one?.databaseMs ?? 0);
  return {
    name,
    about,
    bar,
    loads,
    direct,
    failed: failures,
    costMs,
    ratio: costMs / direct.cpuMs,
    ratioBar: bar && bar.barMs / bar.limitMs,
  };
}

/** Sixteen writers against one: with audit on, none waits for another. */
async function measureWriters(at: World, server: Server, operations: readonly Operation[]): Promise<Report["writers"]> {
  const contact = operations.find(({ name }) => name === "contact");
  if (!contact) return null;
  tell("writers…");
  const one = await load(server.port, 1, seconds, contact.next);
  let looks = 0;
  let waits = 0;
  const timer = setInterval(async () => {
    const { rows } = await at.owner.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'",
    );
    looks += 1;
    waits += rows[0]?.n ?? 0;
  }, 50);
  const sixteen = await load(server.port, 16, seconds, contact.next);
  clearInterval(timer);
  return {
    onePerSecond: one.requests / one.seconds,
    sixteenPerSecond: sixteen.requests / sixteen.seconds,
    lockWaits: waits,
    looks,
    failed: one.failed + sixteen.failed,
  };
}

/** The part of misspelt searches whose first twenty hold who was meant, and how many were asked. */
async function measureRecall(server: Server, sought: readonly Sought[], token: string): Promise<Report["recall"]> {
  const agent = new Agent({ keepAlive: true });
  let found = 0;
  const missed: string[] = [];
  for (const { text, isRight } of sought) {
    const answer = await call(agent, server.port, {
      method: "POST",
      path: "/api/people/search",
      token,
      body: { text, limit: 20 },
    });
    const { people }: { people: { name: string; birthYear: number | null }[] } = JSON.parse(answer.text);
    if (people.some(isRight)) found += 1;
    else missed.push(text);
  }
  agent.destroy();
  return { asked: sought.length, found, part: found / sought.length, missed: missed.slice(0, 10) };
}

/** `npm start` on a folder where it ran before, until its `ready` line, ms; the first start there is not measured. */
async function startAgainMs(): Promise<number> {
  const folder = resolve(dirname(dataDir), "bench-demo");
  tell("npm start, again…");
  await startOnce(folder);
  return startOnce(folder);
}

async function startOnce(folder: string): Promise<number> {
  const before = performance.now();
  // what npm would start; npm itself does not pass a signal on, and the house would stay
  const child = spawn(process.execPath, [new URL("../bin/run.mjs", import.meta.url).pathname, "start"], {
    env: { ...process.env, POWROT_DATA_DIR: folder, PORT: String(await freePort()) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let readyMs: number | undefined;
    child.stdout.on("data", (chunk: Buffer) => {
      if (readyMs !== undefined || !chunk.toString().includes("ready ")) return;
      readyMs = performance.now() - before;
      child.kill("SIGTERM");
    });
    child.once("error", fail);
    child.once("exit", () =>
      readyMs === undefined ? fail(new Error("npm start ended before it was ready")) : done(readyMs),
    );
  });
}

function circumstances(
  at: World,
): Pick<Report, "at" | "commit" | "machine" | "node" | "persons" | "years" | "seed" | "seconds"> {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model ?? "unknown"}`;
  const { persons: count, years, seed } = at;
  return { at: new Date().toISOString(), commit, machine, node: process.version, persons: count, years, seed, seconds };
}
