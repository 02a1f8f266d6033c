import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../../platform/time/plainDate.ts";
import { breachesOf } from "./breaches.ts";
import { hours, radomGroup, radomLeaders, radomRooms } from "./fixture.ts";
import { stepOf } from "./load.ts";
import { planTimetable } from "./planTimetable.ts";
import type { GroupNeed, ModuleNeed, Placed, TimetableProblem } from "./problem.ts";
import { shortagesOf } from "./shortage.ts";
import { solveTimetable, type Timetable, weekLimits } from "./solve.ts";

/** The solver's work takes as long as the machine is busy. */
const patient = 120_000;
const mornings = hours([1, 3, 5], 10, 14);
const problem = (groups: GroupNeed[], changed: Partial<TimetableProblem> = {}): TimetableProblem => ({
  from: plainDate("2026-12-07"),
  step: 60,
  groups,
  rooms: radomRooms,
  leaders: radomLeaders,
  kept: [],
  ...changed,
});
const minutesOf = (sessions: readonly { minutes: number }[]) => sessions.reduce((sum, { minutes }) => sum + minutes, 0);

describe("the Radom programme", () => {
  const asked = problem([radomGroup("one", "2026-12-07", mornings)]);
  let solved: Timetable;
  beforeAll(async () => {
    solved = await solveTimetable(asked);
  }, patient);

  it("finds a place for all that 38 weeks without public holidays can hold: 436 of 439 hours", () => {
    const { sessions, unplaced } = solved;
    expect(breachesOf(asked, sessions)).toEqual([]);
    expect(minutesOf(sessions)).toBe(436 * 60);
    expect(minutesOf(unplaced)).toBe(3 * 60);
  });

  it("says what would have to give: longer meetings", () => {
    const shortages = shortagesOf(asked, solved);
    expect(shortages.length).toBeGreaterThan(0);
    for (const { ways } of shortages) expect(ways[0]?.gives).toContainEqual({ kind: "MEETINGS" });
  });

  it("spreads a module over the whole cycle instead of filling the first weeks with it", () => {
    const { sessions } = solved;
    const course = sessions.filter(({ moduleId }) => moduleId === "SUPPORT_MEETINGS");
    const half = plainDate("2027-04-19");
    const early = minutesOf(course.filter(({ day }) => day < half));
    expect(early / minutesOf(course)).toBeGreaterThan(0.4);
    expect(early / minutesOf(course)).toBeLessThan(0.6);
  });

  it("keeps what was held and plans the rest anew when a leader is lost", { timeout: patient }, async () => {
    const { sessions } = solved;
    const today = plainDate("2027-03-01");
    const held = sessions.filter(({ day }) => day < today);
    const group = radomGroup("one", "2026-12-07", mornings);
    const again = problem(
      [
        {
          ...group,
          modules: group.modules.map((module) => ({
            ...module,
            minutes: module.minutes - minutesOf(held.filter(({ moduleId }) => moduleId === module.id)),
          })),
        },
      ],
      {
        from: today,
        kept: held,
        leaders: radomLeaders.map((leader) =>
          leader.id === "psychologist" ? { ...leader, away: [{ from: today, to: plainDate("2027-08-29") }] } : leader,
        ),
      },
    );
    const timetable = await solveTimetable(again);
    expect(breachesOf(again, timetable.sessions)).toEqual([]);
    expect(timetable.sessions.every(({ day, leaderId }) => day >= today && leaderId !== "psychologist")).toBe(true);
    const lost = shortagesOf(again, timetable).find(({ moduleId }) => moduleId === "PSYCHOEDUCATION");
    expect(lost?.ways[0]?.gives).toEqual([{ kind: "LEADER", leaderId: "psychologist" }]);
    expect(
      timetable.sessions.some(
        ({ moduleId, leaderId }) => moduleId === "INDIVIDUAL_CONSULTATIONS" && leaderId === "lawyer",
      ),
    ).toBe(true);
  });

  it("a long closure is told as what would have to give", { timeout: patient }, async () => {
    const closed = [{ from: plainDate("2027-02-01"), to: plainDate("2027-02-28") }];
    const shut = problem([{ ...radomGroup("one", "2026-12-07", mornings), closed }]);
    const timetable = await solveTimetable(shut);
    expect(breachesOf(shut, timetable.sessions)).toEqual([]);
    expect(minutesOf(timetable.sessions)).toBe((436 - 12 * 4) * 60);
    expect(shortagesOf(shut, timetable).flatMap(({ ways }) => ways.flatMap(({ gives }) => gives))).toContainEqual({
      kind: "CLOSURES",
    });
  });
});

