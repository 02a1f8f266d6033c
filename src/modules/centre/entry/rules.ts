import type { Role } from "../../../platform/access.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { ReferralState } from "../../referral/codes.ts";
import {
  type ApplicantKind,
  type ConsentProof,
  type Criterion,
  conditions,
  type EntryAct,
  type EntryOrigin,
  type EntryService,
  type EntryState,
  type Exclusion,
  exclusions,
  type Finding,
  type Issuer,
  type TargetGroup,
  targetGroups,
} from "./codes.ts";

export type EntryRefusal =
  | "entry.consent_missing"
  | "entry.consent_proof_missing"
  | "entry.applicant_missing"
  | "entry.representative_missing"
  | "entry.day_in_future"
  | "entry.no_target_group"
  | "entry.group_evidence_missing"
  | "entry.needs_met"
  | "entry.needs_evidence_missing"
  | "entry.evidence_against_file"
  | "entry.excluded"
  | "entry.exclusion_evidence_missing"
  | "entry.interview_missing"
  | "entry.opinion_missing"
  | "entry.reason_against_opinion"
  | "entry.reason_missing"
  | "entry.pup_only_long_term"
  | "entry.ops_not_told"
  | "entry.number_missing"
  | "entry.not_referred"
  | "entry.programme_not_signed"
  | "entry.programme_missing"
  | "entry.contract_not_signed"
  | "entry.contract_missing"
  | "entry.contract_number_missing"
  | "entry.issuer_is_no_centre"
  | "entry.ops_agreement_missing"
  | "entry.agreement_not_needed"
  | "entry.step_not_possible"
  | "entry.over";

/** Institutions apply only with the person's consent; a representative acts in the person's name. */
const actForThemselves: readonly ApplicantKind[] = ["SELF", "LEGAL_REP"];

/** Whether an application counts only with the person's consent. Source: docs/domain/rules.md R-CIS-03 */
export function needsConsent(applicant: ApplicantKind): boolean {
  return !actForThemselves.includes(applicant);
}

/**
 * Why an application cannot be taken, in the order of the form; empty when it can. `consentProof` undefined: the application is on
 * paper elsewhere, and its proof with it. Source: docs/domain/rules.md R-CIS-03; docs/domain/forms.md F-11
 */
export function refuseApplication(
  application: {
    applicantKind: ApplicantKind;
    applicantName: string;
    appliedOn: PlainDate;
    consentOn: PlainDate | null;
    consentProof?: ConsentProof | null;
  },
  today: PlainDate,
): EntryRefusal[] {
  const { applicantKind, applicantName, appliedOn, consentOn, consentProof } = application;
  const byInstitution = needsConsent(applicantKind);
  const unnamed = applicantName.trim() === "";
  return [
    ...(applicantKind === "LEGAL_REP" && unnamed ? (["entry.representative_missing"] as const) : []),
    ...(byInstitution && unnamed ? (["entry.applicant_missing"] as const) : []),
    ...(byInstitution && consentOn === null ? (["entry.consent_missing"] as const) : []),
    ...(byInstitution && consentOn !== null && consentProof === null ? (["entry.consent_proof_missing"] as const) : []),
    ...(appliedOn > today || (consentOn ?? appliedOn) > today ? (["entry.day_in_future"] as const) : []),
  ];
}

/**
 * What the form asks for and an application of an institution still lacks: listed, it stops nobody.
 * Source: docs/domain/forms.md F-11; docs/domain/rules.md R-CIS-03
 */
