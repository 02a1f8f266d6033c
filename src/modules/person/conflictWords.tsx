import { useState } from "react";
import { translate } from "../../platform/messages.ts";
import type { ConflictWords } from "../conflict/api.ts";
import type { FieldName } from "./contract.ts";
import { fieldText } from "./fieldText.ts";
import { personMessages } from "./messages.ts";
import { PersonField } from "./PersonFieldset.tsx";
import { type PersonValues, valuesOf, wireOf } from "./personForm.ts";

/** A person's fields in a conflict, as the file says and asks for them. */
export const personConflictWords: ConflictWords = {
  recordType: "person",
  label: (field, lang) => translate(personMessages, lang).maybe(`field.${field}`) ?? field,
  text: (field, value, lang) => fieldText(translate(personMessages, lang), field, value),
  path: (recordId) => `/people/${recordId}`,
  Editor({ field, value, onChange }) {
    const name = field as FieldName; // the server knows the same list
    const [values, setValues] = useState<PersonValues>(() => valuesOf({ [name]: value }));
    const set = (next: PersonValues) => {
      setValues(next);
      onChange(wireOf(name, next[name]));
    };
    return (
      <PersonField
        name={name}
        form={{
          values,
          field: (of) => ({
            id: `conflict-${of}`,
            name: of,
            value: values[of],
            onChange: (given) => set({ ...values, [of]: given }),
            error: undefined,
          }),
        }}
      />
    );
  },
};
