import { definePermissions } from "../../../platform/access.ts";

const writers = { KIS_COORDINATOR: "unit", PROJECT_COORDINATOR: "organisation", CIS_MANAGER: "unit" } as const;
const readers = {
  KIS_COORDINATOR: "organisation",
  PROJECT_COORDINATOR: "organisation",
  CIS_MANAGER: "organisation",
  SOCIAL_WORK_MANAGER: "organisation",
  ACCOUNTANT: "organisation",
} as const;

/** RP-12 holds no personal data. Source: docs/domain/rules.md R-ACC, column "Project indicators" */
export const needsStatementAccess = definePermissions({
  "needs-statement.list": readers,
  "needs-statement.read": readers,
  "needs-statement.read-sent": readers,
  "needs-statement.print": readers,
  "needs-statement.record": writers,
  "needs-statement.send": writers,
  /** Numbers of clients of the house, small ones left out. */
  "needs-statement.count-register": {
    KIS_COORDINATOR: "organisation",
    PROJECT_COORDINATOR: "organisation",
    CIS_MANAGER: "organisation",
  },
});
