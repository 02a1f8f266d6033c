import { definePermissions } from "../../platform/access.ts";

/** Whoever runs a unit keeps its volunteers. Source: docs/domain/forms.md F-63, docs/domain/rules.md R-KIS-06 */
const keepers = {
  KIS_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  OUTREACH_COORDINATOR: "unit",
} as const;
/** Who works beside them and sees when they came. */
const loggers = { ...keepers, GROUP_LEADER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

export const staffAccess = definePermissions({
  "volunteer.record": keepers,
  "volunteer.set-availability": loggers,
  "volunteer.record-training": keepers,
  "volunteer-agreement.conclude": keepers,
  "volunteer-agreement.settle": keepers,
  "volunteer-agreement.withdraw": keepers,
  "volunteer-agreement.end": keepers,
  "volunteer-agreement.print": keepers,
  "volunteer-hours.log": loggers,
  "volunteer-hours.withdraw": loggers,
  "volunteer-hours.confirm": keepers,
  "volunteer-hours.leave-out": keepers,
  "volunteer-expense.record": keepers,
  "volunteer-expense.withdraw": keepers,
  "volunteer.certify": keepers,
  "volunteer.print-certificate": keepers,
  "volunteer.list": loggers,
  "volunteer.read": loggers,
  /** Day of birth, address, guardian, expenses: for whoever concludes agreements. */
  "volunteer.read-whole": keepers,
  /** Hours of a unit by month: no names. */
  "volunteer.read-hours": { ...loggers, PROJECT_COORDINATOR: "organisation" },
});
