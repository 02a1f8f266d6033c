import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { ConflictLines } from "../../platform/ui/ConflictLines.tsx";
import { FormLayout } from "../../platform/ui/FormLayout.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { fieldsFor } from "./access.ts";
import { personKeys, personQuery } from "./api.ts";
import type { FieldName, PersonFile } from "./contract.ts";
import { fieldText } from "./fieldText.ts";
import { personMessages } from "./messages.ts";
import { PersonFieldset } from "./PersonFieldset.tsx";
import { changesOf, fieldGroups, fieldPaths, isOfLadder, type PersonValues, valuesOf } from "./personForm.ts";

/** Edits the fields of a file; only what was changed is sent. */
export function EditPersonScreen() {
  const t = useMessages(personMessages);
  const personId = useParam("personId");
  const file = useQuery({ ...personQuery(personId), refetchOnWindowFocus: false });
  return (
    <Page title={t("title.edit")} narrow back={{ to: `/people/${personId}`, label: t("title.file") }}>
      <Loaded query={file}>{(person) => <EditForm person={person} onReload={() => void file.refetch()} />}</Loaded>
    </Page>
  );
}

function EditForm({ person, onReload }: { person: PersonFile; onReload: () => void }) {
  const t = useMessages(personMessages);
  const go = useGo();
  // what the person saw when they began; a later read changes the base, not what was typed
  const [before] = useState(() => valuesOf(person.fields));
  const form = useCommandForm({
    type: "person.change",
    messages: t,
    initial: before,
    base: person.version,
    build: (values: PersonValues) => ({ personId: person.id, fields: changesOf(values, before) }),
    paths: fieldPaths,
    invalidates: personKeys(person.id),
    onDone: () => {
      toast({ text: t("saved") });
      go(`/people/${person.id}`);
    },
  });
  const write = fieldsFor(person.level, false).write;
  const allowed = (field: FieldName) =>
    field in person.fields && write.includes(field) && !isOfLadder(field, person.step);
  return (
    <FormLayout>
      <CommandForm form={form} submit={t("act.save")} onReload={onReload}>
        <ConflictLines
          form={form}
          label={(field) => t.maybe(`field.${field}`) ?? field}
          text={(field, value) => fieldText(t, field, value)}
        />
        {fieldGroups.map((group) => (
          <PersonFieldset key={group.ask} group={group} form={form} allowed={allowed} />
        ))}
      </CommandForm>
    </FormLayout>
  );
}
