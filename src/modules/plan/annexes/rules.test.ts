import { describe, expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { type PlanMeasure, stepTypes } from "./codes.ts";
import {
  annexState,
  barriersOnPaper,
  certificatesOf,
  coursesOf,
  isReached,
  isShortTraining,
  type Measure,
  mayLackDocument,
  nextStep,
  offersTouched,
  outcomeOf,
  refuseHandover,
  refuseMeasure,
  refusePathAgreement,
  refuseStep,
  refuseTargets,
  refuseVocationalAgreement,
  riseOf,
  standing,
  trainingEnd,
} from "./rules.ts";

const day = plainDate;

test.each([
  ["DRAFT", 0, "DRAFT"],
  ["AGREED", 0, "DRAFT"],
  ["ACTIVE", 0, "DRAFT"],
  ["ACTIVE", 1, "IN_FORCE"],
  ["DRAFT", 2, "IN_FORCE"],
  ["COMPLETED", 0, "CLOSED"],
  ["INTERRUPTED", 3, "CLOSED"],
  ["TRANSFERRED", 1, "CLOSED"],
] as const)("an annex of a plan that is %s, at version %i, is %s", (plan, no, state) =>
  expect(annexState(plan, no)).toBe(state),
);

describe("F-26: what is aimed at and what our records say", () => {
  test.each<[PlanMeasure[], Partial<Record<PlanMeasure, number>>, string | null]>([
    [[], {}, null],
    [["CERTIFICATES"], {}, null],
    [["CERTIFICATES"], { CERTIFICATES: 2 }, null],
    [["WORKSHOP_ATTENDANCE", "JOB_KEPT"], { WORKSHOP_ATTENDANCE: 100, JOB_KEPT: 365 }, null],
    [["WORKSHOP_ATTENDANCE"], { WORKSHOP_ATTENDANCE: 101 }, "annex.target_over_whole"],
    [["JOB_KEPT"], { CERTIFICATES: 2 }, "annex.target_of_other_measure"],
  ])("of %j the targets %j are answered with %s", (measures, targets, refusal) => {
    expect(refuseTargets({ measures, targets })).toBe(refusal);
  });

  test.each<[PlanMeasure, { count: number; of: number | null }, number | null, boolean | null]>([
    ["WORKSHOP_ATTENDANCE", { count: 40, of: 50 }, 80, true],
    ["WORKSHOP_ATTENDANCE", { count: 39.5, of: 50 }, 80, false],
    ["WORKSHOP_ATTENDANCE", { count: 0, of: 0 }, 80, null],
    ["WORKSHOP_ATTENDANCE", { count: 40, of: null }, 80, null],
    ["CERTIFICATES", { count: 2, of: 3 }, 2, true],
    ["CERTIFICATES", { count: 1, of: 3 }, 2, false],
    ["JOB_KEPT", { count: 90, of: null }, 90, true],
    ["JOB_KEPT", { count: 89, of: null }, 90, false],
    ["JOB_KEPT", { count: 90, of: null }, null, null],
    ["INTERVIEWS", { count: 9, of: null }, 3, null],
    ["APPLICATIONS", { count: 9, of: null }, 3, null],
  ])("%s: %j against a target of %s is %s", (measure, figure, target, reached) => {
    expect(isReached(measure, figure, target)).toBe(reached);
  });

  test("certificates are those of steps that are done, of those that are still expected", () => {
    const step = (certificate: string, status: "DONE" | "PLANNED" | "CANCELLED") => ({ certificate, status });
    const steps = [step("prawo jazdy", "DONE"), step("SEP", "PLANNED"), step("", "DONE"), step("spawacz", "CANCELLED")];
    expect(certificatesOf(steps)).toEqual({ count: 1, of: 2 });
  });

  test("no paper names a barrier of a special category", () => {
    expect(
      barriersOnPaper(["LONG_BREAK", "HEALTH", "DISABILITY", "ADDICTION", "CRIMINAL_RECORD", "TRANSPORT"]),
    ).toEqual(["LONG_BREAK", "TRANSPORT"]);
  });
});

describe("R-EMP-07: a step chosen because lack of documented competence blocks work", () => {
  const step = {
    type: "COURSE",
    fromOn: null,
    untilOn: null,
    lacksDocument: true,
    competence: "opieka nad chorymi",
  } as const;
  test.each([
    ["a care course for what the person does and has no paper of", step, null],
    ["a workshop", { ...step, type: "WORKSHOP" }, null],
    ["an apprenticeship", { ...step, type: "APPRENTICESHIP" }, null],
    ["without saying which competence", { ...step, competence: "  " }, "annex.competence_missing"],
    ["job search gives no document", { ...step, type: "JOB_SEARCH" }, "annex.document_of_other_step"],
    ["not that reason: nothing is asked", { ...step, lacksDocument: false, competence: "" }, null],
    ["one day", { ...step, fromOn: day("2026-12-01"), untilOn: day("2026-12-01") }, null],
    [
      "ends the day before",
      { ...step, fromOn: day("2026-12-02"), untilOn: day("2026-12-01") },
      "annex.step_ends_before_start",
    ],
  ] as const)("%s", (_, written, refusal) => expect(refuseStep(written)).toBe(refusal));
  test("only steps that end with a paper", () =>
    expect(stepTypes.filter(mayLackDocument)).toEqual(["COURSE", "WORKSHOP", "APPRENTICESHIP"]));
});

describe("R-EMP-01: workplace training lasts six months", () => {
  test.each([
    ["2026-12-01", "2027-05-31"],
    ["2026-08-31", "2027-02-27"],
    ["2026-01-15", "2026-07-14"],
  ])("from %s until %s", (from, until) => expect(trainingEnd(day(from))).toBe(until));
  test.each([
    ["WORKPLACE_TRAINING", "2027-05-31", false],
    ["WORKPLACE_TRAINING", "2027-05-30", true],
    ["WORKPLACE_TRAINING", null, false],
    ["COURSE", "2026-12-02", false],
  ] as const)("%s until %s is short: %s", (type, until, short) =>
    expect(isShortTraining({ type, fromOn: day("2026-12-01"), untilOn: until && day(until) })).toBe(short),
  );
});

describe("J5: the next step and who moves", () => {
  const step = (
    id: string,
    status: "PLANNED" | "IN_PROGRESS" | "DONE" | "CANCELLED" | "NOT_FINISHED",
    from: string | null,
  ) => ({
    id,
    status,
    fromOn: from === null ? null : day(from),
    mover: "PERSON" as const,
  });
  test.each([
    ["nothing", [], undefined],
    ["the first that waits", [step("a", "DONE", null), step("b", "PLANNED", null), step("c", "PLANNED", null)], "b"],
    ["what goes on comes first", [step("a", "PLANNED", "2026-01-01"), step("b", "IN_PROGRESS", "2026-02-01")], "b"],
    ["the earlier day", [step("a", "PLANNED", "2026-02-02"), step("b", "PLANNED", "2026-02-01")], "b"],
    ["one without a day comes last", [step("a", "PLANNED", null), step("b", "PLANNED", "2027-02-01")], "b"],
    [
      "nothing is left",
      [step("a", "DONE", null), step("b", "CANCELLED", null), step("c", "NOT_FINISHED", null)],
      undefined,
    ],
  ])("%s", (_, steps, id) => expect(nextStep(steps)?.id).toBe(id));
});

test("what is missing before an annex is agreed is listed whole", () => {
  expect(refuseVocationalAgreement({ goal: " ", steps: [] })).toEqual(["annex.goal_missing", "annex.steps_missing"]);
  expect(refuseVocationalAgreement({ goal: "Chcę murować", steps: [1] })).toEqual([]);
  expect(refusePathAgreement({ measures: [{ moment: "MID" }], goals: [{ text: " " }], forms: [] })).toEqual([
    "annex.start_not_measured",
    "annex.goals_missing",
    "annex.forms_missing",
  ]);
  expect(refusePathAgreement({ measures: [{ moment: "PRE" }], goals: [{ text: "Mówię nie" }], forms: [1] })).toEqual(
    [],
  );
});

test.each([
  [true, "może wiedzieć o przerwie", null],
  [true, "  ", "annex.disclosure_missing"],
  [false, "", null],
])("R-EMP-04: agreed %s with words %j is %s", (disclosureAgreed, disclosure, refusal) =>
  expect(refuseHandover({ disclosureAgreed, disclosure })).toBe(refusal),
);

const measure = (
  id: string,
  moment: Measure["moment"],
  on: string,
  levels: Measure["levels"],
  corrects: string | null = null,
) => ({
  id,
  moment,
  measuredOn: day(on),
  levels,
  corrects,
});

describe("F-27: measurements", () => {
  const others = [
    { moment: "PRE", measuredOn: day("2026-03-01") },
    { moment: "POST", measuredOn: day("2026-09-01") },
  ] as const;
  test.each([
    ["between start and end", "MID", "2026-06-01", { STRESS: 3 }, null],
    ["on the day of the start", "MID", "2026-03-01", { STRESS: 3 }, null],
    ["on the day of the end", "MID", "2026-09-01", { STRESS: 3 }, null],
    ["a middle before the start", "MID", "2026-02-28", { STRESS: 3 }, "annex.moments_out_of_order"],
    ["a middle after the end", "MID", "2026-09-02", { STRESS: 3 }, "annex.moments_out_of_order"],
    ["another start after the end", "PRE", "2026-10-01", { STRESS: 3 }, "annex.moments_out_of_order"],
    ["another start", "PRE", "2026-03-15", { STRESS: 3 }, null],
    ["nothing measured", "MID", "2026-06-01", {}, "annex.nothing_measured"],
    ["tomorrow", "POST", "2026-11-23", { STRESS: 3 }, "annex.measured_in_future"],
    ["today", "POST", "2026-11-22", { STRESS: 3 }, null],
  ] as const)("%s", (_, moment, on, levels, refusal) =>
    expect(refuseMeasure({ moment, measuredOn: day(on), levels }, others, day("2026-11-22"))).toBe(refusal),
  );

  test("a corrected measurement stays and does not count; a correction may be corrected", () => {
    const all = [
      measure("a", "PRE", "2026-03-01", { STRESS: 2 }),
      measure("b", "PRE", "2026-03-01", { STRESS: 3 }, "a"),
      measure("c", "PRE", "2026-03-02", { STRESS: 1 }, "b"),
    ];
    expect(standing(all).map(({ id }) => id)).toEqual(["c"]);
    expect(coursesOf(all)).toEqual([{ competence: "STRESS", PRE: { id: "c", on: "2026-03-02", level: 1 } }]);
  });

  test("of several measurements of a moment the later day counts, for each competence on its own", () => {
    const courses = coursesOf([
      measure("b", "PRE", "2026-03-05", { STRESS: 3 }),
      measure("a", "PRE", "2026-03-01", { STRESS: 2, BUDGET: 4 }),
    ]);
    expect(courses.map(({ competence, PRE }) => [competence, PRE?.level])).toEqual([
      ["STRESS", 3],
      ["BUDGET", 4],
    ]);
  });
});

describe("R-OUTC-04: a rise from the start to the last of middle and end", () => {
  const course = (pre: number | null, mid: number | null, post: number | null) => {
    const at = (id: string, level: number | null) =>
      level === null ? {} : { [id]: { id, on: day("2026-06-01"), level } };
    return { competence: "SELF_WORTH" as const, ...at("PRE", pre), ...at("MID", mid), ...at("POST", post) };
  };
  test.each([
    [2, 3, null, "MID"],
    [2, null, 3, "POST"],
    [2, 4, 3, "POST"],
    [2, 3, 2, "annex.no_rise"],
    [2, 2, null, "annex.no_rise"],
    [3, 2, null, "annex.no_rise"],
    [2, null, null, "annex.no_rise"],
    [null, 3, 5, "annex.start_not_measured"],
  ])("start %s, middle %s, end %s: %s", (pre, mid, post, said) => {
    const { rise, refusal } = riseOf(course(pre, mid, post));
    expect(rise?.afterId ?? refusal).toBe(said);
  });
  test("2.0 to 3.0 counts, 2.0 to 2.5 does not", () => {
    expect(riseOf(course(2, 3, null)).refusal).toBeNull();
    expect(riseOf(course(2, 2.5, null)).refusal).toBe("annex.no_rise");
  });
  test("each competence speaks for one soft outcome", () => {
    expect([
      outcomeOf("MOTIVATION"),
      outcomeOf("WORK_READINESS"),
      outcomeOf("STRESS"),
      outcomeOf("SELF_WORTH"),
    ]).toEqual(["MOTIVATION_TO_WORK_UP", "MOTIVATION_TO_WORK_UP", "FUNCTIONING_IMPROVED", "SELF_CONFIDENCE_SKILLS_UP"]);
  });
});

describe("a correction touches an offered rise when its numbers are others (R-OUTC-04)", () => {
  const measure = (
    id: string,
    moment: Measure["moment"],
    on: string,
    stress: number,
    corrects: string | null = null,
  ) => ({
    id,
    moment,
    measuredOn: day(on),
    levels: { STRESS: stress, BUDGET: 2 },
    corrects,
  });
  const before = [measure("start", "PRE", "2026-09-01", 2), measure("end", "POST", "2026-11-01", 4)];
  const offers = [{ competence: "STRESS" as const, afterId: "end" }];
  test.each([
    ["the start has another level", [measure("x", "PRE", "2026-09-01", 3, "start")], 1],
    ["the start has another day alone", [measure("x", "PRE", "2026-09-02", 2, "start")], 0],
    ["the end has another level", [measure("x", "POST", "2026-11-01", 3, "end")], 1],
    ["the end has another day", [measure("x", "POST", "2026-11-02", 4, "end")], 1],
    ["only a reason was added", [measure("x", "POST", "2026-11-01", 4, "end")], 0],
    ["a middle nobody offered", [measure("x", "MID", "2026-10-01", 1)], 0],
    [
      "a correction of the correction",
      [measure("x", "POST", "2026-11-01", 4, "end"), measure("y", "POST", "2026-11-01", 5, "x")],
      1,
    ],
  ])("%s", (_what, added, expected) => {
    expect(offersTouched(offers, before, [...before, ...added])).toHaveLength(expected);
    const ofOther = [{ competence: "BUDGET" as const, afterId: "start" }];
    expect(offersTouched(ofOther, before, [...before, measure("z", "MID", "2026-10-01", 5)])).toEqual([]);
  });
});
