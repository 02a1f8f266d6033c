import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { personKeys } from "./api.ts";
import type { PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";

/** Takes the last step of identification back, or gives it again, with a reason. */
export function StepBack({ person, restore = false }: { person: PersonFile; restore?: boolean }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState(false);
  if (!restore && person.step === "ANONYMOUS") return null;
  const label = t(restore ? "act.restoreStep" : "act.stepBack");
  return (
    <>
      <Button icon="undo" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <SidePanel open={open} title={label} onClose={() => setOpen(false)}>
        <StepBackForm personId={person.id} restore={restore} onDone={() => setOpen(false)} />
      </SidePanel>
    </>
  );
}

type Props = { personId: string; restore: boolean; onDone: () => void };

function StepBackForm({ personId, restore, onDone }: Props) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: restore ? "person.restore-step" : "person.step-back",
    messages: t,
    initial: { reason: "" },
    build: ({ reason }) => ({ personId, reason }),
    check: ({ reason }) =>
      reason.trim().length < 3 ? [{ path: "reason", code: "person.step_back_without_reason" }] : [],
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t(restore ? "act.restoreStep" : "act.stepBack")}>
      <p>{t(restore ? "restoreStep.text" : "stepBack.text")}</p>
      <TextArea label={t("reason")} rows={3} required {...form.field("reason")} />
    </CommandForm>
  );
}
