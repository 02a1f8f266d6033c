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
  "site.change": team,
  "site.visit": workers,
  "site-photo.record": team,
  "site-photo.remove": team,
  "stock.record": team,
  "contact.record": workers,
  "contact.correct": workers,
  "contact.read": team,
  "contact.read-summary": {
    ...team,
    SHELTER_WORKER: "unit",
    SOCIAL_WORKER: "unit",
  },
  "contact.record-group": workers,
  "minor-alert.record": team,
  "minor-alert.close": team,
  "route.read": team,
  "route.save": { OUTREACH_COORDINATOR: "unit" },
  "route.end": { OUTREACH_COORDINATOR: "unit" },
  "alone-permission.read": { OUTREACH_COORDINATOR: "unit" },
  "alone-permission.grant": { OUTREACH_COORDINATOR: "unit" },
  "alone-permission.end": { OUTREACH_COORDINATOR: "unit" },
  "intervention.record": team,
  "incident.record": team,
  "intervention.read": team,
  "assistance.plan": workers,
  "assistance.change": workers,
  "assistance.record": workers,
  "assistance.read": team,
  "stock.read": team,
  "stock.count": team,
  "stock.set-warning": { OUTREACH_COORDINATOR: "unit" },
  "relation.end": team,
});
