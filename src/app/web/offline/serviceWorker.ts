import { isServerPage } from "./serverPages.ts";

/**
 * Keeps the app itself on the device, and nothing else: no answer of the server is ever stored here. A new version is loaded
 * whole beside the old one and waits until its user says so; the files of the version before stay for pages that still run it.
 *
 *   install: all files, or none -> waiting (the page asks its user) -> "take-over" -> activate
 */

/** Put in by the build: the files of this version and a name that changes with any of them. */
declare const __SHELL__: { build: string; files: readonly string[]; words: Readonly<Record<string, string>> };
const shell = __SHELL__;

// the DOM types that this project is checked with know no service worker: the few that are used here
type Waits = Event & { waitUntil(done: Promise<unknown>): void };
type Fetches = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(type: "install" | "activate", does: (event: Waits) => void): void;
  addEventListener(type: "fetch", does: (event: Fetches) => void): void;
  addEventListener(type: "message", does: (event: Waits & { data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
const worker = globalThis as unknown as Worker;

const prefix = "powrot-shell-";
const name = `${prefix}${shell.build}`;
const page = "/index.html";

worker.addEventListener("install", (event) => event.waitUntil(takeIn()));
worker.addEventListener("activate", (event) => event.waitUntil(sweep().then(() => worker.clients.claim())));
worker.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || isServerPage(pathname)) return;
  if (request.mode === "navigate") event.respondWith(kept(page).then((found) => found ?? fetch(request)));
  else if (/^\/(?:assets|icons)\/|^\/manifest/.test(pathname))
    event.respondWith(kept(pathname).then((found) => found ?? fetched(request, pathname)));
});

/** A part that was wanted once is there the next time, also without network. */
async function fetched(request: Request, path: string): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok && path.startsWith("/assets/")) await (await caches.open(name)).put(path, answer.clone());
  return answer;
}

/** From this version, else from the one before. */
async function kept(path: string): Promise<Response | undefined> {
  const own = await caches.open(name);
  return (await own.match(path)) ?? (path === page ? undefined : await caches.match(path));
}

/** A file whose name holds the hash of its content is not loaded again. */
async function takeIn(): Promise<void> {
  const cache = await caches.open(name);
  const missing: string[] = [];
  for (const path of shell.files) {
    const known = path.startsWith("/assets/") ? await caches.match(path) : undefined;
    if (known) await cache.put(path, known);
    else missing.push(path);
  }
  await Promise.all(
    missing.map(async (path) => {
      const answer = await fetch(path, { cache: path.startsWith("/assets/") ? "default" : "no-cache" });
      if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
      await cache.put(path, answer);
    }),
  );
  await takeWords();
}

/** A language that is read on this device comes along with the new version, so that the night without network is not in another one. */
async function takeWords(): Promise<void> {
  const cache = await caches.open("powrot-words");
  const known = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const read = Object.entries(shell.words).filter(([lang]) => known.some((path) => path.includes(`/words-${lang}-`)));
  await cache.addAll(read.map(([, path]) => path).filter((path) => !known.includes(path)));
}

/** The latest other version stays: a page that was not loaded anew may still want a part of it. */
async function sweep(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
}
