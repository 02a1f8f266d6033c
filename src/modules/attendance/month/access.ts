import { definePermissions } from "../../../platform/access.ts";

/** Who answers for what a unit's month says. */
const heads = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" } as const;

/** Source: docs/domain/rules.md R-ACC-01, column "Attendance"; a lock writes no mark. */
export const registerMonthAccess = definePermissions({
  "register-month.lock": heads,
  "register-month.unlock": heads,
  "register-month.read": { ...heads, REINTEGRATION_SOCIAL_WORKER: "unit" },
});
