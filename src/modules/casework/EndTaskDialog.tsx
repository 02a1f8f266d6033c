import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { taskOutcomes } from "./codes.ts";
import type { TaskLine } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";
import { useTaskTitle } from "./TaskWords.tsx";

/** How a task ended, with a note. Sent at once: nothing to take back afterwards. */
export function EndTaskDialog({ line, onClose }: { line: TaskLine; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const what = useTaskTitle()(line);
  const form = useCommandForm({
    type: "task.end",
    messages: t,
    initial: { outcome: "" as (typeof taskOutcomes)[number] | "", note: "" }, // empty until chosen
    build: ({ outcome, note }) => ({ taskId: line.id, outcome, note: note.trim() || null }),
    check: ({ outcome }) => (outcome ? [] : [{ path: "outcome", code: "task.outcome_missing" }]),
    invalidates: [["tasks"], ["caseload"], ["timeline", line.personId]],
    onDone: () => {
      toast({ text: t("task.closed", { what }) });
      onClose();
    },
  });
  return (
    <Dialog open title={t("task.endTitle")} onClose={onClose}>
      <p>
        <strong>{what}</strong>
      </p>
      <CommandForm form={form} submit={t("task.end")} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
        <ChoiceField
          label={t("task.endTitle")}
          options={taskOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          stacked
          required
          {...form.field("outcome")}
        />
        <TextArea label={t("task.note")} maxLength={1000} {...form.field("note")} />
      </CommandForm>
    </Dialog>
  );
}
