// Written by `npm run db:generate` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { PlainDate } from "./time/plainDate.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** Read as a value, written as JSON text. */
export type Json = ColumnType<JsonValue, string, string>;

export type AccountTable = {
  id: string;
  login: string;
  passwordHash: string;
  totpSealed: Buffer | null;
  totpLastStep: Generated<number>;
  language: Generated<string>;
  createdAt: Generated<string>;
  disabledAt: string | null;
};

export type AuditEntryTable = {
  organisationId: string;
  id: string;
  xid: string;
  at: string;
  actorId: string | null;
  action: string;
  outcome: string;
  objectType: string | null;
  objectId: string | null;
  personId: string | null;
  section: string | null;
  reason: string | null;
  requestId: string | null;
  device: string | null;
  commandId: string | null;
  detail: ColumnType<JsonValue | null, string | null, string | null>;
  hash: Buffer;
};

export type AuditSegmentTable = {
  organisationId: string;
  no: number;
  sealedAt: string;
  lastXid: string;
  entryIds: string[];
  previousHead: Buffer;
  head: Buffer;
  purgedAt: string | null;
};

export type AuthorisationTable = {
  organisationId: string;
  id: string;
  accountId: string;
  kind: string;
  scope: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  recordedBy: string | null;
  recordedAt: Generated<string>;
};

export type BreakGlassTable = {
  organisationId: string;
  id: string;
  personId: string;
  accountId: string;
  reason: string;
  openedAt: string;
  untilAt: string;
  reviewedBy: string | null;
  reviewedAt: string | null;
  verdict: string | null;
};

export type CaseMemberTable = {
  organisationId: string;
  id: string;
  caseId: string;
  accountId: string;
  part: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

export type CaseNoteTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string | null;
  section: string;
  sealed: Buffer;
  writtenOn: PlainDate;
  authorId: string;
  recordedAt: Generated<string>;
};

export type CaseStageStepTable = {
  organisationId: string;
  id: string;
  caseId: string;
  fromStage: string;
  toStage: string;
  act: string;
  movedBy: string;
  movedAt: Generated<string>;
};

export type CommandTable = {
  organisationId: string;
  actorId: string;
  id: string;
  type: string;
  v: number;
  payloadHash: Buffer;
  receivedAt: Generated<string>;
  occurredAt: string;
  status: string | null;
  answer: ColumnType<JsonValue | null, string | null, string | null>;
  problem: ColumnType<JsonValue | null, string | null, string | null>;
  mends: string | null;
};

export type ConsentTable = {
  organisationId: string;
  id: string;
  personId: string;
  kind: string;
  purpose: string;
  recipients: Generated<string[]>;
  textVersion: string;
  givenAt: string;
  channel: string;
  withdrawnAt: string | null;
  effect: string | null;
  signedFileId: string | null;
  recordedBy: string;
};

export type DuplicatePairTable = {
  organisationId: string;
  id: string;
  oneId: string;
  otherId: string;
  certainty: string;
  reasons: string[];
  foundAt: Generated<string>;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
};

export type EventTable = {
  organisationId: string;
  id: string;
  xid: Generated<string>;
  seq: GeneratedAlways<number>;
  personId: string | null;
  caseId: string | null;
  kind: string;
  section: string;
  occurredAt: string;
  recordedAt: Generated<string>;
  actorId: string;
  subjectType: string;
  subjectId: string;
  detail: ColumnType<JsonValue, string | undefined, string>;
};

export type HouseholdTable = {
  organisationId: string;
  id: string;
  name: string | null;
  version: Generated<number>;
};

export type HouseholdMemberTable = {
  organisationId: string;
  id: string;
  householdId: string;
  personId: string;
  relation: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

export type LegalParameterTable = {
  code: string;
  validFrom: PlainDate;
  value: string;
  unit: string;
  source: string;
  verified: boolean;
  note: string | null;
};

export type MembershipTable = {
  organisationId: string;
  accountId: string;
  displayName: string;
  jobTitle: string | null;
  email: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  personId: string | null;
  version: Generated<number>;
};

export type MembershipRoleTable = {
  organisationId: string;
  accountId: string;
  role: string;
};

export type MembershipUnitTable = {
  organisationId: string;
  accountId: string;
  unitId: string;
};

export type OpenCaseTable = {
  organisationId: string;
  personId: string;
  unitId: string;
  caseId: string;
};

export type OrganisationTable = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  nip: string | null;
  address: string | null;
  letterhead: string | null;
  timeZone: Generated<string>;
  secondFactorRoles: Generated<string[]>;
  createdAt: Generated<string>;
};

