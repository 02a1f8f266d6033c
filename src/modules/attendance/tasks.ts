import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { memberIdsOn, type SessionOfGroup } from "../programme/public.ts";

/** Tasks about the register of one session. */
export const registerTasks = "register";

/**
 * After a register is closed: nobody is asked for it any more, and who leads the class is asked for the people that the closing one
 * may not know of (C7). What such a task says names nobody.
 */
export async function settleRegisterTasks(
  context: CommandContext,
  session: SessionOfGroup,
  marked: readonly string[],
): Promise<void> {
  const source = { type: registerTasks, id: session.id };
  await endTasksFrom(context, source, "DONE");
  const everybody = await memberIdsOn(context, session);
  if (everybody.every((id) => marked.includes(id))) return;
  const { rows } = await sql<{ accountId: string }>`select distinct on (account_id) account_id from (
      select s.leader_id as account_id from class_session s where s.organisation_id = ${context.actor.organisationId} and s.id = ${session.id} and s.leader_id is not null
      union all
      select l.account_id from class_group_leader l where l.organisation_id = ${context.actor.organisationId} and l.group_id = ${session.groupId}
        and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today}) leads`.execute(
    context.tx,
  );
  for (const { accountId } of rows)
    await addTaskFor(context, {
      personId: null,
      ownerId: accountId,
      kind: "register.marks_missing",
      detail: { day: session.day, session: session.id },
      dueOn: context.today,
      source,
    });
}

/** After marks are added to a closed register: once nobody's is missing, nobody is asked for one. */
export async function settleMissingMarks(context: CommandContext, session: SessionOfGroup): Promise<void> {
  const everybody = await memberIdsOn(context, session);
  const { rows } = await sql<{ personId: string }>`select person_id from counting_attendance
    where organisation_id = ${context.actor.organisationId} and session_id = ${session.id}`.execute(context.tx);
  const marked = new Set(rows.map(({ personId }) => personId));
  if (everybody.every((id) => marked.has(id)))
    await endTasksFrom(context, { type: registerTasks, id: session.id }, "DONE");
}
