import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const stamp = join(root, "dist", "web.stamp");

/**
 * Builds the web part into `dist/web` unless it was built from these very sources. Built beside and put in place whole: a server
 * that runs meanwhile is never without pages. Vite's own words go to standard error.
 * @throws Error when the build fails; there is no stamp then, so the next call builds again
 */
export async function buildWeb(): Promise<"built" | "fresh"> {
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(join(root, "dist/web/index.html")))
    return "fresh";
  rmSync(stamp, { force: true });
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const place = join(root, "dist", "web");
  const made = `${place}.new.${process.pid}`;
  const gone = `${place}.old.${process.pid}`;
  const child = spawn(process.execPath, [vite, "build", "--outDir", made, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const code = await new Promise((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) rmSync(made, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The web part could not be built (vite ended with ${String(code)}).`);
  if (existsSync(place)) renameSync(place, gone);
  renameSync(made, place);
  rmSync(gone, { recursive: true, force: true });
  writeFileSync(stamp, wanted);
  return "built";
}

function hashSources(): string {
  const hash = createHash("sha256");
  const files = [
    "index.html",
    "vite.config.ts",
    "tsconfig.json",
    "package-lock.json",
    ...below("scripts"),
    ...below("src"),
    ...below("public"),
  ];
  for (const file of files.sort()) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function below(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.error((await buildWeb()) === "built" ? "Built dist/web." : "dist/web is up to date.");
}
