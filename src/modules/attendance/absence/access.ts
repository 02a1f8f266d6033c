import { definePermissions } from "../../../platform/access.ts";

/** Both write down what comes in; what it means is the manager's. Source: docs/domain/rules.md R-CIS-11, R-CIS-24; docs/domain/forms.md F-41 */
const deciders = { CIS_MANAGER: "unit" } as const;
const recorders = { ...deciders, REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

export const absenceAccess = definePermissions({
  "absence.ask": recorders,
  "absence.receive": recorders,
  "absence.answer": deciders,
  "absence.withdraw": deciders,
  "absence.read": recorders,
});
