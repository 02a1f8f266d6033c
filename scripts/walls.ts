import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  browserPackages,
  type FileKind,
  floors,
  impurePackages,
  openFiles,
  pureFiles,
  serverFiles,
  serverPackages,
} from "./floors.ts";

export type Breach = { file: string; line: number; imports: string; because: string };

type Import = { from: string; line: number; typeOnly: boolean };

/** A source file's place in the house. `room` is empty outside `src/modules`. */
type Place = { part: "app" | "platform" | "modules" | "elsewhere"; room: string; name: string; kind: FileKind };

/**
 * Every import below `<root>/src` that breaks a wall: the table of kinds of files (docs/style.md, "Who imports whom") and the
 * floors of `floors.ts`. Types count like values between rooms; a type alone never drags a package into a file.
 * @returns sorted by file and line; empty when all walls stand
 * @throws Error when there are no files to look at, so that an empty run is never mistaken for a clean one
 */
export function findBreaches(root: string): Breach[] {
  const files = sourceFiles(join(root, "src")).map((path) => relative(root, path).replaceAll("\\", "/"));
  if (files.length === 0) throw new Error(`No source files below ${join(root, "src")}.`);
  const breaches: Breach[] = [];
  for (const file of files.sort()) {
    for (const found of importsOf(join(root, file))) {
      const because = refuseImport(root, file, found);
      if (because) breaches.push({ file, line: found.line, imports: found.from, because });
    }
  }
  return breaches;
}

function refuseImport(root: string, file: string, { from, typeOnly }: Import): string | null {
  const here = placeOf(file);
  if (here.kind === "test") return null;
  if (!from.startsWith(".")) return typeOnly ? null : refusePackage(here, from);
  const target = relative(root, resolve(root, dirname(file), from)).replaceAll("\\", "/");
  if (!existsSync(join(root, target.replace(/\?.*$/, "")))) return "there is no such file";
  if (!target.startsWith("src/")) return null;
  const there = placeOf(target);
  return (
    refuseKind(here, there, typeOnly) ??
    refuseRoom(here, there) ??
    (typeOnly ? null : refuseDragged(root, here, target))
  );
}

/** What a file of a room would drag in through `target`, a file of the platform or a helper of a room. */
function refuseDragged(root: string, here: Place, target: string): string | null {
  if (here.part !== "modules" || here.kind === "helper" || here.kind === "test") return null;
  const seen = new Set<string>();
  const queue = [target];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !isThere(join(root, file))) continue;
    seen.add(file);
    const there = placeOf(file);
    if (there.part === "modules" && there.kind === "server" && here.kind !== "server")
      return `${target} drags ${file} in`;
    if (there.kind === "browser" && here.kind !== "browser") return `${target} drags ${file} of the browser in`;
    for (const { from, typeOnly } of importsOf(join(root, file))) {
      if (typeOnly) continue;
      if (from.startsWith(".")) queue.push(relative(root, resolve(root, dirname(file), from)).replaceAll("\\", "/"));
      else if (refusePackage(here, from)) return `${target} drags ${from} in`;
    }
  }
  return null;
}

/** Read once: most files are dragged in by many. */
const importsOf = remembering((path) => findImports(readFileSync(path, "utf8")));
const isThere = remembering(existsSync);

function remembering<T>(ask: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const answer = known.get(path) ?? ask(path);
    known.set(path, answer);
    return answer;
  };
}

function refusePackage(here: Place, from: string): string | null {
  if (here.kind === "pure" && impurePackages.test(from)) return "a pure file takes data and gives data";
  if (here.kind === "browser" && serverPackages.test(from)) return "this package belongs to the server";
  if (here.kind === "server" && here.part === "modules" && browserPackages.test(from))
    return "this package belongs to the browser";
  return null;
}

function refuseKind(here: Place, there: Place, typeOnly: boolean): string | null {
  if (there.kind === "test" && there.part !== "platform") return "only tests import tests";
  if (here.part === "app" || here.part === "elsewhere" || here.part === "platform") return null;
  if (here.kind === "pure" && there.part === "modules" && there.kind !== "pure" && there.kind !== "helper")
    return "a pure file imports only pure files";
  if (here.kind === "browser" && there.part === "modules" && there.kind === "server" && !typeOnly)
    return "a screen reaches the server by HTTP";
  if (here.kind === "server" && there.kind === "browser") return "the server loads nothing of the browser";
  return null;
}

function refuseRoom(here: Place, there: Place): string | null {
  if (there.part === "app" && here.part !== "app") return "nothing imports app";
  if (here.part === "platform" && there.part === "modules") return "the platform knows no room";
  if (here.part !== "modules" || there.part !== "modules" || here.room === there.room) return null;
  const [own, other] = [floorOf(here.room), floorOf(there.room)];
  if (own < 0) return `the room ${here.room} has no floor`;
  if (other < 0) return `the room ${there.room} has no floor`;
  if (other === own) return `${there.room} is on the same floor as ${here.room}`;
  if (other > own) return `${there.room} is above ${here.room}`;
  // a folder of a room shows the same files as the room itself
  if (!openFiles.includes(there.name.replace(/\.tsx?$/, "")))
    return `a room shows only ${openFiles.join(", ")} to others`;
  return null;
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

function placeOf(file: string): Place {
  const [, part = "", room = "", ...rest] = file.split("/");
  const base = file.split("/").at(-1) ?? "";
  const name = rest.length === 1 ? base.replace(/\.tsx?$/, "") : base;
  const where = part === "app" || part === "platform" || part === "modules" ? part : "elsewhere";
  return { part: where, room: where === "modules" ? room : "", name, kind: kindOf(file, name) };
}

function kindOf(file: string, name: string): FileKind {
  if (/\.test\.tsx?$/.test(file) || file.startsWith("src/platform/testing/")) return "test";
  if (file.endsWith(".tsx") || file.startsWith("src/platform/ui/") || file.startsWith("src/app/web/")) return "browser";
  if (!file.startsWith("src/modules/")) return "server";
  if (name === "api" || name.endsWith("Screen")) return "browser";
  if (pureFiles.includes(name)) return "pure";
  return serverFiles.includes(name) ? "server" : "helper";
}

/** Static imports and re-exports, and `import("…")` with a plain string. Comments and other strings are not looked into. */
export function findImports(source: string): Import[] {
  const code = blankComments(source);
  const found: Import[] = [];
  const forms = [
    /^[ \t]*(?:import|export)\s+(type\s)?[\w*\s{},$]*?from\s*["']([^"']+)["']/gm,
    /^[ \t]*import\s*()["']([^"']+)["']/gm,
    /\bimport\s*\(\s*()["']([^"']+)["']\s*\)/g,
  ];
  for (const form of forms) {
    for (const match of code.matchAll(form)) {
      const line = code.slice(0, match.index + match[0].length).split("\n").length;
      found.push({ from: match[2] ?? "", line, typeOnly: Boolean(match[1]) });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** Comments become blanks of the same length; strings and templates stay. */
function blankComments(source: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(token, (text) => {
    if (text.startsWith("/")) return text.replace(/[^\n]/g, " ");
    return text.startsWith("`") ? text.replace(/["']/g, " ").replace(/\bimport\b/g, "      ") : text;
  });
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const breaches = findBreaches(process.cwd());
  for (const { file, line, imports, because } of breaches)
    console.error(`${file}:${line} imports ${imports}: ${because}`);
  console.log(breaches.length === 0 ? "All walls stand." : `${breaches.length} broken.`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
