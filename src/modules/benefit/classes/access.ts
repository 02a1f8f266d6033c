import { definePermissions } from "../../../platform/access.ts";

/** Whoever leads classes and whoever runs the centre. Source: docs/domain/rules.md R-ACC, column "Attendance" */
const readers = { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit", WORKSHOP_INSTRUCTOR: "unit" } as const;

/** The monthly class programme: prepared by who leads and plans classes, approved by the manager. Source: docs/domain/rules.md R-CIS-08 */
export const classProgrammeAccess = definePermissions({
  "class-programme.prepare": readers,
  "class-programme.approve": { CIS_MANAGER: "unit" },
  "class-programme.return": { CIS_MANAGER: "unit" },
  /** Classes, editions and states: no participants. */
  "class-programme.read": readers,
  "class-programme.print": readers,
  /** Hours of each participant; the cap tells of a disability. */
  "class-programme.read-people": { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "class-programme.print-people": { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
});
