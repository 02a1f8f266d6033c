import { definePermissions } from "../../../platform/access.ts";

/** As the social assessment, from which needs come. Source: docs/domain/rules.md R-ACC matrix, column "Social assessment" */
const writers = {
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  PSYCHOLOGIST: "team",
} as const;

export const needAccess = definePermissions({
  "need.write": writers,
  "need.read": { ...writers, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit" },
});
