import { type Jurisdiction, jurisdictionOf } from "./rules.ts";

/** What a person asks for, as far as it decides which commune answers. Source: docs/domain/rules.md R-JUR-01 to R-JUR-03 */
export const jurisdictionNeeds = ["BENEFIT", "SHELTER", "SOCIAL_CONTRACT", "NIGHT_SHELTER", "WARMING_CENTRE"] as const;

/** Where the commune of the last permanent registration, or of residence, lies as seen from where the person stays. */
export const ownCommunes = ["HERE", "ELSEWHERE", "NEVER", "UNKNOWN"] as const;

export interface JurisdictionAsked {
  need: (typeof jurisdictionNeeds)[number];
  /** Null: not known. */
  homeless: boolean | null;
  /** Where the own commune lies, that of the last permanent registration or, with a dwelling, of residence; null: not said. */
  own: (typeof ownCommunes)[number] | null;
  urgent: boolean;
  /** Null: the citizenship is not known. */
  foreigner: boolean | null;
}
export type WhoAnswers = Pick<Jurisdiction, "basis" | "admitAtOnce" | "decisionNeeded" | "interviewNeeded"> & {
  note: Jurisdiction["note"] | "jurisdiction.residence_unknown";
  by: "STAY" | "LAST_REGISTRATION" | "RESIDENCE";
  /** The citizenship decides, or would if it were known. */
  why: "FOREIGNER" | "CITIZENSHIP_UNKNOWN" | null;
  /** The own commune refunds that of the stay; null while it is not known which one it is. */
  refund: boolean | null;
  /** The contract is agreed with the own commune before it is signed. */
  consult: boolean;
};

/** What has to be said first to tell who answers, in the order of asking; empty = nothing. */
export function missingForJurisdiction(asked: JurisdictionAsked): ("homeless" | "own")[] {
  if (asked.need === "WARMING_CENTRE" || asked.need === "NIGHT_SHELTER") return [];
  if (asked.homeless === null) return ["homeless"];
  return asked.own === null ? ["own"] : [];
}

/**
 * Which commune answers, for somebody who knows whether the own commune is the one of the stay but no codes; null while
 * something is missing. Source: docs/domain/rules.md R-JUR-01, R-JUR-02, R-JUR-03.
 */
export function whoAnswers(asked: JurisdictionAsked): WhoAnswers | null {
  if (missingForJurisdiction(asked).length > 0) return null;
  const { need, urgent, foreigner } = asked;
  const homeless = asked.homeless ?? false;
  // The rule only compares communes, so any two different codes say "here" and "elsewhere".
  const stay = "1000000";
  const own = asked.own === "HERE" ? stay : asked.own === "ELSEWHERE" ? "2000000" : null;
  const told = jurisdictionOf({
    need,
    homeless,
    communeOfResidence: homeless ? null : own,
    lastPermanentRegistration: homeless ? (asked.own === "NEVER" ? "NEVER" : own) : null,
    communeOfStay: stay,
    urgent,
    foreigner: foreigner === true,
  });
  const { basis, admitAtOnce, decisionNeeded, interviewNeeded, note } = told;
  const isOwn = basis === "SA_101_1" || basis === "SA_101_2";
  const byStay = basis === "SA_101_3";
  return {
    basis,
    admitAtOnce,
    decisionNeeded,
    interviewNeeded,
    // where art. 101(3) decides, nothing waits for the own commune but the refund
    note: byStay ? null : note && !homeless ? "jurisdiction.residence_unknown" : note,
    why: whyOf(asked, basis),
    by: isOwn ? (homeless ? "LAST_REGISTRATION" : "RESIDENCE") : "STAY",
    refund: byStay && asked.own === "UNKNOWN" ? null : told.refundBy !== null,
    consult: told.consultWith !== null,
  };
}

/** Foreigners belong to the commune of stay, where no other provision says so already. Source: docs/domain/rules.md R-JUR-01 */
function whyOf({ foreigner }: JurisdictionAsked, basis: Jurisdiction["basis"]): WhoAnswers["why"] {
  if (basis === "SA_101_3") return foreigner ? "FOREIGNER" : null;
  if (basis === "SA_48A_8" || basis === "SA_108_1A") return null;
  return foreigner === null ? "CITIZENSHIP_UNKNOWN" : null;
}
