/** Apart from the contracts, so that a screen does not carry the schema library. Who sent a candidate. Source: docs/domain/forms.md F-71 */
export const candidateSources = ["PUP", "OPS_REGION", "NGO_PARTNER", "SELF"] as const;
export type CandidateSource = (typeof candidateSources)[number];

/** What the criteria look at, each proved by itself; a statement of the project is named by its rule's id. */
export const provenFacts = [
  "born",
  "sex",
  "education",
  "registered",
  "client",
  "labour",
  "disability",
  "commune",
] as const;
export type ProvenFact = (typeof provenFacts)[number];

/** Where a value of a card is known from. `FILE` of the criteria means a person's file, which a candidate has none of. */
export const candidateEvidenceSources = ["PAPER", "OFFICE", "STATEMENT"] as const;

export const decisions = ["ACCEPTED", "RESERVE", "REJECTED"] as const;
export type Decision = (typeof decisions)[number];

export const rankingCauses = ["FIRST", "WITHDRAWAL", "RETURN", "CORRECTION", "LATE_CANDIDATE"] as const;
export const offerAnswers = ["TAKEN", "DECLINED", "NO_ANSWER"] as const;
/** How an offer ended: by the candidate's answer, because the organisation decided anew and took it away, or because the candidate withdrew. */
export const offerEndings = [...offerAnswers, "WITHDRAWN_BY_US", "WITHDREW"] as const;
export type OfferEnding = (typeof offerEndings)[number];

/** How far a candidate has come; the first that holds, from the end of the way. */
export const candidateStates = [
  "ERASED",
  "CARRIED",
  "WITHDRAWN",
  "LEFT",
  "STARTED",
  "ADMITTED",
  "ACCEPTED",
  "OFFERED",
  "RESERVE",
  "REJECTED",
  "PASS",
  "MISSING",
  "FAIL",
] as const;
export type CandidateState = (typeof candidateStates)[number];

/** What candidates sign, in the words of the organisation. Source: docs/domain/forms.md F-71 */
export const paperKinds = ["DECLARATION", "NOTICE"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The most candidates that one recruitment takes. */
export const candidatesAtMost = 2000;
