// Runs in a worker thread: compiling is synchronous. The compiler's root is a folder that does not exist and the templates
// are handed over from memory, so a document can read no file; a template that names a package is refused, so it opens no socket.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { JoinTask, PdfAnswer, PdfTask } from "./documentTypes.ts";
import { readCoverage } from "./fontCoverage.ts";
import { printable, printableText } from "./printable.ts";

const require = createRequire(import.meta.url);
const fonts = ["400Regular", "400Regular_Italic", "600SemiBold"].map((face) =>
  readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
);
const covered = fonts.map(readCoverage).reduce((all, face) => all.intersection(face));

const root = resolve("/powrot-documents");
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] });

const frame = fileURLToPath(new URL("./frame.typ", import.meta.url));

function addTemplate(shadow: string, file: string, change: (source: string) => string = (source) => source): void {
  const source = change(readFileSync(file, "utf8"));
  if (/["']@\w/.test(source)) throw new Error(`${basename(file)} imports a package from outside`);
  compiler.addSource(shadow, source);
}

addTemplate(join(root, "frame.typ"), frame);

/**
 * The papers of a packet, one after another: each has its room's templates and a frame that knows its place, so that data,
 * pages and hash are its own.
 */
function addPacket(templates: readonly string[]): string {
  const parts = templates.map((template, place) => {
    const folder = dirname(fileURLToPath(template));
    const shadow = join(root, "packet", String(place));
    addTemplate(join(shadow, "frame.typ"), frame, (source) =>
      source.replace("#let in-packet = none", `#let in-packet = ${place}`),
    );
    for (const name of readdirSync(folder))
      if (name.endsWith(".typ") && name !== "frame.typ")
        addTemplate(join(shadow, name), join(folder, name), (source) =>
          source.replaceAll('"/frame.typ"', `"/packet/${place}/frame.typ"`),
        );
    return `#include "/packet/${place}/${basename(fileURLToPath(template))}"`;
  });
  const main = join(root, "packet", "main.typ");
  compiler.addSource(main, parts.join("\n"));
  return main;
}

/** All templates of the room's folder, so that one may import another; gives the shadow path of the asked one. */
function addRoom(template: string): string {
  const file = fileURLToPath(template);
  const folder = dirname(file);
  const shadow = join(root, createHash("sha256").update(folder).digest("hex").slice(0, 16));
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".typ")) addTemplate(join(shadow, name), join(folder, name));
  }
  return join(shadow, basename(file));
}

type Paper = Pick<PdfTask, "title" | "contentHash" | "data">;

const inputOf = ({ title, contentHash, data }: Paper) => ({
  title: printableText(title, covered),
  contentHash,
  data: JSON.stringify(printable(JSON.parse(data), covered)),
});

function render({ lang, pictures, papers, editable, ...task }: PdfTask): Buffer {
  const parts = papers && { parts: JSON.stringify(papers.map(inputOf)) };
  const inputs = { ...inputOf(task), lang, ...parts, ...(editable && { editable: "yes" }) };
  for (const [name, bytes] of Object.entries(pictures))
    compiler.mapShadow(join(root, "pictures", name), Buffer.from(bytes));
  const mainFilePath = papers ? addPacket(papers.map(({ template }) => template)) : addRoom(task.template);
  const compiled = editable
    ? compiler.compileHtml({ mainFilePath, inputs })
    : compiler.compile({ mainFilePath, inputs });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
  const bytes = editable ? Buffer.from(compiler.html(document) ?? "") : compiler.pdf(document, { pdfStandard: "ua-1" });
  compiler.evictCache(10);
  for (const name of Object.keys(pictures)) compiler.unmapShadow(join(root, "pictures", name));
  return bytes;
}

/** What joins is loaded with the first that is joined: most papers go alone. */
const joined = async (files: readonly Uint8Array[]) => (await import("./joinPdfs.ts")).joinPdfs(files);

parentPort?.on("message", async (task: PdfTask | JoinTask) => {
  let answer: PdfAnswer;
  try {
    answer = { bytes: "join" in task ? await joined(task.join) : render(task) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