export function missingOfApplication(application: {
  applicantKind: ApplicantKind;
  applicantName: string;
  representative: string;
  consentOn: PlainDate | null;
  consentProof: ConsentProof | null;
  /** Whether the file knows who acts for the person; null: not asked. */
  representativeOnFile: boolean | null;
}): ("missing.applicant" | "missing.representative" | "missing.consentProof" | "missing.representativeOnFile")[] {
  const { applicantKind, applicantName, representative, consentOn, consentProof, representativeOnFile } = application;
  const byInstitution = needsConsent(applicantKind);
  return [
    ...(applicantKind !== "SELF" && applicantName.trim() === "" ? (["missing.applicant"] as const) : []),
    ...(byInstitution && representative.trim() === "" ? (["missing.representative"] as const) : []),
    ...(byInstitution && consentOn !== null && consentProof === null ? (["missing.consentProof"] as const) : []),
    ...(applicantKind === "LEGAL_REP" && representativeOnFile === false
      ? (["missing.representativeOnFile"] as const)
      : []),
  ];
}

/** What people found of each criterion; of one that is not there nobody has found anything. */
export type Found = Readonly<Partial<Record<Criterion, { finding: Finding }>>>;

/** Whether entitlement to a benefit keeps somebody out. An incapacity pensioner may join a club. Source: docs/domain/rules.md R-CIS-02 */
export function excludes(service: EntryService, benefit: Exclusion): boolean {
  return !(service === "KIS" && benefit === "INCAPACITY_PENSION");
}

/** The grounds that were found to be met, in the order of the act. Source: docs/domain/rules.md R-CIS-01 */
export function groupsMet(found: Found): TargetGroup[] {
  return targetGroups.filter((group) => found[group]?.finding === "MET");
}

/** Excluding benefits to which the person was found to be entitled. Source: docs/domain/rules.md R-CIS-02 */
export function exclusionsMet(service: EntryService, found: Found): Exclusion[] {
  return exclusions.filter((benefit) => excludes(service, benefit) && found[benefit]?.finding === "MET");
}

/** Criteria on which the way in hangs and of which there is no evidence: every excluding benefit; the condition; grounds as long as none is met. */
export function evidenceMissing(service: EntryService, found: Found): Criterion[] {
  const open = (criterion: Criterion) => (found[criterion]?.finding ?? "NO_EVIDENCE") === "NO_EVIDENCE";
  return [
    ...(groupsMet(found).length > 0 ? [] : targetGroups.filter(open)),
    ...conditions.filter(open),
    ...exclusions.filter((benefit) => excludes(service, benefit) && open(benefit)),
  ];
}

/**
 * What of the criteria stands in the way of a referral; empty: nothing. It rests on findings of people alone and decides
 * nothing by itself. Source: docs/domain/rules.md R-CIS-01, R-CIS-02; docs/domain/forms.md F-11
 */
export function refuseCriteria(service: EntryService, found: Found): EntryRefusal[] {
  const missing = evidenceMissing(service, found);
  const isGroup = (criterion: Criterion) => (targetGroups as readonly Criterion[]).includes(criterion);
  const refusals: EntryRefusal[] = [];
  if (groupsMet(found).length === 0)
    refusals.push(missing.some(isGroup) ? "entry.group_evidence_missing" : "entry.no_target_group");
  if (missing.includes("NEEDS_NOT_MET")) refusals.push("entry.needs_evidence_missing");
  else if (found.NEEDS_NOT_MET?.finding === "NOT_MET") refusals.push("entry.needs_met");
  if (exclusionsMet(service, found).length > 0) refusals.push("entry.excluded");
  if (missing.some((criterion) => (exclusions as readonly Criterion[]).includes(criterion)))
    refusals.push("entry.exclusion_evidence_missing");
  return refusals;
}

export type InterviewFacts = { heldOn: PlainDate; refused: boolean };

/** Why an opinion cannot be given on a day: the interview comes first. Source: docs/domain/rules.md R-INT-03, R-CIS-03 */
export function refuseOpinion(interview: InterviewFacts | null, opinionOn: PlainDate): EntryRefusal[] {
  const held = interview !== null && !interview.refused && interview.heldOn <= opinionOn;
  return held ? [] : ["entry.interview_missing"];
}

/**
 * Why a referral cannot be issued; empty when it can. The labour office refers the long-term unemployed alone, and tells the
 * OPS. A referral against the opinion says why: the law binds nobody to it. Source: docs/domain/rules.md R-CIS-01, R-CIS-02, R-CIS-03
 */
