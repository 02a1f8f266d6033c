import { createHash } from "node:crypto";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { canonicalJson } from "./canonicalJson.ts";
import type { DocumentLanguage, DocumentPictures, PdfAnswer, PdfTask } from "./documentTypes.ts";

const timeoutMs = 20_000;

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

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

let worker: Worker | undefined;
let waiting: Waiting | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * An accessible, tagged PDF (PDF/UA-1, PDF 1.7) of `data` in the given template. The same data give the same bytes.
 * Data reach the template as JSON only; no text in them is ever read as markup. `lang` is "pl" by default.
 * Documents are made one after another, in a thread of their own.
 * @throws Error when the template does not compile or takes longer than 20 s
 */
export async function renderPdf(request: PdfRequest): Promise<Pdf> {
  const task = taskOf(request);
  const bytes = await inTurn(task);
  return { bytes, sha256: sha256Hex(bytes), contentHash: task.contentHash };
}

/**
 * What {@link renderPdf} prints, as HTML of headings, paragraphs and tables alone, and the content hash of the paper.
 * @throws Error as `renderPdf`
 */
export async function renderHtml(request: PdfRequest): Promise<{ html: string; contentHash: string }> {
  const task = taskOf(request);
  const bytes = await inTurn({ ...task, editable: true });
  return { html: Buffer.from(bytes).toString("utf8"), contentHash: task.contentHash };
}

function taskOf({ template, data, title, lang = "pl", pictures = {} }: PdfRequest): PdfTask {
  const json = canonicalJson(data);
  const contentHash = sha256Hex(canonicalJson([basename(fileURLToPath(template)), lang, title, JSON.parse(json)]));
  return { template, title, lang, contentHash, data: json, pictures };
}

function inTurn(task: PdfTask): Promise<Uint8Array> {
  const turn = lastTurn.then(() => compile(task));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/**
 * Several papers as one file, in their order: each begins on a page of its own and keeps its own title, pages, version and
 * content hash, the same as when it is printed alone. The file's title is that of the first. All in one language.
 * @throws Error when a template does not compile or all of it takes longer than 20 s
 */
export async function renderPacket(papers: readonly [PdfRequest, ...PdfRequest[]]): Promise<Uint8Array> {
  const lang = papers[0].lang ?? "pl";
  const tasks = papers.map((paper) => taskOf({ ...paper, lang }));
  const [first] = tasks;
  if (!first) throw new Error("a packet holds one paper or more");
  const pictures = Object.assign({}, ...papers.map((paper) => paper.pictures ?? {}));
  return inTurn({ ...first, pictures, papers: tasks });
}

/** Ends the compiler's thread; the next document starts a new one. */
export async function closeDocuments(): Promise<void> {
  await lastTurn;
  const old = worker;
  worker = undefined;
  await old?.terminate();
}

function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function compile(task: PdfTask): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker ??= startWorker();
    const used = worker;
    // A template that never ends would hold up every later document: its thread is given up.
    const timer = setTimeout(() => giveUp(used, new Error(`Document ${task.template} took too long`)), timeoutMs);
    waiting = { resolve, reject, timer };
    used.ref();
    used.postMessage(task);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./typstWorker.ts", import.meta.url), { env: {} });
  started.on("message", (answer: PdfAnswer) => {
    started.unref();
    if ("bytes" in answer) settle((one) => one.resolve(answer.bytes));
    else settle((one) => one.reject(new Error(`Document does not compile: ${answer.failure}`)));
  });
  started.on("error", (error) => giveUp(started, error instanceof Error ? error : new Error(String(error))));
  started.on("exit", () => giveUp(started, new Error("The document compiler ended")));
  return started;
}

function settle(answer: (one: Waiting) => void): void {
  if (!waiting) return;
  const one = waiting;
  waiting = undefined;
  clearTimeout(one.timer);
  answer(one);
}

function giveUp(failed: Worker, error: Error): void {
  if (worker !== failed) return;
  worker = undefined;
  settle((one) => one.reject(error));
  void failed.terminate();
}
