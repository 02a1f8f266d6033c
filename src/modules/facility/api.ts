import { getJson } from "../../platform/ui/api.ts";
import { getCarrier, getDeviceState } from "../../platform/ui/carrier.ts";
import { now } from "../../platform/ui/clock.ts";
import type { FreePlaces, FreePlacesView } from "./contract.ts";
import type { FreePlacesHeld } from "./held.ts";

type Signal = { signal: AbortSignal };
const ask = ({ signal }: Signal) => getJson<FreePlacesView>("/api/places/free", { signal });

export const freePlacesQuery = { queryKey: ["places", "free"], queryFn: ask, refetchInterval: 60_000 };

/** Free places as this phone knows them; null when it keeps nothing, or nothing has come to it yet. */
async function heldPlaces(): Promise<{ facilities: FreePlaces[] } | null> {
  const carrier = getCarrier();
  if (!carrier || !getDeviceState()?.pulledAt) return null;
  const { freePlacesFromHeld } = await import("./held.ts");
  return { facilities: freePlacesFromHeld(await carrier.read<FreePlacesHeld>("free.places"), now().toISOString()) };
}

/** What the phone knows of free places and since when; null where it keeps nothing. It is there before the server has answered. */
export const heldPlacesQuery = {
  queryKey: ["places", "held"],
  queryFn: async () => {
    const held = await heldPlaces();
    return held && { ...held, asOf: getDeviceState()?.pulledAt ?? "" };
  },
  networkMode: "always" as const,
  refetchInterval: 60_000,
};

export const placesTonightQuery = {
  queryKey: ["places", "tonight"],
  queryFn: async (options: Signal): Promise<{ facilities: FreePlaces[] }> =>
    (await heldPlaces()) ?? (await ask(options)),
  refetchInterval: 60_000,
};
