import { loadavg } from "node:os";
import { breachesOf } from "../src/modules/programme/timetable/breaches.ts";
import { hours, radomGroup, radomLeaders, radomRooms } from "../src/modules/programme/timetable/fixture.ts";
import type { GroupNeed, TimetableProblem } from "../src/modules/programme/timetable/problem.ts";
import { shortagesOf } from "../src/modules/programme/timetable/shortage.ts";
import { solveTimetable } from "../src/modules/programme/timetable/solve.ts";
import { plainDate } from "../src/platform/time/plainDate.ts";

/** `solveMs`: by the clock, as the planner waits; `gap`: how far, in the worst week, the choice may be from the best of that week; `explainMs`: why some hours found no place. */
type Solved = {
  name: string;
  solveMs: number;
  processorMs: number;
  explainMs: number;
  gap: number;
  placedHours: number;
  plannedHours: number;
  breaches: number;
};

const limitMs = 10_000;
const from = plainDate("2026-12-07");
const worlds: readonly { name: string; groups: readonly GroupNeed[] }[] = [
  { name: "one group", groups: [radomGroup("one", from, hours([1, 3, 5], 10, 14))] },
  {
    name: "two groups that share rooms and leaders",
    groups: [
      radomGroup("one", from, hours([1, 3, 5], 10, 14)),
      radomGroup("two", "2027-01-04", hours([1, 3, 5], 12, 16)),
    ],
  },
];

const hoursIn = (list: readonly { minutes: number }[]) => list.reduce((sum, { minutes }) => sum + minutes, 0) / 60;

/** The Radom programme of eleven modules in 38 weeks, solved afresh as a planner asks for it. */
export async function measureTimetable(): Promise<Solved[]> {
  const solved: Solved[] = [];
  for (const { name, groups } of worlds) {
    const problem: TimetableProblem = { from, step: 60, groups, rooms: radomRooms, leaders: radomLeaders, kept: [] };
    const cpu = process.cpuUsage();
    const timetable = await solveTimetable(problem);
    const { user, system } = process.cpuUsage(cpu);
    const before = performance.now();
    shortagesOf(problem, timetable);
    solved.push({
      name,
      solveMs: timetable.milliseconds,
      processorMs: (user + system) / 1000,
      explainMs: performance.now() - before,
      gap: timetable.worstGap,
      placedHours: hoursIn(timetable.sessions),
      plannedHours: hoursIn(groups.flatMap(({ modules }) => modules)),
      breaches: breachesOf(problem, timetable.sessions).length,
    });
  }
  return solved;
}

/** Answers whether every timetable held and came in time. */
export function printTimetable(solved: readonly Solved[]): boolean {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `\nA timetable of 38 weeks and eleven modules; bar <= ${limitMs / 1000} s by the clock; load of the machine ${load}`,
  );
  for (const each of solved) {
    const { name, solveMs, processorMs, explainMs, gap, placedHours, plannedHours, breaches } = each;
    const seconds = `${(solveMs / 1000).toFixed(1)} s (processor ${(processorMs / 1000).toFixed(1)} s)`;
    const end = `${placedHours} of ${plannedHours} h, gap ${(gap * 100).toFixed(2)} %, ${breaches} breaches, explained in ${explainMs.toFixed(0)} ms`;
    console.log(`${name}: ${seconds}, ${end}   ${holds(each) ? "pass" : "FAIL"}`);
  }
  return solved.every(holds);
}

const holds = ({ solveMs, breaches }: Solved): boolean => solveMs <= limitMs && breaches === 0;
