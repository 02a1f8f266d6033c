import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { isSameCommune } from "../../casework/rules.ts";

export type CentreSeat = {
  /** TERYT of the communes where the centre was set up. */
  communes: readonly string[];
  /** TERYT of communes that have an agreement with those. */
  agreements: readonly string[];
  freePlaces: number;
};
export type CentreApplicant = {
  /** TERYT of where the person lives; null when not known. */
  commune: string | null;
  /** Whether the commune that sends the person has promised to pay. */
  sendingCommunePays: boolean;
};

/** On what ground somebody is admitted: RESIDENT comes first, the others after. */
export type CentreGround = "RESIDENT" | "AGREEMENT" | "FREE_PLACE";
export type CentreRefusal = "centre.commune_unknown" | "centre.no_free_place" | "centre.commune_does_not_pay";
export type CentreAnswer = { ground: CentreGround; refusals: [] } | { ground: null; refusals: CentreRefusal[] };

/**
 * Whether a centre for social integration may take somebody, and on what ground: residents of its communes; others under an
 * agreement of the communes, or on a free place for which the sending commune pays. It says what is missing, and refuses
 * nobody help: that is R-JUR-05. Source: docs/domain/rules.md R-JUR-04 (SE art. 12(5)).
 */
export function centreGround(seat: CentreSeat, { commune, sendingCommunePays }: CentreApplicant): CentreAnswer {
  const among = (communes: readonly string[]) =>
    communes.some((one) => commune !== null && isSameCommune(one, commune));
  if (among(seat.communes)) return { ground: "RESIDENT", refusals: [] };
  if (among(seat.agreements)) return { ground: "AGREEMENT", refusals: [] };
  const refusals: CentreRefusal[] = [];
  if (commune === null) refusals.push("centre.commune_unknown");
  if (seat.freePlaces < 1) refusals.push("centre.no_free_place");
  if (!sendingCommunePays) refusals.push("centre.commune_does_not_pay");
  return refusals.length > 0 ? { ground: null, refusals } : { ground: "FREE_PLACE", refusals: [] };
}

/** Who waits, in the order of admission: residents of the centre's communes before all others, each by the day of asking. Source: docs/domain/rules.md R-JUR-04. */
export function inOrderOfAdmission<A extends CentreApplicant & { askedOn: PlainDate }>(
  seat: CentreSeat,
  applicants: readonly A[],
): A[] {
  const rank = (one: A) => (centreGround(seat, one).ground === "RESIDENT" ? 0 : 1);
  return applicants.toSorted(
    (a, b) => rank(a) - rank(b) || (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0),
  );
}
