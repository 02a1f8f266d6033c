import type { WorkContext } from "../../../platform/command.ts";
import { freeze } from "../../../platform/documents/freeze.ts";
import { addDays, endOfMonth, type PlainDate, startOfMonth, startOfWeek } from "../../../platform/time/plainDate.ts";
import { programmesOfUnit, type RunningProgramme } from "../../centre/public.ts";
import { plannedClassesOf, sessionsOfUnit } from "../../programme/public.ts";
import { closedDaysOf, hourLimitsOn } from "../month/facts.ts";
import type { ClassContent } from "./contract.ts";
import { weeksOf } from "./rules.ts";

/** Days on which a participant takes part; after a job was taken the programme asks for no hours. Inclusive; may be empty. */
function daysOf({ days, endedOn, jobOn }: RunningProgramme): { from: PlainDate; to: PlainDate } {
  const ends = [days.lastDay, ...(endedOn ? [endedOn] : []), ...(jobOn ? [addDays(jobOn, -1)] : [])].toSorted();
  return { from: days.trialFrom, to: ends[0] ?? days.lastDay };
}

/**
 * The month of a unit as its timetable and programmes stand now: classes, and each participant's planned weeks, with the hash that an edition
 * would have. All participants, also those with protected whereabouts: the caller asks who may see whom.
 */
export async function programmeNow(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: PlainDate },
): Promise<{ content: ClassContent; contentHash: string; closedDays: ReadonlySet<PlainDate> }> {
  const [first, last] = [startOfMonth(month), endOfMonth(month)];
  const [from, to] = [startOfWeek(first), addDays(startOfWeek(last), 6)];
  const sessions = await sessionsOfUnit(context, { unitId, from: first, to: last });
  const taking = (await programmesOfUnit(context, { unitId, from: first, to: last }))
    .map((programme) => ({ programme, ...daysOf(programme) }))
    .filter((it) => it.from <= last && it.to >= first && it.from <= it.to);
  const planned = Map.groupBy(
    await plannedClassesOf(context, { unitId, personIds: taking.map((it) => it.programme.personId), from, to }),
    ({ personId }) => personId,
  );
  const { limits, unverified } = await hourLimitsOn(context, last);
  const closedDays = await closedDaysOf(context, unitId, from, to);
  const content: ClassContent = {
    unitId,
    month: first.slice(0, 7),
    limits: { ...limits, unverified },
    classes: sessions.map((it) => ({
      sessionId: it.id,
      day: it.day,
      startsAt: it.startsAt,
      minutes: it.minutes,
      groupId: it.groupId,
      groupName: it.groupName,
      moduleCode: it.moduleCode,
      moduleName: it.moduleName,
      room: it.room,
      leaderName: it.leaderName,
    })),
    people: taking
      .map(({ programme: { id, personId, weeklyHours, dailyHours, capped }, ...days }) => ({
        ipzsId: id,
        personId,
        weeklyHours,
        capped,
        weeks: weeksOf(
          {
            month: first,
            ...days,
            capped,
            dailyMinutes: dailyHours === null ? null : dailyHours * 60,
            classes: planned.get(personId) ?? [],
            closedDays,
          },
          limits,
        ),
      }))
      .toSorted((a, b) => (a.ipzsId < b.ipzsId ? -1 : 1)),
  };
  return { content, contentHash: freeze(content).contentHash, closedDays };
}
