// Written by `npm run db:generate` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { PlainDate } from "./time/plainDate.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** Read as a value, written as JSON text. */
export type Json = ColumnType<JsonValue, string, string>;
/** Read as text, so that no digit is lost; written as text or number. */
export type Decimal = ColumnType<string, string | number, string | number>;

export type AbsenceAnswerTable = {
  organisationId: string;
  excuseId: string;
  no: number;
  answer: string;
  sealed: Buffer | null;
  answeredOn: PlainDate;
  answeredBy: string;
  recordedAt: Generated<string>;
};

export type AbsenceDocumentTable = {
  organisationId: string;
  excuseId: string;
  receivedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type AbsenceExcuseTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  kind: string;
  fromOn: PlainDate;
  toOn: PlainDate;
  sealed: Buffer | null;
  askedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type AbsenceMarkTable = {
  organisationId: string;
  excuseId: string;
  answerNo: number;
  entryId: string;
  statusBefore: string;
};

export type AccountTable = {
  id: string;
  login: string;
  passwordHash: string;
  totpSealed: Buffer | null;
  totpLastStep: Generated<number>;
  totpPendingSealed: Buffer | null;
  language: Generated<string>;
  createdAt: Generated<string>;
  disabledAt: string | null;
};

export type AccountRecoveryTable = {
  organisationId: string;
  id: string;
  accountId: string;
  kind: string;
  reason: string;
  linkHash: Buffer;
  expiresAt: string;
  requestedBy: string;
  requestedAt: Generated<string>;
  usedAt: string | null;
};

export type AccountRecoveryConfirmationTable = {
  organisationId: string;
  recoveryId: string;
  requestedBy: string;
  accountId: string;
  confirmedBy: string;
  confirmedAt: Generated<string>;
};

export type ActiveGroupTable = {
  organisationId: string;
  id: string;
  unitId: string;
  name: string;
  preparedFor: string;
  criteria: string[];
  fromOn: PlainDate;
  toOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ActiveGroupCandidateTable = {
  organisationId: string;
  id: string;
  activeGroupId: string;
  personId: string;
  sealed: Buffer;
  proposedBy: string;
  recordedAt: Generated<string>;
};

export type ActiveGroupDecisionTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  no: number;
  chosen: boolean;
  sealed: Buffer;
  decidedBy: string;
  recordedAt: Generated<string>;
};

export type AidStockEntryTable = {
  organisationId: string;
  id: string;
  unitId: string;
  item: string;
  change: number;
  contactId: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  reason: string | null;
};

export type AidStockWarningTable = {
  organisationId: string;
  unitId: string;
  item: string;
  below: number;
  setBy: string;
  setAt: Generated<string>;
};

export type AlonePermissionTable = {
  organisationId: string;
  id: string;
  unitId: string;
  accountId: string;
  selectedOn: PlainDate;
  trainings: Json;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  grantedBy: string;
  grantedAt: Generated<string>;
};

export type AlonePermissionEndingTable = {
  organisationId: string;
  permissionId: string;
  endedOn: PlainDate;
  reason: string;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type AssessmentTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  kind: string;
  doneBy: string;
  startedOn: PlainDate;
  contentSealed: Buffer;
  conclusionSealed: Buffer | null;
  version: Generated<number>;
  recordedAt: Generated<string>;
  keyId: string | null;
};

export type AssessmentAlertTable = {
  organisationId: string;
  assessmentId: string;
  raisedBy: string;
  raisedAt: Generated<string>;
  no: Generated<number>;
};

export type AssessmentNoteTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  authorId: string;
  sealed: Buffer;
  writtenAt: Generated<string>;
  keyId: string | null;
};

