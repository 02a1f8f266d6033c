import { definePermissions } from "../../../platform/access.ts";

/** Who keeps the registers of a group, and the manager of the centre. */
const givers = {
  KIS_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  GROUP_LEADER: "team",
  WORKSHOP_INSTRUCTOR: "team",
} as const;

/** A card says nothing of anybody; who has one stands in the group. Source: docs/domain/rules.md R-ACC-01, column "Attendance" */
export const attendanceCardAccess = definePermissions({
  "attendance-card.issue": givers,
  "attendance-card.revoke": givers,
  "attendance-card.list": givers,
  "attendance-card.print": givers,
});
