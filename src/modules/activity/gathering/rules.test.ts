import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { balancesOf, type GatheringWish, refuseExchange, refuseGathering } from "./rules.ts";

const today = day("2026-11-22");
const one = { personId: "a", helpedMinutes: null };
const wish: GatheringWish = {
  kind: "LEISURE",
  day: today,
  lead: "STAFF",
  volunteerId: null,
  place: "",
  partner: "",
  namesAgreed: false,
  counted: 3,
  participants: [],
};

test.each<[string, Partial<GatheringWish>, string | null]>([
  ["an outing of three who are counted", {}, null],
  ["one of tomorrow with people", { day: day("2026-11-23") }, "gathering.nobody_yet"],
  ["one of tomorrow that is planned", { day: day("2026-11-23"), counted: 0 }, null],
  [
    "a study visit that is planned to nowhere",
    { day: day("2026-11-23"), counted: 0, kind: "STUDY_VISIT" },
    "gathering.where_missing",
  ],
  ["one of nobody", { counted: 0 }, "gathering.nobody"],
  ["one of somebody named", { counted: 0, participants: [one] }, null],
  ["a self-help group that is counted", { kind: "SELF_HELP" }, null],
  ["a self-help group by name", { kind: "SELF_HELP", participants: [one] }, "gathering.names_not_agreed"],
  ["a self-help group that agreed to names", { kind: "SELF_HELP", participants: [one], namesAgreed: true }, null],
  ["help at an outing", { participants: [{ ...one, helpedMinutes: 60 }] }, "gathering.helped_elsewhere"],
  ["help in the neighbourhood", { kind: "COMMUNITY", participants: [{ ...one, helpedMinutes: 60 }] }, null],
  ["a study visit to nowhere", { kind: "STUDY_VISIT", place: "Żmudź" }, "gathering.where_missing"],
  ["a study visit", { kind: "STUDY_VISIT", place: "Żmudź", partner: "Spółdzielnia socjalna" }, null],
  ["one led by an unknown volunteer", { lead: "VOLUNTEER" }, "gathering.volunteer_missing"],
  ["one led by a worker and a volunteer", { volunteerId: "v" }, "gathering.volunteer_missing"],
  ["one led by a volunteer", { lead: "VOLUNTEER", volunteerId: "v" }, null],
  ["somebody twice", { participants: [one, one] }, "gathering.same_twice"],
])("%s (F-3A)", (_, change, refusal) => {
  expect(refuseGathering({ ...wish, ...change }, today)).toBe(refusal);
});

test("an exchange is of two, or of one and the neighbourhood", () => {
  const ask = (giverId: string | null, receiverId: string | null, on = "2026-11-22") =>
    refuseExchange({ day: day(on), giverId, receiverId }, today);
  expect(ask("a", "b")).toBeNull();
  expect(ask("a", null)).toBeNull();
  expect(ask(null, "b")).toBeNull();
  expect(ask(null, null)).toBe("exchange.nobody");
  expect(ask("a", "a")).toBe("exchange.with_oneself");
  expect(ask("a", "b", "2026-11-23")).toBe("exchange.day_in_future");
});

test("what people gave and received adds up; the neighbourhood has no balance", () => {
  const exchange = (giverId: string | null, receiverId: string | null, minutes: number) => ({
    giverId,
    receiverId,
    minutes,
  });
  expect(
    balancesOf([exchange("a", "b", 60), exchange("b", "a", 90), exchange("a", null, 120), exchange(null, "c", 30)]),
  ).toEqual([
    { personId: "a", given: 180, received: 90 },
    { personId: "b", given: 90, received: 60 },
    { personId: "c", given: 0, received: 30 },
  ]);
});
