import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { requiredPersons } from "../project/rules.ts";
import {
  ageBandOn,
  type Dimension,
  type Evidence,
  effectiveness,
  judgeParticipants,
  outcomeWindow,
  type Participant,
  refuseEvidenceKind,
  refuseSoftOutcome,
  refuseVerification,
  tableOfJudged,
  type WindowRule,
} from "./rules.ts";

const ended = day("2026-06-30");
const afterEnd: WindowRule = { kind: "AFTER_END" };
const people = (count: number, change: Partial<Participant> = {}): Participant[] =>
  Array.from({ length: count }, (_, i) => ({
    personId: `p${String(i + 1).padStart(2, "0")}`,
    groupId: "I",
    sex: "F",
    birthDate: day("1980-01-01"),
    endedOn: ended,
    ...change,
  }));
const proof = (number: number, dimension: Dimension, change: Partial<Evidence> = {}): Evidence => ({
  personId: `p${String(number).padStart(2, "0")}`,
  dimension,
  occurredOn: day("2026-07-10"),
  status: "VERIFIED",
  ...change,
});
const proofs = (count: number, dimension: Dimension) =>
  Array.from({ length: count }, (_, i) => proof(i + 1, dimension));
const tableOf = (members: readonly Participant[], evidence: readonly Evidence[], window: WindowRule = afterEnd) =>
  tableOfJudged(judgeParticipants(members, evidence, window), { socialPercent: 60, employmentPercent: 25 }, ended);

describe("how many persons are required (R-OUTC-03)", () => {
  test.each([
    [8, 5, 2],
    [10, 6, 3],
    [11, 7, 3],
    [12, 8, 3],
    [30, 18, 8],
    [60, 36, 15],
    [0, 0, 0],
  ])("of %i: %i social, %i employment", (participants, social, employment) => {
    expect(requiredPersons(participants, 60)).toBe(social);
    expect(requiredPersons(participants, 25)).toBe(employment);
  });

  test("required is the least number whose share reaches the percentage", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100 }), (participants, percent) => {
        const required = requiredPersons(participants, percent);
        expect(required * 100).toBeGreaterThanOrEqual(participants * percent);
        expect((required - 1) * 100).toBeLessThan(participants * percent);
        expect(effectiveness(participants, required, percent).verdict).toBe("met");
        if (required > 0) expect(effectiveness(participants, required - 1, percent).verdict).toBe("not_met");
      }),
    );
  });
});

describe("verdicts (R-OUTC-01, R-OUTC-02)", () => {
  const nineByFourteen = [...proofs(9, "SOCIAL"), ...proofs(5, "SOCIAL")];
  test.each<[string, number, Evidence[], [number, number | null, string], [number, number | null, string]]>([
    ["8 and 3 of 12", 12, [...proofs(8, "SOCIAL"), ...proofs(3, "EMPLOYMENT")], [8, 66.7, "met"], [3, 25, "met"]],
    ["7 and 3 of 12", 12, [...proofs(7, "SOCIAL"), ...proofs(3, "EMPLOYMENT")], [7, 58.3, "not_met"], [3, 25, "met"]],
    [
      "9 by 14 evidences and 2 of 12",
      12,
      [...nineByFourteen, ...proofs(2, "EMPLOYMENT")],
      [9, 75, "met"],
      [2, 16.7, "not_met"],
    ],
    [
      "18 and 7 of 30",
      30,
      [...proofs(18, "SOCIAL"), ...proofs(7, "EMPLOYMENT")],
      [18, 60, "met"],
      [7, 23.3, "not_met"],
    ],
    ["nobody", 0, [], [0, null, "no_participants"], [0, null, "no_participants"]],
  ])("%s", (_what, count, evidence, social, employment) => {
    const [total] = tableOf(people(count), evidence);
    expect([total?.social.achieved, total?.social.ratePercent, total?.social.verdict]).toEqual(social);
    expect([total?.employment.achieved, total?.employment.ratePercent, total?.employment.verdict]).toEqual(employment);
  });
});

