import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { refuseVisits, type VisitWish } from "./rules.ts";

const today = day("2026-11-22");
const counted: VisitWish = { service: "INTERNET", personId: null, newcomer: null, people: 7, sessionId: null };
const named: VisitWish = { ...counted, personId: "a", people: 1 };

test.each<[string, VisitWish[], string, string | null]>([
  ["an evening of numbers", [counted, counted], "2026-11-22", null],
  ["an evening of tomorrow", [counted], "2026-11-23", "offer.day_in_future"],
  ["somebody for two services", [named, { ...named, service: "PRESS" }], "2026-11-20", null],
  ["somebody twice for one", [named, named], "2026-11-20", "offer.same_twice"],
  ["two people under one name", [{ ...named, people: 2 }], "2026-11-20", "offer.named_is_one"],
  ["a name and a newcomer", [{ ...named, newcomer: { personId: "b" } }], "2026-11-20", "offer.who_twice"],
  ["a newcomer", [{ ...counted, people: 1, newcomer: { personId: "b" } }], "2026-11-20", null],
  ["a class joined from the reading room", [{ ...named, sessionId: "s" }], "2026-11-20", "offer.not_a_workshop"],
  ["a class joined", [{ ...named, service: "WORKSHOP_OPEN", sessionId: "s" }], "2026-11-20", null],
])("%s (F-39)", (_, visits, on, refusal) => {
  expect(refuseVisits(day(on), visits, today)).toBe(refusal);
});
