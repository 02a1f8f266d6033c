import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { useNewLink } from "../../organisation/api.ts";
import { calendarFeedQuery } from "../api.ts";
import type { MyCalendarFeed } from "./contract.ts";
import { calendarMessages } from "./messages.ts";

/** One's own calendar for another program: made, renewed with another choice, switched off. */
export function CalendarCard() {
  const t = useMessages(calendarMessages);
  const feed = useQuery(calendarFeedQuery);
  const [makes, setMakes] = useState(false);
  return (
    <Card title={t("title")}>
      <p className="soft">{t("lead")}</p>
      <Loaded query={feed} lines={2}>
        {(view) => <Standing view={view} onMake={() => setMakes(true)} />}
      </Loaded>
      <SidePanel open={makes} title={t("title")} onClose={() => setMakes(false)}>
        {makes && <MakeAddress renews={Boolean(feed.data?.feed)} onDone={() => setMakes(false)} />}
      </SidePanel>
    </Card>
  );
}

function Standing({ view: { feed }, onMake }: { view: MyCalendarFeed; onMake: () => void }) {
  const t = useMessages(calendarMessages);
  if (!feed)
    return (
      <div className="cluster">
        <Status tone="neutral">{t("off")}</Status>
        <Button kind="plain" onClick={onMake}>
          {t("make")}
        </Button>
      </div>
    );
  const { feedId, withNames, openedAt, readAt } = feed;
  return (
    <>
      <p className="cluster">
        <Status tone="active">{t("on", { time: formatInstant(openedAt, t.lang) })}</Status>
        <span className="soft">
          {[
            t(withNames ? "withNames" : "without"),
            readAt ? t("read", { time: formatInstant(readAt, t.lang) }) : t("unread"),
          ].join(" · ")}
        </span>
      </p>
      <div className="cluster">
        <Button kind="plain" onClick={onMake}>
          {t("renew")}
        </Button>
        <ActButton
          type="calendar-feed.close"
          payload={() => ({ feedId })}
          label={t("close")}
          messages={t}
          invalidates={[calendarFeedQuery.queryKey]}
          onDone={() => toast({ text: t("closed") })}
        />
      </div>
    </>
  );
}

const choices = ["HOURS", "NAMES"] as const;

function MakeAddress({ renews, onDone }: { renews: boolean; onDone: () => void }) {
  const t = useMessages(calendarMessages);
  const link = useNewLink("/kalendarz");
  const [made, setMade] = useState(false);
  const form = useCommandForm({
    type: "calendar-feed.open",
    messages: t,
    draft: false, // a draft would keep nothing but a choice
    initial: { what: "HOURS" as (typeof choices)[number] | "" },
    build: ({ what }) => ({ feedId: uuidv7(), addressHash: link?.hash, withNames: what === "NAMES" }),
    invalidates: [calendarFeedQuery.queryKey],
    onDone: () => setMade(true),
  });
  if (made && link) {
    const address = `${link.url.replace("#", "/")}.ics`;
    return (
      <div className="stack">
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
      </div>
    );
  }
  return (
    <CommandForm form={form} submit={t(renews ? "renew" : "make")}>
      {renews && <p>{t("renewAsk")}</p>}
      <ChoiceField
        label={t("what")}
        options={choices.map((value) => ({ value, label: t(value) }))}
        stacked
        {...form.field("what")}
      />
      {form.values.what === "NAMES" && <Notice tone="due" title={t("namesMean")} />}
    </CommandForm>
  );
}
