import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Licences that a work under EUPL-1.2 may carry along. Another one is a decision, not a line here. */
const licences: ReadonlySet<string> = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Unlicense",
  "CC0-1.0",
  "Python-2.0",
  "MPL-2.0",
  "LGPL-3.0-or-later", // libraries loaded as they are
  "OFL-1.1",
]);
const mostDirect = 60;

const Package = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), Package) });
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
export type Lock = z.infer<typeof Lock>;
export type Manifest = z.infer<typeof Manifest>;

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
/** "MIT OR Apache-2.0", "MIT AND OFL-1.1": one of the first is enough, all of the second are needed. */
const isAllowed = (text = "") =>
  text
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => licences.has(one.trim())));

/** What is wrong with the packages: too many, not pinned, without a hash, or under a licence that nobody agreed to. Source: docs/threat-model.md C62 */
export function packageFaults(manifest: Manifest, lock: Lock, npmrc: string): string[] {
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  const faults: string[] = [];
  const runtime = Object.keys(dependencies).length;
  if (runtime > mostDirect) faults.push(`${runtime} direct runtime packages, at most ${mostDirect}`);
  for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name} ${version}: not one exact version`);
  for (const [path, { integrity, license, link }] of Object.entries(lock.packages)) {
    if (!path || link) continue;
    if (!integrity?.startsWith("sha512-")) faults.push(`${nameOf(path)}: no sha512 in the lock file`);
    if (!isAllowed(license)) faults.push(`${nameOf(path)}: licence ${license ?? "unknown"}`);
  }
  if (!/^ignore-scripts=true$/m.test(npmrc)) faults.push(".npmrc: ignore-scripts=true is missing");
  return faults;
}

/** The list of contents of a release (CycloneDX 1.5): every package that the product runs with. The same lock file gives the same text. */
export function contentsOf(manifest: Manifest, lock: Lock): object {
  const components = Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path && !dev && !link)
    .map(([path, { version = "", integrity, license }]) => {
      const name = nameOf(path);
      return {
        type: "library",
        name,
        version,
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
        ...(license ? { licenses: [{ expression: license }] } : {}),
        ...(integrity
          ? { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }] }
          : {}),
      };
    })
    .toSorted((a, b) => (a.purl < b.purl ? -1 : 1));
  const { name, version, license } = manifest;
  const component = { type: "application", name, version, licenses: [{ license: { id: license } }] };
  return { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component }, components };
}

/** Forms that secrets have by themselves; a password without a form is not found by this. */
const secretForms: readonly [string, RegExp][] = [
  ["private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["cloud key", /\bAKIA[0-9A-Z]{16}\b/],
  ["GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,})\b/],
  ["npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["chat token", /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ["signed token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  [
    "address with a password",
    /\b[a-z]{3,10}:\/\/(?!\S*:(?:password|haslo)@)[^\s/:@"'`$<{]+:[^\s/@"'`$<{…]{6,}@(?!localhost|127\.|example|host|db)/i,
  ],
  ["age key", /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/],
];

/** Names of the forms of secrets that a text holds. */
export function secretsIn(text: string): string[] {
  return secretForms.filter(([, form]) => form.test(text)).map(([name]) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL("../", import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, root), "utf8");
  const manifest = Manifest.parse(JSON.parse(read("package.json")));
  const lock = Lock.parse(JSON.parse(read("package-lock.json")));
  if (process.argv.includes("--contents")) console.log(JSON.stringify(contentsOf(manifest, lock), null, 2));
  else {
    const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).split(
      "\0",
    );
    const secrets = tracked
      .filter((name) => name && !/\.(png|woff2?|ttf|pdf|ico)$/.test(name) && name !== "scripts/supply.test.ts")
      .flatMap((name) => {
        try {
          return secretsIn(read(name)).map((what) => `${name}: looks like a ${what}`);
        } catch {
          return []; // taken away and not yet committed
        }
      });
    const faults = [...packageFaults(manifest, lock, read(".npmrc")), ...secrets];
    for (const fault of faults) console.error(fault);
    const all = Object.values(lock.packages).length - 1;
    console.log(
      `${Object.keys(manifest.dependencies).length} direct packages, ${all} in all, ${faults.length} faults.`,
    );
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
