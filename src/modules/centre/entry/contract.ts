import { z } from "zod";
import { Teryt } from "../../../platform/identifiers/schemas.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { GiveShare } from "../../partnership/contract.ts";
import { healthBases, referralStates } from "../../referral/codes.ts";
import {
  applicantKinds,
  centreGrounds,
  communeAgreements,
  consentProofs,
  criteria,
  entryActs,
  entryOrigins,
  entryPapers,
  entryServices,
  entryStates,
  findingSources,
  findings,
  issuers,
  opinions,
} from "./codes.ts";

const text = z.string().trim().max(2000);
const said = text.min(1).nullable().default(null);

/** `applicantName`: who applied where it is not the person: a representative, an institution. Both texts are sealed. */
const application = {
  entryId: z.uuid(),
  personId: z.uuid(),
  service: z.enum(entryServices),
  applicantKind: z.enum(applicantKinds),
  applicantName: z.string().trim().max(200).default(""),
  appliedOn: PlainDate,
  /** Day of the person's consent; asked for where an institution applies. */
  consentOn: PlainDate.nullable().default(null),
};
/** Source: docs/domain/forms.md F-11 */
export const ApplyForEntry = z.strictObject({
  ...application,
  words: text.default(""),
  /** Who acts for the institution that applies; sealed. */
  representative: z.string().trim().max(200).default(""),
  consentProof: z.enum(consentProofs).nullable().default(null),
  /** The entry of the register of consents. */
  consentId: z.uuid().nullable().default(null),
});
export type ApplyForEntry = z.infer<typeof ApplyForEntry>;

export const CriterionFound = z.strictObject({
  criterion: z.enum(criteria),
  finding: z.enum(findings),
  source: z.enum(findingSources),
  evidence: z.string().trim().max(500).default(""),
});
export type CriterionFound = z.infer<typeof CriterionFound>;
const found = z.array(CriterionFound).min(1).max(criteria.length);
/** Only the criteria that were touched; `base` of the envelope is the version that was read. */
export const CheckEntry = z.strictObject({ entryId: z.uuid(), found });
export type CheckEntry = z.infer<typeof CheckEntry>;

const step = { stepId: z.uuid(), entryId: z.uuid() };
/** `interviewId`: the family environmental interview that came before. */
export const OpineOnEntry = z.strictObject({
  ...step,
  interviewId: z.uuid().nullable().default(null),
  opinion: z.enum(opinions),
  words: text.min(3),
});
export type OpineOnEntry = z.infer<typeof OpineOnEntry>;

/** Where the person lives, and whether the commune that sends them pays for the place. Source: docs/domain/rules.md R-JUR-04 */
const residence = { commune: Teryt.nullable().default(null), communePays: z.boolean().default(false) };

