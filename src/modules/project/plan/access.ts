import { definePermissions } from "../../../platform/access.ts";

const writers = { KIS_COORDINATOR: "unit", PROJECT_COORDINATOR: "organisation", CIS_MANAGER: "unit" } as const;

/** Source: docs/domain/rules.md R-ACC, column "Project indicators"; F-70 holds no personal data. */
export const planOfProjectAccess = definePermissions({
  "project-plan.read": {
    KIS_COORDINATOR: "organisation",
    PROJECT_COORDINATOR: "organisation",
    CIS_MANAGER: "organisation",
    REINTEGRATION_SOCIAL_WORKER: "organisation",
    SOCIAL_WORK_MANAGER: "organisation",
    SOCIAL_WORKER: "organisation",
    GROUP_LEADER: "organisation",
    JOB_COACH: "organisation",
    ACCOUNTANT: "organisation",
  },
  "project-plan.record": writers,
  "project-plan.note-sent": writers,
});
