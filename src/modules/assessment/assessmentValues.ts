import { isPlainDate, type PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import {
  type Area,
  type AskedPart,
  type AssessmentKind,
  areasOfKind,
  askedParts,
  type Dependence,
  type DependencePhase,
  type Enforcement,
  type Fitness,
  type ListAnswer,
  type Risk,
  type SkillKind,
  type SupportForm,
  type Verdict,
  type WorkBarrier,
  type WorkHours,
  type WorkLimit,
} from "./codes.ts";
import type { AssessmentContent, AssessmentView, CaseAssessments, NotedContent } from "./contract.ts";
import { isEntered } from "./rules.ts";

/** `none`: not assessed, the note says why. */
type Level = "" | "1" | "2" | "3" | "4" | "5" | "none";

export type MeetingRow = { on: string; minutes: number | undefined };
export type MethodRow = { name: string; version: string; result: string };
export type SkillRow = { kind: SkillKind; name: string; level: "" | "0" | "1" | "2" | "3" };

/** The form of an assessment: everything a text, `""` for what is not said. Conditions stand one a line. */
export type AssessmentValues = {
  startedOn: string;
  reason: string;
  methods: string;
  strengths: string;
  levels: Partial<Record<Area, Level>>;
  notes: Partial<Record<Area, string>>;
  riskSuicide: Risk | "";
  riskViolence: Risk | "";
  riskAction: string;
  meetings: readonly MeetingRow[];
  methodsUsed: readonly MethodRow[];
  proposedSupport: readonly SupportForm[];
  answers: Partial<Record<AskedPart, ListAnswer | "">>;
  jurisdictionCommune: string;
  benefits: string;
  enforcement: readonly Enforcement[];
  enforcementNote: string;
  skills: readonly SkillRow[];
  testName: string;
  testOn: string;
  testResult: string;
  barriers: readonly WorkBarrier[];
  barriersNote: string;
  preferredJobs: string;
  preferredHours: WorkHours | "";
  areaKm: number | undefined;
  fitness: Fitness | "";
  fitnessOn: string;
  fitnessUntil: string;
  avoid: readonly WorkLimit[];
  fitnessLimits: string;
  dependences: readonly Dependence[];
  phases: Partial<Record<Dependence, DependencePhase>>;
  abstinentSince: string;
  treatmentSoFar: string;
  conclusion: string;
  verdict: Verdict | "";
  conditions: string;
};

export function emptyValues(_kind: AssessmentKind, today: string): AssessmentValues {
  const nothing = { reason: "", methods: "", strengths: "", levels: {}, notes: {} };
  return {
    ...nothing,
    startedOn: today,
    riskSuicide: "",
    riskViolence: "",
    riskAction: "",
    meetings: [],
    methodsUsed: [],
    proposedSupport: [],
    answers: {},
    jurisdictionCommune: "",
    benefits: "",
    enforcement: [],
    enforcementNote: "",
    skills: [],
    testName: "",
    testOn: "",
    testResult: "",
    barriers: [],
    barriersNote: "",
    preferredJobs: "",
    preferredHours: "",
    areaKm: undefined,
    fitness: "",
    fitnessOn: "",
    fitnessUntil: "",
    avoid: [],
    fitnessLimits: "",
    dependences: [],
    phases: {},
    abstinentSince: "",
    treatmentSoFar: "",
    conclusion: "",
    verdict: "",
    conditions: "",
  };
}

const levels: readonly Level[] = ["1", "2", "3", "4", "5"];

export function valuesOf(kind: AssessmentKind, one: AssessmentView): AssessmentValues {
  const empty = emptyValues(kind, one.startedOn);
  const { content } = one;
  if (!content) return empty;
  return {
    ...empty,
    reason: content.reason,
    methods: content.methods,
    strengths: content.strengths,
    levels: Object.fromEntries(
      content.areas.map(({ area, level, notAssessed }) => [
        area,
        notAssessed ? "none" : (levels[(level ?? 0) - 1] ?? ""),
      ]),
    ),
    notes: Object.fromEntries(content.areas.map(({ area, note }) => [area, note])),
    riskSuicide: content.riskSuicide ?? "",
    riskViolence: content.riskViolence ?? "",
    riskAction: content.riskAction,
    meetings: content.meetings,
    methodsUsed: content.methodsUsed,
    proposedSupport: content.proposedSupport,
    answers: Object.fromEntries(content.answers.map(({ about, answer }) => [about, answer])),
    ...content.social,
    ...vocationalValues(content.vocational),
    ...therapistValues(content.therapist),
    conclusion: one.conclusion ?? "",
  };
}

const skillLevels = ["0", "1", "2", "3"] as const;

function vocationalValues(said: AssessmentContent["vocational"]): Partial<AssessmentValues> {
  if (!said) return {};
  return {
    skills: said.skills.map(({ kind, name, level }) => ({ kind, name, level: skillLevels[level] ?? "" })),
    testName: said.preferenceTest?.name ?? "",
    testOn: said.preferenceTest?.on ?? "",
    testResult: said.preferenceTest?.result ?? "",
    barriers: said.barriers,
    barriersNote: said.barriersNote,
    preferredJobs: said.preferredJobs,
    preferredHours: said.preferredHours ?? "",
    areaKm: said.areaKm ?? undefined,
    fitness: said.fitness?.result ?? "",
    fitnessOn: said.fitness?.on ?? "",
    fitnessUntil: said.fitness?.until ?? "",
    avoid: said.fitness?.avoid ?? [],
    fitnessLimits: said.fitness?.limits ?? "",
  };
}

function therapistValues(said: AssessmentContent["therapist"]): Partial<AssessmentValues> {
  if (!said) return {};
  return {
    dependences: said.dependences.map(({ kind }) => kind),
    phases: Object.fromEntries(said.dependences.flatMap(({ kind, phase }) => (phase ? [[kind, phase]] : []))),
    abstinentSince: said.abstinentSince ?? "",
    treatmentSoFar: said.treatmentSoFar,
  };
}

function vocationalOf(values: AssessmentValues) {
  return {
    skills: values.skills
      .filter(({ name, level }) => name.trim() && level !== "")
      .map(({ kind, name, level }) => ({ kind, name: name.trim(), level: Number(level) })),
    preferenceTest: values.testName.trim()
      ? { name: values.testName.trim(), on: day(values.testOn), result: values.testResult.trim() }
      : null,
    barriers: [...values.barriers],
    barriersNote: values.barriersNote.trim(),
    preferredJobs: values.preferredJobs.trim(),
    preferredHours: values.preferredHours || null,
    areaKm: values.areaKm ?? null,
    fitness: values.fitness
      ? {
          on: day(values.fitnessOn),
          until: day(values.fitnessUntil),
          result: values.fitness,
          avoid: values.fitness === "FIT_WITH_LIMITS" ? [...values.avoid] : [],
          limits: values.fitnessLimits.trim(),
        }
      : null,
  };
}

function day(text: string): PlainDate | null {
  return isPlainDate(text) ? text : null;
}

/** Areas about which nothing was said, rows that were begun only, and answers where there is an entry are left out. */
export function contentOf(
  kind: AssessmentKind,
  values: AssessmentValues,
  work: CaseAssessments["work"] = null,
): NotedContent {
  const said = areasOfKind[kind].map((area) => ({
    area,
    level: Number(values.levels[area]) || null,
    notAssessed: values.levels[area] === "none",
    note: (values.notes[area] ?? "").trim(),
  }));
  const social =
    kind === "SOCIAL"
      ? {
          jurisdictionCommune: values.jurisdictionCommune.trim(),
          benefits: values.benefits.trim(),
          enforcement: [...values.enforcement],
          enforcementNote: values.enforcementNote.trim(),
        }
      : null;
  const vocational = kind === "VOCATIONAL" ? vocationalOf(values) : null;
  return {
    reason: values.reason.trim(),
    methods: values.methods.trim(),
    strengths: values.strengths.trim(),
    areas: said.filter(({ level, notAssessed, note }) => level !== null || notAssessed || note !== ""),
    riskSuicide: values.riskSuicide || null,
    riskViolence: values.riskViolence || null,
    riskAction: values.riskAction.trim(),
    meetings: values.meetings.flatMap(({ on, minutes }) => {
      const met = day(on);
      return met !== null && minutes !== undefined ? [{ on: met, minutes }] : [];
    }),
    methodsUsed: values.methodsUsed
      .map(({ name, version, result }) => ({ name: name.trim(), version: version.trim(), result: result.trim() }))
      .filter(({ name }) => name !== ""),
    proposedSupport: [...values.proposedSupport],
    social,
    vocational,
    answers: askedParts[kind].flatMap((about) => {
      const answer = values.answers[about];
      return answer && !isEntered(about, { social, vocational }, work) ? [{ about, answer }] : [];
    }),
    therapist:
      kind === "ADDICTION"
        ? {
            dependences: values.dependences.map((one) => ({
              kind: one,
              phase: one === "NONE_DECLARED" ? null : (values.phases[one] ?? null),
            })),
            abstinentSince: day(values.abstinentSince),
            treatmentSoFar: values.treatmentSoFar.trim(),
          }
        : null,
  };
}

/** What goes over the wire; each line of the conditions becomes one. */
export function assessmentPayload(
  kind: AssessmentKind,
  caseId: string,
  assessmentId: string,
  values: AssessmentValues,
  work: CaseAssessments["work"] = null,
) {
  const lines = values.verdict === "CONDITIONAL" ? values.conditions.split("\n") : [];
  return {
    assessmentId,
    caseId,
    kind,
    startedOn: values.startedOn,
    content: contentOf(kind, values, work),
    conclusion: values.conclusion.trim() || null,
    recommendation:
      values.verdict === ""
        ? null
        : {
            verdict: values.verdict,
            conditions: lines
              .filter((text) => text.trim())
              .map((text) => ({ conditionId: uuidv7(), text: text.trim() })),
          },
  };
}
