import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { FormLayout, MissingList } from "../../platform/ui/FormLayout.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { fieldsFor } from "./access.ts";
import { unitsQuery } from "./api.ts";
import { DuplicateHints } from "./DuplicateHints.tsx";
import { personMessages } from "./messages.ts";
import { PersonFieldset } from "./PersonFieldset.tsx";
import { PeselField } from "./PeselField.tsx";
import { changesOf, emptyPerson, fieldGroups, fieldPaths } from "./personForm.ts";

/** A new record: four fields for the street, the rest folded until it is asked for. */
export function NewPersonScreen() {
  const t = useMessages(personMessages);
  const units = useQuery(unitsQuery);
  return (
    <Page title={t("title.new")} narrow back={{ to: "/people", label: t("title.people") }}>
      <Loaded query={units}>{(answer) => <NewPersonForm units={answer.units} />}</Loaded>
    </Page>
  );
}

function NewPersonForm({ units }: { units: readonly { id: string; name: string }[] }) {
  const t = useMessages(personMessages);
  const go = useGo();
  const [personId] = useState(uuidv7);
  const street = useHasRole("OUTREACH_WORKER", "OUTREACH_COORDINATOR", "SHELTER_WORKER");
  const { write } = fieldsFor(street ? "CORE" : "FULL", false);
  const form = useCommandForm({
    type: "person.record",
    messages: t,
    initial: { ...emptyPerson, unitId: units[0]?.id ?? "", pesel: "", peselNeedsChecking: false },
    build: ({ unitId, pesel, peselNeedsChecking, ...values }) => ({
      personId,
      unitId,
      fields: changesOf(values, emptyPerson),
      pesel: pesel.trim() || null,
      peselNeedsChecking,
    }),
    paths: fieldPaths,
    invalidates: [["people"]],
    onDone: () => {
      toast({ text: t("saved.person") });
      go(`/people/${personId}`);
    },
  });
  const { values } = form;
  const named = values.alias || values.firstName || values.lastName;
  const missing = named ? [] : [{ text: t("missing.alias") }];
  // beside what is typed most: name and birth date above, the PESEL below
  const hints = (
    <DuplicateHints
      typed={{
        pesel: values.pesel || null,
        lastName: values.lastName.trim() || null,
        birthDate: values.birthDate || null,
        alias: values.alias.trim() || null,
      }}
    />
  );
  return (
    <FormLayout>
      <CommandForm form={form} submit={t("act.record")} end={<MissingList items={missing} />}>
        {units.length > 1 && (
          <ChoiceField
            label={t("unit")}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("unitId")}
          />
        )}
        {fieldGroups.map((group, at) => (
          <Fragment key={group.ask}>
            {at === 2 && hints}
            <PersonFieldset group={group} form={form} allowed={(field) => write.includes(field)}>
              {group.ask === "ask.papers" && (
                <PeselField pesel={form.field("pesel")} asOnDocument={form.field("peselNeedsChecking")} />
              )}
            </PersonFieldset>
          </Fragment>
        ))}
      </CommandForm>
    </FormLayout>
  );
}
