import { cardsOfShift, contactOf, contactsOf, correctableOf } from "./cardViews.ts";
import { shiftsOf } from "./shiftViews.ts";
import { laidOver } from "./street.ts";
import { peopleOf, personOf, plannedOf, routesOf, sitesOf } from "./streetLists.ts";
import { tonightOf } from "./tonightView.ts";

/** All that a screen may ask of the phone, loaded as one when a device is open. */
export const views = {
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