export function refuseIssuing(referral: {
  service: EntryService;
  issuer: Issuer;
  number: string;
  found: Found;
  opinion: "POSITIVE" | "NEGATIVE" | null;
  reason: string | null;
  opsToldOn: PlainDate | null;
}): EntryRefusal[] {
  const { service, issuer, number, found, opinion, reason, opsToldOn } = referral;
  const refusals = refuseCriteria(service, found);
  if (service === "CIS" && opinion === null) refusals.push("entry.opinion_missing");
  if (opinion === "NEGATIVE" && !reason?.trim()) refusals.push("entry.reason_against_opinion");
  if (issuer === "PUP" && found.LONG_TERM_UNEMPLOYED?.finding !== "MET") refusals.push("entry.pup_only_long_term");
  if (issuer === "PUP" && opsToldOn === null) refusals.push("entry.ops_not_told");
  if (number.trim() === "") refusals.push("entry.number_missing");
  return refusals;
}

/**
 * Whether this place refers and gives the opinion: an OPS (or CUS, kept as OPS), or a unit of social work, which is such a centre's
 * unit in an organisation that runs several things. `unitKinds`: of the actor's units that work with the person.
 * Source: docs/domain/rules.md R-CIS-03 (SE art. 12)
 */
export function refuseIssuer(place: { organisationKind: string; unitKinds: readonly string[] }): EntryRefusal[] {
  return place.organisationKind === "OPS" || place.unitKinds.includes("SOCIAL_WORK")
    ? []
    : ["entry.issuer_is_no_centre"];
}

/** The social contract on which a way into a club rests. `number` null: our own file has none that holds. `elsewhere`: it may be another organisation's. */
export type ContractBehind = { number: string | null; signedOn: PlainDate | null; elsewhere: boolean };

/**
 * Why the step into a club cannot be taken: its condition is a social contract that is realised. Of one that was concluded elsewhere
 * the number is told, when it is noted. A centre rests on its programme. Source: docs/domain/rules.md R-KIS-02, R-SC-06
 */
export function refuseWithoutContract(
  service: EntryService,
  contract: ContractBehind,
  told: { contractNo: string | null } | "ALREADY",
): EntryRefusal[] {
  if (service === "CIS" || contract.number !== null) return [];
  if (!contract.elsewhere) return ["entry.contract_missing"];
  return told === "ALREADY" || told.contractNo ? [] : ["entry.contract_number_missing"];
}

/** Whether one of these acts rests on a social contract. Source: docs/domain/rules.md R-KIS-02 */
export const asksForContract = (service: EntryService, acts: readonly EntryAct[]): boolean =>
  service === "KIS" && (acts.includes("sign") || acts.includes("admit"));

/**
 * Why the step into a centre that rests on a signed programme cannot be taken: `programmeSignedOn` is the day of the programme that
 * holds, null where none was signed. A club rests on the social contract. Source: docs/domain/rules.md R-CIS-03
 */
export function refuseWithoutProgramme(
  service: EntryService,
  programmeSignedOn: PlainDate | null,
  on: PlainDate,
): EntryRefusal[] {
  if (service === "KIS") return [];
  return programmeSignedOn === null || programmeSignedOn > on ? ["entry.programme_missing"] : [];
}

/** Whether one of these acts rests on a signed programme. Source: docs/domain/rules.md R-CIS-03 */
export const asksForProgramme = (service: EntryService, acts: readonly EntryAct[]): boolean =>
  service === "CIS" && (acts.includes("sign") || acts.includes("admit"));

/** States of a referral to another organisation after which nobody there acts on it: it may be made to another centre. */
const letterOver: readonly ReferralState[] = ["DECLINED", "REDIRECTED", "ANSWERED", "CLOSED", "WITHDRAWN"];

/** Whether whoever was asked has turned the referral down, or it was taken back. */
export function isLetterOver(letter: ReferralState | null): boolean {
  return letter !== null && letterOver.includes(letter);
}

