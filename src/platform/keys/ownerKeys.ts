import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beginNextMaster, endNextMaster, placeOnce, readMasters, replaceFile } from "./masterKey.ts";
import { keyRingOf, SealBroken } from "./ring.ts";

// Every owner (an organisation, or `accounts` for what belongs to no organisation) has a random key of 32 bytes in
// `<folder>/owners/<owner>.key`, wrapped by the master. Its file's end is the end of everything that it sealed.

const purpose = "owner.key";

/**
 * The key of `owner`; null when there is none and `make` is false. Several processes at a time make one.
 * @throws Error when no master of the folder opens it
 */
export function readOwnerKey(folder: string, owner: string, make: boolean): Uint8Array | null {
  const file = join(folder, "owners", `${nameOf(owner)}.key`);
  if (!statSync(file, { throwIfNoEntry: false })) {
    if (!make) return null;
    mkdirSync(join(folder, "owners"), { recursive: true, mode: 0o700 });
    const master = readMasters(folder, false).at(-1) ?? new Uint8Array();
    placeOnce(file, keyRingOf(master).encryptFor(owner, purpose, randomBytes(32), owner));
  }
  return unwrap(file, owner, readMasters(folder, false));
}

/**
 * Gives the folder a new master: every owner's key is wrapped anew, nothing that is sealed changes. May be cut off at any
 * point and begun again; a house that runs meanwhile goes on. Answers the number of keys.
 */
export function rotateMaster(folder: string): number {
  const masters = readMasters(folder, false);
  const next = beginNextMaster(folder);
  const owners = readdirSync(join(folder, "owners")).filter((file) => file.endsWith(".key"));
  for (const name of owners) {
    const file = join(folder, "owners", name);
    const owner = name.slice(0, -".key".length);
    replaceFile(file, keyRingOf(next).encryptFor(owner, purpose, unwrap(file, owner, [...masters, next]), owner));
  }
  endNextMaster(folder);
  return owners.length;
}

function unwrap(file: string, owner: string, masters: readonly Uint8Array[]): Uint8Array {
  const wrapped = readFileSync(file);
  for (const master of masters)
    try {
      return keyRingOf(master).decryptFor(owner, purpose, wrapped, owner);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  throw new Error(`The master does not open ${file}: they are not of one set of keys`);
}

function nameOf(owner: string): string {
  if (!/^[0-9a-z-]{1,64}$/.test(owner)) throw new Error("Not an owner of keys");
  return owner;
}
