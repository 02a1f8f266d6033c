import { percentOf } from "../../../platform/money.ts";
import type { Goal, ModuleRef, ProjectGoals, ProjectModule } from "./contract.ts";

export type GoalsRefusal =
  | "project-goals.main_missing"
  | "project-goals.main_twice"
  | "project-goals.words_twice"
  | "project-goals.link_twice"
  | "project-goals.strange_indicator"
  | "project-goals.strange_module";

/** A module by which it is found in every group. */
export const moduleKey = ({ code, name }: ModuleRef): string => `${code} ${name}`;

const repeats = (values: readonly string[]) => new Set(values).size < values.length;

/**
 * Why aims cannot stand so; null when they can. There is one main aim as soon as there is any; an indicator is the project's own; a
 * module is one of its groups', or stood there before: what a group gave up stays linked until somebody unlinks it. Source: docs/domain/forms.md F-70
 */
export function refuseGoals(
  goals: readonly Pick<Goal, "kind" | "words" | "modules" | "indicatorIds">[],
  known: { indicatorIds: readonly string[]; modules: readonly ModuleRef[] },
): GoalsRefusal | null {
  const mains = goals.filter(({ kind }) => kind === "MAIN").length;
  if (mains > 1) return "project-goals.main_twice";
  if (mains === 0 && goals.length > 0) return "project-goals.main_missing";
  if (repeats(goals.map(({ words }) => words.trim().toLowerCase()))) return "project-goals.words_twice";
  if (goals.some(({ modules, indicatorIds }) => repeats(modules.map(moduleKey)) || repeats(indicatorIds)))
    return "project-goals.link_twice";
  const indicators = new Set(known.indicatorIds);
  if (goals.some(({ indicatorIds }) => indicatorIds.some((id) => !indicators.has(id))))
    return "project-goals.strange_indicator";
  const modules = new Set(known.modules.map(moduleKey));
  return goals.some((goal) => goal.modules.some((one) => !modules.has(moduleKey(one))))
    ? "project-goals.strange_module"
    : null;
}

export type Hours = { planned: number; held: number; ahead: number; missing: number };

export type GoalRow = {
  goal: Goal;
  /** Classes that serve it; the main aim is served by all that serve any. */
  modules: readonly ProjectModule[];
  /** Linked, and in no group any more. */
  gone: readonly ModuleRef[];
  indicators: ProjectGoals["indicators"];
  minutes: Hours;
  /** Held of planned, and missing of planned, in percent with one decimal; null where nothing is planned. */
  heldPercent: number | null;
  missingPercent: number | null;
  lacks: readonly ("MODULES" | "INDICATORS")[];
};

export type GoalTable = {
  rows: readonly GoalRow[];
  /** Classes of the groups that serve no aim, and indicators that measure none. */
  unserving: readonly ProjectModule[];
  unmeasuring: ProjectGoals["indicators"];
};

const sumOf = (modules: readonly ProjectModule[]): Hours =>
  modules.reduce(
    (sum, one) => ({
      planned: sum.planned + one.plannedMinutes,
      held: sum.held + one.heldMinutes,
      ahead: sum.ahead + one.aheadMinutes,
      missing: sum.missing + one.missingMinutes,
    }),
    { planned: 0, held: 0, ahead: 0, missing: 0 },
  );

/**
 * Aims with the classes that serve them, the indicators that measure them, and by how much their hours slip: what is planned, and
 * neither held nor in the calendar. A module may serve several aims, so rows are never added up. Source: docs/domain/reporting.md RP-15
 */
export function tableOf({
  goals,
  modules,
  indicators,
}: Pick<ProjectGoals, "goals" | "modules" | "indicators">): GoalTable {
  const served = new Set(goals.flatMap((goal) => goal.modules.map(moduleKey)));
  const measuring = new Set(goals.flatMap(({ indicatorIds }) => indicatorIds));
  const standing = new Set(modules.map(moduleKey));
  const rows = goals.map((goal): GoalRow => {
    const own = new Set(goal.kind === "MAIN" ? served : goal.modules.map(moduleKey));
    const serving = modules.filter((one) => own.has(moduleKey(one)));
    const minutes = sumOf(serving);
    return {
      goal,
      modules: serving,
      gone: goal.modules.filter((one) => !standing.has(moduleKey(one))),
      indicators: indicators.filter(({ indicatorId }) => goal.indicatorIds.includes(indicatorId)),
      minutes,
      heldPercent: percentOf(minutes.held, minutes.planned),
      missingPercent: percentOf(minutes.missing, minutes.planned),
      lacks: [
        ...(own.size === 0 ? (["MODULES"] as const) : []),
        ...(goal.indicatorIds.length === 0 ? (["INDICATORS"] as const) : []),
      ],
    };
  });
  return {
    rows,
    unserving: goals.length === 0 ? [] : modules.filter((one) => one.groups > 0 && !served.has(moduleKey(one))),
    unmeasuring: goals.length === 0 ? [] : indicators.filter(({ indicatorId }) => !measuring.has(indicatorId)),
  };
}
