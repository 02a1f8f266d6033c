import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  approvalNeeded,
  defaultPlanEnd,
  missingGoals,
  movePlan,
  PLAN_ACTS,
  PLAN_STATES,
  type PlanBasis,
  type PlanContent,
  refuseAgreement,
  reviewDue,
  waitsForApproval,
} from "./rules.ts";

const byOps: PlanBasis = { kind: "IPWB", preparedBy: "OPS", beyondShelterMeans: false, healthInsuranceNeeded: false };
const byShelter: PlanBasis = { ...byOps, preparedBy: "SHELTER" };

test.each<[string, PlanBasis, boolean, boolean]>([
  ["OPS", byOps, true, false],
  ["shelter within its means", byShelter, false, false],
  ["shelter beyond its means", { ...byShelter, beyondShelterMeans: true }, true, true],
  ["shelter with insurance", { ...byShelter, healthInsuranceNeeded: true }, true, true],
  ["prevention programme", { ...byOps, kind: "PREVENTION" }, false, false],
])("prepared by %s: approval %s, responsible bodies %s (R-IPWB-03)", (_who, basis, approval, responsibleBodies) => {
  expect(approvalNeeded(basis)).toEqual({ approval, responsibleBodies });
});

describe("what a plan needs before it is agreed (F-25)", () => {
  const whole: PlanContent = {
    ...byShelter,
    startOn: day("2026-11-22"),
    endOn: day("2027-11-21"),
    goals: [
      { sphere: "HOUSING", text: "a room of my own" },
      { sphere: "VOCATIONAL", text: "forklift licence" },
    ],
    noHousingGoalReason: null,
    noWorkGoalReason: null,
    tasks: [{ what: "apply for a flat", dueOn: day("2026-12-31") }],
    responsibleBodies: [],
  };
  test.each<[string, Partial<PlanContent>, string[]]>([
    ["whole", {}, []],
    [
      "a family goal instead of housing",
      {
        goals: [
          { sphere: "FAMILY", text: "see my son" },
          { sphere: "VOCATIONAL", text: "work" },
        ],
      },
      [],
    ],
    ["no goals", { goals: [] }, ["plan.housing_or_family_goal_missing", "plan.work_goal_missing"]],
    ["no goals with reasons", { goals: [], noHousingGoalReason: "own flat", noWorkGoalReason: "retired" }, []],
    [
      "an empty reason",
      { goals: [{ sphere: "HOUSING", text: "a room" }], noWorkGoalReason: " " },
      ["plan.work_goal_missing"],
    ],
    [
      "a goal without words",
      { goals: [{ sphere: "HOUSING", text: "" }], noWorkGoalReason: "retired" },
      ["plan.goal_text_missing", "plan.housing_or_family_goal_missing"],
    ],
    ["open end", { endOn: null }, ["plan.end_missing"]],
    ["ends before it starts", { endOn: day("2026-11-21") }, ["plan.ends_before_start"]],
    ["ends the same day", { endOn: day("2026-11-22") }, []],
    ["no tasks", { tasks: [] }, ["plan.tasks_missing"]],
    ["a task without a day", { tasks: [{ what: "x", dueOn: null }] }, ["plan.task_without_due_date"]],
    ["beyond means without bodies", { beyondShelterMeans: true }, ["plan.responsible_bodies_missing"]],
    ["beyond means with bodies", { beyondShelterMeans: true, responsibleBodies: ["MOPS"] }, []],
  ])("%s", (_what, change, refusals) => {
    expect(refuseAgreement({ ...whole, ...change })).toEqual(refusals);
  });
  test("missing goals alone are listed for the draft", () => {
    expect(missingGoals(whole)).toEqual([]);
  });
});

describe("states of a plan (R-IPWB-06)", () => {
  const allowed = new Map([
    ["DRAFT agree", "AGREED"],
    ["AGREED redraft", "DRAFT"],
    ["AGREED interrupt", "INTERRUPTED"],
    ["APPROVED activate", "ACTIVE"],
    ["APPROVED interrupt", "INTERRUPTED"],
    ["APPROVED transfer", "TRANSFERRED"],
    ["ACTIVE review", "ACTIVE"],
    ["ACTIVE complete", "COMPLETED"],
    ["ACTIVE interrupt", "INTERRUPTED"],
    ["ACTIVE transfer", "TRANSFERRED"],
  ]);
  test.each(PLAN_STATES.flatMap((from) => PLAN_ACTS.map((act) => [from, act] as const)))(
    "from %s by %s",
    (from, act) => {
      const key = `${from} ${act}`;
      const extra = (approval: boolean) =>
        key === (approval ? "AGREED approve" : "AGREED activate") ? (approval ? "APPROVED" : "ACTIVE") : null;
      expect(movePlan(from, act, byOps).state).toBe(allowed.get(key) ?? extra(true));
      expect(movePlan(from, act, byShelter).state).toBe(allowed.get(key) ?? extra(false));
    },
  );
  test("a refused step says why", () => {
    expect(movePlan("AGREED", "activate", byOps).refusal).toBe("plan.approval_needed");
    expect(movePlan("AGREED", "approve", byShelter).refusal).toBe("plan.approval_not_needed");
    expect(movePlan("DRAFT", "activate", byOps).refusal).toBe("plan.step_not_possible");
    expect(movePlan("COMPLETED", "review", byOps).refusal).toBe("plan.closed");
  });
});

test("a plan lasts 12 months and is reviewed every 3, at the latest on its last day", () => {
  const startOn = day("2026-11-30");
  expect(defaultPlanEnd(startOn)).toBe("2027-11-29");
  expect(reviewDue({ startOn, endOn: null, reviewedOn: [] })).toBe("2027-02-28");
  expect(reviewDue({ startOn, endOn: null, reviewedOn: [day("2027-02-15"), day("2027-01-10")] })).toBe("2027-05-15");
  expect(reviewDue({ startOn, endOn: day("2027-01-31"), reviewedOn: [] })).toBe("2027-01-31");
  expect(reviewDue({ startOn, endOn: null, reviewedOn: [] }, 1)).toBe("2026-12-30");
});

test("a manager is asked for what was agreed and needs approval, and for nothing else (R-IPWB-03)", () => {
  const waiting = PLAN_STATES.flatMap((state) =>
    [true, false]
      .filter((approvalNeeded) => waitsForApproval({ state, approvalNeeded }))
      .map((needed) => [state, needed]),
  );
  expect(waiting).toEqual([["AGREED", true]]);
});
