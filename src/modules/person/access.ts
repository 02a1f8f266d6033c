import { type Actor, definePermissions, may, type Reach, type Relation, type Role } from "../../platform/access.ts";
import { fieldNames, type Level, levels, type SectionName } from "./codes.ts";
import type { FieldName } from "./contract.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** Source: docs/domain/rules.md, R-ACC-01 and its matrix, column "Core data". */
const writers = {
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
} as const;
const fieldWriters = {
  ...writers,
  OUTREACH_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  SHELTER_WORKER: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;
const coordinators = {
  SOCIAL_WORK_MANAGER: "unit",
  OUTREACH_COORDINATOR: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;

/**
 * Two records of one person stand in two units more often than in one: the heads of an organisation's work compare and join
 * them wherever they stand. Source: docs/domain/rules.md R-ID-07
 */
const joiners = { ...coordinators, SOCIAL_WORK_MANAGER: "organisation", CIS_MANAGER: "organisation" } as const;

/** Who sees how much; the first level that a role of the actor reaches holds. */
const fieldLevels: Readonly<Record<Level, Verb>> = {
  FULL: { ...writers, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit", KIS_COORDINATOR: "unit", PARTICIPANT: "own" },
  CORE: {
    OUTREACH_WORKER: "unit",
    OUTREACH_COORDINATOR: "unit",
    SHELTER_WORKER: "unit",
    GROUP_LEADER: "team",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
    LAWYER: "team",
    JOB_COACH: "team",
  },
  NAME_AND_ALERTS: { WORKSHOP_INSTRUCTOR: "unit" },
  NAME: { ACCOUNTANT: "organisation" },
  NUMBER: { PROJECT_COORDINATOR: "organisation" },
};

const readers: Verb = {
  ...fieldLevels.NUMBER,
  ...fieldLevels.NAME,
  ...fieldLevels.NAME_AND_ALERTS,
  ...fieldLevels.CORE,
  ...fieldLevels.FULL,
};
/** Who works with the whole file, not only a name. */
const workers: Verb = { ...fieldLevels.CORE, ...fieldLevels.FULL };
const { PARTICIPANT: _reader, ...searchers } = readers;
const { PARTICIPANT: _worker, ...staff } = workers;

/** Wordings tell nothing of anybody: who records consents reads them wherever they were published. */
const textReaders: Verb = Object.fromEntries(
  [...Object.keys(staff), "ORGANISATION_ADMIN", "DPO"].map((role) => [role, "organisation"]),
);
const textWriters = { ORGANISATION_ADMIN: "organisation", DPO: "organisation" } as const;

export const personAccess = definePermissions({
  "person.record": fieldWriters,
  "person.identify": fieldWriters,
  "person.step-back": fieldWriters,
  "person.restore-step": fieldWriters,
  "person.change": fieldWriters,
  "person.read": readers,
  "person.read-history": workers,
  "person.read-pesel": fieldLevels.FULL,
  "person.search": searchers,
  "person.add-fact": fieldWriters,
  "person.end-fact": fieldWriters,
  "person.withdraw-fact": fieldWriters,
  "person.correct-fact": fieldWriters,
  "person.read-section": workers,
  "person.write-section": staff,
  "person.name-whereabouts-reader": staff,
  "person.remove-whereabouts-reader": staff,
  "person.list-whereabouts-readers": staff,
  "person.find-duplicates": fieldWriters,
  "duplicate.find": joiners,
  "duplicate.list": joiners,
  "duplicate.dismiss": joiners,
  "person.compare": joiners,
  "person.merge": joiners,
  "person.unmerge": joiners,
  "person.list-merges": workers,
  "consent.record": fieldWriters,
  "consent.withdraw": fieldWriters,
  "consent.attach-page": fieldWriters,
  "consent.list": workers,
  "consent.open-file": workers,
  "consent.print": fieldWriters,
  "consent-text.publish": textWriters,
  "consent-text.list": textReaders,
  "representative.list": workers,
  "representative.record": writers,
  "representative.end": writers,
  "household.list": workers,
  "household.record": writers,
  "household.add-member": writers,
  "household.end-member": writers,
});

const team = { SOCIAL_WORKER: "team", REINTEGRATION_SOCIAL_WORKER: "team" } as const;
const health = { ...team, PSYCHOLOGIST: "team" } as const;
const everyday: Verb = {
  ...fieldLevels.CORE,
  ...writers,
  SOCIAL_WORK_MANAGER: "unit",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
};

/**
 * Who opens a sealed section. `WHEREABOUTS` also needs the reader's name on the person's list (C7).
 * Source: docs/domain/rules.md, R-ACC matrix, columns "Health", "Addiction" and "Court".
 */
export const sectionAccess: Readonly<Record<SectionName, { read: Verb; write: Verb }>> = {
  HEALTH: { read: { ...health, PARTICIPANT: "own" }, write: team },
  ADDICTION: {
    read: { ...health, ADDICTION_THERAPIST: "team", PARTICIPANT: "own" },
    write: { ...team, ADDICTION_THERAPIST: "team" },
  },
  COURT: { read: { ...team, PARTICIPANT: "own" }, write: team },
  DISABILITY: { read: { ...health, PARTICIPANT: "own" }, write: team },
  ETHNICITY: { read: { ...team, PARTICIPANT: "own" }, write: team },
  COMMUNICATION: { read: { ...everyday, PARTICIPANT: "own" }, write: fieldWriters },
  INSURANCE: { read: { ...team, PARTICIPANT: "own" }, write: team },
  WHEREABOUTS: { read: everyday, write: everyday },
};

/** The widest level that holds for this actor and person, or null: the person does not exist for them. */
export function levelOf(actor: Actor, relation: Relation): Level | null {
  return levels.find((level) => may(actor, fieldLevels[level], relation)) ?? null;
}

const nameFields: readonly FieldName[] = ["alias", "firstName", "middleName", "lastName"];
/** What somebody could be found by: only for those on the person's list while the whereabouts are protected. */
const traces: readonly FieldName[] = [
  "correspondenceAddress",
  "registrationTeryt",
  "registrationCommune",
  "registrationAddress",
  "phone",
  "email",
  "safeContactNote",
  "emergencyContact",
  "emergencyPhone",
  "emergencyRelation",
];

const streetFields: readonly FieldName[] = [
  ...nameFields,
  "previousLastNames",
  "sex",
  "birthDate",
  "birthDatePrecision",
  "ageEstimate",
  "citizenship",
  "languages",
  "interpreterNeeded",
  "phone",
  "email",
  "safeToContact",
  "safeContactNote",
  "correspondenceAddress",
  "registrationStatus",
  "registrationTeryt",
  "registrationCommune",
  "emergencyContact",
  "emergencyPhone",
  "emergencyRelation",
  "emergencyTold",
  "protectedWhereabouts",
  "deathDate",
];
const officeOnly: readonly FieldName[] = ["otherIdNumber", "registrationAddress"];

/**
 * Fields of a person's file by the reader's level. `hidden`: the whereabouts are protected and the reader is not on the list.
 * Source: docs/domain/rules.md, R-ACC matrix; security.md C7.
 */
export function fieldsFor(level: Level, hidden: boolean): { read: readonly FieldName[]; write: readonly FieldName[] } {
  const seen = (fields: readonly FieldName[]) => (hidden ? fields.filter((field) => !traces.includes(field)) : fields);
  // who is not on the list cannot lift the protection either
  const written = (fields: readonly FieldName[]) =>
    seen(hidden ? fields.filter((field) => field !== "protectedWhereabouts") : fields);
  switch (level) {
    case "FULL":
      return { read: seen(fieldNames), write: written(fieldNames) };
    case "CORE":
      return { read: seen(fieldNames.filter((field) => !officeOnly.includes(field))), write: written(streetFields) };
    case "NAME_AND_ALERTS":
    case "NAME":
      return { read: nameFields, write: [] };
    case "NUMBER":
      return { read: [], write: [] };
  }
}
