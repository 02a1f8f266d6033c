import { definePermissions } from "../../../platform/access.ts";

/** Who writes the vocational plan with the person. Source: docs/domain/journeys.md J5; docs/domain/forms.md F-26. */
const counsellors = { VOCATIONAL_COUNSELLOR: "team" } as const;

/** Who measures and writes the path, and reads the reasons of its goals. Source: docs/domain/forms.md F-27, visibility. */
export const reasonReaders = { PSYCHOLOGIST: "team" } as const;

/** Who leads the programme has its annexes signed with it: one packet, one signature. Source: docs/domain/journeys.md J3 */
const leaders = { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

/** Who reads the programme whole; the person's own is theirs. Source: docs/domain/rules.md R-ACC matrix, column of the IPWB. */
const wholeReaders = {
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  PSYCHOLOGIST: "team",
  CIS_MANAGER: "unit",
  PARTICIPANT: "own",
} as const;

/** Who reads how competences change; the rest of the team reads goals and forms ("S goals"). */
export const measureReaders = wholeReaders;

export const annexAccess = definePermissions({
  "vocational-plan.write": counsellors,
  "vocational-plan.sign": { ...counsellors, ...leaders },
  /** The coach goes on with the plan after the hand-over (J5.9): marks, does not rewrite. */
  "vocational-plan.mark": { ...counsellors, JOB_COACH: "team" },
  "vocational-plan.read": { ...wholeReaders, VOCATIONAL_COUNSELLOR: "team", JOB_COACH: "team" },
  "interpersonal-path.write": reasonReaders,
  "interpersonal-path.sign": { ...reasonReaders, ...leaders },
  "interpersonal-path.read": {
    ...wholeReaders,
    VOCATIONAL_COUNSELLOR: "team",
    JOB_COACH: "team",
    GROUP_LEADER: "team",
  },
  "interpersonal-path.read-whole": wholeReaders,
});
