import { type educationLevels, educationLevels as levels } from "../codes.ts";

/** Apart from contract.ts, so that a screen does not carry the schema library. What a rule may ask about. */
export const criterionFields = [
  "REGISTERED_UNEMPLOYED",
  "CLIENT_OF_CENTRE",
  "AGE",
  "EDUCATION",
  "SEX",
  "LABOUR_STATUS",
  "DISABILITY",
  "COMMUNE",
  "STATEMENT",
] as const;
export type CriterionField = (typeof criterionFields)[number];

export const ageTests = ["OVER", "UNDER"] as const;
export type AgeTest = (typeof ageTests)[number];

/** Where a value is known from. `STATEMENT`: the person says so; a paper that the rule asks for is still to be brought. */
export const evidenceSources = ["FILE", "PAPER", "OFFICE", "STATEMENT"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

export const criterionResults = ["pass", "fail", "missing"] as const;

/** How a start came about: every rule held; some were shown to whoever took the person in; a failed one was waived by a person. */
export const checkOutcomes = ["PASSED", "CONFIRMED", "EXCEPTION"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Values of the fields that are asked by a list. Source: docs/domain/forms.md F-00, code lists */
export const listedValues = {
  EDUCATION: levels,
  SEX: ["F", "M", "X"],
  LABOUR_STATUS: [
    "UNEMPLOYED_REGISTERED",
    "UNEMPLOYED_NOT_REGISTERED",
    "INACTIVE_IN_EDUCATION",
    "INACTIVE_OTHER",
    "EMPLOYED",
    "SELF_EMPLOYED",
  ],
  DISABILITY: ["NONE", "LIGHT", "MODERATE", "SEVERE", "EQUIVALENT_ZUS"],
} as const satisfies { EDUCATION: typeof educationLevels } & Record<string, readonly string[]>;
export type ListedField = keyof typeof listedValues;
export const listedFields = Object.keys(listedValues) as [ListedField, ...ListedField[]]; // the keys of the table above
