import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { candidatesOf } from "../candidates/store.ts";
import { findRecruitments, type StoredRecruitment } from "../store.ts";
import { vacancies } from "./rules.ts";

const sourceType = "recruitment";

/** A place is free: whoever runs the project is asked, once, to offer it to the reserve. It names nobody. Source: R-REC-04 */
export async function tellOfFreePlace(context: CommandContext, recruitment: StoredRecruitment): Promise<void> {
  const { candidates } = await candidatesOf(context, recruitment);
  const { free, over } = vacancies(candidates, recruitment, context.today);
  const waits = candidates.some(({ state }) => state === "RESERVE");
  if (free === 0 || over || !waits || recruitment.closedOn !== null) return;
  const { rows } = await sql`select 1 from task t where t.organisation_id = ${context.actor.organisationId}
    and t.source_type = ${sourceType} and t.source_id = ${recruitment.projectId}
    and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) limit 1`.execute(
    context.tx,
  );
  if (rows.length > 0) return;
  await addTaskFor(context, {
    personId: null,
    unitId: recruitment.unitId,
    kind: "recruitment.place-free",
    dueOn: context.today,
    source: { type: sourceType, id: recruitment.projectId },
  });
}

/** Nothing is left to offer: the task of a free place ends. */
export async function endVacancyTask(context: CommandContext, projectId: string): Promise<void> {
  await endTasksFrom(context, { type: sourceType, id: projectId }, "DONE");
}

/** Somebody's part in a project ended: where its recruitment still gives places to the reserve, that is somebody's task. */
export async function followEnding(context: CommandContext, { projectId }: { projectId: string }): Promise<void> {
  const [recruitment] = await findRecruitments(context, projectId);
  if (recruitment) await tellOfFreePlace(context, recruitment);
}
