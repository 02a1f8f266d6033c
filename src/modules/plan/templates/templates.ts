import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  requireBase,
  type WorkContext,
} from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { planAccess } from "../access.ts";
import { finishLines, openForChanges } from "../lines.ts";
import { purposes, seal } from "../store.ts";
import { ApplyTemplate, PlanTemplate, SaveTemplate } from "./contract.ts";
import { dueFrom, refuseTemplate } from "./rules.ts";

onConstraint("plan_template_key", "conflict", "record.id_taken");

/** Templates of the organisation, those that hold longest last. */
async function listTemplates(context: WorkContext): Promise<PlanTemplate[]> {
  const { rows } = await sql<PlanTemplate>`
    select t.id, t.version, t.kind, t.name, t.valid_from, t.valid_until, t.goals, t.tasks, coalesce(m.display_name, '–') as saved_by, t.saved_at
    from plan_template t left join membership m on m.organisation_id = t.organisation_id and m.account_id = t.saved_by
    where t.organisation_id = ${context.actor.organisationId} order by t.valid_until desc nulls first, t.name, t.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map((row) => ({ ...row, savedAt: instantOf(row.savedAt) }));
}

/** @throws Problem refused `plan.template_ends_before_start`, `plan.template_empty` | conflict `record.changed` */
async function saveTemplate(context: CommandContext, { templateId, ...template }: SaveTemplate): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { validFrom, validUntil, goals, tasks } = template;
  refuseIf([
    validUntil !== null && validUntil < validFrom ? "plan.template_ends_before_start" : null,
    goals.length + tasks.length === 0 ? "plan.template_empty" : null,
  ]);
  const columns = {
    ...template,
    goals: JSON.stringify(goals),
    tasks: JSON.stringify(tasks),
    savedBy: accountId,
    savedAt: context.now,
  };
  const { rows } = await sql<{ version: number }>`select version from plan_template
    where organisation_id = ${organisationId} and id = ${templateId} for update`.execute(context.tx);
  const [known] = rows;
  const about = { type: "plan-template", id: templateId };
  const detail = { kind: template.kind, goals: goals.length, tasks: tasks.length };
  if (!known) {
    await context.tx
      .insertInto("planTemplate")
      .values({ ...columns, organisationId, id: templateId })
      .execute();
    return { ids: { template: templateId }, version: 1, about, detail };
  }
  requireBase(context, known.version);
  const version = known.version + 1;
  await context.tx
    .updateTable("planTemplate")
    .set({ ...columns, version })
    .where("organisationId", "=", organisationId)
    .where("id", "=", templateId)
    .execute();
  return { ids: { template: templateId }, version, about, detail };
}

/**
 * Adds the template's goals and tasks to a plan; what stands there stays as it is. A running plan gets its next version.
 * @throws Problem not_found `plan.template_not_found` | conflict `plan.template_changed` | refused as `refuseTemplate` says, `plan.not_open_for_changes`
 */
async function applyTemplate(context: CommandContext, payload: ApplyTemplate): Promise<Done> {
  const { planId, templateId, templateVersion, goalIds, taskIds } = payload;
  const { organisationId, accountId } = context.actor;
  const plan = await openForChanges(context, planId);
  const template = await context.tx
    .selectFrom("planTemplate")
    .select(["kind", "validFrom", "validUntil", "goals", "tasks", "version"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", templateId)
    .executeTakeFirst();
  if (!template) throw new Problem("not_found", "plan.template_not_found");
  const { goals, tasks } = PlanTemplate.pick({ goals: true, tasks: true }).parse(template);
  if (template.version !== templateVersion || goals.length !== goalIds.length || tasks.length !== taskIds.length)
    throw new Problem("conflict", "plan.template_changed");
  refuseIf(refuseTemplate(template, plan, context.today));
  const newGoals = goals.flatMap(({ text, measure, sphere, dueAfterDays }, at) => {
    const id = goalIds[at];
    if (id === undefined) return [];
    const dueOn = dueFrom(dueAfterDays, plan, context.today);
    const sealed = seal(context, purposes.goal, id, { text, measure: measure.trim() });
    return [{ organisationId, id, planId, addedBy: accountId, sphere, dueOn, sealed }];
  });
  const newTasks = tasks.flatMap(({ side, what, dueAfterDays }, at) => {
    const id = taskIds[at];
    if (id === undefined) return [];
    const dueOn = dueFrom(dueAfterDays, plan, context.today);
    return [
      {
        organisationId,
        id,
        planId,
        addedBy: accountId,
        side,
        dueOn,
        sealed: seal(context, purposes.task, id, { what }),
      },
    ];
  });
  if (newGoals.length > 0) await context.tx.insertInto("planGoal").values(newGoals).execute();
  if (newTasks.length > 0) await context.tx.insertInto("planTask").values(newTasks).execute();
  return finishLines(context, plan, "plan.template_applied");
}

export const templateCommands = [
  defineCommand({
    type: "plan-template.save",
    v: 1,
    summary: "Saves the organisation's own template of a programme",
    payload: SaveTemplate,
    verb: planAccess["plan-template.save"],
    run: saveTemplate,
  }),
  defineCommand({
    type: "plan.apply-template",
    v: 1,
    summary: "Adds a template's goals and tasks to a plan; what stands there stays",
    payload: ApplyTemplate,
    verb: planAccess["plan.write"],
    run: applyTemplate,
  }),
];

export const templateQueries = [
  defineQuery({
    name: "plan-template.list",
    method: "GET",
    path: "/plan-templates",
    summary: "The organisation's templates of programmes",
    input: z.strictObject({}),
    answer: z.object({ mayWrite: z.boolean(), templates: z.array(PlanTemplate) }),
    verb: planAccess["plan-template.read"],
    audit: null,
    run: async (context) => ({
      mayWrite: may(context.actor, planAccess["plan-template.save"]),
      templates: await listTemplates(context),
    }),
  }),
];
