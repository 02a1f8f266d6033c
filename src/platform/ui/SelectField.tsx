import { Field, type FieldProps, useFieldIds } from "./Field.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

export type Option<T extends string = string> = { value: T; label: string; hint?: string; disabled?: boolean };

export type SelectFieldProps<T extends string> = FieldProps<T | ""> & {
  options: readonly Option<T>[];
  /** Words of the empty choice; "wybierz" by default, `false` when there is always a value. */
  empty?: string | false;
};

/** The browser's own select: best on phones. Up to 5 values are better as ChoiceField. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const t = useMessages(uiMessages);
  const ids = useFieldIds(props);
  const { empty = `– ${t("choose")} –` } = props;
  return (
    <Field {...props} ids={ids}>
      <select
        autoComplete="off"
        className="input select"
        id={ids.id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error ? true : undefined}
        aria-required={props.required || undefined}
        value={props.value}
        onChange={(event) => {
          const text = event.currentTarget.value;
          props.onChange(props.options.find((option) => option.value === text)?.value ?? "");
        }}
      >
        {empty !== false && <option value="">{empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
