/** Code lists of the experience profile that the browser needs too, apart from the schemas. Source: docs/domain/forms.md F-24 */

/**
 * Who may see an entry: `SOCIAL` whoever reads the profile whole; each other one whoever opens the section of that name of the
 * person's record. Source: docs/domain/rules.md R-ACC matrix; column P of F-24 (S, 9, 10).
 */
export const sensitivities = ["SOCIAL", "HEALTH", "ADDICTION", "ETHNICITY", "COURT"] as const;
export type Sensitivity = (typeof sensitivities)[number];

export const entryKinds = ["LIFE_EVENT", "HOMELESSNESS", "INSTITUTION", "SUPPORT", "BARRIER", "WISH"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const lifeAreas = [
  "FAMILY",
  "RELATIONS",
  "HOME",
  "SCHOOL",
  "WORK",
  "MIGRATION",
  "LOSS",
  "HEALTH",
  "ADDICTION",
  "ORIGIN_BELIEF",
  "LAW",
  "OTHER",
] as const;

export const institutionKinds = [
  "CHILDRENS_HOME",
  "FOSTER_FAMILY",
  "YOUTH_CENTRE",
  "SHELTER",
  "CARE_HOME",
  "HOSPITAL",
  "PSYCHIATRIC_HOSPITAL",
  "ADDICTION_WARD",
  "CUSTODY_OR_PRISON",
  "OTHER",
] as const;

/** WORK_BARRIER and what stands in the way of leaving homelessness besides work. */
export const barrierCodes = [
  "NO_HOME",
  "NO_ADDRESS",
  "NO_DOCUMENTS",
  "DEBT_ENFORCEMENT",
  "NO_QUALIFICATION_PROOF",
  "LONG_BREAK",
  "EMPLOYER_PREJUDICE",
  "TRANSPORT",
  "LANGUAGE",
  "CARE_DUTIES",
  "LONELINESS",
  "LOW_MOTIVATION",
  "HEALTH",
  "DISABILITY",
  "ADDICTION",
  "CRIMINAL_RECORD",
  "OTHER",
] as const;

export const supportEffects = ["HELPED", "PARTLY", "DID_NOT_HELP", "UNKNOWN"] as const;

/** Spheres of goals, as the programmes name them. Source: docs/domain/forms.md F-25 */
export const wishSpheres = ["HOUSING", "FAMILY", "VOCATIONAL", "SOCIAL", "PSYCHOLOGICAL", "HEALTH", "LEGAL"] as const;

/** Texts of the profile, in the order of the form. */
export const profileTexts = [
  "socialExperience",
  "workExperience",
  "resources",
  "interests",
  "personView",
  "summaryForPlans",
] as const;
export type ProfileText = (typeof profileTexts)[number];

/** Lists that the form asks for; "none" is an answer too. */
export const askedLists = ["HOMELESSNESS", "SUPPORT", "BARRIER"] as const;

/** Why a new version was written. */
export const occasions = ["FIRST", "MORE_KNOWN", "REVIEW", "CORRECTION"] as const;

export const acceptanceOutcomes = ["ACCEPTED", "REFUSED"] as const;
export const acceptanceWays = ["SIGNED_PAPER", "IN_PERSON"] as const;
