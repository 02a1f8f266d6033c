import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { freePlacesFromHeld } from "./held.ts";
import { placesLeft, type Reservation, refuseReservation } from "./rules.ts";

const count = { free: 2, emergencyFree: 1, countedAt: "2026-11-22T17:00:00.000Z" };
const now = "2026-11-22T18:00:00.000Z";
const held: Reservation = { untilAt: "2026-11-22T18:30:00.000Z", ending: null };
const over: Reservation = { untilAt: now, ending: null };
const came = (endedAt: string): Reservation => ({
  untilAt: "2026-11-22T18:30:00.000Z",
  ending: { outcome: "CAME", endedAt },
});
const cancelled: Reservation = { ...held, ending: { outcome: "CANCELLED", endedAt: now } };

test.each([
  ["nothing is held", [], 3],
  ["one is held", [held], 2],
  ["an hour that is over gives the place back", [held, over], 2],
  ["a cancelled one gives it back at once", [held, cancelled], 2],
  ["who came after the count is in the bed", [came("2026-11-22T17:30:00.000Z")], 2],
  ["who came before the count was counted with it", [came("2026-11-22T16:30:00.000Z")], 3],
  ["never below none", [held, held, held, held], 0],
])("places left when %s", (_, reservations, left) => {
  expect(placesLeft(count, reservations, now)).toBe(left);
});

test("nobody has counted: unknown is not none", () => {
  expect(placesLeft(null, [], now)).toBeNull();
  expect(refuseReservation({ count: null, reservations: [], closedOn: null }, now, now)).toBe("place.not_counted");
});

test.each([
  ["a free place is held", [held], now, null],
  ["the last one is gone", [held, held, held], now, "place.none_left"],
  ["the count is a day old", [], "2026-11-23T17:00:00.000Z", "place.count_too_old"],
  ["the count is a minute short of a day old", [], "2026-11-23T16:59:00.000Z", null],
])("a reservation when %s", (_, reservations, at, refusal) => {
  expect(refuseReservation({ count, reservations, closedOn: null }, at, at)).toBe(refusal);
});

test.each([
  ["closed since yesterday", "2026-11-21", "facility.closed"],
  ["closed since this morning", "2026-11-22", "facility.closed"],
  ["closing at midnight, which the hour passes", "2026-11-23", "facility.closes_first"],
  ["closing the day after", "2026-11-24", null],
])("a reservation at 23:30 in a house %s", (_, closedOn, refusal) => {
  const late = { free: 3, emergencyFree: 0, countedAt: "2026-11-22T20:00:00.000Z" };
  const house = { count: late, reservations: [], closedOn: plainDate(closedOn) };
  expect(refuseReservation(house, "2026-11-22T22:30:00.000Z", "2026-11-22T23:30:00.000Z")).toBe(refusal);
});

test("a phone without network counts on from what it holds: an hour later the held place is free again", () => {
  const house = {
    facilityId: "1",
    name: "Przystań",
    facilityType: "SHELTER" as const,
    area: "Śródmieście",
    phone: null,
    openFrom: null,
    places: 40,
    emergencyPlaces: 0,
    count,
    reservations: [held],
    closedOn: plainDate("2026-11-24"),
  };
  expect(freePlacesFromHeld([house], now)).toMatchObject([{ left: 2, held: 1, countedAt: count.countedAt }]);
  expect(freePlacesFromHeld([house], "2026-11-22T19:00:00.000Z")).toMatchObject([{ left: 3, held: 0 }]);
  expect(freePlacesFromHeld([house], "2026-11-23T22:59:00.000Z")).toHaveLength(1);
  expect(freePlacesFromHeld([house], "2026-11-23T23:00:00.000Z")).toEqual([]);
});
