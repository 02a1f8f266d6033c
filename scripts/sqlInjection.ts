import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where SQL is made of strings on purpose, and why it is safe there. Nothing of a request reaches these places. */
const byDesign: ReadonlyMap<string, string> = new Map([
  ["src/platform/migrate.ts", "our own migrations, names of roles from constants"],
  ["src/platform/testing/testDatabase.ts", "names of throwaway databases"],
  ["src/platform/testing/globalSetup.ts", "names of throwaway databases"],
  ["src/platform/auditSeal.ts", "names of columns and a limit, both constants of the file"],
  ["src/app/database.ts", "the constant name of the database"],
  ["src/app/demo/", "the demo world's own tables, by the owner of the database"],
  ["src/app/simulate/", "counts given by whoever makes a bench world"],
  ["src/app/operator/", "names from the catalog, by the owner of the database"],
]);

const verbs = /(?:^|[\s(])(?:select|insert into|update|delete from|create|drop|alter|set|truncate)\s/i;

/** Lines in which SQL is made of strings: `sql.raw(`, and `query(` of a template with `${` in it or of strings put together. */
export function stringBuiltSql(source: string): string[] {
  const found: string[] = [];
  for (const { 0: text } of source.matchAll(/\bsql\s*\.\s*(?:raw|lit)\s*\([^\n]*/g)) found.push(text);
  for (const { 0: text, 1: template = "" } of source.matchAll(
    /\.(?:query|unsafe)(?:<[^()]*>)?\(\s*`((?:[^`\\]|\\.)*)`/g,
  ))
    if (template.includes("${") && verbs.test(template)) found.push(text);
  for (const { 0: text } of source.matchAll(/\.(?:query|unsafe)(?:<[^()]*>)?\(\s*"(?:[^"\\]|\\.)*"\s*\+[^\n]*/g))
    found.push(text);
  for (const { 0: text } of source.matchAll(/CompiledQuery\s*\.\s*raw\s*\(\s*(?:`[^`]*\$\{|[^"'`)\n]*\+)[^\n]*/g))
    found.push(text);
  return found;
}

/** Every such line of the server's files, as `path: line`, but those by design and tests. */
export function findStringBuiltSql(root: string, folder = "src"): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const name = path.slice(root.length + 1);
      return [...byDesign.keys()].some((place) => name.startsWith(place))
        ? []
        : stringBuiltSql(readFileSync(path, "utf8")).map((line) => `${name}: ${line}`);
    });
}
