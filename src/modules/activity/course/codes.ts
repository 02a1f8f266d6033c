/** Source: docs/domain/forms.md F-37, COURSE_KIND */
export const courseKinds = [
  "VOCATIONAL",
  "DIGITAL",
  "BUSINESS",
  "SOCIAL_ECONOMY",
  "LANGUAGE",
  "SOCIAL_COMPETENCE",
  "DRIVING",
  "FIRST_AID",
  "OTHER",
] as const;
export type CourseKind = (typeof courseKinds)[number];

/** On what somebody takes part. */
export const courseBases = ["PLAN", "IPZS", "CONTRACT", "OWN_REQUEST"] as const;
export type CourseBasis = (typeof courseBases)[number];
