import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./overlay.css";

type Shape = "dialog" | "panel" | "cover";

export type DialogProps = {
  open: boolean;
  title: string;
  /** Absent: the dialog cannot be dismissed (sign-in over the page). */
  onClose?: () => void;
  children: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
};

/** What is to be done comes first, not the cross that closes. */
function firstPlaceOf(dialog: HTMLDialogElement): HTMLElement | null {
  const field = ":is(input, select, textarea):not(:disabled, [type=hidden])";
  const other = ".overlay-content :is(a, button:not(:disabled)), .overlay-actions button:not(:disabled)";
  return dialog.querySelector<HTMLElement>(`.overlay-content ${field}`) ?? dialog.querySelector<HTMLElement>(other);
}

/** The browser's own dialog: what lies behind is inert, Escape closes, the focus returns where it was. */
function Overlay({ open, title, onClose, children, actions, wide, shape }: DialogProps & { shape: Shape }) {
  const t = useMessages(uiMessages);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      firstPlaceOf(dialog)?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      className={classes("overlay", `overlay-${shape}`, wide && "overlay-wide")}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // a second Escape in a row closes in spite of onCancel: open again what must stay
        if (open && !onClose) box.current?.showModal();
        else if (open) onClose?.();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose?.();
      }}
    >
      {open && (
        <div className="overlay-body">
          <div className="overlay-head">
            <h2 id={titleId}>{title}</h2>
            {onClose && <IconButton icon="cross" label={t("close")} onClick={onClose} />}
          </div>
          <div className="overlay-content">{children}</div>
          {actions && <div className="overlay-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

/** One question or one short form. */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} shape="dialog" />;
}

/** A second thing beside the page instead of a pop-up on a pop-up; the whole screen on a phone. */
export function SidePanel(props: DialogProps) {
  return <Overlay {...props} shape="panel" />;
}

/** Covers everything behind it (idle lock): nothing of the page shows through. */
export function Cover(props: Omit<DialogProps, "onClose">) {
  return <Overlay {...props} shape="cover" />;
}
