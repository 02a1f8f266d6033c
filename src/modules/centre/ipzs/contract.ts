import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { askingSides, dayOffStates, endsByManager, ipzsEnds, provisionKinds, vocationalKinds } from "./codes.ts";
import { dueKinds, IPZS_STATES } from "./rules.ts";

const hours = z.number().min(0.25).max(40).multipleOf(0.25);
const dailyHours = z.number().min(0.25).max(24).multipleOf(0.25).nullable();
/** What was sealed before it was asked for has none. */
const sealedBefore = { dailyHours: dailyHours.default(null) };
const line = { id: z.uuid() };

/** An empty text or null: not written yet. Source: docs/domain/forms.md F-29. */
const content = {
  socialScope: z
    .array(z.strictObject({ ...line, form: z.string().max(200), hours: hours.nullable(), leader: z.string().max(200) }))
    .max(20),
  vocationalScope: z
    .array(
      z.strictObject({
        ...line,
        kind: z.enum(vocationalKinds),
        name: z.string().max(200),
        hours: hours.nullable(),
      }),
    )
    .max(20),
  /** `accountId`: a colleague, whose name the house writes; null: an outsider by name. */
  responsible: z
    .array(
      z.strictObject({
        ...line,
        accountId: z.uuid().nullable().default(null),
        name: z.string().max(300),
        area: z.string().max(200),
      }),
    )
    .max(20),
  trialFrom: PlainDate.nullable(),
  /** Null: as long as the law allows. */
  participationTo: PlainDate.nullable(),
  weeklyHours: hours.nullable(),
  /** The most on one day, which the cap for a disability asks for. */
  dailyHours,
  /** A severe or moderate degree of disability, for which the working-time cap holds (R-CIS-07). */
  capped: z.boolean(),
  benefitApplied: z.boolean(),
  benefitAppliedOn: PlainDate.nullable(),
  bankAccount: z.string().max(40),
  obligations: z.string().max(6000),
};
export const IpzsContent = z.strictObject(content);
export type IpzsContent = z.infer<typeof IpzsContent>;

/** The part that is stored sealed. */
export const SealedIpzs = IpzsContent.omit({ trialFrom: true, participationTo: true, weeklyHours: true }).extend(
  sealedBefore,
);
export type SealedIpzs = z.infer<typeof SealedIpzs>;

export const BeginIpzs = z.strictObject({ ipzsId: z.uuid(), caseId: z.uuid() });
export type BeginIpzs = z.infer<typeof BeginIpzs>;
/** Only the fields that were touched; `base` of the envelope is the version that was read. */
export const ChangeIpzs = z.strictObject({ ipzsId: z.uuid(), fields: IpzsContent.partial() });
export type ChangeIpzs = z.infer<typeof ChangeIpzs>;
/** A change of a programme that runs, signed by both sides. Source: docs/domain/rules.md R-CIS-04 */
export const AmendIpzs = z.strictObject({
  ipzsId: z.uuid(),
  fields: IpzsContent.omit({ trialFrom: true }).partial(),
  askedBy: z.enum(askingSides),
  signedOn: PlainDate,
  /** What changes and why, for the paper. */
  words: z.string().max(2000),
});
export type AmendIpzs = z.infer<typeof AmendIpzs>;

/** `words`: who agreed for the OPS; may be empty. */
export const AgreeIpzs = z.strictObject({ ipzsId: z.uuid(), agreedOn: PlainDate, words: z.string().max(300) });
export type AgreeIpzs = z.infer<typeof AgreeIpzs>;
export const ReasonedIpzs = z.strictObject({ ipzsId: z.uuid(), words: z.string().max(2000) });
export type ReasonedIpzs = z.infer<typeof ReasonedIpzs>;
export const AdmitIpzs = z.strictObject({ ipzsId: z.uuid(), admittedOn: PlainDate });
export type AdmitIpzs = z.infer<typeof AdmitIpzs>;
export const DecideTrial = z.strictObject({
  ipzsId: z.uuid(),
  qualified: z.boolean(),
  decidedOn: PlainDate,
  reason: z.string().max(4000),
});
export type DecideTrial = z.infer<typeof DecideTrial>;

