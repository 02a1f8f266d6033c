import { type ResourceLimits, Worker } from "node:worker_threads";
import { fileRefusals, SignatureCheck, UnreadableSignedFile } from "./checkResult.ts";

/** What the thread is asked: all of it in bytes. `roots`: certificates of issuers that the house trusts, DER. */
export type VerifyTask = { bytes: Uint8Array; original: Uint8Array; roots: readonly Uint8Array[]; now: string };
export type VerifyAnswer = { check: unknown } | { refusal: string };

const timeoutMs = 20_000;
const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
const largestBytes = 16 * 1024 * 1024;

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Checks a PAdES or XAdES file against our document, in a thread of its own that ends with it: a hostile file costs at most
 * 20 seconds and the thread's memory. Files are checked one after another.
 * @throws UnreadableSignedFile
 */
export function verifySignedFile(task: VerifyTask): Promise<SignatureCheck> {
  const turn = lastTurn.then(() => run(task));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

function run(task: VerifyTask): Promise<SignatureCheck> {
  if (task.bytes.length > largestBytes) throw new UnreadableSignedFile("signature.file_too_long_to_check");
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./verifyWorker.ts", import.meta.url), {
      env: {},
      workerData: task,
      resourceLimits,
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const tooLong = () => end(() => reject(new UnreadableSignedFile("signature.file_too_long_to_check")));
    const timer = setTimeout(tooLong, timeoutMs);
    worker.on("message", (answer: VerifyAnswer) =>
      end(() => {
        if ("check" in answer) resolve(SignatureCheck.parse(answer.check));
        else
          reject(
            new UnreadableSignedFile(fileRefusals.find((one) => one === answer.refusal) ?? "signature.file_unreadable"),
          );
      }),
    );
    worker.on("error", tooLong); // out of its memory
    worker.on("exit", tooLong);
  });
}