export type AssistanceTable = {
  organisationId: string;
  id: string;
  unitId: string;
  personId: string;
  plannedAt: string | null;
  detailSealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type AssistanceChangeTable = {
  organisationId: string;
  id: string;
  assistanceId: string;
  plannedBefore: string;
  plannedAt: string | null;
  reason: string;
  noteSealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type AssistanceResultTable = {
  organisationId: string;
  assistanceId: string;
  shiftId: string | null;
  startedAt: string;
  hours: Decimal;
  result: string;
  noteSealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type AttendanceCardTable = {
  organisationId: string;
  id: string;
  personId: string;
  issuedBy: string;
  issuedAt: Generated<string>;
};

export type AttendanceCardRevocationTable = {
  organisationId: string;
  cardId: string;
  reason: string;
  revokedBy: string;
  revokedAt: Generated<string>;
};

export type AttendanceCorrectionTable = {
  organisationId: string;
  id: string;
  sessionId: string;
  reason: Buffer;
  correctedBy: string;
  correctedAt: Generated<string>;
  lockId: string | null;
};

export type AttendanceEntryTable = {
  organisationId: string;
  id: string;
  sessionId: string;
  personId: string;
  seq: GeneratedAlways<number>;
  status: string;
  minutesLate: Generated<number>;
  minutesLeftEarly: Generated<number>;
  correctionId: string | null;
  markedBy: string;
  recordedAt: Generated<string>;
  occurredAt: Generated<string>;
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

export type AuthorKeyTable = {
  organisationId: string;
  id: string;
  authorId: string;
  wrapped: Buffer | null;
  madeAt: Generated<string>;
  destroyedAt: string | null;
};

export type AuthorisationTable = {
  organisationId: string;
  id: string;
  accountId: string;
  kind: string;
  scope: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  withdrawnAt: string | null;
  recordedBy: string | null;
  recordedAt: Generated<string>;
};

export type BenefitAdvanceTable = {
  organisationId: string;
  id: string;
  unitId: string;
  no: number;
  month: PlainDate;
  number: string;
  askedOn: PlainDate;
  amountGrosze: number;
  sealed: Buffer;
  askedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitAdvanceAnswerTable = {
  organisationId: string;
  advanceId: string;
  answer: string;
  answeredOn: PlainDate;
  amountGrosze: number | null;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitAdvanceReturnTable = {
  organisationId: string;
  id: string;
  advanceId: string;
  answer: Generated<string>;
  returnedOn: PlainDate;
  amountGrosze: number;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitAdvanceSettlementTable = {
  organisationId: string;
  refundId: string;
  advanceId: string;
  answer: Generated<string>;
  amountGrosze: number;
};

export type BenefitBankFileTable = {
  organisationId: string;
  listId: string;
  no: number;
  decision: Generated<string>;
  payerId: string;
  payOn: PlainDate;
  transfers: number;
  totalGrosze: number;
  sha256: string;
  sealed: Buffer;
  madeBy: string;
  recordedAt: string;
};

export type BenefitBankFileWithdrawalTable = {
  organisationId: string;
  listId: string;
  no: number;
  sealed: Buffer;
  withdrawnBy: string;
  recordedAt: Generated<string>;
};

export type BenefitBonusTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  month: PlainDate;
  no: number;
  amountGrosze: number;
  sealed: Buffer;
  givenBy: string;
  recordedAt: Generated<string>;
};

export type BenefitCorrectionTable = {
  organisationId: string;
  listId: string;
  ipzsId: string;
  mendedListId: string;
  no: number;
  beforeGrosze: number;
  nowGrosze: number;
};

export type BenefitDebtAgreementTable = {
  organisationId: string;
  id: string;
  listId: string;
  ipzsId: string;
  no: number;
  agreedOn: PlainDate;
  amountGrosze: number;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitDebtInstalmentTable = {
  organisationId: string;
  agreementId: string;
  no: number;
  dueOn: PlainDate;
  amountGrosze: number;
};

export type BenefitDebtSettlementTable = {
  organisationId: string;
  id: string;
  listId: string;
  ipzsId: string;
  no: number;
  decision: Generated<string>;
  kind: string;
  way: string | null;
  amountGrosze: number;
  settledOn: PlainDate;
  leavesRefund: boolean;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitDebtWithdrawalTable = {
  organisationId: string;
  settlementId: string;
  sealed: Buffer;
  withdrawnBy: string;
  recordedAt: Generated<string>;
};

export type BenefitDeductionTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  month: PlainDate;
  no: number;
  amountGrosze: number;
  sealed: Buffer;
  writtenBy: string;
  recordedAt: Generated<string>;
};

export type BenefitListTable = {
  organisationId: string;
  id: string;
  unitId: string;
  month: PlainDate;
  no: number;
  people: number;
  benefitGrosze: number;
  bonusGrosze: number;
  deductedGrosze: number;
  payGrosze: number;
  contributionsGrosze: number;
  contentHash: string;
  sealed: Buffer;
  preparedBy: string;
  preparedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type BenefitListDecisionTable = {
  organisationId: string;
  listId: string;
  unitId: string;
  month: PlainDate;
  preparedBy: string;
  decision: string;
  decidedBy: string;
  decidedOn: PlainDate;
  sealed: Buffer | null;
  recordedAt: Generated<string>;
};

export type BenefitListPersonTable = {
  organisationId: string;
  listId: string;
  ipzsId: string;
  personId: string;
  no: number;
  benefitGrosze: number;
  raisedGrosze: number;
  loweredGrosze: number;
  carriedInGrosze: number;
  recoveredGrosze: number;
  carriedOutGrosze: number;
  bonusGrosze: number;
  deductedGrosze: number;
  payGrosze: number;
  way: string;
  sealed: Buffer;
};

export type BenefitPayerTable = {
  organisationId: string;
  id: string;
  unitId: string;
  no: number;
  format: string;
  letters: string;
  sealed: Buffer;
  setBy: string;
  recordedAt: Generated<string>;
};

export type BenefitPaymentTable = {
  organisationId: string;
  listId: string;
  decision: Generated<string>;
  paidOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitRatesTable = {
  organisationId: string;
  id: string;
  no: number;
  validFrom: PlainDate;
  sealed: Buffer;
  setBy: string;
  recordedAt: Generated<string>;
};

export type BenefitRefundTable = {
  organisationId: string;
  id: string;
  listId: string;
  no: number;
  number: string;
  askedOn: PlainDate;
  benefitGrosze: number;
  contributionsGrosze: number;
  sealed: Buffer;
  askedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitRefundChangeTable = {
  organisationId: string;
  refundId: string;
  listId: string;
  ipzsId: string;
  changeGrosze: number;
  kind: Generated<string>;
};

export type BenefitRefundReceiptTable = {
  organisationId: string;
  refundId: string;
  receivedOn: PlainDate;
  amountGrosze: number;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitRepaymentTable = {
  organisationId: string;
  returnId: string;
  repaidOn: PlainDate;
  way: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitReturnTable = {
  organisationId: string;
  id: string;
  listId: string;
  ipzsId: string;
  no: number;
  returnedOn: PlainDate;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type BenefitWayTable = {
  organisationId: string;
  id: string;
  personId: string;
  no: number;
  way: string;
  sealed: Buffer | null;
  setBy: string;
  recordedAt: Generated<string>;
};

export type BookingTable = {
  organisationId: string;
  id: string;
  dutyId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  personId: string | null;
  movedFrom: string | null;
  bookedBy: string;
  bookedAt: Generated<string>;
};

export type BookingEndingTable = {
  organisationId: string;
  bookingId: string;
  outcome: string;
  endedBy: string;
  endedAt: Generated<string>;
};

export type BookingMarkTable = {
  organisationId: string;
  id: string;
  bookingId: string;
  outcome: string;
  markedBy: string;
  markedAt: Generated<string>;
};

export type BookingReminderTable = {
  organisationId: string;
  bookingId: string;
  channel: string;
  addressSealed: Buffer;
  askedBy: string;
  askedAt: Generated<string>;
};

export type BookingReminderReportTable = {
  organisationId: string;
  bookingId: string;
  outcome: string;
  reportedAt: Generated<string>;
};

export type BookingReminderTryTable = {
  organisationId: string;
  bookingId: string;
  triedAt: string;
  outcome: string;
  messageId: string | null;
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

export type CalendarFeedTable = {
  organisationId: string;
  id: string;
  accountId: string;
  addressHash: Buffer;
  withNames: boolean;
  openedAt: Generated<string>;
  endedAt: string | null;
  readAt: string | null;
};

export type CalendarGenerationTable = {
  organisationId: string;
  id: string;
  groupId: string;
  fromOn: PlainDate;
  orderGiven: Json;
  lost: Json;
  unplaced: Json;
  madeBy: string;
  madeAt: Generated<string>;
};

export type CandidateTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  no: number;
  source: string;
  appliedOn: PlainDate;
  importId: string | null;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateAdmissionTable = {
  organisationId: string;
  candidateId: string;
  personId: string;
  caseId: string;
  admittedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  sealed: Buffer | null;
};

export type CandidateCardTable = {
  organisationId: string;
  candidateId: string;
  recruitmentId: string;
  sealed: Buffer;
  peselIndex: Buffer | null;
  rowPrint: Buffer | null;
};

export type CandidateCardEditionTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  no: number;
  sealed: Buffer;
  source: string;
  appliedOn: PlainDate;
  replacedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateCarryTable = {
  organisationId: string;
  candidateId: string;
  toCandidateId: string;
  carriedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateDecisionTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  no: number;
  decision: string;
  rankingId: string;
  rank: number | null;
  decidedOn: PlainDate;
  decidedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateErasureTable = {
  organisationId: string;
  candidateId: string;
  erasedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type CandidateEvidenceTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  fact: string;
  source: string;
  seenOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateImportTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  source: string;
  sender: string;
  receivedOn: PlainDate;
  filePrint: Buffer;
  rowsRead: number;
  rowsTaken: number;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateInterviewTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  heldOn: PlainDate;
  minutes: number;
  interviewerId: string;
  points: number | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateLetterTable = {
  organisationId: string;
  id: string;
  batchId: string;
  recruitmentId: string;
  decisionId: string;
  candidateId: string;
  issuedOn: PlainDate;
  issuedBy: string;
  recordedAt: Generated<string>;
};

export type CandidatePointsTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  pointId: string;
  points: number;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateReturnTable = {
  organisationId: string;
  id: string;
  withdrawalId: string;
  returnedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateSignatureTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  recruitmentId: string;
  kind: string;
  no: number;
  signedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateSignatureReturnTable = {
  organisationId: string;
  id: string;
  signatureId: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CandidateTextTable = {
  organisationId: string;
  recordId: string;
  candidateId: string;
  sealed: Buffer;
};

export type CandidateWithdrawalTable = {
  organisationId: string;
  candidateId: string;
  withdrawnOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  id: string;
};

export type CardDrawTable = {
  organisationId: string;
  unitId: string;
  month: PlainDate;
  contactId: string;
  position: number;
  drawnBy: string | null;
  drawnAt: Generated<string>;
};

export type CardDrawRoundTable = {
  organisationId: string;
  unitId: string;
  month: PlainDate;
  seed: string;
  candidates: string[];
  drawnBy: string | null;
  drawnAt: Generated<string>;
};

export type CardReviewTable = {
  organisationId: string;
  contactId: string;
  quality: string;
  noteSealed: Buffer | null;
  reviewedBy: string;
  reviewedAt: Generated<string>;
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
  reasonSealed: Buffer | null;
};

export type CentreCertificateTable = {
  organisationId: string;
  id: string;
  ipzsId: string | null;
  stayId: string | null;
  no: number;
  number: string;
  issuedOn: PlainDate;
  validUntil: PlainDate | null;
  contractRealised: boolean | null;
  sealed: Buffer | null;
  reasonSealed: Buffer | null;
  issuedBy: string;
  recordedAt: Generated<string>;
};

export type CentreCertificateNumberTable = {
  organisationId: string;
  year: number;
  number: string;
  subjectId: string;
};

export type CentreEntryTable = {
  organisationId: string;
  id: string;
  personId: string;
  service: string;
  origin: string;
  applicantKind: string;
  appliedOn: PlainDate;
  consentOn: PlainDate | null;
  wordsSealed: Buffer;
  foundSealed: Buffer;
  toOrganisationId: string | null;
  referralId: string | null;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  consentProof: string | null;
  consentId: string | null;
};

export type CentreEntryStepTable = {
  organisationId: string;
  id: string;
  entryOrganisationId: string;
  entryId: string;
  no: number;
  act: string;
  state: string;
  doneOn: PlainDate;
  doneBy: string;
  opinion: string | null;
  interviewOn: PlainDate | null;
  issuer: string | null;
  referralNo: string | null;
  opsToldOn: PlainDate | null;
  communeAgreement: string | null;
  opsAgreedOn: PlainDate | null;
  wordsSealed: Buffer | null;
  takenAt: Generated<string>;
  commune: string | null;
  communePays: boolean | null;
  ground: string | null;
  contractNo: string | null;
};

export type CentrePlacesTable = {
  organisationId: string;
  id: string;
  unitId: string;
  validFrom: PlainDate;
  communes: string[];
  agreements: string[];
  places: number;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ChecklistNoteTable = {
  organisationId: string;
  id: string;
  personId: string;
  code: string;
  state: string;
  onDay: PlainDate;
  broughtBy: string;
  dueOn: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ClassClosureTable = {
  organisationId: string;
  id: string;
  unitId: string;
  fromOn: PlainDate;
  toOn: PlainDate;
  reason: string;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
};

export type ClassFeedTable = {
  organisationId: string;
  id: string;
  groupId: string | null;
  roomId: string | null;
  addressHash: Buffer;
  withNames: boolean;
  openedBy: string;
  openedAt: Generated<string>;
  endedAt: string | null;
  readAt: string | null;
};

export type ClassGroupTable = {
  organisationId: string;
  id: string;
  projectId: string;
  unitId: string;
  name: string;
  groupNo: number | null;
  template: string | null;
  startsOn: PlainDate;
  weeks: number;
  meetingsPerWeek: number;
  minutesPerMeeting: number;
  consultationsInside: Generated<boolean>;
  capacity: number;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type ClassGroupLeaderTable = {
  organisationId: string;
  id: string;
  groupId: string;
  accountId: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  givenBy: string;
};

export type ClassLeaderTable = {
  organisationId: string;
  id: string;
  accountId: string | null;
  unitId: string | null;
  name: string | null;
  kind: string;
  maxWeekMinutes: number | null;
  retiredOn: PlainDate | null;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  volunteerId: string | null;
};

export type ClassLeaderAwayTable = {
  organisationId: string;
  leaderId: string;
  no: number;
  fromOn: PlainDate;
  toOn: PlainDate;
};

export type ClassLeaderHoursTable = {
  organisationId: string;
  leaderId: string;
  no: number;
  weekday: number;
  fromMinute: number;
  toMinute: number;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

export type ClassProgrammeTable = {
  organisationId: string;
  id: string;
  unitId: string;
  month: PlainDate;
  no: number;
  classes: number;
  contentHash: string;
  sealed: Buffer;
  reasonSealed: Buffer | null;
  preparedBy: string;
  preparedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type ClassProgrammeDecisionTable = {
  organisationId: string;
  programmeId: string;
  decision: string;
  decidedBy: string;
  decidedOn: PlainDate;
  sealed: Buffer | null;
  recordedAt: Generated<string>;
};

export type ClassRoomTable = {
  organisationId: string;
  id: string;
  unitId: string;
  name: string;
  place: string | null;
  capacity: number;
  lender: string | null;
  retiredOn: PlainDate | null;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ClassRoomClosureTable = {
  organisationId: string;
  roomId: string;
  no: number;
  fromOn: PlainDate;
  toOn: PlainDate;
};

export type ClassRoomHoursTable = {
  organisationId: string;
  roomId: string;
  no: number;
  weekday: number;
  fromMinute: number;
  toMinute: number;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

export type ClassSessionTable = {
  organisationId: string;
  id: string;
  groupId: string;
  moduleId: string;
  generationId: string | null;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  leaderId: string | null;
  version: Generated<number>;
  roomId: string | null;
  guestId: string | null;
  leaderGivenBy: string | null;
};

export type ClassSessionCancellationTable = {
  organisationId: string;
  sessionId: string;
  reason: string;
  note: string | null;
  cancelledBy: string;
  cancelledAt: Generated<string>;
  id: Generated<string>;
  closureId: string | null;
  takenBackAt: string | null;
  takenBackBy: string | null;
};

export type ClassSessionMoveTable = {
  organisationId: string;
  id: string;
  sessionId: string;
  before: Json;
  reason: string | null;
  movedBy: string;
  movedAt: Generated<string>;
};

export type ClubEndingTable = {
  organisationId: string;
  stayId: string;
  endedOn: PlainDate;
  reason: string;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ClubProlongationTable = {
  organisationId: string;
  id: string;
  stayId: string;
  no: number;
  agreedOn: PlainDate;
  endsOn: PlainDate;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ClubStandardItemTable = {
  organisationId: string;
  reviewId: string;
  code: string;
  state: string;
  evidence: string;
  missing: string;
  dueOn: PlainDate | null;
};

export type ClubStandardReviewTable = {
  organisationId: string;
  id: string;
  unitId: string;
  reviewedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ClubStayTable = {
  organisationId: string;
  id: string;
  personId: string;
  unitId: string;
  entryOrganisationId: string;
  entryId: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CoachLogTable = {
  organisationId: string;
  id: string;
  personId: string | null;
  employerId: string | null;
  activity: string;
  doneOn: PlainDate;
  minutes: number;
  disclosureAgreed: Generated<boolean>;
  noteSealed: Buffer | null;
  nextOn: PlainDate | null;
  authorId: string;
  recordedAt: Generated<string>;
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

export type ConditionMetTable = {
  organisationId: string;
  conditionId: string;
  metOn: PlainDate;
  evidenceSealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ConflictTable = {
  organisationId: string;
  id: string;
  recordType: string;
  recordId: string;
  personId: string | null;
  field: string;
  base: number | null;
  mineSealed: Buffer;
  madeBy: string;
  madeAt: string;
  commandId: string;
  theirsSealed: Buffer;
  theirsBy: string | null;
  theirsAt: string | null;
  recordedAt: Generated<string>;
};

export type ConflictDecisionTable = {
  organisationId: string;
  conflictId: string;
  choice: string;
  decidedBy: string;
  decidedAt: Generated<string>;
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
  textId: string | null;
  signedBy: Generated<string[]>;
};

export type ConsentPageTable = {
  organisationId: string;
  consentId: string;
  fileId: string;
  addedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ConsentTextTable = {
  organisationId: string;
  id: string;
  kind: string;
  version: string;
  body: string;
  validFrom: PlainDate;
  recordedAt: Generated<string>;
  recordedBy: string;
};

export type ConsultantAbsenceTable = {
  organisationId: string;
  id: string;
  consultantId: string;
  fromOn: PlainDate;
  toOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ConsultantAbsenceWithdrawalTable = {
  organisationId: string;
  absenceId: string;
  heldFrom: PlainDate;
  withdrawnBy: string;
  withdrawnAt: Generated<string>;
};

export type ConsultantDutyTable = {
  organisationId: string;
  id: string;
  unitId: string;
  consultantId: string;
  role: string;
  place: string;
  everyWeeks: number;
  weekday: number;
  startsAt: string;
  endsAt: string;
  slotMinutes: number;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ConsultantDutyEndingTable = {
  organisationId: string;
  dutyId: string;
  lastOn: PlainDate;
  endedBy: string;
  endedAt: Generated<string>;
};

export type ConsultantDutySettlementTable = {
  organisationId: string;
  id: string;
  dutyId: string;
  day: PlainDate;
  heldMinutes: number;
  settledBy: string;
  settledAt: Generated<string>;
  reason: string | null;
};

export type ConsultantHourLimitTable = {
  organisationId: string;
  id: string;
  consultantId: string;
  fromMonth: PlainDate;
  minutes: number | null;
  setBy: string;
  setAt: Generated<string>;
};

export type ConsultantWorkSettlementTable = {
  organisationId: string;
  id: string;
  consultantId: string;
  source: string;
  sourceId: string;
  day: PlainDate;
  kind: string | null;
  proposedMinutes: number;
  settledMinutes: number;
  reason: string | null;
  settledBy: string;
  settledAt: Generated<string>;
};

export type ContactAidTable = {
  organisationId: string;
  contactId: string;
  item: string;
  quantity: number;
};

export type ContactCardTable = {
  organisationId: string;
  id: string;
  unitId: string;
  shiftId: string | null;
  personId: string | null;
  anonymity: string;
  contactAt: string;
  receivedAt: Generated<string>;
  deviceAt: string | null;
  siteId: string | null;
  placeText: string | null;
  lat: ColumnType<string | null, string | number | null, string | number | null>;
  lon: ColumnType<string | null, string | number | null, string | number | null>;
  sex: string;
  ageBand: string;
  notSeenBefore: Generated<boolean>;
  groupSize: number | null;
  accompaniedBy: Generated<string[]>;
  howFound: string | null;
  sleepingPlace: string | null;
  homelessFor: string | null;
  supportsUsed: Generated<string[]>;
  needs: Generated<string[]>;
  documents: Generated<string[]>;
  safetyRisks: Generated<string[]>;
  actions: string[];
  infoTopics: Generated<string[]>;
  notice: string | null;
  attitude: string | null;
  motivationStage: string | null;
  relationEnd: string | null;
  accompaniment: string | null;
  accompanimentHours: ColumnType<string | null, string | number | null, string | number | null>;
  identityRevealed: Generated<boolean>;
  previousId: string | null;
  previousStepOutcome: string | null;
  stepDueOn: PlainDate | null;
  nextContactOn: PlainDate | null;
  nextContactSiteId: string | null;
  healthSealed: Buffer | null;
  stepSealed: Buffer | null;
  noteSealed: Buffer | null;
  correctsId: string | null;
  correctionReasonSealed: Buffer | null;
  recordedBy: string;
  groupId: string | null;
};

export type ContactWorkerTable = {
  organisationId: string;
  contactId: string;
  accountId: string;
};

export type ContractAnnexTable = {
  organisationId: string;
  id: string;
  contractId: string;
  annexNo: number;
  agreedOn: PlainDate;
  what: Buffer;
  fileId: string | null;
  fileSha256: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  evaluationId: string | null;
};

export type ContractAnnexOutcomeTable = {
  organisationId: string;
  annexId: string;
  outcome: string;
  onDay: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractAnnexSignatureTable = {
  organisationId: string;
  id: string;
  annexId: string;
  signedAs: string;
  name: string;
  signedOn: PlainDate;
  method: string;
  sha256: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractConsultationTable = {
  organisationId: string;
  id: string;
  contractId: string;
  centre: string | null;
  commune: string | null;
  consultedOn: PlainDate | null;
  reference: string | null;
  reason: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractConsultationRequestTable = {
  organisationId: string;
  id: string;
  contractId: string;
  centre: string;
  commune: string;
  askedOn: PlainDate;
  channel: string;
  answerBy: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractContactTable = {
  organisationId: string;
  contractId: string;
  side: string;
  phone: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractDocumentTable = {
  organisationId: string;
  contractId: string;
  kind: string;
  sha256: Buffer;
  content: Buffer | null;
  fileId: string | null;
  frozenAt: Generated<string>;
  frozenBy: string;
};

export type ContractDutyTable = {
  organisationId: string;
  id: string;
  contractId: string;
  side: string;
  what: Buffer;
  dueOn: PlainDate | null;
  annexId: string | null;
  changedIn: number;
  sphere: string | null;
};

export type ContractDutyEndTable = {
  organisationId: string;
  annexId: string;
  dutyId: string;
  replacedBy: string | null;
};

export type ContractEvaluationTable = {
  organisationId: string;
  id: string;
  contractId: string;
  heldOn: PlainDate;
  personSaid: Buffer | null;
  conclusion: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
  change: Buffer | null;
};

export type ContractEvaluationDateTable = {
  organisationId: string;
  contractId: string;
  dueOn: PlainDate;
  annexId: string | null;
};

export type ContractEvaluationResultTable = {
  organisationId: string;
  evaluationId: string;
  dutyId: string;
  result: string;
};

export type ContractGoalTable = {
  organisationId: string;
  id: string;
  contractId: string;
  rank: string;
  what: Buffer;
  effect: Buffer | null;
  changedIn: number;
};

export type ContractNumberTable = {
  organisationId: string;
  year: number;
  lastNo: number;
};

export type ContractPartyTable = {
  organisationId: string;
  contractId: string;
  side: string;
  name: string;
  actsAs: string | null;
  representedBy: string | null;
  representation: string | null;
  personId: string | null;
};

export type ContractSignatureTable = {
  organisationId: string;
  id: string;
  contractId: string;
  side: string;
  signedAs: string;
  name: string;
  signedOn: PlainDate;
  method: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ContractStepTable = {
  organisationId: string;
  contractId: string;
  stepNo: number;
  fromState: string | null;
  toState: string;
  act: string;
  onDay: PlainDate;
  byId: string;
  recordedAt: Generated<string>;
};

export type ContractTerminationTable = {
  organisationId: string;
  contractId: string;
  endedOn: PlainDate;
  reason: string;
  heardOn: PlainDate | null;
  note: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type CounsellingNoteTable = {
  organisationId: string;
  id: string;
  personId: string | null;
  bookingId: string | null;
  authorId: string;
  kind: string;
  channel: string;
  day: PlainDate;
  startsAt: string;
  endsAt: string;
  nextOn: PlainDate | null;
  confirmation: string;
  secret: boolean;
  keyId: string;
  sharedSealed: Buffer;
  contentSealed: Buffer | null;
  mendsId: string | null;
  writtenAt: Generated<string>;
};

export type CountingAttendanceTable = {
  organisationId: string | null;
  sessionId: string | null;
  personId: string | null;
  id: string | null;
  status: string | null;
  minutesLate: number | null;
  minutesLeftEarly: number | null;
  correctionId: string | null;
  markedBy: string | null;
  recordedAt: string | null;
  occurredAt: string | null;
};

export type CourseTable = {
  organisationId: string;
  id: string;
  unitId: string;
  projectId: string | null;
  moduleId: string | null;
  name: string;
  kind: string;
  provider: string;
  edition: string;
  programmeMinutes: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
  withExam: boolean;
  qualification: boolean;
  costGrosze: number | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type CourseCertificateTable = {
  organisationId: string;
  id: string;
  participantId: string;
  no: number;
  number: string;
  issuedOn: PlainDate;
  attendedMinutes: number;
  ofMinutes: number;
  reasonSealed: Buffer | null;
  issuedBy: string;
  recordedAt: Generated<string>;
  printedSealed: Buffer | null;
};

export type CourseLeavingTable = {
  organisationId: string;
  participantId: string;
  leftOn: PlainDate;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  id: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type CourseParticipantTable = {
  organisationId: string;
  id: string;
  courseId: string;
  personId: string;
  basis: string;
  planId: string | null;
  lacksDocument: boolean;
  joinedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type CourseReceiptTable = {
  organisationId: string;
  id: string;
  participantId: string;
  item: string;
  receivedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type CourseResultTable = {
  organisationId: string;
  id: string;
  participantId: string;
  no: number;
  attendedMinutes: number | null;
  examOn: PlainDate | null;
  examPassed: boolean | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type DeclarationPlaceTable = {
  organisationId: string;
  declarationId: string;
  placeNo: number;
  personsCount: number;
  evidenceId: string;
  personId: string;
  takenAt: Generated<string>;
};

export type DemoWorldTable = {
  loadedOn: PlainDate;
  version: number;
};

export type DeviceTable = {
  organisationId: string;
  id: string;
  accountId: string;
  name: string;
  signingKey: Buffer;
  shareSealed: Buffer;
  enrolledAt: Generated<string>;
  seenAt: Generated<string>;
  pulledAt: string | null;
  leaseUntil: string;
  answerNo: Generated<number>;
  clockOffsetMs: number | null;
};

export type DeviceEntryTable = {
  organisationId: string;
  id: string;
  deviceId: string;
  authorId: string;
  unitIds: Generated<string[]>;
  seq: number;
  type: string;
  v: number;
  entryHash: Buffer;
  saidAt: string;
  deviceAt: string;
  receivedAt: Generated<string>;
  broughtBy: string | null;
  outcome: string;
  code: string | null;
  version: number | null;
  conflictId: string | null;
  sealed: Buffer | null;
};

export type DeviceEntryDecisionTable = {
  organisationId: string;
  entryId: string;
  decision: string;
  heldFor: string;
  reasonSealed: Buffer | null;
  decidedBy: string;
  decidedAt: Generated<string>;
};

export type DeviceHoldingTable = {
  organisationId: string;
  deviceId: string;
  kind: string;
  recordId: string;
  personId: string | null;
  bodyHash: Buffer | null;
  answerNo: number;
  heldSince: Generated<string>;
  goneAt: string | null;
};

export type DeviceRevocationTable = {
  organisationId: string;
  deviceId: string;
  reason: string;
  revokedBy: string | null;
  revokedAt: Generated<string>;
  toldAt: string | null;
};

export type DeviceTokenTable = {
  organisationId: string;
  tokenHash: Buffer;
  deviceId: string;
  expiresAt: string;
};

export type DiagnosedNeedTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  sphere: string;
  foundOn: PlainDate;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type DiagnosedNeedCorrectionTable = {
  organisationId: string;
  id: string;
  needId: string;
  no: number;
  sphere: string;
  foundOn: PlainDate;
  sealed: Buffer;
  correctedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type DiagnosedNeedEndingTable = {
  organisationId: string;
  needId: string;
  outcome: string;
  endedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type DocumentToSignTable = {
  organisationId: string;
  id: string;
  subjectType: string;
  subjectId: string;
  fileId: string;
  sha256: Buffer;
  wordsSha256: Buffer;
  issuedBy: string;
  issuedAt: Generated<string>;
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

export type EmployerTable = {
  organisationId: string;
  id: string;
  name: string;
  nip: string | null;
  regon: string | null;
  address: string | null;
  size: string | null;
  contactPerson: string | null;
  contactPhone: string | null;
  workplace: string | null;
  conditions: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type EmployerDeclarationTable = {
  organisationId: string;
  id: string;
  employerId: string;
  signedBy: string | null;
  signedOn: PlainDate;
  personsCount: number;
  positions: string | null;
  workingTimeFraction: ColumnType<string | null, string | number | null, string | number | null>;
  weeklyHours: ColumnType<string | null, string | number | null, string | number | null>;
  durationMonths: number | null;
  durationUntil: PlainDate | null;
  indefinite: Generated<boolean>;
  contractForm: string | null;
  conditions: string | null;
  fileId: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type EmploymentCheckTable = {
  organisationId: string;
  id: string;
  placementId: string;
  personId: string;
  months: number;
  checkedOn: PlainDate;
  status: string;
  contractForm: string | null;
  wageAtLeastMinimum: boolean | null;
  checkedBy: string;
  recordedAt: Generated<string>;
};

export type EnrolmentTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  projectId: string;
  startedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type EnrolmentCheckTable = {
  organisationId: string;
  enrolmentId: string;
  projectId: string;
  criteriaNo: number;
  outcome: string;
  sealed: Buffer;
  checkedBy: string;
  recordedAt: Generated<string>;
};

export type EnrolmentEndingTable = {
  organisationId: string;
  enrolmentId: string;
  endedOn: PlainDate;
  reason: string;
  accordingToPath: boolean;
  note: Buffer | null;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type EnrolmentExceptionTable = {
  organisationId: string;
  enrolmentId: string;
  projectId: string;
  conditions: string[];
  sealed: Buffer;
  decidedBy: string;
  recordedAt: Generated<string>;
};

export type EnrolmentPeriodTable = {
  organisationId: string | null;
  id: string | null;
  personId: string | null;
  caseId: string | null;
  projectId: string | null;
  startedOn: PlainDate | null;
  endedOn: PlainDate | null;
  reason: string | null;
  accordingToPath: boolean | null;
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

export type ExperienceProfileTable = {
  organisationId: string;
  id: string;
  personId: string;
  recordedBy: string;
  version: Generated<number>;
  recordedAt: Generated<string>;
};

export type ExperienceProfileAcceptanceTable = {
  organisationId: string;
  id: string;
  profileId: string;
  no: number;
  outcome: string;
  way: string;
  givenOn: PlainDate;
  wordsSealed: Buffer | null;
  fileId: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ExperienceProfilePartTable = {
  organisationId: string;
  profileId: string;
  no: number;
  sensitivity: string;
  sealed: Buffer;
};

export type ExperienceProfileVersionTable = {
  organisationId: string;
  profileId: string;
  no: number;
  caseId: string;
  occasion: string;
  madeOn: PlainDate;
  madeBy: string;
  recordedAt: Generated<string>;
};

export type FacilityTable = {
  organisationId: string;
  id: string;
  unitId: string;
  name: string;
  facilityType: string;
  area: string;
  places: number;
  emergencyPlaces: Generated<number>;
  phone: string | null;
  openFrom: string | null;
  closedOn: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type FacilityCountTable = {
  organisationId: string;
  id: string;
  facilityId: string;
  free: number;
  emergencyFree: Generated<number>;
  countedAt: string;
  countedBy: string;
  recordedAt: Generated<string>;
};

export type FacilityReservationTable = {
  organisationId: string;
  id: string;
  facilityId: string;
  reservedAt: string;
  untilAt: string;
  reservedBy: string;
  recordedAt: Generated<string>;
};

export type FacilityReservationEndingTable = {
  organisationId: string;
  reservationId: string;
  outcome: string;
  endedAt: string;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type GateDecisionTable = {
  organisationId: string;
  id: string;
  caseId: string;
  verdict: string;
  basis: Json;
  decidedBy: string;
  decidedAt: Generated<string>;
};

export type GatheringTable = {
  organisationId: string;
  id: string;
  unitId: string;
  kind: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  lead: string;
  leaderName: string;
  volunteerId: string | null;
  place: string;
  partner: string;
  sealed: Buffer;
  costGrosze: number | null;
  namesAgreed: boolean;
  counted: number;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
  roomId: string | null;
};

export type GatheringParticipantTable = {
  organisationId: string;
  gatheringId: string;
  personId: string;
  helpedMinutes: number | null;
};

export type GatheringWithdrawalTable = {
  organisationId: string;
  gatheringId: string;
  withdrawnBy: string;
  withdrawnAt: Generated<string>;
};

export type GroupMeetingTable = {
  organisationId: string;
  groupId: string;
  no: number;
  weekday: number;
  fromMinute: number;
  toMinute: number;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

export type GroupMemberTable = {
  organisationId: string;
  id: string;
  groupId: string;
  enrolmentId: string;
  personId: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type GroupMembershipTable = {
  organisationId: string | null;
  id: string | null;
  groupId: string | null;
  enrolmentId: string | null;
  personId: string | null;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

export type HeldSessionTable = {
  organisationId: string | null;
  id: string | null;
  groupId: string | null;
  moduleId: string | null;
  day: PlainDate | null;
  startsAt: string | null;
  minutes: number | null;
  room: string | null;
  leaderId: string | null;
  generationId: string | null;
  version: number | null;
  moduleCode: string | null;
  moduleName: string | null;
  moduleForm: string | null;
  roomId: string | null;
  guestId: string | null;
  leaderGivenBy: string | null;
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

export type ImportMappingTable = {
  organisationId: string;
  senderKey: string;
  headings: Buffer;
  mapping: Json;
  words: Json;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type InfoCardTable = {
  organisationId: string;
  kind: string;
  language: string;
  title: string;
  body: string;
  checkedOn: PlainDate;
  savedBy: string;
  savedAt: Generated<string>;
  version: Generated<number>;
};

export type InterviewTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string | null;
  triggerOn: PlainDate;
  urgency: string;
  dueOn: PlainDate;
  socialWorkerId: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type InterviewAppointmentTable = {
  organisationId: string;
  id: string;
  candidateId: string;
  minutes: number;
  planId: string;
  movedFrom: string | null;
};

export type InterviewCorrectionTable = {
  organisationId: string;
  id: string;
  interviewId: string;
  no: number;
  withdrawn: boolean;
  triggerOn: PlainDate;
  urgency: string;
  dueOn: PlainDate;
  socialWorkerId: string;
  heldOn: PlainDate | null;
  refused: boolean | null;
  setting: string | null;
  secondWorkerId: string | null;
  policeAssist: boolean | null;
  parts: string[] | null;
  externalNo: string | null;
  updateDueOn: PlainDate | null;
  sealed: Buffer;
  correctedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  scanFileId: string | null;
};

export type InterviewMarkTable = {
  organisationId: string;
  id: string;
  appointmentId: string;
  outcome: string;
  markedBy: string;
  markedAt: Generated<string>;
};

export type InterviewNowTable = {
  organisationId: string | null;
  id: string | null;
  personId: string | null;
  caseId: string | null;
  withdrawn: boolean | null;
  triggerOn: PlainDate | null;
  urgency: string | null;
  dueOn: PlainDate | null;
  socialWorkerId: string | null;
  heldOn: PlainDate | null;
  refused: boolean | null;
  setting: string | null;
  externalNo: string | null;
  updateDueOn: PlainDate | null;
};

export type InterviewResultTable = {
  organisationId: string;
  interviewId: string;
  heldOn: PlainDate;
  refused: boolean;
  setting: string;
  secondWorkerId: string | null;
  policeAssist: boolean;
  parts: string[];
  wordsSealed: Buffer;
  externalNo: string | null;
  updateDueOn: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  scanFileId: string | null;
};

export type InvitationTable = {
  organisationId: string;
  id: string;
  login: string;
  displayName: string;
  jobTitle: string | null;
  email: string | null;
  roles: string[];
  unitIds: string[];
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  linkHash: Buffer;
  expiresAt: string;
  invitedBy: string;
  invitedAt: Generated<string>;
  withdrawnAt: string | null;
  acceptedAt: string | null;
  accountId: string | null;
};

export type IpzsTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  preparedBy: string;
  referralId: string | null;
  trialFrom: PlainDate | null;
  participationTo: PlainDate | null;
  weeklyHours: ColumnType<string | null, string | number | null, string | number | null>;
  sealed: Buffer;
  version: Generated<number>;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
  begunOn: PlainDate;
  recordedAt: Generated<string>;
};

export type IpzsDayOffTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  day: PlainDate;
  askedOn: PlainDate;
  writtenBy: string;
  recordedAt: Generated<string>;
};

export type IpzsDayOffAnswerTable = {
  organisationId: string;
  dayOffId: string;
  no: number;
  answer: string;
  sealed: Buffer | null;
  answeredOn: PlainDate;
  answeredBy: string;
  recordedAt: Generated<string>;
};

export type IpzsEndingTable = {
  organisationId: string;
  ipzsId: string;
  stepNo: number;
  reason: string;
  endedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type IpzsExtensionTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  askedBy: string;
  askedOn: PlainDate;
  months: number;
  sealed: Buffer;
  writtenBy: string;
  recordedAt: Generated<string>;
};

export type IpzsExtensionDecisionTable = {
  organisationId: string;
  extensionId: string;
  ipzsId: string;
  stepNo: number;
  months: number | null;
  decidedOn: PlainDate;
  decidedBy: string;
  recordedAt: Generated<string>;
};

export type IpzsJobTable = {
  organisationId: string;
  ipzsId: string;
  stepNo: number;
  takenOn: PlainDate;
  until: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type IpzsProvisionTable = {
  organisationId: string;
  id: string;
  ipzsId: string;
  kind: string;
  givenOn: PlainDate;
  until: PlainDate | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type IpzsStepTable = {
  organisationId: string;
  ipzsId: string;
  no: number;
  act: string;
  state: string;
  actedOn: PlainDate;
  sealed: Buffer | null;
  doneBy: string;
  recordedAt: Generated<string>;
};

export type IpzsVersionTable = {
  organisationId: string;
  ipzsId: string;
  no: number;
  askedBy: string | null;
  signedOn: PlainDate;
  sealed: Buffer;
  madeBy: string;
  madeOn: PlainDate;
  recordedAt: Generated<string>;
};

export type LegalParameterTable = {
  code: string;
  validFrom: PlainDate;
  value: Decimal;
  unit: string;
  source: string;
  verified: boolean;
  note: string | null;
};

export type LiveShareTable = {
  organisationId: string | null;
  id: string | null;
  toOrganisationId: string | null;
  personId: string | null;
  rootId: string | null;
  protectedWhereabouts: boolean | null;
  legalBasis: string | null;
  purpose: string | null;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
  givenAt: string | null;
  sections: string[] | null;
};

export type LockedRegisterMonthTable = {
  organisationId: string | null;
  id: string | null;
  unitId: string | null;
  month: PlainDate | null;
  no: number | null;
  lockedBy: string | null;
  lockedAt: string | null;
};

export type MemberStandingTable = {
  organisationId: string;
  accountId: string;
  since: string;
  roles: string[];
  units: string[];
};

export type MembershipTable = {
  organisationId: string;
  accountId: string;
  displayName: string;
  jobTitle: string | null;
  email: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  endedAt: string | null;
  heldAt: string | null;
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

export type ModuleLeaderTable = {
  organisationId: string;
  moduleId: string;
  leaderId: string;
};

export type ModuleRoomTable = {
  organisationId: string;
  moduleId: string;
  roomId: string;
};

export type NameTokenTable = {
  organisationId: string;
  token: string;
};

export type NamedClassLeaderTable = {
  organisationId: string | null;
  id: string | null;
  unitId: string | null;
  accountId: string | null;
  volunteerId: string | null;
  kind: string | null;
  retiredOn: PlainDate | null;
  name: string | null;
};

export type NeedServiceTable = {
  organisationId: string;
  id: string;
  needId: string;
  form: string;
  since: PlainDate;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type NeedServiceEndingTable = {
  organisationId: string;
  serviceId: string;
  endedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type NeedsStatementTable = {
  organisationId: string;
  id: string;
  unitId: string;
  projectId: string | null;
  title: string;
  content: Json;
  recordedBy: string;
  recordedAt: Generated<string>;
  changedAt: Generated<string>;
  version: Generated<number>;
};

export type NeedsStatementSentTable = {
  organisationId: string;
  id: string;
  statementId: string;
  versionNo: number;
  sentTo: string;
  correctionReason: string;
  content: string;
  contentHash: string;
  sentOn: PlainDate;
  sentBy: string;
  recordedAt: Generated<string>;
};

export type NoteSubstituteTable = {
  organisationId: string;
  id: string;
  authorId: string;
  substituteId: string;
  reason: string;
  validFrom: PlainDate;
  validUntil: PlainDate;
  namedBy: string;
  namedAt: Generated<string>;
  confirmedBy: string | null;
  confirmedAt: string | null;
};

export type NoteSubstituteEndingTable = {
  organisationId: string;
  substituteRowId: string;
  endedBy: string;
  endedAt: Generated<string>;
};

export type NotificationTable = {
  organisationId: string;
  id: string;
  unitId: string;
  source: string;
  service: string;
  reportedBy: string | null;
  linkId: string | null;
  about: string;
  area: string;
  seenAt: string;
  people: number | null;
  urgency: string;
  saidSealed: Buffer;
  receivedAt: Generated<string>;
  dueOn: PlainDate;
};

export type NotificationAcceptanceTable = {
  organisationId: string;
  notificationId: string;
  acceptedBy: string;
  acceptedAt: string;
  recordedAt: Generated<string>;
};

export type NotificationAnswerTable = {
  organisationId: string;
  id: string;
  notificationId: string;
  outcome: string;
  contactId: string | null;
  answeredAt: string;
  answeredBy: string;
  recordedAt: Generated<string>;
};

export type NotificationModerationTable = {
  organisationId: string;
  notificationId: string;
  verdict: string;
  moderatedBy: string;
  moderatedAt: Generated<string>;
};

export type OfferVisitTable = {
  organisationId: string;
  id: string;
  unitId: string;
  day: PlainDate;
  service: string;
  personId: string | null;
  people: number;
  minutes: number | null;
  sessionId: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type OpenCaseTable = {
  organisationId: string;
  personId: string;
  unitId: string;
  caseId: string;
};

export type OpenEnrolmentTable = {
  organisationId: string;
  personId: string;
  projectId: string;
  enrolmentId: string;
};

export type OpenReferralTable = {
  organisationId: string | null;
  id: string | null;
  sections: string[] | null;
};

export type OrganisationTable = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  nip: string | null;
  address: string | null;
  letterhead: string | null;
  secondFactorRoles: Generated<string[]>;
  createdAt: Generated<string>;
  letterheadNote: string | null;
  logoFileId: string | null;
  letterheadVersion: Generated<number>;
  letterheadChangedIn: ColumnType<JsonValue, string | undefined, string>;
};

export type OrganisationKeyTable = {
  organisationId: string;
  fingerprint: string;
  madeAt: Generated<string>;
};

export type OrganisationParameterTable = {
  organisationId: string;
  code: string;
  validFrom: PlainDate;
  value: Decimal;
  unit: string;
  source: string;
  verified: Generated<boolean>;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type OutcomeEvidenceTable = {
  organisationId: string;
  id: string;
  personId: string;
  projectId: string;
  dimension: string;
  outcomeType: string;
  occurredOn: PlainDate;
  observedOn: PlainDate;
  evidenceKind: string | null;
  fileId: string | null;
  declarationId: string | null;
  placementId: string | null;
  measureBefore: ColumnType<string | null, string | number | null, string | number | null>;
  measureAfter: ColumnType<string | null, string | number | null, string | number | null>;
  specialistId: string | null;
  assessorId: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type OutcomeStateTable = {
  organisationId: string | null;
  id: string | null;
  projectId: string | null;
  personId: string | null;
  dimension: string | null;
  outcomeType: string | null;
  occurredOn: PlainDate | null;
  evidenceKind: string | null;
  assessorId: string | null;
  recordedAt: string | null;
  status: string | null;
  verifierId: string | null;
  decidedAt: string | null;
};

export type OutcomeVerificationTable = {
  organisationId: string;
  evidenceId: string;
  assessorId: string;
  verifierId: string;
  verdict: string;
  reason: string | null;
  decidedAt: Generated<string>;
};

export type OutreachIncidentTable = {
  organisationId: string;
  id: string;
  unitId: string;
  shiftId: string | null;
  siteId: string | null;
  happenedAt: string;
  kind: string;
  injured: boolean;
  reportedTo: string[];
  noteSealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachInterventionTable = {
  organisationId: string;
  id: string;
  unitId: string;
  shiftId: string | null;
  siteId: string | null;
  personId: string | null;
  services: string[];
  calledAt: string;
  arrivedAt: string | null;
  endedAt: string | null;
  detailSealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachRelationEndingTable = {
  organisationId: string;
  id: string;
  unitId: string;
  personId: string;
  reason: string;
  endedOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachRouteTable = {
  organisationId: string;
  id: string;
  unitId: string;
  name: string;
  weekday: number | null;
  startsAt: string | null;
  endsAt: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type OutreachRouteEndingTable = {
  organisationId: string;
  routeId: string;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachRouteStopTable = {
  organisationId: string;
  routeId: string;
  position: number;
  siteId: string;
};

export type OutreachShiftTable = {
  organisationId: string;
  id: string;
  unitId: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  startedAt: string;
  lowestCelsius: number | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  routeId: string | null;
};

export type OutreachShiftEndingTable = {
  organisationId: string;
  shiftId: string;
  endedAt: string;
  reflectionsSealed: Buffer | null;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachShiftMemberTable = {
  organisationId: string;
  shiftId: string;
  accountId: string;
};

export type OutreachSiteTable = {
  organisationId: string;
  id: string;
  unitId: string;
  name: string;
  siteType: string;
  area: string;
  exactSealed: Buffer | null;
  hazards: Generated<string[]>;
  entryRule: Generated<string>;
  facilitiesNearby: string | null;
  status: Generated<string>;
  statusSince: PlainDate;
  visitEveryDays: number | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
  changedBy: ColumnType<JsonValue, string | undefined, string>;
};

export type OutreachSitePhotoTable = {
  organisationId: string;
  id: string;
  siteId: string;
  takenAt: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type OutreachSiteVisitTable = {
  organisationId: string;
  id: string;
  siteId: string;
  shiftId: string | null;
  visitedAt: string;
  people: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  leftAt: string | null;
  men: number | null;
  women: number | null;
  children: number | null;
};

export type PaperEditionTable = {
  organisationId: string;
  id: string;
  subjectType: string;
  subjectId: string;
  no: number;
  sha256: Buffer;
  content: Buffer;
  frozenBy: string;
  frozenAt: Generated<string>;
  parties: Generated<string[]>;
};

export type PaperEditionEndTable = {
  organisationId: string;
  editionId: string;
  endedBy: string;
  endedAt: Generated<string>;
};

export type PaperSignatureTable = {
  organisationId: string;
  id: string;
  editionId: string;
  party: string;
  name: Buffer;
  signedOn: PlainDate;
  method: string;
  recordedBy: string;
  recordedAt: Generated<string>;
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

export type PartnershipJoiningTable = {
  organisationId: string;
  partnershipOrganisationId: string;
  partnershipId: string;
  joinedAt: Generated<string>;
  joinedBy: string;
  leftAt: string | null;
};

export type PartnershipMemberTable = {
  organisationId: string;
  partnershipId: string;
  memberOrganisationId: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

export type PartnershipStandingTable = {
  organisationId: string | null;
  id: string | null;
  memberId: string | null;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

export type PasskeyTable = {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
};

export type PasskeyChallengeTable = {
  challenge: string;
  accountId: string | null;
  expiresAt: string;
};

export type PathMeasureTable = {
  organisationId: string;
  id: string;
  annexId: string;
  seq: GeneratedAlways<number>;
  moment: string;
  measuredOn: PlainDate;
  measuredBy: string;
  sealed: Buffer;
  correctsId: string | null;
  recordedAt: Generated<string>;
};

export type PathOutcomeOfferTable = {
  organisationId: string;
  evidenceId: string;
  annexId: string;
  afterId: string;
  competence: string;
  offeredBy: string;
  offeredOn: PlainDate;
  recordedAt: Generated<string>;
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
  emergencyPhone: string | null;
  emergencyRelation: string | null;
  emergencyTold: Generated<boolean>;
  changedBy: ColumnType<JsonValue, string | undefined, string>;
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
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  correctsId: string | null;
  specialSealed: Buffer | null;
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
  act: Generated<string>;
  undoesId: string | null;
};

export type PersonTokenTable = {
  organisationId: string;
  token: string;
  rootId: string;
  personId: string;
  kind: string;
};

export type PersonUnitTable = {
  organisationId: string;
  personId: string;
  unitId: string;
  since: PlainDate;
};

export type PhoneWorkTable = {
  organisationId: string;
  id: string;
  allowed: boolean;
  setBy: string;
  setAt: Generated<string>;
};

export type PlacementTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string | null;
  employerId: string;
  kind: string;
  legalBasis: string | null;
  agreementNo: string | null;
  agreementOn: PlainDate | null;
  financing: string | null;
  startsOn: PlainDate;
  untilOn: PlainDate;
  shorterReason: string | null;
  weeklyHours: ColumnType<string | null, string | number | null, string | number | null>;
  programme: string | null;
  mentor: string | null;
  coachId: string | null;
  medicalExamOn: PlainDate | null;
  medicalExamUntil: PlainDate | null;
  safetyTrainingOn: PlainDate | null;
  insuredFrom: PlainDate | null;
  disclosureAgreed: Generated<boolean>;
  disclosureSealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type PlacementEndingTable = {
  organisationId: string;
  placementId: string;
  endedOn: PlainDate;
  result: string;
  reason: string | null;
  opinionSealed: Buffer | null;
  endedBy: string;
  recordedAt: Generated<string>;
};

export type PlacementStartTable = {
  organisationId: string;
  placementId: string;
  startedOn: PlainDate;
  startedBy: string;
  recordedAt: Generated<string>;
};

export type PlanTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  kind: string;
  preparedBy: string;
  preparedSide: string;
  implementer: string;
  startOn: PlainDate;
  endOn: PlainDate | null;
  beyondShelterMeans: boolean;
  healthInsuranceNeeded: boolean;
  supportMeans: Generated<string[]>;
  sealed: Buffer;
  version: Generated<number>;
  recordedAt: Generated<string>;
  provisions: ColumnType<JsonValue, string | undefined, string>;
};

export type PlanAnnexTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string;
  planId: string;
  kind: string;
  ledBy: string;
  measures: Generated<string[]>;
  reviewOn: Generated<PlainDate[]>;
  sealed: Buffer | null;
  version: Generated<number>;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
  begunOn: PlainDate;
  recordedAt: Generated<string>;
  targets: ColumnType<JsonValue, string | undefined, string>;
  coachId: string | null;
};

export type PlanAnnexHandoverTable = {
  organisationId: string;
  id: string;
  annexId: string;
  seq: GeneratedAlways<number>;
  coachId: string;
  disclosureAgreed: boolean;
  sealed: Buffer;
  handedBy: string;
  handedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PlanAnnexLineTable = {
  organisationId: string;
  id: string;
  annexId: string;
  seq: GeneratedAlways<number>;
  kind: string;
  code: string | null;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  hours: ColumnType<string | null, string | number | null, string | number | null>;
  mover: string | null;
  lacksDocument: Generated<boolean>;
  sealed: Buffer;
  reasonSealed: Buffer | null;
  version: Generated<number>;
  addedBy: string;
  recordedAt: Generated<string>;
};

export type PlanAnnexLineRemovalTable = {
  organisationId: string;
  lineId: string;
  removedBy: string;
  recordedAt: Generated<string>;
};

export type PlanAnnexStepMarkTable = {
  organisationId: string;
  id: string;
  lineId: string;
  seq: GeneratedAlways<number>;
  status: string;
  markedOn: PlainDate;
  markedBy: string;
  recordedAt: Generated<string>;
};

export type PlanAnnexVersionTable = {
  organisationId: string;
  annexId: string;
  no: number;
  sealed: Buffer;
  reasonsSealed: Buffer | null;
  madeBy: string;
  madeOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PlanApprovalTable = {
  organisationId: string;
  planId: string;
  stepNo: number;
  preparedBy: string;
  approvedBy: string;
  approvedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PlanChangeTable = {
  organisationId: string;
  id: string;
  planId: string;
  sealed: Buffer;
  proposedBy: string;
  proposedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PlanChangeEndingTable = {
  organisationId: string;
  changeId: string;
  outcome: string;
  sealed: Buffer | null;
  proposedBy: string;
  endedBy: string;
  endedOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PlanClosureTable = {
  organisationId: string;
  planId: string;
  closedOn: PlainDate;
  reason: string;
  sealed: Buffer;
  closedBy: string;
  recordedAt: Generated<string>;
  stepNo: number;
};

export type PlanGoalTable = {
  organisationId: string;
  id: string;
  planId: string;
  seq: GeneratedAlways<number>;
  sphere: string;
  dueOn: PlainDate | null;
  sealed: Buffer;
  version: Generated<number>;
  addedBy: string;
  recordedAt: Generated<string>;
};

export type PlanGoalRemovalTable = {
  organisationId: string;
  goalId: string;
  removedBy: string;
  recordedAt: Generated<string>;
};

export type PlanLeadingTable = {
  organisationId: string;
  planId: string;
  part: string;
  no: number;
  annexId: string | null;
  ledBefore: string;
  ledBy: string;
  reason: string;
  since: PlainDate;
  handedBy: string;
  recordedAt: Generated<string>;
};

export type PlanReviewTable = {
  organisationId: string;
  id: string;
  planId: string;
  reviewedOn: PlainDate;
  decision: string;
  nextOn: PlainDate | null;
  sealed: Buffer;
  reviewedBy: string;
  recordedAt: Generated<string>;
};

export type PlanReviewGoalTable = {
  organisationId: string;
  reviewId: string;
  goalId: string;
  outcome: string;
  progress: number | null;
};

export type PlanStepTable = {
  organisationId: string;
  planId: string;
  no: number;
  act: string;
  state: string;
  doneOn: PlainDate;
  doneBy: string;
  recordedAt: Generated<string>;
  sealed: Buffer | null;
};

export type PlanTaskTable = {
  organisationId: string;
  id: string;
  planId: string;
  seq: GeneratedAlways<number>;
  side: string;
  dueOn: PlainDate | null;
  sealed: Buffer;
  version: Generated<number>;
  addedBy: string;
  recordedAt: Generated<string>;
};

export type PlanTaskMarkTable = {
  organisationId: string;
  id: string;
  taskId: string;
  outcome: string;
  markedOn: PlainDate;
  markedBy: string;
  recordedAt: Generated<string>;
  reviewId: string | null;
};

export type PlanTaskRemovalTable = {
  organisationId: string;
  taskId: string;
  removedBy: string;
  recordedAt: Generated<string>;
};

export type PlanTemplateTable = {
  organisationId: string;
  id: string;
  kind: string;
  name: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  goals: Json;
  tasks: Json;
  version: Generated<number>;
  savedBy: string;
  savedAt: Generated<string>;
};

export type PlanVersionTable = {
  organisationId: string;
  planId: string;
  no: number;
  sealed: Buffer;
  madeBy: string;
  madeOn: PlainDate;
  recordedAt: Generated<string>;
};

export type PrintRunTable = {
  organisationId: string;
  id: string;
  largePrint: boolean;
  askedBy: string;
  askedAt: Generated<string>;
};

export type PrintRunEndingTable = {
  organisationId: string;
  runId: string;
  outcome: string;
  endedAt: Generated<string>;
};

export type PrintRunFileTable = {
  organisationId: string;
  runId: string;
  id: string;
  place: number | null;
  part: number | null;
  content: Buffer;
};

export type PrintRunPersonTable = {
  organisationId: string;
  runId: string;
  place: number;
  personId: string;
};

export type PrintRunTurnTable = {
  organisationId: string;
  runId: string;
  place: number;
  papers: number;
  refusal: string | null;
  blocked: Buffer | null;
  endedAt: Generated<string>;
};

export type ProgrammeModuleTable = {
  organisationId: string;
  id: string;
  groupId: string;
  no: number;
  code: string;
  name: string | null;
  form: string;
  plannedMinutes: number;
  cadence: string | null;
  provider: string | null;
  optional: Generated<boolean>;
  leastMinutes: number | null;
  usualMinutes: number | null;
  mostMinutes: number | null;
  wishedWeekdays: Generated<number[]>;
  heldFrom: PlainDate | null;
  heldUntil: PlainDate | null;
};

export type ProjectTable = {
  organisationId: string;
  id: string;
  unitId: string;
  kind: string;
  title: string;
  number: string | null;
  funder: string | null;
  edition: string | null;
  leadPartner: string | null;
  area: string | null;
  targetGroup: string | null;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  plannedPersons: number | null;
  socialThresholdPercent: ColumnType<string | null, string | number | null, string | number | null>;
  employmentThresholdPercent: ColumnType<string | null, string | number | null, string | number | null>;
  indicatorWindowDays: number | null;
  minutesPerHour: Generated<number>;
  completionThresholdPercent: ColumnType<string | null, string | number | null, string | number | null>;
  contractRequired: boolean;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
  budgetRef: string | null;
};

export type ProjectCommuneTable = {
  organisationId: string;
  projectId: string;
  teryt: string;
  name: string;
};

export type ProjectCriteriaTable = {
  organisationId: string;
  projectId: string;
  no: number;
  rules: Json;
  exceptionsAllowed: boolean;
  reason: string;
  setOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ProjectDocumentTable = {
  organisationId: string;
  projectId: string;
  no: number;
  title: string;
  number: string;
  datedOn: PlainDate | null;
  keptAt: string;
};

export type ProjectGoalTable = {
  organisationId: string;
  id: string;
  projectId: string;
  no: number;
  kind: string;
  words: string;
};

export type ProjectGoalIndicatorTable = {
  organisationId: string;
  goalId: string;
  indicatorId: string;
};

export type ProjectGoalModuleTable = {
  organisationId: string;
  goalId: string;
  code: string;
  name: string;
};

export type ProjectIndicatorTable = {
  organisationId: string;
  id: string;
  projectId: string;
  no: number;
  code: string;
  definition: string;
  target: ColumnType<string | null, string | number | null, string | number | null>;
  unit: string;
  source: string;
  frequency: string;
};

export type ProjectPartnerTable = {
  organisationId: string;
  projectId: string;
  no: number;
  name: string;
  part: string;
};

export type ProjectReportTable = {
  organisationId: string;
  id: string;
  projectId: string;
  title: string;
  periodFrom: PlainDate;
  periodUntil: PlainDate;
  dueOn: PlainDate;
};

export type ProjectReportSendingTable = {
  organisationId: string;
  reportId: string;
  sentOn: PlainDate;
  reference: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ProjectTaskTable = {
  organisationId: string;
  projectId: string;
  no: number;
  title: string;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  result: string;
};

export type QualificationTable = {
  organisationId: string;
  id: string;
  personId: string;
  kind: string;
  year: number | null;
  document: string;
  sealed: Buffer;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
};

export type RankingTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  no: number;
  cause: string;
  sealed: Buffer | null;
  judgedOn: PlainDate;
  criteriaNo: number;
  places: number;
  frozenBy: string;
  frozenAt: Generated<string>;
};

export type RankingRowTable = {
  organisationId: string;
  rankingId: string;
  candidateId: string;
  rank: number;
  total: number;
  points: number;
  interview: number;
  given: Json;
  unemployedSince: PlainDate | null;
  appliedOn: PlainDate;
};

export type RecommendationTable = {
  organisationId: string;
  assessmentId: string;
  verdict: string;
  givenOn: PlainDate;
  givenBy: string;
  recordedAt: Generated<string>;
};

export type RecommendationConditionTable = {
  organisationId: string;
  id: string;
  assessmentId: string;
  position: number;
  sealed: Buffer;
};

export type RecruitmentTable = {
  organisationId: string;
  projectId: string;
  places: number;
  startsOn: PlainDate;
  vacancyWeeks: number;
  judgedOn: PlainDate | null;
  interviewMax: number;
  interviewWeight: number;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  id: string;
  name: Generated<string>;
  groupId: string | null;
  appliesFrom: PlainDate | null;
  appliesUntil: PlainDate | null;
};

export type RecruitmentClosingTable = {
  organisationId: string;
  recruitmentId: string;
  closedOn: PlainDate;
  keptUntil: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  no: Generated<number>;
};

export type RecruitmentEditionTable = {
  organisationId: string;
  recruitmentId: string;
  no: number;
  terms: Json;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type RecruitmentPaperTable = {
  organisationId: string;
  recruitmentId: string;
  kind: string;
  no: number;
  words: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type RecruitmentPointTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  no: number;
  name: string;
  maxPoints: number;
  weight: number;
  withdrawnAt: string | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type RecruitmentReopeningTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  no: number;
  reopenedOn: PlainDate;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type RecruitmentStartTable = {
  organisationId: string;
  enrolmentId: string;
  recruitmentId: string;
};

export type ReferralTable = {
  organisationId: string;
  id: string;
  kind: string;
  legalBasis: string | null;
  personId: string;
  toOrganisationId: string;
  needs: Generated<string[]>;
  urgency: string;
  sections: Generated<string[]>;
  sentAt: string;
  feedbackDue: PlainDate;
  shareId: string;
  reasonSealed: Buffer;
  homeless: boolean;
  sentBy: string;
  healthBasis: string | null;
  ground: string | null;
  serviceSealed: Buffer | null;
};

export type ReferralAttachmentTable = {
  organisationId: string;
  id: string;
  referralId: string;
  fileId: string;
  section: string;
  titleSealed: Buffer;
};

export type ReferralStepTable = {
  organisationId: string;
  id: string;
  referralOrganisationId: string;
  referralId: string;
  kind: string;
  decision: string | null;
  reason: string | null;
  outcome: string | null;
  noteSealed: Buffer | null;
  confirmed: Generated<boolean>;
  happenedOn: PlainDate;
  takenBy: string;
  takenAt: Generated<string>;
};

export type RegisterClosingTable = {
  organisationId: string;
  sessionId: string;
  topic: string;
  content: string | null;
  leaderId: string;
  substituteId: string | null;
  heldMinutes: number;
  present: number;
  lateReason: string | null;
  closedBy: string;
  closedAt: Generated<string>;
  workDone: string | null;
  mealsIssued: number | null;
};

export type RegisterCoLeaderTable = {
  organisationId: string;
  sessionId: string;
  accountId: string;
};

export type RegisterIssueTable = {
  organisationId: string;
  id: string;
  sessionId: string;
  personId: string;
  item: string;
  quantity: number;
  issuedBy: string;
  issuedAt: Generated<string>;
};

export type RegisterMonthLockTable = {
  organisationId: string;
  id: string;
  unitId: string;
  month: PlainDate;
  no: number;
  lockedBy: string;
  lockedAt: Generated<string>;
};

export type RegisterMonthUnlockTable = {
  organisationId: string;
  lockId: string;
  reason: Buffer;
  unlockedBy: string;
  unlockedAt: Generated<string>;
};

export type ReminderPreferenceTable = {
  organisationId: string;
  id: string;
  personId: string;
  channel: string;
  notedBy: string;
  notedAt: Generated<string>;
};

export type ReportAttemptTable = {
  organisationId: string;
  id: string;
  subject: Buffer;
  at: string;
};

export type ReportDoorTable = {
  organisationId: string;
  code: string;
  unitId: string;
  isOpen: boolean;
  areas: string[];
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type ReportSnapshotTable = {
  organisationId: string;
  id: string;
  code: string;
  projectId: string;
  versionNo: number;
  correctionReason: string | null;
  asAt: PlainDate;
  content: string;
  contentHash: string;
  sentBy: string;
  sentAt: Generated<string>;
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

export type ReserveAnswerTable = {
  organisationId: string;
  offerId: string;
  answer: string;
  answeredOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ReserveOfferTable = {
  organisationId: string;
  id: string;
  recruitmentId: string;
  candidateId: string;
  offeredOn: PlainDate;
  answerBy: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type ReservedHoursTable = {
  organisationId: string | null;
  id: string | null;
  day: PlainDate | null;
  startsAt: string | null;
  minutes: number | null;
  reservedBy: string | null;
  reservedAt: string | null;
  dutyId: string | null;
  consultantId: string | null;
  place: string | null;
  endedAs: string | null;
  endedAt: string | null;
};

export type ServiceExchangeTable = {
  organisationId: string;
  id: string;
  unitId: string;
  day: PlainDate;
  giverId: string | null;
  receiverId: string | null;
  minutes: number;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
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
  consentId: string | null;
};

export type ShareSideTable = {
  organisationId: string;
  id: string;
  shareId: string;
  contractId: string | null;
  planId: string | null;
  side: string;
  goalIds: string[];
  openedBy: string;
  openedAt: Generated<string>;
  endedAt: string | null;
  endedBy: string | null;
};

export type ShiftLinkTable = {
  organisationId: string;
  id: string;
  unitId: string;
  service: string;
  label: string;
  linkHash: Buffer;
  expiresAt: string;
  revokedAt: string | null;
  madeBy: string;
  madeAt: Generated<string>;
};

export type ShiftLinkUseTable = {
  organisationId: string;
  linkId: string;
  subject: Buffer;
  firstAt: string;
  lastAt: string;
};

export type SignInAttemptTable = {
  subject: Buffer;
  at: string;
  succeeded: boolean;
};

export type SignatureProofTable = {
  organisationId: string;
  id: string;
  subjectType: string;
  subjectId: string;
  party: string;
  kind: string;
  documentId: string | null;
  fileId: string | null;
  sha256: Buffer | null;
  place: Buffer | null;
  picture: Buffer | null;
  device: string | null;
  finding: Buffer | null;
  takenAt: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type SlotClaimTable = {
  organisationId: string;
  dutyId: string;
  day: PlainDate;
  startsAt: string;
  bookingId: string | null;
  offerId: string | null;
  heldUntil: string | null;
  reservationId: string | null;
};

export type SlotReservationTable = {
  organisationId: string;
  id: string;
  dutyId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  purpose: string;
  reservedBy: string;
  reservedAt: Generated<string>;
};

export type SlotReservationEndingTable = {
  organisationId: string;
  reservationId: string;
  outcome: string;
  endedBy: string;
  endedAt: Generated<string>;
};

export type SocialContractTable = {
  organisationId: string;
  id: string;
  personId: string;
  caseId: string | null;
  unitId: string;
  year: number;
  no: number;
  variant: string;
  socialWorkerId: string | null;
  commune: string;
  homeless: boolean;
  unemployed: boolean;
  pupReferral: string | null;
  situation: Buffer | null;
  resources: Buffer | null;
  barriers: Buffer | null;
  actionsSoFar: Buffer | null;
  consequences: string;
  draftedBy: string;
  draftedOn: PlainDate;
  recordedAt: Generated<string>;
  version: Generated<number>;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
  unemployment: Buffer | null;
};

export type StandingClosingTable = {
  organisationId: string | null;
  recruitmentId: string | null;
  closedOn: PlainDate | null;
  keptUntil: PlainDate | null;
  recordedBy: string | null;
  recordedAt: string | null;
  no: number | null;
};

export type StandingExcuseTable = {
  organisationId: string | null;
  id: string | null;
  ipzsId: string | null;
  kind: string | null;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  documentOn: PlainDate | null;
  state: string | null;
  answerNo: number | null;
  answeredOn: PlainDate | null;
  answeredAt: string | null;
  recordedAt: string | null;
};

export type StandingWithdrawalTable = {
  organisationId: string | null;
  candidateId: string | null;
  withdrawnOn: PlainDate | null;
  recordedBy: string | null;
  recordedAt: string | null;
  id: string | null;
};

export type StoredFileTable = {
  organisationId: string;
  id: string;
  storageName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: Generated<string>;
};

export type StreetMonthTable = {
  organisationId: string;
  id: string;
  unitId: string;
  month: PlainDate;
  versionNo: number;
  correctionReason: string | null;
  content: string;
  contentHash: string;
  frozenBy: string;
  frozenAt: Generated<string>;
  narrativeSealed: Buffer | null;
};

export type StreetTrainingTable = {
  organisationId: string;
  id: string;
  unitId: string;
  kind: string;
  heldOn: PlainDate;
  hours: Decimal;
  topic: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type StreetTrainingAttendeeTable = {
  organisationId: string;
  trainingId: string;
  accountId: string;
};

export type StreetTrainingWithdrawalTable = {
  organisationId: string;
  trainingId: string;
  reason: string;
  withdrawnBy: string;
  recordedAt: Generated<string>;
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

export type SyncChangeTable = {
  organisationId: string;
  xid: Generated<string>;
  seq: GeneratedAlways<number>;
  topic: string;
  recordId: string;
  at: Generated<string | null>;
};

export type SyncEpochTable = {
  organisationId: string;
  epoch: Generated<string>;
  forgottenTo: string | null;
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
  bySource: Generated<boolean>;
};

export type TimetableProposalTable = {
  organisationId: string;
  id: string;
  unitId: string;
  fromOn: PlainDate;
  orderGiven: Json;
  fingerprint: Buffer;
  plan: Json;
  madeBy: string;
  madeAt: Generated<string>;
};

export type UnitTable = {
  organisationId: string;
  id: string;
  name: string;
  kind: string;
  closedOn: PlainDate | null;
  version: Generated<number>;
};

export type ValidAttendanceCardTable = {
  organisationId: string | null;
  id: string | null;
  personId: string | null;
  issuedBy: string | null;
  issuedAt: string | null;
};

export type VolunteerTable = {
  organisationId: string;
  id: string;
  unitId: string;
  firstName: string;
  lastName: string;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: Generated<string>;
  version: Generated<number>;
};

export type VolunteerAgreementTable = {
  organisationId: string;
  id: string;
  volunteerId: string;
  number: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  written: boolean;
  signedOn: PlainDate | null;
  pledgedOn: PlainDate;
  guardianConsentOn: PlainDate | null;
  insurance: string;
  tasks: string;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type VolunteerAgreementEndingTable = {
  organisationId: string;
  agreementId: string;
  endedOn: PlainDate;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type VolunteerAgreementSettlingTable = {
  organisationId: string;
  id: string;
  agreementId: string;
  no: number;
  signedOn: PlainDate | null;
  guardianConsentOn: PlainDate | null;
  insurance: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type VolunteerAvailabilityTable = {
  organisationId: string;
  id: string;
  volunteerId: string;
  slots: Json;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type VolunteerCertificateTable = {
  organisationId: string;
  id: string;
  agreementId: string;
  number: string;
  issuedOn: PlainDate;
  untilOn: PlainDate;
  minutes: number;
  issuedBy: string;
  recordedAt: Generated<string>;
};

export type VolunteerExpenseTable = {
  organisationId: string;
  id: string;
  agreementId: string;
  day: PlainDate;
  amountGrosze: number;
  what: string;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

export type VolunteerHoursTable = {
  organisationId: string;
  id: string;
  agreementId: string;
  day: PlainDate;
  minutes: number;
  task: string;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  source: string | null;
  sourceId: string | null;
};

export type VolunteerLedLeftOutTable = {
  organisationId: string;
  volunteerId: string;
  source: string;
  sourceId: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type VolunteerTrainingTable = {
  organisationId: string;
  id: string;
  volunteerId: string;
  heldOn: PlainDate;
  topic: string;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type WaitingEndingTable = {
  organisationId: string;
  waitingId: string;
  outcome: string;
  endedBy: string;
  endedAt: Generated<string>;
};

export type WaitingEntryTable = {
  organisationId: string;
  id: string;
  role: string;
  personId: string;
  askedBy: string;
  askedAt: Generated<string>;
};

export type WaitingOfferTable = {
  organisationId: string;
  id: string;
  waitingId: string;
  dutyId: string;
  day: PlainDate;
  startsAt: string;
  untilAt: string;
  offeredBy: string | null;
  offeredAt: Generated<string>;
};

export type WaitingOfferAnswerTable = {
  organisationId: string;
  offerId: string;
  answer: string;
  answeredBy: string | null;
  answeredAt: Generated<string>;
};

export type WhereaboutsReaderTable = {
  organisationId: string;
  personId: string;
  accountId: string;
  namedBy: string;
  namedAt: Generated<string>;
};

export type WorkPeriodTable = {
  organisationId: string;
  id: string;
  personId: string;
  form: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  exactness: string;
  leaving: string | null;
  certificate: string;
  sealed: Buffer;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
  withdrawnAt: string | null;
  changedIn: ColumnType<JsonValue, string | undefined, string>;
};

export type WorkReportTable = {
  organisationId: string;
  id: string;
  shiftId: string;
  unitId: string;
  authorId: string;
  actualStart: string | null;
  actualEnd: string | null;
  weather: string | null;
  lowestCelsius: number | null;
  officeHours: ColumnType<string | null, string | number | null, string | number | null>;
  asksForSupervision: Generated<boolean>;
  textSealed: Buffer | null;
  strainSealed: Buffer | null;
  savedAt: Generated<string>;
  version: Generated<number>;
};

export type WorkReportSnapshotTable = {
  organisationId: string;
  reportId: string;
  content: string;
  contentHash: string;
  takenBy: string;
  takenAt: Generated<string>;
};

export type WorkReportStepTable = {
  organisationId: string;
  id: string;
  reportId: string;
  step: string;
  reasonSealed: Buffer | null;
  takenBy: string;
  takenAt: Generated<string>;
};

export type WorkshopCardTable = {
  organisationId: string;
  groupId: string;
  profile: string;
  stations: string;
  capacity: number | null;
  tasks: Json;
  version: Generated<number>;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type WorkshopHabitMarkTable = {
  organisationId: string;
  id: string;
  groupId: string;
  personId: string;
  habit: string;
  month: PlainDate;
  grade: number;
  recordedBy: string;
  recordedAt: Generated<string>;
  seq: GeneratedAlways<number>;
};

export type WorkshopOpinionTable = {
  organisationId: string;
  id: string;
  groupId: string;
  personId: string;
  kind: string;
  month: PlainDate;
  sealed: Buffer;
  givenOn: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
  seq: GeneratedAlways<number>;
};

export type WorkshopOtherTaskTable = {
  organisationId: string;
  groupId: string;
  personId: string;
  day: PlainDate;
  recordedBy: string;
  recordedAt: Generated<string>;
};

export type WorkshopSkillMarkTable = {
  organisationId: string;
  id: string;
  groupId: string;
  personId: string;
  taskId: string;
  week: PlainDate;
  level: number;
  recordedBy: string;
  recordedAt: Generated<string>;
  seq: GeneratedAlways<number>;
};

export type Database = {
  absenceAnswer: AbsenceAnswerTable;
  absenceDocument: AbsenceDocumentTable;
  absenceExcuse: AbsenceExcuseTable;
  absenceMark: AbsenceMarkTable;
  account: AccountTable;
  accountRecovery: AccountRecoveryTable;
  accountRecoveryConfirmation: AccountRecoveryConfirmationTable;
  activeGroup: ActiveGroupTable;
  activeGroupCandidate: ActiveGroupCandidateTable;
  activeGroupDecision: ActiveGroupDecisionTable;
  aidStockEntry: AidStockEntryTable;
  aidStockWarning: AidStockWarningTable;
  alonePermission: AlonePermissionTable;
  alonePermissionEnding: AlonePermissionEndingTable;
  assessment: AssessmentTable;
  assessmentAlert: AssessmentAlertTable;
  assessmentNote: AssessmentNoteTable;
  assistance: AssistanceTable;
  assistanceChange: AssistanceChangeTable;
  assistanceResult: AssistanceResultTable;
  attendanceCard: AttendanceCardTable;
  attendanceCardRevocation: AttendanceCardRevocationTable;
  attendanceCorrection: AttendanceCorrectionTable;
  attendanceEntry: AttendanceEntryTable;
  auditEntry: AuditEntryTable;
  auditSegment: AuditSegmentTable;
  authorKey: AuthorKeyTable;
  authorisation: AuthorisationTable;
  benefitAdvance: BenefitAdvanceTable;
  benefitAdvanceAnswer: BenefitAdvanceAnswerTable;
  benefitAdvanceReturn: BenefitAdvanceReturnTable;
  benefitAdvanceSettlement: BenefitAdvanceSettlementTable;
  benefitBankFile: BenefitBankFileTable;
  benefitBankFileWithdrawal: BenefitBankFileWithdrawalTable;
  benefitBonus: BenefitBonusTable;
  benefitCorrection: BenefitCorrectionTable;
  benefitDebtAgreement: BenefitDebtAgreementTable;
  benefitDebtInstalment: BenefitDebtInstalmentTable;
  benefitDebtSettlement: BenefitDebtSettlementTable;
  benefitDebtWithdrawal: BenefitDebtWithdrawalTable;
  benefitDeduction: BenefitDeductionTable;
  benefitList: BenefitListTable;
  benefitListDecision: BenefitListDecisionTable;
  benefitListPerson: BenefitListPersonTable;
  benefitPayer: BenefitPayerTable;
  benefitPayment: BenefitPaymentTable;
  benefitRates: BenefitRatesTable;
  benefitRefund: BenefitRefundTable;
  benefitRefundChange: BenefitRefundChangeTable;
  benefitRefundReceipt: BenefitRefundReceiptTable;
  benefitRepayment: BenefitRepaymentTable;
  benefitReturn: BenefitReturnTable;
  benefitWay: BenefitWayTable;
  booking: BookingTable;
  bookingEnding: BookingEndingTable;
  bookingMark: BookingMarkTable;
  bookingReminder: BookingReminderTable;
  bookingReminderReport: BookingReminderReportTable;
  bookingReminderTry: BookingReminderTryTable;
  breakGlass: BreakGlassTable;
  calendarFeed: CalendarFeedTable;
  calendarGeneration: CalendarGenerationTable;
  candidate: CandidateTable;
  candidateAdmission: CandidateAdmissionTable;
  candidateCard: CandidateCardTable;
  candidateCardEdition: CandidateCardEditionTable;
  candidateCarry: CandidateCarryTable;
  candidateDecision: CandidateDecisionTable;
  candidateErasure: CandidateErasureTable;
  candidateEvidence: CandidateEvidenceTable;
  candidateImport: CandidateImportTable;
  candidateInterview: CandidateInterviewTable;
  candidateLetter: CandidateLetterTable;
  candidatePoints: CandidatePointsTable;
  candidateReturn: CandidateReturnTable;
  candidateSignature: CandidateSignatureTable;
  candidateSignatureReturn: CandidateSignatureReturnTable;
  candidateText: CandidateTextTable;
  candidateWithdrawal: CandidateWithdrawalTable;
  cardDraw: CardDrawTable;
  cardDrawRound: CardDrawRoundTable;
  cardReview: CardReviewTable;
  caseMember: CaseMemberTable;
  caseNote: CaseNoteTable;
  caseStageStep: CaseStageStepTable;
  centreCertificate: CentreCertificateTable;
  centreCertificateNumber: CentreCertificateNumberTable;
  centreEntry: CentreEntryTable;
  centreEntryStep: CentreEntryStepTable;
  centrePlaces: CentrePlacesTable;
  checklistNote: ChecklistNoteTable;
  classClosure: ClassClosureTable;
  classFeed: ClassFeedTable;
  classGroup: ClassGroupTable;
  classGroupLeader: ClassGroupLeaderTable;
  classLeader: ClassLeaderTable;
  classLeaderAway: ClassLeaderAwayTable;
  classLeaderHours: ClassLeaderHoursTable;
  classProgramme: ClassProgrammeTable;
  classProgrammeDecision: ClassProgrammeDecisionTable;
  classRoom: ClassRoomTable;
  classRoomClosure: ClassRoomClosureTable;
  classRoomHours: ClassRoomHoursTable;
  classSession: ClassSessionTable;
  classSessionCancellation: ClassSessionCancellationTable;
  classSessionMove: ClassSessionMoveTable;
  clubEnding: ClubEndingTable;
  clubProlongation: ClubProlongationTable;
  clubStandardItem: ClubStandardItemTable;
  clubStandardReview: ClubStandardReviewTable;
  clubStay: ClubStayTable;
  coachLog: CoachLogTable;
  command: CommandTable;
  conditionMet: ConditionMetTable;
  conflict: ConflictTable;
  conflictDecision: ConflictDecisionTable;
  consent: ConsentTable;
  consentPage: ConsentPageTable;
  consentText: ConsentTextTable;
  consultantAbsence: ConsultantAbsenceTable;
  consultantAbsenceWithdrawal: ConsultantAbsenceWithdrawalTable;
  consultantDuty: ConsultantDutyTable;
  consultantDutyEnding: ConsultantDutyEndingTable;
  consultantDutySettlement: ConsultantDutySettlementTable;
  consultantHourLimit: ConsultantHourLimitTable;
  consultantWorkSettlement: ConsultantWorkSettlementTable;
  contactAid: ContactAidTable;
  contactCard: ContactCardTable;
  contactWorker: ContactWorkerTable;
  contractAnnex: ContractAnnexTable;
  contractAnnexOutcome: ContractAnnexOutcomeTable;
  contractAnnexSignature: ContractAnnexSignatureTable;
  contractConsultation: ContractConsultationTable;
  contractConsultationRequest: ContractConsultationRequestTable;
  contractContact: ContractContactTable;
  contractDocument: ContractDocumentTable;
  contractDuty: ContractDutyTable;
  contractDutyEnd: ContractDutyEndTable;
  contractEvaluation: ContractEvaluationTable;
  contractEvaluationDate: ContractEvaluationDateTable;
  contractEvaluationResult: ContractEvaluationResultTable;
  contractGoal: ContractGoalTable;
  contractNumber: ContractNumberTable;
  contractParty: ContractPartyTable;
  contractSignature: ContractSignatureTable;
  contractStep: ContractStepTable;
  contractTermination: ContractTerminationTable;
  counsellingNote: CounsellingNoteTable;
  countingAttendance: CountingAttendanceTable;
  course: CourseTable;
  courseCertificate: CourseCertificateTable;
  courseLeaving: CourseLeavingTable;
  courseParticipant: CourseParticipantTable;
  courseReceipt: CourseReceiptTable;
  courseResult: CourseResultTable;
  declarationPlace: DeclarationPlaceTable;
  demoWorld: DemoWorldTable;
  device: DeviceTable;
  deviceEntry: DeviceEntryTable;
  deviceEntryDecision: DeviceEntryDecisionTable;
  deviceHolding: DeviceHoldingTable;
  deviceRevocation: DeviceRevocationTable;
  deviceToken: DeviceTokenTable;
  diagnosedNeed: DiagnosedNeedTable;
  diagnosedNeedCorrection: DiagnosedNeedCorrectionTable;
  diagnosedNeedEnding: DiagnosedNeedEndingTable;
  documentToSign: DocumentToSignTable;
  duplicatePair: DuplicatePairTable;
  employer: EmployerTable;
  employerDeclaration: EmployerDeclarationTable;
  employmentCheck: EmploymentCheckTable;
  enrolment: EnrolmentTable;
  enrolmentCheck: EnrolmentCheckTable;
  enrolmentEnding: EnrolmentEndingTable;
  enrolmentException: EnrolmentExceptionTable;
  enrolmentPeriod: EnrolmentPeriodTable;
  event: EventTable;
  experienceProfile: ExperienceProfileTable;
  experienceProfileAcceptance: ExperienceProfileAcceptanceTable;
  experienceProfilePart: ExperienceProfilePartTable;
  experienceProfileVersion: ExperienceProfileVersionTable;
  facility: FacilityTable;
  facilityCount: FacilityCountTable;
  facilityReservation: FacilityReservationTable;
  facilityReservationEnding: FacilityReservationEndingTable;
  gateDecision: GateDecisionTable;
  gathering: GatheringTable;
  gatheringParticipant: GatheringParticipantTable;
  gatheringWithdrawal: GatheringWithdrawalTable;
  groupMeeting: GroupMeetingTable;
  groupMember: GroupMemberTable;
  groupMembership: GroupMembershipTable;
  heldSession: HeldSessionTable;
  household: HouseholdTable;
  householdMember: HouseholdMemberTable;
  importMapping: ImportMappingTable;
  infoCard: InfoCardTable;
  interview: InterviewTable;
  interviewAppointment: InterviewAppointmentTable;
  interviewCorrection: InterviewCorrectionTable;
  interviewMark: InterviewMarkTable;
  interviewNow: InterviewNowTable;
  interviewResult: InterviewResultTable;
  invitation: InvitationTable;
  ipzs: IpzsTable;
  ipzsDayOff: IpzsDayOffTable;
  ipzsDayOffAnswer: IpzsDayOffAnswerTable;
  ipzsEnding: IpzsEndingTable;
  ipzsExtension: IpzsExtensionTable;
  ipzsExtensionDecision: IpzsExtensionDecisionTable;
  ipzsJob: IpzsJobTable;
  ipzsProvision: IpzsProvisionTable;
  ipzsStep: IpzsStepTable;
  ipzsVersion: IpzsVersionTable;
  legalParameter: LegalParameterTable;
  liveShare: LiveShareTable;
  lockedRegisterMonth: LockedRegisterMonthTable;
  memberStanding: MemberStandingTable;
  membership: MembershipTable;
  membershipRole: MembershipRoleTable;
  membershipUnit: MembershipUnitTable;
  moduleLeader: ModuleLeaderTable;
  moduleRoom: ModuleRoomTable;
  nameToken: NameTokenTable;
  namedClassLeader: NamedClassLeaderTable;
  needService: NeedServiceTable;
  needServiceEnding: NeedServiceEndingTable;
  needsStatement: NeedsStatementTable;
  needsStatementSent: NeedsStatementSentTable;
  noteSubstitute: NoteSubstituteTable;
  noteSubstituteEnding: NoteSubstituteEndingTable;
  notification: NotificationTable;
  notificationAcceptance: NotificationAcceptanceTable;
  notificationAnswer: NotificationAnswerTable;
  notificationModeration: NotificationModerationTable;
  offerVisit: OfferVisitTable;
  openCase: OpenCaseTable;
  openEnrolment: OpenEnrolmentTable;
  openReferral: OpenReferralTable;
  organisation: OrganisationTable;
  organisationKey: OrganisationKeyTable;
  organisationParameter: OrganisationParameterTable;
  outcomeEvidence: OutcomeEvidenceTable;
  outcomeState: OutcomeStateTable;
  outcomeVerification: OutcomeVerificationTable;
  outreachIncident: OutreachIncidentTable;
  outreachIntervention: OutreachInterventionTable;
  outreachRelationEnding: OutreachRelationEndingTable;
  outreachRoute: OutreachRouteTable;
  outreachRouteEnding: OutreachRouteEndingTable;
  outreachRouteStop: OutreachRouteStopTable;
  outreachShift: OutreachShiftTable;
  outreachShiftEnding: OutreachShiftEndingTable;
  outreachShiftMember: OutreachShiftMemberTable;
  outreachSite: OutreachSiteTable;
  outreachSitePhoto: OutreachSitePhotoTable;
  outreachSiteVisit: OutreachSiteVisitTable;
  paperEdition: PaperEditionTable;
  paperEditionEnd: PaperEditionEndTable;
  paperSignature: PaperSignatureTable;
  partnership: PartnershipTable;
  partnershipJoining: PartnershipJoiningTable;
  partnershipMember: PartnershipMemberTable;
  partnershipStanding: PartnershipStandingTable;
  passkey: PasskeyTable;
  passkeyChallenge: PasskeyChallengeTable;
  pathMeasure: PathMeasureTable;
  pathOutcomeOffer: PathOutcomeOfferTable;
  person: PersonTable;
  personFact: PersonFactTable;
  personLink: PersonLinkTable;
  personMerge: PersonMergeTable;
  personName: PersonNameTable;
  personNumber: PersonNumberTable;
  personSection: PersonSectionTable;
  personStep: PersonStepTable;
  personToken: PersonTokenTable;
  personUnit: PersonUnitTable;
  phoneWork: PhoneWorkTable;
  placement: PlacementTable;
  placementEnding: PlacementEndingTable;
  placementStart: PlacementStartTable;
  plan: PlanTable;
  planAnnex: PlanAnnexTable;
  planAnnexHandover: PlanAnnexHandoverTable;
  planAnnexLine: PlanAnnexLineTable;
  planAnnexLineRemoval: PlanAnnexLineRemovalTable;
  planAnnexStepMark: PlanAnnexStepMarkTable;
  planAnnexVersion: PlanAnnexVersionTable;
  planApproval: PlanApprovalTable;
  planChange: PlanChangeTable;
  planChangeEnding: PlanChangeEndingTable;
  planClosure: PlanClosureTable;
  planGoal: PlanGoalTable;
  planGoalRemoval: PlanGoalRemovalTable;
  planLeading: PlanLeadingTable;
  planReview: PlanReviewTable;
  planReviewGoal: PlanReviewGoalTable;
  planStep: PlanStepTable;
  planTask: PlanTaskTable;
  planTaskMark: PlanTaskMarkTable;
  planTaskRemoval: PlanTaskRemovalTable;
  planTemplate: PlanTemplateTable;
  planVersion: PlanVersionTable;
  printRun: PrintRunTable;
  printRunEnding: PrintRunEndingTable;
  printRunFile: PrintRunFileTable;
  printRunPerson: PrintRunPersonTable;
  printRunTurn: PrintRunTurnTable;
  programmeModule: ProgrammeModuleTable;
  project: ProjectTable;
  projectCommune: ProjectCommuneTable;
  projectCriteria: ProjectCriteriaTable;
  projectDocument: ProjectDocumentTable;
  projectGoal: ProjectGoalTable;
  projectGoalIndicator: ProjectGoalIndicatorTable;
  projectGoalModule: ProjectGoalModuleTable;
  projectIndicator: ProjectIndicatorTable;
  projectPartner: ProjectPartnerTable;
  projectReport: ProjectReportTable;
  projectReportSending: ProjectReportSendingTable;
  projectTask: ProjectTaskTable;
  qualification: QualificationTable;
  ranking: RankingTable;
  rankingRow: RankingRowTable;
  recommendation: RecommendationTable;
  recommendationCondition: RecommendationConditionTable;
  recruitment: RecruitmentTable;
  recruitmentClosing: RecruitmentClosingTable;
  recruitmentEdition: RecruitmentEditionTable;
  recruitmentPaper: RecruitmentPaperTable;
  recruitmentPoint: RecruitmentPointTable;
  recruitmentReopening: RecruitmentReopeningTable;
  recruitmentStart: RecruitmentStartTable;
  referral: ReferralTable;
  referralAttachment: ReferralAttachmentTable;
  referralStep: ReferralStepTable;
  registerClosing: RegisterClosingTable;
  registerCoLeader: RegisterCoLeaderTable;
  registerIssue: RegisterIssueTable;
  registerMonthLock: RegisterMonthLockTable;
  registerMonthUnlock: RegisterMonthUnlockTable;
  reminderPreference: ReminderPreferenceTable;
  reportAttempt: ReportAttemptTable;
  reportDoor: ReportDoorTable;
  reportSnapshot: ReportSnapshotTable;
  representative: RepresentativeTable;
  reserveAnswer: ReserveAnswerTable;
  reserveOffer: ReserveOfferTable;
  reservedHours: ReservedHoursTable;
  serviceExchange: ServiceExchangeTable;
  session: SessionTable;
  setupLink: SetupLinkTable;
  share: ShareTable;
  shareSide: ShareSideTable;
  shiftLink: ShiftLinkTable;
  shiftLinkUse: ShiftLinkUseTable;
  signInAttempt: SignInAttemptTable;
  signatureProof: SignatureProofTable;
  slotClaim: SlotClaimTable;
  slotReservation: SlotReservationTable;
  slotReservationEnding: SlotReservationEndingTable;
  socialContract: SocialContractTable;
  standingClosing: StandingClosingTable;
  standingExcuse: StandingExcuseTable;
  standingWithdrawal: StandingWithdrawalTable;
  storedFile: StoredFileTable;
  streetMonth: StreetMonthTable;
  streetTraining: StreetTrainingTable;
  streetTrainingAttendee: StreetTrainingAttendeeTable;
  streetTrainingWithdrawal: StreetTrainingWithdrawalTable;
  supportCase: SupportCaseTable;
  supportCaseEnding: SupportCaseEndingTable;
  syncChange: SyncChangeTable;
  syncEpoch: SyncEpochTable;
  task: TaskTable;
  taskEnding: TaskEndingTable;
  timetableProposal: TimetableProposalTable;
  unit: UnitTable;
  validAttendanceCard: ValidAttendanceCardTable;
  volunteer: VolunteerTable;
  volunteerAgreement: VolunteerAgreementTable;
  volunteerAgreementEnding: VolunteerAgreementEndingTable;
  volunteerAgreementSettling: VolunteerAgreementSettlingTable;
  volunteerAvailability: VolunteerAvailabilityTable;
  volunteerCertificate: VolunteerCertificateTable;
  volunteerExpense: VolunteerExpenseTable;
  volunteerHours: VolunteerHoursTable;
  volunteerLedLeftOut: VolunteerLedLeftOutTable;
  volunteerTraining: VolunteerTrainingTable;
  waitingEnding: WaitingEndingTable;
  waitingEntry: WaitingEntryTable;
  waitingOffer: WaitingOfferTable;
  waitingOfferAnswer: WaitingOfferAnswerTable;
  whereaboutsReader: WhereaboutsReaderTable;
  workPeriod: WorkPeriodTable;
  workReport: WorkReportTable;
  workReportSnapshot: WorkReportSnapshotTable;
  workReportStep: WorkReportStepTable;
  workshopCard: WorkshopCardTable;
  workshopHabitMark: WorkshopHabitMarkTable;
  workshopOpinion: WorkshopOpinionTable;
  workshopOtherTask: WorkshopOtherTaskTable;
  workshopSkillMark: WorkshopSkillMarkTable;
};
