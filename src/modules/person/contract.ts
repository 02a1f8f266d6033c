import { z } from "zod";
import { Teryt } from "../../platform/identifiers/schemas.ts";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import {
  consentChannels,
  consentKinds,
  datePrecisions,
  educations,
  factKinds,
  familyRelations,
  homelessCauses,
  identifierKinds,
  levels,
  maritalStatuses,
  noPeselReasons,
  registrationStatuses,
  representativeKinds,
  residenceTitles,
  sectionNames,
  sexes,
} from "./codes.ts";
import { IDENTITY_STEPS, signatoryRoles } from "./rules.ts";

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

/** As typed; kept as E.164, nine digits are a Polish number. */
const phone = z
  .string()
  .regex(/^\+?[0-9 ()-]{6,20}$/)
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
  phone,
  email: z.email().max(200).nullable(),
  safeToContact: z.boolean().nullable(),
  safeContactNote: text(500),
  correspondenceAddress: text(300),
  registrationStatus: z.enum(registrationStatuses),
  registrationTeryt: Teryt.nullable(),
  registrationCommune: text(100),
  registrationAddress: text(300),
  maritalStatus: z.enum(maritalStatuses).nullable(),
  childrenCount: z.int().min(0).max(30).nullable(),
  education: z.enum(educations).nullable(),
  occupation: text(200),
  qualifications: text(1000),
  emergencyContact: text(300),
  emergencyPhone: phone,
  emergencyRelation: text(100),
  emergencyTold: z.boolean(),
  protectedWhereabouts: z.boolean(),
  deathDate: PlainDate.nullable(),
});
export type PersonFields = z.infer<typeof PersonFields>;
export type FieldName = keyof PersonFields;

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
  alias: text(60).optional(),
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

/** Down one rung, or, with `person.restore-step`, up again by the step that was taken back last. */
export const StepBack = z.strictObject({ personId: z.uuid(), reason: z.string().trim().min(3).max(500) });
export type StepBack = z.infer<typeof StepBack>;

/** Only the fields that the sender changed; `base` of the envelope is the version that the sender saw. */
export const ChangePerson = z.strictObject({ personId: z.uuid(), fields: PersonFields.partial() });
export type ChangePerson = z.infer<typeof ChangePerson>;

export const PersonId = z.strictObject({ personId: z.uuid() });
export type PersonId = z.infer<typeof PersonId>;

/**
 * What a dated fact may say beside its code; which of it, by kind: `factDetails` in factRules.ts. `reason`: why a safety flag is
 * renewed; `precision`: of the first day of homelessness.
 */
