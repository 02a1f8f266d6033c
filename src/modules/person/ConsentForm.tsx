import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { consentTextsQuery, personKeys } from "./api.ts";
import { consentChannels, consentKinds } from "./codes.ts";
import type { ConsentText, PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { refuseConsent, refuseSignature, type SignatoryRole } from "./rules.ts";

type Props = { person: PersonFile; onDone: () => void };
const listOf = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

/** A notice or consent: to what wording, how, signed by whom. Where no wording was published its version is typed. */
export function ConsentForm({ person, onDone }: Props) {
  const texts = useQuery(consentTextsQuery);
  return <Loaded query={texts}>{(answer) => <Form person={person} texts={answer.texts} onDone={onDone} />}</Loaded>;
}

function Form({ person, texts, onDone }: Props & { texts: readonly ConsentText[] }) {
  const t = useMessages(personMessages);
  const [consentId] = useState(uuidv7);
  const currentOf = (kind: string) => texts.find((text) => text.kind === kind && text.current)?.id ?? "";
  const blocks = person.signatures.map(({ who, act }) => ({ who: who as SignatoryRole, act })); // as the rules answered
  const form = useCommandForm({
    type: "consent.record",
    messages: t,
    initial: {
      kind: "NOTICE_GIVEN" as (typeof consentKinds)[number] | "",
      channel: "ORAL_NOTED" as (typeof consentChannels)[number] | "",
      purpose: t("consent.purposeOfNotice"),
      recipients: "",
      textId: currentOf("NOTICE_GIVEN"),
      textVersion: "",
      signedBy: [] as readonly SignatoryRole[],
      fileId: "",
    },
    build: ({ recipients, textId, textVersion, fileId, ...rest }) => ({
      consentId,
      personId: person.id,
      ...rest,
      recipients: listOf(recipients),
      textId: textId || null,
      textVersion: texts.find(({ id }) => id === textId)?.version ?? textVersion,
      givenAt: now().toISOString(),
      signedFileId: fileId || null,
    }),
    check: ({ kind, channel, purpose, recipients, textId, textVersion, signedBy }) => {
      const refusal = refuseConsent({ kind, channel, recipients: listOf(recipients) });
      const [unsigned] = kind === "NOTICE_GIVEN" ? [] : refuseSignature(blocks, signedBy);
      return [
        ...(purpose.trim() ? [] : [{ path: "purpose", code: "field.required" }]),
        ...(textId || textVersion.trim() ? [] : [{ path: "textVersion", code: "field.required" }]),
        ...(refusal
          ? [{ path: refusal === "consent.recipients_missing" ? "recipients" : "channel", code: refusal }]
          : []),
        ...(unsigned ? [{ path: "signedBy", code: unsigned }] : []),
      ];
    },
    paths: { signedFileId: "fileId" },
    invalidates: personKeys(person.id),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { kind, textId } = form.values;
  const ofKind = texts.filter((text) => text.kind === kind);
  const isNotice = kind === "NOTICE_GIVEN";
  return (
    <CommandForm form={form} submit={t("act.addConsent")}>
      <SelectField
        label={t("consent.kind")}
        empty={false}
        options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))}
        {...form.field("kind")}
        onChange={(next) =>
          form.set({
            kind: next,
            textId: currentOf(next),
            channel: next === "NOTICE_GIVEN" ? "ORAL_NOTED" : "WRITTEN",
            purpose: next === "NOTICE_GIVEN" ? t("consent.purposeOfNotice") : "",
          })
        }
      />
      <ChoiceField
        label={t("consent.channel")}
        options={consentChannels
          .filter((value) => isNotice || value !== "ORAL_NOTED")
          .map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...form.field("channel")}
      />
      <TextField label={t("consent.purpose")} {...form.field("purpose")} />
      {kind === "DATA_SHARING_WITH_PARTNER" && (
        <TextField label={t("consent.recipients")} {...form.field("recipients")} />
      )}
      {ofKind.length > 0 ? (
        <SelectField
          label={t("consent.textVersion")}
          empty={false}
          options={ofKind.map(({ id, version, current }) => ({
            value: id,
            label: current ? t("consentText.currentVersion", { version }) : version,
          }))}
          {...form.field("textId")}
        />
      ) : (
        <TextField label={t("consent.textVersion")} hint={t("consent.versionHint")} {...form.field("textVersion")} />
      )}
      {textId && (
        <details>
          <summary>{t("consent.wording")}</summary>
          <p className="prewrap">{texts.find(({ id }) => id === textId)?.body}</p>
        </details>
      )}
      {!isNotice && (
        <MultiChoice
          label={t("consent.signedBy")}
          options={blocks.map(({ who }) => ({ value: who, label: t(`signatures.${who}`) }))}
          {...form.field("signedBy")}
        />
      )}
      {!isNotice && (
        <StoredFileField label={t("consent.file")} hint={t("consent.fileHint")} {...form.field("fileId")} />
      )}
    </CommandForm>
  );
}
