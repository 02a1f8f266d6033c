/** Code lists that the browser needs too, apart from the schemas. Source: docs/domain/forms.md F-26, F-27. */
export const stepTypes = [
  "COURSE",
  "WORKSHOP",
  "COUNSELLING",
  "INTERNSHIP",
  "WORKPLACE_TRAINING",
  "APPRENTICESHIP",
  "JOB_SEARCH",
  "JOB",
  "BUSINESS",
  "COOPERATIVE",
] as const;
export type StepType = (typeof stepTypes)[number];

/** Who moves a step on; the person first. */
export const movers = ["PERSON", "COUNSELLOR", "JOB_COACH", "SOCIAL_WORKER", "PROVIDER"] as const;
export type Mover = (typeof movers)[number];

export const stepStatuses = ["PLANNED", "IN_PROGRESS", "DONE", "NOT_FINISHED", "CANCELLED"] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** By what one sees that the plan works. */
export const planMeasures = ["WORKSHOP_ATTENDANCE", "CERTIFICATES", "INTERVIEWS", "APPLICATIONS", "JOB_KEPT"] as const;

export type PlanMeasure = (typeof planMeasures)[number];

/** In what a target is said: per cent of the hours held, or a number of them; days of the longest job. */
export const targetUnits = {
  WORKSHOP_ATTENDANCE: "PERCENT",
  CERTIFICATES: "COUNT",
  INTERVIEWS: "COUNT",
  APPLICATIONS: "COUNT",
  JOB_KEPT: "DAYS",
} as const satisfies Record<PlanMeasure, string>;

export const competences = [
  "COMMUNICATION",
  "ASSERTIVENESS",
  "STRESS",
  "COOPERATION",
  "SELF_PRESENTATION",
  "SELF_WORTH",
  "MOTIVATION",
  "BUDGET",
  "DIGITAL",
  "RIGHTS",
  "WORK_READINESS",
] as const;
export type Competence = (typeof competences)[number];

export const moments = ["PRE", "MID", "POST"] as const;
export type Moment = (typeof moments)[number];

export const pathForms = [
  "INDIVIDUAL_THERAPY",
  "INDIVIDUAL_COUNSELLING",
  "TRAINING",
  "GROUP",
  "SELF_HELP",
  "LEISURE",
  "VOLUNTEERING",
] as const;

/** DRAFT until it is agreed with the person; CLOSED with its programme. */
export const annexStates = ["DRAFT", "IN_FORCE", "CLOSED"] as const;
export type AnnexState = (typeof annexStates)[number];
