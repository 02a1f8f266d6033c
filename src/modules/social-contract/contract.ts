import { z } from "zod";
import { Teryt } from "../../platform/identifiers/schemas.ts";
import { electronicMethods, signatureMethods } from "../../platform/signatures/methods.ts";
import { Drawing } from "../../platform/signatures/proofContract.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { spheres } from "../assessment/codes.ts";
import { ANNEX_STATES } from "./annexRules.ts";
import { askChannels, contractEnds, dutyResults } from "./codes.ts";
import { CONTRACT_OPENINGS } from "./opening.ts";
import { CONTRACT_STATES, MEMBERS } from "./rules.ts";

const text = z.string().max(4000);
const line = z.string().trim().max(300);
const Side = z.enum(["PERSON", "OPS", "LEAD"]);
const Representation = z.enum(["PARENT_OR_GUARDIAN", "GUARDIAN", "CURATOR", "TEMPORARY_ADVISER"]);
/** Whose place: a further member of the family is a party, no side of the duties. */
const PartySide = z.enum([...Side.options, ...MEMBERS]);
export const SignedAs = z.enum(["PERSON", ...Representation.options, "OPS", "LEAD", ...MEMBERS]);
export type SignedAs = z.infer<typeof SignedAs>;

export const Party = z.strictObject({
  side: PartySide,
  name: line.min(1),
  actsAs: line.nullable(),
  representedBy: line.nullable(),
  representation: Representation.nullable(),
  /** Of a member of the family: their own file. Left out of all others, so that signed words keep their hash. */
  personId: z.uuid().optional(),
});
export type Party = z.infer<typeof Party>;

/** What the form asks besides its tables; each field is merged on its own. */
const fields = {
  variant: z.enum(["IA_IIA", "IB_IIB"]),
  socialWorkerId: z.uuid().nullable(),
  commune: Teryt,
  homeless: z.boolean(),
  unemployed: z.boolean(),
  pupReferral: line.nullable(),
  situation: text.nullable(),
  resources: text.nullable(),
  barriers: text.nullable(),
  actionsSoFar: text.nullable(),
  consequences: text,
};
/** Part IB: registrations, months without work and qualifications, from the work history and then the worker's to mend. */
const unemployment = text.nullable();
const parties = z.array(Party).max(12);
const evaluationDates = z.array(PlainDate).max(24);

export const DraftContract = z.strictObject({
  contractId: z.uuid(),
  personId: z.uuid(),
  caseId: z.uuid().nullable(),
  unitId: z.uuid(),
  ...fields,
  unemployment: unemployment.default(null),
  parties,
  evaluationDates,
});
export type DraftContract = z.infer<typeof DraftContract>;

export const ChangeContract = z.strictObject({
  contractId: z.uuid(),
  changes: z.strictObject({ ...fields, unemployment, parties, evaluationDates }).partial(),
});
export type ChangeContract = z.infer<typeof ChangeContract>;

/** Which facts stand beside a duty when it is evaluated; no part of what is signed. */
const sphere = z.enum(spheres).nullable();
const Duty = z.strictObject({
  dutyId: z.uuid(),
  side: Side,
  what: z.string().max(1000),
  dueOn: PlainDate.nullable(),
  sphere: sphere.default(null),
});
export const SetDuties = z.strictObject({
  contractId: z.uuid(),
  /** Rows that are new or changed; rows that are not named stay. */
  duties: z.array(Duty).max(60),
  removed: z.array(z.uuid()).max(60),
});
export type SetDuties = z.infer<typeof SetDuties>;

export const SetGoals = z.strictObject({
  contractId: z.uuid(),
  goals: z
    .array(
      z.strictObject({
        goalId: z.uuid(),
        rank: z.enum(["MAIN", "SPECIFIC"]),
        what: z.string().max(1000),
        effect: z.string().max(1000).nullable(),
      }),
    )
    .max(30),
  removed: z.array(z.uuid()).max(30),
});
export type SetGoals = z.infer<typeof SetGoals>;

export const AgreeContract = z.strictObject({ contractId: z.uuid(), agreedOn: PlainDate });
export type AgreeContract = z.infer<typeof AgreeContract>;

export const ConsultContract = z.strictObject({
  consultationId: z.uuid(),
  contractId: z.uuid(),
  /** With whom and when, or null when with nobody. */
  consulted: z
    .strictObject({ centre: line.min(1), commune: Teryt, on: PlainDate, reference: line.nullable() })
    .nullable(),
  /** Why with nobody, when the last permanent registration is not known. */
  reason: z.string().max(1000).nullable(),
});
export type ConsultContract = z.infer<typeof ConsultContract>;

export const SignContract = z.strictObject({
  signatureId: z.uuid(),
  contractId: z.uuid(),
  signedAs: SignedAs,
  name: line.min(1),
  signedOn: PlainDate,
  method: z.enum(signatureMethods),
  /** Of a signature on paper: where it was given, and a scan of it. */
  place: line.nullable().optional(),
  fileId: z.uuid().nullable().optional(),
});
export type SignContract = z.infer<typeof SignContract>;

