import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { projectPlanQuery } from "./api.ts";
import { frequencies, indicatorUnits } from "./codes.ts";
import type { ProjectPlan } from "./contract.ts";
import { planOfProjectMessages } from "./messages.ts";
import { emptyLines, type ListName, missingIn, type PlanRows, payloadOf, rowsOf } from "./planRows.ts";
import "../project.css";

export function EditPlanScreen() {
  const t = useMessages(planOfProjectMessages);
  const projectId = useParam("projectId");
  const plan = useQuery(projectPlanQuery(projectId));
  return (
    <Page title={t("plan.title")} back={{ to: `/projects/${projectId}`, label: plan.data?.title ?? "…" }} narrow>
      <Loaded query={plan}>
        {(data) => <PlanForm key={data.version} plan={data} onReload={() => void plan.refetch()} />}
      </Loaded>
    </Page>
  );
}

function PlanForm({ plan, onReload }: { plan: ProjectPlan; onReload: () => void }) {
  const t = useMessages(planOfProjectMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "project-plan.record",
    base: plan.version,
    initial: rowsOf(plan),
    messages: t,
    check: missingIn,
    build: (rows) => payloadOf(plan.projectId, rows),
    invalidates: [["project"], ["tasks"]],
    onDone: () => {
      toast({ text: t("plan.saved") });
      go(`/projects/${plan.projectId}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("plan.save")} onReload={onReload}>
      <TextField label={t("plan.budgetRef")} maxLength={200} {...form.field("budgetRef")} />
      <FormSection question={t("partners.ask")}>
        <Lines form={form} list="partners" what={t("partner.name")}>
          {(line) => (
            <>
              <TextField label={t("partner.name")} required maxLength={300} {...line("name")} />
              <TextField label={t("partner.part")} maxLength={500} {...line("part")} />
            </>
          )}
        </Lines>
      </FormSection>
      <FormSection question={t("communes.ask")}>
        <Lines form={form} list="communes" what={t("commune.name")}>
          {(line) => (
            <>
              <TextField
                label={t("commune.teryt")}
                hint={t("commune.terytHint")}
                required
                inputMode="numeric"
                size={8}
                {...line("teryt")}
              />
              <TextField label={t("commune.name")} maxLength={120} {...line("name")} />
            </>
          )}
        </Lines>
      </FormSection>
      <FormSection question={t("tasks.ask")}>
        <Lines form={form} list="tasks" what={t("task.title")}>
          {(line) => (
            <>
              <TextField label={t("task.title")} required maxLength={300} {...line("title")} />
              <DateField label={t("task.from")} quick={[]} {...line("startsOn")} />
              <DateField label={t("task.until")} quick={[]} {...line("endsOn")} />
              <TextArea label={t("task.result")} maxLength={1000} {...line("result")} />
            </>
          )}
        </Lines>
      </FormSection>
      <FormSection question={t("indicators.ask")}>
        <Lines form={form} list="indicators" what={t("indicator.code")}>
          {(line) => (
            <>
              <TextField label={t("indicator.code")} required maxLength={40} size={12} {...line("code")} />
              <TextArea label={t("indicator.definition")} required maxLength={1000} {...line("definition")} />
              <NumberField label={t("indicator.target")} decimals={2} {...line("target")} />
              <SelectField
                label={t("indicator.unit")}
                empty={false}
                options={indicatorUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
                {...line("unit")}
                onChange={(unit) => unit && line("unit").onChange(unit)}
              />
              <TextField label={t("indicator.source")} maxLength={300} {...line("source")} />
              <SelectField
                label={t("indicator.frequency")}
                empty={false}
                options={frequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))}
                {...line("frequency")}
                onChange={(frequency) => frequency && line("frequency").onChange(frequency)}
              />
            </>
          )}
        </Lines>
      </FormSection>
      <FormSection question={t("reports.ask")} hint={t("reports.hint")}>
        <Lines form={form} list="reports" what={t("report.title")} keeps={({ sentOn }) => sentOn !== null}>
          {(line) => (
            <>
              <TextField label={t("report.title")} required maxLength={300} {...line("title")} />
              <DateField label={t("report.from")} required quick={[]} {...line("from")} />
              <DateField label={t("report.until")} required quick={[]} {...line("until")} />
              <DateField label={t("report.dueOn")} required quick={[]} {...line("dueOn")} />
            </>
          )}
        </Lines>
      </FormSection>
      <FormSection question={t("documents.ask")}>
        <Lines form={form} list="documents" what={t("document.title")}>
          {(line) => (
            <>
              <TextField label={t("document.title")} required maxLength={300} {...line("title")} />
              <TextField label={t("document.number")} maxLength={100} {...line("number")} />
              <DateField label={t("document.datedOn")} quick={[]} {...line("datedOn")} />
              <TextField label={t("document.keptAt")} maxLength={200} {...line("keptAt")} />
            </>
          )}
        </Lines>
      </FormSection>
    </CommandForm>
  );
}

type Line<N extends ListName> = PlanRows[N][number];
type FieldOf<R> = <K extends keyof R & string>(
  name: K,
) => { id: string; error: string | undefined; value: R[K]; onChange: (value: R[K]) => void };

type LinesProps<N extends ListName> = {
  form: Form<PlanRows>;
  list: N;
  /** What one line is, for its legend and buttons. */
  what: string;
  /** Lines that stay as they are: shown, without fields. */
  keeps?: (line: Line<N>) => boolean;
  children: (field: FieldOf<Line<N>>) => ReactNode;
};

/** The lines of one list, each in a frame, with a button for one more. */
function Lines<N extends ListName>({ form, list, what, keeps, children }: LinesProps<N>) {
  const t = useMessages(planOfProjectMessages);
  const lines: readonly Line<N>[] = form.values[list];
  const write = (next: readonly Line<N>[]) => form.set({ [list]: next } as Partial<PlanRows>); // one list of its own kind
  const put = (index: number, change: Partial<Line<N>>) =>
    write(lines.map((line, at) => (at === index ? { ...line, ...change } : line)));
  return (
    <>
      {lines.map((line, index) => {
        if (keeps?.(line)) return null;
        const no = index + 1;
        const field: FieldOf<Line<N>> = (name) => ({
          ...form.at(`${list}.${index}.${name}`),
          value: line[name],
          onChange: (value) => put(index, { [name]: value } as unknown as Partial<Line<N>>), // the name's own type
        });
        return (
          // lines have no name of their own
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and all values are controlled
          <fieldset key={index} className="criterion stack-tight">
            <legend>{t("row.no", { what, no })}</legend>
            {children(field)}
            <div className="cluster">
              <Button
                kind="plain"
                icon="cross"
                label={t("row.removeNo", { what, no })}
                onClick={() => write(lines.filter((_, at) => at !== index))}
              >
                {t("row.remove")}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button icon="plus" onClick={() => write([...lines, emptyLines[list]() as Line<N>])}>
          {t("row.add", { what: what.toLowerCase() })}
        </Button>
      </div>
    </>
  );
}
