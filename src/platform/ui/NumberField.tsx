import { useState } from "react";
import { Field, useFieldIds, type FieldProps } from "./Field.tsx";
import { formatGrosze, readDecimal, readGrosze } from "./numbers.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

type PlainNumberProps = FieldProps<number | undefined> & { unit?: string; size?: number };

type Reading = {
  read: (text: string) => number | undefined;
  write: (value: number) => string;
  mode: "numeric" | "decimal";
};

function useNumberText(props: PlainNumberProps, { read, write }: Reading) {
  const [text, setText] = useState(() => (props.value === undefined ? "" : write(props.value)));
  const [seen, setSeen] = useState(props.value);
  if (seen !== props.value) {
    setSeen(props.value);
    if (read(text) !== props.value) setText(props.value === undefined ? "" : write(props.value));
  }
  const put = (next: string) => {
    setText(next);
    const value = read(next);
    setSeen(value);
    if (value !== props.value) props.onChange(value);
  };
  return { text, put, unreadable: text.trim() !== "" && read(text) === undefined };
}

function NumberInput({ reading, ...props }: PlainNumberProps & { reading: Reading }) {
  const t = useMessages(uiMessages);
  const { text, put, unreadable } = useNumberText(props, reading);
  const [left, setLeft] = useState(false);
  const error = props.error ?? (left && unreadable ? t("field.invalid") : undefined);
  const ids = useFieldIds({ ...props, error });
  return (
    <Field {...props} error={error} ids={ids}>
      <span className="input-unit">
        <input
          className="input input-number"
          id={ids.id}
          name={props.name}
          inputMode={reading.mode}
          autoComplete="off"
          size={props.size ?? 8}
          data-short=""
          disabled={props.disabled}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
          aria-required={props.required || undefined}
          value={text}
          onBlur={() => setLeft(true)}
          onChange={(event) => put(event.currentTarget.value)}
        />
        {props.unit && <span className="soft">{props.unit}</span>}
      </span>
    </Field>
  );
}

export type NumberFieldProps = PlainNumberProps & {
  /** Digits after the comma; 0 by default. Comma and dot are both understood. */
  decimals?: number;
};

/** `undefined` while empty or not a number. Never the browser's number input: it drops what it does not understand. */
export function NumberField({ decimals = 0, ...props }: NumberFieldProps) {
  return (
    <NumberInput
      {...props}
      reading={{
        read: (text) => readDecimal(text, decimals),
        write: (value) => String(value).replace(".", ","),
        mode: decimals ? "decimal" : "numeric",
      }}
    />
  );
}

/** Money in whole grosze: "1 234,50" is 123450. */
export function MoneyField(props: PlainNumberProps) {
  const t = useMessages(uiMessages);
  return (
    <NumberInput unit={t("zloty")} {...props} reading={{ read: readGrosze, write: formatGrosze, mode: "decimal" }} />
  );
}
