import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01, column "Project indicators"; who works with the person brings the proof (F-73). */
export const outcomeAccess = definePermissions({
  "evidence.record": {
    JOB_COACH: "team",
    VOCATIONAL_COUNSELLOR: "team",
    PSYCHOLOGIST: "team",
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    KIS_COORDINATOR: "unit",
    PROJECT_COORDINATOR: "organisation",
  },
  /** The project coordinator decides by number and document, never by name. */
  "evidence.verify": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", PROJECT_COORDINATOR: "organisation" },
  "evidence.read": {
    JOB_COACH: "team",
    VOCATIONAL_COUNSELLOR: "team",
    PSYCHOLOGIST: "team",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    PROJECT_COORDINATOR: "organisation",
  },
  /** Reads of `evidence.read` in which people have names. */
  "evidence.read-names": {
    JOB_COACH: "team",
    VOCATIONAL_COUNSELLOR: "team",
    PSYCHOLOGIST: "team",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
  },
});
