import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { serverAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { accountOf, clusterFolder, ensureCluster, serverSpawn, superuserPassword } from "./cluster.ts";
import {
  birthOf,
  clearDeadPidFile,
  findPostmaster,
  isAlive,
  type Postmaster,
  pause,
  waitForEnd,
} from "./postmaster.ts";
import { settingArguments } from "./settings.ts";
import { diskFull, explainFileError, portTaken, StartProblem, unreadable } from "./startProblem.ts";

export { StartProblem } from "./startProblem.ts";

const HOST = "127.0.0.1";
const LOG_LIMIT_BYTES = 10_000_000;
const START_TIMEOUT_MS = 60_000;

export type EmbeddedPostgres = {
  /** URL of the database `postgres` as superuser; holds the password, never print it */
  superuserUrl: string;
  host: string;
  port: number;
  /** Fast shutdown, awaited. Does nothing when another living process of ours started the server. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Made when missing. Holds the cluster, `secrets.json` and `postgres.log`. */
  dataDir: string;
  /** Default: a free one */
  port?: number;
  /** Default true. False is for throwaway servers: a power cut loses the data. */
  fsync?: boolean;
  /** Further settings of postgresql.conf, such as `archive_mode` */
  settings?: Record<string, string>;
  /** How long to wait until it is ready; default one minute. A recovery from much WAL takes longer. */
  startTimeoutMs?: number;
};

/**
 * Starts the PostgreSQL 18 that comes with the packages, on the loopback address only; makes its cluster at the first call.
 *
 * A server that already runs on `dataDir` is used as it is while the process that started it lives (then `stop` leaves it
 * alone). One left behind by a killed process becomes ours, or is restarted when its port or fsync is not what was asked.
 * @throws StartProblem
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o755 });
    const dataDir = realpathSync(options.dataDir);
    const release = await lock(dataDir);
    try {
      return await start({ ...options, dataDir });
    } finally {
      release();
    }
  } catch (error) {
    throw explainFileError(error, options.dataDir);
  }
}

/**
 * Stops the server of `dataDir` when the process that started it is gone.
 * @returns false when that process lives; true when nothing runs there any more
 */
export async function stopAbandoned(dataDir: string): Promise<boolean> {
  if (findOwner(dataDir)) return false;
  const account = serverAccount();
  const cluster = clusterFolder(realpathSync(dataDir), account);
  const running = findPostmaster(cluster);
  if (running) await stopServer(running.pid, cluster, findBinaries(accountOf(cluster, account)));
  return true;
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, fsync = true, settings = {}, startTimeoutMs } = options;
  const account = serverAccount();
  if (!fsync && account) chmodSync(dataDir, 0o711); // a throwaway of root, as mkdtemp makes it, must not leave a cluster elsewhere
  const cluster = clusterFolder(dataDir, account);
  const runAs = accountOf(cluster, account);
  const binaries = findBinaries(runAs);
  const password = superuserPassword(dataDir, cluster);
  const answer = (port: number, stop: () => Promise<void>) => {
    return { superuserUrl: `postgres://postgres:${password}@${HOST}:${port}/postgres`, host: HOST, port, stop };
  };

  const running = findPostmaster(cluster);
  if (running) {
    const owner = findOwner(dataDir);
    if (owner && owner.pid !== process.pid) {
      await untilReady(cluster, () => undefined, dataDir);
      return answer(running.port, async () => undefined);
    }
    if ((options.port === undefined || options.port === running.port) && owner?.fsync !== false && fsync) {
      const { pid, port } = await untilReady(cluster, () => undefined, dataDir);
      noteOwner(dataDir, fsync);
      return answer(port, () => stopServer(pid, cluster, binaries));
    }
    await stopServer(running.pid, cluster, binaries);
  }

  await ensureCluster(cluster, binaries, runAs, password);
  const port = await freePort(options.port);
  const launch = () =>
    launchServer(
      binaries.postgres,
      cluster,
      settingArguments(fsync, port, settings),
      serverSpawn(runAs),
      dataDir,
      port,
      startTimeoutMs,
    );
  // Children of a postmaster that was killed live on for a moment and hold its shared memory; until then it refuses to start.
  const until = performance.now() + START_TIMEOUT_MS / 2;
  let pid: number | undefined;
  while (pid === undefined) {
    try {
      clearDeadPidFile(cluster);
      pid = await launch();
    } catch (error) {
      const heldByTheDead = /pre-existing shared memory block|lock file .* already exists/;
      if (!heldByTheDead.test(tailOf(join(dataDir, "postgres.log"))) || performance.now() > until) throw error;
      await pause(200);
    }
  }
  const started = pid;
  noteOwner(dataDir, fsync);
  return answer(port, () => stopServer(started, cluster, binaries));
}

