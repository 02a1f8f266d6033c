/** Code lists of the work history that the browser needs too. Source: docs/domain/forms.md F-23 */
export const workForms = [
  "EMPLOYMENT_CONTRACT",
  "SERVICE_CONTRACT",
  "WORK_CONTRACT",
  "SELF_EMPLOYMENT",
  "SOCIAL_COOPERATIVE",
  "FARM",
  "CASUAL",
  "INTERNSHIP",
  "ADULT_PREPARATION",
  "WITHOUT_WORK",
  "EDUCATION",
  "CARE",
  "OTHER",
] as const;
export type WorkForm = (typeof workForms)[number];

/** Internship and adult vocational preparation: labour law does not count them as unemployment. Source: docs/domain/rules.md R-LTU-01 */
export const preparations: readonly WorkForm[] = ["INTERNSHIP", "ADULT_PREPARATION"];
/** Time that is explained and is no work. */
export const notWork: readonly WorkForm[] = ["WITHOUT_WORK", "EDUCATION", "CARE", "OTHER"];

export const exactnesses = ["DAY", "MONTH", "YEAR"] as const;
export type Exactness = (typeof exactnesses)[number];

export const leavings = ["END_OF_CONTRACT", "BY_PERSON", "BY_EMPLOYER", "CLOSED_DOWN", "AGREED", "OTHER"] as const;
export type Leaving = (typeof leavings)[number];

/** Whether the paper that proves it is at hand; `LOST` is to be recovered. */
export const documentStates = ["PRESENT", "LOST", "NOT_ISSUED", "UNKNOWN"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What is edited one by one; the days of a period and how exact they are, as one. */
export const periodFields = [
  "form",
  "time",
  "employer",
  "post",
  "leaving",
  "leavingNote",
  "certificate",
  "institution",
] as const;
export type PeriodField = (typeof periodFields)[number];
export const qualificationFields = ["kind", "name", "year", "document", "institution"] as const;
export type QualificationField = (typeof qualificationFields)[number];

export const qualificationKinds = ["SCHOOL", "COURSE", "LICENCE", "OTHER"] as const;
export type QualificationKind = (typeof qualificationKinds)[number];
