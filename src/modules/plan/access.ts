import { definePermissions } from "../../platform/access.ts";

/** Who writes the programme with the person. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-02; R-ACC matrix. */
const writers = { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

/** Who reads the whole plan; the person's own is theirs. Source: docs/domain/rules.md R-ACC matrix, column "Social assessment, IPWB, contract". */
export const fullReaders = {
  ...writers,
  SOCIAL_WORK_MANAGER: "unit",
  PSYCHOLOGIST: "team",
  CIS_MANAGER: "unit",
  PARTICIPANT: "own",
} as const;

/** Who reads goals and tasks, and nothing else of it ("S goals"). */
export const goalReaders = { VOCATIONAL_COUNSELLOR: "team", JOB_COACH: "team", GROUP_LEADER: "team" } as const;

/** Who reads that there is a plan and where it stands ("S"). */
const summaryReaders = {
  OUTREACH_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  SHELTER_WORKER: "unit",
  ADDICTION_THERAPIST: "team",
  LAWYER: "team",
  KIS_COORDINATOR: "unit",
} as const;

export const planAccess = definePermissions({
  "plan.write": writers,
  "plan.approve": { SOCIAL_WORK_MANAGER: "unit" },
  "plan.read": { ...fullReaders, ...goalReaders, ...summaryReaders },
  "plan.read-whole": fullReaders,
  /** Our own shelters and partners by name: nobody's data. */
  "plan.list-implementers": { SOCIAL_WORKER: "organisation", REINTEGRATION_SOCIAL_WORKER: "organisation" },
  /** Templates hold nothing of anybody: who approves keeps them, who writes uses them. */
  "plan-template.save": { SOCIAL_WORK_MANAGER: "organisation", CIS_MANAGER: "organisation" },
  "plan-template.read": {
    SOCIAL_WORKER: "organisation",
    REINTEGRATION_SOCIAL_WORKER: "organisation",
    SOCIAL_WORK_MANAGER: "organisation",
    CIS_MANAGER: "organisation",
  },
});
