import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { spheres } from "../assessment/codes.ts";
import { planQuery } from "./api.ts";
import { sides } from "./codes.ts";
import type { GoalView, PlanTaskView, PlanView } from "./contract.ts";
import { GoalsFromProfile } from "./FromProfile.tsx";
import { mergeRows, removedRows, touchedRows } from "./lineRows.ts";
import { planMessages } from "./messages.ts";
import { isOpenForChanges } from "./rules.ts";
import "./plan.css";

/** Goals by sphere and tasks of each side on one page; each part is saved on its own. */
export function PlanLinesScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  const reload = async () => (await query.refetch()).data;
  return (
    <Page title={t("act.editGoals")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) =>
          plan.mayWrite && isOpenForChanges(plan.state) ? (
            <>
              <GoalsForm plan={plan} reload={reload} />
              <TasksForm plan={plan} reload={reload} />
            </>
          ) : (
            <Notice>{t("plan.not_open_for_changes")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type Sphere = GoalView["sphere"];
type GoalRow = { id: string; base: number | null; sphere: Sphere; text: string; measure: string; dueOn: string };
type TaskRow = { id: string; base: number | null; side: PlanTaskView["side"]; what: string; dueOn: string };
type PartProps = { plan: PlanView; reload: () => Promise<PlanView | undefined> };

const goalRows = (plan: PlanView): GoalRow[] =>
  plan.goals.map(({ id, version, sphere, text, measure, dueOn }) => ({
    id,
    base: version,
    sphere,
    text,
    measure,
    dueOn: dueOn ?? "",
  }));
const taskRows = (plan: PlanView): TaskRow[] =>
  plan.tasks.map(({ id, version, side, what, dueOn }) => ({ id, base: version, side, what, dueOn: dueOn ?? "" }));

function GoalsForm({ plan, reload }: PartProps) {
  const t = useMessages(planMessages);
  const [read, setRead] = useState(() => goalRows(plan));
  const form = useCommandForm({
    type: "plan.set-goals",
    initial: { goals: read },
    build: ({ goals }) => ({
      planId: plan.id,
      goals: touchedRows(goals, read).map(({ id, dueOn, ...row }) => ({ ...row, goalId: id, dueOn: dueOn || null })),
      removed: removedRows(goals, read).map(({ id, base }) => ({ goalId: id, base })),
    }),
    messages: t,
    invalidates: [["timeline"]],
    onDone: () => {
      toast({ text: t("saved") });
      void readAgain(false);
    },
  });
  const readAgain = async (keepMine: boolean) => {
    const now = await reload();
    if (!now) return;
    const rows = goalRows(now);
    setRead(rows);
    form.reset({ goals: keepMine ? mergeRows(form.values.goals, read, rows) : rows });
  };
  const { goals } = form.values;
  const change = (at: number, part: Partial<GoalRow>) =>
    form.set({ goals: goals.map((goal, index) => (index === at ? { ...goal, ...part } : goal)) });
  const add = () =>
    form.set({
      goals: [...goals, { id: uuidv7(), base: null, sphere: "HOUSING", text: "", measure: "", dueOn: "" }],
    });
  return (
    <Card title={t("goals")}>
      <p className="soft">{t("goals.lead")}</p>
      <CommandForm form={form} submit={t("act.saveGoals")} onReload={() => void readAgain(true)}>
        <GoalsFromProfile
          caseId={plan.caseId}
          goals={goals}
          onTake={(goal) =>
            form.set({ goals: [...goals, { id: uuidv7(), base: null, ...goal, measure: "", dueOn: "" }] })
          }
        />
        {goals.map((goal, at) => (
          <fieldset key={goal.id} className="plan-edit-line">
            <SelectField
              label={t("sphere")}
              empty={false}
              options={spheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
              value={goal.sphere}
              onChange={(sphere) => sphere && change(at, { sphere })}
            />
            <TextArea
              label={t("goal.words")}
              maxLength={1000}
              value={goal.text}
              onChange={(text) => change(at, { text })}
              {...form.at(`goals.${at}.text`)}
            />
            <TextField
              label={t("measure")}
              maxLength={500}
              value={goal.measure}
              onChange={(measure) => change(at, { measure })}
            />
            <DateField label={t("dueOn")} quick={[]} value={goal.dueOn} onChange={(dueOn) => change(at, { dueOn })} />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ goals: goals.filter((_, index) => index !== at) })}
              >
                {t("goal.remove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={add}>
            {t("goal.add")}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function TasksForm({ plan, reload }: PartProps) {
  const t = useMessages(planMessages);
  const go = useGo();
  const [read, setRead] = useState(() => taskRows(plan));
  const form = useCommandForm({
    type: "plan.set-tasks",
    initial: { tasks: read },
    build: ({ tasks }) => ({
      planId: plan.id,
      tasks: touchedRows(tasks, read).map(({ id, dueOn, ...row }) => ({ ...row, taskId: id, dueOn: dueOn || null })),
      removed: removedRows(tasks, read).map(({ id, base }) => ({ taskId: id, base })),
    }),
    messages: t,
    invalidates: [["plans"], ["timeline"]],
    onDone: () => {
      toast({ text: t("saved") });
      go(`/plans/${plan.id}`);
    },
  });
  const readAgain = async () => {
    const now = await reload();
    if (!now) return;
    const rows = taskRows(now);
    setRead(rows);
    form.reset({ tasks: mergeRows(form.values.tasks, read, rows) });
  };
  const { tasks } = form.values;
  const change = (at: number, part: Partial<TaskRow>) =>
    form.set({ tasks: tasks.map((task, index) => (index === at ? { ...task, ...part } : task)) });
  const add = () => form.set({ tasks: [...tasks, { id: uuidv7(), base: null, side: "PERSON", what: "", dueOn: "" }] });
  return (
    <Card title={t("tasks")}>
      <p className="soft">{t("tasks.lead")}</p>
      <CommandForm form={form} submit={t("act.saveTasks")} submitKind="quiet" onReload={() => void readAgain()}>
        {tasks.map((task, at) => (
          <fieldset key={task.id} className="plan-edit-line">
            <ChoiceField
              label={t("side")}
              options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
              value={task.side}
              onChange={(side) => side && change(at, { side })}
            />
            <TextArea
              label={t("what")}
              rows={2}
              maxLength={1000}
              value={task.what}
              onChange={(what) => change(at, { what })}
              {...form.at(`tasks.${at}.what`)}
            />
            <DateField label={t("dueOn")} quick={[]} value={task.dueOn} onChange={(dueOn) => change(at, { dueOn })} />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ tasks: tasks.filter((_, index) => index !== at) })}
              >
                {t("task.remove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={add}>
            {t("task.add")}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}
