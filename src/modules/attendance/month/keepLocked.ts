import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext } from "../../../platform/command.ts";
import { refuseIf } from "../../../platform/problem.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { GroupChange } from "../../programme/rules.ts";
import { holdMonth } from "./store.ts";

type Months = { unitId: string; months: string[] };

/** The unit of the group, and the months in which the change would touch what its registers say, oldest first; later than today none is locked. */
async function touchedBy(context: CommandContext, change: GroupChange): Promise<Months> {
  const days =
    "classesOn" in change
      ? sql`select unnest(${[...change.classesOn]}::date[]) as day`
      : sql`select s.day from held_session s where s.organisation_id = g.organisation_id and s.group_id = g.id and s.day >= ${change.membersFrom}`;
  const { rows } =
    await sql<Months>`select g.unit_id, coalesce((select array_agg(distinct to_char(d.day, 'YYYY-MM') order by to_char(d.day, 'YYYY-MM'))
      from (${days}) d where d.day <= ${context.today}), '{}') as months
    from class_group g where g.organisation_id = ${context.actor.organisationId} and g.id = ${change.groupId}`.execute(
      context.tx,
    );
  const [touched] = rows;
  if (!touched) throw new Error("a group that is changed is there");
  return touched;
}

/** Whether one of those who leave has a mark on a day that would no longer be theirs; a mark of no class says nothing of anybody. */
async function isMarkedAfterwards(
  { tx, actor: { organisationId } }: CommandContext,
  { leaving, membersFrom }: { leaving: readonly string[]; membersFrom: PlainDate },
): Promise<boolean> {
  const { rows } = await sql`select from group_member m
      cross join lateral unnest(same_person(m.person_id)) own (id)
      join counting_attendance a on a.organisation_id = ${organisationId} and a.person_id = own.id and a.status <> 'NO_CLASS'
      join class_session s on s.organisation_id = ${organisationId} and s.id = a.session_id and s.group_id = m.group_id and s.day >= ${membersFrom}
    where m.organisation_id = ${organisationId} and m.id = any (${[...leaving]}::uuid[])
      and not exists (select from group_membership o where o.organisation_id = ${organisationId} and o.group_id = m.group_id
        and o.person_id = any (same_person(m.person_id)) and not (o.id = any (${[...leaving]}::uuid[]))
        and s.day between o.valid_from and coalesce(o.valid_until, s.day))
    limit 1`.execute(tx);
  return rows.length > 0;
}

/**
 * A locked month keeps its classes and its people: pay was reckoned from both, and a change beside the registers would leave no
 * correction behind. Nobody leaves before a day on which they are marked, so that no mark is of somebody who was not there to be marked.
 * Whoever locks the month waits for this change, or this change for them.
 */
export async function keepLockedMonths(context: CommandContext, change: GroupChange): Promise<string | null> {
  const { unitId, months } = await touchedBy(context, change);
  for (const month of months) await holdMonth(context, { unitId, month });
  // a statement of its own after the wait: what it reads is not older
  const { rows: locked } =
    await sql`select from locked_register_month where organisation_id = ${context.actor.organisationId} and unit_id = ${unitId}
      and to_char(month, 'YYYY-MM') = any (${months}::text[]) limit 1`.execute(context.tx);
  if (locked.length > 0) return "register-month.holds_group";
  const leaves = "membersFrom" in change && change.leaving.length > 0;
  return leaves && (await isMarkedAfterwards(context, change)) ? "member.marked_afterwards" : null;
}

/** Who ends their part in a project leaves its groups: a locked month holds against it as well. @throws Problem refused `register-month.holds_group` */
export async function keepMonthsOfEnrolment(
  context: CommandContext,
  { enrolmentId, endedOn }: { enrolmentId: string; endedOn: PlainDate },
): Promise<void> {
  const { rows } = await sql<{ groupId: string }>`select distinct group_id from group_member
    where organisation_id = ${context.actor.organisationId} and enrolment_id = ${enrolmentId} and coalesce(valid_until, 'infinity') > ${endedOn}
    order by group_id ${atMost}`.execute(context.tx);
  for (const { groupId } of rows)
    refuseIf([await keepLockedMonths(context, { groupId, membersFrom: addDays(endedOn, 1), leaving: [] })]);
}
