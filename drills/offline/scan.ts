import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a word stands in clear in a browser's profile: every file, as UTF-8 and as UTF-16, in which browsers keep text with accents. */
export function scanProfile(folder: string, words: readonly string[]): { file: string; word: string }[] {
  const needles = words.map((word) => [word, Buffer.from(word), Buffer.from(word, "utf16le")] as const);
  const hits: { file: string; word: string }[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = bytesOf(path);
    for (const [word, ...forms] of needles)
      if (forms.some((form) => bytes.includes(form))) hits.push({ file: path.slice(folder.length + 1), word });
  }
  return hits;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0); // gone meanwhile
  }
}
