import { expect, test } from "vitest";
import { type CardValues, cardOf, checkCard, emergencySigns, emptyCard, recordOf } from "./cardValues.ts";
import { instantOfForm } from "./field/dayAndTime.ts";
import { RecordContact } from "./contract.ts";

const site = "0190a000-0000-7000-8000-0000000000aa";
const marta = "0190a000-0000-7000-8000-0000000000bb";
const minimum: CardValues = { ...emptyCard("2026-11-22T19:40:00Z", [marta], site), sex: "M", ageBand: "50_59" };

test("a fresh card lacks sex and age only: the rest is filled in", () => {
  expect(checkCard(emptyCard("2026-11-22T19:40:00Z", [marta], site)).map(({ path }) => path)).toEqual([
    "sex",
    "ageBand",
  ]);
  expect(checkCard(minimum)).toEqual([]);
});

test.each([
  [{ siteId: "" }, "siteId"],
  [{ time: "" }, "time"],
  [{ workerIds: [] }, "workerIds"],
  [{ actions: [] }, "actions"],
  [{ ageBand: "UNDER_18" as const }, "ageBand"],
])("without %o the field %s is named before sending", (change, path) => {
  expect(checkCard({ ...minimum, ...change })).toMatchObject([{ path }]);
});

test("a place in words and a minor with a guardian pass", () => {
  expect(checkCard({ ...minimum, siteId: "", placeText: "ławka" })).toEqual([]);
  expect(checkCard({ ...minimum, ageBand: "UNDER_18", guardianPresent: true })).toEqual([]);
});

test("the wall clock is Polish: winter and summer", () => {
  expect(instantOfForm({ day: "2026-11-22", time: "20:40" })).toBe("2026-11-22T19:40:00.000Z");
  expect(instantOfForm({ day: "2026-07-22", time: "20:40" })).toBe("2026-07-22T18:40:00.000Z");
  expect(instantOfForm({ day: "", time: "20:40" })).toBeNull();
});

test("what the form sends fits the contract, as nobody, as a new alias and as a known person", () => {
  const whole: CardValues = {
    ...minimum,
    alias: " Broda ",
    aid: { SOUP: 2 },
    nextStep: "wtorek",
    stepDueOn: "2026-11-24",
  };
  expect(RecordContact.parse(recordOf(minimum, null)).person).toBeNull();
  expect(RecordContact.parse(recordOf(whole, null))).toMatchObject({
    person: { alias: "Broda" },
    card: { aid: [{ item: "SOUP", quantity: 2 }], nextStep: { text: "wtorek", dueOn: "2026-11-24" } },
  });
  expect(RecordContact.parse(recordOf({ ...whole, personId: marta }, null)).person).toEqual({
    personId: marta,
    alias: null,
  });
});

test("only a card about nobody known says that the person was not seen before", () => {
  expect(cardOf({ ...minimum, notSeenBefore: true }).notSeenBefore).toBe(true);
  expect(cardOf({ ...minimum, notSeenBefore: true, alias: "Broda" }).notSeenBefore).toBe(false);
});

test("signs among observations call for 112 (R-OUT-06)", () => {
  expect(emergencySigns(["WOUND"])).toEqual([]);
  expect(emergencySigns(["HYPOTHERMIA", "SELF_HARM_SIGNS"])).toEqual(["HYPOTHERMIA", "SUICIDE_THREAT"]);
});
