import { checkPesel } from "../../../platform/identifiers/pesel.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CandidateCard } from "./contract.ts";
import type { CandidateRefusal } from "./rules.ts";

type CardRefusal = { path: string; code: CandidateRefusal };

/** What of a card cannot be true, by field; empty: nothing. Source: docs/domain/rules.md R-ID-01, R-ID-03 */
export function refuseCard(card: CandidateCard, today: PlainDate): CardRefusal[] {
  const found: CardRefusal[] = [];
  const check = card.pesel === null ? null : checkPesel(card.pesel, today);
  if (check && !check.valid && !card.peselNeedsChecking) found.push({ path: "pesel", code: "candidate.pesel_invalid" });
  if (check?.valid && card.birthDate !== null && card.birthDate !== check.birthDate)
    found.push({ path: "birthDate", code: "candidate.pesel_other_birth" });
  if (card.birthDate !== null && card.birthDate > today)
    found.push({ path: "birthDate", code: "candidate.born_in_future" });
  if (card.notRegistered && card.registeredSince !== null)
    found.push({ path: "registeredSince", code: "candidate.both_registered" });
  if (card.notClient && card.clientSince !== null) found.push({ path: "clientSince", code: "candidate.both_client" });
  return found;
}

/** The card as it is kept: the PESEL without spaces, and what it tells of birth and sex where the card does not. */
export function completed(card: CandidateCard, today: PlainDate): CandidateCard {
  if (card.pesel === null) return { ...card, peselNeedsChecking: false };
  const pesel = card.pesel.replace(/\s/g, "");
  const check = checkPesel(pesel, today);
  if (!check.valid) return { ...card, pesel };
  return {
    ...card,
    pesel,
    peselNeedsChecking: false,
    birthDate: card.birthDate ?? check.birthDate,
    sex: card.sex ?? check.sex,
  };
}

export const emptyCard: CandidateCard = {
  firstName: "",
  lastName: "",
  pesel: null,
  peselNeedsChecking: false,
  birthDate: null,
  sex: null,
  phone: null,
  email: null,
  address: null,
  education: null,
  registeredSince: null,
  notRegistered: false,
  clientSince: null,
  notClient: false,
  labour: null,
  disability: null,
  commune: null,
  statements: {},
  remark: null,
};
