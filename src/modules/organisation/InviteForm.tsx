import { useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { UnitLine } from "./contract.ts";
import { organisationMessages } from "./messages.ts";
import { OneTimeLink, useNewLink } from "./OneTimeLink.tsx";
import { RolesField, UnitsField } from "./RoleFields.tsx";

/** Invites somebody; at the end the link is shown once, to be handed over. */
export function InviteForm({ units }: { units: readonly UnitLine[] }) {
  const t = useMessages(organisationMessages);
  const link = useNewLink("/invitation");
  const [invitationId] = useState(() => uuidv7());
  const [initial] = useState(() => ({
    login: "",
    displayName: "",
    jobTitle: "",
    email: "",
    roles: [] as readonly string[],
    unitIds: [] as readonly string[],
    validFrom: today() as string,
    validUntil: "",
  }));
  const form = useCommandForm({
    type: "account.invite",
    messages: t,
    initial,
    build: ({ jobTitle, email, validUntil, ...values }) => ({
      ...values,
      invitationId,
      jobTitle: jobTitle || null,
      email: email || null,
      validUntil: validUntil || null,
      linkHash: link?.hash,
    }),
    check: (values) =>
      (["displayName", "login", "roles"] as const)
        .filter((name) => values[name].length === 0)
        .map((path) => ({ path, code: "field.required" })),
    invalidates: [["accounts"]],
  });
  if (form.state === "done" && link)
    return (
      <div className="stack">
        <Notice tone="confirmed" title={t("invite.done")} />
        <OneTimeLink link={link} lasts="link.week" />
      </div>
    );
  return (
    <CommandForm form={form} submit={t("invite.send")}>
      <TextField label={t("name")} required {...form.field("displayName")} />
      <TextField label={t("login")} hint={t("invite.loginHint")} required {...form.field("login")} />
      <TextField label={t("jobTitle")} {...form.field("jobTitle")} />
      <TextField label={t("email")} type="email" {...form.field("email")} />
      <RolesField {...form.field("roles")} />
      <UnitsField units={units} {...form.field("unitIds")} />
      <DateField label={t("validFrom")} {...form.field("validFrom")} />
      <DateField label={t("validUntil")} {...form.field("validUntil")} />
    </CommandForm>
  );
}
