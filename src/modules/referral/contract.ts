import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import { GiveShare } from "../partnership/contract.ts";
import {
  answerClasses,
  attachmentsAtMost,
  decisionReasons,
  decisions,
  discardedAtOnce,
  discards,
  grounds,
  healthBases,
  linkServices,
  referralKinds,
  referralNeeds,
  referralOutcomes,
  referralStates,
  referralUrgencies,
  reportOutcomes,
  reportStates,
  reportSubjects,
  reportUrgencies,
  services,
  verdicts,
} from "./codes.ts";

/** What anybody reports: a person or a place, nobody's name. The same at the account, behind the link and on the public page. */
export const Report = z.strictObject({
  about: z.enum(reportSubjects),
  /** A district, as everybody may know it. */
  area: z.string().trim().min(1).max(80),
  /** Where exactly, for the team alone. */
  placeText: z.string().trim().min(1).max(300).nullable().default(null),
  /** Degrees; kept rounded to 0.001, about 100 m. */
  geo: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  seenAt: Instant,
  people: z.int().min(1).max(500).nullable().default(null),
  /** What one sees. No names. */
  says: z.string().trim().min(1).max(1000).nullable().default(null),
  urgency: z.enum(reportUrgencies),
  /** In an emergency: 112 has been called. */
  called112: z.boolean().default(false),
});
export type Report = z.infer<typeof Report>;

/** `service` is read from a coordinator who writes down a call; an account's service follows from its unit. */
export const SendReport = z.strictObject({
  notificationId: z.uuid(),
  service: z.enum(linkServices).nullable().default(null),
  ...Report.shape,
});
export type SendReport = z.infer<typeof SendReport>;

export const NotificationId = z.strictObject({ notificationId: z.uuid() });
export type NotificationId = z.infer<typeof NotificationId>;

export const ModerateNotification = z.strictObject({ notificationId: z.uuid(), verdict: z.enum(verdicts) });
export type ModerateNotification = z.infer<typeof ModerateNotification>;

/** Many of them at once; an emergency is judged alone. */
export const DiscardNotifications = z.strictObject({
  notificationIds: z.array(z.uuid()).min(1).max(discardedAtOnce),
  verdict: z.enum(discards),
});
export type DiscardNotifications = z.infer<typeof DiscardNotifications>;

/** `contactId`: the card of this meeting; what it says stays with the team. */
export const AnswerNotification = z.strictObject({
  answerId: z.uuid(),
  notificationId: z.uuid(),
  outcome: z.enum(reportOutcomes),
  answeredAt: Instant,
  contactId: z.uuid().nullable().default(null),
});
export type AnswerNotification = z.infer<typeof AnswerNotification>;

/** `linkHash`: SHA-256 of the token, hex; the token itself is only in the link. */
export const MakeShiftLink = z.strictObject({
  linkId: z.uuid(),
  service: z.enum(linkServices),
  /** Such as "Oddział Śródmieście, noc"; no person's name. */
  label: z.string().trim().min(1).max(80),
  linkHash: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: Instant,
});
export type MakeShiftLink = z.infer<typeof MakeShiftLink>;

export const LinkId = z.strictObject({ linkId: z.uuid() });
export type LinkId = z.infer<typeof LinkId>;

export const SetReportDoor = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  unitId: z.uuid(),
  isOpen: z.boolean(),
  areas: z.array(z.string().trim().min(1).max(80)).min(1).max(60),
});
export type SetReportDoor = z.infer<typeof SetReportDoor>;

export const ReportDoorView = z.object({
  areas: z.array(z.string()),
  /** Null: nobody has set it up. */
  door: z.object({ code: z.string(), unitId: z.uuid(), isOpen: z.boolean(), version: z.int() }).nullable(),
});
export type ReportDoorView = z.infer<typeof ReportDoorView>;

const Head = {
  id: z.uuid(),
  about: z.enum(reportSubjects),
  area: z.string(),
  seenAt: z.string(),
  people: z.int().nullable(),
  urgency: z.enum(reportUrgencies),
  receivedAt: z.string(),
  state: z.enum(reportStates),
};

/** What the team sees of a report, the exact place too. */
export const NotificationLine = z.object({
  ...Head,
  service: z.enum(services),
  /** The label of a link, or the account that reported; null for residents. */
  from: z.string().nullable(),
  dueOn: PlainDate,
  placeText: z.string().nullable(),
  geo: Report.shape.geo.unwrap(),
  says: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  verdict: z.enum(verdicts).nullable(),
  answers: z.array(
    z.object({ outcome: z.enum(reportOutcomes), answeredAt: z.string(), contactId: z.uuid().nullable() }),
  ),
});
export type NotificationLine = z.infer<typeof NotificationLine>;
export const NotificationsView = z.object({ notifications: z.array(NotificationLine) });
export type NotificationsView = z.infer<typeof NotificationsView>;

