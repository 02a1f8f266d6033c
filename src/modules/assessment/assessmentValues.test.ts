import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { type AssessmentValues, contentOf, emptyValues, valuesOf } from "./assessmentValues.ts";
import { type AssessmentContent, AssessmentContent as Content } from "./contract.ts";
import { areasFit, missingParts, needsRiskAction, warnTalkHours } from "./rules.ts";

const filled = (change: Partial<AssessmentValues>): AssessmentValues => ({
  ...emptyValues("VOCATIONAL", "2026-11-20"),
  reason: "Regularny udział",
  methods: "Rozmowa",
  strengths: "Punktualny",
  ...change,
});
const view = (content: AssessmentContent) => ({
  id: "0190a000-0000-7000-8000-000000000099",
  kind: "VOCATIONAL" as const,
  version: 1,
  doneBy: "Robert",
  mine: true,
  startedOn: day("2026-11-20"),
  givenOn: null,
  verdict: null,
  conclusion: "Wnioski",
  conditions: [],
  content,
  closedAreas: [],
});

test("what was written before the form had more fields is read as it was", () => {
  const old = {
    reason: "a",
    methods: "b",
    strengths: "c",
    areas: [{ area: "SKILLS", level: null, note: "d" }],
    riskSuicide: null,
    riskViolence: null,
  };
  expect(Content.parse(old)).toMatchObject({
    meetings: [],
    methodsUsed: [],
    social: null,
    vocational: null,
    areas: [{ notAssessed: false }],
  });
});

test("every field of the form comes back as it was saved (F-21, F-22, F-23)", () => {
  const vocational = filled({
    levels: { SKILLS: "4", READINESS: "none" },
    notes: { READINESS: "przed badaniem" },
    meetings: [{ on: "2026-11-20", minutes: 90 }],
    methodsUsed: [{ name: "KZZ", version: "2.1", result: "R-I-C" }],
    proposedSupport: ["COURSE", "JOB_COACH"],
    skills: [{ kind: "LANGUAGE", name: "niemiecki", level: "0" }],
    testName: "Kwestionariusz zainteresowań",
    testOn: "2026-11-19",
    testResult: "R, C",
    barriers: ["NO_QUALIFICATION_PROOF", "TRANSPORT"],
    barriersNote: "autobus raz dziennie",
    preferredJobs: "magazynier",
    preferredHours: "PART_TIME",
    areaKm: 15,
    fitness: "FIT_WITH_LIMITS",
    fitnessOn: "2026-11-10",
    fitnessLimits: "bez pracy na wysokości",
  });
  const content = contentOf("VOCATIONAL", vocational);
  expect(Content.parse(content)).toEqual(content);
  expect(contentOf("VOCATIONAL", valuesOf("VOCATIONAL", view(content)))).toEqual(content);

  const social = contentOf(
    "SOCIAL",
    filled({
      jurisdictionCommune: "Chełm",
      benefits: "zasiłek stały",
      enforcement: ["BAILIFF"],
      enforcementNote: "1200 zł",
    }),
  );
  expect(contentOf("SOCIAL", valuesOf("SOCIAL", { ...view(social), kind: "SOCIAL" }))).toEqual(social);

  const therapist = contentOf(
    "ADDICTION",
    filled({
      dependences: ["ALCOHOL", "MEDICINES"],
      phases: { ALCOHOL: "ABSTINENT" },
      abstinentSince: "2026-03-01",
      treatmentSoFar: "oddział dzienny 2024",
    }),
  );
  expect(therapist.therapist?.dependences).toEqual([
    { kind: "ALCOHOL", phase: "ABSTINENT" },
    { kind: "MEDICINES", phase: null },
  ]);
  expect(contentOf("ADDICTION", valuesOf("ADDICTION", { ...view(therapist), kind: "ADDICTION" }))).toEqual(therapist);
});

test("rows that were begun only are not saved", () => {
  const content = contentOf(
    "VOCATIONAL",
    filled({
      meetings: [
        { on: "", minutes: 30 },
        { on: "2026-11-20", minutes: undefined },
      ],
      methodsUsed: [{ name: " ", version: "1", result: "" }],
      skills: [{ kind: "SKILL", name: "spawanie", level: "" }],
    }),
  );
  expect([content.meetings, content.methodsUsed, content.vocational?.skills]).toEqual([[], [], []]);
});

describe("what is missing is listed, never blocking (decision 24)", () => {
  const missing = (kind: Parameters<typeof missingParts>[0], change: Partial<AssessmentValues>) =>
    missingParts(kind, contentOf(kind, filled(change)), "Wnioski", true);
  test("an area that was not assessed needs its reason", () => {
    expect(missing("VOCATIONAL", { levels: { SKILLS: "none" } })).toContain("area.whyNot");
    const told = missing("VOCATIONAL", { levels: { SKILLS: "none" }, notes: { SKILLS: "brak czasu" } });
    expect(told).not.toContain("area.whyNot");
    expect(told).not.toContain("area.SKILLS");
    expect(told).toContain("area.DIGITAL");
  });
  test("each form asks for its own", () => {
    expect(missing("ADDICTION", {})).toContain("dependences");
    expect(missing("ADDICTION", { dependences: ["ALCOHOL"] })).toContain("dependencePhase");
    expect(missing("ADDICTION", { dependences: ["NONE_DECLARED"] })).not.toContain("dependencePhase");
    expect(missing("VOCATIONAL", {})).toEqual(expect.arrayContaining(["meetings", "skills", "barriers", "fitness"]));
    expect(missing("SOCIAL", {})).toEqual(expect.arrayContaining(["jurisdictionCommune", "benefits"]));
    expect(missing("SOCIAL", {})).not.toContain("fitness");
    expect(missing("PSYCHOLOGICAL", { riskSuicide: "HIGH" })).toEqual(
      expect.arrayContaining(["riskAction", "riskViolence"]),
    );
  });
});

test.each([
  [null, null, false],
  ["LOW", "LOW", false],
  ["MEDIUM", null, true],
  ["LOW", "HIGH", true],
] as const)("risks %s and %s ask what is done: %s", (riskSuicide, riskViolence, asks) => {
  expect(needsRiskAction({ riskSuicide, riskViolence })).toBe(asks);
});

test.each([
  ["PSYCHOLOGICAL", [], null],
  ["PSYCHOLOGICAL", [119], "assessment.talk_too_short"],
  ["PSYCHOLOGICAL", [60, 60], null],
  ["PSYCHOLOGICAL", [60, 120], null],
  ["PSYCHOLOGICAL", [60, 121], "assessment.talk_too_long"],
  ["VOCATIONAL", [30], null],
] as const)("initial conversations of %s of %j minutes: %s (R-REC-03)", (kind, minutes, warning) => {
  expect(
    warnTalkHours(
      kind,
      minutes.map((one) => ({ minutes: one })),
      { least: 2, most: 3 },
    ),
  ).toBe(warning);
});

test("a part of another form does not fit", () => {
  const social = contentOf("SOCIAL", filled({}));
  expect(areasFit("SOCIAL", social)).toBe(true);
  expect(areasFit("PSYCHOLOGICAL", { ...social, areas: [] })).toBe(false);
  expect(areasFit("VOCATIONAL", contentOf("VOCATIONAL", filled({})))).toBe(true);
});
