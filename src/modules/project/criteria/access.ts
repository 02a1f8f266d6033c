import { definePermissions } from "../../../platform/access.ts";

/** Source: docs/domain/rules.md R-ACC, column "Project indicators"; R-GDPR-11: who is taken in is decided by a person. */
export const criteriaAccess = definePermissions({
  /** Rules hold no personal data; whoever reads the project card reads them. */
  "criteria.read": {
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
  "criteria.set": { KIS_COORDINATOR: "unit", PROJECT_COORDINATOR: "organisation", CIS_MANAGER: "unit" },
  /** How a person stands towards the rules, before they start: those who take people in. */
  "criteria.check-person": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  /** What a start was explained by: who admits, and the head of the unit. */
  "enrolment-check.read": {
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
  },
  "enrolment-exception.list": {
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
  },
});

/** Who takes in somebody that fails a rule, where the project lets it, or who starts beside its recruitment. */
export const exceptionMakers = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" } as const;
