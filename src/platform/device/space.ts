import type { StorageState } from "./contract.ts";

/** Less than a fifth of what the browser grants is left: time to send, and to free some. */
export const isShortOfSpace = (storage: StorageState | null): boolean =>
  storage !== null && storage.quotaBytes > 0 && storage.usedBytes > 0.8 * storage.quotaBytes;