/** What whoever reported sees of it: that it is on the way, and the class of the answer. */
export const OwnReport = z.object({
  ...Head,
  acceptedAt: z.string().nullable(),
  answer: z.enum(answerClasses).nullable(),
  answeredAt: z.string().nullable(),
});
export type OwnReport = z.infer<typeof OwnReport>;
export const OwnReports = z.object({ reports: z.array(OwnReport) });
export type OwnReports = z.infer<typeof OwnReports>;

export const ShiftLinkLine = z.object({
  id: z.uuid(),
  service: z.enum(services),
  label: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  reports: z.int(),
  /** From how many browsers it was opened, by address and kind, and when last; null: never. */
  browsers: z.int(),
  usedAt: z.string().nullable(),
});
export type ShiftLinkLine = z.infer<typeof ShiftLinkLine>;

/** Behind a link: the token always comes in the body. */
export const LinkToken = z.strictObject({ token: z.string().min(20).max(100) });
export const ReportByLink = z.strictObject({ token: LinkToken.shape.token, notificationId: z.uuid(), report: Report });
export const ShiftLinkFacts = z.object({
  /** By the server's clock: a telephone that is lent may show another one. */
  now: z.string(),
  organisationName: z.string(),
  service: z.enum(services),
  label: z.string(),
  expiresAt: z.string(),
  areas: z.array(z.string()),
  reports: z.array(OwnReport),
});
export type ShiftLinkFacts = z.infer<typeof ShiftLinkFacts>;

export const Month = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });
export type Month = z.infer<typeof Month>;

/** Reports of one district and service; minutes to the first answer of those that were answered. */
export const MonthLine = z.object({
  area: z.string(),
  service: z.enum(services),
  reports: z.int(),
  answered: z.int(),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
  outcomes: z.record(z.enum(answerClasses), z.int()),
});
export type MonthLine = z.infer<typeof MonthLine>;
export const MonthView = z.object({
  month: z.string(),
  lines: z.array(MonthLine),
  total: MonthLine.omit({ area: true, service: true }),
  turnedDown: z.int(),
});
export type MonthView = z.infer<typeof MonthView>;

/** A share with a question: what of the file, why, how urgent, and until when an answer is due. */
export const SendReferral = z.strictObject({
  referralId: z.uuid(),
  shareId: z.uuid(),
  personId: z.uuid(),
  toOrganisationId: z.uuid(),
  kind: z.enum(referralKinds),
  sections: GiveShare.shape.sections,
  legalBasis: GiveShare.shape.legalBasis,
  /** In the share: shown to both organisations, no data about health. */
  purpose: GiveShare.shape.purpose,
  /** Sealed. */
  reason: z.string().trim().min(3).max(2000),
  needs: z.array(z.enum(referralNeeds)).min(1).max(referralNeeds.length),
  /** Asked for where the referral is by statute. */
  ground: z.enum(grounds).nullable().default(null),
  /** Which service or unit of the receiver; sealed, as it may tell of health. No person's name. */
  service: z.string().trim().min(2).max(200).nullable().default(null),
  urgency: z.enum(referralUrgencies),
  /** In an emergency: 112 has been called. */
  called112: z.boolean().default(false),
  /** On what an account of health rests; asked for where needs or sections tell of it. */
  healthBasis: z.enum(healthBases).nullable().default(null),
  /** `section`: the part of the file that it belongs to, one of those shared. */
  attachments: z
    .array(
      z.strictObject({
        attachmentId: z.uuid(),
        fileId: z.uuid(),
        section: GiveShare.shape.sections.unwrap().element,
        title: z.string().trim().min(1).max(120),
      }),
    )
    .max(attachmentsAtMost)
    .default([]),
});
export type SendReferral = z.infer<typeof SendReferral>;

export const ReferralId = z.strictObject({ referralId: z.uuid() });
export type ReferralId = z.infer<typeof ReferralId>;
export const TakeReferral = z.strictObject({ stepId: z.uuid(), referralId: z.uuid() });
export type TakeReferral = z.infer<typeof TakeReferral>;

/** `takenBy` with a redirection: who takes the person over and has confirmed it; the name of an institution, not of a person. */
export const DecideReferral = z.strictObject({
  stepId: z.uuid(),
  referralId: z.uuid(),
  decision: z.enum(decisions),
  reason: z.enum(decisionReasons).nullable().default(null),
  takenBy: z.string().trim().min(2).max(200).nullable().default(null),
  confirmed: z.boolean().default(false),
  /** With ACCEPTED, where the shared person is not tied yet: which of ours it is. */
  personId: z.uuid().nullable().default(null),
  linkId: z.uuid().nullable().default(null),
});
export type DecideReferral = z.infer<typeof DecideReferral>;

