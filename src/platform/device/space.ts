import type { StorageState } from "./contract.ts";

/** Less than a fifth of what the browser grants is left, or a try to write showed it: time to send, and to free some. */
export const isShortOfSpace = (storage: StorageState | null): boolean =>
  storage !== null && (storage.isTight || (storage.quotaBytes > 0 && storage.usedBytes > 0.8 * storage.quotaBytes));
