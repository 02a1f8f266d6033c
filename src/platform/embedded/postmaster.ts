import { readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** What `postmaster.pid` of a cluster says, or undefined when there is none or its process is gone. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || !isServerOf(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  try {
    // A process that ended and that nobody has waited for still answers signal 0.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}

/** Tells a process from a later one that got the same number; empty where the system does not say. */
export function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Removes the `postmaster.pid` of a server that was killed. Where nobody waits for the dead, its process stays a zombie that
 * PostgreSQL takes for a living server for ever. Only once no process of that server is left: they hold its shared memory.
 */
export function clearDeadPidFile(cluster: string): void {
  if (process.platform !== "linux" || findPostmaster(cluster) || hasServerProcess(cluster)) return;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Every process of a server works in the folder of its cluster. */
function hasServerProcess(cluster: string): boolean {
  return readdirSync("/proc").some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === cluster && isAlive(Number(name));
    } catch {
      return false; // ended meanwhile
    }
  });
}

/** Waits until the process is gone. @returns false when it is still there after `timeoutMs` */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(10);
  }
  return true;
}

export function pause(timeMs: number): Promise<void> {
  return new Promise((done) => setTimeout(done, timeMs));
}
