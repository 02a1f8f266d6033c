import { definePermissions } from "../../platform/access.ts";

/**
 * Source: docs/domain/rules.md, R-ACC-01, column "Street cards"; forms.md F-03: the worker writes the report, the coordinator
 * accepts it; strain is for the worker and the supervisor alone. `own` is what one wrote oneself.
 */
export const streetWorkAccess = definePermissions({
  "work-report.save": { OUTREACH_WORKER: "unit" },
  "work-report.submit": { OUTREACH_WORKER: "own" },
  "work-report.read": { OUTREACH_WORKER: "own", OUTREACH_COORDINATOR: "unit" },
  "work-report.list-mine": { OUTREACH_WORKER: "own" },
  "work-report.list": { OUTREACH_COORDINATOR: "unit" },
  "work-report.return": { OUTREACH_COORDINATOR: "unit" },
  "work-report.accept": { OUTREACH_COORDINATOR: "unit" },
  "strain.read": { SUPERVISOR: "unit" },
  "street-month.read": { OUTREACH_COORDINATOR: "unit" },
  "street-month.freeze": { OUTREACH_COORDINATOR: "unit" },
  "street-training.record": { OUTREACH_COORDINATOR: "unit" },
  "street-training.withdraw": { OUTREACH_COORDINATOR: "unit" },
  "street-training.read": { OUTREACH_COORDINATOR: "unit" },
  "card-draw.make": { OUTREACH_COORDINATOR: "unit" },
  "card-draw.read": { OUTREACH_COORDINATOR: "unit" },
  "card-review.record": { OUTREACH_COORDINATOR: "unit" },
  "card-review.read-mine": { OUTREACH_WORKER: "own" },
  "info-card.read": {
    OUTREACH_WORKER: "organisation",
    OUTREACH_COORDINATOR: "organisation",
    SHELTER_WORKER: "organisation",
    SOCIAL_WORKER: "organisation",
  },
  "info-card.save": { OUTREACH_COORDINATOR: "organisation" },
});
