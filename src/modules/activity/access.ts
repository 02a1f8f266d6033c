import { definePermissions } from "../../platform/access.ts";

/** Who is there when people come: names of their own unit. Source: docs/domain/forms.md F-39, F-3A, docs/domain/rules.md R-ACC, column "Attendance" */
const hosts = {
  KIS_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  GROUP_LEADER: "unit",
  WORKSHOP_INSTRUCTOR: "unit",
} as const;
/** Hours and counts without names. */
const counters = { ...hosts, PROJECT_COORDINATOR: "organisation" } as const;

/** Who sends people on courses and gives certificates. Source: docs/domain/forms.md F-37 */
const keepers = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;
const courseReaders = { ...hosts, VOCATIONAL_COUNSELLOR: "unit" } as const;

/** Who works with the people of a unit day by day. */
const proposers = {
  KIS_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  GROUP_LEADER: "unit",
} as const;

/** About the club alone, nobody is named. Source: docs/domain/rules.md R-KIS-05 */
const standardReaders = {
  KIS_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  PROJECT_COORDINATOR: "organisation",
} as const;

export const activityAccess = definePermissions({
  "offer-visit.record": hosts,
  "offer-visit.withdraw": hosts,
  "offer-visit.read-day": hosts,
  "offer-visit.read-month": counters,
  /** For whoever reads any part of the room. */
  "offer-visit.list-units": { ...counters, SOCIAL_WORK_MANAGER: "unit" },
  "course.record": keepers,
  "course.enrol": keepers,
  "course.leave": keepers,
  /** Takes back what was entered in error: a place, a leaving, a receipt. */
  "course.take-back": keepers,
  /** Why somebody left, why a certificate was mended, whether they lack a document. */
  "course.read-reasons": keepers,
  "course.note-result": keepers,
  "course.issue": keepers,
  "course.certify": keepers,
  "course.list": { ...courseReaders, PROJECT_COORDINATOR: "organisation" },
  "course.read": courseReaders,
  "course.print-certificate": keepers,
  "gathering.record": hosts,
  "gathering.withdraw": hosts,
  "gathering.read": hosts,
  /** Names and topic of a self-help group: whoever runs the unit, and who entered it. */
  "gathering.read-self-help": {
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "own",
    GROUP_LEADER: "own",
    WORKSHOP_INSTRUCTOR: "own",
  },
  "gathering.read-year": counters,
  "gathering.list-leaders": hosts,
  "exchange.record": hosts,
  "exchange.withdraw": hosts,
  "exchange.list": hosts,
  "standard.review": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" },
  "standard.read": standardReaders,
  "standard.print": standardReaders,
  /** Choosing the most active group: people propose, whoever runs the unit decides. Source: docs/domain/rules.md R-GDPR-11 */
  "active-group.begin": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" },
  "active-group.decide": { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" },
  "active-group.propose": proposers,
  "active-group.list": proposers,
  "active-group.read": proposers,
  "active-group.print": proposers,
  /** In a person's file: what they took part in. Matrix: column "Attendance", R or S. */
  "participation.read": {
    ...hosts,
    GROUP_LEADER: "team",
    WORKSHOP_INSTRUCTOR: "team",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
  },
});
