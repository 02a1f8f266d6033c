import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseloadQuery, employersQuery } from "./api.ts";
import { coachActivities } from "./codes.ts";
import type { WriteCoachLog } from "./contract.ts";
import { employmentMessages } from "./messages.ts";
import { refuseEmployerContact } from "./rules.ts";

/** F-53: one entry of the job coach's log. */
export function WriteLogScreen() {
  const t = useMessages(employmentMessages);
  const go = useGo();
  const [asked] = useUrlFilters({ person: "", employer: "" });
  const people = useQuery(caseloadQuery);
  const employers = useQuery(employersQuery);
  const form = useCommandForm({
    type: "coach-log.write",
    messages: t,
    initial: {
      personId: asked.person,
      employerId: asked.employer,
      activity: "" as WriteCoachLog["activity"] | "", // empty until chosen
      doneOn: today() as string,
      minutes: undefined as number | undefined,
      disclosureAgreed: false,
      note: "",
      nextOn: "",
    },
    check: ({ personId, employerId, activity, doneOn, minutes, disclosureAgreed }) => {
      const contact = refuseEmployerContact({ aboutPerson: Boolean(personId && employerId), disclosureAgreed });
      return [
        ...(personId || employerId ? [] : [{ path: "personId", code: "coach-log.about_nobody" }]),
        ...(activity ? [] : [{ path: "activity", code: "field.required" }]),
        ...(doneOn ? [] : [{ path: "doneOn", code: "field.required" }]),
        ...(minutes ? [] : [{ path: "minutes", code: "field.required" }]),
        ...(contact ? [{ path: "disclosureAgreed", code: contact }] : []),
      ];
    },
    build: ({ personId, employerId, note, nextOn, ...values }) => ({
      ...values,
      logId: uuidv7(),
      personId: personId || null,
      employerId: employerId || null,
      note: note.trim() || null,
      nextOn: nextOn || null,
    }),
    invalidates: [["employment"], ["tasks"], ["timeline"]],
    onDone: () => {
      toast({ text: t("log.saved") });
      go("/employment", { tab: "log" });
    },
  });
  const { personId, employerId } = form.values;
  const cases = new Map((people.data?.people ?? []).map((line) => [line.personId, line.name]));
  return (
    <Page title={t("log.new")} back={{ to: "/employment", label: t("back") }} narrow>
      <CommandForm form={form} submit={t("log.save")}>
        <FormSection question={t("log.about")} hint={t("log.aboutHint")}>
          <SelectField
            label={t("person")}
            options={[...cases].map(([value, label]) => ({ value, label }))}
            {...form.field("personId")}
          />
          <SelectField
            label={t("employer")}
            options={(employers.data?.employers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("employerId")}
          />
          {personId && employerId && <CheckField label={t("log.agreed")} {...form.field("disclosureAgreed")} />}
        </FormSection>
        <FormSection question={t("log.activity")}>
          <SelectField
            label={t("log.activity")}
            required
            options={coachActivities.map((value) => ({ value, label: t(`activity.${value}`) }))}
            {...form.field("activity")}
          />
          <DateField label={t("log.doneOn")} required {...form.field("doneOn")} />
          <NumberField label={t("log.minutes")} required size={5} {...form.field("minutes")} />
          <TextArea label={t("log.note")} maxLength={2000} {...form.field("note")} />
          <DateField label={t("log.nextOn")} quick={[]} {...form.field("nextOn")} />
        </FormSection>
      </CommandForm>
    </Page>
  );
}
