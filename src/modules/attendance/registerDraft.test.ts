import { expect, test } from "vitest";
import type { Register } from "./contract.ts";
import { countMarks, fillPresent, putMark, shownMark } from "./registerDraft.ts";

const person = (personId: string, status: Register["people"][number]["status"] = null): Register["people"][number] => ({
  personId,
  name: personId,
  status,
  proposed: null,
  minutesLate: 0,
  minutesLeftEarly: 0,
  markedBy: null,
  markedAt: null,
  marks: status ? 1 : 0,
  corrected: false,
  fitness: null,
  alerts: [],
  dayOff: false,
  cards: [],
  issued: [],
});
const [anna, jan] = [person("anna"), person("jan", "SICK")];

test("everybody without a mark becomes present, marks that are there stay", () => {
  const changes = fillPresent([anna, jan], {});
  expect(Object.keys(changes)).toEqual(["anna"]);
  expect(countMarks([anna, jan], changes)).toEqual({ marked: 2, present: 1 });
});

test("whoever has a day off is not filled in as present, and stays without a mark until somebody saves one", () => {
  const off = { ...anna, proposed: "DAY_OFF" as const };
  expect(countMarks([off], {})).toEqual({ marked: 0, present: 0 });
  expect(fillPresent([off, jan], {})).toMatchObject({ anna: { status: "DAY_OFF" } });
  const came = putMark(off, {}, { status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 });
  expect(shownMark(off, fillPresent([off], came))?.status).toBe("PRESENT");
});

test("a mark put back to what was saved is no change", () => {
  const changed = putMark(jan, {}, { status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 });
  expect(shownMark(jan, changed)?.status).toBe("PRESENT");
  expect(putMark(jan, changed, { status: "SICK", minutesLate: 0, minutesLeftEarly: 0 })).toEqual({});
});

test("minutes go with lateness and leave with it", () => {
  const late = putMark(anna, {}, { status: "LATE", minutesLate: 20, minutesLeftEarly: 5 });
  expect(late.anna).toMatchObject({ minutesLate: 20, minutesLeftEarly: 0 });
  expect(putMark(anna, late, { status: "PRESENT", minutesLate: 20, minutesLeftEarly: 0 }).anna).toMatchObject({
    minutesLate: 0,
  });
});
