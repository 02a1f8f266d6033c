import { useSyncExternalStore } from "react";
import { LANGS, type Lang } from "../messages.ts";
import { loadWords } from "./languageWords.ts";

const KEY = "powrot.language"; // holds only a language code, never anything about a person
const listeners = new Set<() => void>();
let current: Lang = stored() ?? "pl";

function isLang(text: string | null | undefined): text is Lang {
  return LANGS.some((lang) => lang === text);
}

function stored(): Lang | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return isLang(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

export function getLanguage(): Lang {
  return current;
}

let wanted: Lang = current;

/**
 * Changes the language of every screen at once, as soon as its words are here; an unknown code is ignored.
 * @returns false when the words could not be had: the language stays as it was
 */
export async function setLanguage(lang: string): Promise<boolean> {
  if (!isLang(lang)) return false;
  wanted = lang;
  if (lang === current) return true;
  if (!(await loadWords(lang))) return false;
  if (lang !== wanted) return true; // chosen anew meanwhile
  current = lang;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // private window: the choice lasts as long as the page
  }
  document.documentElement.lang = lang;
  for (const listener of listeners) listener();
  return true;
}

/** The page starts in Polish, for this time, when the words of its language cannot be had. */
export async function startLanguage(): Promise<void> {
  if (!(await loadWords(current))) current = wanted = "pl";
  document.documentElement.lang = current;
}

/** Takes the account's language unless a language was chosen on this device. */
export async function suggestLanguage(lang: string): Promise<void> {
  if (!stored()) await setLanguage(lang);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Lang {
  return useSyncExternalStore(subscribe, getLanguage);
}