export const AskExtension = z.strictObject({
  extensionId: z.uuid(),
  ipzsId: z.uuid(),
  askedBy: z.enum(askingSides),
  askedOn: PlainDate,
  months: z.int().min(1).max(60),
  /** The opinion of the social worker of the CIS, with what the programme has brought. */
  opinion: z.string().max(4000),
});
export type AskExtension = z.infer<typeof AskExtension>;
export const DecideExtension = z.strictObject({
  extensionId: z.uuid(),
  /** Null: not extended. */
  months: z.int().min(1).max(60).nullable(),
  decidedOn: PlainDate,
  reason: z.string().max(4000),
});
export type DecideExtension = z.infer<typeof DecideExtension>;

export const RecordIpzsJob = z.strictObject({ ipzsId: z.uuid(), takenOn: PlainDate, until: PlainDate });
export type RecordIpzsJob = z.infer<typeof RecordIpzsJob>;
export const ResignIpzs = z.strictObject({
  ipzsId: z.uuid(),
  statedOn: PlainDate,
  endedOn: PlainDate,
  /** What the person said; may be empty. */
  words: z.string().max(2000),
});
export type ResignIpzs = z.infer<typeof ResignIpzs>;
export const EndIpzs = z.strictObject({
  ipzsId: z.uuid(),
  reason: z.enum(endsByManager),
  decidedOn: PlainDate,
  endedOn: PlainDate,
  /** The facts on which the decision rests. */
  words: z.string().max(4000),
});
export type EndIpzs = z.infer<typeof EndIpzs>;
export const CertifyIpzs = z.strictObject({
  ipzsId: z.uuid(),
  issuedOn: PlainDate,
  number: z.string().trim().min(1).max(60),
  /** What the participant did and learned, for the paper; may be empty. */
  skills: z.string().max(4000).default(""),
  /** Why it replaces the one that was given. */
  reason: z.string().trim().max(2000).default(""),
});
export type CertifyIpzs = z.infer<typeof CertifyIpzs>;

export const AskDaysOff = z.strictObject({
  ipzsId: z.uuid(),
  askedOn: PlainDate,
  days: z
    .array(z.strictObject({ dayOffId: z.uuid(), day: PlainDate }))
    .min(1)
    .max(12),
});
export type AskDaysOff = z.infer<typeof AskDaysOff>;
export const AnswerDayOff = z.strictObject({
  dayOffId: z.uuid(),
  granted: z.boolean(),
  /** Why not; may be empty where it is granted. */
  reason: z.string().max(1000),
});
export type AnswerDayOff = z.infer<typeof AnswerDayOff>;
export const TakeBackDayOff = z.strictObject({ dayOffId: z.uuid() });
export type TakeBackDayOff = z.infer<typeof TakeBackDayOff>;

export const ProvideIpzs = z.strictObject({
  provisionId: z.uuid(),
  ipzsId: z.uuid(),
  kind: z.enum(provisionKinds),
  givenOn: PlainDate,
  until: PlainDate.nullable(),
});
export type ProvideIpzs = z.infer<typeof ProvideIpzs>;

export const IpzsSummary = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  caseId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  state: z.enum(IPZS_STATES),
  /** Null until the day of the trial is written. */
  days: z
    .object({ trialFrom: PlainDate, trialTo: PlainDate, participationTo: PlainDate, lastDay: PlainDate })
    .nullable(),
  endedOn: PlainDate.nullable(),
  /** What waits for the manager beside the state. */
  daysOffAsked: z.int(),
  extensionsAsked: z.int(),
  /** What of its days is near; `on` null: no day is set. */
  due: z.object({ what: z.enum(dueKinds), on: PlainDate.nullable() }).nullable(),
});
export type IpzsSummary = z.infer<typeof IpzsSummary>;

