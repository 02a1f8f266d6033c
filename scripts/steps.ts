import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, shell } from "../e2e/browser.ts";
import { worldVariable } from "../e2e/way/world.ts";
import { scratchFolder } from "../src/platform/testing/scratch.ts";
import { type Counts, countPlaywright, countVitest } from "./counts.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "powrot-reports-"));
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

/** Chromium runs all journeys, its shell where it can be had; without Firefox its one is skipped, and says so. */
function haveChromium(): boolean {
  const debian = existsSync("/usr/bin/apt-get");
  const missing = [chromium, FIREFOX, shell].filter((path) => !existsSync(path)).map((path) => basename(path));
  if (missing.length > 0 && debian && process.getuid?.() === 0) {
    console.log(`Installing Debian's ${missing.join(", ")}…`);
    apt("update");
    for (const name of missing) apt("install", "-y", "--no-install-recommends", ofThatVersion(name));
  }
  if (existsSync(chromium)) return true;
  console.error(
    debian
      ? "Brakuje przeglądarki. / The browser is missing. Run: sudo apt-get install -y chromium"
      : `Brakuje przeglądarki. / The browser is missing: install Chromium so that ${chromium} runs it.`,
  );
  return false;
}

function apt(...args: string[]): void {
  spawnSync("apt-get", ["-qq", ...args], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** The shell goes with the Chromium that is there, which is not exchanged for it. */
function ofThatVersion(name: string): string {
  if (name !== basename(shell)) return name;
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f", "${Version}", "chromium"], { encoding: "utf8" });
  return stdout ? `${name}=${stdout}` : name;
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
