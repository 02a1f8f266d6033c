import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { ConflictLines } from "../../platform/ui/ConflictLines.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { letterheadQuery } from "./api.ts";
import type { Letterhead, WriteLetterhead } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

const textNames = ["name", "address", "note"] as const;

/** What every document of the organisation begins with. */
export function LetterheadCard() {
  const t = useMessages(organisationMessages);
  const letterhead = useQuery(letterheadQuery);
  return (
    <Card title={t("letterhead")}>
      <p className="soft">{t("letterhead.why")}</p>
      <Loaded query={letterhead}>
        {(it) => <LetterheadForm key={it.logoFileId} it={it} onReload={() => void letterhead.refetch()} />}
      </Loaded>
    </Card>
  );
}

function LetterheadForm({ it, onReload }: { it: Letterhead; onReload: () => void }) {
  const t = useMessages(organisationMessages);
  const { organisationName, logoFileId, version } = it;
  // what stood there when the administrator began; a later read changes the base, not what was typed
  const [before, setBefore] = useState({ name: it.name, address: it.address, note: it.note });
  const form = useCommandForm({
    type: "organisation.write-letterhead",
    messages: t,
    initial: { ...before, logoFileId: "", withoutLogo: false },
    base: version,
    build: ({ withoutLogo, logoFileId: brought, ...texts }): WriteLetterhead => ({
      ...Object.fromEntries(
        textNames.filter((name) => texts[name] !== before[name]).map((name) => [name, texts[name]]),
      ),
      ...(brought ? { logoFileId: brought } : withoutLogo ? { logoFileId: null } : {}),
    }),
    invalidates: [letterheadQuery.queryKey],
    onDone: (_answer, { name, address, note }) => {
      setBefore({ name, address, note });
      toast({ text: t("letterhead.saved") });
    },
  });
  return (
    <CommandForm form={form} submit={t("letterhead.save")} onReload={onReload}>
      <ConflictLines
        form={form}
        label={(field) => (field === "logoFileId" ? t("letterhead.logo") : (t.maybe(`letterhead.${field}`) ?? field))}
        text={(field, value) => (field === "logoFileId" ? null : String(value))}
      />
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
