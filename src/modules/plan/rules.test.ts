import { describe, expect, test } from "vitest";
import { type Actor, may, type Role, roles } from "../../platform/access.ts";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { planAccess } from "./access.ts";
import { planDifference } from "./difference.ts";
import {
  approvalNeeded,
  defaultPlanEnd,
  endNoticeDue,
  endsSoon,
  implementerOf,
  isReviewLate,
  managerActs,
  missingGoals,
  missingWords,
  movePlan,
  PLAN_ACTS,
  PLAN_STATES,
  type PlanBasis,
  type PlanContent,
  paysInsurance,
  refuseAgreement,
  refuseDescriptionChange,
  refuseProposal,
  refuseReview,
  reviewDue,
  waitsForApproval,
} from "./rules.ts";

const actorOf = (role: Role): Actor => ({
  accountId: "a",
  organisationId: "o",
  displayName: "",
  roles: [role],
  unitIds: [],
  personId: null,
  authorised: true,
  sessionId: null,
});
const byOps: PlanBasis = { kind: "IPWB", preparedBy: "OPS", beyondShelterMeans: false, healthInsuranceNeeded: false };
const byShelter: PlanBasis = { ...byOps, preparedBy: "SHELTER" };

test.each([
  ["IPWB", true, true],
  ["IPWB", false, false],
  ["PREVENTION", true, false],
] as const)("%s with insurance needed %s: paid %s (R-IPWB-05, R-IPWB-08)", (kind, healthInsuranceNeeded, paid) => {
  expect(paysInsurance({ kind, healthInsuranceNeeded })).toBe(paid);
});

test.each([
  [undefined, "Schronisko"],
  [" ", "Schronisko"],
  ["Dom przy Polnej", "Dom przy Polnej (Schronisko)"],
])("who carries it out, named %s, reads %s (F-25)", (implementerName, told) => {
  expect(implementerOf({ implementerName }, "Schronisko")).toBe(told);
});

