import type { QueryKey } from "@tanstack/react-query";
import { ActButton as Act } from "../../platform/ui/ActButton.tsx";
import type { ButtonKind } from "../../platform/ui/Button.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
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
};

/** An act of this room without questions, and a word when it is done. */
export function ActButton({ payload, done, children, ...act }: ActButtonProps) {
  const t = useMessages(organisationMessages);
  return <Act {...act} payload={() => payload} label={children} messages={t} onDone={() => toast({ text: done })} />;
}