describe("a search that ends by its steps", () => {
  const short = problem([{ ...radomGroup("one", "2026-12-07", mornings), weeks: 6 }]);
  const told = ({ sessions, unplaced, worstGap }: Timetable) => ({ sessions, unplaced, worstGap });

  it("gives the same timetable however long it was kept waiting", { timeout: patient }, async () => {
    const [one, two] = await Promise.all([solveTimetable(short), solveTimetable(short)]);
    expect(told(two)).toEqual(told(one));
    expect(one.worstGap).toBeLessThanOrEqual(weekLimits.within);
  });

  it("stopped early it gives the best it has found, which breaks nothing, and says how far it may be from the best", {
    timeout: patient,
  }, async () => {
    const whole = problem([radomGroup("one", "2026-12-07", mornings)]);
    const stopped = await solveTimetable(whole, { steps: 1, within: 0 });
    expect(breachesOf(whole, stopped.sessions)).toEqual([]);
    expect(stopped.sessions.length).toBeGreaterThan(0);
    expect(stopped.worstGap).toBeGreaterThan(weekLimits.within);
  });
});

describe("hours off the hour", () => {
  /** Four weeks, one module that fills every meeting but for what stands in it. */
  const small = (from: number, minutes: number, sessionMinutes: ModuleNeed["sessionMinutes"]): GroupNeed => ({
    id: "small",
    size: 10,
    startsOn: plainDate("2027-02-01"),
    weeks: 4,
    meetings: [1, 3].map((weekday) => ({ weekday, from, to: from + 240 })),
    closed: [],
    modules: ["one", "two"].map((id) => ({
      id,
      minutes,
      sessionMinutes,
      everyWeeks: null,
      leaderIds: [],
      roomIds: [],
      wishedWeekdays: [],
    })),
  });
  const asked = (group: GroupNeed, kept: readonly Placed[] = []) =>
    problem([group], { from: plainDate("2027-02-01"), step: stepOf([group]), kept });

  it.each([
    ["at twenty past eight", 500, 960, { least: 60, usual: 120, most: 120 }, 60],
    ["at five past nine, in teaching hours of 45 minutes", 545, 900, { least: 45, usual: 90, most: 180 }, 45],
    ["at ten, in lessons of 50 minutes", 600, 800, { least: 50, usual: 100, most: 100 }, 50],
  ] as const)(
    "a meeting that begins %s is filled to its end",
    { timeout: patient },
    async (_, from, minutes, lengths, step) => {
      const group = small(from, minutes, lengths);
      expect(stepOf([group])).toBe(step);
      const { sessions, unplaced } = await solveTimetable(asked(group));
      expect(breachesOf(asked(group), sessions)).toEqual([]);
      expect(unplaced).toEqual([]);
    },
  );

  it("beside a class that stands across the hour nothing is lost before and after it", {
    timeout: patient,
  }, async () => {
    const group = small(500, 480, { least: 50, usual: 70, most: 120 });
    const kept = [1, 8, 15, 22].map((days): Placed => {
      const day = addDays(plainDate("2027-01-31"), days);
      return { groupId: "small", moduleId: "by hand", day, startsAt: 570, minutes: 50, roomId: null, leaderId: null };
    });
    const { sessions } = await solveTimetable(asked(group, kept));
    expect(breachesOf(asked(group, kept), sessions)).toEqual([]);
    const mondays = sessions.filter(({ day }) => kept.some((it) => it.day === day));
    for (const { startsAt, minutes } of mondays) expect(startsAt >= 620 || startsAt + minutes <= 570).toBe(true);
    expect(mondays.some(({ startsAt }) => startsAt === 500)).toBe(true);
    expect(mondays.some(({ startsAt }) => startsAt === 620)).toBe(true);
  });

  it("the room's hours are used from the minute on that it opens", { timeout: patient }, async () => {
    const group = small(500, 60, { least: 60, usual: 60, most: 60 });
    const [first] = group.modules;
    if (!first) throw new Error("no module");
    const asking = problem([{ ...group, weeks: 1, modules: [{ ...first, roomIds: ["lent"] }] }], {
      from: plainDate("2027-02-01"),
      rooms: [{ id: "lent", capacity: 10, open: [{ weekday: 1, from: 635, to: 695 }], closed: [] }],
    });
    const { sessions } = await solveTimetable(asking);
    expect(sessions).toMatchObject([{ day: "2027-02-01", startsAt: 635, minutes: 60 }]);
  });
});