/** Which paper is signed: the contract's own, or that of one of its annexes. */
const annexId = z.uuid().nullable().optional();

export const IssueContract = z.strictObject({ documentId: z.uuid(), contractId: z.uuid(), annexId });
export type IssueContract = z.infer<typeof IssueContract>;

export const SignElectronically = z.strictObject({
  signatureId: z.uuid(),
  contractId: z.uuid(),
  annexId,
  signedAs: SignedAs,
  method: z.enum(electronicMethods),
  documentId: z.uuid(),
  fileId: z.uuid(),
});
export type SignElectronically = z.infer<typeof SignElectronically>;

export const DrawSignature = z.strictObject({
  proofId: z.uuid(),
  contractId: z.uuid(),
  annexId,
  signedAs: SignedAs,
  picture: Drawing,
});
export type DrawSignature = z.infer<typeof DrawSignature>;

export const AttachSignedCopy = z.strictObject({ contractId: z.uuid(), fileId: z.uuid() });
export type AttachSignedCopy = z.infer<typeof AttachSignedCopy>;

export const ActivateContract = z.strictObject({ contractId: z.uuid(), activeFrom: PlainDate });
export type ActivateContract = z.infer<typeof ActivateContract>;

export const AddAnnex = z.strictObject({
  annexId: z.uuid(),
  contractId: z.uuid(),
  agreedOn: PlainDate,
  what: z.string().trim().min(1).max(4000),
  duties: z.array(Duty).max(30),
  /** Duties that it ends, each with the one of `duties` that stands in its place; changing a duty is both. */
  ends: z
    .array(z.strictObject({ dutyId: z.uuid(), replacedBy: z.uuid().nullable() }))
    .max(60)
    .default([]),
  evaluationDates,
  fileId: z.uuid().nullable(),
  /** The evaluation that it is made of. */
  evaluationId: z.uuid().nullable().default(null),
});
export type AddAnnex = z.infer<typeof AddAnnex>;

export const SignAnnex = z.strictObject({
  signatureId: z.uuid(),
  contractId: z.uuid(),
  annexId: z.uuid(),
  signedAs: SignedAs,
  name: line.min(1),
  signedOn: PlainDate,
  method: z.enum(signatureMethods),
  place: line.nullable().optional(),
  fileId: z.uuid().nullable().optional(),
});
export type SignAnnex = z.infer<typeof SignAnnex>;

export const WithdrawAnnex = z.strictObject({ contractId: z.uuid(), annexId: z.uuid() });
export type WithdrawAnnex = z.infer<typeof WithdrawAnnex>;

export const AskCentre = z.strictObject({
  requestId: z.uuid(),
  contractId: z.uuid(),
  centre: line.min(1),
  commune: Teryt,
  askedOn: PlainDate,
  channel: z.enum(askChannels),
  answerBy: PlainDate,
});
export type AskCentre = z.infer<typeof AskCentre>;

/** How a party is reached; `seen` is the number that its sender saw. No part of what is signed. */
export const SetContact = z.strictObject({
  contractId: z.uuid(),
  side: PartySide,
  seen: z.string().max(40).nullable(),
  phone: z.string().trim().max(40).nullable(),
});
export type SetContact = z.infer<typeof SetContact>;

export const EvaluateContract = z.strictObject({
  evaluationId: z.uuid(),
  contractId: z.uuid(),
  heldOn: PlainDate,
  results: z.array(z.strictObject({ dutyId: z.uuid(), result: z.enum(dutyResults) })).max(100),
  personSaid: text.nullable(),
  conclusion: z.string().trim().min(1).max(4000),
  /** What changes; an annex makes it hold. */
  change: text.nullable().default(null),
});
export type EvaluateContract = z.infer<typeof EvaluateContract>;

export const EndContract = z.strictObject({
  contractId: z.uuid(),
  endedOn: PlainDate,
  reason: z.enum(contractEnds),
  heardOn: PlainDate.nullable(),
  note: text.nullable(),
});
export type EndContract = z.infer<typeof EndContract>;

const state = z.enum(CONTRACT_STATES);

/** A block on paper, with the signature where it was given. */
const place = z.object({
  signedAs: SignedAs,
  side: PartySide,
  act: z.enum(["SIGNS", "CONSENTS"]),
  name: z.string().nullable(),
  signedOn: PlainDate.nullable(),
  method: z.enum(signatureMethods).nullable(),
  /** Whether a scan or a checked signed file lies with it. */
  hasFile: z.boolean(),
});

/** Where one contract stands; all that a role with a summary gets to see. */
export const ContractStatus = z.object({
  id: z.uuid(),
  number: z.string(),
  variant: fields.variant,
  tripartite: z.boolean(),
  state,
  signedOn: PlainDate.nullable(),
  activeFrom: PlainDate.nullable(),
  endedOn: PlainDate.nullable(),
  nextEvaluation: PlainDate.nullable(),
});
export type ContractStatus = z.infer<typeof ContractStatus>;

