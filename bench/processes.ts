import { readdirSync, readFileSync } from "node:fs";

const tickMs = 10; // USER_HZ is 100 on every Linux that the product runs on

type Stat = { parent: number; ownMs: number; endedChildrenMs: number };

function findStat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined; // it ended meanwhile; its parent keeps its time
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const at = (index: number) => Number(fields[index]);
  return { parent: at(1), ownMs: (at(11) + at(12)) * tickMs, endedChildrenMs: (at(13) + at(14)) * tickMs };
}

/** Processor time that a process and all its threads have used so far, ms. Linux only. @throws Error when it is gone */
export function cpuMsOf(pid: number): number {
  const stat = findStat(pid);
  if (!stat) throw new Error(`process ${pid} is gone`);
  return stat.ownMs;
}

/** The same of a PostgreSQL server: the postmaster, its living children and those that ended. */
export function cpuMsOfServer(postmaster: number): number {
  let sum = 0;
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = findStat(pid);
    if (!stat) continue;
    if (pid === postmaster) sum += stat.ownMs + stat.endedChildrenMs;
    else if (stat.parent === postmaster) sum += stat.ownMs;
  }
  return sum;
}

/** Memory of a process that is in use, MiB. */
export function residentMiB(pid: number): number {
  const kB = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kB) / 1024;
}
