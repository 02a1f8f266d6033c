import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Button, IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { DialogForms } from "./dialogForms.ts";
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

/**
 * The browser's own dialog: what lies behind is inert, Escape closes, the focus returns where it was. Escape, the cross and a
 * click beside it ask first where a form inside holds something that is not saved.
 */
function Overlay({ open, title, onClose, children, actions, wide, shape }: DialogProps & { shape: Shape }) {
  const t = useMessages(uiMessages);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [forms] = useState(() => new Set<() => boolean>());
  // stays in the page once asked, so that the focus returns to what was being written
  const [asking, setAsking] = useState<boolean>();
  const wouldLose = () => [...forms].some((isLost) => isLost());
  const close = () => {
    if (onClose && wouldLose()) setAsking(true);
    else onClose?.();
  };
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
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault(); // before the browser, which asks us the first time only
        close();
      }}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === box.current) close();
      }}
      onClose={(event) => {
        if (!open || event.target !== box.current) return; // React hands on what a dialog inside this one says
        // a second Escape in a row closes in spite of onCancel: open again what must stay
        if (!onClose || wouldLose()) box.current?.showModal();
        close();
      }}
      onClick={(event) => {
        if (event.target === box.current) close();
      }}
    >
      {open && (
        <div className="overlay-body">
          <div className="overlay-head">
            <h2 id={titleId}>{title}</h2>
            {onClose && <IconButton icon="cross" label={t("close")} onClick={close} />}
          </div>
          <div className="overlay-content">
            <DialogForms value={forms}>{children}</DialogForms>
          </div>
          {actions && <div className="overlay-actions">{actions}</div>}
        </div>
      )}
      {asking !== undefined && (
        <LeaveQuestion
          open={asking}
          onStay={() => setAsking(false)}
          onGo={() => {
            setAsking(false);
            onClose?.();
          }}
        />
      )}
    </dialog>
  );
}

/** Asked before something typed is thrown away. */
export function LeaveQuestion({ open, onStay, onGo }: { open: boolean; onStay: () => void; onGo: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <Dialog
      open={open}
      title={t("leave.title")}
      onClose={onStay}
      actions={
        <>
          <Button kind="main" onClick={onStay}>
            {t("leave.stay")}
          </Button>
          <Button kind="quiet" onClick={onGo}>
            {t("leave.go")}
          </Button>
        </>
      }
    >
      <p>{t("leave.text")}</p>
    </Dialog>
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
