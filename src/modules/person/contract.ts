import { z } from "zod";
import { PlainDate } from "../../platform/time/plainDate.ts";
import {
  datePrecisions,
  educations,
  identifierKinds,
  maritalStatuses,
  noPeselReasons,
  registrationStatuses,
  residenceTitles,
  sexes,
} from "./codes.ts";
import { IDENTITY_STEPS } from "./rules.ts";

const text = (max: number) => z.string().trim().min(1).max(max).nullable();
const personName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{M}'’ʼ.\- ]+$/u)
  .nullable();
const country = z
  .string()
  .regex(/^([A-Z]{2}|STATELESS)$/)
  .nullable();

/** Fields of F-00 that are edited one by one. The PESEL and the rung of the ladder have acts of their own. */
export const PersonFields = z.strictObject({
  alias: text(60),
  firstName: personName,
  middleName: personName,
  lastName: personName,
  previousLastNames: text(200),
  sex: z.enum(sexes),
  birthDate: PlainDate.nullable(),
  birthDatePrecision: z.enum(datePrecisions),
  ageEstimate: z.int().min(0).max(110).nullable(),
  identifierKind: z.enum(identifierKinds),
  otherIdNumber: text(40),
  otherIdCountry: country,
  noPeselReason: z.enum(noPeselReasons).nullable(),
  citizenship: country,
  residenceTitle: z.enum(residenceTitles).nullable(),
  residenceTitleUntil: PlainDate.nullable(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(10),
  interpreterNeeded: z.boolean(),
  phone: z
    .string()
    .regex(/^\+?[0-9 ()\-]{6,20}$/)
    .nullable(),
  email: z.email().max(200).nullable(),
  safeToContact: z.boolean().nullable(),
  safeContactNote: text(500),
  correspondenceAddress: text(300),
  registrationStatus: z.enum(registrationStatuses),
  registrationTeryt: z
    .string()
    .regex(/^\d{6,7}$/)
    .nullable(),
  registrationCommune: text(100),
  registrationAddress: text(300),
  maritalStatus: z.enum(maritalStatuses).nullable(),
  childrenCount: z.int().min(0).max(30).nullable(),
  education: z.enum(educations).nullable(),
  occupation: text(200),
  qualifications: text(1000),
  emergencyContact: text(300),
  protectedWhereabouts: z.boolean(),
  deathDate: PlainDate.nullable(),
});
export type PersonFields = z.infer<typeof PersonFields>;
export type FieldName = keyof PersonFields;
export const fieldNames = Object.keys(PersonFields.shape) as FieldName[]; // the keys of the schema above

/** A PESEL as typed; white space is dropped. One that fails its check needs `peselNeedsChecking` (R-ID-03). */
const Pesel = z.string().trim().min(1).max(20);

/** The street card sends an alias alone; an office sends whatever is known. */
export const RecordPerson = z.strictObject({
  personId: z.uuid(),
  unitId: z.uuid(),
  fields: PersonFields.partial(),
  pesel: Pesel.nullable().default(null),
  peselNeedsChecking: z.boolean().default(false),
});
export type RecordPerson = z.infer<typeof RecordPerson>;

/** A step up the ladder. `personKnows`: the history is joined with the person's knowledge (R-GDPR-07). */
export const IdentifyPerson = z.strictObject({
  personId: z.uuid(),
  firstName: personName.optional(),
  middleName: personName.optional(),
  lastName: personName.optional(),
  birthDate: PlainDate.nullable().optional(),
  sex: z.enum(sexes).optional(),
  pesel: Pesel.optional(),
  peselNeedsChecking: z.boolean().default(false),
  personKnows: z.boolean(),
});
export type IdentifyPerson = z.infer<typeof IdentifyPerson>;

export const StepBack = z.strictObject({ personId: z.uuid(), reason: z.string().trim().min(3).max(500) });
export type StepBack = z.infer<typeof StepBack>;

/** Only the fields that the sender changed; `base` of the envelope is the version that the sender saw. */
export const ChangePerson = z.strictObject({ personId: z.uuid(), fields: PersonFields.partial() });
export type ChangePerson = z.infer<typeof ChangePerson>;

export const PersonId = z.strictObject({ personId: z.uuid() });
export type PersonId = z.infer<typeof PersonId>;

/** How much of a file a role sees; see `fieldLevels` in access.ts. */
export const levels = ["FULL", "CORE", "NAME_AND_ALERTS", "NAME", "NUMBER"] as const;
export type Level = (typeof levels)[number];

export const Fact = z.object({
  id: z.uuid(),
  kind: z.string(),
  value: z.string(),
  detail: z.record(z.string(), z.unknown()),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  recordedAt: z.string(),
  withdrawnAt: z.string().nullable(),
});
export type Fact = z.infer<typeof Fact>;

/** One person's file as the reader may see it: a field that is not theirs to see is left out of `fields`. */
export const PersonFile = z.object({
  id: z.uuid(),
  personNo: z.int(),
  /** What to call the person: full name, alias or number. */
  name: z.string(),
  step: z.enum(IDENTITY_STEPS),
  level: z.enum(levels),
  version: z.int(),
  recordedAt: z.string(),
  /** Full years today; null when nothing is known. */
  age: z.int().nullable(),
  fields: PersonFields.partial(),
  /** Null: none recorded, or not this reader's to know. The number itself has a door of its own. */
  pesel: z.object({ last4: z.string(), needsChecking: z.boolean() }).nullable(),
  /** Codes of what is asked for and not known yet; nothing is blocked by them. */
  missing: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Sections that this reader may open. */
  sections: z.array(z.string()),
  /** Sections that this reader may write. */
  writable: z.boolean(),
  /** Facts that hold or held, newest first; only safety flags for those who see alerts only. */
  facts: z.array(Fact),
  /** Ids of records merged into this one. */
  mergedIds: z.array(z.uuid()),
  /** Signature blocks of a document made today. */
  signatures: z.array(z.object({ who: z.string(), act: z.enum(["SIGNS", "CONSENTS"]) })),
});
export type PersonFile = z.infer<typeof PersonFile>;

export const PersonHistory = z.object({
  names: z.array(z.object({ kind: z.string(), name: z.string(), since: z.string() })),
  steps: z.array(
    z.object({
      fromStep: z.string(),
      toStep: z.string(),
      reason: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable(),
    }),
  ),
});
export type PersonHistory = z.infer<typeof PersonHistory>;

/** `rested`: the person stopped typing for 2 s; only then does the search stand in the audit. */
export const SearchPeople = z.strictObject({
  text: z.string().max(100),
  limit: z.int().min(1).max(50).default(20),
  rested: z.boolean().default(false),
});
export type SearchPeople = z.infer<typeof SearchPeople>;

export const PersonHit = z.object({
  id: z.uuid(),
  personNo: z.int(),
  name: z.string(),
  alias: z.string().nullable(),
  birthYear: z.int().nullable(),
  step: z.enum(IDENTITY_STEPS),
});
export type PersonHit = z.infer<typeof PersonHit>;

/** `total`: how many the searcher may see, not only those listed. */
export const SearchAnswer = z.object({ people: z.array(PersonHit), total: z.int() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
