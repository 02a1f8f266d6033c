import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LANGS } from "../../../platform/messages.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import type { CardLanguage, InfoCardKind } from "../codes.ts";
import type { InfoCard } from "../contract.ts";
import { streetWorkMessages } from "../messages.ts";
import { infoCardsQuery } from "./fieldApi.ts";
import { reportMessages } from "./reportMessages.ts";
import "./field.css";

/** What helps and what one's rights are: chosen by the worker, read by the person in their language, in big letters. */
export function InfoReaderScreen() {
  const t = useMessages(reportMessages);
  const words = useMessages(streetWorkMessages);
  const cards = useQuery(infoCardsQuery);
  const [language, setLanguage] = useState<CardLanguage>(t.lang);
  const [shown, setShown] = useState<InfoCardKind | null>(null);
  const card = cards.data?.cards.find((each) => each.kind === shown && each.language === language);
  const languages = (
    <ChoiceField
      label={t("cards.language")}
      options={LANGS.map((value) => ({ value, label: words(`language.${value}`) }))}
      value={language}
      onChange={(next) => next && setLanguage(next)}
    />
  );
  if (card)
    return (
      <Page narrow>
        <Shown card={card} onBack={() => setShown(null)} />
        {languages}
      </Page>
    );
  return (
    <Page
      title={t("cards.title")}
      lead={t("cards.lead")}
      back={{ to: "/tonight", label: words("report.shift") }}
      narrow
    >
      {languages}
      <Loaded query={cards}>
        {({ cards: all }) => {
          const own = all.filter((each) => each.language === language);
          if (own.length === 0) return <EmptyState title={t("cards.none")} text={t("cards.lead")} />;
          return (
            <ul role="list" className="own-reports" lang={language}>
              {own.map(({ kind, title }) => (
                <li key={kind}>
                  <Button wide onClick={() => setShown(kind)}>
                    {title}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Shown({ card, onBack }: { card: InfoCard; onBack: () => void }) {
  const t = useMessages(reportMessages);
  return (
    <article className="info-shown">
      <Button icon="left" onClick={onBack}>
        {t("cards.back")}
      </Button>
      <div lang={card.language}>
        <h1>{card.title}</h1>
        {card.body.split("\n").map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="soft small">
        {card.checkedOn ? (
          <>
            {t("cards.checked")} <DateText day={card.checkedOn} />
          </>
        ) : (
          t("cards.unchecked")
        )}
      </p>
    </article>
  );
}
