import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { PersonPicker } from "../person/api.ts";
import { consultationKeys } from "./api.ts";
import { consultantRoles } from "./codes.ts";
import { counsellingMessages } from "./messages.ts";

/** Puts a person on the list of those who wait for a role. */
export function JoinWaitingForm({ role, onDone }: { role: string; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const form = useCommandForm({
    type: "waiting.join",
    messages: t,
    draft: false,
    initial: { role, personId: "" },
    check: (values) =>
      (["role", "personId"] as const).flatMap((path) => (values[path] ? [] : [{ path, code: "field.required" }])),
    build: (values) => ({ waitingId: uuidv7(), ...values }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("waiting.added") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("waiting.add")}>
      <SelectField
        label={t("slots.role")}
        options={consultantRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.field("role")}
      />
      <PersonPicker label={t("book.person")} {...form.field("personId")} />
      <p className="soft">{t("book.noTopic")}</p>
    </CommandForm>
  );
}
