import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import type { Messages, Translate } from "../messages.ts";
import { uuidv7 } from "../uuid.ts";
import { afterFrame } from "./afterFrame.ts";
import {
  type CommandDone,
  type CommandEnvelope,
  NetworkFailure,
  type ProblemError,
  ServerProblem,
  sendCommand,
} from "./api.ts";
import { getCarrier } from "./carrier.ts";
import { now } from "./clock.ts";
import type { FormErrorLine } from "./Notices.tsx";
import { fieldSentence, problemSentence, problemSource, refusalSentences } from "./problemText.ts";
import { toast } from "./Toasts.tsx";
import { uiMessages } from "./uiMessages.ts";
import { type DraftOfForm, useDraft } from "./useDraft.ts";
import { useMessages } from "./useMessages.ts";

/**
 * A form is one command. Where the device is open and its room lets it, the command goes into the outbox and is done when it is
 * safe there. Its states:
 *
 *   editing -> sending -> done
 *                      -> editing with a sentence    the device could not keep it, e.g. it is full: nothing was recorded
 *                      -> editing with errors        400, same id: nothing was recorded
 *                      -> editing with a refusal     403 404 409 422, recorded: the next try is a new command that `mends` this one
 *                      -> unknown                    no network, 5xx: fields are kept and closed, the same envelope is sent again
 */
export type CommandFormOptions<V extends object> = {
  type: string;
  v?: number;
  initial: V;
  /** What was typed at an earlier visit and is not saved; stands instead of `initial` at first. */
  start?: V | undefined;
  /** The payload that goes over the wire. */
  build: (values: V) => unknown;
  /** The screen keeps what is typed for who comes back to it: leaving asks nothing. */
  kept?: boolean;
  /** Where the draft is kept on an open device, when type and address do not tell this form from others; false: it is not. */
  draft?: string | false;
  /** The room's own refusals, asked before sending; paths as in `values`, codes as in `messages`. */
  check?: (values: V) => readonly ProblemError[];
  /** The room's translator: `useMessages(roomMessages)`; words for codes come from here. */
  messages?: Pick<Translate<Messages>, "maybe">;
  /** Version of the record the person saw; only for edits. */
  base?: number | undefined;
  /** The refused command that this form mends, as the outbox names it. */
  mends?: string | undefined;
  /** Instant the fact happened, when it is not now. */
  occurredAt?: (values: V) => string;
  /** Field of a payload path when they differ: `{ "place.id": "placeId" }`. */
  paths?: Readonly<Record<string, string>>;
  /** Lists and records that this command makes stale. */
  invalidates?: readonly QueryKey[];
  onDone?: (answer: CommandDone, values: V) => void;
};

export type FormField<T> = {
  id: string;
  name: string;
  value: T;
  onChange: (value: T) => void;
  error: string | undefined;
};

type FormNotice =
  | { kind: "refused" | "conflict"; texts: readonly string[]; source: string | undefined; problem: ServerProblem }
  | { kind: "unknown"; text: string }
  | { kind: "told"; text: string };

export type CommandForm<V extends object> = {
  values: V;
  /** Changes one or several values. */
  set: (change: Partial<V>) => void;
  /** Spread into a field: `<TextField label=… {...form.field("name")} />`. */
  field: <K extends keyof V & string>(name: K) => FormField<V[K]>;
  /** For rows inside a value: id and error of `goals.0.text`. */
  at: (path: string) => { id: string; error: string | undefined };
  errors: readonly FormErrorLine[];
  notice: FormNotice | undefined;
  state: "editing" | "sending" | "unknown" | "done";
  /** True when something differs from `initial` and is not saved. */
  dirty: boolean;
  /** True while something typed here would be lost with the page. */
  isUnsaved: () => boolean;
  /** The same for leaving it for another screen. */
  isLostByLeaving: () => boolean;
  /** What the device keeps of it before it is sent. */
  draft: DraftOfForm;
  submit: () => Promise<void>;
  /** A new, empty form and a new command id. */
  reset: (values?: V) => void;
};

type Inner<V> = {
  id: string;
  mends: string | undefined;
  frozen: CommandEnvelope | undefined;
  values: V;
  errors: readonly ProblemError[];
  notice: FormNotice | undefined;
  state: CommandForm<V & object>["state"];
};

/** Shorter than this, a form does not say that it is sending. */
const quickMs = 150;

function fresh<V>(values: V): Inner<V> {
  return { id: uuidv7(), mends: undefined, frozen: undefined, values, errors: [], notice: undefined, state: "editing" };
}

