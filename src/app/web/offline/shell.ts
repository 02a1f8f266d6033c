import { useSyncExternalStore } from "react";
import { keepDrafts } from "../../../platform/ui/carrier.ts";
import { trustedScriptUrl } from "../../../platform/ui/trustedUrl.ts";

const lookEveryMs = 60 * 60_000;

let waiting: ServiceWorker | null = null;
let isPutOff = false;
let begun = false;
const listeners = new Set<() => void>();

function put(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Keeps the app itself in this browser, and looks for a new version at the start, hourly and when the page comes back. */
export async function keepShell(): Promise<void> {
  if (begun || !("serviceWorker" in navigator)) return;
  begun = true;
  const options: RegistrationOptions = { scope: "/", updateViaCache: "none" };
  const shell = await navigator.serviceWorker.register(trustedScriptUrl("/sw.js"), options).catch(() => undefined);
  if (!shell) return;
  const watch = (worker: ServiceWorker | null) => {
    const look = () => {
      if (worker?.state === "installed" && navigator.serviceWorker.controller) put(worker);
    };
    look();
    worker?.addEventListener("statechange", look);
  };
  watch(shell.waiting);
  watch(shell.installing);
  shell.addEventListener("updatefound", () => watch(shell.installing));
  const ask = () => void (document.visibilityState === "visible" && shell.update().catch(() => undefined));
  setInterval(ask, lookEveryMs);
  document.addEventListener("visibilitychange", ask);
}

/** Forgets the app where nobody's store is left: the browser is as it was. */
export async function dropShell(): Promise<void> {
  const shells = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(shells.map((shell) => shell.unregister()));
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => /^powrot-(?:shell-|words$)/.test(name)).map((name) => caches.delete(name)));
  begun = false;
}

/** True while a new version waits and its user has not put it off. */
export function useUpdateWaits(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null && !isPutOff,
  );
}

export function putOffUpdate(): void {
  isPutOff = true;
  put(waiting);
}

/** Keeps what is typed, lets the new version take over, and loads this page anew. Other pages stay as they are until they are loaded. */
export async function takeUpdate(): Promise<void> {
  await keepDrafts();
  const ask = () => {
    if (waiting?.state === "installed") waiting.postMessage("take-over");
    else window.location.reload(); // another page let it take over
  };
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  ask();
  setInterval(ask, 2_000); // a word to a worker that is just being stopped is lost
}
