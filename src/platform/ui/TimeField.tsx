import { useState } from "react";
import { Button } from "./Button.tsx";
import { now } from "./clock.ts";
import { Field, type FieldProps, useFieldIds } from "./Field.tsx";
import { formatClock } from "./format.ts";
import { readClock } from "./numbers.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

export type TimeFieldProps = FieldProps<string> & { quickNow?: boolean };

/**
 * Time of day `HH:MM` in 24 hours, or `""`. Takes "18:20", "18.20", "1820" and "9". Not the browser's own time input:
 * it shows 06:20 PM where the browser speaks English.
 */
export function TimeField(props: TimeFieldProps) {
  const t = useMessages(uiMessages);
  const [text, setText] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  const [left, setLeft] = useState(false);
  if (seen !== props.value) {
    setSeen(props.value);
    if (props.value !== readClock(text)) setText(props.value);
  }
  const meant = text.trim() === "" ? "" : readClock(text);
  const error = props.error ?? (left && meant === undefined ? t("field.bad_time") : undefined);
  const ids = useFieldIds({ ...props, error });
  const put = (next: string) => {
    setText(next);
    const value = readClock(next) ?? "";
    setSeen(value);
    if (value !== props.value) props.onChange(value);
  };
  return (
    <Field {...props} error={error} ids={ids}>
      <span className="input-unit">
        <input
          className="input"
          inputMode="numeric"
          autoComplete="off"
          size={6}
          maxLength={5}
          data-short=""
          id={ids.id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
          aria-required={props.required || undefined}
          value={text}
          onBlur={() => {
            setLeft(true);
            if (meant) setText(meant);
          }}
          onChange={(event) => put(event.currentTarget.value)}
        />
        {props.quickNow && (
          <Button disabled={props.disabled} onClick={() => put(formatClock(now().toISOString(), "pl"))}>
            {t("now")}
          </Button>
        )}
      </span>
    </Field>
  );
}
