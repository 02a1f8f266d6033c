import { useEffect, useRef, useState } from "react";
import { type Draft, keepsDraft, useCarrier } from "./carrier.ts";
import { now } from "./clock.ts";
import { placeOf } from "./draftPlace.ts";

const waitMs = 500;

export type DraftOfForm = {
  /** Instant of the last time it was kept, or of the one that was brought back. */
  keptAt: string | undefined;
  /** True when the form began with what was left here. */
  restored: boolean;
  /** Where it is kept; undefined where nothing carries it. */
  key: string | undefined;
  /** Something was typed. */
  touch: () => void;
  /** Sent or thrown away. `gone`: whoever took the command has dropped it already. */
  drop: (gone?: boolean) => void;
};

/**
 * The draft of one form, kept on the open device half a second after the last key, at hiding and at leaving, and brought back to
 * a form in which nobody has typed yet.
 */
export function useDraft(given: {
  key: string | false;
  type: string;
  v: number;
  /** What is kept; undefined when there is nothing. */
  read: () => { id: string; mends: string | undefined; values: object } | undefined;
  restore: (draft: Draft) => void;
}): DraftOfForm {
  const carrier = useCarrier();
  const [kept, setKept] = useState<{ at: string; restored: boolean }>();
  const latest = useRef(given);
  latest.current = given;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = given.key !== false && carrier?.carries(given.type) ? given.key : undefined;
  const [place, setPlace] = useState<{ of: string; key: string }>();
  const key = place?.of === form ? place?.key : undefined;

  const touch = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current().catch(() => undefined), waitMs);
  };
  const save = useRef(async (): Promise<void> => undefined);
  save.current = async () => {
    if (timer.current === undefined || !carrier || key === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const it = latest.current.read();
    if (!it) return;
    const savedAt = now().toISOString();
    const { id, mends, values } = it;
    await carrier.saveDraft(key, {
      v: given.v,
      id,
      ...(mends ? { mends } : {}),
      values: withoutFiles(values),
      savedAt,
    });
    setKept({ at: savedAt, restored: false });
  };

  useEffect(() => {
    if (!carrier || form === undefined) return;
    let here = true;
    const load = (at: string) => carrier.loadDraft(at).catch(() => undefined);
    void placeOf(form, async (at) => (await load(at)) !== undefined).then(async (at) => {
      const draft = await load(at);
      if (here) setPlace({ of: form, key: at });
      if (here && timer.current !== undefined) touch(); // typed before it was known where to
      const { v, read, restore } = latest.current;
      if (!here || !draft || draft.v !== v || read()) return;
      restore(draft);
      setKept({ at: draft.savedAt, restored: true });
    });
    const off = keepsDraft(() => save.current());
    const hide = () => void (document.visibilityState === "hidden" && save.current());
    document.addEventListener("visibilitychange", hide);
    return () => {
      here = false;
      off();
      document.removeEventListener("visibilitychange", hide);
      void save.current().catch(() => undefined);
    };
  }, [carrier, form]);

  return {
    keptAt: kept?.at,
    restored: kept?.restored ?? false,
    key,
    touch,
    drop: (gone) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      setKept(undefined);
      if (!gone && carrier && key !== undefined) void carrier.dropDraft(key).catch(() => undefined);
    },
  };
}

/** A picture travels apart and is no part of the draft: its field comes back empty. */
function withoutFiles(values: object): object {
  const isFile = (value: unknown) => value instanceof Blob || (Array.isArray(value) && value.some(isBlob));
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isFile(value)));
}

const isBlob = (value: unknown) => value instanceof Blob;
