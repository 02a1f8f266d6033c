import { Button } from "./Button.tsx";
import { now } from "./clock.ts";
import { Field, useFieldIds, type FieldProps } from "./Field.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

const clockFormat = new Intl.DateTimeFormat("pl-PL", { timeZone: "Europe/Warsaw", hour: "2-digit", minute: "2-digit" });

export type TimeFieldProps = FieldProps<string> & { quickNow?: boolean };

/** Time of day `HH:MM` in 24 hours, or `""`. */
export function TimeField(props: TimeFieldProps) {
  const t = useMessages(uiMessages);
  const ids = useFieldIds(props);
  return (
    <Field {...props} ids={ids}>
      <span className="input-unit">
        <input
          className="input"
          type="time"
          data-short=""
          id={ids.id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error ? true : undefined}
          aria-required={props.required || undefined}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
        {props.quickNow && (
          <Button disabled={props.disabled} onClick={() => props.onChange(clockFormat.format(now()))}>
            {t("now")}
          </Button>
        )}
      </span>
    </Field>
  );
}
