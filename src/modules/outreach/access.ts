import { definePermissions } from "../../platform/access.ts";

const team = { OUTREACH_WORKER: "unit", OUTREACH_COORDINATOR: "unit" } as const;

/**
 * Source: docs/domain/rules.md, R-ACC-01, column "Street cards": the team writes; shelter and social workers of the
 * person's units see a summary; nobody else knows that there are cards.
 */
export const outreachAccess = definePermissions({
  "outreach.read": team,
  "shift.start": team,
  "shift.end": team,
  "site.read": team,
  "site.record": team,
  "site.visit": team,
  "stock.record": team,
  "contact.record": team,
  "contact.correct": team,
  "contact.read": team,
  "contact.read-summary": {
    ...team,
    SHELTER_WORKER: "unit",
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
  },
  "minor-alert.record": team,
});
