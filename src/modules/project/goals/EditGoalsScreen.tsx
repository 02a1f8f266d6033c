import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { projectGoalsQuery } from "./api.ts";
import { type GoalKind, goalKinds } from "./codes.ts";
import type { ModuleRef, ProjectGoals } from "./contract.ts";
import { goalsMessages } from "./messages.ts";
import { moduleKey } from "./rules.ts";
import "../project.css";

type Row = {
  goalId: string;
  kind: GoalKind | "";
  words: string;
  modules: readonly string[];
  indicatorIds: readonly string[];
};

/** Aims of a project as its application has them, each with what serves and what measures it. */
export function EditGoalsScreen() {
  const t = useMessages(goalsMessages);
  const projectId = useParam("projectId");
  const goals = useQuery(projectGoalsQuery(projectId));
  return (
    <Page title={t("goals")} back={{ to: `/projects/${projectId}`, label: goals.data?.title ?? "…" }} narrow>
      <Loaded query={goals}>
        {(view) => <GoalsForm key={view.version} view={view} onReload={() => void goals.refetch()} />}
      </Loaded>
    </Page>
  );
}

/** Modules to choose from: those of the groups, and those linked before that no group has any more. */
function offered(view: ProjectGoals, words: (module: ModuleRef) => string) {
  const standing = new Map(
    view.modules.map(({ code, name }) => [moduleKey({ code, name }), { module: { code, name }, label: "" }]),
  );
  const gone = view.goals
    .flatMap(({ modules }) => modules)
    .filter((module) => !standing.has(moduleKey(module)))
    .map((module) => [moduleKey(module), { module, label: words(module) }] as const);
  return new Map([...standing, ...gone]);
}

function GoalsForm({ view, onReload }: { view: ProjectGoals; onReload: () => void }) {
  const t = useMessages(goalsMessages);
  const go = useGo();
  const names = new Map(view.modules.map((one) => [moduleKey(one), one.words[t.lang]]));
  const choices = offered(view, ({ code, name }) => t("goal.gone", { name: name || code }));
  const form = useCommandForm({
    type: "project-goals.record",
    base: view.version,
    messages: t,
    initial: {
      goals: view.goals.map(({ modules, ...goal }) => ({ ...goal, modules: modules.map(moduleKey) })) as readonly Row[],
    },
    check: ({ goals }) =>
      goals.flatMap(({ words, kind }, at) => [
        ...(words.trim() === "" ? [{ path: `goals.${at}.words`, code: "field.required" }] : []),
        ...(kind === "" ? [{ path: `goals.${at}.kind`, code: "field.required" }] : []),
      ]),
    build: ({ goals }) => ({
      projectId: view.projectId,
      goals: goals.map((goal) => ({
        ...goal,
        modules: goal.modules.flatMap((key) => choices.get(key)?.module ?? []),
      })),
    }),
    invalidates: [["project"]],
    onDone: () => {
      toast({ text: t("goals.saved") });
      go(`/projects/${view.projectId}`);
    },
  });
  const { goals } = form.values;
  const put = (at: number, change: Partial<Row>) =>
    form.set({ goals: goals.map((goal, index) => (index === at ? { ...goal, ...change } : goal)) });
  const what = t("goal.words");
  const add = () => {
    const kind = goals.some((goal) => goal.kind === "MAIN") ? ("SPECIFIC" as const) : ("MAIN" as const);
    form.set({ goals: [...goals, { goalId: uuidv7(), kind, words: "", modules: [], indicatorIds: [] }] });
  };
  return (
    <CommandForm form={form} submit={t("goals.save")} onReload={onReload}>
      <FormSection question={t("goals.ask")} hint={t("goals.hint")}>
        {goals.map((goal, at) => (
          <fieldset key={goal.goalId} className="criterion stack-tight">
            <legend>{t("row.no", { what, no: at + 1 })}</legend>
            <TextArea
              label={t("goal.words")}
              required
              maxLength={1000}
              {...form.at(`goals.${at}.words`)}
              value={goal.words}
              onChange={(words) => put(at, { words })}
            />
            <ChoiceField
              label={t("goal.kind")}
              options={goalKinds.map((value) => ({ value, label: t(`goal.${value}`) }))}
              {...form.at(`goals.${at}.kind`)}
              value={goal.kind}
              onChange={(kind) => put(at, { kind })}
            />
            <MultiChoice
              label={t("goal.modules")}
              {...(goal.kind === "MAIN" ? { hint: t("goal.modules.main") } : {})}
              options={[...choices].map(([value, { label }]) => ({ value, label: names.get(value) ?? label }))}
              {...form.at(`goals.${at}.modules`)}
              value={goal.modules}
              onChange={(modules) => put(at, { modules })}
            />
            {view.indicators.length === 0 ? (
              <p className="soft">{t("goal.noIndicators")}</p>
            ) : (
              <MultiChoice
                label={t("goal.indicators")}
                stacked
                options={view.indicators.map(({ indicatorId, code, definition }) => ({
                  value: indicatorId,
                  label: code,
                  hint: definition,
                }))}
                {...form.at(`goals.${at}.indicatorIds`)}
                value={goal.indicatorIds}
                onChange={(indicatorIds) => put(at, { indicatorIds })}
              />
            )}
            <div className="cluster">
              <Button
                kind="plain"
                icon="cross"
                label={t("row.removeNo", { what, no: at + 1 })}
                onClick={() => form.set({ goals: goals.filter((_, index) => index !== at) })}
              >
                {t("row.remove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={add}>
            {t("row.add", { what: what.toLowerCase() })}
          </Button>
        </div>
      </FormSection>
    </CommandForm>
  );
}
