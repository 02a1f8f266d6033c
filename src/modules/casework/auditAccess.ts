import { definePermissions } from "../../platform/access.ts";

/**
 * Source: docs/domain/rules.md R-ACC, column "Audit log": the data protection officer reads all of it, an administrator the
 * technical part, which is what tells of no person.
 */
export const auditAccess = definePermissions({
  "audit.read": { DPO: "organisation", ORGANISATION_ADMIN: "own" },
  "audit.export": { DPO: "organisation" },
  /** Everybody may know who looked into their own file (C4). */
  "audit.read-own": { PARTICIPANT: "own" },
  "glass.list": { DPO: "organisation" },
});
