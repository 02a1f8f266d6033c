import { useEffect, useRef, useState, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./notices.css";

type NoticeTone = "info" | "due" | "danger" | "confirmed";
const ICONS: Record<NoticeTone, IconName> = { info: "info", due: "warning", danger: "stop", confirmed: "check" };

export type NoticeProps = { tone?: NoticeTone; title?: ReactNode; children?: ReactNode; actions?: ReactNode };

/** A quiet box with an icon; `due` means "needs you", `danger` means refusal or danger. */
export function Notice({ tone = "info", title, children, actions }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone}>
      <Icon name={ICONS[tone]} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="cluster">{actions}</div>}
      </div>
    </div>
  );
}

export type FormErrorLine = { id: string; text: string };

/** Above a form: takes the focus when it appears or changes, every line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FormErrorLine[] }) {
  const t = useMessages(uiMessages);
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    setLabels(Object.fromEntries(errors.map((error) => [error.id, labelOf(error.id)])));
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="notice" data-tone="danger" role="alert" tabIndex={-1} ref={box}>
      <Icon name="stop" />
      <div className="notice-body">
        <p className="notice-title">{t("errors.title", { count: errors.length })}</p>
        <ul className="error-links">
          {errors.map((error) => (
            <li key={error.id + error.text}>
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(error.id);
                }}
              >
                {labels[error.id] && <strong>{labels[error.id]}: </strong>}
                {error.text}
              </a>
            </li>
          ))}
        </ul>
        <p className="soft small">{t("errors.kept")}</p>
      </div>
    </div>
  );
}

/** The words of the field, as the person sees them. */
function labelOf(id: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? document.getElementById(`${id}-label`);
  return label?.firstChild?.textContent?.replace(/[:?]\s*$/, "") ?? "";
}

/** Puts the focus in the field, or in the first control of a group; opens a folded section around it. */
function focusField(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  target.closest("details")?.setAttribute("open", "");
  const control = target.matches("input, select, textarea, button")
    ? target
    : (target.querySelector<HTMLElement>("input:not(:disabled), select, textarea") ?? target);
  control.focus();
  control.scrollIntoView({ block: "center" });
}

export type RefusalNoticeProps = {
  /** Each rule in one sentence. */
  texts: readonly string[];
  /** Where the rule comes from, e.g. "art. 49 ust. 5 ustawy o pomocy społecznej"; small type. */
  source?: string | undefined;
  /** What can be done instead. */
  actions?: ReactNode;
  /** False where it stands from the beginning and is not an answer to an act. */
  takesFocus?: boolean;
};

export function RefusalNotice({ texts, source, actions, takesFocus = true }: RefusalNoticeProps) {
  const t = useMessages(uiMessages);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus && texts.length > 0) box.current?.focus();
  }, [texts, takesFocus]);
  return (
    <div className="notice" data-tone="danger" role="alert" tabIndex={-1} ref={box}>
      <Icon name="stop" />
      <div className="notice-body">
        <p className="notice-title">{t("problem.refusedTitle")}</p>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {source && <p className="soft small">{t("problem.source", { source })}</p>}
        {actions && <div className="cluster">{actions}</div>}
      </div>
    </div>
  );
}
