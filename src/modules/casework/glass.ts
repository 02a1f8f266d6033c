import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { caseworkAccess } from "./access.ts";
import { BreakGlass, GlassView, ReviewGlass } from "./contract.ts";
import { endTasksFrom } from "./public.ts";

onConstraint("break_glass_reviewed_by_another", "refused", "glass.review_by_another");

const glassHours = 2;

/** C2: opens one person's file for a short time to somebody who works in the organisation, and tells the DPO and the managers. */
async function breakGlass(context: CommandContext, { glassId, personId, reason }: BreakGlass): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql`select 1 from person where organisation_id = ${organisationId} and id = ${personId}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "person.not_found");
  const untilAt = new Date(Date.parse(context.now) + glassHours * 3_600_000).toISOString();
  await context.tx
    .insertInto("breakGlass")
    .values({ organisationId, id: glassId, personId, accountId, reason, openedAt: context.now, untilAt })
    .execute();
  await sql`insert into task (organisation_id, id, person_id, owner_id, kind, detail, due_on, source_type, source_id, created_by)
    select ${organisationId}, gen_random_uuid(), ${personId}, r.account_id, 'REVIEW_BREAK_GLASS', '{}', ${context.today}, 'break_glass', ${glassId}, ${accountId}
    from (select distinct account_id from membership_role where organisation_id = ${organisationId} and role in ('DPO', 'SOCIAL_WORK_MANAGER')) r
    where r.account_id <> ${accountId}`.execute(context.tx);
  await recordEvent(context, {
    personId,
    kind: "glass.broken",
    section: "CORE",
    subject: { type: "break_glass", id: glassId },
  });
  return { ids: { glass: glassId }, about: { type: "break_glass", id: glassId, personId }, detail: { untilAt } };
}

/** Whether this account was told of the opening: a review task came to it. @throws Problem not_found `glass.not_found` */
async function requireTold(context: WorkContext, glassId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql`select 1 from task where organisation_id = ${organisationId} and source_type = 'break_glass'
    and source_id = ${glassId} and owner_id = ${accountId}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "glass.not_found");
}

/** @throws Problem not_found `glass.not_found` | refused `glass.already_reviewed`, `glass.review_by_another` */
async function reviewGlass(context: CommandContext, { glassId, verdict }: ReviewGlass): Promise<Done> {
  await lockRow(context, "break_glass", glassId, "glass.not_found");
  await requireTold(context, glassId);
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ personId: string }>`update break_glass
    set reviewed_by = ${accountId}, reviewed_at = ${context.now}, verdict = ${verdict}
    where organisation_id = ${organisationId} and id = ${glassId} and reviewed_by is null returning person_id`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("refused", "glass.already_reviewed");
  await endTasksFrom(context, { type: "break_glass", id: glassId }, "DONE");
  const about = { type: "break_glass", id: glassId };
  await recordEvent(context, {
    personId: row.personId,
    kind: "glass.reviewed",
    section: "CORE",
    subject: about,
    detail: { verdict },
  });
  return { ids: { glass: glassId }, about: { ...about, personId: row.personId }, detail: { verdict } };
}

/** @throws Problem not_found `glass.not_found` for whoever was not told of it */
async function readGlass(context: WorkContext, glassId: string): Promise<GlassView> {
  await requireTold(context, glassId);
  const { rows } =
    await sql<GlassView>`select g.id, p.person_no, b.display_name as broken_by, g.reason, g.opened_at, g.until_at,
      r.display_name as reviewed_by, g.reviewed_at, g.verdict
    from break_glass g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    join membership b on b.organisation_id = g.organisation_id and b.account_id = g.account_id
    left join membership r on r.organisation_id = g.organisation_id and r.account_id = g.reviewed_by
    where g.organisation_id = ${context.actor.organisationId} and g.id = ${glassId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "glass.not_found");
  const { openedAt, untilAt, reviewedAt } = row;
  return {
    ...row,
    openedAt: instantOf(openedAt),
    untilAt: instantOf(untilAt),
    reviewedAt: reviewedAt && instantOf(reviewedAt),
  };
}

export const glassCommands = [
  defineCommand({
    type: "glass.break",
    v: 1,
    summary: "Opens one person's file in an emergency",
    payload: BreakGlass,
    verb: caseworkAccess["glass.break"],
    run: breakGlass,
  }),
  defineCommand({
    type: "glass.review",
    v: 1,
    summary: "Says afterwards whether an emergency opening was justified",
    payload: ReviewGlass,
    verb: caseworkAccess["glass.review"],
    run: reviewGlass,
  }),
];

export const glassQueries = [
  defineQuery({
    name: "glass.read",
    method: "GET",
    path: "/glass/:glassId",
    summary: "One emergency opening, for whoever was told of it",
    input: z.strictObject({ glassId: z.uuid() }),
    answer: GlassView,
    verb: caseworkAccess["glass.review"],
    audit: ({ glassId }) => ({ objectType: "break_glass", objectId: glassId }),
    run: (context, { glassId }) => readGlass(context, glassId),
  }),
];
