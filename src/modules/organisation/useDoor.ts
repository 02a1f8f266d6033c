import { useState } from "react";
import { type Lang, translate } from "../../platform/messages.ts";
import { problemSentence } from "../../platform/ui/problemText.ts";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

/** An act at a door of signing in: busy while it runs, a sentence when it was refused. Secrets stay in memory of the form alone. */
export function useDoor(): {
  busy: boolean;
  problem: string | undefined;
  run: (act: () => Promise<void>) => Promise<void>;
  tell: (sentence: string) => void;
} {
  const ui = useMessages(uiMessages);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(problemSentence(error, await wordsOf(ui.lang), ui));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, tell: setProblem };
}

/** The room's words for refusals, loaded once one comes; without them the sentence is a general one. */
const wordsOf = (lang: Lang) =>
  import("./messages.ts").then(
    ({ organisationMessages }) => translate(organisationMessages, lang),
    () => undefined,
  );
