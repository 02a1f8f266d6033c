import { ActButton as Act } from "../../platform/ui/ActButton.tsx";
import type { ButtonKind } from "../../platform/ui/Button.tsx";
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

/** An act of this room without questions. */
export function ActButton({ invalidates = [], ...act }: ActButtonProps) {
  const t = useMessages(assessmentMessages);
  return <Act {...act} messages={t} invalidates={[["assessments"], ...invalidates.map((key) => [key])]} />;
}
