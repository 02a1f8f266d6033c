import type { QueryClient } from "@tanstack/react-query";
import { startSession } from "../../../platform/ui/session.ts";

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

/** The start of the page: with a store in this browser its user opens that first; else the server is asked who is here. */
export async function begin(queries: QueryClient): Promise<void> {
  if (!mayKeep()) return startSession();
  try {
    const { startDevice } = await import("./theDevice.ts");
    if (!(await startDevice(queries))) await startSession();
  } catch {
    await startSession(); // a browser whose store cannot be read still works over the network
  }
}
