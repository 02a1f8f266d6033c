import { useState } from "react";
import type { ConflictEditor } from "../conflict/api.ts";
import type { FieldName } from "./contract.ts";
import { PersonField } from "./PersonFieldset.tsx";
import { type PersonValues, valuesOf, wireOf } from "./personForm.ts";

/** One field of a file, asked for as the file does. */
export const ConflictField: ConflictEditor = ({ field, value, onChange }) => {
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
};
