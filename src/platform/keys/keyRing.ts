import { join } from "node:path";
import { readMasters } from "./masterKey.ts";
import { readOwnerKey } from "./ownerKeys.ts";
import { houseOwner, type KeyRing, ringOver } from "./ring.ts";

export { type KeyRing, keyRingOf, SealBroken } from "./ring.ts";

/** Where the keys lie: `POWROT_KEYS`, else `keys` in the data folder (which a backup has to leave out). */
export function keyFolder(env: Record<string, string | undefined>, dataDir: string): string {
  return env.POWROT_KEYS || join(dataDir, "keys");
}

/**
 * Opens the key ring in `folder`. With `create`, a missing master and the house's own key are made (once, also with several
 * processes at a time); without it they are an error, because new keys would make everything sealed before unreadable for good.
 * @throws Error when the master is missing, misshapen, or readable by group or others
 */
export function openKeyRing(folder: string, { create = false } = {}): KeyRing {
  readMasters(folder, create);
  if (!readOwnerKey(folder, houseOwner, create))
    throw new Error(`Missing ${join(folder, "owners")}: without it nothing sealed can be opened`);
  return ringOver((owner, make) => readOwnerKey(folder, owner, make));
}
