import { definePermissions } from "../../../platform/access.ts";
import { fullReaders, planAccess } from "../../plan/access.ts";

/** The social worker of the CIS prepares the programme. Source: docs/domain/rules.md R-CIS-04; R-ACC matrix, "W (IPZS)". */
const writers = { REINTEGRATION_SOCIAL_WORKER: "unit" } as const;
/** The manager of the CIS admits, decides after the trial, extends, consents to days off and ends. Source: docs/domain/rules.md R-CIS-03, 06, 09, 11. */
const deciders = { CIS_MANAGER: "unit" } as const;

export const ipzsAccess = definePermissions({
  "ipzs.write": writers,
  "ipzs.decide": deciders,
  /** What either writes down as it comes in: a statement, a request for days off, what was provided. */
  "ipzs.record": { ...writers, ...deciders },
  "ipzs.read": fullReaders,
  /** That there is a programme, its state and days ("S"). */
  "ipzs.list-of-person": planAccess["plan.read"],
});
