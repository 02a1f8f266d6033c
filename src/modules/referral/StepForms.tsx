import { LinkButton } from "../../platform/ui/Button.tsx";
import { CheckField, ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseworkMessages } from "../casework/messages.ts";
import { type Decision, type DecisionReason, decisionReasons, decisions, referralOutcomes } from "./codes.ts";
import type { ReceivedReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { termMessages } from "./termMessages.ts";

type Outcome = (typeof referralOutcomes)[number];
type Props = { referralId: string; onDone: () => void };

/** What all steps of a referral have in common: words of both rooms, what becomes stale, what is said after. */
function useStep(type: string, onDone: () => void) {
  const t = useMessages(letterMessages);
  const w = useMessages(termMessages);
  const c = useMessages(caseworkMessages);
  return {
    t,
    options: {
      type,
      messages: { maybe: (key: string) => t.maybe(key) ?? w.maybe(key) ?? c.maybe(key) },
      invalidates: [["referrals"], ["shares"], ["timeline"]],
      onDone: () => {
        toast({ text: t("saved.step") });
        onDone();
      },
    },
  };
}

/** Accept, put on the waiting list, redirect or decline. */
export function DecideForm({ referral, onDone }: { referral: ReceivedReferral; onDone: () => void }) {
  const { t, options } = useStep("referral.decide", onDone);
  const form = useCommandForm({
    ...options,
    initial: {
      stepId: uuidv7(),
      decision: "" as Decision | "",
      reason: "" as DecisionReason | "",
      takenBy: "",
      confirmed: false,
    },
    build: ({ stepId, decision, reason, takenBy, confirmed }) => ({
      stepId,
      referralId: referral.id,
      decision,
      reason: reason || null,
      takenBy: decision === "REDIRECTED" ? takenBy.trim() || null : null,
      confirmed: decision === "REDIRECTED" && confirmed,
    }),
    check: ({ decision }) => (decision ? [] : [{ path: "decision", code: "field.required" }]),
  });
  const { decision } = form.values;
  return (
    <CommandForm form={form} submit={t("act.decide")}>
      <ChoiceField
        label={t("field.decision")}
        stacked
        options={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
        {...form.field("decision")}
      />
      {decision === "ACCEPTED" && referral.ownPersonId === null && (
        <Notice
          tone="due"
          actions={<LinkButton to={`/shares/${referral.shareId}`}>{t("inbox.openPerson")}</LinkButton>}
        >
          {t("decide.tieFirst")}
        </Notice>
      )}
      {(decision === "DECLINED" || decision === "WAITLIST") && (
        <SelectField
          label={t("field.reason")}
          options={decisionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          {...form.field("reason")}
        />
      )}
      {decision === "REDIRECTED" && <TakenBy field={form.field} />}
    </CommandForm>
  );
}

type Field = ReturnType<typeof useCommandForm<{ takenBy: string; confirmed: boolean }>>["field"];

function TakenBy({ field }: { field: Field }) {
  const t = useMessages(letterMessages);
  return (
    <>
      <TextField label={t("field.takenBy")} hint={t("field.takenByHint")} maxLength={200} {...field("takenBy")} />
      <CheckField label={t("field.confirmed")} {...field("confirmed")} />
    </>
  );
}

export function AppearanceForm({ referralId, onDone }: Props) {
  const { t, options } = useStep("referral.note-appearance", onDone);
  const form = useCommandForm({
    ...options,
    initial: { stepId: uuidv7(), appeared: "" as "yes" | "no" | "", happenedOn: today() as string },
    build: ({ stepId, appeared, happenedOn }) => ({ stepId, referralId, appeared: appeared === "yes", happenedOn }),
    check: ({ appeared }) => (appeared ? [] : [{ path: "appeared", code: "field.required" }]),
  });
  return (
    <CommandForm form={form} submit={t("act.saveAppearance")}>
      <ChoiceField
        label={t("act.appearance")}
        options={[
          { value: "yes", label: t("act.came") },
          { value: "no", label: t("act.cameNot") },
        ]}
        {...form.field("appeared")}
      />
      <DateField label={t("field.happenedOn")} quick={["today", "yesterday"]} {...form.field("happenedOn")} />
    </CommandForm>
  );
}

export function OutcomeForm({ referralId, onDone }: Props) {
  const { t, options } = useStep("referral.note-outcome", onDone);
  const form = useCommandForm({
    ...options,
    initial: { stepId: uuidv7(), outcome: "" as Outcome | "", note: "", happenedOn: today() as string },
    build: ({ stepId, outcome, note, happenedOn }) => ({
      stepId,
      referralId,
      outcome,
      happenedOn,
      note: note.trim() || null,
    }),
    check: ({ outcome }) => (outcome ? [] : [{ path: "outcome", code: "field.required" }]),
  });
  return (
    <CommandForm form={form} submit={t("act.outcome")}>
      <SelectField
        label={t("field.outcome")}
        options={referralOutcomes.map((value) => ({ value, label: t(`result.${value}`) }))}
        {...form.field("outcome")}
      />
      <TextArea label={t("field.note")} hint={t("field.noteHint")} rows={2} maxLength={500} {...form.field("note")} />
      <DateField label={t("field.happenedOn")} quick={["today", "yesterday"]} {...form.field("happenedOn")} />
    </CommandForm>
  );
}

export function CloseForm({ referralId, onDone }: Props) {
  const { t, options } = useStep("referral.close", onDone);
  const form = useCommandForm({
    ...options,
    initial: { stepId: uuidv7(), outcome: "" as Outcome | "", takenBy: "", confirmed: false },
    build: ({ takenBy, ...values }) => ({ ...values, referralId, takenBy: takenBy.trim() || null }),
    check: ({ outcome }) => (outcome ? [] : [{ path: "outcome", code: "field.required" }]),
  });
  const takenOver = form.values.outcome === "REDIRECTED" || form.values.outcome === "TAKEN_TO_HOSPITAL";
  return (
    <CommandForm form={form} submit={t("act.close")}>
      <SelectField
        label={t("field.outcome")}
        options={referralOutcomes.map((value) => ({ value, label: t(`result.${value}`) }))}
        {...form.field("outcome")}
      />
      {takenOver && <TakenBy field={form.field} />}
    </CommandForm>
  );
}

/** A withdrawal, after a warning. */
export function WithdrawForm({ referralId, onDone }: Props) {
  const { t, options } = useStep("referral.withdraw", onDone);
  const form = useCommandForm<{ stepId: string }>({
    ...options,
    initial: { stepId: uuidv7() },
    build: ({ stepId }) => ({ stepId, referralId }),
  });
  return (
    <CommandForm form={form} submit={t("act.withdraw")}>
      <p>{t("withdraw.ask")}</p>
    </CommandForm>
  );
}