/** Starts the server detached and answers its process id once it is ready. */
async function launchServer(
  binary: string,
  cluster: string,
  settings: string[],
  account: ReturnType<typeof serverSpawn>,
  dataDir: string,
  port: number,
  timeoutMs?: number,
): Promise<number> {
  const log = openLog(dataDir);
  const child = spawn(binary, ["-D", cluster, ...settings], {
    ...account,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = String(error);
  });
  child.once("exit", (code, signal) => {
    ended = `exit ${code ?? signal}`;
  });
  child.unref();
  const { pid } = await untilReady(cluster, () => ended, dataDir, port, timeoutMs);
  return pid;
}

async function untilReady(
  cluster: string,
  ended: () => string | undefined,
  dataDir: string,
  port?: number,
  timeoutMs = START_TIMEOUT_MS,
): Promise<Postmaster> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = findPostmaster(cluster);
    if (found?.ready) return found;
    const end = ended() ?? (performance.now() > until ? "timeout" : undefined);
    if (end) throw explainLog(dataDir, cluster, end, port);
    await pause(5);
  }
}

async function stopServer(pid: number, cluster: string, binaries: Binaries): Promise<void> {
  if (findPostmaster(cluster)?.pid !== pid) return;
  if (process.platform === "win32") {
    const ctl = spawn(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast", "-w"], { stdio: "ignore" });
    await new Promise((done) => ctl.once("close", done));
    return;
  }
  process.kill(pid, "SIGINT");
  if (await waitForEnd(pid, 30_000)) return;
  process.kill(pid, "SIGQUIT"); // stops at once, recovers at the next start
  await waitForEnd(pid, 10_000);
}

/** @throws StartProblem port_taken */
function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", (error) =>
      fail("code" in error && error.code === "EADDRINUSE" ? portTaken(wanted, error) : error),
    );
    server.listen(wanted, HOST, () => {
      const address = server.address();
      server.close(() => done(address && typeof address === "object" ? address.port : wanted));
    });
  });
}

function openLog(dataDir: string): number {
  const path = join(dataDir, "postgres.log");
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function explainLog(dataDir: string, cluster: string, end: string, port?: number): StartProblem {
  const file = join(dataDir, "postgres.log");
  const tail = tailOf(file);
  const cause = new Error(`${end}\n${tail}`);
  if (/No space left on device/.test(tail)) return diskFull(cluster, cause);
  if (port && /Address already in use/.test(tail)) return portTaken(port, cause);
  if (/Permission denied|wrong ownership|invalid permissions/.test(tail) || /EACCES/.test(end))
    return unreadable(cluster, cause);
  return new StartProblem(
    "server_failed",
    {
      pl: `Baza danych nie wystartowała; powód jest w ${file}.`,
      en: `The database did not start; the reason is in ${file}.`,
    },
    cause,
  );
}

function tailOf(file: string): string {
  const log = openSync(file, "r");
  try {
    const { size } = fstatSync(log);
    const part = Buffer.alloc(Math.min(size, 2000));
    readSync(log, part, 0, part.length, size - part.length);
    return part.toString("utf8");
  } finally {
    closeSync(log);
  }
}

type Owner = { pid: number; birth: string; fsync: boolean };

function noteOwner(dataDir: string, fsync: boolean): void {
  const owner: Owner = { pid: process.pid, birth: birthOf(process.pid), fsync };
  writeFileSync(join(dataDir, "owner.json"), JSON.stringify(owner));
}

/** The living process that started the server. */
function findOwner(dataDir: string): Owner | undefined {
  try {
    const owner: Owner = JSON.parse(readFileSync(join(dataDir, "owner.json"), "utf8"));
    return isAlive(owner.pid) && birthOf(owner.pid) === owner.birth ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** One start at a time on a data folder. A lock whose process is gone counts for nothing. */
async function lock(dataDir: string): Promise<() => void> {
  const path = join(dataDir, "start.lock");
  for (;;) {
    try {
      writeFileSync(path, `${process.pid} ${birthOf(process.pid)}`, { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (!isHeld(path)) rmSync(path, { force: true });
    await pause(20);
  }
}

function isHeld(path: string): boolean {
  try {
    const text = readFileSync(path, "utf8");
    const [pid, birth] = text.split(" ");
    // Written in one go, but seen empty for a moment between making and writing.
    if (!pid) return performance.timeOrigin + performance.now() - statSync(path).mtimeMs < 2000;
    return isAlive(Number(pid)) && birthOf(Number(pid)) === birth;
  } catch {
    return false;
  }
}
