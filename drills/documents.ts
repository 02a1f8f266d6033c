import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { activePdfNames } from "../src/platform/testing/pdfObjects.ts";
import type { Drill } from "./run.ts";

const child = fileURLToPath(new URL("./documents/render.ts", import.meta.url));

/**
 * Documents with hostile words are rendered in a process of their own whose system calls are watched: the renderer opens no
 * socket, starts no program and reads nothing of the machine's; qpdf finds the files sound and nothing in them that acts (C46).
 * Needs strace and qpdf. `--break` lets the process knock at a port: then the drill must see it.
 */
export const documentsDrill: Drill = async ({ broken }) => {
  for (const tool of ["strace", "qpdf"])
    if (spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0)
      throw new Error(`This drill needs ${tool}: apt-get install ${tool}`);
  const folder = await mkdtemp(join(tmpdir(), "powrot-documents-"));
  try {
    const log = join(folder, "calls.log");
    const watched = ["-f", "-qq", "-e", "trace=socket,connect,execve,openat", "-o", log];
    const words = [
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      child,
      folder,
      broken ? "knock" : "quiet",
    ];
    const made = spawnSync("strace", [...watched, ...words], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`documents were not rendered: ${made.stderr}`);
    const calls = (await readFile(log, "utf8")).split("\n");
    const sockets = calls.filter((line) => /\b(socket|connect)\(.*AF_INET/.test(line));
    const programs = calls.filter((line) => /\bexecve\(/.test(line) && !/= -1 /.test(line)).slice(1); // the first is the process itself
    const secrets = calls.filter(
      (line) => /openat\(.*(passwd|shadow|secret\.txt|\.typst)/.test(line) && !/= -1 /.test(line),
    );
    const names = made.stdout.trim().split("\n");
    const unsound: string[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const listed = spawnSync("qpdf", ["--json=2", "--json-key=qpdf", path], { encoding: "utf8", maxBuffer: 1e8 });
      const active = [...namesIn(JSON.parse(listed.stdout))].filter((word) => activePdfNames.test(word));
      if (active.length > 0) unsound.push(`${name}: ${active.join(" ")}`);
    }
    for (const line of [...sockets, ...programs, ...secrets, ...unsound]) console.log(line);
    const held = sockets.length + programs.length + secrets.length + unsound.length === 0 && names.length > 5;
    return {
      held,
      figures: {
        documents: names.length,
        calls: calls.length,
        sockets: sockets.length,
        programs: programs.length,
        secrets: secrets.length,
        unsound: unsound.length,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Every name that qpdf lists as a key or a value, such as `/Type`; texts are marked by it as such and left out. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value === "string" && value.startsWith("/")) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key.startsWith("/")) yield key;
    yield* namesIn(part);
  }
}
