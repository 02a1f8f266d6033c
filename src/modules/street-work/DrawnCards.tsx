import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { drawQuery } from "./api.ts";
import { cardQualities } from "./codes.ts";
import type { DrawnCard, DrawRound } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";
import { monthMessages } from "./monthMessages.ts";

/** The month's five cards for review: drawn once, each with a note that its workers read. */
export function DrawnCards({ unitId, month, over }: { unitId: string; month: string; over: boolean }) {
  const t = useMessages(monthMessages);
  const query = useQuery(drawQuery(unitId, month));
  return (
    <Card title={t("draw.title")}>
      <p className="soft">{t("draw.text")}</p>
      <Loaded query={query} lines={3}>
        {({ cards, round }) => {
          if (cards.length > 0)
            return (
              <>
                {cards.map((card) => (
                  <Drawn key={card.contactId} card={card} />
                ))}
                {round && <Round round={round} />}
              </>
            );
          return over ? <Draw unitId={unitId} month={month} /> : <p>{t("draw.after")}</p>;
        }}
      </Loaded>
    </Card>
  );
}

/** What the draw rests on, for whoever wants to check it. */
function Round({ round }: { round: DrawRound }) {
  const t = useMessages(monthMessages);
  const at = formatInstant(round.drawnAt, t.lang);
  return (
    <div className="soft small stack">
      <p>
        {t("draw.round", { candidates: round.candidates, at })}{" "}
        {round.by === null ? t("draw.roundHouse") : t("draw.roundBy", { name: round.by })}
      </p>
      <p>{t("draw.seed", { seed: round.seed })}</p>
      {round.repeats ? <p>{t("draw.repeats")}</p> : <Notice tone="danger">{t("draw.differs")}</Notice>}
    </div>
  );
}

function Draw({ unitId, month }: { unitId: string; month: string }) {
  const t = useMessages(monthMessages);
  const form = useCommandForm({
    type: "card-draw.make",
    initial: {},
    build: () => ({ unitId, month }),
    messages: t,
    invalidates: [["street-work", "draws"]],
  });
  return (
    <CommandForm form={form} submit={t("draw.make")} submitKind="quiet">
      {null}
    </CommandForm>
  );
}

function Drawn({ card }: { card: DrawnCard }) {
  const t = useMessages(monthMessages);
  const words = useMessages(streetWorkMessages);
  const lang = useLanguage();
  return (
    <section className="stack">
      <h3>{words("draw.card", { at: formatInstant(card.contactAt, lang) })}</h3>
      <p className="cluster">
        <span className="soft">{card.workers.map(({ name }) => name).join(", ")}</span>
        <AppLink to={`/contacts/${card.contactId}`}>{t("draw.open")}</AppLink>
      </p>
      {card.review ? (
        <p>
          <Status tone={card.review.quality === "GOOD" ? "confirmed" : "due"}>
            {words(`quality.${card.review.quality}`)}
          </Status>{" "}
          {card.review.note} <span className="soft small">{card.review.by}</span>
        </p>
      ) : (
        <Review contactId={card.contactId} />
      )}
    </section>
  );
}

function Review({ contactId }: { contactId: string }) {
  const t = useMessages(monthMessages);
  const words = useMessages(streetWorkMessages);
  const form = useCommandForm({
    type: "card-review.record",
    initial: { quality: "" as (typeof cardQualities)[number] | "", note: "" },
    build: ({ quality, note }) => ({ contactId, quality, note: note.trim() || null }),
    check: ({ quality }) => (quality ? [] : [{ path: "quality", code: "field.required" }]),
    messages: t,
    invalidates: [["street-work", "draws"], ["tasks"]],
    onDone: () => toast({ text: t("draw.reviewed") }),
  });
  return (
    <CommandForm form={form} submit={t("draw.review")} submitKind="quiet">
      <ChoiceField
        label={t("draw.quality")}
        options={cardQualities.map((value) => ({ value, label: words(`quality.${value}`) }))}
        {...form.field("quality")}
      />
      <TextArea label={t("draw.note")} rows={2} {...form.field("note")} />
    </CommandForm>
  );
}
