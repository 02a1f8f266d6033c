import type { ReactNode } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

/** The frame of a form that goes to a door of signing in and not to a command. */
export function DoorForm(props: {
  submit: string;
  busy: boolean;
  problem: string | undefined;
  kind?: "main" | "quiet" | "danger";
  onSubmit: () => void;
  children: ReactNode;
}) {
  const ui = useMessages(uiMessages);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.problem && (
        <div role="alert">
          <Notice tone="danger">{props.problem}</Notice>
        </div>
      )}
      {props.children}
      <div className="cluster">
        <Button type="submit" kind={props.kind ?? "main"} busy={props.busy && ui("saving")}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
