import { definePermissions } from "../../platform/access.ts";
import { criteriaAccess } from "./criteria/access.ts";
import { goalsAccess } from "./goals/access.ts";
import { needsStatementAccess } from "./needs/access.ts";
import { planOfProjectAccess } from "./plan/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01, columns "Project indicators" and "Social assessment, IPWB, contract" (status). */
export const projectAccess = definePermissions({
  ...criteriaAccess,
  ...planOfProjectAccess,
  ...goalsAccess,
  ...needsStatementAccess,
  /** The project card: no personal data. */
  "project.read": {
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
  "project.record": { KIS_COORDINATOR: "unit", PROJECT_COORDINATOR: "organisation", CIS_MANAGER: "unit" },
  "enrolment.start": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "enrolment.end": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  /** In the file of a person whom the reader works with. */
  "enrolment.read-person": {
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    GROUP_LEADER: "team",
    JOB_COACH: "team",
  },
  /** The project coordinator sees numbers of persons, no names. */
  "enrolment.read": {
    SOCIAL_WORK_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    PROJECT_COORDINATOR: "organisation",
  },
});
