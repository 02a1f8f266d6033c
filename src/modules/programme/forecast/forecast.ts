import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { percentOf } from "../../../platform/money.ts";
import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { programmeAccess } from "../access.ts";
import { judgeMove } from "../calendar/judge.ts";
import { coursesOf } from "../gates.ts";
import { mayInUnit, requireGroup } from "../queries.ts";
import { programmeFit, realisation } from "../rules.ts";
import { type StandingRow, sessionsOfGroups } from "../standing.ts";
import { type GroupSetting, loadJudgeProblem, loadProblem, placedOf } from "../timetable/load.ts";
import { lostMeetings } from "../timetable/lost.ts";
import { endsAt, type GroupNeed, isOpenDay, type TimetableProblem, windowsOn } from "../timetable/problem.ts";
import { roomForAll } from "../timetable/shortage.ts";
import type { Forecast, ModuleForecast } from "./contract.ts";
import { expectedOf, troubleOf } from "./rules.ts";

type ModuleRow = Pick<ModuleForecast, "moduleId" | "code" | "name" | "optional" | "plannedMinutes"> & {
  form: "GROUP" | "INDIVIDUAL";
};

/** Where each module of a group will end, and whether the rest of its calendar can still hold what is missing. @throws Problem not_found */
export async function readForecast(context: WorkContext, groupId: string): Promise<Forecast> {
  const { name, unitId } = await requireGroup(context, programmeAccess["forecast.read"], groupId);
  const { rows } = await sql<ModuleRow>`select m.id as module_id, m.code, m.name, m.optional, m.planned_minutes, m.form
    from programme_module m where m.organisation_id = ${context.actor.organisationId} and m.group_id = ${groupId} order by m.no ${atMost}`.execute(
    context.tx,
  );
  const standing = await sessionsOfGroups(context, [groupId]);
  const courses = await coursesOf(
    context,
    standing.map(({ id }) => id),
  );
  const troubles = await troublesOf(
    context,
    groupId,
    standing.filter(({ id }) => !courses.has(id)),
  );
  const lost = new Set(troubles.filter(({ isLost }) => isLost).map(({ sessionId }) => sessionId));
  const asked = { groupIds: [groupId], from: context.today, keepMoved: true, asItStands: { without: lost } };
  const planned = new Set(standing.map(({ moduleId }) => moduleId));
  // What is on request counts once somebody planned it.
  const modules = rows.map((row) => ({ ...row, isAsked: !row.optional || planned.has(row.moduleId) }));
  const withOptional = modules.filter(({ isAsked }) => isAsked).map(({ moduleId }) => moduleId);
  const { problem, groups } = await loadProblem(context, { ...asked, withOptional });
  const [setting] = groups;
  const [group] = problem.groups;
  if (!setting || !group) throw new Error("a group without its settings");
  const meets = group.meetings.length > 0;
  const expected = modules.map(({ moduleId, plannedMinutes, isAsked }) => {
    const sessions = standing
      .filter((session) => session.moduleId === moduleId)
      .map((session) => ({ ...session, course: courses.get(session.id), isLost: lost.has(session.id) }));
    return { moduleId, ...expectedOf(isAsked ? plannedMinutes : 0, sessions, context.today) };
  });
  const wanted = new Map(expected.map(({ moduleId, missingMinutes }) => [moduleId, missingMinutes]));
  const fits = meets ? roomForAll(problem, group, wanted) : new Map<string, number>();
  const lines = modules.map(({ form: _, isAsked: __, ...module }, at): ModuleForecast => {
    const { moduleId } = module;
    const isInside = group.modules.some(({ id }) => id === moduleId);
    const end = expected[at] ?? expectedOf(0, [], context.today);
    // What is held on request only, or outside the meetings, is not looked for in them.
    return { ...module, ...end, fitsMinutes: meets && isInside ? (fits.get(moduleId) ?? 0) : null };
  });
  const last = addDays(setting.startsOn, setting.weeks * 7 - 1);
  const plans = mayInUnit(context, programmeAccess["timetable.read-problem"], unitId);
  return {
    groupId,
    groupName: name,
    startsOn: setting.startsOn,
    endsOn: last,
    minutesPerHour: setting.minutesPerHour,
    modules: lines,
    total: totalOf(lines.filter((_, at) => modules[at]?.isAsked)),
    fit: fitOf(
      modules.filter(({ isAsked }) => isAsked),
      setting,
    ),
    troubles: troubles.slice(0, 200).map((trouble) => (plans ? trouble : { ...trouble, kinds: [] })),
    freeMinutes: meets ? freeMinutes(problem, group, last) : null,
    lost: lostMeetings(setting, setting.startsOn),
  };
}

/** Classes ahead that cannot be held where they stand, or that somebody should look at, by day and hour. */
async function troublesOf(
  context: WorkContext,
  groupId: string,
  ahead: readonly StandingRow[],
): Promise<Forecast["troubles"]> {
  const problem = await loadJudgeProblem(context, [groupId], { roomIds: [], leaderIds: [] });
  return ahead.flatMap((session) => {
    if (compareDays(session.day, context.today) < 0) return [];
    const { hard, soft } = judgeMove(problem, session.id, placedOf(session));
    const trouble = troubleOf([...hard, ...soft]);
    const { id: sessionId, moduleId, day, startsAt, minutes } = session;
    return trouble.kinds.length === 0 ? [] : [{ sessionId, moduleId, day, startsAt, minutes, ...trouble }];
  });
}

/** The whole programme as one. */
function totalOf(modules: readonly ModuleForecast[]): Forecast["total"] {
  const sum = (of: (module: ModuleForecast) => number) => modules.reduce((total, module) => total + of(module), 0);
  const [plannedMinutes, heldMinutes] = [sum((it) => it.plannedMinutes), sum((it) => it.heldMinutes)];
  const [aheadMinutes, openMinutes] = [sum((it) => it.aheadMinutes), sum((it) => it.openMinutes)];
  const lostMinutes = sum((it) => it.lostMinutes);
  const { percent, warning } = realisation(plannedMinutes, heldMinutes + openMinutes + aheadMinutes - lostMinutes);
  return {
    plannedMinutes,
    heldMinutes,
    openMinutes,
    aheadMinutes,
    lostMinutes,
    missedMinutes: sum((it) => it.missedMinutes),
    missingMinutes: sum((it) => it.missingMinutes),
    fitsMinutes: modules.every(({ fitsMinutes }) => fitsMinutes === null) ? null : sum((it) => it.fitsMinutes ?? 0),
    heldPercent: percentOf(heldMinutes, plannedMinutes),
    endPercent: percent,
    warning: warning === "programme.plan_exceeds_capacity" ? null : warning,
  };
}

/** The plan against the time of the meetings as the group's card says it. Source: docs/domain/rules.md R-PRG-02 */
function fitOf(
  modules: readonly Pick<ModuleRow, "form" | "plannedMinutes">[],
  { weeks, meetingsPerWeek, minutesPerMeeting, consultationsInside }: GroupSetting,
): Forecast["fit"] {
  const { plannedHours, capacityHours, warning } = programmeFit(
    modules.map(({ form, plannedMinutes }) => ({ form, plannedHours: plannedMinutes })),
    { weeks, meetingsPerWeek, hoursPerMeeting: minutesPerMeeting },
    consultationsInside,
  );
  return { plannedMinutes: plannedHours, capacityMinutes: capacityHours, exceeds: warning !== null };
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
