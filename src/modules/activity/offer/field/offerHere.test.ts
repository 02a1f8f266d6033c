import { expect, test } from "vitest";
import type { PendingCommand } from "../../../../platform/device/contract.ts";
import { plainDate } from "../../../../platform/time/plainDate.ts";
import { dayHere, dayLaidOver, type OfferHeld, unitsHere } from "./offerHere.ts";

const day = plainDate("2026-11-22");
const wish = { unitId: "club", day };
const pending = (type: string, payload: object, state: PendingCommand["state"] = "waiting"): PendingCommand => ({
  id: crypto.randomUUID(),
  type,
  envelope: { id: crypto.randomUUID(), v: 1, occurredAt: "2026-11-22T17:00:00Z", payload },
  touches: [],
  label: "",
  madeAt: "2026-11-22T17:00:00Z",
  state,
});
const visit = (visitId: string, more: object = {}) => ({
  visitId,
  service: "PRESS",
  personId: null,
  newcomer: null,
  people: 1,
  minutes: null,
  sessionId: null,
  ...more,
});
const entered = (visits: object[], more: object = {}, state?: PendingCommand["state"]) =>
  pending("offer-visit.record", { ...wish, visits, ...more }, state);
const held = (...done: PendingCommand[]): OfferHeld => ({
  units: [{ id: "club", name: "Klub" }],
  classes: [
    { id: "late", unitId: "club", day, name: "Krawiectwo", startsAt: "16:00" },
    { id: "early", unitId: "club", day, name: "Stolarnia", startsAt: "09:00" },
    { id: "elsewhere", unitId: "other", day, name: "Kuchnia", startsAt: "09:00" },
  ],
  guests: [
    { personId: "rare", name: "Ala B.", came: [{ unitId: "club", days: 1 }] },
    {
      personId: "often",
      name: "Zofia Z.",
      came: [
        { unitId: "club", days: 7 },
        { unitId: "other", days: 9 },
      ],
    },
    { personId: "other", name: "Jan K.", came: [{ unitId: "other", days: 3 }] },
  ],
  pending: done,
});

test("a phone knows its units, the classes of the day by hour and who came here lately, most often first", () => {
  const here = dayHere(held(), wish);
  expect(here).toMatchObject({ onDevice: true, mayWrite: true, visits: [], hidden: 0 });
  expect(here?.sessions.map(({ id }) => id)).toEqual(["early", "late"]);
  expect(here?.lately.map(({ personId, days }) => `${personId} ${days}`)).toEqual(["often 7", "rare 1"]);
  expect(dayHere(held(), { ...wish, unitId: "unknown" })).toBeNull();
  expect(unitsHere({ ...held(), units: [] })).toBeNull();
});

test("what was entered here stands on the day, by name where one is known; what was refused or taken back does not", () => {
  const here = dayHere(
    held(
      entered([visit("a", { people: 4 }), visit("b", { personId: "often" })]),
      entered([visit("c", { newcomer: { personId: "new", alias: "Rudy" } }), visit("d", { personId: "stranger" })]),
      entered([visit("e")], {}, "refused"),
      entered([visit("f")], { day: "2026-11-21" }),
      pending("offer-visit.withdraw", { visitId: "a" }),
    ),
    wish,
  );
  expect(here?.visits.map(({ id, personName, waits }) => [id, personName, waits])).toEqual([
    ["b", "Zofia Z.", true],
    ["c", "Rudy", true],
    ["d", "", true],
  ]);
  expect(here?.lately.map(({ personId }) => personId)).toEqual(["often", "rare", "new"]);
});

test("what the server knows already is not told twice", () => {
  const answer = dayHere(held(), wish);
  if (!answer) throw new Error("held");
  const known = {
    id: "a",
    service: "PRESS" as const,
    personId: null,
    personName: null,
    people: 4,
    minutes: null,
    sessionName: null,
    by: "Ewa",
  };
  const over = dayLaidOver({ ...answer, visits: [known] }, wish, held(entered([visit("a", { people: 4 })])));
  expect(over.visits).toEqual([known]);
});