export const FactDetail = z.strictObject({
  statutory: z.boolean().optional(),
  episodeNo: z.int().min(1).max(50).optional(),
  causes: z.array(z.enum(homelessCauses)).max(20).optional(),
  precision: z.enum(datePrecisions).optional(),
  amountGrosze: z.int().min(0).optional(),
  ruling: z.string().trim().max(120).optional(),
  office: z.string().trim().max(120).optional(),
  reason: z.string().trim().max(300).optional(),
});
export type FactDetail = z.infer<typeof FactDetail>;
export const Fact = z.object({
  id: z.uuid(),
  kind: z.string(),
  value: z.string(),
  detail: FactDetail,
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** The wrong entry in whose place this one stands. */
  correctsId: z.uuid().nullable(),
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
  pesel: z
    .object({
      /** See `lastOfPesel`; the whole number is read by an act of its own. */
      last2: z.string(),
      needsChecking: z.boolean(),
    })
    .nullable(),
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
      act: z.string(),
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

const FactValue = z.string().regex(/^[A-Z0-9_]{1,60}$/);
export const AddFact = z.strictObject({
  factId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(factKinds),
  value: FactValue,
  detail: FactDetail.default({}),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
});
export type AddFact = z.infer<typeof AddFact>;
export const EndFact = z.strictObject({ factId: z.uuid(), validUntil: PlainDate });
export type EndFact = z.infer<typeof EndFact>;
const reason = z.string().trim().min(3).max(500);
export const WithdrawFact = z.strictObject({ factId: z.uuid(), reason });
export type WithdrawFact = z.infer<typeof WithdrawFact>;
/** `factId` is the wrong entry, `newFactId` the right one of the same kind. */
export const CorrectFact = z.strictObject({
  factId: z.uuid(),
  newFactId: z.uuid(),
  value: FactValue,
  detail: FactDetail.default({}),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  reason,
});
export type CorrectFact = z.infer<typeof CorrectFact>;

/** The content of a sealed section: codes of its list, a last day where it runs out, and words. */
export const SectionContent = z.strictObject({
  codes: z.array(z.string().regex(/^[A-Z0-9_]{1,60}$/)).max(40),
  until: PlainDate.nullable(),
  text: z.string().trim().max(8000).nullable(),
});
export type SectionContent = z.infer<typeof SectionContent>;
export const SectionKey = z.strictObject({ personId: z.uuid(), section: z.enum(sectionNames) });
export type SectionKey = z.infer<typeof SectionKey>;
export const WriteSection = z.strictObject({ ...SectionKey.shape, content: SectionContent });
export type WriteSection = z.infer<typeof WriteSection>;
const SectionWriting = { content: SectionContent, recordedAt: z.string(), recordedBy: z.string().nullable() };
/** `merged`: what the same section said of records that were merged into this one. `version` 0: nothing of its own yet. */
export const SectionView = z.object({
  ...SectionWriting,
  version: z.int(),
  writable: z.boolean(),
  merged: z.array(z.object({ personNo: z.int(), ...SectionWriting })),
});
export type SectionView = z.infer<typeof SectionView>;

export const WhereaboutsReader = z.strictObject({ personId: z.uuid(), accountId: z.uuid() });
export type WhereaboutsReader = z.infer<typeof WhereaboutsReader>;

export const RecordConsent = z.strictObject({
  consentId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(consentKinds),
  purpose: z.string().trim().min(1).max(500),
  recipients: z.array(z.string().trim().min(1).max(200)).max(20),
  /** The published wording; then `textVersion` is its version whatever is sent. */
  textId: z.uuid().nullable().default(null),
  textVersion: z.string().trim().min(1).max(100),
  givenAt: Instant,
  channel: z.enum(consentChannels),
  /** Who signed what is written or electronic. */
  signedBy: z.array(z.enum(signatoryRoles)).max(5).default(["PERSON"]),
  signedFileId: z.uuid().nullable(),
});
export type RecordConsent = z.infer<typeof RecordConsent>;
export const ConsentId = z.strictObject({ consentId: z.uuid() });
export const AttachConsentPage = z.strictObject({ consentId: z.uuid(), fileId: z.uuid() });
export type AttachConsentPage = z.infer<typeof AttachConsentPage>;
export type ConsentId = z.infer<typeof ConsentId>;
export const PublishConsentText = z.strictObject({
  textId: z.uuid(),
  kind: z.enum(consentKinds),
  version: z.string().trim().min(1).max(100),
  body: z.string().trim().min(1).max(20_000),
  validFrom: PlainDate,
});
export type PublishConsentText = z.infer<typeof PublishConsentText>;
export const ConsentText = z.object({
  id: z.uuid(),
  kind: z.enum(consentKinds),
  version: z.string(),
  body: z.string(),
  validFrom: PlainDate,
  current: z.boolean(),
});
export type ConsentText = z.infer<typeof ConsentText>;
export const WithdrawConsent = z.strictObject({ consentId: z.uuid(), effect: z.string().trim().min(1).max(500) });
export type WithdrawConsent = z.infer<typeof WithdrawConsent>;
export const ConsentLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  purpose: z.string(),
  recipients: z.array(z.string()),
  textVersion: z.string(),
  /** The exact wording, where it was published. */
  text: z.string().nullable(),
  givenAt: z.string(),
  channel: z.string(),
  signedBy: z.array(z.string()),
  hasFile: z.boolean(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  effect: z.string().nullable(),
});
export type ConsentLine = z.infer<typeof ConsentLine>;

export const RecordRepresentative = z.strictObject({
  representativeId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(representativeKinds),
  name: z.string().trim().min(1).max(160),
  contact: text(200),
  scope: text(500),
  rulingRef: text(120),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
});
export type RecordRepresentative = z.infer<typeof RecordRepresentative>;
export const EndRepresentative = z.strictObject({ representativeId: z.uuid(), validUntil: PlainDate });
export type EndRepresentative = z.infer<typeof EndRepresentative>;
export const RepresentativeLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  contact: z.string().nullable(),
  scope: z.string().nullable(),
  rulingRef: z.string().nullable(),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
});

