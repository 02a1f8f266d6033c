import { FieldGroup, useFieldIds, type FieldProps } from "./Field.tsx";
import type { Option } from "./SelectField.tsx";

export type ChoiceFieldProps<T extends string> = FieldProps<T | ""> & {
  options: readonly Option<T>[];
  /** One below another, with room for hints; side by side without it. */
  stacked?: boolean;
};

/** One of a few, as big buttons. Radio underneath: arrows move, the group is one tab stop. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const ids = useFieldIds(props);
  return (
    <FieldGroup {...props} ids={ids} radio>
      <div className={props.stacked ? "choices choices-stacked" : "choices"}>
        {props.options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={ids.id}
              value={option.value}
              checked={props.value === option.value}
              disabled={props.disabled || option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            <span className="choice-text">
              {option.label}
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export type MultiChoiceProps<T extends string> = FieldProps<readonly T[]> & {
  options: readonly Option<T>[];
  stacked?: boolean;
};

/** Any number of a few, as big chips. The value keeps the order of `options`. */
export function MultiChoice<T extends string>(props: MultiChoiceProps<T>) {
  const ids = useFieldIds(props);
  const toggle = (value: T) => {
    const chosen = new Set(props.value);
    if (!chosen.delete(value)) chosen.add(value);
    props.onChange(props.options.map((option) => option.value).filter((each) => chosen.has(each)));
  };
  return (
    <FieldGroup {...props} ids={ids}>
      <div className={props.stacked ? "choices choices-stacked" : "choices"}>
        {props.options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              name={props.name}
              value={option.value}
              checked={props.value.includes(option.value)}
              disabled={props.disabled || option.disabled}
              onChange={() => toggle(option.value)}
            />
            <span className="choice-text">
              {option.label}
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export type CheckFieldProps = Omit<FieldProps<boolean>, "hint"> & { hint?: string };

/** A single statement to confirm. */
export function CheckField(props: CheckFieldProps) {
  const ids = useFieldIds(props);
  return (
    <div className="field" data-error={props.error ? "" : undefined}>
      {props.error && (
        <p className="field-error" id={ids.errorId}>
          {props.error}
        </p>
      )}
      <label className="choice choice-single">
        <input
          type="checkbox"
          id={ids.id}
          name={props.name}
          checked={props.value}
          disabled={props.disabled}
          aria-describedby={props.error ? ids.errorId : undefined}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span className="choice-text">
          {props.label}
          {props.hint && <span className="choice-hint">{props.hint}</span>}
        </span>
      </label>
    </div>
  );
}
