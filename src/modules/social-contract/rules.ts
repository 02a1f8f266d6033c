import type { PlainDate } from "../../platform/time/plainDate.ts";
import { isSameCommune } from "../casework/rules.ts";
import type { organisationKinds, unitKinds } from "../organisation/codes.ts";
import { refuseSignature, type SignatoryRole, type SignatureBlock, type SignatureRefusal } from "../person/rules.ts";
import type { ContractEnd, DutyResult } from "./codes.ts";

type OrganisationKind = (typeof organisationKinds)[number];
type UnitKind = (typeof unitKinds)[number];

export type ContractRefusal =
  | "contract.party_missing_person"
  | "contract.party_missing_ops"
  | "contract.not_by_social_worker"
  | "contract.not_by_centre"
  | "contract.duties_missing_person"
  | "contract.duties_missing_ops"
  | "contract.duties_missing_lead"
  | "contract.duty_without_due_date"
  | "contract.evaluation_missing"
  | "contract.consequences_missing"
  | "contract.consultation_missing"
  | "contract.consultation_reason_missing"
  | "contract.representative_missing"
  | "contract.signature_missing_ops"
  | "contract.signature_missing_lead"
  | "contract.content_changed"
  | "contract.frozen"
  | "contract.consultation_not_needed"
  | "contract.step_not_possible"
  | "contract.closed"
  | "contract.consultation_other_commune"
  | "contract.day_in_future"
  | "contract.day_too_early"
  | "contract.evaluation_incomplete"
  | "contract.evaluation_unknown_duty"
  | "contract.person_not_heard"
  | "contract.reason_not_of_this_end"
  | "contract.signature_not_expected"
  | "contract.signature_missing_member"
  | "contract.member_representative_missing"
  | "contract.member_is_adult"
  | "contract.member_needs_own_contract";

/** LEAD is the lead organisation of a tripartite contract. What the family promises is of the side PERSON. */
export type ContractSide = "PERSON" | "OPS" | "LEAD";

/** Further members of the family, each a party with a place of their own. */
export const MEMBERS = [
  "MEMBER_1",
  "MEMBER_2",
  "MEMBER_3",
  "MEMBER_4",
  "MEMBER_5",
  "MEMBER_6",
  "MEMBER_7",
  "MEMBER_8",
  "MEMBER_9",
] as const;
export type MemberSide = (typeof MEMBERS)[number];
export type PartySide = ContractSide | MemberSide;
/** A block on paper: the person's, of who represents them, of a member, the centre or the lead organisation. */
export type Signatory = PartySide | SignatoryRole;

export const isMember = (side: Signatory): side is MemberSide => side.startsWith("MEMBER_");
/** Whose place a block is. */
export const partySideOf = (signedAs: Signatory): PartySide =>
  isMember(signedAs) || signedAs === "OPS" || signedAs === "LEAD" ? signedAs : "PERSON";
/** The word for a party or a block: every member of the family is said the same. */
export const sideWord = (side: PartySide): ContractSide | "MEMBER" => (isMember(side) ? "MEMBER" : side);
export const signatoryWord = (signedAs: Signatory): Exclude<Signatory, MemberSide> | "MEMBER" =>
  isMember(signedAs) ? "MEMBER" : signedAs;

/** A further member of the family as a party. */
export interface FamilyMember {
  side: MemberSide;
  /** In which role somebody stands for them; null: they sign themselves. */
  representation: SignatoryRole | null;
  /** Their blocks on the day of signing, as their own file has it. */
  blocks: readonly SignatureBlock[];
}

/** A child is named and stands under the signatures of the adults; everybody else has a place, where needed their guardian's. */
export const hasPlace = ({ representation }: Pick<FamilyMember, "representation">): boolean =>
  representation !== "PARENT_OR_GUARDIAN";

/**
 * Why a member cannot be party as it is written: a child needs a parent or guardian named, an adult is no child, and who signs
 * with a curator's or adviser's consent concludes a contract of their own. Source: docs/domain/rules.md R-CAP-01, R-CAP-04
 */
