import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { worldVariable } from "../e2e/way/world.ts";
import { scratchFolder } from "../src/platform/testing/scratch.ts";
import { type Counts, countPlaywright, countVitest } from "./counts.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "powrot-reports-"));
const CHROMIUM = "/usr/bin/chromium";
const FIREFOX = "/usr/bin/firefox-esr";

export type StepResult = { ok: boolean; counts?: Counts };

/** Takes what a step prints; without one it prints for itself. */
export type Print = (words: string) => void;

export type Step = { name: string; run: (print?: Print) => Promise<StepResult> };

/** What a change must pass before anything runs. The longest is begun first. */
export const checks: readonly Step[] = [
  // one reading of the program for both: each costs more than what is then asked of it
  { name: "types and lint", run: node("oxlint/bin/oxlint", "--type-aware", "--type-check", "--quiet") },
  { name: "format", run: node("@biomejs/biome/bin/biome", "format", ".") },
  { name: "import walls", run: script("scripts/walls.ts") },
  { name: "words", run: script("scripts/unusedWords.ts") },
  { name: "packages and secrets", run: script("scripts/supply.ts") },
  { name: "generated files", run: script("scripts/db-generate.ts", "--check") },
];

/** What the journeys stand on, made beside the checks: a world that does not come about is told in the second minute. */
export const groundwork: readonly Step[] = [{ name: "build and demo world", run: makeWorld }];

/** What runs the product. */
export const tests: readonly Step[] = [
  { name: "unit and database tests", run: runVitest },
  { name: "browser journeys", run: runBrowser },
];

/** All that a run leaves behind, for its end. */
export const scratchFolders = (): readonly string[] => [reports, ...made];

const made: string[] = [];

async function makeWorld(print?: Print): Promise<StepResult> {
  // on an outside server nothing is left in the folder: there the journeys make their world themselves
  if (process.env.POWROT_E2E_URL || process.env.DATABASE_URL) return script("scripts/build.ts")(print);
  const folder = scratchFolder("world");
  made.push(folder);
  process.env[worldVariable] = folder;
  return script("e2e/makeWorld.ts", folder)(print);
}

async function runVitest(): Promise<StepResult> {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = await node("vitest/vitest.mjs", "run", ...reporters)();
  return { ok, counts: existsSync(file) ? countVitest(JSON.parse(readFileSync(file, "utf8"))) : undefined };
}

async function runBrowser(): Promise<StepResult> {
  if (!haveChromium()) return { ok: false };
  const file = join(reports, "playwright.json");
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  const { ok } = await command(
    [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json"],
    env,
  );
  return { ok, counts: existsSync(file) ? countPlaywright(JSON.parse(readFileSync(file, "utf8"))) : undefined };
}

/** Chromium runs all journeys; without Firefox its one is skipped, and says so. */
function haveChromium(): boolean {
  const missing = [CHROMIUM, FIREFOX].filter((path) => !existsSync(path)).map((path) => basename(path));
  if (missing.length === 0) return true;
  const debian = existsSync("/usr/bin/apt-get");
  if (debian && process.getuid?.() === 0) {
    console.log(`Installing Debian's ${missing.join(" and ")}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    for (const name of missing)
      spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: "inherit", env });
  }
  if (existsSync(CHROMIUM)) return true;
  console.error(
    debian
      ? "Brakuje przeglądarki. / The browser is missing. Run: sudo apt-get install -y chromium"
      : `Brakuje przeglądarki. / The browser is missing: install Chromium so that ${CHROMIUM} runs it.`,
  );
  return false;
}

function script(path: string, ...args: string[]): Step["run"] {
  return (print) => command(["--disable-warning=ExperimentalWarning", join(root, path), ...args], {}, print);
}

function node(program: string, ...args: string[]): Step["run"] {
  return (print) => command([join(root, "node_modules", program), ...args], {}, print);
}

function command(args: string[], env: Record<string, string>, print?: Print): Promise<StepResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: print ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
    });
    for (const words of [child.stdout, child.stderr]) words?.setEncoding("utf8").on("data", print ?? (() => {}));
    child.once("error", () => done({ ok: false }));
    child.once("close", (code) => done({ ok: code === 0 }));
  });
}
