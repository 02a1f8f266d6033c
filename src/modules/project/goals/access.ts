import { definePermissions } from "../../../platform/access.ts";
import { planOfProjectAccess } from "../plan/access.ts";

/** As the card that they are part of: no personal data. Source: docs/domain/rules.md R-ACC, column "Project indicators" */
export const goalsAccess = definePermissions({
  "project-goals.read": planOfProjectAccess["project-plan.read"],
  "project-goals.record": planOfProjectAccess["project-plan.record"],
  "project-card.print": planOfProjectAccess["project-plan.read"],
});