describe("two groups that overlap", () => {
  it("share rooms and leaders without meeting in one place, planned in a thread of its own", {
    timeout: patient,
  }, async () => {
    const asked = problem([
      radomGroup("one", "2026-12-07", mornings),
      radomGroup("two", "2027-01-04", hours([1, 3, 5], 12, 16)),
    ]);
    const { sessions, shortages } = await planTimetable(asked);
    expect(breachesOf(asked, sessions)).toEqual([]);
    expect(new Set(sessions.map(({ groupId }) => groupId))).toEqual(new Set(["one", "two"]));
    for (const { ways } of shortages) expect(ways.length).toBeGreaterThan(0);
  });
});

describe("the checker", () => {
  const asked = problem([radomGroup("one", "2026-12-07", mornings)]);
  const good: Placed = {
    groupId: "one",
    moduleId: "SUPPORT_MEETINGS",
    day: plainDate("2026-12-07"),
    startsAt: 600,
    minutes: 120,
    roomId: "hall",
    leaderId: "social worker",
  };
  const other: Placed = { ...good, moduleId: "COMMUNITY_ACTIVITY", leaderId: null, startsAt: 660 };
  const small = { id: "closet", capacity: 8, open: hours([1], 8, 20), closed: [] };
  const inSmall = problem(
    [
      {
        ...radomGroup("one", "2026-12-07", mornings),
        modules: asked.groups[0]?.modules.map((it) => ({ ...it, roomIds: ["closet"] })) ?? [],
      },
    ],
    { rooms: [small] },
  );

  it.each<[string, Placed[], string[], TimetableProblem?]>([
    ["nothing wrong", [good], []],
    ["an unknown module", [{ ...good, moduleId: "YOGA" }], ["UNKNOWN"]],
    ["a day before the plan", [{ ...good, day: plainDate("2026-11-30") }], ["BEFORE_PLAN", "OUTSIDE_CYCLE"]],
    ["a public holiday", [{ ...good, day: plainDate("2026-12-25") }], ["HOLIDAY"]],
    ["a day of no meeting", [{ ...good, day: plainDate("2026-12-08") }], ["OUTSIDE_MEETING"]],
    ["over the end of the meeting", [{ ...good, startsAt: 780 }], ["OUTSIDE_MEETING"]],
    ["two at one time", [good, other], ["GROUP_TWICE", "ROOM_TWICE", "GROUP_TWICE", "ROOM_TWICE"]],
    ["no room", [{ ...good, roomId: null }], ["ROOM_MISSING"]],
    ["a room that is not the module's", [{ ...good, roomId: "computer room" }], ["ROOM_MISSING"]],
    ["a room too small", [{ ...good, roomId: "closet" }], ["ROOM_TOO_SMALL"], inSmall],
    ["a room outside its hours", [{ ...good, roomId: "school" }], ["ROOM_SHUT"]],
    ["no leader", [{ ...good, leaderId: null }], ["LEADER_MISSING"]],
    ["a leader who does not lead this", [{ ...good, leaderId: "lawyer" }], ["LEADER_MISSING"]],
    [
      "a leader who is not there",
      [{ ...good, moduleId: "BUSINESS_BASICS", leaderId: "business adviser" }],
      ["LEADER_AWAY"],
    ],
    [
      "twice on a day",
      [
        { ...good, minutes: 60 },
        { ...good, startsAt: 720 },
      ],
      ["SAME_DAY", "SAME_DAY"],
    ],
    [
      "a rhythm of two weeks twice",
      [
        { ...good, moduleId: "SELF_HELP_GROUP", leaderId: null },
        { ...good, moduleId: "SELF_HELP_GROUP", leaderId: null, day: plainDate("2026-12-16") },
      ],
      ["RHYTHM", "RHYTHM"],
    ],
    ["too short", [{ ...good, minutes: 30 }], ["LENGTH"]],
    [
      "more than the budget",
      Array.from({ length: 4 }, (_, week) => ({
        ...good,
        moduleId: "PROACTIVE_ATTITUDES",
        leaderId: "counsellor",
        minutes: 240,
        day: addDays(good.day, week * 7),
      })),
      ["BUDGET", "BUDGET", "BUDGET", "BUDGET"],
    ],
  ])("sees %s", (_, sessions, kinds, within = asked) => {
    expect(breachesOf(within, sessions).map(({ kind }) => kind)).toEqual(kinds);
  });
});

