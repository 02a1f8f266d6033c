import { definePermissions } from "../../platform/access.ts";
import type { AssessmentKind } from "./codes.ts";

type Verbs = Readonly<Record<AssessmentKind, Readonly<Record<string, "unit" | "team">>>>;

/** Who does which assessment. Source: docs/domain/rules.md R-ACC; docs/domain/forms.md F-21, F-22, F-23. */
export const recorders = {
  PSYCHOLOGICAL: { PSYCHOLOGIST: "team" },
  SOCIAL: { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  VOCATIONAL: { VOCATIONAL_COUNSELLOR: "team" },
  ADDICTION: { ADDICTION_THERAPIST: "team" },
} as const satisfies Verbs;

/** Who reads everything that the specialist noted; the author always does. Source: docs/domain/rules.md R-ACC matrix. */
export const contentReaders = {
  PSYCHOLOGICAL: { PSYCHOLOGIST: "team" },
  SOCIAL: {
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    CIS_MANAGER: "unit",
  },
  VOCATIONAL: { VOCATIONAL_COUNSELLOR: "team", SOCIAL_WORKER: "team", REINTEGRATION_SOCIAL_WORKER: "team" },
  /** The author and the named substitute alone. */
  ADDICTION: {},
} as const satisfies Verbs;

/** Who reads the conclusion for the team, the recommendation and its conditions. Source: docs/domain/rules.md R-ACC matrix. */
export const conclusionReaders = {
  PSYCHOLOGICAL: {
    PSYCHOLOGIST: "team",
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    CIS_MANAGER: "unit",
  },
  SOCIAL: {
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    CIS_MANAGER: "unit",
  },
  VOCATIONAL: {
    VOCATIONAL_COUNSELLOR: "team",
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    JOB_COACH: "team",
    CIS_MANAGER: "unit",
  },
  ADDICTION: {
    ADDICTION_THERAPIST: "team",
    SOCIAL_WORKER: "team",
    REINTEGRATION_SOCIAL_WORKER: "team",
    PSYCHOLOGIST: "team",
  },
} as const satisfies Verbs;

const specialists = {
  PSYCHOLOGIST: "team",
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  VOCATIONAL_COUNSELLOR: "team",
  ADDICTION_THERAPIST: "team",
} as const;

/** Who decides about a substitute for somebody's notes: the author, or who leads; whom a `unit` reaches, shares a unit with the author. */
const substituteNamers = {
  PSYCHOLOGIST: "own",
  SOCIAL_WORKER: "own",
  REINTEGRATION_SOCIAL_WORKER: "own",
  VOCATIONAL_COUNSELLOR: "own",
  ADDICTION_THERAPIST: "own",
  LAWYER: "own",
  SOCIAL_WORK_MANAGER: "unit",
  CIS_MANAGER: "unit",
  ORGANISATION_ADMIN: "organisation",
} as const;

export const assessmentAccess = definePermissions({
  "assessment.record": specialists,
  "assessment.read": { ...specialists, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit", JOB_COACH: "team" },
  /** Whoever opens what was noted of some kind; a psychologist's and a therapist's by author and substitute alone. */
  "assessment.print-form": { ...specialists, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit" },
  "assessment.write-note": specialists,
  "assessment.read-note": specialists,
  "note-substitute.name": substituteNamers,
  "note-substitute.confirm": { DPO: "organisation" },
  "note-substitute.end": { ...substituteNamers, DPO: "organisation" },
  "note-substitute.list": { ...substituteNamers, DPO: "organisation" },
  "condition.meet": specialists,
  "gate.decide": { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "stage.move": { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
});
