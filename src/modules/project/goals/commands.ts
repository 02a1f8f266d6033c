import { requireReach } from "../../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  requireBase,
} from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { findProjectRow } from "../queries.ts";
import { goalsAccess } from "./access.ts";
import { RecordProjectGoals } from "./contract.ts";
import { refuseGoals } from "./rules.ts";
import { readGoals } from "./store.ts";

onConstraint("project_goal_key", "conflict", "record.id_taken");

/** @throws Problem not_found, also for another organisation's or unit's project */
async function requireProject(context: CommandContext, projectId: string): Promise<void> {
  const project = await findProjectRow(context, projectId);
  const relation = { unit: project !== undefined && context.actor.unitIds.includes(project.unitId) };
  requireReach(context.actor, goalsAccess["project-goals.record"], project ? relation : {}, "project.not_found");
  if (!project) throw new Problem("not_found", "project.not_found");
}

/** @throws Problem not_found | conflict (changed meanwhile) | refused as `refuseGoals` says */
async function record(context: CommandContext, { projectId, goals }: RecordProjectGoals): Promise<Done> {
  const { organisationId } = context.actor;
  const { tx } = context;
  await requireProject(context, projectId);
  await lockRow(context, "project", projectId, "project.not_found");
  await requireProject(context, projectId);
  const before = await readGoals(context, projectId);
  requireBase(context, before.version);
  const known = {
    indicatorIds: before.indicators.map(({ indicatorId }) => indicatorId),
    modules: [...before.modules, ...before.goals.flatMap(({ modules }) => modules)],
  };
  refuseIf([refuseGoals(goals, known)], { source: "F-70" });
  await tx
    .deleteFrom("projectGoal")
    .where("organisationId", "=", organisationId)
    .where("projectId", "=", projectId)
    .execute();
  if (goals.length > 0)
    await tx
      .insertInto("projectGoal")
      .values(
        goals.map(({ goalId: id, kind, words }, at) => ({ organisationId, id, projectId, no: at + 1, kind, words })),
      )
      .execute();
  const modules = goals.flatMap(({ goalId, modules }) => modules.map((one) => ({ organisationId, goalId, ...one })));
  if (modules.length > 0) await tx.insertInto("projectGoalModule").values(modules).execute();
  const indicators = goals.flatMap(({ goalId, indicatorIds }) =>
    indicatorIds.map((indicatorId) => ({ organisationId, goalId, indicatorId })),
  );
  if (indicators.length > 0) await tx.insertInto("projectGoalIndicator").values(indicators).execute();
  const version = await bumpVersion(context, "project", projectId);
  return { ids: { project: projectId }, version, about: { type: "project", id: projectId } };
}

export const goalsCommands = [
  defineCommand({
    type: "project-goals.record",
    v: 1,
    summary: "Records the aims of a project, the classes that serve them and the indicators that measure them",
    payload: RecordProjectGoals,
    verb: goalsAccess["project-goals.record"],
    run: record,
  }),
];
