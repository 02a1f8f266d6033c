import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { spheres } from "../../assessment/codes.ts";
import { planKinds, sides } from "../codes.ts";
import type { PlanTemplate } from "./contract.ts";
import { templateMessages } from "./messages.ts";

type Goal = PlanTemplate["goals"][number];
type Task = PlanTemplate["tasks"][number];
type Values = {
  kind: PlanTemplate["kind"];
  name: string;
  validFrom: string;
  validUntil: string;
  goals: Goal[];
  tasks: Task[];
};

const empty = (day: string): Values => ({
  kind: "IPWB",
  name: "",
  validFrom: day,
  validUntil: "",
  goals: [],
  tasks: [],
});

type TemplateFormProps = { template?: PlanTemplate; onDone: () => void; onReload?: () => void };

export function TemplateForm({ template, onDone, onReload }: TemplateFormProps) {
  const t = useMessages(templateMessages);
  const [templateId] = useState(() => template?.id ?? uuidv7());
  const form = useCommandForm<Values>({
    type: "plan-template.save",
    initial: template ? { ...pick(template), validUntil: template.validUntil ?? "" } : empty(today()),
    build: (values) => ({ templateId, ...values, validUntil: values.validUntil || null }),
    base: template?.version,
    messages: t,
    invalidates: [["plan-templates"]],
    onDone: () => {
      toast({ text: t("template.saved") });
      onDone();
    },
  });
  const { goals, tasks } = form.values;
  const changeGoal = (at: number, part: Partial<Goal>) =>
    form.set({ goals: goals.map((goal, index) => (index === at ? { ...goal, ...part } : goal)) });
  const changeTask = (at: number, part: Partial<Task>) =>
    form.set({ tasks: tasks.map((task, index) => (index === at ? { ...task, ...part } : task)) });
  return (
    <CommandForm
      form={form}
      submit={t("template.save")}
      onReload={onReload}
      actions={<Button onClick={onDone}>{t("template.cancel")}</Button>}
    >
      <FormSection question={t(template ? "template.edit" : "template.new")}>
        <TextField label={t("template.name")} required maxLength={120} {...form.field("name")} />
        <ChoiceField
          label={t("kind")}
          stacked
          options={planKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
          onChange={(kind) => kind && form.set({ kind })}
        />
        <DateField label={t("template.from")} {...form.field("validFrom")} />
        <DateField
          label={t("template.until")}
          hint={t("template.untilHint")}
          quick={[]}
          {...form.field("validUntil")}
        />
      </FormSection>
      <FormSection question={t("goals")}>
        {goals.map((goal, at) => (
          <fieldset key={at} className="edit-line">
            <SelectField
              label={t("sphere")}
              empty={false}
              options={spheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
              value={goal.sphere}
              onChange={(sphere) => sphere && changeGoal(at, { sphere })}
            />
            <TextArea
              label={t("part.goal")}
              maxLength={1000}
              value={goal.text}
              onChange={(text) => changeGoal(at, { text })}
              {...form.at(`goals.${at}.text`)}
            />
            <TextField
              label={t("measure")}
              maxLength={500}
              value={goal.measure}
              onChange={(measure) => changeGoal(at, { measure })}
            />
            <After days={goal.dueAfterDays} onChange={(dueAfterDays) => changeGoal(at, { dueAfterDays })} />
            <Remove
              label={t("goal.remove")}
              onClick={() => form.set({ goals: goals.filter((_, index) => index !== at) })}
            />
          </fieldset>
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() =>
              form.set({ goals: [...goals, { sphere: "HOUSING", text: "", measure: "", dueAfterDays: null }] })
            }
          >
            {t("goal.add")}
          </Button>
        </div>
      </FormSection>
      <FormSection question={t("tasks")}>
        {tasks.map((task, at) => (
          <fieldset key={at} className="edit-line">
            <ChoiceField
              label={t("side")}
              options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
              value={task.side}
              onChange={(side) => side && changeTask(at, { side })}
            />
            <TextArea
              label={t("what")}
              rows={2}
              maxLength={1000}
              value={task.what}
              onChange={(what) => changeTask(at, { what })}
              {...form.at(`tasks.${at}.what`)}
            />
            <After days={task.dueAfterDays} onChange={(dueAfterDays) => changeTask(at, { dueAfterDays })} />
            <Remove
              label={t("task.remove")}
              onClick={() => form.set({ tasks: tasks.filter((_, index) => index !== at) })}
            />
          </fieldset>
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() => form.set({ tasks: [...tasks, { side: "PERSON", what: "", dueAfterDays: null }] })}
          >
            {t("task.add")}
          </Button>
        </div>
      </FormSection>
    </CommandForm>
  );
}

function pick({ kind, name, validFrom, goals, tasks }: PlanTemplate): Omit<Values, "validUntil"> {
  return { kind, name, validFrom, goals, tasks };
}

function After({ days, onChange }: { days: number | null; onChange: (days: number | null) => void }) {
  const t = useMessages(templateMessages);
  return (
    <NumberField
      label={t("template.after")}
      hint={t("template.afterHint")}
      value={days ?? undefined}
      onChange={(value) => onChange(value ?? null)}
    />
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button kind="plain" icon="cross" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
