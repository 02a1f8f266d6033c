import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { type OpenAdvance, refuseAnswer, refuseReturning, refuseSettling, sharesOf } from "./rules.ts";

const day = plainDate;
const today = day("2026-12-10");
const advances: OpenAdvance[] = [
  { id: "b", receivedOn: day("2026-11-20"), openGrosze: 500 },
  { id: "a", receivedOn: day("2026-10-20"), openGrosze: 300 },
];

test.each([
  [0, 1000, null],
  [800, 800, null],
  [801, 1000, "benefit.advance_over_open"],
  [700, 699, "benefit.advance_over_request"],
])("of 800 open, %i settled in a request of %i is answered with %s", (advanceGrosze, askedGrosze, answer) => {
  expect(refuseSettling(advances, { advanceGrosze, askedGrosze })).toBe(answer);
});

test.each([
  [0, []],
  [300, [{ advanceId: "a", amountGrosze: 300 }]],
  [
    301,
    [
      { advanceId: "a", amountGrosze: 300 },
      { advanceId: "b", amountGrosze: 1 },
    ],
  ],
])("%i is taken from what came first", (grosze, shares) => {
  expect(sharesOf(advances, grosze)).toEqual(shares);
});

test.each([
  ["2026-11-30", false, "benefit.advance_answered_before_asked"],
  ["2026-12-01", false, null],
  ["2026-12-10", false, null],
  ["2026-12-11", false, "benefit.day_in_future"],
  ["2026-12-05", true, "benefit.advance_answered"],
])("an answer of %s to a request of 1 December, answered %s, is answered with %s", (on, answered, answer) => {
  expect(refuseAnswer({ askedOn: day("2026-12-01"), answered }, day(on), today)).toBe(answer);
});

test.each([
  [null, "2026-12-05", 1, "benefit.advance_not_received"],
  ["2026-12-05", "2026-12-04", 1, "benefit.advance_returned_before_received"],
  ["2026-12-05", "2026-12-11", 1, "benefit.day_in_future"],
  ["2026-12-05", "2026-12-05", 300, null],
  ["2026-12-05", "2026-12-05", 301, "benefit.advance_over_open"],
])("an advance of %s given back on %s with %i of 300 open is answered with %s", (came, on, amountGrosze, answer) => {
  const of = { receivedOn: came === null ? null : day(came), openGrosze: 300 };
  expect(refuseReturning(of, { returnedOn: day(on), amountGrosze }, today)).toBe(answer);
});
