import { useState, type ClipboardEvent } from "react";
import { Button } from "./Button.tsx";
import { today } from "./clock.ts";
import { partsFrom, valueFrom, type DateParts } from "./dateParts.ts";
import { shiftDay } from "./days.ts";
import { FieldGroup, useFieldIds, type FieldProps } from "./Field.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

export type DateFieldProps = FieldProps<string> & {
  /** Also takes `1985-03` and `1985`. */
  partial?: boolean;
  /** Quick buttons; "today" and "yesterday" by default, none for birth dates. */
  quick?: readonly ("today" | "yesterday" | "tomorrow")[];
};

const QUICK_DAYS = { yesterday: -1, today: 0, tomorrow: 1 };

/**
 * A day in three parts, typed as people say it. The value is `YYYY-MM-DD`, or `""` while nothing or no existing day is
 * typed; then a sentence stands at the field. A pasted "15.03.1985" falls into its parts.
 */
export function DateField(props: DateFieldProps) {
  const t = useMessages(uiMessages);
  const { partial = false, quick = partial ? [] : ["today", "yesterday"] } = props;
  const [parts, setParts] = useState<DateParts>(() => partsFrom(props.value));
  const [left, setLeft] = useState(false);
  const meant = valueFrom(parts, partial);
  // the form was reset or prefilled from outside
  const [seen, setSeen] = useState(props.value);
  if (seen !== props.value) {
    setSeen(props.value);
    if (props.value !== (meant ?? "")) setParts(partsFrom(props.value));
  }
  const ownError = left && meant === undefined ? t("field.bad_date") : undefined;
  const error = props.error ?? ownError;
  const ids = useFieldIds({ ...props, error });

  const put = (next: DateParts) => {
    setParts(next);
    const value = valueFrom(next, partial) ?? "";
    setSeen(value);
    if (value !== props.value) props.onChange(value);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text").trim();
    const polish = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(text);
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!polish && !iso) return;
    event.preventDefault();
    put(polish ? { day: polish[1] ?? "", month: polish[2] ?? "", year: polish[3] ?? "" } : partsFrom(text));
  };

  const part = (name: keyof DateParts, digits: number) => (
    <label className="date-part" data-part={name}>
      <span>{t(name)}</span>
      <input
        className="input"
        id={name === "day" ? `${ids.id}-day` : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={digits}
        disabled={props.disabled}
        aria-invalid={error ? true : undefined}
        value={parts[name]}
        onPaste={paste}
        onChange={(event) => put({ ...parts, [name]: event.currentTarget.value.replace(/[^\d]/g, "") })}
      />
    </label>
  );

  return (
    <FieldGroup {...props} error={error} ids={ids}>
      <div
        className="date-parts"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true);
        }}
      >
        {part("day", 2)}
        {part("month", 2)}
        {part("year", 4)}
        {quick.length > 0 && (
          <div className="date-quick">
            {quick.map((word) => {
              const day = shiftDay(today(), QUICK_DAYS[word]);
              return (
                <Button
                  key={word}
                  disabled={props.disabled}
                  pressed={props.value === day}
                  onClick={() => put(partsFrom(day))}
                >
                  {t(word)}
                </Button>
              );
            })}
          </div>
        )}
      </div>
    </FieldGroup>
  );
}