const anyDay = fc.integer({ min: -7, max: 35 }).map((days) => addDays(plainDate("2026-12-14"), days));
const anyWindow = fc.record({
  weekday: fc.integer({ min: 1, max: 6 }),
  from: fc.constantFrom(480, 500, 540, 600),
  to: fc.constantFrom(720, 775, 780, 900),
  since: fc.option(anyDay, { freq: 4 }),
  until: fc.option(anyDay, { freq: 4 }),
});
/** What stands already, wherever: held, pinned, or of somebody else. */
const anyKept = fc.array(
  fc.record({
    groupId: fc.constantFrom("group 0", "group 1", "somebody else's"),
    moduleId: fc.constantFrom("module 0", "module 1", "module 2"),
    day: anyDay,
    startsAt: fc.constantFrom(480, 545, 600, 660),
    minutes: fc.constantFrom(45, 60, 120),
    roomId: fc.constantFrom(null, "hall", "club"),
    leaderId: fc.constantFrom(null, "anna", "marek", "zofia"),
  }),
  { maxLength: 8 },
);
const anyModule = fc.record({
  minutes: fc.constantFrom(60, 120, 300, 480, 900),
  sessionMinutes: fc.constantFrom(
    { least: 60, usual: 120, most: 240 },
    { least: 120, usual: 120, most: 120 },
    { least: 45, usual: 90, most: 135 },
  ),
  within: fc.option(
    fc.tuple(anyDay, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({ from, to: addDays(from, days) })),
    { freq: 3 },
  ),
  everyWeeks: fc.constantFrom(null, 2 as const, 4 as const),
  leaderIds: fc.subarray(["anna", "marek", "zofia"]),
  roomIds: fc.subarray(["hall", "club"]),
  wishedWeekdays: fc.subarray([1, 3]),
});
const anyGroup = fc.record({
  size: fc.constantFrom(8, 20),
  startsOn: fc.integer({ min: 0, max: 20 }).map((days) => addDays(plainDate("2026-12-14"), days)),
  weeks: fc.integer({ min: 1, max: 6 }),
  meetings: fc.uniqueArray(anyWindow, { minLength: 1, maxLength: 3, selector: ({ weekday }) => weekday }),
  closed: fc.constantFrom([], [{ from: plainDate("2027-01-04"), to: plainDate("2027-01-08") }]),
  modules: fc.array(anyModule, { minLength: 1, maxLength: 4 }),
});
const anyProblem = fc
  .record({
    groups: fc.array(anyGroup, { minLength: 1, maxLength: 3 }),
    hall: fc.array(anyWindow, { maxLength: 5 }),
    club: fc.array(anyWindow, { maxLength: 5 }),
    free: fc.tuple(fc.array(anyWindow, { maxLength: 5 }), fc.array(anyWindow, { maxLength: 5 })),
    maxWeekMinutes: fc.constantFrom(null, 120, 240),
    from: fc.integer({ min: -7, max: 14 }).map((days) => addDays(plainDate("2026-12-14"), days)),
    kept: anyKept,
    step: fc.constantFrom(15, 30, 60),
  })
  .map(
    ({ groups, hall, club, free: [anna, marek], maxWeekMinutes, from, kept, step }): TimetableProblem => ({
      from,
      step,
      groups: groups.map((group, at) => ({
        ...group,
        id: `group ${at}`,
        modules: group.modules.map((module, number) => ({ ...module, id: `module ${number}` })),
      })),
      rooms: [
        { id: "hall", capacity: 30, open: hall, closed: [] },
        {
          id: "club",
          capacity: 10,
          open: club,
          closed: [{ from: plainDate("2026-12-21"), to: plainDate("2026-12-23") }],
        },
      ],
      leaders: [
        { id: "anna", free: anna, away: [], maxWeekMinutes },
        {
          id: "marek",
          free: marek,
          away: [{ from: plainDate("2026-12-28"), to: plainDate("2027-01-03") }],
          maxWeekMinutes: null,
        },
        { id: "zofia", free: hours([1, 2, 3, 4, 5, 6], 8, 16), away: [], maxWeekMinutes },
      ],
      kept,
    }),
  );

