import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { spheres } from "../assessment/codes.ts";
import { planQuery } from "./api.ts";
import { sides } from "./codes.ts";
import type { GoalView, PlanTaskView, PlanView } from "./contract.ts";
import { GoalsFromProfile } from "./FromProfile.tsx";
import { LinesForm } from "./LinesForm.tsx";
import { planMessages } from "./messages.ts";
import { isOpenForChanges } from "./rules.ts";

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
  return (
    <LinesForm<GoalRow>
      type="plan.set-goals"
      list="goals"
      idName="goalId"
      of={{ planId: plan.id }}
      rows={goalRows(plan)}
      reload={async () => rowsOf(await reload(), goalRows)}
      empty={(id) => ({ id, base: null, sphere: "HOUSING", text: "", measure: "", dueOn: "" })}
      wire={({ dueOn, ...line }) => ({ ...line, dueOn: dueOn || null })}
      words={{
        title: t("goals"),
        lead: t("goals.lead"),
        save: t("act.saveGoals"),
        saved: t("saved"),
        add: t("goal.add"),
        remove: t("goal.remove"),
      }}
      messages={t}
      invalidates={[["timeline"]]}
      offers={(goals, add) => <GoalsFromProfile caseId={plan.caseId} goals={goals} onTake={add} />}
    >
      {(goal, change, at) => (
        <>
          <SelectField
            label={t("sphere")}
            empty={false}
            options={spheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
            value={goal.sphere}
            onChange={(sphere) => sphere && change({ sphere })}
          />
          <TextArea
            label={t("goal.words")}
            maxLength={1000}
            value={goal.text}
            onChange={(text) => change({ text })}
            {...at("text")}
          />
          <TextField
            label={t("measure")}
            maxLength={500}
            value={goal.measure}
            onChange={(measure) => change({ measure })}
          />
          <DateField label={t("dueOn")} quick={[]} value={goal.dueOn} onChange={(dueOn) => change({ dueOn })} />
        </>
      )}
    </LinesForm>
  );
}

function TasksForm({ plan, reload }: PartProps) {
  const t = useMessages(planMessages);
  const go = useGo();
  return (
    <LinesForm<TaskRow>
      type="plan.set-tasks"
      list="tasks"
      idName="taskId"
      of={{ planId: plan.id }}
      rows={taskRows(plan)}
      reload={async () => rowsOf(await reload(), taskRows)}
      empty={(id) => ({ id, base: null, side: "PERSON", what: "", dueOn: "" })}
      wire={({ dueOn, ...line }) => ({ ...line, dueOn: dueOn || null })}
      words={{
        title: t("tasks"),
        lead: t("tasks.lead"),
        save: t("act.saveTasks"),
        saved: t("saved"),
        add: t("task.add"),
        remove: t("task.remove"),
      }}
      submitKind="quiet"
      messages={t}
      invalidates={[["plans"], ["timeline"]]}
      onSaved={() => go(`/plans/${plan.id}`)}
    >
      {(task, change, at) => (
        <>
          <ChoiceField
            label={t("side")}
            options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
            value={task.side}
            onChange={(side) => side && change({ side })}
          />
          <TextArea
            label={t("what")}
            rows={2}
            maxLength={1000}
            value={task.what}
            onChange={(what) => change({ what })}
            {...at("what")}
          />
          <DateField label={t("dueOn")} quick={[]} value={task.dueOn} onChange={(dueOn) => change({ dueOn })} />
        </>
      )}
    </LinesForm>
  );
}

const rowsOf = <R,>(plan: PlanView | undefined, of: (plan: PlanView) => R[]) => plan && of(plan);