/** `to` null: a centre or a club of our own. `words`: the reason of a referral against the opinion, or of no referral. */
export const ReferEntry = z.strictObject({
  ...step,
  refers: z.boolean(),
  issuer: z.enum(["OPS", "CUS"]).default("OPS"),
  referralNo: z.string().trim().max(60).default(""),
  communeAgreement: z.enum(communeAgreements).default("NOT_NEEDED"),
  ...residence,
  words: said,
  to: z
    .strictObject({
      referralId: z.uuid(),
      shareId: z.uuid(),
      toOrganisationId: z.uuid(),
      sections: GiveShare.shape.sections,
      legalBasis: GiveShare.shape.legalBasis,
      purpose: GiveShare.shape.purpose,
      /** Sealed; what the receiver is asked for. */
      reason: z.string().trim().min(3).max(2000),
      healthBasis: z.enum(healthBases).nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type ReferEntry = z.infer<typeof ReferEntry>;

/** A referral that was made on paper elsewhere, as the centre that received it enters it. */
export const RecordPaperEntry = z.strictObject({
  ...application,
  issuer: z.enum(issuers),
  issuerName: z.string().trim().min(2).max(200),
  referralNo: z.string().trim().max(60).default(""),
  referredOn: PlainDate,
  opsToldOn: PlainDate.nullable().default(null),
  interviewOn: PlainDate.nullable().default(null),
  opinion: z.enum(opinions).nullable().default(null),
  opinionOn: PlainDate.nullable().default(null),
  communeAgreement: z.enum(communeAgreements).default("NOT_NEEDED"),
  ...residence,
  words: said,
  found,
});
export type RecordPaperEntry = z.infer<typeof RecordPaperEntry>;

/**
 * The programme (a centre) was signed on that day. Into a club the contract of our own file says its day and number; of one that was
 * concluded elsewhere both are told.
 */
export const SignEntry = z.strictObject({
  ...step,
  signedOn: PlainDate.nullable().default(null),
  contractNo: z.string().trim().min(1).max(60).nullable().default(null),
});
export type SignEntry = z.infer<typeof SignEntry>;
export const AgreeEntry = z.strictObject({ ...step, words: said });
export type AgreeEntry = z.infer<typeof AgreeEntry>;

/** `words`: why not; `feedback`: what goes back to whoever referred. `opsAgreedOn`: as the paper shows it. */
export const DecideEntry = z.strictObject({
  ...step,
  admitted: z.boolean(),
  opsAgreedOn: PlainDate.nullable().default(null),
  words: said,
  feedback: z.string().trim().min(1).max(500).nullable().default(null),
});
export type DecideEntry = z.infer<typeof DecideEntry>;
export const WithdrawEntry = z.strictObject({ ...step, words: said });
export type WithdrawEntry = z.infer<typeof WithdrawEntry>;
export const EntryId = z.strictObject({ entryId: z.uuid() });
export type EntryId = z.infer<typeof EntryId>;

/** What is stored sealed. `at`: the version with which the finding came. */
export const SealedWords = z.object({
  applicantName: z.string(),
  words: z.string(),
  representative: z.string().default(""),
});
export const SealedFound = z.partialRecord(
  z.enum(criteria),
  CriterionFound.omit({ criterion: true }).extend({ at: z.int() }),
);
export type SealedFound = z.infer<typeof SealedFound>;

export const EntryLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  service: z.enum(entryServices),
  origin: z.enum(entryOrigins),
  state: z.enum(entryStates),
  /** Day of the last step. */
  since: PlainDate,
  /** The other organisation: who referred to us, or whom we referred to; null when all is under one roof. */
  withName: z.string().nullable(),
  ours: z.boolean(),
  /** Acts that are mine now, withdrawing left out. */
  myActs: z.array(z.enum(entryActs)),
});
export type EntryLine = z.infer<typeof EntryLine>;
export const EntriesView = z.object({ entries: z.array(EntryLine) });

export const CriterionView = z.object({
  criterion: z.enum(criteria),
  /** False: a benefit that does not keep anybody out of this service. */
  counts: z.boolean(),
  finding: z.enum(findings),
  /** Null: nobody has looked at it, or a partner's finding. */
  source: z.enum(findingSources).nullable(),
  evidence: z.string(),
  /** What our own file says of it. */
  hint: z
    .object({ says: z.enum(["MET", "NOT_MET"]), from: z.enum(["EXIT_PROGRAMME", "PUP_REGISTRATION", "INCOME"]) })
    .nullable(),
});
export type CriterionView = z.infer<typeof CriterionView>;

export const EntryStepView = z.object({
  no: z.int(),
  act: z.enum(["apply", ...entryActs]),
  doneOn: PlainDate,
  by: z.string(),
  /** Taken by our own organisation. */
  ours: z.boolean(),
  opinion: z.enum(opinions).nullable(),
  interviewOn: PlainDate.nullable(),
  issuer: z.enum(issuers).nullable(),
  referralNo: z.string().nullable(),
  opsToldOn: PlainDate.nullable(),
  communeAgreement: z.enum(communeAgreements).nullable(),
  opsAgreedOn: PlainDate.nullable(),
  commune: z.string().nullable(),
  communePays: z.boolean().nullable(),
  /** On what ground a centre admitted. */
  ground: z.enum(centreGrounds).nullable(),
  /** The social contract on which the way into a club rests. */
  contractNo: z.string().nullable(),
  /** Null: none, or not for this reader. */
  words: z.string().nullable(),
});
export type EntryStepView = z.infer<typeof EntryStepView>;

export const EntryView = z.object({
  ...EntryLine.shape,
  version: z.int(),
  applicantKind: z.enum(applicantKinds),
  applicantName: z.string(),
  representative: z.string(),
  words: z.string(),
  appliedOn: PlainDate,
  consentOn: PlainDate.nullable(),
  consentProof: z.enum(consentProofs).nullable(),
  /** What the form asks for and the application lacks; empty: nothing, or not for this reader. */
  missing: z.array(z.string()),
  /** Of a centre, for whoever decides of admission: the ground, or what is missing; null: nobody wrote down its places. */
  seat: z.object({ ground: z.enum(centreGrounds).nullable(), refusals: z.array(z.string()) }).nullable(),
  /** Of a centre, for whoever signs or admits: the day of the signed programme that holds; null: there is none, or it is not asked. */
  programmeSignedOn: PlainDate.nullable(),
  /** Of a club, for whoever signs or admits: the social contract that holds; null: it is not asked. */
  contract: z
    .object({ number: z.string().nullable(), signedOn: PlainDate.nullable(), elsewhere: z.boolean() })
    .nullable(),
  /** The commune that our own file names, offered for the referral. */
  fileCommune: z.string().nullable(),
  /** Where the referral to another organisation stands, told to whoever sent it. */
  letter: z.enum(referralStates).nullable(),
  /** Null: not for this reader. */
  criteria: z.array(CriterionView).nullable(),
  /** Grounds that were met and are of a section that this reader does not read, or that was not shared. */
  hiddenGrounds: z.int(),
  /** What of the criteria stands in the way of a referral; empty: nothing, or not for this reader. */
  refusals: z.array(z.string()),
  steps: z.array(EntryStepView),
  mayCheck: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Papers that this reader may print: of an own path those that are there, of a received one the referral. */
  papers: z.array(z.enum(entryPapers)),
});
export type EntryView = z.infer<typeof EntryView>;

/** The communes in which a centre was set up and those with an agreement, by TERYT; its places. Source: docs/domain/rules.md R-JUR-04 */
export const SetCentrePlaces = z.strictObject({
  placesId: z.uuid(),
  unitId: z.uuid(),
  validFrom: PlainDate,
  communes: z.array(Teryt).min(1).max(50),
  agreements: z.array(Teryt).max(200).default([]),
  places: z.int().min(0).max(2000),
});
export type SetCentrePlaces = z.infer<typeof SetCentrePlaces>;

const Waiting = z.object({
  entryId: z.uuid(),
  personName: z.string(),
  state: z.enum(entryStates),
  appliedOn: PlainDate,
  commune: z.string().nullable(),
  ground: z.enum(centreGrounds).nullable(),
  refusals: z.array(z.string()),
});
/** `waiting` of a unit: whoever it works with, in the order of admission by its own places, residents first; `elsewhere`: those of no unit of the list. */
export const CentrePlacesView = z.object({
  units: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      now: z
        .object({
          validFrom: PlainDate,
          communes: z.array(z.string()),
          agreements: z.array(z.string()),
          places: z.int(),
          taken: z.int(),
          free: z.int(),
        })
        .nullable(),
      waiting: z.array(Waiting),
    }),
  ),
  elsewhere: z.array(Waiting),
});
export type CentrePlacesView = z.infer<typeof CentrePlacesView>;
