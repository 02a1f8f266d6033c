import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01, column "Employer/placement". An employer and its declaration hold no participant. */
const readers = {
  JOB_COACH: "organisation",
  VOCATIONAL_COUNSELLOR: "organisation",
  SOCIAL_WORKER: "organisation",
  SOCIAL_WORK_MANAGER: "organisation",
  REINTEGRATION_SOCIAL_WORKER: "organisation",
  WORKSHOP_INSTRUCTOR: "organisation",
  CIS_MANAGER: "organisation",
  KIS_COORDINATOR: "organisation",
  PROJECT_COORDINATOR: "organisation",
} as const;

export const employmentAccess = definePermissions({
  "employer.read": readers,
  "employer.write": {
    JOB_COACH: "organisation",
    VOCATIONAL_COUNSELLOR: "organisation",
    KIS_COORDINATOR: "organisation",
  },
  "declaration.write": {
    JOB_COACH: "organisation",
    VOCATIONAL_COUNSELLOR: "organisation",
    KIS_COORDINATOR: "organisation",
    PROJECT_COORDINATOR: "organisation",
  },
  "placement.read": {
    JOB_COACH: "team",
    VOCATIONAL_COUNSELLOR: "team",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    WORKSHOP_INSTRUCTOR: "unit",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
  },
  "placement.write": { JOB_COACH: "team", VOCATIONAL_COUNSELLOR: "team" },
  /** The log of those who find work with a person; others see the placement. */
  "coach-log.read": { JOB_COACH: "team", VOCATIONAL_COUNSELLOR: "team" },
  "coach-log.write": { JOB_COACH: "team", VOCATIONAL_COUNSELLOR: "team" },
});
