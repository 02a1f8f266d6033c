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
/** Areas that the form asks for. The others of `areasOfKind` were asked once; what was said of them stays. Source: docs/domain/forms.md F-23 */
export const askedAreas: Readonly<Record<AssessmentKind, readonly Area[]>> = {
  ...areasOfKind,
  VOCATIONAL: ["READINESS"],
};
export const areas: readonly Area[] = [...new Set(Object.values(areasOfKind).flat())];

/** What somebody depends on, and how it stands; nothing declared stands alone. Source: docs/domain/forms.md, code list ADDICTION */
export const dependences = ["NONE_DECLARED", "ALCOHOL", "DRUGS", "MEDICINES", "GAMBLING", "OTHER"] as const;
export type Dependence = (typeof dependences)[number];
export const dependencePhases = ["ACTIVE", "IN_THERAPY", "ABSTINENT"] as const;
export type DependencePhase = (typeof dependencePhases)[number];

/** Areas of the social form that stand under stricter sections of the file. Source: docs/domain/forms.md F-22, column P */
export const formSections = ["ADDICTION", "HEALTH", "COURT"] as const;
export type FormSection = (typeof formSections)[number];
export const sectionOfArea: Readonly<Partial<Record<Area, FormSection>>> = {
  ADDICTION: "ADDICTION",
  HEALTH_ACCESS: "HEALTH",
  LAW_COURTS: "COURT",
};

/** Kinds whose form asks for the reason, the meetings, the methods and the strengths. Source: docs/domain/forms.md F-21 */
export const kindsWithTalks: readonly AssessmentKind[] = ["PSYCHOLOGICAL", "ADDICTION"];

/** What F-22 and F-23 ask for beside their areas, in the order of the form. */
export const askedParts = {
  PSYCHOLOGICAL: [],
  SOCIAL: ["jurisdictionCommune", "benefits", "enforcement"],
  VOCATIONAL: ["qualifications", "periods", "skills", "barriers", "fitness"],
  ADDICTION: [],
} as const satisfies Record<AssessmentKind, readonly string[]>;
export type AskedPart = (typeof askedParts)[AssessmentKind][number];
export const everyAskedPart: readonly AskedPart[] = Object.values(askedParts).flat();
/** Said instead of an entry: "none" is an answer too. Source: docs/domain/forms.md, conventions */
export const listAnswers = ["NONE", "UNKNOWN", "REFUSED"] as const;
export type ListAnswer = (typeof listAnswers)[number];

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

/** Source: docs/domain/forms.md, code lists SUPPORT_FORM, WORK_BARRIER */
export const supportForms = [
  "SOCIAL_WORK",
  "PSYCHOLOGICAL",
  "THERAPY_ADDICTION",
  "LEGAL",
  "VOCATIONAL_COUNSELLING",
  "JOB_BROKERAGE",
  "JOB_COACH",
  "COURSE",
  "WORKSHOP_VOCATIONAL",
  "GROUP_CLASSES",
  "SELF_HELP",
  "ACCOMPANIMENT",
  "HEALTH_CARE",
  "CASH_BENEFIT",
  "IN_KIND",
  "SHELTER",
  "TRAINING_FLAT",
  "VOLUNTEERING",
  "EDUCATION",
  "LEISURE",
] as const;
export type SupportForm = (typeof supportForms)[number];
/** A proposal that tells of a section of the file. */
export const sectionOfSupport: Readonly<Partial<Record<SupportForm, FormSection>>> = {
  THERAPY_ADDICTION: "ADDICTION",
  HEALTH_CARE: "HEALTH",
};
export const workBarriers = [
  "NO_QUALIFICATION_PROOF",
  "LONG_BREAK",
  "HEALTH",
  "DISABILITY",
  "ADDICTION",
  "DEBT_ENFORCEMENT",
  "CRIMINAL_RECORD",
  "CARE_DUTIES",
  "TRANSPORT",
  "NO_DOCUMENTS",
  "NO_ADDRESS",
  "LANGUAGE",
  "LOW_MOTIVATION",
  "EMPLOYER_PREJUDICE",
  "OTHER",
] as const;
export type WorkBarrier = (typeof workBarriers)[number];

/** Source: docs/domain/forms.md F-22, F-23 */
export const enforcements = ["ALIMONY", "BAILIFF"] as const;
export type Enforcement = (typeof enforcements)[number];
export const skillKinds = ["SKILL", "LANGUAGE", "DIGITAL"] as const;
export type SkillKind = (typeof skillKinds)[number];
export const workHours = ["FULL_TIME", "PART_TIME", "SHIFTS", "FLEXIBLE"] as const;
export type WorkHours = (typeof workHours)[number];
/** Fitness for work, never a diagnosis. */
export const fitnesses = ["FIT", "FIT_WITH_LIMITS", "NOT_FIT"] as const;
export type Fitness = (typeof fitnesses)[number];
/** What somebody who is fit with limits does not do at work: for who leads the work, without a word of why. Source: docs/domain/journeys.md J7 */
export const workLimits = [
  "LIFTING",
  "HEIGHTS",
  "MACHINES",
  "STANDING",
  "DUST_OR_CHEMICALS",
  "NOISE",
  "NIGHT_WORK",
  "FULL_DAYS",
] as const;
export type WorkLimit = (typeof workLimits)[number];

/** Spheres of a life: what is needed and what plans have goals in. */
export const spheres = ["HOUSING", "FAMILY", "VOCATIONAL", "SOCIAL", "PSYCHOLOGICAL", "HEALTH", "LEGAL"] as const;
export type Sphere = (typeof spheres)[number];