export type OrganisationParameterTable = {
  organisationId: string;
  code: string;
  validFrom: PlainDate;
  value: string;
  unit: string;
  source: string;
  verified: Generated<boolean>;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type PartnershipTable = {
  organisationId: string;
  id: string;
  name: string;
  purpose: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  version: Generated<number>;
};

export type PartnershipMemberTable = {
  organisationId: string;
  partnershipId: string;
  memberOrganisationId: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

export type PersonTable = {
  organisationId: string;
  id: string;
  personNo: number;
  step: Generated<string>;
  alias: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  previousLastNames: string | null;
  sex: Generated<string>;
  birthDate: PlainDate | null;
  birthDatePrecision: Generated<string>;
  ageEstimate: number | null;
  identifierKind: Generated<string>;
  peselSealed: Buffer | null;
  peselIndex: Buffer | null;
  peselNeedsChecking: Generated<boolean>;
  otherIdSealed: Buffer | null;
  otherIdCountry: string | null;
  noPeselReason: string | null;
  citizenship: string | null;
  residenceTitle: string | null;
  residenceTitleUntil: PlainDate | null;
  languages: Generated<string[]>;
  interpreterNeeded: Generated<boolean>;
  phone: string | null;
  email: string | null;
  safeToContact: boolean | null;
  safeContactNote: string | null;
  correspondenceAddress: string | null;
  registrationStatus: Generated<string>;
  registrationTeryt: string | null;
  registrationCommune: string | null;
  registrationAddress: string | null;
  maritalStatus: string | null;
  childrenCount: number | null;
  education: string | null;
  occupation: string | null;
  qualifications: string | null;
  emergencyContact: string | null;
  protectedWhereabouts: Generated<boolean>;
  deathDate: PlainDate | null;
  mergedInto: string | null;
  recordedAt: Generated<string>;
  recordedBy: string;
  version: Generated<number>;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
};

export type PersonFactTable = {
  organisationId: string;
  id: string;
  personId: string;
  kind: string;
  value: string;
  detail: ColumnType<JsonValue, string | undefined, string>;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  recordedAt: Generated<string>;
  recordedBy: string;
  withdrawnAt: string | null;
};

export type PersonLinkTable = {
  organisationId: string;
  id: string;
  personId: string;
  otherOrganisationId: string;
  otherPersonId: string;
  acceptedAt: string;
  endedAt: string | null;
};

export type PersonMergeTable = {
  organisationId: string;
  id: string;
  keptId: string;
  mergedId: string;
  reason: string;
  moved: Json;
  before: Buffer;
  doneBy: string;
  doneAt: Generated<string>;
  undoneBy: string | null;
  undoneAt: string | null;
};

export type PersonNameTable = {
  organisationId: string;
  id: string;
  personId: string;
  kind: string;
  name: string;
  since: Generated<string>;
};

export type PersonNumberTable = {
  organisationId: string;
  lastNo: number;
};

export type PersonSectionTable = {
  organisationId: string;
  personId: string;
  section: string;
  sealed: Buffer;
  version: Generated<number>;
  recordedAt: Generated<string>;
  recordedBy: string;
};

export type PersonStepTable = {
  organisationId: string;
  id: string;
  personId: string;
  fromStep: string;
  toStep: string;
  reason: string | null;
  knownBefore: Buffer | null;
  at: Generated<string>;
  byId: string;
};

export type PersonUnitTable = {
  organisationId: string;
  personId: string;
  unitId: string;
  since: PlainDate;
};

export type ReferralTable = {
  organisationId: string;
  id: string;
  kind: string;
  legalBasis: string | null;
  personId: string | null;
  toOrganisationId: string | null;
  description: string | null;
  needs: Generated<string[]>;
  urgency: string;
  sections: Generated<string[]>;
  sentAt: string;
  feedbackDue: PlainDate | null;
  outcome: string | null;
  closedAt: string | null;
  version: Generated<number>;
};

export type RepresentativeTable = {
  organisationId: string;
  id: string;
  personId: string;
  kind: string;
  name: string;
  contact: string | null;
  scope: string | null;
  rulingRef: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  recordedBy: string;
};

export type SessionTable = {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  organisationId: string;
  kind: string;
  secondFactor: boolean;
  userAgent: string | null;
  addressHash: Buffer | null;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  revokedAt: string | null;
};

export type SetupLinkTable = {
  tokenHash: Buffer;
  expiresAt: string;
  usedAt: string | null;
};

export type ShareTable = {
  organisationId: string;
  id: string;
  toOrganisationId: string;
  personId: string;
  sections: string[];
  legalBasis: string;
  purpose: string;
  validFrom: PlainDate;
  validUntil: PlainDate;
  givenBy: string;
  givenAt: Generated<string>;
  withdrawnAt: string | null;
};

export type SignInAttemptTable = {
  subject: Buffer;
  at: string;
  succeeded: boolean;
};

export type StoredFileTable = {
  organisationId: string;
  id: string;
  storageName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: Buffer;
  wrappedKey: Buffer;
  uploadedBy: string;
  uploadedAt: Generated<string>;
};

export type SupportCaseTable = {
  organisationId: string;
  id: string;
  personId: string;
  unitId: string;
  openedOn: PlainDate;
  stage: Generated<string>;
  leaderId: string | null;
  version: Generated<number>;
};

export type SupportCaseEndingTable = {
  organisationId: string;
  caseId: string;
  endedOn: PlainDate;
  reason: string;
  summary: string | null;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type TaskTable = {
  organisationId: string;
  id: string;
  personId: string | null;
  caseId: string | null;
  ownerId: string | null;
  unitId: string | null;
  kind: string;
  text: string | null;
  detail: ColumnType<JsonValue, string | undefined, string>;
  dueOn: PlainDate | null;
  sourceType: string | null;
  sourceId: string | null;
  createdBy: string;
  createdAt: Generated<string>;
  version: Generated<number>;
};

export type TaskEndingTable = {
  organisationId: string;
  taskId: string;
  outcome: string;
  endedOn: PlainDate;
  note: string | null;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type UnitTable = {
  organisationId: string;
  id: string;
  name: string;
  kind: string;
  closedOn: PlainDate | null;
  version: Generated<number>;
};

export type WhereaboutsReaderTable = {
  organisationId: string;
  personId: string;
  accountId: string;
  namedBy: string;
  namedAt: Generated<string>;
};

export type Database = {
  account: AccountTable;
  auditEntry: AuditEntryTable;
  auditSegment: AuditSegmentTable;
  authorisation: AuthorisationTable;
  breakGlass: BreakGlassTable;
  caseMember: CaseMemberTable;
  caseNote: CaseNoteTable;
  caseStageStep: CaseStageStepTable;
  command: CommandTable;
  consent: ConsentTable;
  duplicatePair: DuplicatePairTable;
  event: EventTable;
  household: HouseholdTable;
  householdMember: HouseholdMemberTable;
  legalParameter: LegalParameterTable;
  membership: MembershipTable;
  membershipRole: MembershipRoleTable;
  membershipUnit: MembershipUnitTable;
  openCase: OpenCaseTable;
  organisation: OrganisationTable;
  organisationParameter: OrganisationParameterTable;
  partnership: PartnershipTable;
  partnershipMember: PartnershipMemberTable;
  person: PersonTable;
  personFact: PersonFactTable;
  personLink: PersonLinkTable;
  personMerge: PersonMergeTable;
  personName: PersonNameTable;
  personNumber: PersonNumberTable;
  personSection: PersonSectionTable;
  personStep: PersonStepTable;
  personUnit: PersonUnitTable;
  referral: ReferralTable;
  representative: RepresentativeTable;
  session: SessionTable;
  setupLink: SetupLinkTable;
  share: ShareTable;
  signInAttempt: SignInAttemptTable;
  storedFile: StoredFileTable;
  supportCase: SupportCaseTable;
  supportCaseEnding: SupportCaseEndingTable;
  task: TaskTable;
  taskEnding: TaskEndingTable;
  unit: UnitTable;
  whereaboutsReader: WhereaboutsReaderTable;
};
