import { definePermissions, roles } from "../../platform/access.ts";

/** Whoever has a device may ask for its set and tells what was read on it, whatever became of their roles meanwhile. */
export const everybody = Object.fromEntries(roles.map((role) => [role, "own" as const]));

/** Who works away from the office with what a device holds. */
const field = {
  OUTREACH_WORKER: "own",
  OUTREACH_COORDINATOR: "own",
  SHELTER_WORKER: "own",
  SOCIAL_WORKER: "own",
  GROUP_LEADER: "own",
  WORKSHOP_INSTRUCTOR: "own",
  JOB_COACH: "own",
  KIS_COORDINATOR: "own",
} as const;
/** Who leads a unit, and may read what its people wrote. */
const leads = {
  OUTREACH_COORDINATOR: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;

/**
 * Source: docs/domain/rules.md R-ACC-01; the administrator and the data protection officer see devices, counts and, for a
 * breach, whom a device held, never what anybody wrote.
 */
export const deviceAccess = definePermissions({
  "device.self": field,
  "device.list": { ORGANISATION_ADMIN: "organisation", DPO: "organisation", ...leads },
  "device.revoke": { ...field, ...leads, ORGANISATION_ADMIN: "organisation", DPO: "organisation" },
  "device.held": { ORGANISATION_ADMIN: "organisation", DPO: "organisation" },
  "phone-work.read": {
    ...field,
    SOCIAL_WORK_MANAGER: "own",
    CIS_MANAGER: "own",
    KIS_COORDINATOR: "own",
    ORGANISATION_ADMIN: "own",
    DPO: "own",
  },
  "phone-work.change": { ORGANISATION_ADMIN: "organisation" },
  "device-entry.list": { ORGANISATION_ADMIN: "organisation", DPO: "organisation", ...leads },
  "device-entry.decide": leads,
});
