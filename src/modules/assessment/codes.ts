/** Code lists that the browser needs too, apart from the schemas. */
export const assessmentKinds = ["PSYCHOLOGICAL", "SOCIAL", "VOCATIONAL", "ADDICTION"] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** Areas of each kind, in the order of the form. Source: docs/domain/forms.md F-21, F-22, F-23. */
export const areasOfKind = {
  PSYCHOLOGICAL: ["MOTIVATION", "SELF_ESTEEM", "STRESS", "RELATIONS", "COGNITION", "TRAUMA", "ADDICTION"],
  SOCIAL: [
    "HOUSING",
    "INCOME_DEBTS",
    "FAMILY_NETWORK",
    "DOCUMENTS",
    "HEALTH_ACCESS",
    "ADDICTION",
    "LAW_COURTS",
    "DAILY_LIVING",
    "INSTITUTIONS",
    "RESOURCES",
  ],
  VOCATIONAL: ["EDUCATION", "WORK_HISTORY", "SKILLS", "LANGUAGES", "DIGITAL", "READINESS"],
  ADDICTION: ["USE", "HEALTH_ACCESS", "TREATMENT", "MOTIVATION", "FAMILY_NETWORK"],
} as const satisfies Record<AssessmentKind, readonly string[]>;
export type Area = (typeof areasOfKind)[AssessmentKind][number];
export const areas: readonly Area[] = [...new Set(Object.values(areasOfKind).flat())];

/** Kinds whose form asks for the risk of suicide and of violence. */
export const kindsWithRisk: readonly AssessmentKind[] = ["PSYCHOLOGICAL", "ADDICTION"];
export const risks = ["LOW", "MEDIUM", "HIGH"] as const;
export type Risk = (typeof risks)[number];

export const verdicts = ["POSITIVE", "CONDITIONAL", "NEGATIVE"] as const;
export type Verdict = (typeof verdicts)[number];

/** Steps of the path that a person takes; the others come with a plan, a contract, an employment. */
export const stepsByHand = [
  "attend_regularly",
  "attend_rarely",
  "start_assessment",
  "start_analysis",
  "start_advanced",
] as const;
