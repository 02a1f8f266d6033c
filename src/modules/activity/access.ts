import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC. */
export const activityAccess = definePermissions({});
