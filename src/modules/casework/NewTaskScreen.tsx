import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { caseworkAccess } from "./access.ts";
import { caseworkMessages } from "./messages.ts";
import { PersonPicker } from "../person/api.ts";

/** `?person=<id>` comes from a person's page and is not asked again. */
export function NewTaskScreen() {
  const t = useMessages(caseworkMessages);
  const go = useGo();
  const me = useSession().account.id;
  const [{ person }] = useUrlFilters({ person: "" });
  const colleagues = useQuery(colleaguesQuery);
  const taskId = useMemo(() => uuidv7(), []);
  const back = person ? `/people/${person}` : "/tasks";
  const form = useCommandForm({
    type: "task.add",
    messages: t,
    initial: { personId: person, text: "", dueOn: "", ownerId: "" },
    build: ({ personId, text, dueOn, ownerId }) => ({
      taskId,
      personId,
      text: text.trim(),
      dueOn: dueOn || null,
      ownerId: ownerId || null,
    }),
    check: ({ personId, text }) => [
      ...(personId ? [] : [{ path: "personId", code: "task.person_missing" }]),
      ...(text.trim() ? [] : [{ path: "text", code: "task.text_missing" }]),
    ],
    invalidates: [["tasks"], ["caseload"], ["timeline"]],
    onDone: () => {
      toast({ text: t("task.added") });
      go(back);
    },
  });
  const others = colleaguesWho(colleagues.data?.colleagues, caseworkAccess["task.read"]).filter(({ id }) => id !== me);
  return (
    <Page title={t("tasks.add")} back={{ to: back, label: t(person ? "history.title" : "tasks.title") }} narrow>
      <CommandForm form={form} submit={t("task.save")}>
        {!person && (
          <FormSection question={t("task.who")}>
            <PersonPicker label={t("task.person")} required {...form.field("personId")} />
          </FormSection>
        )}
        <FormSection question={t("task.what")}>
          <TextArea
            label={t("task.column")}
            hint={t("task.whatHint")}
            maxLength={500}
            required
            {...form.field("text")}
          />
        </FormSection>
        <FormSection question={t("task.when")}>
          <DateField label={t("tasks.when")} quick={["today", "tomorrow"]} {...form.field("dueOn")} />
          <SelectField
            label={t("task.owner")}
            empty={t("task.me")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("ownerId")}
          />
        </FormSection>
      </CommandForm>
    </Page>
  );
}
