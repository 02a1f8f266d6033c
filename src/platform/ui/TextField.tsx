import type { HTMLInputTypeAttribute } from "react";
import { Field, type FieldProps, useFieldIds } from "./Field.tsx";

export type TextFieldProps = FieldProps<string> & {
  type?: Extract<HTMLInputTypeAttribute, "text" | "password" | "email" | "tel" | "search">;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email";
  autoComplete?: string;
  maxLength?: number;
  /** Width in characters for short things (postcode, PESEL); full width without it. */
  size?: number;
  autoFocus?: boolean;
  placeholder?: never;
};

export function TextField(props: TextFieldProps) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} ids={ids}>
      <input
        className="input"
        id={ids.id}
        name={props.name}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? "off"}
        autoFocus={props.autoFocus}
        maxLength={props.maxLength}
        size={props.size}
        data-short={props.size ? "" : undefined}
        disabled={props.disabled}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error ? true : undefined}
        aria-required={props.required || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

export type TextAreaProps = FieldProps<string> & { rows?: number; maxLength?: number };

/** Grows with the text. */
export function TextArea(props: TextAreaProps) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} ids={ids}>
      <textarea
        autoComplete="off" // else browsers write what is typed into their session on disk, in clear
        className="input textarea"
        id={ids.id}
        name={props.name}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        disabled={props.disabled}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error ? true : undefined}
        aria-required={props.required || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
