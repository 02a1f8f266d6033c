import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { fieldModules } from "../src/app/web/offline/shellFiles.ts";

const workerFile = "sw.js";

/** A part of the built app: what it was made of and what it loads at once. */
type Built = {
  type: "chunk" | "asset";
  fileName: string;
  moduleIds?: readonly string[];
  imports?: readonly string[];
};

/**
 * Files of the app that a device keeps: chunks of the field with all that they import, styles, letters and workers.
 * @returns addresses, sorted
 */
export function shellFiles(bundle: Readonly<Record<string, Built>>): string[] {
  const seen = new Set<string>();
  const queue = Object.values(bundle)
    .filter(({ moduleIds }) => moduleIds?.some((id) => fieldModules.some((form) => form.test(id))))
    .map(({ fileName }) => fileName);
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...(bundle[name]?.imports ?? []));
  }
  // a script that is no chunk of the pages is a worker's
  const assets = Object.values(bundle)
    .filter(
      ({ type, fileName }) =>
        /\.(?:css|svg)$|(?:basic|polish)-.*\.woff2$/.test(fileName) || (type === "asset" && fileName.endsWith(".js")),
    )
    .map(({ fileName }) => fileName);
  return [...seen, ...assets]
    .filter((file) => file !== workerFile)
    .map((file) => `/${file}`)
    .toSorted();
}

/** The files of words that the page names, by language. */
const wordFiles = (page: string): Record<string, string> =>
  Object.fromEntries([...page.matchAll(/name="words-(\w+)" content="([^"]+)"/g)].map(([, lang, file]) => [lang, file]));

/** Builds the service worker with the list of what it keeps. */
export function offlineShell(): Plugin {
  return {
    name: "powrot:offline-shell",
    apply: "build",
    enforce: "post",
    buildStart() {
      this.emitFile({ type: "chunk", id: "src/app/web/offline/serviceWorker.ts", fileName: workerFile });
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle[workerFile];
        const page = bundle["index.html"];
        if (worker?.type !== "chunk" || page?.type !== "asset") throw new Error("no worker or no page was built");
        if (worker.imports.length > 0) throw new Error("the service worker is one file: it imports nothing shared");
        const files = [...new Set([...shellFiles(bundle), "/index.html", "/manifest.webmanifest", "/icons/192.png"])];
        const build = createHash("sha256").update(page.source).update(files.join("\n")).update(worker.code);
        const words = wordFiles(String(page.source));
        const shell = `{build:"${build.digest("hex").slice(0, 16)}",files:${JSON.stringify(files)},words:${JSON.stringify(words)}}`;
        worker.code = worker.code.replaceAll("__SHELL__", shell);
      },
    },
  };
}
