import { useSyncExternalStore } from "react";
import { type CommandEnvelope, sendCommand } from "../../platform/ui/api.ts";
import { now } from "../../platform/ui/clock.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uuidv7 } from "../../platform/uuid.ts";

const undoMs = 8_000;

/** Tasks ended on this screen and not sent yet, with what sends each at once. */
let waiting: ReadonlyMap<string, () => void> = new Map();
const listeners = new Set<() => void>();

function put(next: ReadonlyMap<string, () => void>): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function forget(taskId: string): void {
  const next = new Map(waiting);
  next.delete(taskId);
  put(next);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ids of tasks that are being ended; lists leave them out. */
export function useEnding(): ReadonlyMap<string, () => void> {
  return useSyncExternalStore(subscribe, () => waiting);
}

/**
 * Ends a task as done in a few seconds; until then it can be taken back and nothing has been sent. A page that is closed
 * sends at once. `after` reads the lists again; the task stays out of them until they are there.
 */
export function endSoon(
  taskId: string,
  say: { closing: string; closed: string; failed: string },
  after: () => Promise<unknown>,
): void {
  const payload = { taskId, outcome: "DONE", note: null };
  const envelope: CommandEnvelope = { id: uuidv7(), v: 1, occurredAt: now().toISOString(), payload };
  const takeAway = toast({
    text: say.closing,
    undo: () => {
      clearTimeout(timer);
      forget(taskId);
    },
  });
  const send = async () => {
    clearTimeout(timer);
    takeAway();
    try {
      await sendCommand("task.end", envelope);
      toast({ text: say.closed });
    } catch {
      toast({ text: say.failed, tone: "danger" });
    }
    await after().catch(() => undefined);
    forget(taskId);
  };
  const timer = setTimeout(() => void send(), undoMs);
  put(new Map(waiting).set(taskId, () => void send()));
}

if (typeof window !== "undefined")
  window.addEventListener("pagehide", () => {
    for (const send of waiting.values()) send();
  });
