/** Code lists of a person's file. Source: docs/domain/forms.md, code lists. */
export const sexes = ["F", "M", "X", "UNKNOWN"] as const;
export const datePrecisions = ["DAY", "MONTH", "YEAR", "ESTIMATE"] as const;
export const identifierKinds = ["PESEL", "FOREIGN_DOCUMENT", "TEMP_INTERNAL", "NONE"] as const;
export const noPeselReasons = [
  "FOREIGNER_NOT_ASSIGNED",
  "NOT_REMEMBERED",
  "REFUSED",
  "NEVER_ASSIGNED",
  "UNKNOWN",
] as const;
export const residenceTitles = [
  "EU_RIGHT_OF_RESIDENCE",
  "PERMANENT",
  "EU_LONG_TERM",
  "TEMPORARY",
  "REFUGEE",
  "SUBSIDIARY_PROTECTION",
  "HUMANITARIAN",
  "TOLERATED",
  "TEMPORARY_PROTECTION",
  "CERTIFICATE_ART_170",
  "PERMIT_ART_176",
  "NONE_UNKNOWN",
] as const;
export const registrationStatuses = [
  "REGISTERED_CAN_LIVE",
  "REGISTERED_CANNOT_LIVE",
  "NOT_REGISTERED",
  "UNKNOWN",
] as const;
export const maritalStatuses = ["SINGLE", "MARRIED", "SEPARATED", "DIVORCED", "WIDOWED", "UNKNOWN"] as const;
export const educations = [
  "NONE_INCOMPLETE_PRIMARY",
  "PRIMARY",
  "LOWER_SECONDARY_GIMNAZJUM",
  "BASIC_VOCATIONAL",
  "SECONDARY_GENERAL",
  "SECONDARY_VOCATIONAL",
  "POST_SECONDARY",
  "HIGHER",
] as const;

/** ETHOS categories by number. Source: docs/domain/reporting.md, 7.3. */
const ethosCategories = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "HOUSED"] as const;
const labourStatuses = [
  "UNEMPLOYED_REGISTERED",
  "UNEMPLOYED_NOT_REGISTERED",
  "INACTIVE_IN_EDUCATION",
  "INACTIVE_OTHER",
  "EMPLOYED",
  "SELF_EMPLOYED",
] as const;
const incomeSources = [
  "NONE",
  "PERMANENT_ALLOWANCE",
  "OTHER_SOCIAL_ASSISTANCE",
  "EMPLOYMENT",
  "CASUAL_WORK",
  "PENSION",
  "DISABILITY_PENSION",
  "UNEMPLOYMENT_BENEFIT",
  "INTEGRATION_BENEFIT",
  "ALIMONY",
  "SCRAP_COLLECTING",
  "BEGGING",
  "OTHER",
] as const;
export const capacities = [
  "FULL_PRESUMED",
  "FULL_CONFIRMED",
  "PARTIALLY_INCAPACITATED",
  "FULLY_INCAPACITATED",
  "MINOR",
  "TEMP_ADVISER",
] as const;
export const safetyFlags = [
  "AGGRESSION",
  "WEAPON",
  "DOG",
  "INFECTIOUS_RISK",
  "VICTIM_OF_VIOLENCE",
  "CONFLICT_WITH_PERSON",
  "NEVER_ALONE",
  "OTHER",
] as const;
export type SafetyFlag = (typeof safetyFlags)[number];

/** Kinds of dated facts with the values each takes; null: any code (R-CAP-04 leaves the list of capacities open). */
export const factValues = {
  HOUSING: ethosCategories,
  HOMELESSNESS: ["STATUTORY", "NOT_STATUTORY"],
  LABOUR: labourStatuses,
  PUP_REGISTRATION: ["REGISTERED"],
  REGISTRATION: registrationStatuses,
  CAPACITY: null,
  INCOME: incomeSources,
  CLIENT_OF_OPS: ["YES", "NO"],
  SAFETY_FLAG: safetyFlags,
} as const satisfies Record<string, readonly string[] | null>;
export type FactKind = keyof typeof factValues;
export const factKinds = Object.keys(factValues) as [FactKind, ...FactKind[]]; // the keys of the table above

export const sectionNames = [
  "HEALTH",
  "ADDICTION",
  "COURT",
  "DISABILITY",
  "ETHNICITY",
  "COMMUNICATION",
  "INSURANCE",
  "WHEREABOUTS",
] as const;
export type SectionName = (typeof sectionNames)[number];