export const NoteAppearance = z.strictObject({
  stepId: z.uuid(),
  referralId: z.uuid(),
  appeared: z.boolean(),
  happenedOn: PlainDate,
});
export type NoteAppearance = z.infer<typeof NoteAppearance>;

/** What goes back: a class and, where something more was agreed, a short sentence. */
export const NoteOutcome = z.strictObject({
  stepId: z.uuid(),
  referralId: z.uuid(),
  outcome: z.enum(referralOutcomes),
  happenedOn: PlainDate,
  note: z.string().trim().min(1).max(500).nullable().default(null),
});
export type NoteOutcome = z.infer<typeof NoteOutcome>;

export const CloseReferral = z.strictObject({
  stepId: z.uuid(),
  referralId: z.uuid(),
  outcome: z.enum(referralOutcomes),
  /** With REDIRECTED or TAKEN_TO_HOSPITAL: who took over, and that they confirmed it. */
  takenBy: z.string().trim().min(2).max(200).nullable().default(null),
  confirmed: z.boolean().default(false),
});
export type CloseReferral = z.infer<typeof CloseReferral>;

export const ReferralStep = z.object({
  id: z.uuid(),
  kind: z.enum(["RECEIVED", "DECIDED", "APPEARED", "NOT_APPEARED", "OUTCOME", "CLOSED", "WITHDRAWN"]),
  decision: z.enum(decisions).nullable(),
  reason: z.enum(decisionReasons).nullable(),
  outcome: z.enum(referralOutcomes).nullable(),
  note: z.string().nullable(),
  confirmed: z.boolean(),
  happenedOn: PlainDate,
  takenAt: z.string(),
  /** Taken by our own organisation. */
  ours: z.boolean(),
});
export type ReferralStep = z.infer<typeof ReferralStep>;

export const Attachment = z.object({
  id: z.uuid(),
  section: z.string(),
  title: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
});
export type Attachment = z.infer<typeof Attachment>;

export const ReadAttachment = z.strictObject({ referralId: z.uuid(), attachmentId: z.uuid() });
export type ReadAttachment = z.infer<typeof ReadAttachment>;

const ReferralHead = {
  id: z.uuid(),
  shareId: z.uuid(),
  kind: z.enum(referralKinds),
  needs: z.array(z.enum(referralNeeds)),
  urgency: z.enum(referralUrgencies),
  sections: z.array(z.string()),
  healthBasis: z.enum(healthBases).nullable(),
  legalBasis: z.string(),
  ground: z.enum(grounds).nullable(),
  service: z.string().nullable(),
  sentAt: z.string(),
  feedbackDue: PlainDate,
  state: z.enum(referralStates),
  steps: z.array(ReferralStep),
};
/** A referral that we sent. */
export const SentReferral = z.object({
  ...ReferralHead,
  reason: z.string(),
  attachments: z.array(Attachment),
  personId: z.uuid(),
  personName: z.string(),
  toOrganisationName: z.string(),
  /** The entry of the consent register that it rests on. */
  consent: z.object({ kind: z.string(), givenOn: PlainDate, withdrawn: z.boolean() }).nullable(),
});
export type SentReferral = z.infer<typeof SentReferral>;
/** A referral to us. Who it is about is said by the share, why and with what files by reading it: each is opened on its own. */
export const ReceivedReferral = z.object({
  ...ReferralHead,
  origin: z.string(),
  shareOpen: z.boolean(),
  /** Why and with what may be read now; once the share or its consent has ended, `needs` and `sections` are empty too. */
  readable: z.boolean(),
  ownPersonId: z.uuid().nullable(),
  ownPersonName: z.string().nullable(),
});
export type ReceivedReferral = z.infer<typeof ReceivedReferral>;

export const ReceivedReason = z.object({
  reason: z.string(),
  sentByName: z.string().nullable(),
  attachments: z.array(Attachment),
});
export type ReceivedReason = z.infer<typeof ReceivedReason>;

/** A referral to us that waits for our answer; nothing of the person. */
export const DueReferral = z.object({
  id: z.uuid(),
  origin: z.string(),
  urgency: z.enum(referralUrgencies),
  feedbackDue: PlainDate,
});
export type DueReferral = z.infer<typeof DueReferral>;

export const PersonId = z.strictObject({ personId: z.uuid() });
export type PersonId = z.infer<typeof PersonId>;
