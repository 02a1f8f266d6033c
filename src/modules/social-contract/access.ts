import { definePermissions } from "../../platform/access.ts";

/** Source: docs/domain/rules.md, R-ACC-01 and its matrix (column "Social assessment, IPWB, contract"); R-SC-01 for writing. */
const writers = { SOCIAL_WORKER: "unit" } as const;
/** Who can conclude a contract: social workers, whatever else they lead. Source: docs/domain/rules.md R-SC-01 */
export const concluders = { ...writers, SOCIAL_WORK_MANAGER: "unit" } as const;
const readers = {
  ...writers,
  SOCIAL_WORK_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  CIS_MANAGER: "unit",
  PSYCHOLOGIST: "team",
  PARTICIPANT: "own",
} as const;

export const contractAccess = definePermissions({
  "contract.write": writers,
  /** The whole contract, its documents too. */
  "contract.read": readers,
  /** That there is one and where it stands: what "S" of the matrix comes to here. */
  "contract.status": {
    ...readers,
    OUTREACH_WORKER: "unit",
    OUTREACH_COORDINATOR: "unit",
    SHELTER_WORKER: "unit",
    ADDICTION_THERAPIST: "team",
    LAWYER: "team",
    VOCATIONAL_COUNSELLOR: "team",
    JOB_COACH: "team",
    GROUP_LEADER: "team",
    KIS_COORDINATOR: "unit",
  },
  "contract.list-mine": concluders,
  /** What waits for signatures, of whatever room: who prepares papers (of a CIS too), and their managers. */
  "packet.read": { ...concluders, REINTEGRATION_SOCIAL_WORKER: "unit", CIS_MANAGER: "unit" },
  /** Which papers a stage asks for and which are there; no content of theirs. */
  "checklist.read": { ...concluders, REINTEGRATION_SOCIAL_WORKER: "unit", CIS_MANAGER: "unit" },
});