/** Days are inclusive; `validUntil` null: still a member. */
const Member = {
  memberId: z.uuid(),
  personId: z.uuid(),
  relation: z.enum(familyRelations),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable().default(null),
};
export const RecordHousehold = z.strictObject({
  householdId: z.uuid(),
  name: text(120),
  members: z.array(z.strictObject(Member)).min(1).max(20),
});
export type RecordHousehold = z.infer<typeof RecordHousehold>;
export const AddHouseholdMember = z.strictObject({ householdId: z.uuid(), ...Member });
export type AddHouseholdMember = z.infer<typeof AddHouseholdMember>;
export const EndHouseholdMember = z.strictObject({ memberId: z.uuid(), validUntil: PlainDate });
export type EndHouseholdMember = z.infer<typeof EndHouseholdMember>;
/** `others`: members whose files the reader does not reach. */
export const HouseholdView = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  others: z.int(),
  members: z.array(
    z.object({
      memberId: z.uuid(),
      personId: z.uuid(),
      name: z.string(),
      relation: z.string(),
      validFrom: PlainDate,
      validUntil: PlainDate.nullable(),
    }),
  ),
});

export type HouseholdView = z.infer<typeof HouseholdView>;

/** What is known so far of a person being typed. `metIds`: people met at the same place within 90 days, when the caller knows. */
export const SeekDuplicates = z.strictObject({
  personId: z.uuid().optional(),
  pesel: z.string().max(20).nullable().default(null),
  lastName: z.string().max(80).nullable().default(null),
  birthDate: PlainDate.nullable().default(null),
  alias: z.string().max(60).nullable().default(null),
  metIds: z.array(z.uuid()).max(200).default([]),
});
export type SeekDuplicates = z.infer<typeof SeekDuplicates>;
const certainties = ["certain", "probable", "possible"] as const;
export const DuplicateHit = z.object({ person: PersonHit, certainty: z.enum(certainties) });
export type DuplicateHit = z.infer<typeof DuplicateHit>;

export const FindDuplicates = z.strictObject({});
export const DismissDuplicate = z.strictObject({ pairId: z.uuid() });
export type DismissDuplicate = z.infer<typeof DismissDuplicate>;
export const DuplicatePair = z.object({
  id: z.uuid(),
  certainty: z.enum(certainties),
  reasons: z.array(z.string()),
  foundAt: z.string(),
  one: PersonHit,
  other: PersonHit,
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const ComparePeople = z.strictObject({ personId: z.uuid(), otherId: z.uuid() });
export type ComparePeople = z.infer<typeof ComparePeople>;
/** What tells two people apart; nothing of what was done with them. */
export const ComparedPerson = z.object({
  id: z.uuid(),
  personNo: z.int(),
  name: z.string(),
  step: z.enum(IDENTITY_STEPS),
  fields: PersonFields.pick({
    alias: true,
    firstName: true,
    middleName: true,
    lastName: true,
    previousLastNames: true,
    sex: true,
    birthDate: true,
    birthDatePrecision: true,
    ageEstimate: true,
    citizenship: true,
  }),
  peselLast2: z.string().nullable(),
  recordedAt: z.string(),
  /** Units that work with the person, who will see the whole once the records are one. */
  units: z.array(z.string()),
});
export type ComparedPerson = z.infer<typeof ComparedPerson>;
/** `refusals`: why the second cannot be merged into the first, or the first into the second. */
export const Comparison = z.object({
  one: ComparedPerson,
  other: ComparedPerson,
  refusals: z.object({ keepOne: z.string().nullable(), keepOther: z.string().nullable() }),
});
export type Comparison = z.infer<typeof Comparison>;

export const MergePeople = z.strictObject({
  mergeId: z.uuid(),
  keptId: z.uuid(),
  mergedId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});
export type MergePeople = z.infer<typeof MergePeople>;
export const UnmergePeople = z.strictObject({ mergeId: z.uuid() });
export type UnmergePeople = z.infer<typeof UnmergePeople>;
export const MergeLine = z.object({
  id: z.uuid(),
  keptId: z.uuid(),
  mergedId: z.uuid(),
  keptName: z.string(),
  mergedName: z.string(),
  mergedNo: z.int(),
  reason: z.string(),
  doneAt: z.string(),
  doneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type MergeLine = z.infer<typeof MergeLine>;
