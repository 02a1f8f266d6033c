import { definePermissions } from "../../../platform/access.ts";

/** Who sees the days of people and what they come to. Source: docs/domain/rules.md R-ACC, columns "Attendance" and "Benefit list" */
export const centreMonthAccess = definePermissions({
  "centre-month.read": { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
});
