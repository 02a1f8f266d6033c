import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { letterheadQuery } from "./api.ts";
import type { Letterhead } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

/** What every document of the organisation begins with. */
export function LetterheadCard() {
  const t = useMessages(organisationMessages);
  const letterhead = useQuery(letterheadQuery);
  return (
    <Card title={t("letterhead")}>
      <p className="soft">{t("letterhead.why")}</p>
      <Loaded query={letterhead}>{(it) => <LetterheadForm key={it.logoFileId} it={it} />}</Loaded>
    </Card>
  );
}

function LetterheadForm({ it }: { it: Letterhead }) {
  const t = useMessages(organisationMessages);
  const { organisationName, logoFileId, ...texts } = it;
  const form = useCommandForm({
    type: "organisation.write-letterhead",
    messages: t,
    initial: { ...texts, logoFileId: "", withoutLogo: false },
    build: ({ withoutLogo, ...values }) => ({
      ...values,
      logoFileId: values.logoFileId || (withoutLogo ? null : logoFileId),
    }),
    invalidates: [letterheadQuery.queryKey],
    onDone: () => toast({ text: t("letterhead.saved") }),
  });
  return (
    <CommandForm form={form} submit={t("letterhead.save")}>
      <TextField
        label={t("letterhead.name")}
        hint={t("letterhead.nameHint", { name: organisationName })}
        maxLength={200}
        {...form.field("name")}
      />
      <TextArea label={t("letterhead.address")} maxLength={300} {...form.field("address")} />
      <TextArea label={t("letterhead.note")} hint={t("letterhead.noteHint")} maxLength={300} {...form.field("note")} />
      <StoredFileField
        label={t(logoFileId ? "letterhead.otherLogo" : "letterhead.logo")}
        hint={t("letterhead.logoHint")}
        {...form.field("logoFileId")}
      />
      {logoFileId && <CheckField label={t("letterhead.withoutLogo")} {...form.field("withoutLogo")} />}
    </CommandForm>
  );
}
