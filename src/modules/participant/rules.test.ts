import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { inOrder, nextThings, standingOf } from "./rules.ts";

const day = (text: string | null) => (text === null ? null : plainDate(text));
const today = plainDate("2026-11-22");

test.each([
  [null, null, "OPEN"],
  [null, "2026-11-23", "OPEN"],
  [null, "2026-11-22", "OPEN"], // the day itself
  [null, "2026-11-21", "LATE"],
  ["NOT_DONE", "2026-11-21", "LATE"],
  ["NOT_DONE", "2026-11-22", "OPEN"],
  ["NOT", null, "OPEN"],
  ["NOT_KEPT", "2026-11-21", "LATE"],
  ["PARTLY", "2026-11-22", "PARTLY"],
  ["PARTLY", "2026-11-21", "LATE"],
  ["DONE", "2026-11-21", "DONE"],
  ["KEPT", null, "DONE"],
  ["NO_LONGER_RELEVANT", "2026-11-21", null],
] as const)("found %s, due %s: %s", (found, dueOn, standing) => {
  expect(standingOf(found, day(dueOn), today)).toBe(standing);
});

test("lines stand by their day, those without one after them, done ones last", () => {
  const line = (id: string, dueOn: string | null, standing: "OPEN" | "LATE" | "DONE") => ({
    id,
    dueOn: day(dueOn),
    standing,
  });
  const lines = [
    line("done", "2026-01-01", "DONE"),
    line("some time", null, "OPEN"),
    line("soon", "2026-11-30", "OPEN"),
    line("late", "2026-11-01", "LATE"),
    line("some time too", null, "OPEN"),
  ];
  expect(inOrder(lines).map(({ id }) => id)).toEqual(["late", "soon", "some time", "some time too", "done"]);
});

test("next are three days at most, today too, none that has passed", () => {
  const days = ["2026-12-03", "2026-11-21", "2026-11-22", "2026-12-01", "2026-12-02"];
  const things = days.map((one) => ({ day: plainDate(one), what: "TALK" as const }));
  expect(nextThings(things, today).map((thing) => thing.day)).toEqual(["2026-11-22", "2026-12-01", "2026-12-02"]);
  expect(nextThings([], today)).toEqual([]);
});
