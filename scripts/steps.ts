import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Counts, countPlaywright, countVitest } from "./counts.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "powrot-reports-"));
const CHROMIUM = "/usr/bin/chromium";
const FIREFOX = "/usr/bin/firefox-esr";

export type StepResult = { ok: boolean; counts?: Counts };

export type Step = { name: string; run: () => Promise<StepResult> };

/** What a change must pass before anything runs, quickest first. */
export const checks: readonly Step[] = [
  { name: "format", run: () => node("@biomejs/biome/bin/biome", "format", ".") },
  { name: "types", run: () => node("typescript/bin/tsc", "-p", ".") },
  { name: "lint", run: () => node("oxlint/bin/oxlint", "--type-aware", "--quiet") },
  { name: "import walls", run: () => script("scripts/walls.ts") },
  { name: "words", run: () => script("scripts/unusedWords.ts") },
  { name: "packages and secrets", run: () => script("scripts/supply.ts") },
  { name: "generated files", run: () => script("scripts/db-generate.ts", "--check") },
];

/** What runs the product. */
export const tests: readonly Step[] = [
  { name: "unit and database tests", run: runVitest },
  { name: "build", run: () => script("scripts/build.ts") },
  { name: "browser journeys", run: runBrowser },
];

export { reports as reportsFolder };

async function runVitest(): Promise<StepResult> {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = await node("vitest/vitest.mjs", "run", ...reporters);
  return { ok, counts: existsSync(file) ? countVitest(JSON.parse(readFileSync(file, "utf8"))) : undefined };
}

async function runBrowser(): Promise<StepResult> {
  const folder = join(root, "e2e");
  const specs = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  if (!specs.some((name) => name.endsWith(".spec.ts"))) {
    console.log("There are no journeys in e2e/ yet.");
    return { ok: true };
  }
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

async function script(path: string, ...args: string[]): Promise<StepResult> {
  if (existsSync(join(root, path)))
    return command(["--disable-warning=ExperimentalWarning", join(root, path), ...args]);
  console.error(`${path} is missing.`);
  return { ok: false };
}

function node(program: string, ...args: string[]): Promise<StepResult> {
  return command([join(root, "node_modules", program), ...args]);
}

function command(args: string[], env: Record<string, string> = {}): Promise<StepResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.once("error", () => done({ ok: false }));
    child.once("close", (code) => done({ ok: code === 0 }));
  });
}
