import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The account the server runs under, or undefined for our own. PostgreSQL refuses to run as root. */
export type RunAs = { uid: number; gid: number } | undefined;

/** Where root keeps what another account must reach although the checkout lies below a closed folder such as /root. */
export const SHARED_PLACE = "/var/lib/powrot";

const NOBODY = 65534;

/** `postgres` where the machine has it, else nobody; undefined when we are not root. */
export function serverAccount(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: NOBODY, gid: NOBODY };
}

/** Whether `account` may enter every folder above `path`, and `path` itself when it is a folder (its main group only). */
export function canReach(path: string, account: { uid: number; gid: number }): boolean {
  const may = (part: string, wanted: number) => {
    const { mode, uid, gid } = statSync(part);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    return ((mode >> shift) & wanted) === wanted;
  };
  const whole = resolve(path);
  if (!may(whole, 0o1)) return false; // a program needs the same bit
  for (let folder = dirname(whole); ; folder = dirname(folder)) {
    if (!may(folder, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}
