import { ActButton as Act } from "../../platform/ui/ActButton.tsx";
import type { ButtonKind } from "../../platform/ui/Button.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { planMessages } from "./messages.ts";

type ActButtonProps = { type: string; payload: () => unknown; label: string; kind?: ButtonKind };

/** An act of this room without questions. */
export function ActButton(act: ActButtonProps) {
  const t = useMessages(planMessages);
  return <Act {...act} messages={t} invalidates={[["plans"], ["cases"], ["timeline"], ["assessments"]]} />;
}
