import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { type AssessmentValues, contentOf, emptyValues, valuesOf } from "./assessmentValues.ts";
import { areasOfKind, everyAskedPart } from "./codes.ts";
import { AssessmentContent as Content, NotedContent } from "./contract.ts";
import { areasFit, missingParts, needsRiskAction, warnTalkHours } from "./rules.ts";

const filled = (change: Partial<AssessmentValues>): AssessmentValues => ({
  ...emptyValues("VOCATIONAL", "2026-11-20"),
  reason: "Regularny udział",
  methods: "Rozmowa",
  strengths: "Punktualny",
  ...change,
});
const view = (content: NotedContent) => ({
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
  content: Content.parse(content),
  closedAreas: [],
  printable: true,
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
    fitnessUntil: "2027-11-10",
    avoid: ["HEIGHTS"],
    fitnessLimits: "bez pracy na wysokości",
  });
  const content = contentOf("VOCATIONAL", vocational);
  expect(NotedContent.parse(content)).toEqual(content);
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
  const nothing = { ...emptyValues("VOCATIONAL", "2026-11-20"), conclusion: "Wnioski" };
  const work = { on: day("2026-11-20"), periods: 0, qualifications: 0, unemployed: null, sinceLastWork: null };
  const missing = (
    kind: Parameters<typeof missingParts>[0],
    change: Partial<AssessmentValues> = {},
    known: typeof work | null = work,
  ) => missingParts(kind, contentOf(kind, { ...nothing, ...change }, known), "Wnioski", true, known);
  const ofTalks = ["reason", "meetings", "methods"];

  test("an area that was not assessed needs its reason, also one that the form asks for no more", () => {
    expect(missing("SOCIAL", { levels: { HOUSING: "none" } })).toContain("area.whyNot");
    expect(missing("VOCATIONAL", { levels: { SKILLS: "none" } })).toContain("area.whyNot");
    const told = missing("SOCIAL", { levels: { HOUSING: "none" }, notes: { HOUSING: "brak czasu" } });
    expect(told).not.toContain("area.whyNot");
    expect(told).not.toContain("area.HOUSING");
    expect(told).toContain("area.RESOURCES");
  });

  test("each form asks for its own, and for nothing of another (F-21, F-22, F-23)", () => {
    expect(missing("VOCATIONAL")).toEqual(["area.READINESS", "qualifications", "periods", "skills", "barriers"]);
    expect(missing("SOCIAL")).toEqual([
      ...areasOfKind.SOCIAL.map((area) => `area.${area}`),
      "jurisdictionCommune",
      "benefits",
      "enforcement",
    ]);
    expect(missing("PSYCHOLOGICAL", { riskSuicide: "HIGH" })).toEqual([
      ...ofTalks,
      ...areasOfKind.PSYCHOLOGICAL.map((area) => `area.${area}`),
      "riskViolence",
      "riskAction",
      "strengths",
    ]);
  });

  test("a medical check is asked for before a workshop alone", () => {
    expect(missing("VOCATIONAL", { proposedSupport: ["WORKSHOP_VOCATIONAL"] })).toContain("fitness");
    expect(missing("VOCATIONAL", { proposedSupport: ["COURSE"] })).not.toContain("fitness");
  });

  test("of a work history that is closed nothing is said to be missing", () => {
    expect(missing("VOCATIONAL", {}, null)).toEqual(["area.READINESS", "skills", "barriers"]);
    expect(missing("VOCATIONAL", {}, { ...work, periods: 1 })).not.toContain("periods");
  });

  test.each(["NONE", "UNKNOWN", "REFUSED"] as const)("“%s” is an answer: nothing is missing then", (answer) => {
    const answers = Object.fromEntries(everyAskedPart.map((part) => [part, answer]));
    const levels = Object.fromEntries(areasOfKind.SOCIAL.map((area) => [area, "3"]));
    expect(missing("SOCIAL", { answers, levels })).toEqual([]);
    expect(missing("VOCATIONAL", { answers, levels: { READINESS: "3" } })).toEqual([]);
  });

  test("an answer goes once there is an entry, and stays with its own form", () => {
    const answers = { barriers: "NONE", skills: "UNKNOWN", periods: "REFUSED", benefits: "NONE" } as const;
    const content = contentOf("VOCATIONAL", { ...nothing, answers, barriers: ["HEALTH"] }, { ...work, periods: 2 });
    expect(content.answers).toEqual([{ about: "skills", answer: "UNKNOWN" }]);
    expect(valuesOf("VOCATIONAL", view(content)).answers).toEqual({ skills: "UNKNOWN" });
    expect(areasFit("VOCATIONAL", content)).toBe(true);
    expect(areasFit("SOCIAL", { areas: [], answers: content.answers })).toBe(false);
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