describe("who has achieved (R-OUTC-03)", () => {
  const achieved = (evidence: Evidence[], window: WindowRule = afterEnd, members = people(2)) =>
    tableOf(members, evidence, window)[0]?.social.personIds;

  test("only verified evidence of the dimension and of participants counts", () => {
    expect(achieved([proof(1, "SOCIAL", { status: "DRAFT" }), proof(2, "SOCIAL", { status: "REJECTED" })])).toEqual([]);
    expect(achieved([proof(1, "EMPLOYMENT"), proof(9, "SOCIAL")])).toEqual([]);
    expect(achieved([proof(2, "SOCIAL"), proof(1, "SOCIAL"), proof(1, "SOCIAL")])).toEqual(["p01", "p02"]);
  });

  test.each<[string, WindowRule, boolean]>([
    ["2026-06-29", afterEnd, false],
    ["2026-06-30", afterEnd, true],
    ["2030-01-01", afterEnd, true],
    ["2026-07-28", { kind: "AFTER_END", weeks: 4 }, true],
    ["2026-07-29", { kind: "AFTER_END", weeks: 4 }, false],
    ["2026-09-30", { kind: "AFTER_END", months: 3 }, true],
    ["2026-10-01", { kind: "AFTER_END", months: 3 }, false],
    ["2026-01-01", { kind: "ANY_DAY" }, true],
  ])("an outcome of %s within %o counts: %s", (on, window, counts) => {
    expect(achieved([proof(1, "SOCIAL", { occurredOn: day(on) })], window)?.length).toBe(counts ? 1 : 0);
  });

  test("who still takes part cannot count yet", () => {
    expect(outcomeWindow(null, afterEnd)).toBeNull();
    expect(achieved([proof(1, "SOCIAL")], afterEnd, people(1, { endedOn: null }))).toEqual([]);
    expect(achieved([proof(1, "SOCIAL")], { kind: "ANY_DAY" }, people(1, { endedOn: null }))).toEqual(["p01"]);
  });

  test("never more than there are participants, whatever the evidence", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.array(fc.integer({ min: 1, max: 40 })), (count, numbers) => {
        const found = achieved(
          numbers.map((number) => proof(number, "SOCIAL")),
          afterEnd,
          people(count),
        );
        expect(found?.length).toBe(new Set(numbers.filter((number) => number <= count)).size);
      }),
    );
  });
});

test("the table goes by group, sex and age band, and a person in two groups is one person in total", () => {
  const members: Participant[] = [
    ...people(3),
    ...people(1, { groupId: "II" }),
    { personId: "p09", groupId: "II", sex: "M", birthDate: null, endedOn: ended },
  ];
  const table = tableOf(members, [proof(1, "SOCIAL"), proof(9, "EMPLOYMENT")]);
  expect(
    table.map(({ by, key, social, employment }) => [
      by,
      key,
      social.participants,
      social.achieved,
      employment.achieved,
    ]),
  ).toEqual([
    ["TOTAL", "TOTAL", 4, 1, 1],
    ["GROUP", "I", 3, 1, 0],
    ["GROUP", "II", 2, 1, 1],
    ["SEX", "F", 3, 1, 0],
    ["SEX", "M", 1, 0, 1],
    ["AGE_BAND", "40_49", 3, 1, 0],
    ["AGE_BAND", "UNKNOWN", 1, 0, 1],
  ]);
  expect(table[0]?.personIds).toEqual(["p01", "p02", "p03", "p09"]);
  expect(table[0]?.employment.personIds).toEqual(["p09"]);
});

test.each([
  ["2008-07-01", "UNDER_18"],
  ["2008-06-30", "18_29"],
  ["1996-06-30", "30_39"],
  ["1976-07-01", "40_49"],
  ["1976-06-30", "50_59"],
  ["1966-06-30", "60_PLUS"],
])("born %s is %s on 2026-06-30", (born, band) => {
  expect(ageBandOn(day(born), ended)).toBe(band);
});

test.each([
  [2, 3, null, null],
  [2, 2.5, null, "outcome.below_threshold"],
  [2.1, 3.1, null, null],
  [null, 3, null, "outcome.before_missing"],
  [2, null, null, "outcome.after_missing"],
  [null, null, "ewa", null],
])("a soft outcome from %s to %s with the opinion of %s: %s (R-OUTC-04)", (before, after, specialistId, answer) => {
  expect(refuseSoftOutcome({ before, after, specialistId })).toBe(answer);
});

test("the threshold of soft outcomes is a parameter (R-OUTC-04)", () => {
  expect(refuseSoftOutcome({ before: 2, after: 2.5, specialistId: null }, 0.5)).toBeNull();
});

test.each([
  ["EMPLOYMENT", "EMPLOYER_DECLARATION", null],
  ["EMPLOYMENT", "KRS_ENTRY", null],
  ["EMPLOYMENT", "SELF_DECLARATION", "outcome.evidence_of_other_dimension"],
  ["SOCIAL", "PRE_POST_TEST", null],
  ["SOCIAL", null, "outcome.evidence_missing"],
] as const)("%s proved by %s: %s (R-EMP-05)", (dimension, kind, answer) => {
  expect(refuseEvidenceKind(dimension, kind)).toBe(answer);
});

test("a second pair of eyes decides, once (R-OUTC-05)", () => {
  expect(refuseVerification({ assessorId: "anna", status: "DRAFT" }, "anna")).toBe("outcome.same_assessor");
  expect(refuseVerification({ assessorId: "anna", status: "DRAFT" }, "marek")).toBeNull();
  expect(refuseVerification({ assessorId: "anna", status: "VERIFIED" }, "marek")).toBe("outcome.already_decided");
});
