import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { organisationMessages } from "./messages.ts";
import { RolesField } from "./RoleFields.tsx";

/** Which roles must have a second factor. */
export function SecondFactorRules({ roles }: { roles: readonly string[] }) {
  const t = useMessages(organisationMessages);
  const form = useCommandForm({
    type: "organisation.require-second-factor",
    messages: t,
    initial: { roles },
    build: (values) => values,
    invalidates: [["accounts"]],
    onDone: () => toast({ text: t("factorRules.saved") }),
  });
  return (
    <Card title={t("factorRules")}>
      <p>{t("factorRules.why")}</p>
      <CommandForm form={form} submit={t("factorRules.save")}>
        <RolesField {...form.field("roles")} />
      </CommandForm>
    </Card>
  );
}
