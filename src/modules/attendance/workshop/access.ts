import { definePermissions } from "../../../platform/access.ts";

/** Instructors write of the groups they lead; the manager of the centre answers for them. */
const writers = { WORKSHOP_INSTRUCTOR: "team", CIS_MANAGER: "unit" } as const;
const readers = { ...writers, REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

/** Source: docs/domain/rules.md R-ACC, columns "Attendance" and "Health" (fitness, never a diagnosis); F-38, J7 */
export const workshopAccess = definePermissions({
  "workshop.list": readers,
  "workshop.read": readers,
  "workshop.record": writers,
  "workshop.mark-skills": { WORKSHOP_INSTRUCTOR: "team" },
  "workshop.mark-habits": { WORKSHOP_INSTRUCTOR: "team" },
  "workshop.write-opinion": { WORKSHOP_INSTRUCTOR: "team" },
  "workshop.give-other-task": { WORKSHOP_INSTRUCTOR: "team" },
});
