import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopAbandoned } from "../embedded/postgres.ts";
import { isAlive } from "../embedded/postmaster.ts";

const memory = "/dev/shm";
const roomBytes = 4_000_000_000;
const mark = "powrot-scratch-";

/**
 * A new empty folder for what a test throws away: in memory where there is room (a database has a thousand files, which many a
 * disk takes a second to make), else among the temporary files. The server's account may pass through it.
 */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), `${mark}${process.pid}-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomBytes;
}

/** Stops the servers and removes the folders of runs that were killed: what lies in memory would stay there. */
export async function clearAfterKilledRuns(): Promise<void> {
  for (const root of [memory, tmpdir()])
    for (const name of existsSync(root) ? readdirSync(root) : []) {
      const maker = name.startsWith(mark) ? Number.parseInt(name.slice(mark.length), 10) : Number.NaN;
      if (Number.isNaN(maker) || isAlive(maker)) continue;
      const folder = join(root, name);
      try {
        if (!existsSync(join(folder, "owner.json")) || (await stopAbandoned(folder)))
          rmSync(folder, { recursive: true, force: true });
      } catch {
        // Another account's run: not ours to clear.
      }
    }
}
