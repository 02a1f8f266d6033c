import { cardsOfShift, contactOf, contactsOf, correctableOf } from "./cardViews.ts";
import {
  type HeldEntry,
  type HeldPack,
  type HeldSite,
  type HeldUnit,
  wholeEntry,
  wholePack,
  wholeSite,
  wholeUnit,
} from "./held.ts";
import { onceFor } from "./once.ts";
import { shiftsOf } from "./shiftViews.ts";
import { type Held, laidOver } from "./street.ts";
import { peopleOf, personOf, plannedOf, routesOf, sitesOf } from "./streetLists.ts";
import { tonightOf } from "./tonightView.ts";

// once for each list that the device answers: with a card that is put, none of these changes
const entriesOf = onceFor((held: readonly HeldEntry[]) => held.map(wholeEntry));
const packsOf = onceFor((held: readonly HeldPack[]) => held.map(wholePack));
const sitesOfSet = onceFor((held: readonly HeldSite[]) => held.map(wholeSite));
const unitsOf = onceFor((held: readonly HeldUnit[]) => held.map(wholeUnit));

/** What came without its empty fields, whole again. */
const whole = ({ entries, packs, sites, units }: Omit<Held, "pending">): Omit<Held, "pending"> => ({
  entries: entriesOf(entries),
  packs: packsOf(packs),
  sites: sitesOfSet(sites),
  units: unitsOf(units),
});

/** All that a screen may ask of the phone, loaded as one when a device is open. */
export const views = {
  whole,
  laidOver,
  tonightOf,
  peopleOf,
  personOf,
  plannedOf,
  sitesOf,
  routesOf,
  shiftsOf,
  contactOf,
  contactsOf,
  correctableOf,
  cardsOfShift,
} as const;
