import { useQuery } from "@tanstack/react-query";
import { hoursText } from "../../../platform/hoursText.ts";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { projectGoalsQuery } from "./api.ts";
import type { ProjectGoals } from "./contract.ts";
import { goalsMessages } from "./messages.ts";
import { type GoalRow, moduleKey, tableOf } from "./rules.ts";

/** What a project is for: each aim with its classes, its indicators, and how far its hours have come. */
export function GoalsCard({ projectId }: { projectId: string }) {
  const t = useMessages(goalsMessages);
  const goals = useQuery(projectGoalsQuery(projectId));
  return (
    <Card
      title={t("goals")}
      actions={
        goals.data?.mayChange && (
          <LinkButton to={`/projects/${projectId}/goals`} kind="plain" icon="edit">
            {t("goals.edit")}
          </LinkButton>
        )
      }
    >
      <Loaded query={goals} lines={4}>
        {(view) =>
          view.goals.length === 0 ? (
            <EmptyState title={t("goals.none")} text={t("goals.noneNext")} />
          ) : (
            <Aims view={view} />
          )
        }
      </Loaded>
    </Card>
  );
}

function Aims({ view }: { view: ProjectGoals }) {
  const t = useMessages(goalsMessages);
  const { rows, unserving, unmeasuring } = tableOf(view);
  const hours = (minutes: number) => hoursText(minutes, t.lang, view.minutesPerHour);
  const planned = rows.filter(({ minutes }) => minutes.planned > 0);
  return (
    <div className="stack">
      <DataTable
        label={t("goals")}
        rows={rows}
        rowId={({ goal }) => goal.goalId}
        empty={null}
        columns={[
          { id: "words", label: t("goal.words"), main: true, cell: (row) => <Words row={row} /> },
          { id: "modules", label: t("goal.modules"), cell: (row) => <Modules row={row} /> },
          { id: "indicators", label: t("goal.indicators"), cell: (row) => <Indicators row={row} /> },
          { id: "planned", label: t("goal.planned"), number: true, cell: ({ minutes }) => hours(minutes.planned) },
          { id: "held", label: t("goal.held"), number: true, cell: ({ minutes }) => hours(minutes.held) },
          { id: "ahead", label: t("goal.ahead"), number: true, cell: ({ minutes }) => hours(minutes.ahead) },
          {
            id: "missing",
            label: t("goal.missing"),
            number: true,
            width: "8.5rem",
            cell: ({ minutes, missingPercent }) =>
              minutes.missing === 0 ? (
                "0"
              ) : (
                <Status tone="due">
                  {t("goal.percent", { hours: hours(minutes.missing), percent: missingPercent ?? 0 })}
                </Status>
              ),
          },
        ]}
      />
      {planned.length > 0 && (
        <BarFigure
          title={t("goal.figure")}
          bars={planned.map(({ goal, minutes }) => ({
            id: goal.goalId,
            name: goal.words,
            value: Math.round((minutes.held * 10) / view.minutesPerHour) / 10,
            total: Math.round((minutes.planned * 10) / view.minutesPerHour) / 10,
          }))}
        />
      )}
      {unserving.length > 0 && (
        <p>{t("goal.unserving", { names: unserving.map(({ words }) => words[t.lang]).join(", ") })}</p>
      )}
      {unmeasuring.length > 0 && (
        <p>{t("goal.unmeasuring", { names: unmeasuring.map(({ code }) => code).join(", ") })}</p>
      )}
      <p className="soft small">
        {t("goals.notAdded")} {view.minutesPerHour !== 60 && t("goals.teaching", { minutes: view.minutesPerHour })}
      </p>
    </div>
  );
}

function Words({ row: { goal } }: { row: GoalRow }) {
  const t = useMessages(goalsMessages);
  return (
    <>
      {goal.words} <span className="soft small">{t(`goal.${goal.kind}`)}</span>
    </>
  );
}

function Modules({ row: { goal, modules, gone, lacks } }: { row: GoalRow }) {
  const t = useMessages(goalsMessages);
  if (lacks.includes("MODULES")) return <Status tone="due">{t("goal.lack.MODULES")}</Status>;
  const own = new Set(goal.modules.map(moduleKey));
  const named = modules.filter((one) => own.has(moduleKey(one))).map(({ words }) => words[t.lang]);
  const names = [
    ...(modules.length > named.length ? [t("goal.allModules")] : []),
    ...named,
    ...gone.map(({ code, name }) => t("goal.gone", { name: name || code })),
  ];
  return names.join(", ");
}

function Indicators({ row: { indicators, lacks } }: { row: GoalRow }) {
  const t = useMessages(goalsMessages);
  if (lacks.includes("INDICATORS")) return <Status tone="due">{t("goal.lack.INDICATORS")}</Status>;
  return indicators.map(({ code }) => code).join(", ");
}
