import { definePermissions } from "../../../platform/access.ts";
import { sectionAccess } from "../../person/access.ts";
import type { Sensitivity } from "./codes.ts";

/** Who leads the case writes it with the person. Source: docs/domain/forms.md F-24; docs/domain/rules.md R-ACC matrix. */
const writers = { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;

/** Who reads all of it but what an entry closes. Source: docs/domain/rules.md R-ACC matrix, column "Social assessment, IPWB, contract". */
export const profileReaders = {
  ...writers,
  SOCIAL_WORK_MANAGER: "unit",
  CIS_MANAGER: "unit",
  PSYCHOLOGIST: "team",
  PARTICIPANT: "own",
} as const;

/** Who reads the conclusions for the plans, and entries of a section that is open to them ("S" of the matrix). */
const summaryReaders = { ADDICTION_THERAPIST: "team", VOCATIONAL_COUNSELLOR: "team", JOB_COACH: "team" } as const;

export const profileAccess = definePermissions({
  "profile.write": writers,
  "profile.read": { ...profileReaders, ...summaryReaders },
  "profile.read-whole": profileReaders,
});

type Doors = Readonly<Record<Sensitivity, (typeof sectionAccess)["HEALTH"]>>;

/** Who opens, and who writes, entries of each sensitivity. Source: docs/domain/rules.md R-ACC matrix. */
export const entryAccess: Doors = {
  SOCIAL: { read: profileReaders, write: writers },
  HEALTH: sectionAccess.HEALTH,
  ADDICTION: sectionAccess.ADDICTION,
  ETHNICITY: sectionAccess.ETHNICITY,
  COURT: sectionAccess.COURT,
};
