import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Badge } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { personAccess } from "./access.ts";
import { consentTextsQuery } from "./api.ts";
import { consentKinds } from "./codes.ts";
import { personMessages } from "./messages.ts";

/** The exact wordings of notices and consents: what holds today and what people were given before. */
export function ConsentTextsScreen() {
  const t = useMessages(personMessages);
  const texts = useQuery(consentTextsQuery);
  const [open, setOpen] = useState(false);
  const publishes = useHasRole(...Object.keys(personAccess["consent-text.publish"]));
  return (
    <Page
      title={t("title.consentTexts")}
      actions={
        publishes && (
          <Button icon="plus" kind="main" onClick={() => setOpen(true)}>
            {t("act.publishText")}
          </Button>
        )
      }
    >
      <p className="soft">{t("consentText.lead")}</p>
      <Loaded query={texts}>
        {(answer) =>
          answer.texts.length === 0 ? (
            <EmptyState title={t("consentText.none")} text={t("consentText.noneText")} />
          ) : (
            consentKinds
              .filter((kind) => answer.texts.some((text) => text.kind === kind))
              .map((kind) => (
                <Card key={kind} title={t(`consent.${kind}`)}>
                  <ul className="stack">
                    {answer.texts
                      .filter((text) => text.kind === kind)
                      .map((text) => (
                        <li key={text.id}>
                          <details open={text.current || undefined}>
                            <summary>
                              {text.version}{" "}
                              <span className="soft">
                                {t("fact.since", { from: formatDay(text.validFrom, t.lang) })}
                              </span>{" "}
                              {text.current && <Badge tone="active">{t("consentText.current")}</Badge>}
                            </summary>
                            <p className="prewrap">{text.body}</p>
                          </details>
                        </li>
                      ))}
                  </ul>
                </Card>
              ))
          )
        }
      </Loaded>
      <SidePanel open={open} title={t("act.publishText")} onClose={() => setOpen(false)}>
        <PublishForm onDone={() => setOpen(false)} />
      </SidePanel>
    </Page>
  );
}

function PublishForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(personMessages);
  const [textId] = useState(uuidv7);
  const form = useCommandForm({
    type: "consent-text.publish",
    messages: t,
    initial: {
      kind: "NOTICE_GIVEN" as (typeof consentKinds)[number] | "",
      version: "",
      body: "",
      validFrom: today() as string,
    },
    build: (values) => ({ textId, ...values }),
    check: ({ version, body, validFrom }) => [
      ...(version.trim() ? [] : [{ path: "version", code: "field.required" }]),
      ...(body.trim() ? [] : [{ path: "body", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
    ],
    invalidates: [consentTextsQuery.queryKey],
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.publishText")}>
      <SelectField
        label={t("consent.kind")}
        empty={false}
        options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))}
        {...form.field("kind")}
      />
      <TextField label={t("consent.textVersion")} hint={t("consent.versionHint")} {...form.field("version")} />
      <TextArea label={t("consentText.body")} hint={t("consentText.bodyHint")} rows={10} {...form.field("body")} />
      <DateField label={t("fact.from")} {...form.field("validFrom")} />
    </CommandForm>
  );
}
