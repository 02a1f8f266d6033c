import { Link } from "@tanstack/react-router";
import type { ReactNode, Ref } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { readSentence } from "./problemText.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import { useSavedFile } from "./useSavedFile.ts";
import "./button.css";

/** `main` once per screen; `quiet` for the rest; `plain` inside lists; `danger` for what cannot be undone. */
export type ButtonKind = "main" | "quiet" | "plain" | "danger";

export type ButtonProps = {
  children: ReactNode;
  onClick?: () => void;
  kind?: ButtonKind;
  type?: "button" | "submit";
  icon?: IconName;
  /** What is being done now, e.g. "Zapisuję…"; the button then takes no second press. */
  busy?: string | false;
  disabled?: boolean;
  wide?: boolean;
  /** Only when the visible words are not enough on their own. */
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  controls?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { children, kind = "quiet", type = "button", icon, busy = false, wide = false } = props;
  return (
    <button
      ref={props.ref}
      type={type}
      className={classes("button", `button-${kind}`, wide && "button-wide")}
      disabled={props.disabled}
      aria-disabled={busy ? true : undefined}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{busy || children}</span>
    </button>
  );
}

export type IconButtonProps = {
  icon: IconName;
  label: string;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
  expanded?: boolean;
};

/** A square button whose word is read aloud and shown as a tip. Only for acts everyone knows (close, back, remove). */
export function IconButton({ icon, label, onClick, ref, expanded }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="button button-plain button-icon"
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

export type LinkProps = {
  /** Path with `$names` already filled in; codes only, never names or free text. */
  to: string;
  search?: Record<string, string>;
  children: ReactNode;
  onClick?: () => void;
};

/** A link inside the product. Outside addresses and files use a plain `<a>`. */
export function AppLink({ to, search, children, onClick }: LinkProps) {
  return (
    <Link to={to} search={search ?? {}} onClick={onClick}>
      {children}
    </Link>
  );
}

export function LinkButton(props: LinkProps & { kind?: ButtonKind; icon?: IconName; wide?: boolean }) {
  const { to, search, kind = "quiet", icon, wide = false, children } = props;
  return (
    <Link
      to={to}
      search={search ?? {}}
      className={classes("button", `button-${kind}`, wide && "button-wide")}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}

/** Further versions of a print, behind one press: the acts of a screen stand before its papers, also on a phone. */
export function OtherPrints({ children }: { children: ReactNode }) {
  const t = useMessages(uiMessages);
  return (
    <details className="other-prints">
      <summary className="button button-quiet">
        <Icon name="print" />
        <span>{t("otherPrints")}</span>
      </summary>
      <div className="cluster">{children}</div>
    </details>
  );
}

/** A file the server makes (PDF, XLSX): while it is made the link says so, and why there is none stands beside it. */
export function DownloadLink({
  href,
  children,
  icon = "download",
}: {
  href: string;
  children: ReactNode;
  icon?: IconName;
}) {
  const t = useMessages(uiMessages);
  const { busy, failure, save } = useSavedFile(href);
  return (
    <>
      <a className="button button-quiet" href={href} download aria-disabled={busy || undefined} onClick={save}>
        <Icon name={icon} />
        <span>{busy ? t("download.making") : children}</span>
      </a>
      {failure !== undefined && (
        <p role="alert" className="download-failure">
          {readSentence(failure, t)}
        </p>
      )}
    </>
  );
}

type BackLinkProps = { to: string; search?: Record<string, string> | undefined; children?: ReactNode };

export function BackLink({ to, search, children }: BackLinkProps) {
  const t = useMessages(uiMessages);
  return (
    <Link to={to} search={search ?? {}} className="back-link">
      <Icon name="left" />
      <span>{children ?? t("back")}</span>
    </Link>
  );
}
