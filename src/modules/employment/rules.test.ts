import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  type DeclarationContent,
  declarationUse,
  disclosureForAnother,
  followUpDays,
  type LinkedEvidence,
  refuseDeclaration,
  refuseEmployerContact,
  refuseLink,
  refuseStart,
  refuseTrainingEnd,
  type StartConditions,
  warnWeeklyHours,
  workplaceTrainingEnd,
} from "./rules.ts";

test.each([
  ["2026-12-01", "2027-05-31"],
  ["2026-08-31", "2027-02-27"],
  ["2026-01-15", "2026-07-14"],
])("a workplace training from %s ends on %s (R-EMP-01)", (startOn, endOn) => {
  expect(workplaceTrainingEnd(day(startOn))).toBe(endOn);
});

test.each([
  ["2027-05-31", null, null],
  ["2027-06-30", null, null],
  ["2027-05-30", null, "employment.shorter_without_reason"],
  ["2027-05-30", "took a job", null],
  ["2026-11-30", "took a job", "employment.ends_before_start"],
])("a training from 2026-12-01 to %s with reason %s: %s (R-EMP-01)", (endOn, reason, answer) => {
  expect(refuseTrainingEnd(day("2026-12-01"), day(endOn), reason)).toBe(answer);
});

describe("what must be there before work starts (R-EMP-02)", () => {
  const startOn = day("2026-12-01");
  const ready: StartConditions = {
    medicalExamOn: day("2026-11-20"),
    medicalExamUntil: day("2026-12-01"),
    safetyTrainingOn: startOn,
    insuredFrom: startOn,
    agreementOn: day("2026-11-25"),
  };
  const late = day("2026-12-02");
  test.each<[Partial<StartConditions>, string[]]>([
    [{}, []],
    [{ medicalExamUntil: null }, []],
    [{ medicalExamOn: null }, ["employment.medical_exam_missing"]],
    [{ medicalExamUntil: day("2026-11-30") }, ["employment.medical_exam_expired"]],
    [{ safetyTrainingOn: late }, ["employment.safety_training_missing"]],
    [{ insuredFrom: late, agreementOn: null }, ["employment.insurance_missing", "employment.agreement_missing"]],
  ])("%o: %o", (change, refusals) => {
    expect(refuseStart({ ...ready, ...change }, startOn)).toEqual(refusals);
  });
});

test.each([
  [9.5, 10, null],
  [10, 10, null],
  [10.5, 10, "employment.over_weekly_hours"],
  [10.5, null, null],
])("%d hours a week with a limit of %s: %s (R-EMP-03)", (hours, limit, warning) => {
  expect(warnWeeklyHours(hours, limit)).toBe(warning);
});

test("nothing about the person is told without agreement (R-EMP-04)", () => {
  expect(refuseEmployerContact({ aboutPerson: true, disclosureAgreed: false })).toBe(
    "employment.disclosure_not_agreed",
  );
  expect(refuseEmployerContact({ aboutPerson: true, disclosureAgreed: true })).toBeNull();
  expect(refuseEmployerContact({ aboutPerson: false, disclosureAgreed: false })).toBeNull();
});

test.each([
  ["words taken from a plan, also when somebody changed a letter", true, ""],
  ["words of one's own", false, "słowa"],
])("%s: another person has agreed to nothing yet (R-EMP-04)", (_, taken, disclosure) => {
  expect(disclosureForAnother("słowa", taken)).toEqual({ disclosure, disclosureAgreed: false });
});

describe("a declaration says persons, working time and duration (R-EMP-05)", () => {
  const whole: DeclarationContent = {
    personsCount: 3,
    workingTimeFraction: 0.5,
    weeklyHours: null,
    durationMonths: 6,
    durationUntil: null,
    indefinite: false,
  };
  test.each<[Partial<DeclarationContent>, string[]]>([
    [{}, []],
    [{ workingTimeFraction: null, weeklyHours: 20 }, []],
    [{ durationMonths: null, indefinite: true }, []],
    [{ durationMonths: null, durationUntil: day("2027-05-31") }, []],
    [{ personsCount: 0 }, ["employment.declaration_persons_missing"]],
    [{ personsCount: 1.5 }, ["employment.declaration_persons_missing"]],
    [{ workingTimeFraction: 1.01 }, ["employment.declaration_working_time_missing"]],
    [
      { workingTimeFraction: null, durationMonths: null },
      ["employment.declaration_working_time_missing", "employment.declaration_duration_missing"],
    ],
  ])("%o: %o", (change, refusals) => {
    expect(refuseDeclaration({ ...whole, ...change })).toEqual(refusals);
  });
});

describe("a declaration confirms no more persons than it declares (R-EMP-06)", () => {
  const linked = (...statuses: LinkedEvidence["status"][]) => statuses.map((status) => ({ status }));
  test.each([
    [3, linked("VERIFIED", "VERIFIED", "VERIFIED"), 3, "employment.declaration_full"],
    [3, linked("VERIFIED", "VERIFIED"), 2, null],
    [2, linked("VERIFIED", "REJECTED"), 1, null],
    [2, linked("VERIFIED", "DRAFT"), 2, "employment.declaration_full"],
    [1, [], 0, null],
  ])("declared %i, linked %o: %i used, %s", (declared, evidence, used, refusal) => {
    expect(declarationUse(declared, evidence)).toEqual({ declared, used, free: declared - used });
    expect(refuseLink(declared, evidence)).toBe(refusal);
  });
});

test("employment is followed up after 1, 3, 6 and 12 months (R-EMP-08)", () => {
  expect(followUpDays(day("2026-08-31"))).toEqual([
    { months: 1, dueOn: "2026-09-30" },
    { months: 3, dueOn: "2026-11-30" },
    { months: 6, dueOn: "2027-02-28" },
    { months: 12, dueOn: "2027-08-31" },
  ]);
});
