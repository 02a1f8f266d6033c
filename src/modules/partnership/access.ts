import { definePermissions } from "../../platform/access.ts";

/** Who concludes agreements between organisations; no data about persons. */
const concluders = {
  ORGANISATION_ADMIN: "organisation",
  SOCIAL_WORK_MANAGER: "organisation",
  CIS_MANAGER: "organisation",
  PROJECT_COORDINATOR: "organisation",
} as const;
/** Who keeps the core data or leads those who do. Source: docs/domain/rules.md R-ACC-01, matrix, "Core data". */
export const keepers = {
  SOCIAL_WORKER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;
/** A share or a referral is addressed to an organisation: those of its workers who would take the person in. */
export const receivers = {
  SOCIAL_WORKER: "organisation",
  SOCIAL_WORK_MANAGER: "organisation",
  REINTEGRATION_SOCIAL_WORKER: "organisation",
  CIS_MANAGER: "organisation",
  KIS_COORDINATOR: "organisation",
} as const;

export const partnershipAccess = definePermissions({
  "partnership.conclude": concluders,
  "partnership.read": { ...concluders, DPO: "organisation" },
  "partner.list": {
    SOCIAL_WORKER: "organisation",
    SOCIAL_WORK_MANAGER: "organisation",
    REINTEGRATION_SOCIAL_WORKER: "organisation",
    OUTREACH_COORDINATOR: "organisation",
    CIS_MANAGER: "organisation",
    KIS_COORDINATOR: "organisation",
  },
  "share.give": keepers,
  "share.withdraw": keepers,
  "share.list-given": keepers,
  /** Who writes contracts and programmes; the record itself is asked as well. */
  "share.open-side": { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "share.read-received": receivers,
  "share.accept": {
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
  },
  "share.read-history": {
    SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    CIS_MANAGER: "unit",
    KIS_COORDINATOR: "unit",
  },
});
