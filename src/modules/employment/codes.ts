/** Apart from contract.ts, so that a screen does not carry the schema library. */
export const contractForms = [
  "EMPLOYMENT_CONTRACT",
  "SERVICE_CONTRACT",
  "WORK_CONTRACT",
  "SELF_EMPLOYMENT",
  "SOCIAL_COOPERATIVE",
  "OTHER",
] as const;
export const placementKinds = [
  "WORKPLACE_TRAINING",
  "JOURNEYMAN_COURSE",
  "ON_THE_JOB_TRAINING",
  "INTERNSHIP",
  "WORK_EXPERIENCE",
  "SOCIALLY_USEFUL_WORK",
  "PUBLIC_WORKS",
  "INTERVENTION_WORKS",
  "SUPPORTED_EMPLOYMENT",
  "EMPLOYMENT_REFERRAL_ART16",
  "OPEN_MARKET_JOB",
] as const;
export const placementResults = ["EMPLOYED_THERE", "EMPLOYED_ELSEWHERE", "RETURNED", "DROPPED"] as const;
export const financings = ["PROJECT", "LABOUR_FUND", "COMMUNE", "EMPLOYER"] as const;
export const coachActivities = [
  "PROFILE",
  "EMPLOYER_SEARCH",
  "ADVOCACY",
  "WORKPLACE_VISIT",
  "APPLICATION_DOCS",
  "INTERVIEW_PREP",
  "ACCOMPANIMENT",
  "ON_JOB_SUPPORT",
  "CRISIS",
  "FOLLOW_UP",
  "EMPLOYER_EDUCATION",
] as const;
export const checkStatuses = ["KEPT", "OTHER_JOB", "LOST", "UNKNOWN"] as const;
export const employerSizes = ["MICRO", "SMALL", "MEDIUM", "LARGE"] as const;
