import { useMemo } from "react";
import { translate, type Messages, type Translate } from "../messages.ts";
import { useLanguage } from "./language.ts";

/** The translator of a room's catalogue in the language of the screen. */
export function useMessages<M extends Messages>(messages: M): Translate<M> {
  const lang = useLanguage();
  return useMemo(() => translate(messages, lang), [messages, lang]);
}
