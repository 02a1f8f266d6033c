import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { programmeAccess } from "../access.ts";
import { coursesOf } from "../gates.ts";
import { requireGroup } from "../queries.ts";
import { sessionsOfGroups } from "../standing.ts";
import { loadProblem } from "../timetable/load.ts";
import { lostMeetings } from "../timetable/lost.ts";
import { endsAt, type GroupNeed, isOpenDay, type TimetableProblem, windowsOn } from "../timetable/problem.ts";
import { roomFor } from "../timetable/shortage.ts";
import type { Forecast, ModuleForecast } from "./contract.ts";
import { expectedOf } from "./rules.ts";

type ModuleRow = Pick<ModuleForecast, "moduleId" | "code" | "name" | "optional" | "plannedMinutes">;

/** Where each module of a group will end, and whether the rest of its calendar can still hold what is missing. @throws Problem not_found */
export async function readForecast(context: WorkContext, groupId: string): Promise<Forecast> {
  const { name } = await requireGroup(context, programmeAccess["forecast.read"], groupId);
  const { rows: modules } = await sql<ModuleRow>`select m.id as module_id, m.code, m.name, m.optional, m.planned_minutes
    from programme_module m where m.organisation_id = ${context.actor.organisationId} and m.group_id = ${groupId} order by m.no ${atMost}`.execute(
    context.tx,
  );
  const standing = await sessionsOfGroups(context, [groupId]);
  const courses = await coursesOf(
    context,
    standing.map(({ id }) => id),
  );
  const asked = {
    groupIds: [groupId],
    from: context.today,
    keepMoved: true,
    withOptional: [],
    asItStands: true,
  } as const;
  const { problem, groups } = await loadProblem(context, asked);
  const [setting] = groups;
  const [group] = problem.groups;
  if (!setting || !group) throw new Error("a group without its settings");
  const meets = group.meetings.length > 0;
  return {
    groupId,
    groupName: name,
    startsOn: setting.startsOn,
    endsOn: addDays(setting.startsOn, setting.weeks * 7 - 1),
    minutesPerHour: setting.minutesPerHour,
    modules: modules.map((module) => {
      const sessions = standing
        .filter(({ moduleId }) => moduleId === module.moduleId)
        .map((session) => ({ ...session, course: courses.get(session.id) }));
      const expected = expectedOf(module.plannedMinutes, sessions, context.today);
      const need = group.modules.find(({ id }) => id === module.moduleId);
      const { missingMinutes } = expected;
      return {
        ...module,
        ...expected,
        // What is held on request only, or outside the meetings, is not looked for in them.
        fitsMinutes: meets && need ? roomFor(problem, group, need, missingMinutes) : null,
        warning: module.optional && sessions.length === 0 ? null : expected.warning,
      };
    }),
    freeMinutes: meets ? freeMinutes(problem, group, addDays(setting.startsOn, setting.weeks * 7 - 1)) : null,
    lost: lostMeetings(setting, setting.startsOn),
  };
}

/** Time of the group's meetings, from the day on that can still be planned, in which nothing stands. */
function freeMinutes({ from, kept }: TimetableProblem, group: GroupNeed, last: PlainDate): number {
  let free = 0;
  const first = compareDays(from, group.startsOn) < 0 ? group.startsOn : from;
  for (let day = first; compareDays(day, last) <= 0; day = addDays(day, 1)) {
    if (!isOpenDay(group, day)) continue;
    const standing = kept.filter((session) => session.groupId === group.id && session.day === day);
    for (const window of windowsOn(group.meetings, day)) {
      free += window.to - window.from;
      for (const session of standing)
        free -= Math.max(0, Math.min(window.to, endsAt(session)) - Math.max(window.from, session.startsAt));
    }
  }
  return Math.max(0, free);
}