/** `letter`: where the referral to another organisation stands; null: the centre is under the same roof, or the referral is on paper. */
export type Path = {
  service: EntryService;
  origin: EntryOrigin;
  opsAgreedOnPaper: boolean;
  letter: ReferralState | null;
};
export type EntryMove = { state: EntryState; refusal: null } | { state: null; refusal: EntryRefusal };

/** Where nobody acts on a path any more. */
export const endedStates: readonly EntryState[] = ["ADMITTED", "NOT_REFERRED", "NOT_ADMITTED", "WITHDRAWN"];

/** A path on which somebody still has to act. */
export function isUnderWay(state: EntryState): boolean {
  return !endedStates.includes(state);
}

const steps: Partial<Record<EntryState, Partial<Record<EntryAct, EntryState>>>> = {
  APPLIED: { opine: "OPINED", withdraw: "WITHDRAWN" },
  OPINED: { opine: "OPINED", refer: "REFERRED", "not-refer": "NOT_REFERRED", withdraw: "WITHDRAWN" },
  REFERRED: { sign: "SIGNED", decline: "NOT_ADMITTED", withdraw: "WITHDRAWN" },
  SIGNED: { agree: "AGREED", decline: "NOT_ADMITTED", withdraw: "WITHDRAWN" },
  AGREED: { admit: "ADMITTED", decline: "NOT_ADMITTED", withdraw: "WITHDRAWN" },
};

/**
 * APPLIED → OPINED → REFERRED → SIGNED → AGREED → ADMITTED into a centre: opinion of the OPS, referral, programme signed, agreement
 * of the OPS manager, admission. Into a club: APPLIED → REFERRED → SIGNED → ADMITTED, where the social contract is what is signed; an
 * opinion may be given. With a referral on paper the OPS agrees on paper. On the way: NOT_REFERRED, NOT_ADMITTED, WITHDRAWN. A partner
 * that turns the referral down leaves it REFERRED: the OPS refers again, or does not.
 * Source: docs/domain/rules.md R-CIS-03, R-KIS-02, R-SC-06
 */
export function moveEntry(
  from: EntryState,
  act: EntryAct,
  { service, origin, opsAgreedOnPaper, letter }: Path,
): EntryMove {
  const refused = (refusal: EntryRefusal): EntryMove => ({ state: null, refusal });
  if (!isUnderWay(from)) return refused("entry.over");
  if (service === "KIS" && from === "APPLIED" && act === "refer") return { state: "REFERRED", refusal: null };
  if (from === "APPLIED" && act === "not-refer" && service === "KIS") return { state: "NOT_REFERRED", refusal: null };
  if (from === "APPLIED" && (act === "refer" || act === "not-refer")) return refused("entry.opinion_missing");
  if (from === "REFERRED" && isLetterOver(letter)) {
    if (act === "refer") return { state: "REFERRED", refusal: null };
    if (act === "not-refer") return { state: "NOT_REFERRED", refusal: null };
  }
  if (act === "agree" && service === "KIS") return refused("entry.agreement_not_needed");
  if (act === "agree" && origin === "PAPER") return refused("entry.agreement_not_needed");
  if (from === "SIGNED" && act === "admit") {
    const agreed = service === "KIS" || (origin === "PAPER" && opsAgreedOnPaper);
    return agreed ? { state: "ADMITTED", refusal: null } : refused("entry.ops_agreement_missing");
  }
  const state = steps[from]?.[act];
  if (state) return { state, refusal: null };
  if (act === "sign" || act === "admit" || act === "agree") {
    if (from === "APPLIED" || from === "OPINED") return refused("entry.not_referred");
    if (from === "REFERRED")
      return refused(service === "KIS" ? "entry.contract_not_signed" : "entry.programme_not_signed");
  }
  return refused("entry.step_not_possible");
}

/** Who takes the next step: the OPS that keeps the path, or the centre or club that it leads to. */
export type NextStep = { act: EntryAct; by: "keeper" | "centre"; roles: readonly Role[] };
const managers = ["SOCIAL_WORK_MANAGER"] as const;
const waitsForAnswer: readonly ReferralState[] = ["SENT", "RECEIVED", "WAITLIST"];

