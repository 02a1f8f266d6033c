import { useRef } from "react";
import { Button, IconButton } from "./Button.tsx";
import { Field, useFieldIds, type FieldProps } from "./Field.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

export type FileFieldProps = FieldProps<readonly File[]> & {
  /** e.g. "application/pdf,image/jpeg"; the server looks at the content anyway. */
  accept?: string;
  multiple?: boolean;
};

const size = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 1 });

export function FileField(props: FileFieldProps) {
  const t = useMessages(uiMessages);
  const ids = useFieldIds(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field {...props} ids={ids}>
      <input
        ref={input}
        className="visually-hidden file-input"
        type="file"
        tabIndex={-1}
        id={ids.id}
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error ? true : undefined}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (chosen.length > 0) props.onChange(props.multiple ? [...props.value, ...chosen] : chosen.slice(0, 1));
        }}
      />
      <div className="cluster">
        <Button
          icon="file"
          disabled={props.disabled}
          label={`${t("chooseFile")}: ${props.label}`}
          onClick={() => input.current?.click()}
        >
          {t("chooseFile")}
        </Button>
      </div>
      {props.value.length > 0 && (
        <ul className="files" role="list">
          {props.value.map((file, at) => (
            <li key={`${file.name}-${at}`}>
              <span>
                {file.name} <span className="soft">{size.format(file.size / 1024)} kB</span>
              </span>
              <IconButton
                icon="cross"
                label={t("removeFile", { name: file.name })}
                onClick={() => props.onChange(props.value.filter((_, other) => other !== at))}
              />
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
