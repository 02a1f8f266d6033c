import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../../dist/web/", import.meta.url));

/** What a page of the new version answers to `document.querySelector("meta[name=powrot-version]").content`. */
export const versionMark = "journey";

/**
 * Publishes a new version of the app under the running house, as an update does: another page and another service worker.
 * @returns puts the version before back
 */
export function publishNewVersion(): () => void {
  const files = ["index.html", "sw.js"].flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
  const before = files.filter((name) => existsSync(join(web, name))).map((name) => [name, read(name)] as const);
  const page = read("index.html").toString("utf8");
  const worker = read("sw.js").toString("utf8");
  const other = worker.replace(/(build:\s*["'`])[0-9a-f]{16}/, `$1${"0".repeat(16)}`);
  if (other === worker) throw new Error("sw.js does not name its build any more: mend e2e/way/newVersion.ts");
  for (const name of files) rmSync(join(web, name), { force: true }); // smaller twins of the old version
  writeFileSync(
    join(web, "index.html"),
    page.replace("<head>", `<head><meta name="powrot-version" content="${versionMark}">`),
  );
  writeFileSync(join(web, "sw.js"), other);
  return () => {
    for (const [name, bytes] of before) writeFileSync(join(web, name), bytes);
  };
}

const read = (name: string): Buffer => readFileSync(join(web, name));
