/** Code lists that the browser needs too, apart from the schemas. Source: docs/domain/forms.md F-29. */
export const vocationalKinds = ["WORKSHOP", "COURSE", "PRACTICE"] as const;
/** Either side may ask for a change or an extension (R-CIS-04, R-CIS-06). */
export const askingSides = ["PARTICIPANT", "CENTRE"] as const;
/** What the manager provides. Source: docs/domain/rules.md R-CIS-08 */
export const provisionKinds = [
  "SAFETY_TRAINING",
  "MEDICAL_EXAM",
  "WORK_CLOTHES_AND_SHOES",
  "PROTECTIVE_EQUIPMENT",
  "DAILY_MEAL",
] as const;
export const dayOffStates = ["ASKED", "GRANTED", "REFUSED", "TAKEN_BACK"] as const;
export const ipzsEnds = [
  "COMPLETED_PERIOD",
  "TOOK_JOB",
  "STARTED_BUSINESS",
  "JOINED_COOPERATIVE",
  "PERSISTENT_BREACH",
  "ABANDONED_CLASSES",
  "RESIGNED",
  "NOT_QUALIFIED_AFTER_TRIAL",
  "DECEASED",
  "OTHER",
] as const;
export type IpzsEnd = (typeof ipzsEnds)[number];
/** Reasons for which the manager decides and the person may complain to the administrative court. Source: docs/domain/rules.md R-CIS-09 */
export const endsWithComplaint: readonly IpzsEnd[] = ["PERSISTENT_BREACH", "ABANDONED_CLASSES"];
/** Reasons that are recorded by acts of their own: a statement of the person, the decision after the trial. */
const endsOfOtherActs: readonly IpzsEnd[] = ["RESIGNED", "NOT_QUALIFIED_AFTER_TRIAL"];
export const endsByManager = ipzsEnds.filter((end) => !endsOfOtherActs.includes(end));
