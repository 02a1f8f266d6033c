import { useId, type ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./field.css";

/** What every field takes. `onChange` gets the value, never an event. `form.field("name")` of useCommandForm fits. */
export type FieldProps<T> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  id?: string;
  name?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Compulsory is rare: it adds the word "wymagane" and aria-required, it never blocks on its own. */
  required?: boolean;
  disabled?: boolean;
};

export type FieldIds = { id: string; describedBy: string | undefined; hintId: string; errorId: string };

export function useFieldIds(props: { id?: string; hint?: ReactNode; error?: string | undefined }): FieldIds {
  const made = useId();
  const id = props.id ?? made;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [props.error && errorId, props.hint && hintId].filter(Boolean).join(" ") || undefined;
  return { id, describedBy, hintId, errorId };
}

function Required() {
  const t = useMessages(uiMessages);
  return <span className="field-required"> ({t("required")})</span>;
}

type FrameProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  ids: FieldIds;
  children: ReactNode;
};

function FieldError({ ids, error }: { ids: FieldIds; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p className="field-error" id={ids.errorId}>
      <Icon name="stop" />
      <span>{error}</span>
    </p>
  );
}

/** Label, hint, error around one control. */
export function Field({ label, hint, error, required, ids, children }: FrameProps) {
  return (
    <div className="field" data-error={error ? "" : undefined}>
      <label className="field-label" htmlFor={ids.id}>
        {label}
        {required && <Required />}
      </label>
      {hint && (
        <p className="field-hint" id={ids.hintId}>
          {hint}
        </p>
      )}
      <FieldError ids={ids} error={error} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question (choices, a date in three parts). */
export function FieldGroup(props: FrameProps & { radio?: boolean }) {
  const { label, hint, error, required, ids, radio = false, children } = props;
  return (
    <div
      className="field"
      role={radio ? "radiogroup" : "group"}
      id={ids.id}
      tabIndex={-1}
      aria-labelledby={`${ids.id}-label`}
      aria-describedby={ids.describedBy}
      aria-invalid={radio && error ? true : undefined}
      aria-required={radio && required ? true : undefined}
      data-error={error ? "" : undefined}
    >
      <div className="field-label" id={`${ids.id}-label`}>
        {label}
        {required && <Required />}
      </div>
      {hint && (
        <p className="field-hint" id={ids.hintId}>
          {hint}
        </p>
      )}
      <FieldError ids={ids} error={error} />
      {children}
    </div>
  );
}
