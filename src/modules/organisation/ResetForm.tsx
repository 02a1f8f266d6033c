import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { recoveryKinds } from "./codes.ts";
import { organisationMessages } from "./messages.ts";
import { OneTimeLink, useNewLink } from "./OneTimeLink.tsx";

/** The first of two people asks for a new password or second factor of a colleague. */
export function ResetForm({ accountId }: { accountId: string }) {
  const t = useMessages(organisationMessages);
  const link = useNewLink("/recovery");
  const [recoveryId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "account.reset",
    messages: t,
    initial: { kind: "" as "" | (typeof recoveryKinds)[number], reason: "" },
    build: (values) => ({ ...values, recoveryId, accountId, linkHash: link?.hash }),
    check: ({ kind, reason }) => [
      ...(kind ? [] : [{ path: "kind", code: "field.required" }]),
      ...(reason.trim().length >= 10 ? [] : [{ path: "reason", code: "field.too_short" }]),
    ],
    invalidates: [["accounts"]],
  });
  if (form.state === "done" && link)
    return (
      <div className="stack">
        <Notice tone="confirmed" title={t("reset.asked")} />
        <OneTimeLink link={link} lasts="link.day" />
      </div>
    );
  return (
    <CommandForm form={form} submit={t("reset.ask")} submitKind="quiet">
      <p className="soft small">{t("reset.why")}</p>
      <ChoiceField
        label={t("reset.kind")}
        stacked
        options={recoveryKinds.map((kind) => ({ value: kind, label: t(`reset.${kind}`) }))}
        {...form.field("kind")}
      />
      <TextArea label={t("reset.reason")} {...form.field("reason")} />
    </CommandForm>
  );
}
