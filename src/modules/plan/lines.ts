import { type CommandContext, type Done, defineCommand, lockRow, recordEvent } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { planAccess } from "./access.ts";
import { MarkTask, SetGoals, SetTasks } from "./contract.ts";
import { followTasks } from "./promises.ts";
import { isOpenForChanges, refuseAgreement } from "./rules.ts";
import { contentOf, purposes, readGoals, readTasks, requirePlan, type StoredPlan, seal } from "./store.ts";
import { makeVersion } from "./versions.ts";

onConstraint("plan_goal_key", "conflict", "record.id_taken");
onConstraint("plan_task_key", "conflict", "record.id_taken");
onConstraint("plan_task_mark_key", "conflict", "record.id_taken");

type Line = { id: string; version: number };
type Sent = { id: string; base: number | null };

/**
 * Which of the sent lines are new and which change one that stands. A line that somebody else changed or removed
 * meanwhile is a conflict; lines that others added stay untouched, so that two people who write at once lose nothing.
 * @throws Problem conflict with the ids in `details.lines`
 */
export function sortLines<T extends Sent>(
  standing: readonly Line[],
  sent: readonly T[],
  code: string,
): { fresh: T[]; changed: T[] } {
  const byId = new Map(standing.map((line) => [line.id, line]));
  const stale = sent.filter(({ id, base }) => base !== null && byId.get(id)?.version !== base).map(({ id }) => id);
  if (stale.length > 0) throw new Problem("conflict", code, { lines: stale });
  return { fresh: sent.filter(({ base }) => base === null), changed: sent.filter(({ base }) => base !== null) };
}

/** A plan whose goals and tasks may be changed, locked. @throws Problem not_found | refused `plan.not_open_for_changes` */
export async function openForChanges(context: CommandContext, planId: string): Promise<StoredPlan> {
  await lockRow(context, "plan", planId, "plan.not_found");
  const plan = await requirePlan(context, planAccess["plan.write"], planId);
  if (!isOpenForChanges(plan.state)) throw new Problem("refused", "plan.not_open_for_changes");
  return plan;
}

/** A running plan stays whole after a change, and the change becomes its next version. */
export async function finishLines(
  context: CommandContext,
  plan: StoredPlan,
  kind: string,
  reason?: string,
): Promise<Done> {
  const { id, personId, caseId } = plan;
  if (plan.state === "ACTIVE") {
    refuseIf(refuseAgreement(await contentOf(context, plan)));
    const no = await makeVersion(context, id, reason);
    await followTasks(context, plan);
    const subject = { type: "plan", id };
    await recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject, detail: { version: no } });
  }
  return { ids: { plan: id }, about: { type: "plan", id, personId, section: "SOCIAL" } };
}

/** @throws Problem conflict `plan.goal_changed` | refused `plan.not_open_for_changes`, and on a running plan what would be missing */
async function setGoals(context: CommandContext, { planId, goals, removed }: SetGoals): Promise<Done> {
  const plan = await openForChanges(context, planId);
  const { organisationId, accountId } = context.actor;
  const standing = await readGoals(context, planId);
  const sent = goals.map(({ goalId, ...goal }) => ({ id: goalId, ...goal }));
  const { fresh, changed } = sortLines(standing, sent, "plan.goal_changed");
  const leaving = removed.map(({ goalId: id, base }) => ({ id, base }));
  const gone = sortLines(standing, leaving, "plan.goal_changed").changed;
  const columns = ({ id, sphere, dueOn, text, measure }: (typeof sent)[number]) => ({
    sphere,
    dueOn,
    sealed: seal(context, purposes.goal, id, { text: text.trim(), measure: measure.trim() }),
  });
  if (fresh.length > 0)
    await context.tx
      .insertInto("planGoal")
      .values(fresh.map((goal) => ({ organisationId, id: goal.id, planId, addedBy: accountId, ...columns(goal) })))
      .execute();
  for (const goal of changed)
    await context.tx
      .updateTable("planGoal")
      .set((it) => ({ ...columns(goal), version: it("version", "+", 1) }))
      .where("organisationId", "=", organisationId)
      .where("id", "=", goal.id)
      .execute();
  if (gone.length > 0)
    await context.tx
      .insertInto("planGoalRemoval")
      .values(gone.map(({ id }) => ({ organisationId, goalId: id, removedBy: accountId })))
      .execute();
  return finishLines(context, plan, "plan.goals_changed");
}

