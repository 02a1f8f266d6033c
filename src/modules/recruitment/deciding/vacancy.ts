import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { candidatesOf } from "../candidates/store.ts";
import { findRecruitments } from "../store.ts";
import { queueOf, vacancies } from "./rules.ts";

const sourceType = "recruitment";

async function isAsked(context: CommandContext, recruitmentId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from task t where t.organisation_id = ${context.actor.organisationId}
    and t.source_type = ${sourceType} and t.source_id = ${recruitmentId}
    and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) limit 1`.execute(
    context.tx,
  );
  return rows.length > 0;
}

/** The same for every recruitment of a project, where it is not known whose place is meant. */
export async function settleVacancyTasks(context: CommandContext, projectId: string): Promise<void> {
  for (const { recruitmentId } of await findRecruitments(context, { projectId }))
    await settleVacancyTask(context, recruitmentId);
}

/**
 * After every act that changes places or the reserve: while a place is free and somebody waits for it, whoever runs the project has one
 * task to offer it; else none. It is counted anew each time and names nobody. Source: docs/domain/rules.md R-REC-04
 */
export async function settleVacancyTask(context: CommandContext, recruitmentId: string): Promise<void> {
  const [recruitment] = await findRecruitments(context, { recruitmentId });
  if (!recruitment) return;
  const { candidates } = await candidatesOf(context, recruitment);
  const { free, over } = vacancies(candidates, recruitment, context.today);
  const queue = queueOf(candidates);
  const wanted = free > 0 && queue.length > 0 && !over && recruitment.closedOn === null;
  const asked = await isAsked(context, recruitmentId);
  const source = { type: sourceType, id: recruitmentId };
  if (asked && !wanted) await endTasksFrom(context, source, "DONE");
  if (!wanted || asked) return;
  const { unitId } = recruitment;
  await addTaskFor(context, { personId: null, unitId, kind: "recruitment.place-free", dueOn: context.today, source });
}
