// Names keys of message catalogues that nothing asks for: a literal of the key elsewhere in src, of a code in a migration, `t("key")` anywhere (a catalogue may make
// sentences of its own words), or a template that begins or ends like it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../src/", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const catalogues = files.filter((file) => /[mM]essages\.ts$/.test(file) && texts.get(file)?.includes("defineMessages"));

const used = new Set<string>();
const prefixes = new Set<string>();
const endings = new Set<string>();
for (const [file, text] of texts) {
  const own = catalogues.includes(file);
  for (const [, literal = ""] of text.matchAll(/["'`]([\w.-]+)["'`]/g)) if (!own) used.add(literal);
  for (const [, key = ""] of text.matchAll(/\bt\("([\w.-]+)"/g)) used.add(key);
  for (const [, ending = ""] of text.matchAll(/\bt\(`\$\{\w+\}(\.[\w.-]+)`/g)) endings.add(ending);
  for (const [, prefix = ""] of text.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)) prefixes.add(prefix);
  for (const [, prefix = ""] of text.matchAll(/prefix=?:?\s*["'{`]+([\w.-]+)/g)) prefixes.add(prefix);
}

// codes of the rows that migrations bring, such as legal parameters
const migrations = new URL("../db/migrations/", import.meta.url).pathname;
for (const file of readdirSync(migrations))
  for (const [, code = ""] of readFileSync(join(migrations, file), "utf8").matchAll(/'([A-Z][0-9A-Z_]+)'/g))
    used.add(code);

let unused = 0;
for (const file of catalogues) {
  const text = texts.get(file) ?? "";
  for (const [, quoted, plain] of text.matchAll(/^ {2}(?:"([^"]+)"|(\w+)): (?:\{|word\()/gm)) {
    const key = quoted ?? plain ?? "";
    const code = key.split(".").at(-1) ?? "";
    if (/^[0-9A-Z_]+$/.test(code) && used.has(code)) continue; // words of a code list, asked for by the code
    if (used.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix))) continue;
    if ([...endings].some((ending) => key.endsWith(ending))) continue;
    console.error(`src/${file}: nothing asks for "${key}"`);
    unused += 1;
  }
}
if (catalogues.length === 0) throw new Error("no catalogues found");
console.log(`${catalogues.length} catalogues, ${unused} unused keys.`);
process.exitCode = unused > 0 ? 1 : 0;
