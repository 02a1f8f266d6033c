import { type ResourceLimits, Worker } from "node:worker_threads";

/** Nothing of the house's but where Node keeps its compiled code: read anew, a script costs a third of a second before it begins. */
const { NODE_COMPILE_CACHE } = process.env;
const env = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};

/** Why a thread gave no answer: it took too long, or it ended (out of its memory, or by a fault of its own). */
export class ThreadLost extends Error {
  readonly reason: "too_long" | "ended";

  constructor(reason: "too_long" | "ended", cause?: unknown) {
    super(`the thread was lost: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * A queue of tasks for a worker script that reads `workerData` and answers with one message. Each task has a thread of its own, which ends with it; one task
 * after another, so that what comes from outside never takes more than one thread's memory.
 * @returns a function that promises the answer to a task, and throws `ThreadLost` when there is none
 */
export function threadQueue<Task, Answer>(
  script: URL,
  { timeoutMs, resourceLimits }: { timeoutMs: number; resourceLimits?: ResourceLimits },
): (task: Task) => Promise<Answer> {
  let lastTurn: Promise<unknown> = Promise.resolve();

  const run = (task: Task) =>
    new Promise<Answer>((resolve, reject) => {
      const worker = new Worker(script, { env, workerData: task, ...(resourceLimits && { resourceLimits }) });
      const end = (settle: () => void) => {
        clearTimeout(timer);
        settle();
        void worker.terminate();
      };
      const timer = setTimeout(() => end(() => reject(new ThreadLost("too_long"))), timeoutMs);
      worker.on("message", (answer: Answer) => end(() => resolve(answer)));
      worker.on("error", (error) => end(() => reject(new ThreadLost("ended", error))));
      worker.on("exit", (code) => end(() => reject(new ThreadLost("ended", code))));
    });

  return (task) => {
    const turn = lastTurn.then(() => run(task));
    lastTurn = turn.catch(() => undefined);
    return turn;
  };
}
