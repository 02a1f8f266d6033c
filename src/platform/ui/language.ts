import { useSyncExternalStore } from "react";
import { LANGS, type Lang } from "../messages.ts";

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

/** Changes the language of every screen at once; an unknown code is ignored. */
export function setLanguage(lang: string): void {
  if (!isLang(lang) || lang === current) return;
  current = lang;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // private window: the choice lasts as long as the page
  }
  document.documentElement.lang = lang;
  for (const listener of listeners) listener();
}

/** Takes the account's language unless a language was chosen on this device. */
export function suggestLanguage(lang: string): void {
  if (!stored()) setLanguage(lang);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Lang {
  return useSyncExternalStore(subscribe, getLanguage);
}