/**
 * The step that is waited for, and whose it is; null when the path is over, or while another organisation owes its answer to the
 * referral, which is a task of its own. Source: docs/domain/rules.md R-CIS-03, R-CIS-04, R-KIS-02, R-SC-01
 */
export function nextOf(path: {
  state: EntryState;
  service: EntryService;
  origin: EntryOrigin;
  letter: ReferralState | null;
}): NextStep | null {
  const { state, service, origin, letter } = path;
  const refers: NextStep = { act: "refer", by: "keeper", roles: managers };
  const admits: NextStep = {
    act: "admit",
    by: "centre",
    roles: [service === "CIS" ? "CIS_MANAGER" : "KIS_COORDINATOR"],
  };
  switch (state) {
    case "APPLIED":
      return service === "CIS" ? { act: "opine", by: "keeper", roles: ["SOCIAL_WORKER"] } : refers;
    case "OPINED":
      return refers;
    case "REFERRED": {
      if (isLetterOver(letter)) return refers;
      const signs = [
        "REINTEGRATION_SOCIAL_WORKER",
        ...(service === "KIS" ? (["SOCIAL_WORKER"] as const) : []),
      ] as const;
      return letter !== null && waitsForAnswer.includes(letter) ? null : { act: "sign", by: "centre", roles: signs };
    }
    case "SIGNED":
      return service === "CIS" && origin === "APPLICATION" ? { act: "agree", by: "keeper", roles: managers } : admits;
    case "AGREED":
      return admits;
    default:
      return null;
  }
}

/** What the file itself says of the criteria; it is shown beside the finding of a person and never stands for it. */
export type FileFacts = {
  /** Null: nobody told. */
  inExitProgramme: boolean | null;
  /** First day of the registration that holds, without a break. */
  registeredSince: PlainDate | null;
  /** A year before today: registered longer is long-term in any reading of R-LTU-01. */
  yearAgo: PlainDate;
  income: readonly string[];
};
export type Hint = { says: "MET" | "NOT_MET"; from: "EXIT_PROGRAMME" | "PUP_REGISTRATION" | "INCOME" };

const incomeOf: Partial<Record<Exclusion, string>> = {
  UNEMPLOYMENT_BENEFIT: "UNEMPLOYMENT_BENEFIT",
  INCAPACITY_PENSION: "DISABILITY_PENSION",
  RETIREMENT_PENSION: "PENSION",
};

/** What the file says of a criterion, or null when it is silent. Source: docs/domain/rules.md R-CIS-01, R-CIS-02, R-IPWB-07, R-LTU-01 */
export function hintOf(criterion: Criterion, facts: FileFacts): Hint | null {
  if (criterion === "HOMELESS_IN_IPWB" && facts.inExitProgramme !== null)
    return { says: facts.inExitProgramme ? "MET" : "NOT_MET", from: "EXIT_PROGRAMME" };
  if (criterion === "LONG_TERM_UNEMPLOYED" && facts.registeredSince !== null && facts.registeredSince < facts.yearAgo)
    return { says: "MET", from: "PUP_REGISTRATION" };
  const source = incomeOf[criterion as Exclusion];
  return source && facts.income.includes(source) ? { says: "MET", from: "INCOME" } : null;
}

/** Findings that say the opposite of our own file without a word of what shows it. Source: docs/domain/rules.md R-IPWB-07, R-CIS-01 */
export function refuseAgainstFile(
  found: readonly { criterion: Criterion; finding: Finding; evidence: string }[],
  facts: FileFacts,
): EntryRefusal[] {
  const against = found.some(({ criterion, finding, evidence }) => {
    const says = hintOf(criterion, facts)?.says;
    return says !== undefined && finding !== "NO_EVIDENCE" && finding !== says && evidence.trim() === "";
  });
  return against ? ["entry.evidence_against_file"] : [];
}
