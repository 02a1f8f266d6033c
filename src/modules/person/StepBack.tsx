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

/** Undoes the last step of identification, with a reason. */
export function StepBack({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState(false);
  if (person.step === "ANONYMOUS" || person.step === "ALIAS") return null;
  return (
    <>
      <Button icon="undo" onClick={() => setOpen(true)}>
        {t("act.stepBack")}
      </Button>
      <SidePanel open={open} title={t("act.stepBack")} onClose={() => setOpen(false)}>
        <StepBackForm personId={person.id} onDone={() => setOpen(false)} />
      </SidePanel>
    </>
  );
}

function StepBackForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "person.step-back",
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
    <CommandForm form={form} submit={t("act.stepBack")}>
      <p>{t("stepBack.text")}</p>
      <TextArea label={t("reason")} rows={3} required {...form.field("reason")} />
    </CommandForm>
  );
}
