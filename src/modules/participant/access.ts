import { definePermissions } from "../../platform/access.ts";

/** What is one's own. Source: docs/domain/rules.md, R-ACC-01, row of the participant. */
export const participantAccess = definePermissions({
  "mine.read": { PARTICIPANT: "own" },
  "mine.read-promises": { PARTICIPANT: "own" },
  "mine.read-benefits": { PARTICIPANT: "own" },
});
