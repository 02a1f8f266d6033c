import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { type ClassPlace, returnsOf, type World } from "./rules.ts";

const at = (change: Partial<ClassPlace> = {}): ClassPlace => ({
  groupId: "one",
  moduleId: "talks",
  day: plainDate("2027-02-03"),
  startsAt: 600,
  minutes: 120,
  roomId: "hall",
  leaderId: "gosia",
  isPlanned: true,
  ...change,
});
const world = (change: Partial<World> = {}): World => ({
  now: { day: plainDate("2027-02-01"), minute: 720 },
  standing: [],
  closed: [],
  plannedMinutes: new Map([["talks", 240]]),
  countedMinutes: new Map([["talks", 0]]),
  ...change,
});
const otherDay = { groupId: "two", roomId: "school", leaderId: "ewa" };

test.each<[string, Partial<ClassPlace>, Partial<World>, string | null]>([
  ["to a free place", {}, {}, null],
  ["today, when its hour has come", { day: plainDate("2027-02-01"), startsAt: 720 }, {}, "GONE_BY"],
  ["today, when its hour is ahead", { day: plainDate("2027-02-01"), startsAt: 725 }, {}, null],
  ["on a day that is closed otherwise too", {}, { closed: [{ from: at().day, to: at().day }] }, "CLOSED"],
  ["where its group has another class", {}, { standing: [at({ ...otherDay, groupId: "one" })] }, "TAKEN"],
  ["where its room is taken", {}, { standing: [at({ ...otherDay, roomId: "hall" })] }, "TAKEN"],
  ["where its leader has another class", {}, { standing: [at({ ...otherDay, leaderId: "gosia" })] }, "TAKEN"],
  ["beside strangers", {}, { standing: [at(otherDay)] }, null],
  [
    "without a room beside another without one",
    { roomId: null },
    { standing: [at({ ...otherDay, roomId: null })] },
    null,
  ],
  ["after a class that ends when it begins", {}, { standing: [at({ startsAt: 540, minutes: 60 })] }, null],
  ["when its hours stand elsewhere by now", {}, { countedMinutes: new Map([["talks", 121]]) }, "PLANNED"],
  ["when they just fit", {}, { countedMinutes: new Map([["talks", 120]]) }, null],
  [
    "over the plan, as somebody added it by hand",
    { isPlanned: false },
    { countedMinutes: new Map([["talks", 240]]) },
    null,
  ],
])("a class comes back %s", (_, session, change, why) => {
  expect(returnsOf([at(session)], world(change)).map((each) => each.why)).toEqual([why]);
});

test("what comes back stands in the way of the next, and its hours count", () => {
  const later = at({ startsAt: 660 });
  const tomorrow = at({ day: plainDate("2027-02-04") });
  const afterwards = at({ day: plainDate("2027-02-05") });
  expect(returnsOf([at(), later, tomorrow, afterwards], world()).map(({ why }) => why)).toEqual([
    null,
    "TAKEN",
    null,
    "PLANNED",
  ]);
});
