import { uuidv7 } from "../../platform/uuid.ts";
import { type AssessmentKind, type Area, areasOfKind, type Risk, type Verdict } from "./codes.ts";
import type { AssessmentContent, AssessmentView } from "./contract.ts";

type Level = "" | "1" | "2" | "3" | "4" | "5";

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
    levels: Object.fromEntries(content.areas.map(({ area, level }) => [area, levels[(level ?? 0) - 1] ?? ""])),
    notes: Object.fromEntries(content.areas.map(({ area, note }) => [area, note])),
    riskSuicide: content.riskSuicide ?? "",
    riskViolence: content.riskViolence ?? "",
    conclusion: one.conclusion ?? "",
  };
}

/** Areas about which nothing was said are left out. */
export function contentOf(kind: AssessmentKind, values: AssessmentValues): AssessmentContent {
  const said = areasOfKind[kind].map((area) => ({
    area,
    level: Number(values.levels[area] ?? "") || null,
    note: (values.notes[area] ?? "").trim(),
  }));
  return {
    reason: values.reason.trim(),
    methods: values.methods.trim(),
    strengths: values.strengths.trim(),
    areas: said.filter(({ level, note }) => level !== null || note !== ""),
    riskSuicide: values.riskSuicide || null,
    riskViolence: values.riskViolence || null,
  };
}

/** What goes over the wire; each line of the conditions becomes one. */
export function assessmentPayload(
  kind: AssessmentKind,
  caseId: string,
  assessmentId: string,
  values: AssessmentValues,
) {
  const lines = values.verdict === "CONDITIONAL" ? values.conditions.split("\n") : [];
  return {
    assessmentId,
    caseId,
    kind,
    startedOn: values.startedOn,
    content: contentOf(kind, values),
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
