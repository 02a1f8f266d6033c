import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01 and its matrix (columns "Core data" and "Social assessment, IPWB, contract"). */
/** Everybody who has people of their own to work with. */
const workers = {
  SOCIAL_WORKER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  OUTREACH_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  SHELTER_WORKER: "unit",
  GROUP_LEADER: "team",
  PSYCHOLOGIST: "team",
  ADDICTION_THERAPIST: "team",
  VOCATIONAL_COUNSELLOR: "team",
  LAWYER: "team",
  JOB_COACH: "team",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;

export const caseworkAccess = definePermissions({
  "case.open": {
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    OUTREACH_COORDINATOR: "unit",
    KIS_COORDINATOR: "unit",
  },
  "task.read": workers,
  "task.write": workers,
  "case.read": {
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    GROUP_LEADER: "team",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    OUTREACH_WORKER: "team",
    OUTREACH_COORDINATOR: "unit",
    SHELTER_WORKER: "unit",
  },
});
