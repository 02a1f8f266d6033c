import { definePermissions } from "../../../platform/access.ts";

/** Who works with the vocational assessment. Source: docs/domain/rules.md R-ACC matrix; docs/domain/forms.md F-23 */
const writers = {
  VOCATIONAL_COUNSELLOR: "team",
  SOCIAL_WORKER: "team",
  REINTEGRATION_SOCIAL_WORKER: "team",
} as const;

export const historyAccess = definePermissions({
  "work-history.write": writers,
  "work-history.read": { ...writers, JOB_COACH: "team" },
});
