import { sql } from "kysely";
import { z } from "zod";
import { requireReach } from "../../platform/access.ts";
import { shortName } from "../person/public.ts";
import { tasksAtMost } from "./codes.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { caseworkAccess } from "./access.ts";
import { AddTask, EndTask, ListTasks, TaskLine } from "./contract.ts";
import { findRelation, requireColleague, requirePerson } from "./public.ts";

onConstraint("task_ends_once", "refused", "task.already_ended");
onConstraint("task_key", "conflict", "record.id_taken");

/** @throws Problem not_found | forbidden | refused `colleague.cannot` (the owner has no tasks) */
async function addTask(context: CommandContext, { taskId, personId, text, dueOn, ownerId }: AddTask): Promise<Done> {
  await requirePerson(context, caseworkAccess["task.write"], personId);
  const { organisationId, accountId } = context.actor;
  if (ownerId !== null) await requireColleague(context, caseworkAccess["task.read"], ownerId);
  await context.tx
    .insertInto("task")
    .values({
      organisationId,
      id: taskId,
      personId,
      kind: "AGREED",
      text,
      dueOn,
      ownerId: ownerId ?? accountId,
      createdBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "task.added",
    section: "CORE",
    subject: { type: "task", id: taskId },
    detail: { dueOn },
  });
  return { ids: { task: taskId }, version: 1, about: { type: "task", id: taskId, personId } };
}

/** @throws Problem not_found | forbidden | refused `task.already_ended`, `task.ends_with_verdict` (an emergency opening) */
async function endTask(context: CommandContext, { taskId, outcome, note }: EndTask): Promise<Done> {
  await lockRow(context, "task", taskId, "task.not_found");
  const { organisationId, accountId } = context.actor;
  const task = await context.tx
    .selectFrom("task")
    .select(["personId", "ownerId", "sourceType"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", taskId)
    .executeTakeFirstOrThrow();
  const relation = task.personId ? ((await findRelation(context, task.personId)) ?? {}) : null;
  if (relation) requireReach(context.actor, caseworkAccess["task.write"], relation, "task.not_found");
  else if (task.ownerId !== accountId) throw new Problem("not_found", "task.not_found");
  if (task.sourceType === "break_glass") throw new Problem("refused", "task.ends_with_verdict");
  await context.tx
    .insertInto("taskEnding")
    .values({ organisationId, taskId, outcome, note, endedOn: context.today, endedBy: accountId })
    .execute();
  await recordEvent(context, {
    personId: task.personId,
    kind: "task.ended",
    section: "CORE",
    subject: { type: "task", id: taskId },
    detail: { outcome },
  });
  return { ids: { task: taskId }, about: { type: "task", id: taskId, personId: task.personId } };
}

/** Open tasks that the actor owns, or those of the actor's units that nobody owns; soonest first. */
export async function openTasks(context: WorkContext, whose: "mine" | "unit" | "both"): Promise<TaskLine[]> {
  const { organisationId, accountId, unitIds } = context.actor;
  const own = sql<boolean>`t.owner_id = ${accountId}`;
  const units = sql<boolean>`(t.owner_id is null and t.unit_id = any (${[...unitIds]}::uuid[]))`;
  const chosen = { mine: own, unit: units, both: sql<boolean>`(${own} or ${units})` }[whose];
  const { rows } = await sql<TaskLine>`select t.id, t.person_id, case when p.id is null then null else
        ${shortName("p")} end as person_name,
      t.kind, t.text, t.detail, t.due_on, t.owner_id, t.source_type, t.source_id, t.version
    from task t left join person p on p.organisation_id = t.organisation_id and p.id = t.person_id
    where t.organisation_id = ${organisationId} and ${chosen}
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
    order by t.due_on nulls last, t.id limit ${tasksAtMost}`.execute(context.tx);
  return rows;
}

export const taskCommands = [
  defineCommand({
    type: "task.add",
    v: 1,
    summary: "Adds a task about a person",
    payload: AddTask,
    verb: caseworkAccess["task.write"],
    run: addTask,
  }),
  defineCommand({
    type: "task.end",
    v: 1,
    summary: "Ends a task with its outcome",
    payload: EndTask,
    verb: caseworkAccess["task.write"],
    run: endTask,
  }),
];

export const taskQueries = [
  defineQuery({
    name: "task.list-mine",
    method: "GET",
    path: "/tasks/mine",
    summary: "Open tasks that I own, or those of my units that nobody owns; soonest first",
    input: ListTasks,
    answer: z.object({ tasks: z.array(TaskLine) }),
    verb: caseworkAccess["task.read"],
    audit: null,
    run: async (context, { whose }) => ({ tasks: await openTasks(context, whose) }),
  }),
];
