import type { QueryClient } from "@tanstack/react-query";
import { getCarrier, getDeviceState } from "../../../platform/ui/carrier.ts";
import { now, today } from "../../../platform/ui/clock.ts";
import { getSessionState } from "../../../platform/ui/session.ts";
import type { views as deviceViews } from "./deviceViews.ts";
import { type HeldEntry, type HeldPack, type HeldSite, type HeldUnit, heldKinds } from "./held.ts";
import type { Held, Street } from "./street.ts";
import type { Asked } from "./tonightView.ts";

type Views = typeof deviceViews;

/** What the server has sent to this phone, whole; kept in the query cache until the next pull, and gone with it at a lock. */
async function readHeld(): Promise<Omit<Held, "pending"> | null> {
  const carrier = getCarrier();
  if (!carrier) return null;
  const { wholeEntry, wholePack, wholeSite, wholeUnit } = await import("./held.ts");
  const [entries, packs, sites, units] = await Promise.all([
    carrier.read<HeldEntry>(heldKinds.entry),
    carrier.read<HeldPack>(heldKinds.pack),
    carrier.read<HeldSite>(heldKinds.site),
    carrier.read<HeldUnit>(heldKinds.unit),
  ]);
  return {
    entries: entries.map(wholeEntry),
    packs: packs.map(wholePack),
    sites: sites.map(wholeSite),
    units: units.map(wholeUnit),
  };
}

/**
 * A view of the street as this phone knows it, with what was done here; null when the device is not open or nothing has
 * been sent to it yet: then the server is asked.
 */
export async function heldView<T>(
  client: QueryClient,
  view: (street: Street, asked: Asked, views: Views) => T | null,
): Promise<T | null> {
  const carrier = getCarrier();
  const state = getDeviceState();
  const here = getSessionState();
  if (!carrier || !state?.pulledAt || !("session" in here)) return null;
  const { views } = await import("./deviceViews.ts");
  const { pulledAt, waiting, needsYou, sentAt } = state;
  const street = await client.fetchQuery({
    queryKey: ["held", "street", pulledAt, waiting, needsYou, sentAt],
    queryFn: async () => {
      const [held, pending] = await Promise.all([
        client.ensureQueryData({
          queryKey: ["held", "records", pulledAt],
          queryFn: readHeld,
          structuralSharing: false,
        }),
        carrier.pending(),
      ]);
      return held && views.laidOver({ ...held, pending });
    },
    staleTime: 0, // those who ask at the same moment share it; what is put a moment later is in the next one
    gcTime: 60_000,
    structuralSharing: false,
  });
  if (!street) return null;
  const accountId = here.session.account.id;
  return view(street, { accountId, now: now().toISOString(), today: today() }, views);
}
