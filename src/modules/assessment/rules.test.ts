import { describe, expect, test } from "vitest";
import { may, roles } from "../../platform/access.ts";
import { addDays, plainDate as day } from "../../platform/time/plainDate.ts";
import { assessmentAccess } from "./access.ts";
import {
  actsAt,
  gateVerdict,
  isInOpenOffer,
  isRegular,
  moveStage,
  type Recommendation,
  refuseDependences,
  refuseGate,
  refuseRecommendation,
  refuseStepReason,
  risesToHigh,
  STAGE_ACTS,
  STAGES,
  type Stage,
  type StageAct,
  stagesAhead,
  stepsAt,
} from "./rules.ts";

const today = day("2026-11-22");

test.each([
  ["six days of thirty", [0, 5, 10, 15, 20, 29], true],
  ["the sixth 30 days ago", [0, 5, 10, 15, 20, 30], false],
  ["five days", [0, 5, 10, 15, 20], false],
  ["six visits on five days", [0, 0, 5, 10, 15, 20], false],
  ["a visit planned for tomorrow", [-1, 0, 5, 10, 15, 20], false],
])("regular attendance: %s: %s (R-S0-02)", (_what, daysAgo, expected) => {
  expect(
    isRegular(
      daysAgo.map((ago) => addDays(today, -ago)),
      today,
    ),
  ).toBe(expected);
});

test("what is regular is a parameter (R-S0-02)", () => {
  expect(isRegular([today], today, { minVisits: 1, withinDays: 1 })).toBe(true);
});

describe("the gate (R-S0-03)", () => {
  const say = (
    kind: Recommendation["kind"],
    verdict: Recommendation["verdict"],
    ...met: boolean[]
  ): Recommendation => ({
    kind,
    verdict,
    conditions: met.map((isMet) => ({ text: "six weeks sober", met: isMet })),
  });
  const [psych, social, vocational] = [
    say("PSYCHOLOGICAL", "POSITIVE"),
    say("SOCIAL", "POSITIVE"),
    say("VOCATIONAL", "POSITIVE"),
  ];

  test.each<[string, Recommendation[], string, string[]]>([
    ["three positive", [psych, social, vocational], "RECOMMENDED", []],
    ["conditions met", [psych, social, say("VOCATIONAL", "CONDITIONAL", true, true)], "RECOMMENDED", []],
    [
      "a condition open",
      [psych, social, say("VOCATIONAL", "CONDITIONAL", true, false)],
      "WAITING",
      ["assessment.vocational_conditions_open"],
    ],
    [
      "conditional without conditions",
      [psych, social, say("VOCATIONAL", "CONDITIONAL")],
      "WAITING",
      ["assessment.vocational_conditions_open"],
    ],
    ["one negative", [psych, say("SOCIAL", "NEGATIVE"), vocational], "NOT_RECOMMENDED", ["assessment.social_negative"]],
    ["one missing", [psych, vocational], "WAITING", ["assessment.social_missing"]],
    [
      "negative and missing",
      [say("PSYCHOLOGICAL", "NEGATIVE"), social],
      "WAITING",
      ["assessment.psychological_negative", "assessment.vocational_missing"],
    ],
    ["the later one counts", [say("SOCIAL", "NEGATIVE"), psych, social, vocational], "RECOMMENDED", []],
    [
      "none",
      [],
      "WAITING",
      ["assessment.psychological_missing", "assessment.social_missing", "assessment.vocational_missing"],
    ],
  ])("%s", (_what, recommendations, verdict, refusals) => {
    expect(gateVerdict(recommendations)).toBe(verdict);
    expect(refuseGate(recommendations)).toEqual(refusals);
  });

  test("a conditional recommendation says its conditions", () => {
    expect(refuseRecommendation(say("SOCIAL", "CONDITIONAL"))).toBe("assessment.conditions_missing");
    expect(refuseRecommendation(say("SOCIAL", "CONDITIONAL", false))).toBeNull();
    expect(refuseRecommendation(social)).toBeNull();
  });
});

