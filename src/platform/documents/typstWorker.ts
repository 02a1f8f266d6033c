// Runs in a worker thread: compiling is synchronous. The compiler's root is a folder that does not exist and the templates
// are handed over from memory, so a document can read no file; a template that names a package is refused, so it opens no socket.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PdfAnswer, PdfTask } from "./documentTypes.ts";
import { readCoverage } from "./fontCoverage.ts";
import { printable, printableText } from "./printable.ts";

const require = createRequire(import.meta.url);
const fonts = ["400Regular", "400Regular_Italic", "600SemiBold"].map((face) =>
  readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
);
const covered = fonts.map(readCoverage).reduce((all, face) => all.intersection(face));

const root = resolve("/powrot-documents");
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] });
addTemplate(join(root, "frame.typ"), fileURLToPath(new URL("./frame.typ", import.meta.url)));

function addTemplate(shadow: string, file: string): void {
  const source = readFileSync(file, "utf8");
  if (/["']@\w/.test(source)) throw new Error(`${basename(file)} imports a package from outside`);
  compiler.addSource(shadow, source);
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

function render({ template, title, lang, contentHash, data, pictures }: PdfTask): Buffer {
  const content = printable(JSON.parse(data), covered);
  const inputs = { title: printableText(title, covered), lang, contentHash, data: JSON.stringify(content) };
  for (const [name, bytes] of Object.entries(pictures))
    compiler.mapShadow(join(root, "pictures", name), Buffer.from(bytes));
  const compiled = compiler.compile({ mainFilePath: addRoom(template), inputs });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
  const bytes = compiler.pdf(document, { pdfStandard: "ua-1" });
  compiler.evictCache(10);
  for (const name of Object.keys(pictures)) compiler.unmapShadow(join(root, "pictures", name));
  return bytes;
}

parentPort?.on("message", (task: PdfTask) => {
  let answer: PdfAnswer;
  try {
    answer = { bytes: render(task) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
