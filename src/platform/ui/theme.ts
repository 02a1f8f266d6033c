import { useSyncExternalStore } from "react";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export type Density = "compact" | "comfortable";

const KEY = "powrot.theme";
const listeners = new Set<() => void>();
let current: Theme = "auto";

function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Call once before the first paint. */
export function startTheme(): void {
  try {
    const text = localStorage.getItem(KEY);
    current = THEMES.find((theme) => theme === text) ?? "auto";
  } catch {
    current = "auto";
  }
  apply(current);
}

export function setTheme(theme: Theme): void {
  current = theme;
  apply(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // private window: lasts as long as the page
  }
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Compact takes effect only on wide screens with a mouse; see tokens.css. */
export function setDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}
