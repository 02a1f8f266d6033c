import { useQuery } from "@tanstack/react-query";
import { CheckField, ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormLayout, FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { personKeys, personQuery } from "./api.ts";
import { sexes } from "./codes.ts";
import type { PersonFile } from "./contract.ts";
import { DuplicateHints } from "./DuplicateHints.tsx";
import { personMessages } from "./messages.ts";
import { PeselField } from "./PeselField.tsx";

/** A step up the ladder: a name, a PESEL, with the person's knowledge. */
export function IdentifyScreen() {
  const t = useMessages(personMessages);
  const personId = useParam("personId");
  const file = useQuery({ ...personQuery(personId), refetchOnWindowFocus: false });
  return (
    <Page title={t("title.identify")} narrow back={{ to: `/people/${personId}`, label: t("title.file") }}>
      <Loaded query={file}>{(person) => <IdentifyForm person={person} />}</Loaded>
    </Page>
  );
}

function IdentifyForm({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const go = useGo();
  const { fields } = person;
  const form = useCommandForm({
    type: "person.identify",
    messages: t,
    initial: {
      alias: "",
      firstName: fields.firstName ?? "",
      lastName: fields.lastName ?? "",
      sex: (fields.sex ?? "UNKNOWN") as (typeof sexes)[number] | "",
      birthDate: (fields.birthDate ?? "") as string,
      pesel: "",
      peselNeedsChecking: false,
      personKnows: false,
    },
    build: ({ alias, pesel, firstName, lastName, birthDate, sex, ...rest }) => ({
      personId: person.id,
      ...(alias.trim() ? { alias } : {}),
      firstName: firstName.trim() || null,
      lastName: lastName.trim() || null,
      birthDate: birthDate || null,
      ...(sex ? { sex } : {}),
      ...(pesel.trim() ? { pesel } : {}),
      ...rest,
    }),
    check: ({ personKnows }) =>
      personKnows ? [] : [{ path: "personKnows", code: "person.identified_without_knowledge" }],
    invalidates: personKeys(person.id),
    onDone: () => {
      toast({ text: t("saved") });
      go(`/people/${person.id}`);
    },
  });
  const { values } = form;
  return (
    <FormLayout>
      <CommandForm form={form} submit={t("act.identify")}>
        <FormSection question={t("ask.body")}>
          {person.step === "ANONYMOUS" && <TextField label={t("field.alias")} {...form.field("alias")} />}
          <TextField label={t("field.firstName")} {...form.field("firstName")} />
          <TextField label={t("field.lastName")} {...form.field("lastName")} />
          <DateField label={t("field.birthDate")} quick={[]} {...form.field("birthDate")} />
          <ChoiceField
            label={t("field.sex")}
            options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
            {...form.field("sex")}
          />
        </FormSection>
        <FormSection question={t("ask.papers")} hint={t("ask.papersHint")}>
          <PeselField pesel={form.field("pesel")} asOnDocument={form.field("peselNeedsChecking")} />
        </FormSection>
        <DuplicateHints
          typed={{
            personId: person.id,
            pesel: values.pesel || null,
            lastName: values.lastName.trim() || null,
            birthDate: values.birthDate || null,
            alias: null,
          }}
        />
        <FormSection question={t("ask.knowledge")}>
          <CheckField label={t("personKnows")} {...form.field("personKnows")} />
        </FormSection>
      </CommandForm>
    </FormLayout>
  );
}