describe("the stage path (R-S0-06)", () => {
  const possible: Record<Stage, Partial<Record<StageAct, Stage>>> = {
    OPEN_OFFER: { attend_regularly: "REGULAR" },
    REGULAR: { attend_rarely: "OPEN_OFFER", start_assessment: "UNDER_ASSESSMENT" },
    UNDER_ASSESSMENT: { recommend: "RECOMMENDED", not_recommend: "NOT_RECOMMENDED" },
    RECOMMENDED: { start_analysis: "ANALYSIS" },
    NOT_RECOMMENDED: { start_assessment: "UNDER_ASSESSMENT" },
    ANALYSIS: { finish_plan: "PLANNED" },
    PLANNED: { sign_contract: "CONTRACTED" },
    CONTRACTED: { start_advanced: "ADVANCED" },
    ADVANCED: { place: "PLACED" },
    PLACED: { start_follow_up: "FOLLOW_UP" },
    FOLLOW_UP: {},
    CLOSED: {},
  };
  const every = STAGES.flatMap((stage) => STAGE_ACTS.map((act) => [stage, act] as const));

  test.each(every)("from %s by %s", (stage, act) => {
    const expected = act === "close" && stage !== "CLOSED" ? "CLOSED" : possible[stage][act];
    const refusal = stage === "CLOSED" ? "assessment.path_closed" : "assessment.step_not_possible";
    expect(moveStage(stage, act)).toEqual(expected ? { stage: expected, refusal: null } : { stage: null, refusal });
    expect(actsAt(stage).includes(act)).toBe(expected !== undefined);
  });

  test.each(roles)("%s: which steps are theirs, at every stage and for every act", (role) => {
    const actor = {
      accountId: "a",
      organisationId: "o",
      displayName: "",
      roles: [role],
      unitIds: [],
      personId: null,
      authorised: true,
      sessionId: null,
    };
    const isWorker = role === "SOCIAL_WORKER" || role === "REINTEGRATION_SOCIAL_WORKER";
    const byHand = ["attend_regularly", "attend_rarely", "start_assessment", "start_analysis", "start_advanced"];
    for (const [stage, act] of every) {
      const isPossible = possible[stage][act] !== undefined;
      const moves =
        may(actor, assessmentAccess["stage.move"], { unit: true }) && stepsAt(stage).some((it) => it === act);
      expect([stage, act, moves]).toEqual([stage, act, isWorker && isPossible && byHand.includes(act)]);
      const isGate = act === "recommend" || act === "not_recommend";
      const decides =
        may(actor, assessmentAccess["gate.decide"], { unit: true }) && isGate && actsAt(stage).includes(act);
      expect([stage, act, decides]).toEqual([stage, act, isWorker && isGate && stage === "UNDER_ASSESSMENT"]);
      for (const verb of ["stage.move", "gate.decide"] as const)
        expect(may(actor, assessmentAccess[verb], {})).toBe(false);
    }
  });

  test("a step that goes back says why, the others may", () => {
    const asking = STAGE_ACTS.filter((act) => refuseStepReason(act, null) !== null);
    expect(asking).toEqual(["attend_rarely"]);
    expect(refuseStepReason("attend_rarely", "  ")).toBe("assessment.step_reason_missing");
    expect(refuseStepReason("attend_rarely", "Choruje")).toBeNull();
  });

  test("what is ahead is the straight way; who was not recommended may be assessed again", () => {
    expect(stagesAhead("OPEN_OFFER")).toEqual(
      STAGES.filter((each) => each !== "OPEN_OFFER" && each !== "NOT_RECOMMENDED"),
    );
    expect(stagesAhead("NOT_RECOMMENDED").slice(0, 2)).toEqual(["UNDER_ASSESSMENT", "RECOMMENDED"]);
    expect(stagesAhead("FOLLOW_UP")).toEqual(["CLOSED"]);
    expect([stagesAhead("CLOSED"), stagesAhead("?")]).toEqual([[], []]);
  });

  test("who is not recommended stays in the open offer", () => {
    expect(STAGES.filter(isInOpenOffer)).toEqual(["OPEN_OFFER", "REGULAR", "UNDER_ASSESSMENT", "NOT_RECOMMENDED"]);
  });
});

test.each([
  ["nothing", [], null],
  ["one", ["ALCOHOL"], null],
  ["none alone", ["NONE_DECLARED"], null],
  ["none beside another", ["NONE_DECLARED", "DRUGS"], "assessment.none_with_others"],
  ["one twice", ["DRUGS", "DRUGS"], "assessment.dependence_twice"],
] as const)("what somebody depends on: %s is answered with %s", (_what, kinds, expected) => {
  expect(refuseDependences(kinds.map((kind) => ({ kind })))).toBe(expected);
});

const levels = [null, "LOW", "MEDIUM", "HIGH"] as const;
test.each(levels.flatMap((before) => levels.map((now) => [before, now, now === "HIGH" && before !== "HIGH"] as const)))(
  "a risk from %s to %s calls the leader: %s (F-21)",
  (before, now, expected) => {
    const of = (riskSuicide: (typeof levels)[number], riskViolence: (typeof levels)[number]) => ({
      riskSuicide,
      riskViolence,
    });
    expect(risesToHigh(of(before, null), of(now, null))).toBe(expected);
    expect(risesToHigh(of("HIGH", before), of("HIGH", now))).toBe(expected);
    expect(risesToHigh(null, of(null, now))).toBe(now === "HIGH");
  },
);
