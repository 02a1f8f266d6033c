import { Worker } from "node:worker_threads";
import type { JoinTask, PdfAnswer, PdfTask } from "./documentTypes.ts";

/** Longest time that one document takes. */
export const timeoutMs = 20_000;

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

export type Compiler = {
  /** @throws Error when a template does not compile or takes longer than `limitMs` */
  compile(task: PdfTask | JoinTask, limitMs?: number): Promise<Uint8Array>;
  /** Ends the thread after what is under way; the next document starts a new one. */
  close(): Promise<void>;
};

/** Makes documents one after another, in a thread of its own that starts with the first. */
export function openCompiler(): Compiler {
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();

  function compile(task: PdfTask | JoinTask, limitMs: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      worker ??= startWorker();
      const used = worker;
      // A template that never ends would hold up every later document: its thread is given up.
      const timer = setTimeout(
        () => giveUp(used, new Error(`Document ${"join" in task ? "of many" : task.template} took too long`)),
        limitMs,
      );
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

  return {
    compile: (task, limitMs = timeoutMs) => {
      const turn = lastTurn.then(() => compile(task, limitMs));
      lastTurn = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await lastTurn;
      const old = worker;
      worker = undefined;
      await old?.terminate();
    },
  };
}
