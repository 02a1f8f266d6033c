import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01, column "Project indicators". `unit` is the unit that runs the project. */
export const reportAccess = definePermissions({
  "report.read": {
    SOCIAL_WORK_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    PROJECT_COORDINATOR: "organisation",
  },
  "report.send": { KIS_COORDINATOR: "unit", PROJECT_COORDINATOR: "organisation" },
  /** The people behind a number: `unit` is here the person's. The project coordinator sees their numbers only. */
  "report.open-people": {
    SOCIAL_WORK_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    PROJECT_COORDINATOR: "organisation",
  },
  "report.open-names": {
    SOCIAL_WORK_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
  },
});