export function useCommandForm<V extends object>(options: CommandFormOptions<V>): CommandForm<V> {
  const ui = useMessages(uiMessages);
  const queries = useQueryClient();
  const formId = useId();
  const sending = useRef<string>(undefined);
  const isTyped = useRef(options.start !== undefined); // known at once, also to who leaves in `onDone`
  const [inner, setInner] = useState<Inner<V>>(() => ({
    ...fresh(options.start ?? options.initial),
    mends: options.mends,
  }));
  const draft = useDraft({
    key: options.draft ?? `${options.type} ${window.location.pathname}${window.location.search}`,
    type: options.type,
    v: options.v ?? 1,
    read: () => (isTyped.current ? inner : undefined),
    restore: ({ id, mends, values }) => {
      isTyped.current = true;
      setInner({ ...fresh({ ...options.initial, ...(values as Partial<V>) }), id, mends }); // same type and format as it was kept with
    },
  });
  const idOf = (path: string) => `${formId}${path}`;
  const sentence = (error: ProblemError) => fieldSentence(error, options.messages, ui);
  const errorAt = (path: string) => {
    const found =
      inner.errors.find((error) => error.path === path) ??
      inner.errors.find((error) => error.path.startsWith(`${path}.`));
    return found && sentence(found);
  };
  const fieldPath = (path: string) => {
    const own = path.replace(/^\/?(body[./])?payload[./]?/, "").replaceAll("/", ".");
    return options.paths?.[own] ?? own;
  };

  const set = (change: Partial<V>) => {
    isTyped.current = true;
    draft.touch();
    setInner((old) => ({
      ...old,
      values: { ...old.values, ...change },
      errors: old.errors.filter(
        (error) => !Object.keys(change).some((name) => error.path === name || error.path.startsWith(`${name}.`)),
      ),
    }));
  };

  async function submit(): Promise<void> {
    if (sending.current !== undefined) return;
    const refusals = inner.frozen ? [] : (options.check?.(inner.values) ?? []);
    if (refusals.length > 0) {
      setInner((old) => ({ ...old, errors: refusals, notice: undefined }));
      return;
    }
    const envelope: CommandEnvelope = inner.frozen ?? {
      id: inner.id,
      v: options.v ?? 1,
      ...(options.base === undefined ? {} : { base: options.base }),
      ...(inner.mends === undefined ? {} : { mends: inner.mends }),
      occurredAt: options.occurredAt?.(inner.values) ?? now().toISOString(),
      payload: options.build(inner.values),
    };
    sending.current = envelope.id;
    const close = () => setInner((old) => ({ ...old, state: "sending", notice: undefined, errors: [] }));
    // a phone keeps a command in a moment: to draw the whole form closed for it would take longer
    const isQuick = getCarrier()?.carries(options.type) && !inner.notice && inner.errors.length === 0;
    const closing = isQuick ? setTimeout(close, quickMs) : undefined;
    if (!isQuick) close();
    try {
      const answer = await sendCommand(options.type, envelope, draft.key === undefined ? {} : { draft: draft.key });
      isTyped.current = false;
      // what the device keeps, it tells of itself
      if (!answer.kept) for (const queryKey of options.invalidates ?? []) void queries.invalidateQueries({ queryKey });
      if (!answer.kept) end(envelope.id, answer);
      options.onDone?.(answer, inner.values);
      if (answer.kept)
        // the screen that says it in its own words is drawn first, and the form it takes the place of not at all
        afterFrame(() => {
          end(envelope.id, answer);
          toast({ text: ui(navigator.onLine ? "device.keptSending" : "device.kept"), alone: true });
        });
    } catch (error) {
      sending.current = undefined;
      setInner((old) => afterFailure(old, error, envelope));
    } finally {
      clearTimeout(closing);
    }
  }

  function end(id: string, { kept }: CommandDone): void {
    if (sending.current !== id) return; // a new one was begun meanwhile
    sending.current = undefined;
    draft.drop(kept);
    setInner((old) => ({ ...old, state: "done", frozen: undefined }));
  }

  function afterFailure(old: Inner<V>, error: unknown, envelope: CommandEnvelope): Inner<V> {
    const text = getCarrier()?.say(error, ui.lang) ?? problemSentence(error, options.messages, ui);
    const open: Inner<V> = { ...old, state: "editing", frozen: undefined };
    if (error instanceof NetworkFailure)
      return {
        ...old,
        state: "unknown",
        frozen: envelope,
        notice: { kind: "unknown", text: `${text} ${ui("problem.networkNext")}` },
      };
    if (!(error instanceof ServerProblem)) return { ...open, notice: { kind: "told", text } };
    switch (error.kind) {
      case "invalid": {
        const errors = error.errors.map((each) => ({ ...each, path: fieldPath(each.path) }));
        return { ...open, errors, notice: errors.length === 0 ? { kind: "told", text } : undefined };
      }
      case "unavailable":
      case "unexpected":
        return { ...old, state: "unknown", frozen: envelope, notice: { kind: "unknown", text } };
      case "throttled":
      case "unauthenticated":
        return { ...open, notice: { kind: "told", text } };
      default:
        return {
          ...open,
          id: uuidv7(),
          mends: envelope.id,
          errors: error.errors.map((each) => ({ ...each, path: fieldPath(each.path) })),
          notice: {
            kind: error.kind === "conflict" ? "conflict" : "refused",
            texts: refusalSentences(error, options.messages, ui),
            source: problemSource(error),
            problem: error,
          },
        };
    }
  }

  return {
    values: inner.values,
    set,
    field: (name) => ({
      id: idOf(name),
      name,
      value: inner.values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>), // one key of V with its own value type
      error: errorAt(name),
    }),
    at: (path) => ({ id: idOf(path), error: errorAt(path) }),
    errors: inner.errors.map((error) => ({ id: idOf(error.path), text: sentence(error) })),
    notice: inner.notice,
    state: inner.state,
    dirty: inner.state !== "done" && JSON.stringify(inner.values) !== JSON.stringify(options.initial),
    isUnsaved: () => isTyped.current && draft.key === undefined,
    isLostByLeaving: () => isTyped.current && !options.kept && draft.key === undefined,
    draft,
    submit,
    reset: (values) => {
      sending.current = undefined;
      isTyped.current = false;
      draft.drop();
      setInner(fresh(values ?? options.initial));
    },
  };
}
