import { useQuery } from "@tanstack/react-query";
import { type Messages, type MessageValue, translate } from "../../platform/messages.ts";
import { isDay } from "../../platform/ui/days.ts";
import { formatDay } from "../../platform/time/formats.ts";
import { useLanguage } from "../../platform/ui/language.ts";

/**
 * Words that a room gives to its lines: the key is the kind of the event or of the task. `{places}` are filled from the
 * line's detail: a day is written out, a code is said in the words of `<place>.<CODE>` of the same catalogue, or of
 * `<list>.<CODE>` where `lists` names another list for a place.
 */
export type LineWords = { messages: Messages; lists?: Readonly<Record<string, string>> };
export type LineDetail = Readonly<Record<string, unknown>>;
/** The sentence of a line, or undefined when no room knows its kind. */
export type SayLine = (kind: string, detail: LineDetail) => string | undefined;

let load: () => Promise<readonly LineWords[]> = () => Promise.resolve([]);

/** The app says where the words of all rooms are; they are loaded with the first list that shows lines. */
export function setLineWords(loader: () => Promise<readonly LineWords[]>): void {
  load = loader;
}

/** Undefined while the words are on their way. */
export function useLineWords(): SayLine | undefined {
  const lang = useLanguage();
  const { data } = useQuery({ queryKey: ["line-words"], queryFn: () => load(), staleTime: Number.POSITIVE_INFINITY });
  if (!data) return undefined;
  return (kind, detail) => sayLine(data, kind, detail, lang);
}

const code = /^[A-Z][A-Z0-9_]*$/;

/** The first room that knows the kind speaks. A code without words is a dash, never the code itself. */
export function sayLine(
  words: readonly LineWords[],
  kind: string,
  detail: LineDetail,
  lang: Parameters<typeof translate>[1],
): string | undefined {
  const own = words.find(({ messages }) => Object.hasOwn(messages, kind));
  if (!own) return undefined;
  const t = translate<Messages>(own.messages, lang);
  const params: Record<string, MessageValue> = {};
  for (const [name, value] of Object.entries(detail)) {
    if (typeof value === "number") params[name] = value;
    if (typeof value !== "string") continue;
    if (isDay(value)) params[name] = formatDay(value, lang);
    else if (code.test(value)) params[name] = t.maybe(`${own.lists?.[name] ?? name}.${value}`) ?? "–";
    else params[name] = value;
  }
  return t.maybe(kind, params)?.replace(/\{\w+\}/g, "–");
}
