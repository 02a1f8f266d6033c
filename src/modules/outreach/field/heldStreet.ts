import { type Carrier, getCarrier, getDeviceState } from "../../../platform/ui/carrier.ts";
import { now, today } from "../../../platform/ui/clock.ts";
import { getSessionState } from "../../../platform/ui/session.ts";
import type { views as deviceViews } from "./deviceViews.ts";
import { type HeldEntry, type HeldPack, type HeldSite, type HeldUnit, heldKinds } from "./held.ts";
import type { Street } from "./street.ts";
import type { Asked } from "./tonightView.ts";

type Views = typeof deviceViews;
/** What a screen wants of the street; null: the phone does not have it. */
export type View<T> = (street: Street, asked: Asked, views: Views) => T | null;

/** The street as it was last worked out for an open device; `at`: as of which change. Gone with the device's carrier at a lock. */
type Known = { at: number; street: Promise<Street>; settled?: { street: Street; views: Views } };
const streets = new WeakMap<Carrier, Known>();

function knownOf(carrier: Carrier): Known {
  const at = carrier.changes();
  const before = streets.get(carrier);
  if (before?.at === at) return before;
  const known: Known = {
    at,
    street: import("./deviceViews.ts").then(async ({ views }) => {
      const [entries, packs, sites, units, pending] = await Promise.all([
        carrier.read<HeldEntry>(heldKinds.entry),
        carrier.read<HeldPack>(heldKinds.pack),
        carrier.read<HeldSite>(heldKinds.site),
        carrier.read<HeldUnit>(heldKinds.unit),
        carrier.pending(),
      ]);
      const street = views.laidOver({ ...views.whole({ entries, packs, sites, units }), pending });
      known.settled = { street, views };
      return street;
    }),
  };
  streets.set(carrier, known);
  known.street.catch(() => streets.get(carrier) === known && streets.delete(carrier));
  return known;
}

function openHere(): { carrier: Carrier; asked: Asked } | null {
  const carrier = getCarrier();
  const here = getSessionState();
  if (!carrier || !getDeviceState()?.pulledAt || !("session" in here)) return null;
  return { carrier, asked: { accountId: here.session.account.id, now: now().toISOString(), today: today() } };
}

/**
 * A view of the street as this phone knows it, with what was done here; null when the device is not open or nothing has
 * been sent to it yet: then the server is asked.
 */
export async function heldView<T>(view: View<T>): Promise<T | null> {
  const open = openHere();
  if (!open) return null;
  const known = knownOf(open.carrier);
  const street = await known.street;
  return known.settled ? view(street, open.asked, known.settled.views) : null;
}

/** The same at once, where the street is worked out already: a screen stands with its first drawing. */
export function heldNow<T>(view: View<T>): T | undefined {
  const open = openHere();
  if (!open) return undefined;
  const known = streets.get(open.carrier);
  if (!known?.settled || known.at !== open.carrier.changes()) return undefined;
  return view(known.settled.street, open.asked, known.settled.views) ?? undefined;
}
