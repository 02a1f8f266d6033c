import type { QueryClient } from "@tanstack/react-query";
import { getSessionState, startSession, waitForDevice } from "../../../platform/ui/session.ts";

const KEY = "powrot.device"; // holds only that something is kept here, never whose

/** Whether this browser may keep somebody's store: asked before anything of the device is loaded. */
function mayKeep(): boolean {
  try {
    return localStorage.getItem(KEY) !== null || Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
}

/** Remembers for the next start whether a store is in this browser. */
export function rememberStore(isHere: boolean): void {
  try {
    if (isHere) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // a window that keeps nothing has no store either
  }
}

const BY_NETWORK = "powrot.by-network"; // of this tab: somebody works here past another one's store

/** Past the store that is here: by a session of the server, until that one ends. */
export async function goByNetwork(): Promise<void> {
  sessionStorage.setItem(BY_NETWORK, "1");
  await startSession();
}

/** The user's own store is open: from now on it comes first again. */
export const endByNetwork = (): void => sessionStorage.removeItem(BY_NETWORK);

/** The start of the page: with a store in this browser its user opens that first; else the server is asked who is here. */
export async function begin(queries: QueryClient): Promise<void> {
  if (!mayKeep()) return startSession();
  try {
    const { startDevice } = await import("./theDevice.ts");
    const isHere = await startDevice(queries);
    if (!isHere || sessionStorage.getItem(BY_NETWORK)) await startSession();
    if (!isHere || "session" in getSessionState()) return;
    endByNetwork();
    waitForDevice();
  } catch {
    await startSession(); // a browser whose store cannot be read still works over the network
  }
}
