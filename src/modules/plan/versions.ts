import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { PlanSnapshot, type PlanVersionView } from "./contract.ts";
import { differenceOf } from "./rules.ts";
import { open, purposes, readGoals, readTasks, seal } from "./store.ts";

/** Keeps goals and tasks as they stand now; the plan is locked. Answers the number, from 1. */
export async function makeVersion(context: CommandContext, planId: string): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const last = await context.tx
    .selectFrom("planVersion")
    .select((it) => it.fn.max("no").as("no"))
    .where("organisationId", "=", organisationId)
    .where("planId", "=", planId)
    .executeTakeFirst();
  const no = (last?.no ?? 0) + 1;
  const content = PlanSnapshot.parse({
    goals: await readGoals(context, planId),
    tasks: await readTasks(context, planId),
  });
  const sealed = seal(context, purposes.version, `${planId}/${no}`, content);
  await context.tx
    .insertInto("planVersion")
    .values({ organisationId, planId, no, sealed, madeBy: accountId, madeOn: context.today })
    .execute();
  return no;
}

/** All versions, oldest first, each with what differs from the one before. */
export async function readVersions(context: WorkContext, planId: string): Promise<PlanVersionView[]> {
  const { rows } = await sql<{ no: number; madeOn: PlainDate; madeBy: string; sealed: Buffer }>`
    select v.no, v.made_on, coalesce(m.display_name, '–') as made_by, v.sealed from plan_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.plan_id = ${planId} order by v.no`.execute(
    context.tx,
  );
  let before: PlanSnapshot | undefined;
  return rows.map(({ no, madeOn, madeBy, sealed }) => {
    const content = PlanSnapshot.parse(open(context, purposes.version, `${planId}/${no}`, sealed));
    const older = before ?? content;
    const goals = differenceOf(older.goals, content.goals);
    const tasks = differenceOf(older.tasks, content.tasks);
    before = content;
    return {
      no,
      madeOn,
      madeBy,
      content,
      added: [...goals.added, ...tasks.added],
      removed: [...goals.removed, ...tasks.removed],
      changed: [...goals.changed, ...tasks.changed],
    };
  });
}