/** A line of "my contracts". */
export const ContractLine = ContractStatus.extend({ personId: z.uuid(), personName: z.string() });
export type ContractLine = z.infer<typeof ContractLine>;

/** A person's own, and those of their family that they are a party of. */
export const ContractsOfPerson = z.object({
  contracts: z.array(ContractStatus.extend({ asMember: z.boolean() })),
  mayRead: z.boolean(),
  mayWrite: z.boolean(),
});
export type ContractsOfPerson = z.infer<typeof ContractsOfPerson>;

export const ContractView = ContractStatus.extend({
  personId: z.uuid(),
  caseId: z.uuid().nullable(),
  unitId: z.uuid(),
  version: z.int(),
  ...fields,
  unemployment,
  commune: z.string(),
  socialWorkerName: z.string().nullable(),
  lastPermanentRegistration: z.string().nullable(),
  homelessByFile: z.boolean(),
  consultationNeed: z.enum(["NOT_HOMELESS", "OWN_COMMUNE", "NEEDED", "REGISTRATION_UNKNOWN"]),
  parties: z.array(z.object(Party.shape)),
  goals: z.array(
    z.object({ id: z.uuid(), rank: z.enum(["MAIN", "SPECIFIC"]), what: z.string(), effect: z.string().nullable() }),
  ),
  duties: z.array(
    z.object({
      id: z.uuid(),
      side: Side,
      what: z.string(),
      dueOn: PlainDate.nullable(),
      sphere,
      annexId: z.uuid().nullable(),
      /** Whether it holds now: signed, or of an annex in force, and ended by none. */
      running: z.boolean(),
    }),
  ),
  evaluationDates: z.array(z.object({ dueOn: PlainDate, annexId: z.uuid().nullable() })),
  consultation: z
    .object({
      centre: z.string().nullable(),
      commune: z.string().nullable(),
      consultedOn: PlainDate.nullable(),
      reference: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  steps: z.array(z.object({ toState: state, onDay: PlainDate, byName: z.string().nullable() })),
  /** The blocks on paper, with the signature where it was given. */
  signatures: z.array(place),
  /** What blocks the first signature today; empty once somebody has signed. */
  blockers: z.array(z.string()),
  /** What is not there yet and blocks nothing but its own step. */
  missing: z.array(z.string()),
  /** SHA-256 of what was signed, hex; null before the first signature. */
  frozenHash: z.string().nullable(),
  /** False when the words are no longer those that were signed. */
  intact: z.boolean(),
  signedCopy: z.object({ sha256: z.string(), frozenAt: z.string() }).nullable(),
  annexes: z.array(
    z.object({
      id: z.uuid(),
      annexNo: z.int(),
      agreedOn: PlainDate,
      what: z.string(),
      evaluationId: z.uuid().nullable(),
      hasFile: z.boolean(),
      state: z.enum(ANNEX_STATES),
      /** Day from which it holds, or on which it was withdrawn. */
      onDay: PlainDate.nullable(),
      ends: z.array(z.object({ dutyId: z.uuid(), replacedBy: z.uuid().nullable() })),
      signatures: z.array(place),
      missing: z.array(z.string()),
      /** False when its words are no longer those that somebody signed. */
      intact: z.boolean(),
    }),
  ),
  /** Which centre was asked, latest first; centre and commune are null where the whereabouts are protected. */
  requests: z.array(
    z.object({
      id: z.uuid(),
      centre: z.string().nullable(),
      commune: z.string().nullable(),
      askedOn: PlainDate,
      channel: z.enum(askChannels),
      answerBy: PlainDate,
    }),
  ),
  contacts: z.array(z.object({ side: PartySide, phone: z.string().nullable() })),
  /** What it opens while it holds, by `contractOpens`. */
  opens: z.array(z.enum(CONTRACT_OPENINGS)),
  evaluations: z.array(
    z.object({
      id: z.uuid(),
      heldOn: PlainDate,
      personSaid: z.string().nullable(),
      conclusion: z.string(),
      change: z.string().nullable(),
      results: z.array(z.object({ dutyId: z.uuid(), result: z.enum(dutyResults) })),
    }),
  ),
  termination: z
    .object({
      endedOn: PlainDate,
      reason: z.enum(contractEnds),
      heardOn: PlainDate.nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
});
export type ContractView = z.infer<typeof ContractView>;

/** What a new contract starts from; nothing in it is decided by the machine. */
export const ContractStart = z.object({
  personName: z.string(),
  homelessByFile: z.boolean(),
  lastPermanentRegistration: z.string().nullable(),
  caseId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  centreName: z.string(),
  /** TERYT of the unit's newest contract; null before the first one. */
  lastCommune: z.string().nullable(),
});
export type ContractStart = z.infer<typeof ContractStart>;
