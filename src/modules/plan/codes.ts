import { supportForms } from "../assessment/codes.ts";

/** Code lists that the browser needs too, apart from the schemas. */
export const planKinds = ["IPWB", "PREVENTION"] as const;
/** Who does a task. The person first: it is the person's plan. */
export const sides = ["PERSON", "OPS", "SHELTER", "PARTNER", "LEAD_ORGANISATION"] as const;
export const preparers = ["OPS", "SHELTER"] as const;
export const implementers = ["OPS", "SHELTER", "LEAD_ORGANISATION"] as const;
/** What a body may answer for (art. 49(5)): each means of support, the insurance, and what was written before there was a list. */
export const provisionKinds = ["HEALTH_INSURANCE", ...supportForms, "OTHER"] as const;
export const goalOutcomes = ["KEPT", "PARTLY", "NOT_KEPT", "NO_LONGER_RELEVANT"] as const;
export const planTaskOutcomes = ["DONE", "PARTLY", "NOT_DONE", "NO_LONGER_RELEVANT"] as const;
export const reviewDecisions = ["CONTINUE", "CHANGE", "COMPLETE", "INTERRUPT"] as const;
export const closureReasons = [
  "INDEPENDENT",
  "HOUSED_WITH_SUPPORT",
  "TRANSFERRED",
  "INTERRUPTED_BY_PERSON",
  "LOST_CONTACT",
  "DECEASED",
  "OTHER",
] as const;
