import { useEffect, useSyncExternalStore } from "react";
import { uuidv7 } from "../uuid.ts";
import { Button, IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./toasts.css";

export type Toast = {
  /** Confirms in words what happened: "Zapisano kontakt: przejście pod dworcem". */
  text: string;
  tone?: "confirmed" | "danger" | "info";
  /** Takes the place of what was said before and asks nothing. */
  alone?: boolean;
  /** Takes the act back; the toast then stays until it is answered. */
  undo?: () => void;
};

type Shown = Toast & { id: string };
let shown: readonly Shown[] = [];
const listeners = new Set<() => void>();

function put(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/**
 * Says something at the edge of the screen and to screen readers; at most three at once, the same sentence once.
 * Answers how to take it away.
 */
export function toast(given: Toast): () => void {
  const id = uuidv7();
  const others = shown.filter((each) => each.undo || (!given.alone && each.text !== given.text));
  put([...others, { ...given, id }].slice(-3));
  return () => dismiss(id);
}

function dismiss(id: string): void {
  put(shown.filter((each) => each.id !== id));
}

function ToastBox({ it }: { it: Shown }) {
  const t = useMessages(uiMessages);
  const lastingMs = it.undo || it.tone === "danger" ? undefined : 6000;
  useEffect(() => {
    if (lastingMs === undefined) return;
    const timer = setTimeout(() => dismiss(it.id), lastingMs);
    return () => clearTimeout(timer);
  }, [it.id, lastingMs]);
  return (
    <li className="toast" data-tone={it.tone ?? "confirmed"}>
      <Icon name={it.tone === "danger" ? "stop" : it.tone === "info" ? "info" : "check"} />
      <p>{it.text}</p>
      {it.undo && (
        <Button
          kind="plain"
          icon="undo"
          onClick={() => {
            it.undo?.();
            dismiss(it.id);
          }}
        >
          {t("undo")}
        </Button>
      )}
      <IconButton icon="cross" label={t("close")} onClick={() => dismiss(it.id)} />
    </li>
  );
}

/** Mounted once by the app. */
export function Toasts() {
  const t = useMessages(uiMessages);
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <section className="toasts" aria-label={t("notices")} aria-live="polite">
      <ol role="list">
        {all.map((it) => (
          <ToastBox key={it.id} it={it} />
        ))}
      </ol>
    </section>
  );
}
