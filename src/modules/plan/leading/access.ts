import { definePermissions } from "../../../platform/access.ts";

/** Managers of the unit name another leader in place of somebody who is away or gone. Source: docs/domain/rules.md R-ACC matrix */
export const leadingManagers = { SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit" } as const;

const leaders = { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit", ...leadingManagers } as const;

/** Who may do it at all; that one leads the part, its programme or the case, the rule asks. */
export const leadingAccess = definePermissions({
  "plan.change-leader": leaders,
  "vocational-plan.change-leader": { ...leaders, VOCATIONAL_COUNSELLOR: "team" },
  "interpersonal-path.change-leader": { ...leaders, PSYCHOLOGIST: "team" },
  "plan.read-leading": { ...leaders, VOCATIONAL_COUNSELLOR: "team", PSYCHOLOGIST: "team" },
});
