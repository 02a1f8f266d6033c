import { useEffect, useState } from "react";
import { foldName } from "../../../platform/foldName.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { phoneMessages } from "./phoneMessages.ts";
import "./phone.css";
import { WordsForm } from "./WordsForm.tsx";

/** Four words drawn by lot: shown once, then typed back. */
export function WordsStep({ onWords }: { onWords: (phrase: string) => void }) {
  const t = useMessages(phoneMessages);
  const [phrase, setPhrase] = useState("");
  const [seen, setSeen] = useState(false);
  const [error, setError] = useState<string>();
  const draw = () => void import("../../../platform/device/phrase.ts").then((it) => setPhrase(it.newPhrase()));
  useEffect(draw, []);
  if (!seen)
    return (
      <section className="stack" aria-live="polite">
        <Notice tone="due">{t("make.wordsShown")}</Notice>
        <p className="phrase" translate="no">
          {phrase}
        </p>
        <div className="cluster">
          <Button kind="main" disabled={!phrase} onClick={() => setSeen(true)}>
            {t("make.wordsSeen")}
          </Button>
          <Button onClick={draw}>{t("make.wordsOther")}</Button>
        </div>
      </section>
    );
  return (
    <WordsForm
      label={t("make.wordsBack")}
      submit={t("make.next")}
      error={error}
      onSubmit={(typed) => {
        const same = foldName(typed) === foldName(phrase);
        setError(same ? undefined : t("make.wordsDiffer"));
        if (same) onWords(phrase);
      }}
    />
  );
}
