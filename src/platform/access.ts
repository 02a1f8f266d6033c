import { Problem } from "./problem.ts";

/** Every role of the house. Words: docs/domain/glossary.md. Who may what: the rooms' `access.ts`, from R-ACC. */
export const roles = [
  "OUTREACH_WORKER",
  "OUTREACH_COORDINATOR",
  "SHELTER_WORKER",
  "SOCIAL_WORKER",
  "SOCIAL_WORK_MANAGER",
  "REINTEGRATION_SOCIAL_WORKER",
  "GROUP_LEADER",
  "PSYCHOLOGIST",
  "ADDICTION_THERAPIST",
  "VOCATIONAL_COUNSELLOR",
  "LAWYER",
  "WORKSHOP_INSTRUCTOR",
  "JOB_COACH",
  "CIS_MANAGER",
  "KIS_COORDINATOR",
  "PROJECT_COORDINATOR",
  "PARTNER_REFERRER",
  "ACCOUNTANT",
  "SUPERVISOR",
  "PARTICIPANT",
  "RESEARCHER",
  "DPO",
  "ORGANISATION_ADMIN",
  "SYSTEM_OPERATOR",
] as const;
export type Role = (typeof roles)[number];

/**
 * How far a role's permission reaches: every record of the organisation; records that one of the actor's units works
 * with, and those of `team`; records whose case team the actor is in; records the actor made (or, for a participant, that are about them).
 */
export type Reach = "organisation" | "unit" | "team" | "own";

/** Permissions of a room: per verb, the roles that have it and how far each reaches. */
export type Permissions<V extends string = string> = Readonly<Record<V, Readonly<Partial<Record<Role, Reach>>>>>;

/** Keeps the verbs as a union, so that a misspelt one does not compile. */
export function definePermissions<const P extends Permissions>(permissions: P): P {
  return permissions;
}

/** Who acts, for ONE organisation. `authorised`: authorisation and pledge both hold today (R-ACC-02). */
export type Actor = {
  accountId: string;
  organisationId: string;
  displayName: string;
  roles: readonly Role[];
  unitIds: readonly string[];
  /** The person this account belongs to, for a participant. */
  personId: string | null;
  authorised: boolean;
  sessionId: string | null;
};

/** How a record stands to the actor. What is missing is false. */
export type Relation = { unit?: boolean; team?: boolean; own?: boolean };

/**
 * The reaches that the actor's roles give for a verb; empty: may not at all. `unit` brings `team`: membership in the case
 * team or in the unit. Source: docs/domain/rules.md R-ACC-01
 */
export function reachesOf(actor: Actor, verb: Readonly<Partial<Record<Role, Reach>>>): Set<Reach> {
  const reaches = new Set<Reach>();
  for (const role of actor.roles) {
    const reach = verb[role];
    if (reach) reaches.add(reach);
    if (reach === "unit") reaches.add("team");
  }
  return reaches;
}

/** Whether the actor may do `verb` on a record that stands to them as `relation`. */
export function may(actor: Actor, verb: Readonly<Partial<Record<Role, Reach>>>, relation: Relation = {}): boolean {
  const reaches = reachesOf(actor, verb);
  return (
    reaches.has("organisation") ||
    (reaches.has("unit") && relation.unit === true) ||
    (reaches.has("team") && relation.team === true) ||
    (reaches.has("own") && relation.own === true)
  );
}

/** @throws Problem forbidden when no role of the actor has the verb, or authorisation or pledge does not hold */
export function requireVerb(actor: Actor, verb: Readonly<Partial<Record<Role, Reach>>>): void {
  if (reachesOf(actor, verb).size === 0) throw new Problem("forbidden", "access.denied");
  if (!actor.authorised) throw new Problem("forbidden", "access.not_authorised");
}

/** @throws Problem not_found when the record is out of the actor's reach: what may not be seen does not exist */
export function requireReach(
  actor: Actor,
  verb: Readonly<Partial<Record<Role, Reach>>>,
  relation: Relation,
  missing: string,
): void {
  if (!may(actor, verb, relation)) throw new Problem("not_found", missing);
}
