import { definePermissions } from "../../platform/access.ts";

/** Whoever may change one of the records that can be in conflict; the record's own act says which. */
const writers = {
  OUTREACH_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  SHELTER_WORKER: "unit",
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;

export const conflictAccess = definePermissions({
  "conflict.list": writers,
  "conflict.decide": writers,
});
