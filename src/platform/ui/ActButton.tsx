import type { QueryKey } from "@tanstack/react-query";
import type { Messages, Translate } from "../messages.ts";
import { Button, type ButtonKind } from "./Button.tsx";
import { Notice, RefusalNotice } from "./Notices.tsx";
import { useCommandForm } from "./useCommandForm.ts";

type ActButtonProps = {
  type: string;
  payload: () => unknown;
  /** Version of the record the person saw, where the act changes one. */
  base?: number;
  label: string;
  kind?: ButtonKind;
  /** The room's translator, for the sentences of refusals. */
  messages: Pick<Translate<Messages>, "maybe">;
  /** What of the browser's cache the act makes old. */
  invalidates: readonly QueryKey[];
  onDone?: () => void;
};

/** An act without questions: one button, and the answer above it when it is refused. */
export function ActButton({ payload, label, kind = "quiet", onDone, ...options }: ActButtonProps) {
  const form = useCommandForm<object>({
    ...options,
    draft: false,
    initial: {},
    build: payload,
    onDone: () => {
      onDone?.();
      form.reset();
    },
  });
  const { notice } = form;
  return (
    <div className="stack-tight">
      {notice && "texts" in notice && <RefusalNotice texts={notice.texts} source={notice.source} />}
      {notice && "text" in notice && <Notice tone="danger">{notice.text}</Notice>}
      <Button kind={kind} busy={form.state === "sending" && label} onClick={() => void form.submit()}>
        {label}
      </Button>
    </div>
  );
}