export function refuseMember({ representation, blocks }: FamilyMember): ContractRefusal | null {
  const needed = blocks.map(({ who }) => who);
  if (
    blocks.some(({ act }) => act === "CONSENTS") ||
    representation === "CURATOR" ||
    representation === "TEMPORARY_ADVISER"
  )
    return "contract.member_needs_own_contract";
  if (representation === null) return needed.includes("PERSON") ? null : "contract.member_representative_missing";
  if (representation === "PARENT_OR_GUARDIAN" && !needed.includes("PARENT_OR_GUARDIAN"))
    return "contract.member_is_adult";
  return null;
}

export interface ContractContent {
  variant: "IA_IIA" | "IB_IIB";
  /** PERSON and OPS, in a tripartite contract LEAD as well. */
  parties: readonly ContractSide[];
  /** The social worker of OPS, CUS or PCPR who concludes it. */
  socialWorkerId: string | null;
  /** Whose social worker that is: the kinds of the organisation and of its unit. */
  concludedIn: { organisationKind: OrganisationKind; unitKind: UnitKind };
  duties: readonly { side: ContractSide; what: string; dueOn: PlainDate | null }[];
  evaluationDates: readonly PlainDate[];
  /** The information on what not keeping the contract may mean (art. 11(2)). */
  consequences: string;
  homeless: boolean;
  /** TERYT of the commune whose centre concludes the contract. */
  commune: string;
  /** TERYT, null when not known or never registered. */
  lastPermanentRegistration: string | null;
  consultedOn: PlainDate | null;
  /** TERYT of the centre that was consulted. */
  consultedCommune?: string | null;
  /** Why nobody was consulted, when the last registration is not known. */
  noConsultationReason: string | null;
  /** The person's blocks on the day of signing, from `signatureBlocks` of the person room. */
  signatureBlocks: readonly SignatureBlock[];
  /** The roles for which a representative is named in the contract. */
  representatives: readonly SignatoryRole[];
  /** Further members of the family; left out where the contract is one person's. */
  members?: readonly FamilyMember[];
}

/** The name that is expected under a block: who signs for a party, else the party. Empty where nobody is named. */
export function expectedSigner(
  contract: {
    parties: readonly {
      side: PartySide;
      name: string;
      representedBy: string | null;
      representation: SignatoryRole | null;
    }[];
    socialWorkerName: string | null;
  },
  signedAs: Signatory,
): string {
  if (signedAs === "OPS") return contract.socialWorkerName ?? "";
  const party = contract.parties.find(({ side }) => side === partySideOf(signedAs));
  if (signedAs === "PERSON") return party?.name ?? "";
  if (isMember(signedAs)) return party?.representedBy ?? party?.name ?? "";
  return signedAs === "LEAD" || party?.representation === signedAs ? (party?.representedBy ?? "") : "";
}

export type ConsultationNeed = "NOT_HOMELESS" | "OWN_COMMUNE" | "NEEDED" | "REGISTRATION_UNKNOWN";

/**
 * Whether the content must be agreed with the centre of the last permanent registration: when that is known and in
 * another commune; when it is not known, a reason is written. Source: docs/domain/rules.md R-JUR-03, R-SC-02.
 */
export function consultationNeed(
  contract: Pick<ContractContent, "homeless" | "commune" | "lastPermanentRegistration">,
): ConsultationNeed {
  if (!contract.homeless) return "NOT_HOMELESS";
  if (contract.lastPermanentRegistration === null) return "REGISTRATION_UNKNOWN";
  return isSameCommune(contract.lastPermanentRegistration, contract.commune) ? "OWN_COMMUNE" : "NEEDED";
}

/**
 * Whether social workers of this place conclude contracts: those of an OPS (or CUS, kept as OPS) or a PCPR, and those of a
 * unit of social work, which is such a centre's unit in an organisation that runs several things. A shelter's, a
 * centre's or a street team's social worker does not. Source: docs/domain/rules.md R-SC-01 (art. 108(1))
 */
export function concludesContracts({ organisationKind, unitKind }: ContractContent["concludedIn"]): boolean {
  return organisationKind === "OPS" || organisationKind === "PCPR" || unitKind === "SOCIAL_WORK";
}

