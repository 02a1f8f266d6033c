import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { MoveStage } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { needsReason, refuseStepReason } from "./rules.ts";

type Step = Pick<MoveStage, "caseId" | "act">;

/** A step of the path that a person takes by hand, with why: asked for where the path goes back. */
export function StepButton(step: Step) {
  const t = useMessages(assessmentMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t(`step.${step.act}`)}
      </Button>
      {isOpen && <StepDialog {...step} onClose={() => setOpen(false)} />}
    </>
  );
}

function StepDialog({ caseId, act, onClose }: Step & { onClose: () => void }) {
  const t = useMessages(assessmentMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type: "stage.move",
    messages: t,
    initial: { reason: "" },
    build: ({ reason }) => ({ caseId, act, reason: reason.trim() || null }),
    check: ({ reason }) => {
      const code = refuseStepReason(act, reason);
      return code ? [{ path: "reason", code }] : [];
    },
    invalidates: [["assessments"], ["cases"], ["timeline"], ["case"]],
    onDone: () => {
      toast({ text: t("step.moved") });
      onClose();
    },
  });
  const label = t(`step.${act}`);
  return (
    <Dialog open title={label} onClose={onClose}>
      <CommandForm form={form} submit={label} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
        <TextArea
          label={t("step.why")}
          hint={t("step.whyHint")}
          maxLength={500}
          required={needsReason(act)}
          {...form.field("reason")}
        />
      </CommandForm>
    </Dialog>
  );
}
