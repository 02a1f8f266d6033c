import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { type CandidateState, candidateStates } from "../codes.ts";
import {
  type AskedRecruitment,
  placeGiver,
  queueOf,
  reachOf,
  refuseAnswer,
  refuseDecision,
  refuseOffer,
  refuseWithoutPlace,
  returnOf,
  suggested,
  vacancies,
} from "./rules.ts";

const today = plainDate("2026-12-08");
const terms = { places: 2, startsOn: plainDate("2026-12-07"), vacancyWeeks: 4, beside: 0 };
const at = (...states: CandidateState[]) => states.map((state) => ({ state }));

test.each([
  [1, "ACCEPTED"],
  [30, "ACCEPTED"],
  [31, "RESERVE"],
  [null, "REJECTED"],
] as const)("where free places reach rank 30 the list suggests for rank %s: %s", (rank, decision) => {
  expect(suggested({ rank, declined: false }, 30)).toBe(decision);
});

test.each([
  ["nobody holds one", ["PASS", "PASS", "PASS"], 0, 2],
  ["one is held, the next in order gets the other", ["PASS", "ACCEPTED", "PASS"], 0, 1],
  ["all are held by who stood higher on an earlier version", ["PASS", "STARTED", "ADMITTED"], 0, 0],
  ["who was turned down and who withdrew take none", ["REJECTED", "WITHDRAWN", "PASS", "PASS", "PASS"], 0, 4],
  ["the reserve comes before a newcomer below it", ["ACCEPTED", "RESERVE", "PASS"], 0, 2],
  ["one is offered", ["OFFERED", "PASS", "PASS"], 0, 2],
  ["one is held beside the recruitment", ["PASS", "PASS"], 1, 1],
  ["more are held than there are", ["PASS", "PASS"], 3, 0],
  ["more are free than people wait", ["PASS"], 0, 1],
] as const)("of two places, where %s, the list reaches", (_, states, beside, reach) => {
  const listed = states.map((state, no) => ({ state, rank: no + 1, formal: "pass" as const, declined: false }));
  expect(reachOf(listed, { places: 2, beside })).toBe(reach);
});

test("who has lost a condition since the list was frozen, and who stands on none, is given no place", () => {
  const lost = { state: "MISSING", rank: 1, formal: "missing", declined: false } as const;
  const unlisted = { state: "PASS", rank: null, formal: "pass", declined: false } as const;
  const next = { state: "PASS", rank: 2, formal: "pass", declined: false } as const;
  expect(reachOf([lost, unlisted, next], { places: 1, beside: 0 })).toBe(2);
});

test("who declined a place waits for none: the next one is reached, and the list suggests them nothing", () => {
  const declined = { state: "RESERVE", rank: 1, formal: "pass", declined: true } as const;
  const next = { state: "RESERVE", rank: 2, formal: "pass", declined: false } as const;
  expect(reachOf([declined, next], { places: 1, beside: 0 })).toBe(2);
  expect(reachOf([declined], { places: 1, beside: 0 })).toBe(0);
  expect([suggested(declined, 2), suggested(next, 2)]).toEqual(["RESERVE", "ACCEPTED"]);
});

test.each([
  [at("ACCEPTED", "STARTED"), 2, 0, 0],
  [at("ACCEPTED", "LEFT", "RESERVE"), 1, 0, 1],
  [at("ADMITTED", "OFFERED"), 1, 1, 0],
  [at("WITHDRAWN", "REJECTED", "PASS"), 0, 0, 2],
] as const)("places taken, offered and free of %j", (candidates, taken, offered, free) => {
  expect(vacancies(candidates, terms, today)).toMatchObject({ taken, offered, free, over: false });
});

test("four weeks from Monday 7 December end on Sunday 3 January", () => {
  expect(vacancies([], terms, plainDate("2027-01-03"))).toMatchObject({ until: "2027-01-03", over: false });
  expect(vacancies([], terms, plainDate("2027-01-04"))).toMatchObject({ over: true });
});

test("never more places free than there are, never fewer than none", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...candidateStates)), fc.integer({ min: 1, max: 50 }), (states, places) => {
      const { taken, offered, free } = vacancies(at(...states), { ...terms, places }, today);
      expect(free).toBeGreaterThanOrEqual(0);
      expect(free).toBeLessThanOrEqual(places);
      if (taken + offered <= places) expect(taken + offered + free).toBe(places);
    }),
  );
});

