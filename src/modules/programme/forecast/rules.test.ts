import { expect, test } from "vitest";
import { addDays, plainDate } from "../../../platform/time/plainDate.ts";
import { expectedOf, type ForecastSession, troubleOf } from "./rules.ts";

const today = plainDate("2027-03-01");
const at = (days: number, hours: number, course?: ForecastSession["course"]): ForecastSession => ({
  day: addDays(today, days),
  minutes: hours * 60,
  course,
});
const closed = (hours: number) => ({ heldMinutes: hours * 60 });

test.each([
  [43, 89.6, "programme.under_delivered"],
  [44, 91.7, null],
  [53, 110.4, "programme.over_delivered"],
])("of 48 planned hours %d held at the end: %d per cent, %s (R-PRG-04)", (held, percent, warning) => {
  expect(expectedOf(48 * 60, [at(-30, held, closed(held))], today)).toMatchObject({
    heldMinutes: held * 60,
    heldPercent: percent,
    endPercent: percent,
    warning,
  });
});

test("what is ahead counts for the end, not for what was held", () => {
  const going = expectedOf(48 * 60, [at(-30, 20, closed(20)), at(7, 24)], today);
  expect(going).toMatchObject({ heldPercent: 41.7, endPercent: 91.7, missingMinutes: 4 * 60, warning: null });
});

test("a register counts as long as it was held; one begun or of the last three days may still be written; older ones without a word were not held", () => {
  const sessions = [at(-20, 3, closed(2)), at(-10, 3, { heldMinutes: null }), at(-3, 4), at(-4, 5), at(0, 6)];
  expect(expectedOf(100 * 60, sessions, today)).toMatchObject({
    heldMinutes: 2 * 60,
    openMinutes: 7 * 60,
    missedMinutes: 5 * 60,
    aheadMinutes: 6 * 60,
    missingMinutes: 85 * 60,
  });
});

test("what was not planned has no share and no warning", () => {
  expect(expectedOf(0, [at(-30, 3, closed(3))], today)).toMatchObject({
    endPercent: null,
    warning: null,
    missingMinutes: 0,
  });
});

test("what stands ahead and cannot be held is missing, and counts for no end; one whose register was begun was held", () => {
  const lost = { ...at(7, 6), isLost: true };
  const begun = { ...at(0, 2, { heldMinutes: null }), isLost: true };
  expect(expectedOf(50 * 60, [at(-30, 40, closed(40)), lost, begun], today)).toMatchObject({
    aheadMinutes: 8 * 60,
    lostMinutes: 6 * 60,
    missingMinutes: 8 * 60,
    endPercent: 84,
    warning: "programme.under_delivered",
  });
});

test.each([
  [["LEADER_AWAY", "SAME_DAY"], { kinds: ["LEADER_AWAY"], isLost: true }],
  [["ROOM_TWICE", "OUTSIDE_MEETING"], { kinds: ["ROOM_TWICE"], isLost: false }],
  [["OUTSIDE_SEASON", "LENGTH", "RHYTHM"], { kinds: [], isLost: false }],
] as const)("of %s is told what somebody must see to", (kinds, told) => {
  expect(troubleOf(kinds)).toEqual(told);
});
