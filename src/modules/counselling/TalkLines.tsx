import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink, LinkButton, OtherPrints } from "../../platform/ui/Button.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { talkQuery } from "./api.ts";
import type { MyDay, TalkLine } from "./noteContract.ts";
import { noteMessages } from "./noteMessages.ts";
import "./counselling.css";

type Line = TalkLine & Partial<Pick<MyDay["notes"][number], "person" | "anonymous">>;

/** Talks, the newest first; a content is fetched when it is asked for, and offered to who may open it alone. */
export function TalkLines({ lines }: { lines: readonly Line[] }) {
  const t = useMessages(noteMessages);
  if (lines.length === 0) return <p className="soft">{t("talk.none")}</p>;
  return (
    <ul role="list" className="plain-list stack">
      {lines.map((line) => (
        <Talk key={line.talkNoteId} line={line} />
      ))}
    </ul>
  );
}

function Talk({ line }: { line: Line }) {
  const t = useMessages(noteMessages);
  const [shown, setShown] = useState(false);
  const {
    talkNoteId,
    kind,
    channel,
    day,
    minutes,
    author,
    shared,
    nextOn,
    confirmation,
    opens,
    mayMend,
    mended,
    person,
    anonymous,
  } = line;
  const who = person?.name ?? (anonymous ? t("talk.anonymous") : null);
  const card = (print: "normal" | "large") => `/api/counselling-notes/${talkNoteId}/card?lang=${t.lang}&print=${print}`;
  const facts = [t(`channel.${channel}`), t("day.minutes", { count: minutes }), author];
  return (
    <li className="stack-tight">
      <p>
        <strong>{[formatDay(day, t.lang), who, t(`kind.${kind}`)].filter(Boolean).join(" · ")}</strong>{" "}
        <span className="soft">{facts.join(" · ")}</span> {mended && <Status tone="neutral">{t("talk.mended")}</Status>}
      </p>
      <p className="counselling-text">{shared ? shared.topic : t("talk.secret")}</p>
      {shared?.agreements && <p className="counselling-text">{t("talk.agreed", { text: shared.agreements })}</p>}
      {shared?.referral && <p className="counselling-text">{t("talk.referred", { text: shared.referral })}</p>}
      <p className="soft">
        {[nextOn && t("talk.next", { day: formatDay(nextOn, t.lang) }), t(`confirmation.${confirmation}`)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {shared?.mendReason && <p className="counselling-text">{t("talk.mendedFor", { text: shared.mendReason })}</p>}
      {(opens || mayMend) && (
        <div className="cluster">
          {opens && !shown && (
            <Button
              kind="plain"
              icon="lock"
              label={t("talk.openOf", { day: formatDay(day, t.lang) })}
              onClick={() => setShown(true)}
            >
              {t("talk.open")}
            </Button>
          )}
          {opens && (
            <>
              <DownloadLink href={card("normal")}>{t("talk.card", { day: formatDay(day, t.lang) })}</DownloadLink>
              <OtherPrints>
                <DownloadLink href={card("large")}>{t("talk.cardLarge", { day: formatDay(day, t.lang) })}</DownloadLink>
              </OtherPrints>
            </>
          )}
          {mayMend && (
            <LinkButton to="/consultations/talks/new" search={{ mends: talkNoteId }} kind="plain">
              {t("talk.mend", { day: formatDay(day, t.lang) })}
            </LinkButton>
          )}
        </div>
      )}
      {shown && <Content talkNoteId={talkNoteId} />}
    </li>
  );
}

function Content({ talkNoteId }: { talkNoteId: string }) {
  const t = useMessages(noteMessages);
  const talk = useQuery(talkQuery(talkNoteId));
  return (
    <Loaded query={talk} lines={2}>
      {({ text }) => <p className="counselling-text">{text ?? t("talk.noContent")}</p>}
    </Loaded>
  );
}
