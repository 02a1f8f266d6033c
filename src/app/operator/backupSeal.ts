import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { z } from "zod";
import { keyRingOf, SealBroken } from "../../platform/keys/keyRing.ts";
import { OperatorRefusal } from "./refusal.ts";
import type { Flow, Read } from "./tree.ts";

// A sealed backup is written with a public key alone; the private one lies on another machine. Each backup has a random data
// key, wrapped for the recipient in `sealed.json` (X25519 with a key of its own, HKDF-SHA-256, AES-256-GCM). Each file: 16 bytes
// of salt, then pieces of 64 KiB under AES-256-GCM; the nonce counts the pieces and marks the last, so that none can be moved,
// left out or cut off.

const prefix = "powrot-backup-";
const pieceLength = 64 * 1024;
const tagLength = 16;

/** `sealed.json`: what a sealed backup says in clear. */
export const SealedFor = z.object({
  powrot: z.literal("sealed backup"),
  format: z.literal(1),
  recipient: z.string(),
  sender: z.string(),
  key: z.string(),
});
export type SealedFor = z.infer<typeof SealedFor>;

/** Makes the private key in a new file (PEM, mode 600) and answers the recipient's text for `backup --recipient`. */
export async function makeBackupKey(file: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  const handle = await open(file, "wx", 0o600).catch((cause: unknown) => {
    throw new OperatorRefusal(`Nie można założyć pliku ${file}.`, `The file ${file} cannot be made.`, cause);
  });
  await handle.writeFile(privateKey.export({ type: "pkcs8", format: "pem" })).finally(() => handle.close());
  return prefix + rawOf(publicKey);
}

/** Begins a sealed backup for `recipient`. @throws OperatorRefusal when the text is no recipient */
export function sealFor(recipient: string): { sealed: SealedFor; flow: Flow } {
  const theirs = publicKeyOf(recipient);
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  const dataKey = randomBytes(32);
  const sender = rawOf(publicKey);
  const wrapped = sharedRing(privateKey, theirs, sender, recipient).encryptFor("backup", "key", dataKey, sender);
  const key = Buffer.from(wrapped).toString("base64url");
  return { sealed: { powrot: "sealed backup", format: 1, recipient, sender, key }, flow: sealing(dataKey) };
}

/** Opens a sealed backup with the private key in `file`. @throws OperatorRefusal when it is not the recipient's */
export function openWith(sealed: SealedFor, file: string): Flow {
  const mine = readPrivateKey(file);
  const sender = publicKeyOf(prefix + sealed.sender);
  const recipient = prefix + rawOf(createPublicKey(mine));
  try {
    const ring = sharedRing(mine, sender, sealed.sender, recipient);
    return opening(ring.decryptFor("backup", "key", Buffer.from(sealed.key, "base64url"), sealed.sender));
  } catch (cause) {
    if (!(cause instanceof SealBroken)) throw cause;
    throw new OperatorRefusal(
      `Kopia jest zamknięta dla ${sealed.recipient}, a klucz w ${file} to ${recipient}.`,
      `The backup is sealed for ${sealed.recipient}, and the key in ${file} is ${recipient}.`,
    );
  }
}

function readPrivateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === "x25519") return key;
  } catch {
    // said below
  }
  throw new OperatorRefusal(`W ${file} nie ma klucza do kopii.`, `There is no key for backups in ${file}.`);
}

function sharedRing(mine: KeyObject, theirs: KeyObject, sender: string, recipient: string) {
  const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
  return keyRingOf(Buffer.from(hkdfSync("sha256", shared, `${sender} ${recipient}`, "powrot backup 1", 32)));
}

function rawOf(key: KeyObject): string {
  return z.object({ x: z.string() }).parse(key.export({ format: "jwk" })).x;
}

function publicKeyOf(recipient: string): KeyObject {
  try {
    if (!recipient.startsWith(prefix)) throw new Error("no recipient");
    return createPublicKey({ key: { kty: "OKP", crv: "X25519", x: recipient.slice(prefix.length) }, format: "jwk" });
  } catch (cause) {
    throw new OperatorRefusal(
      `${recipient} nie jest odbiorcą kopii: podaj tekst, który wypisało backup-key.`,
      `${recipient} is no recipient of backups: give the text that backup-key printed.`,
      cause,
    );
  }
}

function pieceKey(dataKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", dataKey, salt, "powrot backup file", 32));
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(piece, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Each piece with the word whether it is the last; an empty file is one empty piece. */
async function* piecesOf(read: Read, length: number): AsyncGenerator<{ piece: Buffer; at: number; last: boolean }> {
  let piece = await read(length);
  for (let at = 0; ; at++) {
    const next = piece.length < length ? Buffer.alloc(0) : await read(length);
    yield { piece, at, last: next.length === 0 };
    if (next.length === 0) return;
    piece = next;
  }
}

function sealing(dataKey: Uint8Array): Flow {
  return {
    printed: "read",
    run: async (read, write) => {
      const salt = randomBytes(16);
      const key = pieceKey(dataKey, salt);
      await write(salt);
      for await (const { piece, at, last } of piecesOf(read, pieceLength)) {
        const cipher = createCipheriv("aes-256-gcm", key, nonceOf(at, last));
        await write(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]));
      }
    },
  };
}

/** @throws OperatorRefusal when anything was altered, moved or cut off */
function opening(dataKey: Uint8Array): Flow {
  return {
    printed: "written",
    run: async (read, write) => {
      const key = pieceKey(dataKey, await read(16));
      for await (const { piece, at, last } of piecesOf(read, pieceLength + tagLength)) {
        const opened = createDecipheriv("aes-256-gcm", key, nonceOf(at, last), { authTagLength: tagLength });
        try {
          opened.setAuthTag(piece.subarray(-tagLength));
          await write(Buffer.concat([opened.update(piece.subarray(0, -tagLength)), opened.final()]));
        } catch (cause) {
          throw new OperatorRefusal(
            "Kopia jest zmieniona albo ucięta: nie otwiera się.",
            "The backup was altered or cut off: it does not open.",
            cause,
          );
        }
      }
    },
  };
}
