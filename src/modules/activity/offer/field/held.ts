import type { PlainDate } from "../../../../platform/time/plainDate.ts";

/**
 * What a phone holds of the open offer: `offer.unit`: where its user enters visits; `offer.session`: a class that a guest may join;
 * `offer.guest`: one who came lately, by what lists call them. Nobody whose whereabouts are protected is among them, for no reader
 * (C7), and no visit: what came of an evening is read with network.
 */
export const heldOffer = { unit: "offer.unit", session: "offer.session", guest: "offer.guest" } as const;

export type HeldUnit = { id: string; name: string };
export type HeldClass = { id: string; unitId: string; day: PlainDate; name: string; startsAt: string };
export type HeldGuest = {
  personId: string;
  name: string;
  /** On how many days they came to each of the units. */
  came: readonly { unitId: string; days: number }[];
};
