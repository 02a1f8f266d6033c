import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { getSessionState, startSession, waitForDevice } from "../../../platform/ui/session.ts";

// That something is kept here and how much of it is unsent, never whose: in two places, as what a browser throws away is not the same in all
const KEY = "powrot.device";
const COOKIE = "powrot-kept";

/** `unsent`: how many entries were not on the server when they were last counted; null: not known. */
type Mark = { unsent: number | null };

/** Whether a store was here, whatever became of it. */
export function findMark(): Mark | null {
  const text = stored() ?? new RegExp(`(?:^|; )${COOKIE}=(u\\d+)`).exec(document.cookie)?.[1];
  return text === undefined ? null : { unsent: text.startsWith("u") ? Number(text.slice(1)) : null };
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

const cookie = (text: string, days: number): void => {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${COOKIE}=${text}; path=/; max-age=${days * 86_400}; samesite=strict${secure}`;
};

/** Remembers for the next start that a store is in this browser. */
export function rememberStore(unsent: number): void {
  const text = `u${unsent}`;
  tellLost(null);
  if (stored() === text) return;
  cookie(text, 400);
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // a window that keeps nothing has no store either
  }
}

/** Nothing is here any more, as its user or the office wanted. */
export function forgetStore(): void {
  tellLost(null);
  cookie("", 0);
  try {
    localStorage.removeItem(KEY);
  } catch {
    // as above
  }
}

let lost: Mark | null = null;
const listeners = new Set<() => void>();

/** The browser has thrown the store away; null: it has not, or whoever is here knows. */
export function tellLost(mark: Mark | null): void {
  if (lost === mark) return;
  lost = mark;
  for (const listener of listeners) listener();
}

export function useLost(): Mark | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
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
  if (!findMark() && !navigator.serviceWorker?.controller) return startSession();
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
