import { describe, expect, it } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { absenceStates } from "./codes.ts";
import { refuseAbsence, refuseAcceptance, refuseStep } from "./rules.ts";

const day = (text: string) => plainDate(text);
const programme = { from: day("2026-03-02"), to: day("2027-03-01") };
const sickness = {
  kind: "SICKNESS" as const,
  from: day("2026-11-02"),
  to: day("2026-11-06"),
  reason: null,
  askedOn: day("2026-11-02"),
  documentOn: null,
};
const other = { ...sickness, kind: "OTHER_EXCUSED" as const, reason: "FUNERAL" as const };

describe("an absence is written down", () => {
  it.each([
    ["a sickness", sickness, null],
    ["of one day", { ...sickness, to: sickness.from }, null],
    ["another cause", other, null],
    ["another cause without saying which", { ...other, reason: null }, "absence.reason_missing"],
    ["a sickness with a cause", { ...sickness, reason: "OTHER" as const }, "absence.reason_of_sickness"],
    ["backwards", { ...sickness, to: day("2026-11-01") }, "absence.ends_before_start"],
    ["of 366 days", { ...sickness, from: day("2026-03-02"), to: day("2027-03-02") }, null],
    ["of 367 days", { ...sickness, from: day("2026-03-02"), to: day("2027-03-03") }, "absence.too_long"],
    [
      "from before the programme",
      { ...sickness, from: day("2026-03-01"), to: day("2026-03-04") },
      "absence.outside_programme",
    ],
    [
      "from after the programme",
      { ...sickness, from: day("2027-03-02"), to: day("2027-03-02") },
      "absence.outside_programme",
    ],
    ["ahead of its days", { ...sickness, from: day("2026-12-20"), to: day("2026-12-22") }, null],
    ["told of tomorrow", { ...sickness, askedOn: day("2026-11-11") }, "absence.day_in_future"],
    ["with tomorrow's document", { ...sickness, documentOn: day("2026-11-11") }, "absence.day_in_future"],
  ])("%s", (_, absence, refusal) => {
    expect(refuseAbsence(absence, programme, day("2026-11-10"))).toBe(refusal);
  });
});

describe("the manager accepts", () => {
  const noted = { ...sickness, hasDocument: true };
  it.each([
    ["a sickness with its document", noted, [], null],
    ["a sickness without one", { ...noted, hasDocument: false }, [], "absence.document_missing"],
    ["another cause without a document", { ...other, hasDocument: false }, [], null],
    ["days that touch nothing", noted, [{ from: day("2026-11-07"), to: day("2026-11-09") }], null],
    [
      "days of which one is excused already",
      noted,
      [{ from: day("2026-11-06"), to: day("2026-11-09") }],
      "absence.overlaps",
    ],
  ])("%s", (_, excuse, accepted, refusal) => {
    expect(refuseAcceptance(excuse, accepted)).toBe(refusal);
  });

  it("answers once what waits, and takes back only what was accepted", () => {
    const table = absenceStates.map((state) => [
      state,
      refuseStep(state, "receive"),
      refuseStep(state, "answer"),
      refuseStep(state, "withdraw"),
    ]);
    expect(table).toEqual([
      ["ASKED", null, null, "absence.not_accepted"],
      ["ACCEPTED", "absence.answered", "absence.answered", null],
      ["REFUSED", "absence.answered", "absence.answered", "absence.not_accepted"],
      ["TAKEN_BACK", "absence.answered", "absence.answered", "absence.not_accepted"],
    ]);
  });
});
