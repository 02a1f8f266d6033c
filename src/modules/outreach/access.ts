import { definePermissions } from "../../platform/access.ts";

const workers = { OUTREACH_WORKER: "unit" } as const;
const team = { OUTREACH_WORKER: "unit", OUTREACH_COORDINATOR: "unit" } as const;

/**
 * Source: docs/domain/rules.md, R-ACC-01, column "Street cards": workers write, the coordinator reads; shelter and social
 * workers of the person's units see a summary; nobody else knows that there are cards.
 */
export const outreachAccess = definePermissions({
  "outreach.read": team,
  "shift.start": workers,
  "shift.end": workers,
  "site.read": team,
  "site.record": team,
  "site.visit": workers,
  "stock.record": team,
  "contact.record": workers,
  "contact.correct": workers,
  "contact.read": team,
  "contact.read-summary": {
    ...team,
    SHELTER_WORKER: "unit",
    SOCIAL_WORKER: "unit",
  },
  "minor-alert.record": team,
});