const DUTIES_MISSING: Record<ContractSide, ContractRefusal> = {
  PERSON: "contract.duties_missing_person",
  OPS: "contract.duties_missing_ops",
  LEAD: "contract.duties_missing_lead",
};

/** Every party has at least one duty with words, and every duty a day. Source: docs/domain/rules.md R-SC-01, R-SC-03, R-SC-04. */
export function refuseDuties(
  parties: readonly ContractSide[],
  all: readonly { side: ContractSide; what: string; dueOn: PlainDate | null }[],
): readonly ContractRefusal[] {
  const duties = all.filter(({ what }) => what.trim() !== "");
  const refusals = (["PERSON", "OPS", "LEAD"] as const)
    .filter((side) => parties.includes(side) || side !== "LEAD")
    .filter((side) => !duties.some((duty) => duty.side === side))
    .map((side) => DUTIES_MISSING[side]);
  if (duties.some(({ dueOn }) => dueOn === null)) refusals.push("contract.duty_without_due_date");
  return refusals;
}

/**
 * What blocks the signing on `today`, in the order of the form; empty = it can be signed. Every party has at least one
 * duty, every duty a due date, and one evaluation or more is still ahead.
 * Source: docs/domain/rules.md R-SC-01 to R-SC-04, R-CAP-05, R-JUR-03.
 */
export function refuseSigning(contract: ContractContent, today: PlainDate): readonly ContractRefusal[] {
  const refusals: ContractRefusal[] = [];
  const parties = new Set(contract.parties);
  if (!parties.has("PERSON")) refusals.push("contract.party_missing_person");
  if (!parties.has("OPS")) refusals.push("contract.party_missing_ops");
  if (contract.socialWorkerId === null) refusals.push("contract.not_by_social_worker");
  if (!concludesContracts(contract.concludedIn)) refusals.push("contract.not_by_centre");
  refusals.push(...refuseDuties(contract.parties, contract.duties));
  if (!contract.evaluationDates.some((date) => date >= today)) refusals.push("contract.evaluation_missing");
  if (contract.consequences.trim() === "") refusals.push("contract.consequences_missing");
  const need = consultationNeed(contract);
  const consulted = contract.consultedOn !== null && contract.consultedOn <= today;
  if (need === "NEEDED" && !consulted) refusals.push("contract.consultation_missing");
  const { consultedCommune, lastPermanentRegistration } = contract;
  if (need === "NEEDED" && consulted && consultedCommune && lastPermanentRegistration)
    if (!isSameCommune(consultedCommune, lastPermanentRegistration))
      refusals.push("contract.consultation_other_commune");
  if (need === "REGISTRATION_UNKNOWN" && !consulted && !contract.noConsultationReason?.trim())
    refusals.push("contract.consultation_reason_missing");
  const named = ({ who }: SignatureBlock): boolean => who === "PERSON" || contract.representatives.includes(who);
  if (!contract.signatureBlocks.every(named)) refusals.push("contract.representative_missing");
  const ofMembers = (contract.members ?? []).map(refuseMember).filter((code) => code !== null);
  return [...refusals, ...new Set(ofMembers)];
}

export interface GivenSignatures {
  /** Signatures on the person's side. */
  person: readonly SignatoryRole[];
  ops: boolean;
  lead: boolean;
  /** Members of the family who signed, or whose guardian did. */
  members?: readonly MemberSide[];
}

/**
 * What is missing before the signed contract is complete; empty = complete. The statutory contract is valid without the
 * third signature, so a missing one is told apart. Of a family each member who has a place signs. Source: docs/domain/rules.md R-SC-03, R-CAP-05.
 */
export function refuseCompletion(
  contract: Pick<ContractContent, "parties" | "signatureBlocks" | "members">,
  given: GivenSignatures,
): { statutory: readonly (ContractRefusal | SignatureRefusal)[]; tripartite: readonly ContractRefusal[] } {
  const statutory: (ContractRefusal | SignatureRefusal)[] = [
    ...refuseSignature(contract.signatureBlocks, given.person),
  ];
  const signed = given.members ?? [];
  if ((contract.members ?? []).some((member) => hasPlace(member) && !signed.includes(member.side)))
    statutory.push("contract.signature_missing_member");
  if (!given.ops) statutory.push("contract.signature_missing_ops");
  const leadMissing = contract.parties.includes("LEAD") && !given.lead;
  return { statutory, tripartite: leadMissing ? ["contract.signature_missing_lead"] : [] };
}