const by = { by: z.string() };
export const IpzsExtensionView = z.object({
  id: z.uuid(),
  askedBy: z.enum(askingSides),
  askedOn: PlainDate,
  months: z.int(),
  opinion: z.string(),
  ...by,
  /** Null: not decided. `months` null: not extended. */
  decision: z.object({ months: z.int().nullable(), on: PlainDate, ...by, reason: z.string() }).nullable(),
});
export type IpzsExtensionView = z.infer<typeof IpzsExtensionView>;

export const IpzsView = IpzsSummary.extend({
  version: z.int(),
  mayWrite: z.boolean(),
  mayDecide: z.boolean(),
  mayRecord: z.boolean(),
  preparedBy: z.string(),
  /** The referral by which the person came; null: none is known. */
  referral: z
    .object({
      entryId: z.uuid(),
      referredOn: PlainDate.nullable(),
      number: z.string().nullable(),
      opsAgreedOn: PlainDate.nullable(),
    })
    .nullable(),
  /** What of the way in holds the admission back; empty: nothing, or the person was admitted. */
  admissionRefusals: z.array(z.string()),
  begunOn: PlainDate,
  /** `bankAccount` is empty for whoever neither writes nor decides. */
  content: IpzsContent,
  /** Codes of what is missing before it is agreed; empty after that. */
  refusals: z.array(z.string()),
  /** Figures of the law for what the screen reckons. */
  limits: z.object({
    trialMonths: z.number(),
    participationMonths: z.number(),
    extensionMonths: z.number(),
    weekMin: z.number(),
    weekMax: z.number(),
    weekMaxDisability: z.number(),
    dayMaxDisability: z.number(),
    daysOff: z.number(),
    daysOffPerYear: z.number(),
    daysOffRoundUp: z.boolean(),
    afterJobMonths: z.number(),
    graduateMonths: z.number(),
    graduateStatusMonths: z.number(),
  }),
  extendedMonths: z.int(),
  steps: z.array(
    z.object({
      no: z.int(),
      act: z.string(),
      state: z.enum(IPZS_STATES),
      on: PlainDate,
      ...by,
      words: z.string(),
    }),
  ),
  extensions: z.array(IpzsExtensionView),
  daysOff: z.object({
    entitled: z.int(),
    granted: z.int(),
    asked: z.int(),
    days: z.array(
      z.object({
        id: z.uuid(),
        day: PlainDate,
        askedOn: PlainDate,
        state: z.enum(dayOffStates),
        by: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  }),
  provisions: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(provisionKinds),
      givenOn: PlainDate,
      until: PlainDate.nullable(),
      ...by,
    }),
  ),
  job: z.object({ takenOn: PlainDate, until: PlainDate }).nullable(),
  ending: z.object({ reason: z.enum(ipzsEnds), on: PlainDate, stepNo: z.int(), ...by }).nullable(),
  certificate: z.object({ issuedOn: PlainDate, number: z.string(), skills: z.string() }).nullable(),
  /** Every version of it, the one that holds first. */
  certificates: z.array(
    z.object({ no: z.int(), number: z.string(), issuedOn: PlainDate, by: z.string(), reason: z.string() }),
  ),
  /** Null: not a graduate. */
  graduateUntil: PlainDate.nullable(),
  versionNo: z.int(),
});
export type IpzsView = z.infer<typeof IpzsView>;

/** The programme as it stood at a version, without the account. */
export const IpzsSnapshot = IpzsContent.omit({ bankAccount: true }).extend(sealedBefore);
export type IpzsSnapshot = z.infer<typeof IpzsSnapshot>;
export const SealedIpzsVersion = z.object({ content: IpzsSnapshot, words: z.string() });
export const IpzsVersions = z.object({
  personId: z.uuid(),
  versions: z.array(
    z.object({
      no: z.int(),
      askedBy: z.enum(askingSides).nullable(),
      signedOn: PlainDate,
      madeOn: PlainDate,
      madeBy: z.string(),
      words: z.string(),
      content: IpzsSnapshot,
    }),
  ),
});
export type IpzsVersions = z.infer<typeof IpzsVersions>;