test("what the form asks for is listed until it is written (F-25)", () => {
  const goal = { measure: "umowa najmu", dueOn: day("2027-03-01") };
  const whole = {
    implementerName: "Schronisko przy Polnej",
    situation: "Bez mieszkania od roku.",
    commitments: "Spłata długu.",
    supportMeans: ["SOCIAL_WORK"],
  };
  expect(missingWords(whole, [goal])).toEqual([]);
  expect(missingWords({ situation: " ", commitments: "", supportMeans: [] }, [{ measure: "", dueOn: null }])).toEqual([
    "plan.implementer_missing",
    "plan.situation_missing",
    "plan.means_missing",
    "plan.commitments_missing",
    "plan.goal_measure_missing",
    "plan.goal_due_missing",
  ]);
});

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
    supportMeans: [],
    provisions: [],
    inPreparersShelter: true,
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
    ["beyond means with a body", { beyondShelterMeans: true, provisions: [{ provision: "OTHER", body: "MOPS" }] }, []],
    [
      "insurance without its body",
      { healthInsuranceNeeded: true, provisions: [{ provision: "OTHER", body: "MOPS" }] },
      ["plan.responsible_bodies_missing"],
    ],
    [
      "insurance with its body, one means without",
      {
        healthInsuranceNeeded: true,
        supportMeans: ["COURSE"],
        provisions: [{ provision: "HEALTH_INSURANCE", body: "MOPS" }],
      },
      ["plan.responsible_bodies_missing"],
    ],
    [
      "every provision with its body",
      {
        healthInsuranceNeeded: true,
        supportMeans: ["COURSE"],
        provisions: [
          { provision: "HEALTH_INSURANCE", body: "MOPS" },
          { provision: "COURSE", body: "PUP" },
        ],
      },
      [],
    ],
    ["bodies are named where nobody has to", { preparedBy: "OPS", healthInsuranceNeeded: true }, []],
    [
      "a shelter prepares it for somebody who stays elsewhere (R-IPWB-02)",
      { inPreparersShelter: false },
      ["plan.person_not_in_shelter"],
    ],
    ["the OPS prepares it for anybody", { preparedBy: "OPS", inPreparersShelter: false }, []],
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
    ["ACTIVE prolong", "ACTIVE"],
    ["COMPLETED reopen", "ACTIVE"],
    ["INTERRUPTED reopen", "ACTIVE"],
    ["AGREED interrupt", "INTERRUPTED"],
    ["APPROVED activate", "ACTIVE"],
    ["APPROVED interrupt", "INTERRUPTED"],
    ["APPROVED transfer", "TRANSFERRED"],
    ["ACTIVE review", "ACTIVE"],
    ["ACTIVE complete", "COMPLETED"],
    ["ACTIVE interrupt", "INTERRUPTED"],
    ["ACTIVE transfer", "TRANSFERRED"],
  ]);
  const anna = actorOf("SOCIAL_WORKER");
  const cases = PLAN_STATES.flatMap((from) =>
    PLAN_ACTS.flatMap((act) => roles.map((role) => [from, act, role] as const)),
  );
  test.each(cases)("from %s by %s as %s", (from, act, role) => {
    const key = `${from} ${act}`;
    const ofManager = act === "approve" || act === "return";
    const mayAct = ofManager
      ? role === "SOCIAL_WORK_MANAGER"
      : role === "SOCIAL_WORKER" || role === "REINTEGRATION_SOCIAL_WORKER";
    const withApproval = new Map([...allowed, ["AGREED approve", "APPROVED"], ["AGREED return", "DRAFT"]]);
    const without = new Map([...allowed, ["AGREED activate", "ACTIVE"]]);
    const verb = planAccess[managerActs.includes(act) ? "plan.approve" : "plan.write"];
    expect(may(actorOf(role), verb, { unit: true })).toBe(mayAct);
    expect(may(actorOf(role), verb, {})).toBe(false);
    for (const [basis, table] of [
      [byOps, withApproval],
      [byShelter, without],
    ] as const) {
      const run = movePlan(from, act, { ...basis, hasRun: true });
      expect(run.state).toBe(table.get(key) ?? null);
      expect(run.refusal === null).toBe(table.has(key));
      const opened = movePlan(from, act, { ...basis, hasRun: false });
      expect(opened.state).toBe(act === "reopen" && table.has(key) ? "DRAFT" : (table.get(key) ?? null));
    }
    expect(may(anna, planAccess["plan.approve"], { unit: true })).toBe(false);
  });
  test("a refused step says why", () => {
    expect(movePlan("AGREED", "activate", { ...byOps, hasRun: false }).refusal).toBe("plan.approval_needed");
    expect(movePlan("AGREED", "approve", { ...byShelter, hasRun: false }).refusal).toBe("plan.approval_not_needed");
    expect(movePlan("DRAFT", "activate", { ...byOps, hasRun: false }).refusal).toBe("plan.step_not_possible");
    expect(movePlan("COMPLETED", "review", { ...byOps, hasRun: false }).refusal).toBe("plan.closed");
  });
});

