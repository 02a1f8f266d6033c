import { Button, type ButtonKind } from "../../platform/ui/Button.tsx";
import { Notice, RefusalNotice } from "../../platform/ui/Notices.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { assessmentMessages } from "./messages.ts";

type ActButtonProps = {
  type: string;
  payload: () => unknown;
  label: string;
  kind?: ButtonKind;
  /** What else of the browser's cache the act makes old. */
  invalidates?: readonly string[];
};

/** An act without questions: one button, and the answer above it when it is refused. */
export function ActButton({ type, payload, label, kind = "quiet", invalidates = [] }: ActButtonProps) {
  const t = useMessages(assessmentMessages);
  const form = useCommandForm<object>({
    type,
    initial: {},
    build: payload,
    messages: t,
    invalidates: [["assessments"], ...invalidates.map((key) => [key])],
    onDone: () => form.reset(),
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