const waiting = [
  { id: "b", rank: 5, state: "RESERVE" as const, declined: false },
  { id: "a", rank: 3, state: "RESERVE" as const, declined: true },
  { id: "c", rank: 4, state: "RESERVE" as const, declined: false },
  { id: "d", rank: 1, state: "ACCEPTED" as const, declined: false },
  { id: "e", rank: 2, state: "OFFERED" as const, declined: false },
  { id: "f", rank: 2, state: "RESERVE" as const, declined: false, formal: "missing" as const },
].map((one) => ({ formal: "pass" as const, ...one }));

test("the reserve is asked by rank; who declined is not asked again", () => {
  expect(queueOf(waiting).map(({ id }) => id)).toEqual(["c", "b"]);
});

test.each([
  ["the next one", { candidateId: "c" }, { free: 1, over: false }, null],
  ["one further back without a reason", { candidateId: "b" }, { free: 1, over: false }, "reserve.out_of_order"],
  ["one further back with a reason", { candidateId: "b", reason: "choroba" }, { free: 1, over: false }, null],
  ["somebody accepted", { candidateId: "d" }, { free: 1, over: false }, "reserve.not_in_reserve"],
  ["somebody asked already", { candidateId: "e" }, { free: 1, over: false }, "reserve.offered_already"],
  ["somebody who lost a paper", { candidateId: "f" }, { free: 1, over: false }, "reserve.not_passed"],
  ["no place", { candidateId: "c" }, { free: 0, over: false }, "reserve.no_place"],
  ["too late", { candidateId: "c" }, { free: 1, over: true }, "reserve.window_over"],
  [
    "an answer by yesterday",
    { candidateId: "c", answerBy: plainDate("2026-12-07") },
    { free: 1, over: false },
    "reserve.answer_by_past",
  ],
])("an offer to %s is answered with %s", (_, wish, left, answer) => {
  const offer = { answerBy: today, reason: "", ...wish };
  expect(refuseOffer(waiting, offer, left, today)).toBe(answer);
});

test.each([
  ["as the list suggests", { rank: 1 }, "ACCEPTED", "", null],
  ["otherwise, without a reason", { rank: 1 }, "RESERVE", "", "decision.reason_missing"],
  ["otherwise, with one", { rank: 1 }, "RESERVE", "powód", null],
  ["accepted without standing on the list", { rank: null }, "ACCEPTED", "powód", "decision.not_on_list"],
  ["accepted with a paper missing", { rank: 1, formal: "missing" as const }, "ACCEPTED", "", "decision.not_passed"],
  ["turned down with one missing", { rank: 1, formal: "fail" as const }, "REJECTED", "powód", null],
  ["a change without a reason", { rank: 1, decision: "RESERVE" as const }, "ACCEPTED", "", "decision.reason_missing"],
  ["after the withdrawal", { rank: 1, state: "WITHDRAWN" as const }, "ACCEPTED", "", "decision.withdrawn"],
  ["after the file was made", { rank: 1, personId: "p" }, "REJECTED", "powód", "decision.admitted_already"],
] as const)("a decision %s", (_, more, decision, reason, answer) => {
  const candidate = {
    declined: false,
    state: "PASS" as const,
    formal: "pass" as const,
    decision: null,
    personId: null,
    ...more,
  };
  expect(refuseDecision(candidate, { decision, reason }, { reach: 1 })).toBe(answer);
});

test("who was let in beside the recruitment holds a place", () => {
  expect(vacancies(at("STARTED"), { ...terms, beside: 1 }, today)).toMatchObject({ taken: 2, free: 0 });
  expect(vacancies(at("STARTED"), { ...terms, beside: 5 }, today)).toMatchObject({ taken: 6, free: 0 });
});

test.each([
  [["ADMITTED"], 0, []],
  [["STARTED"], 0, []],
  [["WITHDRAWN", "ADMITTED"], 0, []],
  [["LEFT"], 1, []],
  [["LEFT"], 0, ["recruitment.no_place_left"]],
  [[], 1, ["recruitment.not_admitted"]],
  [["WITHDRAWN"], 0, ["recruitment.not_admitted", "recruitment.no_place_left"]],
  [["ACCEPTED"], 0, ["recruitment.not_admitted", "recruitment.no_place_left"]],
] as const)("candidacies %j with %i places free lack %j", (own, free, lacked) => {
  expect(refuseWithoutPlace([{ groupId: null, states: own, free, openedAt: "2026-11-01" }], null)).toEqual(lacked);
});