/** @throws Problem conflict `plan.task_changed` | refused `plan.not_open_for_changes`, and on a running plan what would be missing */
async function setTasks(context: CommandContext, { planId, tasks, removed }: SetTasks): Promise<Done> {
  const plan = await openForChanges(context, planId);
  const { organisationId, accountId } = context.actor;
  const standing = await readTasks(context, planId);
  const sent = tasks.map(({ taskId, ...task }) => ({ id: taskId, ...task }));
  const { fresh, changed } = sortLines(standing, sent, "plan.task_changed");
  const leaving = removed.map(({ taskId: id, base }) => ({ id, base }));
  const gone = sortLines(standing, leaving, "plan.task_changed").changed;
  const columns = ({ id, side, dueOn, what }: (typeof sent)[number]) => ({
    side,
    dueOn,
    sealed: seal(context, purposes.task, id, { what: what.trim() }),
  });
  if (fresh.length > 0)
    await context.tx
      .insertInto("planTask")
      .values(fresh.map((task) => ({ organisationId, id: task.id, planId, addedBy: accountId, ...columns(task) })))
      .execute();
  for (const task of changed)
    await context.tx
      .updateTable("planTask")
      .set((it) => ({ ...columns(task), version: it("version", "+", 1) }))
      .where("organisationId", "=", organisationId)
      .where("id", "=", task.id)
      .execute();
  if (gone.length > 0)
    await context.tx
      .insertInto("planTaskRemoval")
      .values(gone.map(({ id }) => ({ organisationId, taskId: id, removedBy: accountId })))
      .execute();
  return finishLines(context, plan, "plan.tasks_changed");
}

/** How a task went; the last mark counts. @throws Problem not_found `plan.task_not_found` | refused `plan.not_active` */
async function markTask(context: CommandContext, { markId, taskId, outcome }: MarkTask): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const task = await context.tx
    .selectFrom("planTask")
    .select("planId")
    .where("organisationId", "=", organisationId)
    .where("id", "=", taskId)
    .executeTakeFirst();
  if (!task) throw new Problem("not_found", "plan.not_found");
  const plan = await requirePlan(context, planAccess["plan.write"], task.planId);
  const { id, personId, caseId, state } = plan;
  if (state !== "ACTIVE") throw new Problem("refused", "plan.not_active");
  await context.tx
    .insertInto("planTaskMark")
    .values({ organisationId, id: markId, taskId, outcome, markedOn: context.today, markedBy: accountId })
    .execute();
  await followTasks(context, plan);
  const subject = { type: "plan", id };
  const detail = { outcome };
  await recordEvent(context, { personId, caseId, kind: "plan.task_marked", section: "SOCIAL", subject, detail });
  return { ids: { plan: id, task: taskId }, about: { type: "plan", id, personId, section: "SOCIAL" }, detail };
}

const verb = planAccess["plan.write"];
export const lineCommands = [
  defineCommand({
    type: "plan.set-goals",
    v: 1,
    summary: "Adds, changes and removes goals; what others added stays",
    payload: SetGoals,
    verb,
    run: setGoals,
  }),
  defineCommand({
    type: "plan.set-tasks",
    v: 1,
    summary: "Adds, changes and removes tasks of each side; what others added stays",
    payload: SetTasks,
    verb,
    run: setTasks,
  }),
  defineCommand({
    type: "plan.mark-task",
    v: 1,
    summary: "Marks how a task of a running plan went",
    payload: MarkTask,
    verb,
    run: markTask,
  }),
];
