import { fieldModules } from "../src/app/web/offline/shellFiles.ts";

/** What the build knows of a module: who imports it at once, who when it is wanted. */
type Graph = {
  getModuleInfo(
    id: string,
  ): { importers: readonly string[]; dynamicImporters: readonly string[]; isEntry: boolean } | null;
};

const isField = (id: string) => fieldModules.some((form) => form.test(id));

/** The screens and entries that load `id` with themselves. */
function rootsOf(id: string, graph: Graph): readonly string[] {
  const [seen, roots] = [new Set<string>(), new Set<string>()];
  const queue = [id];
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const info = graph.getModuleInfo(at);
    if (!info) continue;
    if (info.isEntry || info.dynamicImporters.length > 0) roots.add(at);
    queue.push(...info.importers);
  }
  return [...roots];
}

/**
 * The file that a module goes into, so that a phone asks for a dozen and not for a hundred: what the page starts with; what the field
 * alone has; what it shares with the office's first list, and with the rest of the office: of the rooms, of the kit. null: as the build
 * would have it.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  if (/\/offline\/(?:serviceWorker|serverPages)\.ts$/.test(id)) return null; // one file that shares nothing
  const roots = rootsOf(id, graph);
  if (roots.some((root) => root.endsWith("/index.html"))) return "start";
  if (!roots.some(isField)) return null;
  if (roots.every(isField)) return /\/(?:device|offline)\/|simplewebauthn/.test(id) ? "phone" : "street";
  if (roots.some((root) => root.endsWith("/PeopleScreen.tsx"))) return "first";
  return id.includes("/src/modules/") ? "rooms" : "ui";
}