export const consentKinds = [
  "NOTICE_GIVEN",
  "DATA_SHARING_WITH_PARTNER",
  "IMAGE",
  "SERVICE_ACCEPTANCE",
  "RESEARCH_CONTACT",
  "MEDICAL_INFO_RELEASE",
] as const;
export const consentChannels = ["ORAL_NOTED", "WRITTEN", "ELECTRONIC"] as const;
export const representativeKinds = ["PARENT", "GUARDIAN", "CURATOR", "TEMP_ADVISER", "PROXY"] as const;

export const homelessCauses = [
  "EVICTION",
  "FAMILY_CONFLICT",
  "DIVORCE",
  "VIOLENCE",
  "ADDICTION_ALCOHOL",
  "ADDICTION_OTHER",
  "UNEMPLOYMENT",
  "DEBT",
  "HEALTH",
  "DISABILITY",
  "RELEASE_FROM_PRISON",
  "LEFT_CARE",
  "LEFT_HOSPITAL",
  "DEATH_OF_CLOSE_PERSON",
  "MIGRATION",
  "OWN_CHOICE_DECLARED",
  "OTHER",
] as const;
export const familyRelations = [
  "SELF",
  "SPOUSE",
  "PARTNER",
  "CHILD",
  "PARENT",
  "SIBLING",
  "GRANDPARENT",
  "OTHER",
] as const;

/** Codes that a sealed section offers beside its words; an empty list: words alone. */
export const sectionCodes: Readonly<Record<SectionName, readonly string[]>> = {
  HEALTH: [],
  ADDICTION: [
    "NONE_DECLARED",
    "ALCOHOL",
    "DRUGS",
    "MEDICINES",
    "GAMBLING",
    "OTHER",
    "ACTIVE",
    "IN_THERAPY",
    "ABSTINENT",
  ],
  COURT: [],
  DISABILITY: [
    "NONE",
    "LIGHT",
    "MODERATE",
    "SEVERE",
    "EQUIVALENT_ZUS",
    "REFUSED",
    // symbols of the cause on the certificate
    "SYMBOL_01_U",
    "SYMBOL_02_P",
    "SYMBOL_03_L",
    "SYMBOL_04_O",
    "SYMBOL_05_R",
    "SYMBOL_06_E",
    "SYMBOL_07_S",
    "SYMBOL_08_T",
    "SYMBOL_09_M",
    "SYMBOL_10_N",
    "SYMBOL_11_I",
    "SYMBOL_12_C",
  ],
  ETHNICITY: ["REFUSED"],
  COMMUNICATION: [
    "LARGE_PRINT",
    "EASY_READ",
    "SIGN_LANGUAGE_PJM",
    "READER",
    "STEP_FREE",
    "QUIET_PLACE",
    "ASSISTANT",
    "PHONE_ONLY",
    "INTERPRETER",
    "NONE",
  ],
  INSURANCE: [
    "EMPLOYMENT",
    "PUP",
    "OPS_IPWB",
    "OPS_SOCIAL_CONTRACT",
    "CIS",
    "PENSION",
    "FAMILY_MEMBER",
    "STUDENT",
    "OPS_DECISION_90_DAYS",
    "NONE",
    "UNKNOWN",
  ],
  WHEREABOUTS: [],
};

/** Fields of F-00 that are edited one by one, as `PersonFields` in contract.ts describes them. */
export const fieldNames = [
  "alias",
  "firstName",
  "middleName",
  "lastName",
  "previousLastNames",
  "sex",
  "birthDate",
  "birthDatePrecision",
  "ageEstimate",
  "identifierKind",
  "otherIdNumber",
  "otherIdCountry",
  "noPeselReason",
  "citizenship",
  "residenceTitle",
  "residenceTitleUntil",
  "languages",
  "interpreterNeeded",
  "phone",
  "email",
  "safeToContact",
  "safeContactNote",
  "correspondenceAddress",
  "registrationStatus",
  "registrationTeryt",
  "registrationCommune",
  "registrationAddress",
  "maritalStatus",
  "childrenCount",
  "education",
  "occupation",
  "qualifications",
  "emergencyContact",
  "emergencyPhone",
  "emergencyRelation",
  "emergencyTold",
  "protectedWhereabouts",
  "deathDate",
] as const;

/** How much of a file a role sees; see `fieldLevels` in access.ts. */
export const levels = ["FULL", "CORE", "NAME_AND_ALERTS", "NAME", "NUMBER"] as const;
export type Level = (typeof levels)[number];

/** The most pairs that wait for an answer at once, the surest first. */
export const pairsAtMost = 200;
