import { addWords, type Lang, type LanguageWords } from "../messages.ts";

/** Where words stay that were asked for once: without network the language is still there. */
const cacheName = "powrot-words";
const loaded = new Set<Lang>(["pl"]);

/**
 * Brings the words of a language that the first load did not carry; at once when they are here, and where the app runs unbuilt.
 * @returns false when they could not be had
 */
export async function loadWords(lang: Lang): Promise<boolean> {
  if (loaded.has(lang)) return true;
  const path = document.querySelector<HTMLMetaElement>(`meta[name="words-${lang}"]`)?.content;
  try {
    if (path) addWords(lang, (await kept(path)) as Readonly<Record<string, LanguageWords>>);
    loaded.add(lang);
    return true;
  } catch {
    return false;
  }
}

async function kept(path: string): Promise<unknown> {
  const cache = await globalThis.caches?.open(cacheName).catch(() => undefined);
  const known = await cache?.match(path);
  if (known) return known.json();
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await cache?.put(path, answer.clone()).catch(() => undefined);
  return answer.json();
}
