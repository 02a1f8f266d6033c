import { useQuery } from "@tanstack/react-query";
import { isPlainDate, type PlainDate } from "../../../platform/time/plainDate.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { planQuery } from "../api.ts";
import type { PlanView } from "../contract.ts";
import { isOpenForChanges } from "../rules.ts";
import { templatesQuery } from "./api.ts";
import type { PlanTemplate } from "./contract.ts";
import { templateMessages } from "./messages.ts";
import { dueFrom, isInForce } from "./rules.ts";
import "../../../platform/ui/record.css";
import "../plan.css";

/** Goals and tasks of a template are added to a plan; what they are is seen first. */
export function UseTemplateScreen() {
  const t = useMessages(templateMessages);
  const planId = useParam("planId");
  const plan = useQuery(planQuery(planId));
  const templates = useQuery(templatesQuery);
  return (
    <Page
      title={t("template.use")}
      lead={t("templates.lead")}
      back={{ to: `/plans/${planId}`, label: t("back") }}
      narrow
    >
      <Loaded query={plan}>
        {(view) =>
          view.mayWrite && isOpenForChanges(view.state) ? (
            <Loaded query={templates}>
              {(answer) => (
                <UseForm plan={view} templates={answer.templates} onReload={() => void templates.refetch()} />
              )}
            </Loaded>
          ) : (
            <Notice>{t("plan.not_open_for_changes")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type UseFormProps = { plan: PlanView; templates: readonly PlanTemplate[]; onReload: () => void };

function UseForm({ plan, templates, onReload }: UseFormProps) {
  const t = useMessages(templateMessages);
  const go = useGo();
  const day = today();
  const usable = templates.filter((one) => one.kind === plan.kind && isPlainDate(day) && isInForce(one, day));
  const form = useCommandForm<{ templateId: string }>({
    type: "plan.apply-template",
    initial: { templateId: usable.length === 1 ? (usable[0]?.id ?? "") : "" },
    build: ({ templateId }) => {
      const template = usable.find(({ id }) => id === templateId);
      return {
        planId: plan.id,
        templateId,
        templateVersion: template?.version ?? 0,
        goalIds: (template?.goals ?? []).map(() => uuidv7()),
        taskIds: (template?.tasks ?? []).map(() => uuidv7()),
      };
    },
    check: ({ templateId }) => (templateId ? [] : [{ path: "templateId", code: "field.required" }]),
    messages: t,
    invalidates: [["plans"], ["timeline"]],
    onDone: () => go(`/plans/${plan.id}/goals`),
  });
  if (usable.length === 0) return <EmptyState title={t("template.noneNow")} text={t("templates.noneNext")} />;
  const chosen = usable.find(({ id }) => id === form.values.templateId);
  return (
    <CommandForm form={form} submit={t("template.use")} note={t("template.later")} onReload={onReload}>
      <SelectField
        label={t("template.which")}
        required
        options={usable.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("templateId")}
      />
      {chosen && isPlainDate(day) && <Added template={chosen} plan={plan} day={day} />}
    </CommandForm>
  );
}

function Added({ template, plan, day }: { template: PlanTemplate; plan: PlanView; day: PlainDate }) {
  const t = useMessages(templateMessages);
  const due = (days: number | null) => {
    const on = dueFrom(days, plan, day);
    return on && <DateText day={on} />;
  };
  return (
    <section>
      <h2>{t("template.adds")}</h2>
      {template.goals.map(({ sphere, text, measure, dueAfterDays }, at) => (
        <div key={at} className="record-line">
          <p>
            {t(`sphere.${sphere}`)}: {text}
          </p>
          <p className="soft small">
            {measure && `${t("measure")}: ${measure}. `}
            {due(dueAfterDays)}
          </p>
        </div>
      ))}
      {template.tasks.map(({ side, what, dueAfterDays }, at) => (
        <div key={at} className="record-line">
          <p>
            {t(`side.${side}`)}: {what}
          </p>
          <p className="soft small">{due(dueAfterDays)}</p>
        </div>
      ))}
    </section>
  );
}
