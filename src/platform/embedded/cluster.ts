import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { canReach, type RunAs, SHARED_PLACE } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { diskFull, StartProblem } from "./startProblem.ts";

const MAJOR_VERSION = "18";

/**
 * Where the cluster of `dataDir` lies. Remembered at the first start, so that opening a closed folder later does not make
 * the data seem lost: `<dataDir>/cluster`, or below `SHARED_PLACE` when the server's account cannot enter `dataDir`.
 */
export function clusterFolder(dataDir: string, runAs: RunAs): string {
  const note = join(dataDir, "embedded.json");
  if (existsSync(note)) {
    const { cluster }: { cluster?: string } = JSON.parse(readFileSync(note, "utf8"));
    if (cluster && existsSync(cluster)) return cluster;
  }
  const inside = join(dataDir, "cluster");
  if (!runAs || canReach(dataDir, runAs)) return inside;
  const mark = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const outside = join(SHARED_PLACE, "clusters", mark);
  mkdirSync(dirname(outside), { recursive: true, mode: 0o755 });
  writeFileSync(note, `${JSON.stringify({ cluster: outside })}\n`);
  return outside;
}

/**
 * The superuser's password, made at the first start and kept in `<dataDir>/secrets.json` (mode 600) beside other secrets.
 * @throws StartProblem password_missing when there is a cluster but its password is gone
 */
export function superuserPassword(dataDir: string, cluster: string): string {
  const path = join(dataDir, "secrets.json");
  const secrets: Record<string, string> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  if (secrets.postgresPassword) return secrets.postgresPassword;
  if (existsSync(cluster))
    throw new StartProblem("password_missing", {
      pl: `W ${path} nie ma hasła do bazy w ${cluster}: przywróć ten plik z kopii albo usuń bazę.`,
      en: `${path} does not hold the password of the database in ${cluster}: bring the file back from a copy or remove the database.`,
    });
  const postgresPassword = randomBytes(24).toString("base64url");
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify({ ...secrets, postgresPassword }, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, path);
  return postgresPassword;
}

/**
 * Makes the cluster unless there is one. It is made beside its place and then renamed: a killed start leaves no half cluster.
 * Default collation pl-PL (ICU). The character classes come from a UTF-8 locale of the system and not from C, under which
 * pg_trgm and text search take "ł" for a space.
 * @throws StartProblem other_version | disk_full | server_failed
 */
export async function ensureCluster(cluster: string, binaries: Binaries, runAs: RunAs, password: string) {
  if (existsSync(cluster)) return refuseOtherVersion(cluster);
  const half = `${cluster}.new`;
  const words = `${cluster}.password`;
  let failure: unknown;
  try {
    for (const locale of ["C.UTF-8", "en_US.UTF-8", "pl_PL.UTF-8", "C"]) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      writeFileSync(words, password, { mode: 0o600 });
      if (runAs) for (const path of [half, words]) chownSync(path, runAs.uid, runAs.gid);
      const places = ["-D", half, "-U", "postgres", `--pwfile=${words}`, "--auth=scram-sha-256", "--encoding=UTF8"];
      const locales = ["--locale-provider=icu", "--icu-locale=pl-PL", "--locale=C", `--lc-ctype=${locale}`];
      const check = ["--data-checksums", "--no-instructions"];
      try {
        await promisify(execFile)(binaries.initdb, [...places, ...locales, ...check], serverSpawn(runAs));
        renameSync(half, cluster);
        return;
      } catch (error) {
        failure = error;
        if (/No space left/.test(String(error))) throw diskFull(cluster, error);
      }
    }
    throw new StartProblem(
      "server_failed",
      {
        pl: `Nie udało się założyć bazy danych w ${cluster}.`,
        en: `The database in ${cluster} could not be made.`,
      },
      failure,
    );
  } finally {
    rmSync(words, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Options for starting a program of the server: its account, a folder it can enter, no foreign locale or PG* variable. */
export function serverSpawn(runAs: RunAs) {
  const { PATH, TMPDIR, SystemRoot, TEMP } = process.env;
  const env = { PATH, TMPDIR, SystemRoot, TEMP, LC_ALL: "C" };
  return { ...runAs, cwd: process.platform === "win32" ? undefined : "/", env, windowsHide: true };
}

/** The owner of an existing cluster runs it, whoever made it. */
export function accountOf(cluster: string, fallback: RunAs): RunAs {
  if (!fallback || !existsSync(cluster)) return fallback;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? fallback : { uid, gid };
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR_VERSION) return;
  throw new StartProblem("other_version", {
    pl: `Baza w ${cluster} jest z PostgreSQL ${version}, a ten program ma ${MAJOR_VERSION}: przenieś dane przez eksport i import.`,
    en: `The database in ${cluster} is of PostgreSQL ${version} and this program brings ${MAJOR_VERSION}: move the data by export and import.`,
  });
}
