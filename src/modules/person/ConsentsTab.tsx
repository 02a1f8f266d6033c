import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { consentsQuery, personKeys } from "./api.ts";
import { consentChannels, consentKinds } from "./codes.ts";
import type { ConsentLine, PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { refuseConsent } from "./rules.ts";

/** The register of consents and notices. */
export function ConsentsTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState<"consent" | ConsentLine>();
  const consents = useQuery(consentsQuery(person.id));
  const close = () => setOpen(undefined);
  const add = person.writable && (
    <Button icon="plus" onClick={() => setOpen("consent")}>
      {t("act.addConsent")}
    </Button>
  );
  return (
    <>
      <Card title={t("tab.consents")} actions={add}>
        <Loaded query={consents}>
          {(answer) =>
            answer.consents.length === 0 ? (
              <EmptyState title={t("consent.none")} text={t("consent.noneText")} />
            ) : (
              <ul className="stack">
                {answer.consents.map((line) => (
                  <li key={line.id} className="cluster">
                    <Status tone={line.withdrawnAt ? "neutral" : "confirmed"}>
                      {t.maybe(`consent.${line.kind}`) ?? line.kind}
                    </Status>
                    <span className="soft">
                      <DateText day={line.givenAt.slice(0, 10)} />, {t.maybe(`channel.${line.channel}`)}, {line.purpose}
                      {line.recipients.length > 0 && `: ${line.recipients.join(", ")}`}
                    </span>
                    {line.withdrawnAt ? (
                      <span>{t("consent.withdrawnOn", { effect: line.effect ?? "" })}</span>
                    ) : (
                      person.writable && (
                        <Button kind="plain" onClick={() => setOpen(line)}>
                          {t("act.withdrawConsent")}
                        </Button>
                      )
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      <SidePanel
        open={open !== undefined}
        title={t(open === "consent" ? "act.addConsent" : "act.withdrawConsent")}
        onClose={close}
      >
        {open === "consent" && <ConsentForm personId={person.id} onDone={close} />}
        {typeof open === "object" && <WithdrawForm personId={person.id} consentId={open.id} onDone={close} />}
      </SidePanel>
    </>
  );
}

type Props = { personId: string; onDone: () => void };

function useDone(onDone: () => void) {
  const t = useMessages(personMessages);
  return () => {
    toast({ text: t("saved") });
    onDone();
  };
}

function ConsentForm({ personId, onDone }: Props) {
  const t = useMessages(personMessages);
  const [consentId] = useState(uuidv7);
  const listOf = (text: string) =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  const form = useCommandForm({
    type: "consent.record",
    messages: t,
    initial: {
      kind: "NOTICE_GIVEN" as (typeof consentKinds)[number] | "",
      channel: "ORAL_NOTED" as (typeof consentChannels)[number] | "",
      purpose: "",
      recipients: "",
      textVersion: "",
    },
    build: ({ recipients, ...rest }) => ({
      consentId,
      personId,
      ...rest,
      recipients: listOf(recipients),
      givenAt: now().toISOString(),
      signedFileId: null,
    }),
    check: ({ kind, channel, purpose, recipients, textVersion }) => {
      const refusal = refuseConsent({ kind, channel, recipients: listOf(recipients) });
      return [
        ...(purpose.trim() ? [] : [{ path: "purpose", code: "field.required" }]),
        ...(textVersion.trim() ? [] : [{ path: "textVersion", code: "field.required" }]),
        ...(refusal
          ? [{ path: refusal === "consent.recipients_missing" ? "recipients" : "channel", code: refusal }]
          : []),
      ];
    },
    invalidates: personKeys(personId),
    onDone: useDone(onDone),
  });
  return (
    <CommandForm form={form} submit={t("act.addConsent")}>
      <SelectField
        label={t("consent.kind")}
        empty={false}
        options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))}
        {...form.field("kind")}
      />
      <ChoiceField
        label={t("consent.channel")}
        options={consentChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...form.field("channel")}
      />
      <TextField label={t("consent.purpose")} {...form.field("purpose")} />
      {form.values.kind === "DATA_SHARING_WITH_PARTNER" && (
        <TextField label={t("consent.recipients")} {...form.field("recipients")} />
      )}
      <TextField label={t("consent.textVersion")} {...form.field("textVersion")} />
    </CommandForm>
  );
}

function WithdrawForm({ personId, consentId, onDone }: Props & { consentId: string }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "consent.withdraw",
    messages: t,
    initial: { effect: "" },
    build: ({ effect }) => ({ consentId, effect }),
    check: ({ effect }) => (effect.trim() ? [] : [{ path: "effect", code: "field.required" }]),
    invalidates: personKeys(personId),
    onDone: useDone(onDone),
  });
  return (
    <CommandForm form={form} submit={t("act.withdrawConsent")}>
      <TextField label={t("consent.effect")} {...form.field("effect")} />
    </CommandForm>
  );
}
