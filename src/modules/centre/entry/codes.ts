/** Code lists that the browser needs too, apart from the schemas. Source: docs/domain/forms.md F-11, code lists. */
export const entryServices = ["CIS", "KIS"] as const;
export type EntryService = (typeof entryServices)[number];

/** APPLICATION: the path runs here from its application on; PAPER: a centre received a referral made on paper elsewhere. */
export const entryOrigins = ["APPLICATION", "PAPER"] as const;
export type EntryOrigin = (typeof entryOrigins)[number];

export const applicantKinds = ["SELF", "LEGAL_REP", "ADDICTION_TREATMENT", "PCPR", "OPS_CUS", "NGO", "KIS"] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const targetGroups = [
  "HOMELESS_IN_IPWB",
  "ALCOHOL_ADDICTED",
  "DRUG_ADDICTED",
  "MENTAL_DISORDER",
  "LONG_TERM_UNEMPLOYED",
  "RELEASED_FROM_PRISON",
  "REFUGEE_IN_IPI",
  "DISABLED",
] as const;
export type TargetGroup = (typeof targetGroups)[number];

export const exclusions = [
  "UNEMPLOYMENT_BENEFIT",
  "PRE_RETIREMENT_ALLOWANCE",
  "PRE_RETIREMENT_BENEFIT",
  "STRUCTURAL_PENSION",
  "INCAPACITY_PENSION",
  "RETIREMENT_PENSION",
  "TEACHER_COMPENSATION_BENEFIT",
] as const;
export type Exclusion = (typeof exclusions)[number];
/** What goes with every ground: excluded, and not able to meet basic needs by own efforts. Source: docs/domain/rules.md R-CIS-01 (SE 1(2)) */
export const conditions = ["NEEDS_NOT_MET"] as const;
export type Condition = (typeof conditions)[number];
export type Criterion = TargetGroup | Condition | Exclusion;
export const criteria = [...targetGroups, ...conditions, ...exclusions] as const;

/** Of a ground: met or not; of an excluding benefit: entitled or not. A criterion that nobody has looked at has no evidence. */
export const findings = ["MET", "NOT_MET", "NO_EVIDENCE"] as const;
export type Finding = (typeof findings)[number];
/** On what a finding rests. */
export const findingSources = ["DOCUMENT", "FILE", "ASSESSMENT", "DECLARATION", "OTHER"] as const;

export const opinions = ["POSITIVE", "NEGATIVE"] as const;
export const issuers = ["OPS", "CUS", "PUP"] as const;
export type Issuer = (typeof issuers)[number];
export const communeAgreements = ["NOT_NEEDED", "AGREED", "MISSING"] as const;

/** How consent to an institution's application is proved: a signature on paper in the file, or an entry of the register of consents. */
export const consentProofs = ["PAPER", "REGISTER"] as const;
export type ConsentProof = (typeof consentProofs)[number];

export const centreGrounds = ["RESIDENT", "AGREEMENT", "FREE_PLACE"] as const;

export const entryStates = [
  "APPLIED",
  "OPINED",
  "REFERRED",
  "SIGNED",
  "AGREED",
  "ADMITTED",
  "NOT_REFERRED",
  "NOT_ADMITTED",
  "WITHDRAWN",
] as const;
export type EntryState = (typeof entryStates)[number];
export const entryActs = ["opine", "refer", "not-refer", "sign", "agree", "admit", "decline", "withdraw"] as const;
export type EntryAct = (typeof entryActs)[number];

export const entryPapers = ["application", "opinion", "referral"] as const;
export type EntryPaper = (typeof entryPapers)[number];
