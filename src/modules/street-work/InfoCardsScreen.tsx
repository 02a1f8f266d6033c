import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { infoCardsQuery } from "./api.ts";
import { type CardLanguage, cardLanguages } from "./codes.ts";
import type { InfoCard } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

/** The information cards of the organisation by language: read, changed, printed as a leaflet. */
export function InfoCardsScreen() {
  const t = useMessages(streetWorkMessages);
  const writes = useHasRole("OUTREACH_COORDINATOR");
  const cards = useQuery(infoCardsQuery);
  const [language, setLanguage] = useState<CardLanguage>("pl");
  return (
    <Page
      title={t("info.title")}
      lead={writes ? t("info.lead") : undefined}
      {...(writes ? { back: { to: "/street-work", label: t("office.title") } } : {})}
      actions={
        <DownloadLink href={`/api/street-work/info-cards/leaflet?language=${language}`}>
          {t("info.leaflet")}
        </DownloadLink>
      }
    >
      <Tabs
        label={t("info.language")}
        tabs={cardLanguages.map((code) => ({ code, label: t(`language.${code}`) }))}
        current={language}
        onChange={(code) => setLanguage(cardLanguages.find((each) => each === code) ?? "pl")}
      >
        <Loaded query={cards} lines={8}>
          {({ cards: all }) =>
            all
              .filter((card) => card.language === language)
              .map((card) => <OneCard key={`${card.kind} ${card.language}`} card={card} writes={writes} />)
          }
        </Loaded>
      </Tabs>
    </Page>
  );
}

function OneCard({ card, writes }: { card: InfoCard; writes: boolean }) {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    <Card
      title={card.title}
      actions={
        writes &&
        !editing && (
          <Button kind="plain" icon="edit" onClick={() => setEditing(true)}>
            {t("info.edit")}
          </Button>
        )
      }
    >
      {editing ? (
        <EditCard card={card} onDone={() => setEditing(false)} />
      ) : (
        <div lang={card.language} className="stack">
          {card.body.split("\n").map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {card.checkedOn ? (
        <p className="soft small">{t("info.checked", { day: formatDay(card.checkedOn, lang) })}</p>
      ) : (
        writes && <Status tone="due">{t("info.default")}</Status>
      )}
    </Card>
  );
}

function EditCard({ card, onDone }: { card: InfoCard; onDone: () => void }) {
  const t = useMessages(streetWorkMessages);
  const form = useCommandForm({
    type: "info-card.save",
    initial: { title: card.title, body: card.body, checkedOn: today() as string },
    build: ({ title, body, checkedOn }) => ({
      kind: card.kind,
      language: card.language,
      title: title.trim(),
      body: body.trim(),
      checkedOn,
    }),
    check: ({ checkedOn }) => (checkedOn > today() ? [{ path: "checkedOn", code: "info_card.checked_in_future" }] : []),
    messages: t,
    base: card.version || undefined,
    invalidates: [["street-work", "info-cards"]],
    onDone: () => {
      toast({ text: t("info.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("info.save")}>
      <TextField label={t("info.cardTitle")} required maxLength={100} {...form.field("title")} />
      <TextArea label={t("info.body")} required rows={9} {...form.field("body")} />
      <DateField label={t("info.checkedOn")} required {...form.field("checkedOn")} />
    </CommandForm>
  );
}
