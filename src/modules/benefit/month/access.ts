import { definePermissions } from "../../../platform/access.ts";

/** Who sees the days of people and what they come to. Source: docs/domain/rules.md R-ACC, columns "Attendance" and "Benefit list" */
export const centreMonthAccess = definePermissions({
  "centre-month.read": { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  /** Which centres are the reader's: whoever reads a month or the class programme; names of units alone. */
  "centre-month.list-centres": {
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    WORKSHOP_INSTRUCTOR: "unit",
  },
});
