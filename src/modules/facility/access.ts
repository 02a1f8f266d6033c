import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md R-ACC-01, column "Stay/nights": who sees whether a place is free, without anybody's name. */
export const facilityAccess = definePermissions({
  "facility.record": {
    SHELTER_WORKER: "unit",
    OUTREACH_COORDINATOR: "organisation",
  },
  "facility.close": { SHELTER_WORKER: "unit", OUTREACH_COORDINATOR: "organisation" },
  "facility.reopen": { SHELTER_WORKER: "unit", OUTREACH_COORDINATOR: "organisation" },
  "facility.count": { SHELTER_WORKER: "unit", OUTREACH_COORDINATOR: "organisation" },
  "place.list-free": {
    OUTREACH_WORKER: "organisation",
    OUTREACH_COORDINATOR: "organisation",
    SHELTER_WORKER: "organisation",
    SOCIAL_WORKER: "organisation",
    SOCIAL_WORK_MANAGER: "organisation",
    REINTEGRATION_SOCIAL_WORKER: "organisation",
    CIS_MANAGER: "organisation",
    PARTNER_REFERRER: "organisation",
  },
  "place.reserve": {
    OUTREACH_WORKER: "organisation",
    OUTREACH_COORDINATOR: "organisation",
    SHELTER_WORKER: "organisation",
    SOCIAL_WORKER: "organisation",
    PARTNER_REFERRER: "organisation",
  },
  "reservation.cancel": {
    OUTREACH_WORKER: "own",
    OUTREACH_COORDINATOR: "own",
    SHELTER_WORKER: "own",
    SOCIAL_WORKER: "own",
    PARTNER_REFERRER: "own",
  },
  "reservation.note-came": { SHELTER_WORKER: "unit", OUTREACH_COORDINATOR: "organisation" },
});
