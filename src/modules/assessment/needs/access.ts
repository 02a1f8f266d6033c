import { type Actor, definePermissions, may, type Relation } from "../../../platform/access.ts";
import { type Sphere, spheres } from "../codes.ts";

/** As the social assessment, from which needs come. Source: docs/domain/rules.md R-ACC matrix, column "Social assessment" */
const writers = {
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  PSYCHOLOGIST: "team",
} as const;
const readers = { ...writers, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit" } as const;

/** A counsellor finds and answers needs of work alone ("S goals"; J5); a therapist has a summary and no sphere of these. */
const ofWork = { VOCATIONAL_COUNSELLOR: "team" } as const;

export const needAccess = definePermissions({
  "need.write": { ...writers, ...ofWork },
  "need.read": { ...readers, ...ofWork },
  /** In every sphere of life. */
  "need.write-whole": writers,
  "need.read-whole": readers,
  /** What recommendations propose: for who answers needs and writes plans. */
  "need.propose": { ...writers, ...ofWork },
});

const all: readonly Sphere[] = spheres;

/** The spheres whose needs the actor reads or writes, of a person who stands so to them; none: not at all. */
export function spheresFor(actor: Actor, act: "read" | "write", relation: Relation): readonly Sphere[] {
  if (may(actor, needAccess[`need.${act}-whole`], relation)) return all;
  return may(actor, needAccess[`need.${act}`], relation) ? ["VOCATIONAL"] : [];
}
