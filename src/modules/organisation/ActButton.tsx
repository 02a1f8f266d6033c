import type { QueryKey } from "@tanstack/react-query";
import { Button, type ButtonKind } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { organisationMessages } from "./messages.ts";

export type ActButtonProps = {
  type: string;
  payload: object;
  base?: number;
  invalidates: readonly QueryKey[];
  /** Said when it is done. */
  done: string;
  kind?: ButtonKind;
  children: string;
  label?: string;
};

/** A command without fields: one button, its refusal beside it. */
export function ActButton({ type, payload, base, invalidates, done, kind = "quiet", children, label }: ActButtonProps) {
  const t = useMessages(organisationMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type,
    messages: t,
    initial: {},
    build: () => payload,
    base,
    invalidates,
    onDone: () => toast({ text: done }),
  });
  return (
    <>
      <Button
        kind={kind}
        busy={form.state === "sending" && ui("saving")}
        onClick={() => void form.submit()}
        {...(label ? { label } : {})}
      >
        {children}
      </Button>
      {form.notice && (
        <div role="alert">
          <Notice tone="danger">{"texts" in form.notice ? form.notice.texts.join(" ") : form.notice.text}</Notice>
        </div>
      )}
    </>
  );
}
