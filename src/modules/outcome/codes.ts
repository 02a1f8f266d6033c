/** Apart from contract.ts, so that a screen does not carry the schema library. */
export const dimensions = ["SOCIAL", "EMPLOYMENT"] as const;
export const socialOutcomes = [
  "STARTED_EDUCATION",
  "MOTIVATION_TO_WORK_UP",
  "SELF_CONFIDENCE_SKILLS_UP",
  "VOLUNTEERING",
  "HEALTH_IMPROVED",
  "ADDICTION_REDUCED",
  "FUNCTIONING_IMPROVED",
  "DECIDED_FURTHER_ACTIVATION",
] as const;
export const employmentOutcomes = [
  "EMPLOYMENT_CONTRACT",
  "CIVIL_CONTRACT",
  "SELF_EMPLOYMENT",
  "SOCIAL_COOPERATIVE",
  "OTHER_SOCIAL_ENTERPRISE",
  "SUBSIDISED_JOB",
] as const;
export const evidenceKinds = [
  "EMPLOYER_DECLARATION",
  "CONTRACT_COPY",
  "CEIDG_ENTRY",
  "KRS_ENTRY",
  "SCHOOL_CERTIFICATE",
  "PSYCHOLOGIST_OPINION",
  "THERAPIST_OPINION",
  "SOCIAL_WORKER_OPINION",
  "DOCTOR_CERTIFICATE",
  "VOLUNTEER_AGREEMENT",
  "PRE_POST_TEST",
  "SELF_DECLARATION",
] as const;
export const verdicts = ["VERIFIED", "REJECTED"] as const;
export const statuses = ["DRAFT", ...verdicts] as const;
export const personStates = ["VERIFIED", "WAITING", "OUTSIDE_WINDOW", "MISSING"] as const;
