import { CryptoEngine, setEngine } from "pkijs";
import { readCertificate } from "./certificate.ts";
import { UnreadableSignedFile } from "./checkResult.ts";
import { checkPades } from "./pades.ts";
import type { VerifyAnswer, VerifyTask } from "./verifyFile.ts";
import { checkXades } from "./xades.ts";

setEngine("node", new CryptoEngine({ name: "node", crypto: globalThis.crypto }));

/** Checks where it stands: what comes from outside goes by `verifySignedFile` into a thread of its own. Never throws. */
export async function checkFile({ bytes, original, roots, now }: VerifyTask): Promise<VerifyAnswer> {
  const task = {
    bytes: Buffer.from(bytes),
    original: Buffer.from(original),
    roots: roots.map(readCertificate),
    now: new Date(now),
  };
  const isPdf = task.bytes.subarray(0, 5).toString("latin1") === "%PDF-";
  try {
    return { check: await (isPdf ? checkPades(task) : checkXades(task)) };
  } catch (error) {
    return { refusal: error instanceof UnreadableSignedFile ? error.refusal : "signature.file_unreadable" };
  }
}
