import { definePermissions } from "../../platform/access.ts";

/** Who keeps registers; `team` means: leads the group, or this session. */
const keepers = { KIS_COORDINATOR: "unit", GROUP_LEADER: "team", WORKSHOP_INSTRUCTOR: "team" } as const;
const readers = { ...keepers, CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

/** Source: docs/domain/rules.md, R-ACC-01, column "Attendance". */
export const attendanceAccess = definePermissions({
  "attendance.mark": keepers,
  "register.close": keepers,
  "register.read": readers,
  /** Of a workshop: whether somebody may work, until when and what not. Matrix: column "Health", fitness. */
  "register.read-fitness": { WORKSHOP_INSTRUCTOR: "team", GROUP_LEADER: "team", CIS_MANAGER: "unit" },
  /** Safety flags of the people of a register, for who sees them in the person's file. Matrix: column "Core data". */
  "register.read-alerts": {
    KIS_COORDINATOR: "unit",
    CIS_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    WORKSHOP_INSTRUCTOR: "unit",
    GROUP_LEADER: "team",
  },
  /** Hours of modules, no names. */
  "attendance.read-hours": { ...readers, PROJECT_COORDINATOR: "organisation" },
  "attendance.read-rates": readers,
  /** Single sessions of one person; those who only have a summary see the rates alone. */
  "attendance.read-person": { ...readers, WORKSHOP_INSTRUCTOR: "team", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "attendance.read-summary": {
    ...readers,
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
  },
});
