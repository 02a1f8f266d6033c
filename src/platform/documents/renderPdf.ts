import { createHash } from "node:crypto";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "./canonicalJson.ts";
import { openCompiler, timeoutMs } from "./compiler.ts";
import type { DocumentLanguage, DocumentPictures, PdfTask } from "./documentTypes.ts";

const timeoutMsPerPaper = 2_000;

export type PdfRequest = {
  /** Absolute `file:` URL of a `.typ` file: `new URL("./documents/contract.typ", import.meta.url).href` */
  template: string;
  /** Plain JSON. Templates built on `frame.typ` expect `data.frame` of type `DocumentFrame`. */
  data: unknown;
  title: string;
  lang?: DocumentLanguage;
  pictures?: DocumentPictures;
};

export type Pdf = {
  bytes: Uint8Array;
  /** SHA-256 of the file, hex. */
  sha256: string;
  /** SHA-256 of template name, language, title and data, hex; the footer prints its first half. */
  contentHash: string;
};

/** The house's compiler, for the papers that somebody waits for. */
const compiler = openCompiler();

/**
 * An accessible, tagged PDF (PDF/UA-1, PDF 1.7) of `data` in the given template. The same data give the same bytes.
 * Data reach the template as JSON only; no text in them is ever read as markup. `lang` is "pl" by default.
 * Documents are made one after another, in a thread of their own.
 * @throws Error when the template does not compile or takes longer than 20 s
 */
export async function renderPdf(request: PdfRequest): Promise<Pdf> {
  const task = taskOf(request);
  const bytes = await compiler.compile(task);
  return { bytes, sha256: sha256Hex(bytes), contentHash: task.contentHash };
}

/**
 * What {@link renderPdf} prints, as HTML of headings, paragraphs and tables alone, and the content hash of the paper.
 * @throws Error as `renderPdf`
 */
export async function renderHtml(request: PdfRequest): Promise<{ html: string; contentHash: string }> {
  const task = taskOf(request);
  const bytes = await compiler.compile({ ...task, editable: true });
  return { html: Buffer.from(bytes).toString("utf8"), contentHash: task.contentHash };
}

function taskOf({ template, data, title, lang = "pl", pictures = {} }: PdfRequest): PdfTask {
  const json = canonicalJson(data);
  const contentHash = sha256Hex(canonicalJson([basename(fileURLToPath(template)), lang, title, JSON.parse(json)]));
  return { template, title, lang, contentHash, data: json, pictures };
}

/**
 * Several papers as one file, in their order: each begins on a page of its own and keeps its own title, pages, version and
 * content hash, the same as when it is printed alone. The file's title is that of the first. All in one language.
 * @throws Error when a template does not compile or all of it takes longer than 20 s
 */
export async function renderPacket(papers: readonly [PdfRequest, ...PdfRequest[]]): Promise<Uint8Array> {
  return compiler.compile(packetOf(papers));
}

function packetOf(papers: readonly [PdfRequest, ...PdfRequest[]]): PdfTask {
  const lang = papers[0].lang ?? "pl";
  const tasks = papers.map((paper) => taskOf({ ...paper, lang }));
  const [first] = tasks;
  if (!first) throw new Error("a packet holds one paper or more");
  const pictures = Object.assign({}, ...papers.map((paper) => paper.pictures ?? {}));
  return { ...first, pictures, papers: tasks };
}

/** Papers of a long run, which nobody waits for at a screen. */
export type PacketCompiler = {
  /** As {@link renderPacket}, with more time the more papers there are. */
  renderPacket(papers: readonly [PdfRequest, ...PdfRequest[]]): Promise<Uint8Array>;
  /** Packets made here as one file, in their order, tags and page numbers kept; nothing is set anew. At least one. */
  join(packets: readonly Uint8Array[]): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** A compiler in a thread of its own, so that whoever prints one paper meanwhile does not wait. To be closed. */
export function openPacketCompiler(): PacketCompiler {
  const own = openCompiler();
  return {
    renderPacket: (papers) => own.compile(packetOf(papers), timeoutMs + papers.length * timeoutMsPerPaper),
    join: (packets) => own.compile({ join: packets }, timeoutMs + packets.length * timeoutMsPerPaper),
    close: () => own.close(),
  };
}

/** Ends the compiler's thread; the next document starts a new one. */
export function closeDocuments(): Promise<void> {
  return compiler.close();
}

function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
