import { definePermissions, type Reach, type Role } from "../../platform/access.ts";
import type { Section } from "../../platform/command.ts";

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
  "timeline.read": { ...workers, WORKSHOP_INSTRUCTOR: "unit" },
  "glass.break": {
    SOCIAL_WORKER: "organisation",
    SHELTER_WORKER: "organisation",
    OUTREACH_WORKER: "organisation",
    OUTREACH_COORDINATOR: "organisation",
    REINTEGRATION_SOCIAL_WORKER: "organisation",
    CIS_MANAGER: "organisation",
    KIS_COORDINATOR: "organisation",
  },
  "glass.review": { DPO: "organisation", SOCIAL_WORK_MANAGER: "organisation" },
  "colleague.list": workers,
  "task.read": { ...workers, DPO: "organisation" },
  "task.write": workers,
  /** The day itself is of the section COURT: it opens for who reads that. */
  "release.read": { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "interview.need": { SOCIAL_WORKER: "unit", SOCIAL_WORK_MANAGER: "unit" },
  "interview.record": { SOCIAL_WORKER: "unit" },
  /** A result is corrected by who may enter it. */
  "interview.correct": { SOCIAL_WORKER: "unit", SOCIAL_WORK_MANAGER: "unit" },
  /** The questionnaire asks about health, addiction and courts, which are closed to others. */
  "interview.open-scan": { SOCIAL_WORKER: "unit" },
  "interview.read-register": { SOCIAL_WORKER: "unit", SOCIAL_WORK_MANAGER: "unit" },
  "interview.read": {
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    CIS_MANAGER: "unit",
  },
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

const team = {
  SOCIAL_WORKER: "team",
  REINTEGRATION_SOCIAL_WORKER: "team",
  PSYCHOLOGIST: "team",
  ADDICTION_THERAPIST: "team",
} as const;

/** Who sees the timeline lines of a section. Source: docs/domain/rules.md, R-ACC matrix, one column each. */
export const sectionReaders: Readonly<Record<Section, Readonly<Partial<Record<Role, Reach>>>>> = {
  CORE: { ...workers, WORKSHOP_INSTRUCTOR: "unit" },
  STREET: {
    OUTREACH_WORKER: "unit",
    OUTREACH_COORDINATOR: "unit",
    SHELTER_WORKER: "unit",
    SOCIAL_WORKER: "unit",
  },
  STAY: {
    SHELTER_WORKER: "unit",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    CIS_MANAGER: "unit",
  },
  SOCIAL: {
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    OUTREACH_WORKER: "unit",
    OUTREACH_COORDINATOR: "unit",
    SHELTER_WORKER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
    GROUP_LEADER: "team",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
  },
  PSYCHOLOGICAL: {
    ...team,
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    VOCATIONAL_COUNSELLOR: "team",
    CIS_MANAGER: "unit",
  },
  ADDICTION: team,
  HEALTH: team,
  COURT: { SOCIAL_WORKER: "team", REINTEGRATION_SOCIAL_WORKER: "team" },
  ATTENDANCE: {
    WORKSHOP_INSTRUCTOR: "unit",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    GROUP_LEADER: "team",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
  },
  BENEFIT: { CIS_MANAGER: "unit", ACCOUNTANT: "organisation", REINTEGRATION_SOCIAL_WORKER: "unit" },
  EMPLOYMENT: {
    JOB_COACH: "team",
    VOCATIONAL_COUNSELLOR: "team",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    WORKSHOP_INSTRUCTOR: "unit",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
  },
  INDICATORS: {
    SOCIAL_WORK_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
    PROJECT_COORDINATOR: "organisation",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
  },
};
