import { spawn } from "node:child_process";
import { chown, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunAs } from "../../platform/embedded/account.ts";
import { findBinaries } from "../../platform/embedded/binaries.ts";
import { serverSpawn } from "../../platform/embedded/cluster.ts";
import { startEmbeddedPostgres } from "../../platform/embedded/postgres.ts";
import { OperatorRefusal } from "./refusal.ts";
import { copyFiles } from "./tree.ts";

const hourMs = 3_600_000;

/** Where a recovery ends: at a named mark, at an instant, or where the WAL ends. */
export type RecoveryEnd = { mark: string } | { instant: string } | "latest";

/** Lays out pieces of WAL from `firstWal` on, of its timeline, so that the recovery finds them. Answers how many. */
export async function layOutWal(cluster: string, from: string, firstWal: string, runAs: RunAs): Promise<number> {
  const timeline = firstWal.slice(0, 8);
  const names = await readdir(from);
  const wanted = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name.startsWith(timeline) && name >= firstWal);
  await copyFiles(from, join(cluster, "pg_wal"), wanted.sort(), runAs);
  return wanted.length;
}

/**
 * Recovers the laid out cluster up to `end` and stops it again. Nobody can sign in meanwhile: the server opens only when it
 * has recovered.
 * @throws OperatorRefusal when the WAL does not reach `end`
 */
export async function recover(dataDir: string, end: RecoveryEnd): Promise<void> {
  const target: Record<string, string> =
    end === "latest" ? {} : "mark" in end ? { recovery_target_name: end.mark } : { recovery_target_time: end.instant };
  const settings = {
    ...target,
    hot_standby: "off",
    // All pieces lie in pg_wal; the server insists on a command.
    restore_command: "exit 1",
    recovery_target_timeline: "current",
    recovery_target_action: "promote",
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir, startTimeoutMs: 12 * hourMs, settings });
    await server.stop();
  } catch (cause) {
    const log = join(dataDir, "postgres.log");
    throw new OperatorRefusal(
      `Baza nie doszła do wskazanej chwili: brak WAL albo uszkodzona kopia (powód: ${log}). Opróżnij folder danych i spróbuj ponownie.`,
      `The database did not reach the wanted moment: WAL is missing or the backup is damaged (reason: ${log}). Empty the data folder and try again.`,
      cause,
    );
  }
}

/** Gives the stopped cluster's superuser a password: that of the house it was copied from stayed there. */
export async function setSuperuserPassword(cluster: string, password: string, runAs: RunAs): Promise<void> {
  const { postgres } = findBinaries(runAs);
  const quiet = ["-c", "log_statement=none", "-c", "log_min_error_statement=panic"];
  const child = spawn(postgres, ["--single", "-D", cluster, ...quiet, "postgres"], {
    ...serverSpawn(runAs),
    stdio: ["pipe", "ignore", "pipe"],
  });
  const said: Buffer[] = [];
  child.stderr.on("data", (part: Buffer) => said.push(part));
  child.stdin.end(`alter role postgres password '${password.replaceAll("'", "''")}'\n`);
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const text = Buffer.concat(said).toString("utf8");
  if (code !== 0 || /ERROR|FATAL|PANIC/.test(text))
    throw new Error(`The restored database refused its new password:\n${text}`);
}

/** The mark by which a server sees that it is a copy to be recovered; without it a half-restored house could be started. */
export async function markForRecovery(cluster: string, runAs: RunAs): Promise<void> {
  const path = join(cluster, "recovery.signal");
  await writeFile(path, "", { mode: 0o600 });
  if (runAs) await chown(path, runAs.uid, runAs.gid);
}