export const CONTRACT_STATES = [
  "DRAFT",
  "AGREED_WITH_PERSON",
  "CONSULTED_WITH_OTHER_OPS",
  "SIGNED",
  "ACTIVE",
  "COMPLETED",
  "TERMINATED",
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export const CONTRACT_ACTS = [
  "agree",
  "redraft",
  "consult",
  "sign",
  "activate",
  "evaluate",
  "change",
  "complete",
  "terminate",
] as const;
export type ContractAct = (typeof CONTRACT_ACTS)[number];

/**
 * DRAFT → AGREED_WITH_PERSON → (CONSULTED_WITH_OTHER_OPS) → SIGNED → ACTIVE → COMPLETED | TERMINATED. Evaluations and
 * changes (annexes) are events of an active contract that leave it active. Before signing it may go back to draft.
 */
const PATH: Record<ContractState, Partial<Record<ContractAct, ContractState>>> = {
  DRAFT: { agree: "AGREED_WITH_PERSON" },
  AGREED_WITH_PERSON: { redraft: "DRAFT", consult: "CONSULTED_WITH_OTHER_OPS", sign: "SIGNED" },
  CONSULTED_WITH_OTHER_OPS: { redraft: "DRAFT", sign: "SIGNED" },
  SIGNED: { activate: "ACTIVE", terminate: "TERMINATED" },
  ACTIVE: { evaluate: "ACTIVE", change: "ACTIVE", complete: "COMPLETED", terminate: "TERMINATED" },
  COMPLETED: {},
  TERMINATED: {},
};

export type ContractMove = { state: ContractState; refusal: null } | { state: null; refusal: ContractRefusal };

/** The state after an act, or why it is not possible; signing needs the consultation where that is compulsory. Source: docs/domain/rules.md R-SC-02. */
export function moveContract(from: ContractState, act: ContractAct, need: ConsultationNeed): ContractMove {
  if (from === "COMPLETED" || from === "TERMINATED") return { state: null, refusal: "contract.closed" };
  if (act === "redraft" && (from === "SIGNED" || from === "ACTIVE")) return { state: null, refusal: "contract.frozen" };
  if (from === "AGREED_WITH_PERSON" && act === "sign" && need === "NEEDED")
    return { state: null, refusal: "contract.consultation_missing" };
  if (from === "AGREED_WITH_PERSON" && act === "consult" && (need === "NOT_HOMELESS" || need === "OWN_COMMUNE"))
    return { state: null, refusal: "contract.consultation_not_needed" };
  const state = PATH[from][act];
  return state ? { state, refusal: null } : { state: null, refusal: "contract.step_not_possible" };
}

/** A signed contract is changed by annex only. Source: docs/domain/rules.md R-DOC-02. */
export function refuseEdit(state: ContractState): ContractRefusal | null {
  return state === "DRAFT" || state === "AGREED_WITH_PERSON" || state === "CONSULTED_WITH_OTHER_OPS"
    ? null
    : "contract.frozen";
}

/**
 * The text whose SHA-256 freezes a signed contract: JSON with sorted keys, equal for equal content whatever the order of
 * its fields. Source: docs/domain/rules.md R-DOC-02.
 */
export function frozenText(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Whether the content still is what was signed. Source: docs/domain/rules.md R-DOC-02. */
export function refuseFrozenContent(signedHash: string, contentHash: string): ContractRefusal | null {
  return signedHash === contentHash ? null : "contract.content_changed";
}

/** How the last evaluation that spoke of a duty found it; null before the first. `evaluations`: oldest first. Source: docs/domain/rules.md R-SC-04. */
export function dutyResult(
  { evaluations }: { evaluations: readonly { results: readonly { dutyId: string; result: DutyResult }[] }[] },
  dutyId: string,
): DutyResult | null {
  return evaluations.flatMap(({ results }) => results).findLast((one) => one.dutyId === dutyId)?.result ?? null;
}

/** How a duty's result ends what is to be done; null while it is not kept, or only in part. Source: docs/domain/rules.md R-SC-04. */
export function dutyEnd(result: DutyResult | null): "DONE" | "NO_LONGER_RELEVANT" | null {
  if (result === "KEPT") return "DONE";
  return result === "NO_LONGER_RELEVANT" ? result : null;
}

/**
 * Whether the day of a duty that holds has passed and no evaluation found it kept or no longer relevant. The day itself is
 * still in time. It is a fact, of whatever side; nothing follows from it. Source: docs/domain/rules.md R-SC-04, R-SC-07.
 */
export function isDutyLate(
  duty: { dueOn: PlainDate | null; running: boolean },
  result: DutyResult | null,
  today: PlainDate,
): boolean {
  return duty.running && duty.dueOn !== null && duty.dueOn < today && dutyEnd(result) === null;
}

/** The earliest agreed evaluation that has not been held (the n-th evaluation answers the n-th date), or null. Source: docs/domain/rules.md R-SC-04. */
export function nextEvaluation(evaluationDates: readonly PlainDate[], held: number): PlainDate | null {
  return evaluationDates.toSorted()[held] ?? null;
}

/** Days on which the centre starts and stops paying health insurance for an unemployed person. Source: docs/domain/rules.md R-SC-05. */
export function insuranceTasks(contract: {
  unemployed: boolean;
  activeFrom: PlainDate;
  endedOn: PlainDate | null;
}): readonly { task: "START_INSURANCE" | "STOP_INSURANCE"; on: PlainDate }[] {
  if (!contract.unemployed) return [];
  const start = { task: "START_INSURANCE" as const, on: contract.activeFrom };
  return contract.endedOn === null ? [start] : [start, { task: "STOP_INSURANCE", on: contract.endedOn }];
}

/**
 * Whether a signed contract still wants a copy with the signatures: not where it was attached, nor where a scan or a checked
 * file lies with every signature. Source: docs/domain/rules.md R-DOC-01, R-DOC-02.
 */
export function isCopyMissing(given: readonly { hasFile: boolean }[], isAttached: boolean): boolean {
  return !isAttached && !given.every(({ hasFile }) => hasFile);
}

/** Days of the contract's steps come one after another and never lie ahead. Both days are inclusive. */
export function refuseStepDay(day: PlainDate, after: PlainDate | null, today: PlainDate): ContractRefusal | null {
  if (day > today) return "contract.day_in_future";
  return after !== null && day < after ? "contract.day_too_early" : null;
}

/** An evaluation answers for every duty of every side, no more and no less. Source: docs/domain/rules.md R-SC-04. */
export function refuseEvaluation(
  dutyIds: readonly string[],
  results: readonly { dutyId: string }[],
): ContractRefusal | null {
  const answered = new Set(results.map(({ dutyId }) => dutyId));
  if ([...answered].some((id) => !dutyIds.includes(id))) return "contract.evaluation_unknown_duty";
  return dutyIds.every((id) => answered.has(id)) ? null : "contract.evaluation_incomplete";
}

/**
 * A contract is completed when its goals are reached, at least in part, and broken off for any other reason. Who is said
 * to have broken it has been heard before; nothing follows from it by itself. Source: docs/domain/rules.md R-SC-02, R-SC-07.
 */
export function refuseEnd(
  act: "complete" | "terminate",
  end: { reason: ContractEnd; endedOn: PlainDate; heardOn: PlainDate | null },
): ContractRefusal | null {
  const reached = end.reason === "GOALS_ACHIEVED" || end.reason === "PARTLY_ACHIEVED";
  if (reached !== (act === "complete")) return "contract.reason_not_of_this_end";
  const heard = end.heardOn !== null && end.heardOn <= end.endedOn;
  return end.reason === "BREACH_BY_PERSON" && !heard ? "contract.person_not_heard" : null;
}

/** Active days are inclusive on both ends. Source: docs/domain/rules.md R-SC-06. */
export function isActiveOn(
  contract: { activeFrom: PlainDate | null; endedOn: PlainDate | null },
  day: PlainDate,
): boolean {
  return contract.activeFrom !== null && contract.activeFrom <= day && (contract.endedOn ?? day) >= day;
}
