import { definePermissions, type Reach, type Role, roles } from "../../platform/access.ts";

const everyone: Readonly<Partial<Record<Role, Reach>>> = Object.fromEntries(roles.map((role) => [role, "own"]));

/** Source: docs/domain/rules.md R-ACC-01, R-ACC-02; docs/domain/journeys.md J13. */
export const organisationAccess = definePermissions({
  "account.read": { ORGANISATION_ADMIN: "organisation", DPO: "organisation" },
  "account.write": { ORGANISATION_ADMIN: "organisation" },
  "account.confirm-reset": { ORGANISATION_ADMIN: "organisation", DPO: "organisation" },
  "account.self": everyone,
  "session.revoke": { ...everyone, ORGANISATION_ADMIN: "organisation" },
  "unit.write": { ORGANISATION_ADMIN: "organisation" },
  "parameter.read": everyone,
  "parameter.write": { ORGANISATION_ADMIN: "organisation" },
});
