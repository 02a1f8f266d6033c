import { useState, type ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./form.css";

/** A column of questions. `aside` stands beside it on wide screens (facts one needs while answering). */
export function FormLayout({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={aside ? "form-layout form-layout-aside" : "form-layout"}>
      <div className="form-column">{children}</div>
      {aside && <aside className="form-aside">{aside}</aside>}
    </div>
  );
}

export type FormSectionProps = {
  /** A question, e.g. "Gdzie i kiedy?". */
  question: string;
  hint?: string;
  /** Folded until asked for; the heading stays visible. */
  optional?: boolean;
  /** Keeps an optional section open, e.g. when it has an error or a value. */
  open?: boolean;
  /** The fields of an optional section are made when it is opened first: a long form is there at once on a slow phone. */
  lazy?: boolean;
  /** As a function they are not even described until then. */
  children: ReactNode | (() => ReactNode);
};

export function FormSection({ question, hint, optional = false, open, lazy = false, children }: FormSectionProps) {
  const t = useMessages(uiMessages);
  const [wasOpen, setWasOpen] = useState(!lazy);
  const fields = () => (typeof children === "function" ? children() : children);
  if (!optional) {
    return (
      <section className="form-section">
        <h2>{question}</h2>
        {hint && <p className="soft">{hint}</p>}
        {fields()}
      </section>
    );
  }
  return (
    <details
      className="form-section form-optional"
      open={open || undefined}
      onToggle={(event) => event.currentTarget.open && setWasOpen(true)}
    >
      <summary>
        <Icon name="right" />
        <span>
          <h2>{question}</h2>
          <span className="soft small">{hint ?? t("fillLater")}</span>
        </span>
      </summary>
      <div className="form-section-body">{(wasOpen || open) && fields()}</div>
    </details>
  );
}

/** Buttons at the end of a form; they stay in the thumb zone on a phone. */
export function FormActions({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="form-actions">
      <div className="cluster">{children}</div>
      {note && (
        <p className="soft small" role="status">
          {note}
        </p>
      )}
    </div>
  );
}

/** What is asked for and not there yet. Told at the end, quietly: it never blocks a save. */
export function MissingList({ items }: { items: readonly { id?: string; text: string }[] }) {
  const t = useMessages(uiMessages);
  if (items.length === 0) return null;
  return (
    <section className="missing">
      <h2>{t("missing.title")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.text}>{item.text}</li>
        ))}
      </ul>
    </section>
  );
}