test("a plan lasts 12 months and is reviewed every 3, at the latest on its last day", () => {
  const startOn = day("2026-11-30");
  expect(defaultPlanEnd(startOn)).toBe("2027-11-29");
  expect(reviewDue({ startOn, endOn: null, reviewedOn: [] }, 3)).toBe("2027-02-28");
  expect(reviewDue({ startOn, endOn: null, reviewedOn: [day("2027-02-15"), day("2027-01-10")] }, 3)).toBe("2027-05-15");
  expect(reviewDue({ startOn, endOn: day("2027-01-31"), reviewedOn: [] }, 3)).toBe("2027-01-31");
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

test.each([
  ["the same day", "2026-11-22", null, []],
  ["tomorrow", "2026-11-23", null, ["plan.review_in_future"]],
  ["before the plan", "2026-10-31", null, ["plan.review_before_start"]],
  ["next on the same day", "2026-11-22", "2026-11-22", ["plan.next_review_not_later"]],
  ["next a day later", "2026-11-22", "2026-11-23", []],
  ["next on the last day", "2026-11-22", "2027-10-31", []],
  ["next after the last day", "2026-11-22", "2027-11-01", ["plan.next_review_after_end"]],
])("a review, %s", (_what, reviewedOn, nextOn, refusals) => {
  const plan = { startOn: day("2026-11-01"), endOn: day("2027-10-31") };
  const review = { reviewedOn: day(reviewedOn), nextOn: nextOn === null ? null : day(nextOn) };
  expect(refuseReview(review, plan, day("2026-11-22"))).toEqual(refusals);
});

test("the end of a plan is a task 30 days before it, and of today when that has passed", () => {
  const today = day("2026-11-22");
  expect(endNoticeDue(day("2027-11-21"), today)).toBe("2027-10-22");
  expect(endNoticeDue(day("2026-12-01"), today)).toBe(today);
  const ends = (state: "ACTIVE" | "DRAFT", endOn: string | null) =>
    endsSoon({ state, endOn: endOn === null ? null : day(endOn) }, today);
  expect([ends("ACTIVE", "2026-12-22"), ends("ACTIVE", "2026-12-23"), ends("ACTIVE", "2026-11-01")]).toEqual([
    true,
    false,
    true,
  ]);
  expect([ends("DRAFT", "2026-12-01"), ends("ACTIVE", null)]).toEqual([false, false]);
  expect(["2026-11-21", "2026-11-22", null].map((due) => isReviewLate({ reviewDue: due }, today))).toEqual([
    true,
    false,
    false,
  ]);
});

test("two versions are compared line by line and field by field, whatever their order", () => {
  const goal = { id: "g1", sphere: "HOUSING" as const, text: "a room", measure: "", dueOn: null };
  const other = { ...goal, id: "g2", text: "see my son" };
  const task = { id: "t1", side: "OPS" as const, what: "apply", dueOn: day("2026-12-04") };
  const before = { goals: [goal, other], tasks: [task] };
  expect(planDifference(before, { goals: [other, goal], tasks: [task] })).toEqual({
    goals: [],
    tasks: [],
    description: null,
  });
  const after = {
    goals: [{ ...goal, text: "a flat", dueOn: day("2027-01-01") }],
    tasks: [task, { ...task, id: "t2" }],
  };
  expect(planDifference(before, after)).toEqual({
    goals: [
      { change: "changed", id: "g1", before: goal, after: after.goals[0], fields: ["text", "dueOn"] },
      { change: "removed", id: "g2", before: other },
    ],
    tasks: [{ change: "added", id: "t2", after: after.tasks[1] }],
    description: null,
  });
});

describe("the description of a running plan (R-IPWB-01, R-IPWB-03)", () => {
  const provision = { provision: "SHELTER", body: "OPS" };
  const described = {
    kind: "IPWB" as const,
    preparedSide: "SHELTER" as const,
    startOn: day("2026-11-22"),
    endOn: day("2027-11-21"),
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [provision],
  };
  const more = { provisions: [provision, { provision: "MEALS", body: "OPS" }] };
  test.each([
    ["nothing of what was agreed", {}, {}, []],
    ["another kind", {}, { kind: "PREVENTION" }, ["plan.description_fixed"]],
    ["another writer", {}, { preparedSide: "OPS" }, ["plan.description_fixed"]],
    ["another first day", {}, { startOn: day("2026-11-23") }, ["plan.description_fixed"]],
    ["another last day", {}, { endOn: day("2027-11-22") }, ["plan.description_fixed"]],
    ["insurance that makes approval necessary", {}, { healthInsuranceNeeded: true }, ["plan.change_needs_approval"]],
    ["means beyond the shelter", {}, { beyondShelterMeans: true }, ["plan.change_needs_approval"]],
    ["who answers, where nothing was approved", {}, more, []],
    ["who answers, where it was approved", { preparedSide: "OPS" }, more, ["plan.change_needs_approval"]],
    ["the order of who answers", { preparedSide: "OPS", ...more }, { provisions: more.provisions.toReversed() }, []],
    ["what was approved, in a prevention programme", { kind: "PREVENTION" }, { healthInsuranceNeeded: true }, []],
  ] as const)("changes %s", (_, before, change, refusals) => {
    const running = { ...described, ...before };
    expect(refuseDescriptionChange(running, { ...running, ...change })).toEqual(refusals);
    // what needs the manager is put before the manager, and nothing else is
    const proposal = { before: running, after: { ...running, ...change }, reason: "dostal prace", waits: false };
    const refusal = refusals.find((code) => code !== "plan.change_needs_approval") ?? "plan.change_approval_not_needed";
    const proposed = refusals.some((code) => code === "plan.change_needs_approval") ? [] : [refusal];
    for (const state of PLAN_STATES)
      expect([state, refuseProposal({ ...proposal, state })]).toEqual([
        state,
        state === "ACTIVE" ? proposed : ["plan.step_not_possible"],
      ]);
    if (proposed.length === 0)
      expect(refuseProposal({ ...proposal, state: "ACTIVE", reason: " ", waits: true })).toEqual([
        "plan.reason_missing",
        "plan.change_waits",
      ]);
  });
});
