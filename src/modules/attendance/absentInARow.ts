import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { parameterOn } from "../../platform/law.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { whereaboutsProtected } from "../person/public.ts";
import type { SessionOfGroup } from "../programme/public.ts";
import { type AttendanceStatus, wasThere } from "./rules.ts";

const absenceTasks = "absence-in-a-row";

type Away = {
  personId: string;
  memberId: string;
  caseId: string | null;
  leaderId: string | null;
  unitId: string;
  secret: boolean;
};

/**
 * After a register is closed: who was away without a word on so many class days in a row is asked about by the leader of their case,
 * else by the unit; who came again is not asked about any more. Of people with protected whereabouts only whoever leads the class is
 * told, by no name, and the task hangs on the membership, which tells nobody who it is (C7). A day counts as away when all its closed classes say so.
 */
export async function askAboutAbsent(
  context: CommandContext,
  session: SessionOfGroup,
  marks: readonly { personId: string; status: AttendanceStatus }[],
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const ids = (fits: (status: AttendanceStatus) => boolean) =>
    marks.filter(({ status }) => fits(status)).map(({ personId }) => personId);
  const { rows: open } = await sql<{ personId: string; sourceId: string }>`select p.id as person_id, t.source_id
    from unnest(${ids(() => true)}::uuid[]) p(id) join task t on t.organisation_id = ${organisationId} and t.source_type = ${absenceTasks}
      and t.source_id = any (array(select p.id union all select m.id from group_member m
        where m.organisation_id = ${organisationId} and m.group_id = ${session.groupId} and m.person_id = p.id))
    where not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`.execute(
    context.tx,
  );
  const came = new Set(ids(wasThere));
  for (const { personId, sourceId: id } of open)
    if (came.has(personId)) await endTasksFrom(context, { type: absenceTasks, id }, "NO_LONGER_RELEVANT");
  const asked = new Set(open.map(({ personId }) => personId));
  const away = ids((status) => status === "ABSENT_UNEXCUSED").filter((id) => !asked.has(id));
  if (away.length === 0) return;
  const days = Number((await parameterOn(context.tx, "ABSENCES_IN_A_ROW", context.today)).value);
  const { rows } =
    await sql<Away>`select p.id as person_id, member.id as member_id, k.id as case_id, k.leader_id, g.unit_id, ${whereaboutsProtected(context, sql.ref("p.id"))} as secret
    from unnest(${away}::uuid[]) p(id) join class_group g on g.organisation_id = ${organisationId} and g.id = ${session.groupId}
      join lateral (select m.id from group_member m where m.organisation_id = ${organisationId} and m.group_id = g.id and m.person_id = p.id
        order by m.valid_from desc limit 1) member on true
      left join lateral (select c.id, c.leader_id from open_case o join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
        where o.organisation_id = ${organisationId} and o.person_id = any (same_person(p.id)) order by (o.unit_id = g.unit_id) desc, c.opened_on desc limit 1) k on true
    where (select count(*) = ${days} and bool_and(last.away) from (select s.day, bool_and(a.status = 'ABSENT_UNEXCUSED') as away
        from counting_attendance a join class_session s on s.organisation_id = a.organisation_id and s.id = a.session_id
          join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
        where a.organisation_id = ${organisationId} and a.person_id = p.id and a.status <> 'NO_CLASS'
        group by s.day order by s.day desc limit ${days}) last)`.execute(context.tx);
  for (const { personId, memberId, caseId, leaderId, unitId, secret } of rows)
    await addTaskFor(context, {
      personId: secret ? null : personId,
      caseId: secret ? null : caseId,
      ownerId: secret ? (session.leaderId ?? accountId) : leaderId,
      unitId: secret || leaderId ? null : unitId,
      kind: "attendance.absent_in_a_row",
      detail: { days },
      dueOn: context.today,
      source: { type: absenceTasks, id: secret ? memberId : personId },
    });
}
