import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type Sphere, type SupportForm, supportForms } from "../codes.ts";
import { supportMessages } from "../supportMessages.ts";
import { needOutcomes } from "./codes.ts";
import type { Need } from "./contract.ts";
import { needMessages } from "./messages.ts";

const needed = (path: string, value: string) => (value.trim() ? [] : [{ path, code: "field.required" }]);

function useDone(onDone: () => void) {
  const t = useMessages(needMessages);
  return {
    messages: t,
    invalidates: [["needs"], ["timeline"]],
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  };
}

type NeedFormProps = { caseId: string; spheres: readonly Sphere[]; onDone: () => void };

export function NeedForm({ caseId, spheres, onDone }: NeedFormProps) {
  const t = useMessages(needMessages);
  const form = useCommandForm({
    ...useDone(onDone),
    type: "need.record",
    initial: { sphere: (spheres.length === 1 ? spheres[0] : "") as Sphere | "", text: "", foundOn: today() as string },
    build: (values) => ({ needId: uuidv7(), caseId, ...values }),
    check: ({ sphere, text, foundOn }) => [
      ...needed("sphere", sphere),
      ...needed("text", text),
      ...needed("foundOn", foundOn),
    ],
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      <ChoiceField
        label={t("sphere")}
        options={spheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
        required
        {...form.field("sphere")}
      />
      <TextArea label={t("text")} rows={2} maxLength={1000} required {...form.field("text")} />
      <DateField label={t("foundOn")} required {...form.field("foundOn")} />
    </CommandForm>
  );
}

/** Begins with what stands; the former entry and the reason stay readable. */
export function CorrectNeedForm({ need, spheres, onDone }: { need: Need } & Omit<NeedFormProps, "caseId">) {
  const t = useMessages(needMessages);
  const { sphere, text, foundOn } = need;
  const form = useCommandForm({
    ...useDone(onDone),
    type: "need.correct",
    initial: { sphere: sphere as Sphere | "", text, foundOn: foundOn as string, reason: "" },
    build: (values) => ({ correctionId: uuidv7(), needId: need.id, ...values }),
    base: need.version,
    check: (values) => (["sphere", "text", "foundOn", "reason"] as const).flatMap((path) => needed(path, values[path])),
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      <p className="soft">{t("correct.hint")}</p>
      <ChoiceField
        label={t("sphere")}
        options={spheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
        required
        {...form.field("sphere")}
      />
      <TextArea label={t("text")} rows={2} maxLength={1000} required {...form.field("text")} />
      <DateField label={t("foundOn")} required {...form.field("foundOn")} />
      <TextField label={t("correct.reason")} maxLength={500} required {...form.field("reason")} />
    </CommandForm>
  );
}

type MatchFormProps = { needId: string; proposed: readonly SupportForm[]; onDone: () => void };

/** What an assessment proposes is taken with one press; every other service may be chosen as well. */
export function MatchForm({ needId, proposed, onDone }: MatchFormProps) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const form = useCommandForm({
    ...useDone(onDone),
    type: "need.match",
    initial: { form: "" as SupportForm | "", provider: "", since: today() as string },
    build: (values) => ({ serviceId: uuidv7(), needId, ...values }),
    check: (values) => [...needed("form", values.form), ...needed("since", values.since)],
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      {proposed.length > 0 && (
        <ChoiceField
          label={t("proposed.take")}
          options={proposed.map((value) => ({ value, label: words(`support.${value}`) }))}
          value={proposed.find((value) => value === form.values.form) ?? ""}
          onChange={(chosen) => form.set({ form: chosen })}
        />
      )}
      <SelectField
        label={t(proposed.length > 0 ? "form.other" : "form")}
        options={supportForms.map((value) => ({ value, label: words(`support.${value}`) }))}
        required
        {...form.field("form")}
      />
      <TextField label={t("provider")} maxLength={200} {...form.field("provider")} />
      <DateField label={t("since")} required {...form.field("since")} />
    </CommandForm>
  );
}

export function EndServiceForm({ serviceId, onDone }: { serviceId: string; onDone: () => void }) {
  const t = useMessages(needMessages);
  const form = useCommandForm({
    ...useDone(onDone),
    type: "need-service.end",
    initial: { endedOn: today() as string },
    build: ({ endedOn }) => ({ serviceId, endedOn }),
    check: ({ endedOn }) => needed("endedOn", endedOn),
  });
  return (
    <CommandForm form={form} submit={t("endService")}>
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
    </CommandForm>
  );
}

export function EndNeedForm({ needId, onDone }: { needId: string; onDone: () => void }) {
  const t = useMessages(needMessages);
  const form = useCommandForm({
    ...useDone(onDone),
    type: "need.end",
    initial: { outcome: "" as (typeof needOutcomes)[number] | "", endedOn: today() as string },
    build: (values) => ({ needId, ...values }),
    check: ({ outcome, endedOn }) => [...needed("outcome", outcome), ...needed("endedOn", endedOn)],
  });
  return (
    <CommandForm form={form} submit={t("end")}>
      <ChoiceField
        label={t("outcome")}
        options={needOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        required
        {...form.field("outcome")}
      />
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
    </CommandForm>
  );
}
