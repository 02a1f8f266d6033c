import { describe, expect, test } from "vitest";
import { plainDate as day, weekday } from "../../platform/time/plainDate.ts";
import { RADOM_MODULES } from "./rules.ts";
import { planSchedule, type ScheduleOrder } from "./schedule.ts";

const order: ScheduleOrder = {
  startOn: day("2026-12-07"),
  fromOn: day("2026-12-07"),
  weeks: 38,
  weekdays: [2, 3, 4],
  minutesPerMeeting: 240,
  closures: [],
  consultationsInside: true,
  modules: RADOM_MODULES.map((module) => ({
    id: module.code,
    form: module.form,
    cadence: module.cadence,
    plannedMinutes: module.plannedHours * 60,
    keptMinutes: 0,
  })),
};
const hoursOf = (schedule: ReturnType<typeof planSchedule>, id: string) =>
  schedule.sessions.filter((session) => session.moduleId === id).reduce((sum, { minutes }) => sum + minutes, 0) / 60;

describe("the Radom programme in the year 2026/27 (R-PRG-06)", () => {
  const schedule = planSchedule(order);
  test("ends on Sunday of week 38 and loses the meetings on public holidays", () => {
    expect(schedule.endOn).toBe("2027-08-29");
    expect(weekday(schedule.endOn)).toBe(7);
    expect(schedule.lost.map(({ day: lost, holiday }) => [lost, holiday])).toEqual([
      ["2026-12-24", "christmas_eve"],
      ["2027-01-06", "epiphany"],
      ["2027-05-27", "corpus_christi"],
    ]);
  });
  test("every module gets exactly its hours, 439 in all", () => {
    for (const module of RADOM_MODULES)
      expect([module.code, hoursOf(schedule, module.code)]).toEqual([module.code, module.plannedHours]);
    expect(schedule.unplaced).toEqual([]);
    expect(schedule.freeMinutes / 60).toBe((114 - 3) * 4 - 439);
  });
  test("consultations and self-help come 19 times for 2 hours, leisure 9 times for 3", () => {
    const lengths = (id: string) =>
      schedule.sessions.filter((each) => each.moduleId === id).map(({ minutes }) => minutes);
    expect(lengths("INDIVIDUAL_CONSULTATIONS")).toEqual(Array(19).fill(120));
    expect(lengths("SELF_HELP_GROUP")).toEqual(Array(19).fill(120));
    expect(lengths("LEISURE_INTEGRATION")).toEqual(Array(9).fill(180));
  });
  test("no meeting is longer than it is, and sessions of a day follow each other", () => {
    const ends = new Map<string, number>();
    for (const { day: on, offset, minutes } of schedule.sessions) {
      expect(offset).toBe(ends.get(on) ?? 0);
      ends.set(on, offset + minutes);
    }
    expect(Math.max(...ends.values())).toBeLessThanOrEqual(240);
  });
});

test("Monday, Wednesday and Friday lose five meetings, so three hours find no room and are named", () => {
  const schedule = planSchedule({ ...order, weekdays: [1, 3, 5] });
  expect(schedule.lost.map(({ day: lost }) => lost)).toEqual([
    "2026-12-25",
    "2027-01-01",
    "2027-01-06",
    "2027-03-29",
    "2027-05-03",
  ]);
  expect(schedule.unplaced.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180);
  expect(schedule.freeMinutes).toBe(0);
});

test("a closure takes its meetings out and is named as the reason", () => {
  const closed = { from: day("2027-07-05"), to: day("2027-07-18"), reason: "urlopy" };
  const schedule = planSchedule({ ...order, closures: [closed] });
  expect(schedule.lost.filter(({ closure }) => closure === "urlopy")).toHaveLength(6);
  expect(schedule.sessions.some((each) => each.day >= closed.from && each.day <= closed.to)).toBe(false);
});

test("what was held already is not planned again", () => {
  const modules = order.modules.map((module) =>
    module.id === "COMPUTER_COURSE" ? { ...module, keptMinutes: 20 * 60 } : module,
  );
  const schedule = planSchedule({ ...order, modules, fromOn: day("2027-02-01") });
  expect(hoursOf(schedule, "COMPUTER_COURSE")).toBeLessThanOrEqual(10);
  expect(schedule.sessions.every((each) => each.day >= "2027-02-01")).toBe(true);
});

test("with consultations outside the meetings, they are not planned into them", () => {
  const schedule = planSchedule({ ...order, consultationsInside: false });
  expect(hoursOf(schedule, "INDIVIDUAL_CONSULTATIONS")).toBe(0);
  expect(schedule.freeMinutes / 60).toBe((114 - 3) * 4 - 401);
});
