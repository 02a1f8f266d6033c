import { describe, expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { beyondLimit, countOnce, type HeldDay, refuseHours, type Work, workState } from "./hoursRules.ts";

const day = plainDate("2026-11-23");
const held = (startsAt: string, endsAt: string, dutyId = "duty"): HeldDay => ({ dutyId, day, startsAt, endsAt });
const talk = (sourceId: string, startsAt: string | null, minutes: number, own: Partial<Work> = {}): Work => ({
  source: "TALK",
  sourceId,
  day,
  startsAt,
  minutes,
  kind: "SOCIAL",
  ...own,
});
const counted = (duties: HeldDay[], work: Work[]) => {
  const { inside, beside } = countOnce(duties, work);
  return {
    inside: inside.map(({ dutyId, sourceId, minutes }) => `${dutyId} ${sourceId} ${minutes}`),
    beside: beside.map(({ sourceId, minutes }) => `${sourceId} ${minutes}`),
  };
};

describe("an hour of a consultant counts once (F-36, J4 step 9)", () => {
  const duty = held("15:00", "17:00");
  test.each<[string, HeldDay[], Work[], { inside: string[]; beside: string[] }]>([
    ["nothing at all", [], [], { inside: [], beside: [] }],
    ["a talk in the duty", [duty], [talk("a", "15:00", 45)], { inside: ["duty a 45"], beside: [] }],
    ["to the last minute of it", [duty], [talk("a", "16:15", 45)], { inside: ["duty a 45"], beside: [] }],
    ["beyond its end", [duty], [talk("a", "16:30", 60)], { inside: ["duty a 30"], beside: ["a 30"] }],
    ["over all of it", [duty], [talk("a", "14:30", 180)], { inside: ["duty a 120"], beside: ["a 60"] }],
    [
      "right before and right after",
      [duty],
      [talk("a", "14:00", 60), talk("b", "17:00", 30)],
      { inside: [], beside: ["a 60", "b 30"] },
    ],
    [
      "on another day",
      [duty],
      [talk("a", "15:00", 45, { day: plainDate("2026-11-24") })],
      { inside: [], beside: ["a 45"] },
    ],
    [
      "without an hour",
      [duty],
      [talk("a", null, 90, { source: "INTERVIEW", kind: null })],
      { inside: [], beside: ["a 90"] },
    ],
    [
      "two duties of a day",
      [duty, held("17:00", "18:00", "late")],
      [talk("a", "16:30", 60)],
      { inside: ["duty a 30", "late a 30"], beside: [] },
    ],
    [
      "a talk noted during a class",
      [],
      [talk("class", "09:00", 240, { source: "CLASS", kind: null }), talk("a", "10:00", 30)],
      { inside: [], beside: ["class 240"] },
    ],
    [
      "a talk that begins in a class and outlasts it",
      [],
      [talk("b", "12:45", 45), talk("class", "09:00", 240)],
      { inside: [], beside: ["class 240", "b 30"] },
    ],
    [
      "two records of the same hour",
      [],
      [talk("b", "10:00", 60), talk("a", "10:00", 60)],
      { inside: [], beside: ["a 60"] },
    ],
  ])("%s", (_, duties, work, answer) => expect(counted(duties, work)).toEqual(answer));
});

test.each([
  [null, 45, "PROPOSED"],
  [{ proposedMinutes: 45, settledMinutes: 45 }, 45, "SETTLED"],
  [{ proposedMinutes: 45, settledMinutes: 30 }, 45, "SETTLED"],
  [{ proposedMinutes: 45, settledMinutes: 45 }, 60, "CHANGED"],
  [{ proposedMinutes: 45, settledMinutes: 45 }, null, "GONE"],
  [{ proposedMinutes: 45, settledMinutes: 0 }, null, "SETTLED"],
] as const)("a line settled as %o whose record now says %s is %s", (settled, proposed, state) => {
  expect(workState(settled, proposed)).toBe(state);
});

test.each([
  [120, 120, null, null],
  [120, 120, "SHORTER", null],
  [119, 120, null, "consultant-duty.reason_missing"],
  [119, 120, "SHORTER", null],
  [0, 120, "NOT_HELD", null],
] as const)("%s min instead of %s with the reason %s are answered with %s", (minutes, proposed, reason, answer) => {
  expect(refuseHours(minutes, proposed, reason)).toBe(answer);
});

test.each([
  [2400, null, null],
  [2400, 2400, 0],
  [2399, 2400, 0],
  [2401, 2400, 1],
])("%s min against %s of the contract are %s beyond it", (settled, limit, over) => {
  expect(beyondLimit(settled, limit)).toBe(over);
});
