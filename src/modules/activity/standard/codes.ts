/** Minimum service standard of a club. Source: docs/domain/rules.md R-KIS-05 */
export const standardModules = {
  ORGANISATION: ["EQUIPMENT", "STAFF", "DOCUMENTATION"],
  INDIVIDUAL: ["PSYCHOLOGICAL", "LEGAL", "SOCIAL", "PEDAGOGICAL", "VOCATIONAL"],
  GROUP: ["SELF_HELP", "PSYCHOEDUCATION", "INTEGRATION", "EDUCATION", "COURSES", "EMPLOYMENT_FORMS", "MOST_ACTIVE"],
} as const;
export type StandardModule = keyof typeof standardModules;
export const standardModuleCodes = ["ORGANISATION", "INDIVIDUAL", "GROUP"] as const satisfies readonly StandardModule[];

export const standardItems = [
  ...standardModules.ORGANISATION,
  ...standardModules.INDIVIDUAL,
  ...standardModules.GROUP,
] as const;
export type StandardItem = (typeof standardItems)[number];

export const standardStates = ["MET", "PARTLY", "NOT_MET"] as const;
export type StandardState = (typeof standardStates)[number];
