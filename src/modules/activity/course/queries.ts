import { sql } from "kysely";
import { z } from "zod";
import { may, reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { getPersonNames, hiddenAmongIds } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { CourseCard, CourseList, type CourseParticipant } from "./contract.ts";
import { attendedBy, certificatesOf, participantsOf, requireCourse, shownParticipant } from "./store.ts";

/** Courses of the actor's units, or of the organisation for whoever only counts; those that go on first. */
async function list(context: WorkContext): Promise<CourseList> {
  const { tx, actor, today } = context;
  const all = reachesOf(actor, activityAccess["course.list"]).has("organisation");
  const mine = sql`${[...actor.unitIds]}::uuid[]`;
  const { rows: courses } = await sql<
    CourseList["courses"][number]
  >`select c.id, u.name as unit_name, c.name, c.kind, c.provider, c.edition, c.starts_on, c.ends_on, c.programme_minutes, coalesce(j.minutes_per_hour, 60) as minutes_per_hour, c.qualification,
      (select count(*)::int from course_participant p where p.organisation_id = c.organisation_id and p.course_id = c.id and p.withdrawn_at is null) as participants,
      (select count(*)::int from course_participant p join course_leaving l on l.organisation_id = p.organisation_id and l.participant_id = p.id and l.withdrawn_at is null and p.withdrawn_at is null
        where p.organisation_id = c.organisation_id and p.course_id = c.id) as left,
      (select count(distinct p.id)::int from course_participant p join course_certificate x on x.organisation_id = p.organisation_id and x.participant_id = p.id
        where p.organisation_id = c.organisation_id and p.course_id = c.id) as certified
    from course c join unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
      left join project j on j.organisation_id = c.organisation_id and j.id = c.project_id
    where c.organisation_id = ${actor.organisationId} and (${all} or c.unit_id = any (${mine}))
    order by c.ends_on < ${today}, c.starts_on desc, c.name, c.id ${atMost}`.execute(tx);
  const mayKeep = reachesOf(actor, activityAccess["course.record"]).size > 0;
  if (!mayKeep) return { courses, mayKeep, units: [], projects: [], modules: [] };
  const { rows: units } = await sql<CourseList["units"][number]>`select id, name from unit
    where organisation_id = ${actor.organisationId} and id = any (${mine}) order by name, id ${atMost}`.execute(tx);
  const { rows: projects } = await sql<CourseList["projects"][number]>`select id, title, minutes_per_hour from project
    where organisation_id = ${actor.organisationId} and unit_id = any (${mine}) order by starts_on desc, title, id ${atMost}`.execute(
    tx,
  );
  const { rows: modules } = await sql<
    CourseList["modules"][number]
  >`select m.id, m.code, m.name, g.name as group_name from programme_module m
      join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
    where m.organisation_id = ${actor.organisationId} and g.unit_id = any (${mine}) order by g.starts_on desc, g.id, m.no ${atMost}`.execute(
    tx,
  );
  return { courses, mayKeep, units, projects, modules };
}

type Receipt = CourseParticipant["receipts"][number] & { participantId: string };

async function receiptsOf({ tx, actor }: WorkContext, courseId: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`select r.id, r.participant_id, r.item, r.received_on
    from course_receipt r join course_participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
    where r.organisation_id = ${actor.organisationId} and p.course_id = ${courseId} and r.withdrawn_at is null order by r.received_on, r.id ${atMost}`.execute(
    tx,
  );
  return rows;
}

/** @throws Problem not_found `course.not_found` */
export async function readCourse(context: WorkContext, courseId: string): Promise<CourseCard> {
  const course = await requireCourse(context, activityAccess["course.read"], courseId);
  const stored = await participantsOf(context, { courseId });
  const ids = stored.map(({ personId }) => personId);
  const hidden = await hiddenAmongIds(context, ids);
  const shown = stored.filter(({ personId }) => !hidden.has(personId));
  const names = await getPersonNames(context, ids);
  const attended = await attendedBy(context, course, shown);
  const receipts = Map.groupBy(await receiptsOf(context, courseId), ({ participantId }) => participantId);
  const certificates = Map.groupBy(await certificatesOf(context, courseId), ({ participantId }) => participantId);
  const reasons = may(context.actor, activityAccess["course.read-reasons"], { unit: true });
  return {
    ...course,
    mayKeep: reachesOf(context.actor, activityAccess["course.enrol"]).size > 0,
    hidden: hidden.size,
    participants: shown
      .map((participant) => ({
        ...shownParticipant(context, course, participant, attended.get(participant.id), reasons),
        personName: names.get(participant.personId) ?? "",
        receipts: (receipts.get(participant.id) ?? []).map(({ participantId: _, ...receipt }) => receipt),
        certificates: (certificates.get(participant.id) ?? []).map(({ no, number, issuedOn, by, reason }) => ({
          no,
          number,
          issuedOn,
          by,
          reason: reasons ? reason : "",
        })),
      }))
      .toSorted((a, b) => a.personName.localeCompare(b.personName, "pl")),
  };
}

export const courseQueries = [
  defineQuery({
    name: "course.list",
    method: "GET",
    path: "/courses",
    summary: "Courses with how many take part, nobody named",
    input: z.strictObject({}),
    answer: CourseList,
    verb: activityAccess["course.list"],
    audit: null,
    run: list,
  }),
  defineQuery({
    name: "course.read",
    method: "GET",
    path: "/courses/:courseId",
    summary: "A course with its participants, attendance and certificates",
    input: z.strictObject({ courseId: z.uuid() }),
    answer: CourseCard,
    verb: activityAccess["course.read"],
    audit: ({ courseId }) => ({ objectType: "course", objectId: courseId, section: "ATTENDANCE" }),
    run: (context, { courseId }) => readCourse(context, courseId),
  }),
];