test("of several recruitments of a project the one that admitted somebody has their place, and the newest that of a stranger", () => {
  const spring = { groupId: null, states: [], free: 0, openedAt: "2026-01-10" };
  const autumn = { groupId: null, states: [], free: 1, openedAt: "2026-08-10" };
  const lacks = (...all: AskedRecruitment[]) => refuseWithoutPlace(all, null);
  expect(lacks(autumn, spring)).toEqual(["recruitment.not_admitted"]);
  expect(lacks({ ...autumn, free: 0 }, { ...spring, free: 3 })).toEqual([
    "recruitment.not_admitted",
    "recruitment.no_place_left",
  ]);
  expect(lacks(autumn, { ...spring, states: ["ADMITTED"] })).toEqual([]);
  expect(lacks(autumn, { ...spring, states: ["LEFT"] })).toEqual(["recruitment.no_place_left"]);
});

test.each([
  ["wiosna", ["ADMITTED"], [], []],
  ["jesień", ["ADMITTED"], [], ["recruitment.not_admitted_to_group", "recruitment.no_place_in_group"]],
  ["jesień", ["ADMITTED"], ["ADMITTED"], []],
  ["jesień", [], ["LEFT"], ["recruitment.no_place_in_group"]],
  ["wiosna", ["LEFT"], [], []],
  ["grupa bez rekrutacji", ["ADMITTED"], [], []],
  ["grupa bez rekrutacji", [], [], ["recruitment.not_admitted", "recruitment.no_place_left"]],
  [null, ["ADMITTED"], [], []],
  [null, ["ADMITTED"], ["LEFT"], []],
  [null, ["ADMITTED"], ["ADMITTED"], ["recruitment.group_missing"]],
  [null, [], [], ["recruitment.group_missing"]],
] as const)(
  "of the group %j its recruitment alone is asked (in spring %j, in autumn %j)",
  (groupId, inSpring, inAutumn, lacked) => {
    const spring = { groupId: "wiosna", states: inSpring, free: 1, openedAt: "2026-01-10" };
    const autumn = { groupId: "jesień", states: inAutumn, free: 0, openedAt: "2026-08-10" };
    expect(refuseWithoutPlace([autumn, spring], groupId)).toEqual(lacked);
  },
);

test("whoever starts in a group takes a place of the recruitment for it: the one that took them in, else the newest", () => {
  const first = { groupId: "wiosna", states: ["ADMITTED"], free: 1, openedAt: "2026-01-10" } as const;
  const second = { groupId: "wiosna", states: [], free: 1, openedAt: "2026-03-10" } as const;
  expect(placeGiver([first, second], "wiosna")).toBe(first);
  expect(placeGiver([{ ...first, states: [] }, second], "wiosna")).toBe(second);
  expect(placeGiver([first, second], "jesień")).toBeNull();
  expect(placeGiver([first, second], null)).toBeNull();
});

test.each([
  ["ACCEPTED", null, 1, { to: "AS_BEFORE" }],
  ["ACCEPTED", null, 0, { to: "RESERVE" }],
  ["ACCEPTED", "p", 0, { refusal: "withdrawal.place_given" }],
  ["RESERVE", null, 0, { to: "AS_BEFORE" }],
  [null, null, 0, { to: "AS_BEFORE" }],
] as const)("a withdrawal of somebody decided %s (file: %s) with %i places free", (decision, personId, free, back) => {
  expect(returnOf({ state: "WITHDRAWN", decision, personId }, { free })).toEqual(back);
});

test("only a withdrawal that stands is taken back", () => {
  expect(returnOf({ state: "ACCEPTED", decision: "ACCEPTED", personId: null }, { free: 1 })).toEqual({
    refusal: "withdrawal.not_standing",
  });
});

test.each([
  ["NO_ANSWER", "2026-12-08", "", "reserve.still_time"],
  ["NO_ANSWER", "2026-12-07", "", null],
  ["TAKEN", "2026-12-08", "", null],
  ["TAKEN", "2026-12-07", "", "reserve.answered_late"],
  ["TAKEN", "2026-12-07", "był w szpitalu", null],
  ["DECLINED", "2026-12-07", "", null],
] as const)("the answer %s to an offer until %s with the reason %j", (answer, answerBy, reason, refusal) => {
  const said = { answer, answeredOn: today, reason };
  expect(refuseAnswer(said, { answerBy: plainDate(answerBy) }, today)).toBe(refusal);
});
