import { getJson } from "../../../../platform/ui/api.ts";
import type { Carrier } from "../../../../platform/ui/carrier.ts";
import { serverFirst } from "../../../../platform/ui/serverFirst.ts";
import type { OfferDay, OfferUnits } from "../contract.ts";
import { type HeldClass, type HeldGuest, type HeldUnit, heldOffer } from "./held.ts";
import { dayHere, dayLaidOver, type OfferDayHere, type OfferHeld, unitsHere } from "./offerHere.ts";

type Asking = { signal: AbortSignal };

async function heldOf(carrier: Carrier): Promise<OfferHeld> {
  const [units, classes, guests, pending] = await Promise.all([
    carrier.read<HeldUnit>(heldOffer.unit),
    carrier.read<HeldClass>(heldOffer.session),
    carrier.read<HeldGuest>(heldOffer.guest),
    carrier.pending(),
  ]);
  return { units, classes, guests, pending };
}

export const unitsQuery = {
  queryKey: ["activities", "units"],
  queryFn: ({ signal }: Asking) =>
    serverFirst<OfferUnits, OfferHeld>(signal, {
      ask: (until) => getJson<OfferUnits>("/api/open-offer/units", { signal: until }),
      held: heldOf,
      here: unitsHere,
      over: (answer) => answer,
    }),
  meta: { onPhone: true },
};

export const offerDayQuery = (unitId: string, day: string) => ({
  queryKey: ["activities", "offer", "day", unitId, day],
  queryFn: ({ signal }: Asking) =>
    serverFirst<OfferDayHere, OfferHeld>(signal, {
      ask: (until) => getJson<OfferDay>(`/api/open-offer/${unitId}/days/${day}`, { signal: until }),
      held: heldOf,
      here: (held) => dayHere(held, { unitId, day }),
      over: (answer, held) => dayLaidOver(answer, { unitId, day }, held),
    }),
  staleTime: 0, // several enter one evening: whoever comes back reads what the others did
  meta: { onPhone: true },
});
