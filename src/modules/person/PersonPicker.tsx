import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import type { FieldProps } from "../../platform/ui/Field.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { PersonHit } from "./contract.ts";
import { isSearch, usePeopleSearch } from "./peopleSearch.ts";
import { pickerMessages } from "./pickerMessages.ts";

/** Finds one person by what is known and keeps the id. What was chosen stays in the list while another is looked for. */
export function PersonPicker(props: FieldProps<string>) {
  const t = useMessages(pickerMessages);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<PersonHit>();
  const found = usePeopleSearch(typed, 8);
  const hits = isSearch(typed) ? (found.data?.people ?? []) : [];
  const listed = chosen && !hits.some((hit) => hit.id === chosen.id) ? [chosen, ...hits] : hits;
  return (
    <>
      <TextField label={t("search")} hint={t("searchHint")} type="search" value={typed} onChange={setTyped} />
      {isSearch(typed) && found.data?.people.length === 0 && <p role="status">{t("notFound")}</p>}
      {(listed.length > 0 || props.error) && (
        <ChoiceField
          {...props}
          stacked
          options={listed.map((hit) => ({ value: hit.id, label: hit.name, hint: hintOf(hit, t) }))}
          onChange={(id) => {
            setChosen(listed.find((hit) => hit.id === id));
            props.onChange(id);
          }}
        />
      )}
    </>
  );
}

/** Number, alias and year of birth, as far as the searcher may see them. */
export function hintOf(hit: PersonHit, t: ReturnType<typeof useMessages<typeof pickerMessages>>): string {
  const alias = hit.alias && hit.alias !== hit.name ? `„${hit.alias}”` : null;
  const born = hit.birthYear ? t("born", { year: String(hit.birthYear) }) : null;
  return [`#${hit.personNo}`, alias, born].filter(Boolean).join(" · ");
}
