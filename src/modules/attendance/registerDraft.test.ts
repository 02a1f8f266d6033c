import { expect, test } from "vitest";
import type { Register } from "./contract.ts";
import { countMarks, fillPresent, inOrder, ofCard, putMark, shownMark, tapOn, tappedMark } from "./registerDraft.ts";

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
  bars: [],
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

test("one tap is present, the next one away, and back; what is proposed comes first", () => {
  const tap = (of: typeof anna, times: number) => {
    let changes = {};
    for (let at = 0; at < times; at++) changes = putMark(of, changes, tappedMark(of, changes));
    return shownMark(of, changes)?.status;
  };
  expect([1, 2, 3].map((times) => tap(anna, times))).toEqual(["PRESENT", "ABSENT_UNEXCUSED", "PRESENT"]);
  expect(tap({ ...anna, proposed: "DAY_OFF" }, 1)).toBe("DAY_OFF");
  expect(tap(jan, 1)).toBe("PRESENT");
});

test("a card finds its person, and nobody where it is of another group", () => {
  const people = [{ ...anna, cards: ["one", "two"] }, jan];
  expect(ofCard(people, "two")?.personId).toBe("anna");
  expect(ofCard(people, "three")).toBeUndefined();
});

test("two quick taps on one person are one; what was taken back between them, saved, or is somebody else's, is a tap of its own", () => {
  const first = tapOn(anna, {}, 1000, undefined);
  expect(first.changes.anna?.status).toBe("PRESENT");
  const second = tapOn(anna, first.changes, 1300, first.tap);
  expect(second.changes).toBe(first.changes);
  // a third one is late after the first, not after the second
  expect(tapOn(anna, second.changes, 1360, second.tap).changes.anna?.status).toBe("ABSENT_UNEXCUSED");
  expect(tapOn(anna, {}, 1100, first.tap).changes.anna?.status).toBe("PRESENT");
  expect(tapOn(jan, first.changes, 1010, first.tap).changes).toMatchObject({
    anna: { status: "PRESENT" },
    jan: { status: "PRESENT" },
  });
});

test("a mark put once more changes nothing, not even what can be taken back", () => {
  const changes = {};
  expect(putMark(jan, changes, { status: "SICK", minutesLate: 0, minutesLeftEarly: 0 })).toBe(changes);
});

test("people stay in the order in which they stood, whatever order the next answer has", () => {
  const [maria, ewa] = [person("maria"), person("ewa")];
  expect(inOrder(["jan", "anna"], [ewa, anna, maria, jan]).map(({ personId }) => personId)).toEqual([
    "jan",
    "anna",
    "ewa",
    "maria",
  ]);
});