/** Written apart from the house's checker, by other words: minute by minute who and what is where. */
function collisionsOf({ kept }: TimetableProblem, sessions: readonly Placed[]): string[] {
  const taken = new Map<string, Placed>();
  const collisions: string[] = [];
  for (const [at, session] of [...kept, ...sessions].entries())
    for (const of of [session.groupId, session.roomId, session.leaderId])
      for (let minute = session.startsAt; of !== null && minute < session.startsAt + session.minutes; minute += 1) {
        const key = `${of} ${session.day} ${minute}`;
        if (at >= kept.length && taken.has(key)) collisions.push(key);
        taken.set(key, session);
      }
  return collisions;
}

describe("whatever is asked", () => {
  it("a solved timetable breaks no hard rule, and what was placed and what was not come to the budget", {
    timeout: patient,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (asked) => {
        const { sessions, unplaced } = await solveTimetable(asked);
        expect(breachesOf(asked, sessions)).toEqual([]);
        expect(collisionsOf(asked, sessions)).toEqual([]);
        for (const { id, modules } of asked.groups)
          for (const module of modules) {
            const { least, most } = module.sessionMinutes;
            const own = sessions.filter(({ groupId, moduleId }) => groupId === id && moduleId === module.id);
            expect(minutesOf(own)).toBeLessThanOrEqual(module.minutes);
            // only the rest of a module may be shorter than a session
            expect(own.filter(({ minutes }) => minutes < least).length).toBeLessThanOrEqual(1);
            expect(own.every(({ minutes }) => 0 < minutes && minutes <= most)).toBe(true);
          }
        const budget = asked.groups.flatMap(({ modules }) => modules);
        expect(minutesOf(sessions) + minutesOf(unplaced)).toBe(minutesOf(budget));
        for (const { minutes, ways } of shortagesOf(asked, { sessions, unplaced }))
          for (const way of ways) expect(way.minutes).toBeLessThanOrEqual(minutes);
      }),
      { numRuns: Number(process.env.POWROT_RUNS ?? 20), seed: 38 },
    );
  });
});
