import type { QueryKey } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { useNewLink } from "../../organisation/api.ts";
import type { MyCalendarFeed } from "./contract.ts";
import { calendarMessages } from "./messages.ts";

type OwnWord = "HOURS" | "NAMES" | "namesMean" | "withNames" | "without";

export type CalendarAddressProps = {
  /** null: no address opens the calendar. */
  feed: MyCalendarFeed["feed"];
  /** `<noun>.open` and `<noun>.close` are the commands. */
  noun: "calendar-feed" | "class-feed";
  path: "/kalendarz" | "/kalendarz/zajecia";
  /** Whose calendar, as the command that opens it says it. */
  subject: Readonly<Record<string, string>>;
  /** What the address holds and what its choices mean, in the words of the room. */
  words: ((key: OwnWord) => string) & { maybe: (key: string) => string | undefined };
  invalidates: readonly QueryKey[];
};

/** The secret address of a calendar: made, renewed with another choice, switched off, all in the place where it stands. */
export function CalendarAddress(props: CalendarAddressProps) {
  const { feed, noun, words, invalidates } = props;
  const t = useMessages(calendarMessages);
  const [makes, setMakes] = useState<boolean>();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (makes === false) opener.current?.focus();
  }, [makes]);
  return (
    <>
      {feed ? (
        <p className="cluster">
          <Status tone="active">{t("on", { time: formatInstant(feed.openedAt, t.lang) })}</Status>
          <span className="soft">
            {[
              words(feed.withNames ? "withNames" : "without"),
              feed.readAt ? t("read", { time: formatInstant(feed.readAt, t.lang) }) : t("unread"),
            ].join(" · ")}
          </span>
        </p>
      ) : (
        <p>
          <Status tone="neutral">{t("off")}</Status>
        </p>
      )}
      {makes ? (
        <MakeAddress {...props} onDone={() => setMakes(false)} />
      ) : (
        <div className="cluster">
          <Button kind="plain" ref={opener} onClick={() => setMakes(true)}>
            {t(feed ? "renew" : "make")}
          </Button>
          {feed && (
            <ActButton
              type={`${noun}.close`}
              payload={() => ({ feedId: feed.feedId })}
              label={t("close")}
              messages={words}
              invalidates={invalidates}
              onDone={() => toast({ text: t("closed") })}
            />
          )}
        </div>
      )}
    </>
  );
}

const choices = ["HOURS", "NAMES"] as const;

function MakeAddress(props: CalendarAddressProps & { onDone: () => void }) {
  const { feed, noun, path, subject, words, invalidates, onDone } = props;
  const t = useMessages(calendarMessages);
  const link = useNewLink(path);
  const [made, setMade] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // What was pressed is gone: the focus goes to the choice, then to the address, ready to be copied.
  useEffect(() => {
    const field = box.current?.querySelector("input");
    field?.focus();
    if (made) field?.select();
  }, [made]);
  const form = useCommandForm({
    type: `${noun}.open`,
    messages: words,
    draft: false, // a draft would keep nothing but a choice
    initial: { what: "HOURS" as (typeof choices)[number] | "" },
    build: ({ what }) => ({ ...subject, feedId: uuidv7(), addressHash: link?.hash, withNames: what === "NAMES" }),
    invalidates,
    onDone: () => setMade(true),
  });
  const address = link && `${link.url.replace("#", "/")}.ics`;
  return (
    <div className="stack" ref={box}>
      {made && address ? (
        <>
          <Notice tone="due" title={t("made")}>
            {t("madeNext")}
          </Notice>
          <TextField label={t("address")} value={address} onChange={() => undefined} />
          <div className="cluster">
            <Button
              kind="main"
              icon="link"
              onClick={() => void navigator.clipboard.writeText(address).then(() => toast({ text: t("copied") }))}
            >
              {t("copy")}
            </Button>
            <Button onClick={onDone}>{t("done")}</Button>
          </div>
        </>
      ) : (
        <CommandForm
          form={form}
          submit={t(feed ? "renew" : "make")}
          actions={
            <Button kind="plain" onClick={onDone}>
              {t("leave")}
            </Button>
          }
        >
          {feed && <p>{t("renewAsk")}</p>}
          <ChoiceField
            label={t("what")}
            options={choices.map((value) => ({ value, label: words(value) }))}
            stacked
            {...form.field("what")}
          />
          {form.values.what === "NAMES" && <Notice tone="due" title={words("namesMean")} />}
        </CommandForm>
      )}
    </div>
  );
}
