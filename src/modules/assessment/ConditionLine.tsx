import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AssessmentView } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

type Condition = AssessmentView["conditions"][number];

/** One condition: met with who and by what, or a button to say so. */
export function ConditionLine({ condition, mayMeet }: { condition: Condition; mayMeet: boolean }) {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  const [asked, setAsked] = useState(false);
  const { met } = condition;
  return (
    <li className="stack-tight">
      <p>{condition.text}</p>
      {met ? (
        <Status tone="confirmed">
          {t("condition.metBy", { by: met.by, day: formatDay(met.on, lang), evidence: met.evidence })}
        </Status>
      ) : (
        <Status tone="due">{t("condition.open")}</Status>
      )}
      {!met && mayMeet && (
        <div>
          <Button onClick={() => setAsked(true)}>{t("condition.mark")}</Button>
        </div>
      )}
      <Dialog open={asked} title={t("condition.mark")} onClose={() => setAsked(false)}>
        <div className="assessments-small-form">
          <MeetForm condition={condition} onDone={() => setAsked(false)} />
        </div>
      </Dialog>
    </li>
  );
}

function MeetForm({ condition, onDone }: { condition: Condition; onDone: () => void }) {
  const t = useMessages(assessmentMessages);
  const form = useCommandForm({
    type: "condition.meet",
    initial: { metOn: today() as string, evidence: "" },
    build: (values) => ({ conditionId: condition.id, ...values }),
    check: ({ evidence }) => (evidence.trim() ? [] : [{ path: "evidence", code: "field.required" }]),
    messages: t,
    invalidates: [["assessments"], ["timeline"]],
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("condition.mark")}>
      <p>{condition.text}</p>
      <DateField label={t("condition.metOn")} {...form.field("metOn")} />
      <TextArea label={t("condition.evidence")} maxLength={1000} required {...form.field("evidence")} />
    </CommandForm>
  );
}
