import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { programmeAccess } from "../access.ts";
import { minutesThatCount } from "../delivered.ts";
import { coursesOf } from "../gates.ts";
import { requireGroup } from "../queries.ts";
import type { Realisation } from "./contract.ts";
import { lastDayOf, realisationByMonth, type WentClass } from "./rules.ts";

type Verb = (typeof programmeAccess)["realisation.read" | "realisation.print" | "realisation.export"];

type GroupRow = { startsOn: PlainDate; weeks: number; meetingsPerWeek: number; minutesPerHour: number };
type ModuleRow = Realisation["modules"][number] & {
  optional: boolean;
  heldFrom: PlainDate | null;
  heldUntil: PlainDate | null;
};
type ClassRow = { id: string; moduleId: string; day: PlainDate; minutes: number; cancelled: boolean };

/** How the hours of a group's modules went, month by month. @throws Problem not_found. Source: docs/domain/reporting.md RP-15 */
export async function readRealisation(context: WorkContext, verb: Verb, groupId: string): Promise<Realisation> {
  const { name } = await requireGroup(context, verb, groupId);
  const { organisationId } = context.actor;
  const { rows: groups } =
    await sql<GroupRow>`select g.starts_on, g.weeks, g.meetings_per_week, p.minutes_per_hour from class_group g
    join project p on p.organisation_id = g.organisation_id and p.id = g.project_id
    where g.organisation_id = ${organisationId} and g.id = ${groupId}`.execute(context.tx);
  const { rows: all } =
    await sql<ModuleRow>`select id, code, name, planned_minutes, optional, held_from, held_until from programme_module
    where organisation_id = ${organisationId} and group_id = ${groupId} order by no ${atMost}`.execute(context.tx);
  const [group] = groups;
  if (!group) throw new Error("a group in reach without its row");
  const classes = await classesOf(context, groupId);
  const modules = all.filter(({ id, optional }) => !optional || classes.some(({ moduleId }) => moduleId === id));
  const months = realisationByMonth(
    group,
    modules.map(({ id, plannedMinutes, heldFrom, heldUntil }) => ({
      id,
      plannedMinutes,
      within: heldFrom || heldUntil ? { from: heldFrom ?? group.startsOn, to: heldUntil ?? lastDayOf(group) } : null,
    })),
    classes,
    context.today,
  );
  return {
    groupId,
    groupName: name,
    startsOn: group.startsOn,
    endsOn: lastDayOf(group),
    minutesPerHour: group.minutesPerHour,
    modules: modules.map(({ id, code, name: own, plannedMinutes }) => ({ id, code, name: own, plannedMinutes })),
    months: months.map(({ modules: progress, ...month }) => ({
      ...month,
      modules: [...progress].map(([moduleId, each]) => ({ moduleId, ...each })),
    })),
  };
}

/** Classes until today, also those that were called off, but not those that another calendar took the place of. */
async function classesOf(context: WorkContext, groupId: string): Promise<WentClass[]> {
  const { rows } = await sql<ClassRow>`select s.id, s.module_id, s.day, s.minutes, c.session_id is not null as cancelled
    from class_session s left join class_session_cancellation c
      on c.organisation_id = s.organisation_id and c.session_id = s.id and c.taken_back_at is null
    where s.organisation_id = ${context.actor.organisationId} and s.group_id = ${groupId} and s.day <= ${context.today}
      and coalesce(c.reason, '') <> 'REPLACED' order by s.day, s.starts_at, s.id`.execute(context.tx);
  const courses = await coursesOf(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, cancelled, ...session }) => {
    const course = courses.get(id);
    const wentBy = compareDays(session.day, context.today) < 0;
    return {
      ...session,
      heldMinutes: cancelled ? 0 : (course?.heldMinutes ?? 0),
      isLost: cancelled || (wentBy && minutesThatCount(session, course, context.today) === 0),
    };
  });
}
