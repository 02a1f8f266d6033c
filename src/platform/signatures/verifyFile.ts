import { ThreadLost, threadQueue } from "../threadQueue.ts";
import { fileRefusals, SignatureCheck, UnreadableSignedFile } from "./checkResult.ts";

/** What the thread is asked: all of it in bytes. `roots`: certificates of issuers that the house trusts, DER. */
export type VerifyTask = { bytes: Uint8Array; original: Uint8Array; roots: readonly Uint8Array[]; now: string };
export type VerifyAnswer = { check: unknown } | { refusal: string };

const largestBytes = 16 * 1024 * 1024;

const inThread = threadQueue<VerifyTask, VerifyAnswer>(new URL("./verifyWorker.ts", import.meta.url), {
  timeoutMs: 20_000,
  resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
});

/**
 * Checks a PAdES or XAdES file against our document, in a thread of its own that ends with it: a hostile file costs at most
 * 20 seconds and the thread's memory. Files are checked one after another.
 * @throws UnreadableSignedFile
 */
export async function verifySignedFile(task: VerifyTask): Promise<SignatureCheck> {
  if (task.bytes.length > largestBytes) throw new UnreadableSignedFile("signature.file_too_long_to_check");
  const answer = await inThread(task).catch((error: unknown) => {
    if (!(error instanceof ThreadLost)) throw error;
    throw new UnreadableSignedFile("signature.file_too_long_to_check"); // too long, or out of its memory
  });
  if ("check" in answer) return SignatureCheck.parse(answer.check);
  throw new UnreadableSignedFile(fileRefusals.find((one) => one === answer.refusal) ?? "signature.file_unreadable");
}
