import { todayIn } from "../../../platform/time/instant.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { PlannedAssistance, SiteLine, StreetPerson } from "../contract.ts";
import { siteDueOn } from "../rules.ts";
import type { RouteView } from "../workContract.ts";
import type { HeldEntry } from "./held.ts";
import { onceFor } from "./once.ts";
import type { Street } from "./street.ts";

const timeZone = "Europe/Warsaw";
const day = (instant: string): PlainDate => todayIn(instant, timeZone);

/** Of codes and instants, which no language sorts its own way. */
export const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** People in the street, last met first. Lines that nothing changed are the very ones of the list before. */
export function peopleOf({ people, sites, made, set, changed }: Street): readonly StreetPerson[] {
  if (made.sites.length > 0 || made.siteChanges.length > 0)
    return [...people.values()].map((entry) => lineOf(sites, entry)).sort(lastMetFirst);
  const sent = linesOfSet(set.entries)(set.sites);
  if (changed.size === 0) return sent;
  const fresh = [...changed].flatMap((id) => people.get(id) ?? []).map((entry) => lineOf(sites, entry));
  return [...fresh, ...sent.filter(({ personId }) => !changed.has(personId))].sort(lastMetFirst);
}

const lastMetFirst = (one: StreetPerson, other: StreetPerson) =>
  byText(other.lastContactAt ?? "", one.lastContactAt ?? "");

const linesOfSet = onceFor((entries: Street["set"]["entries"]) =>
  onceFor((sites: Street["set"]["sites"]) => {
    const byId = new Map(sites.map((site) => [site.id, site]));
    return entries.map((entry) => lineOf(byId, entry)).sort(lastMetFirst);
  }),
);

/** One of them, also by a record that was merged into theirs. */
export function personOf(street: Street, personId: string): StreetPerson | null {
  const entry = street.people.get(street.rootOf(personId));
  return entry ? lineOf(street.sites, entry) : null;
}

function lineOf(sites: Street["sites"], entry: HeldEntry): StreetPerson {
  return {
    personId: entry.personId,
    personNo: entry.personNo,
    name: entry.name,
    sex: entry.sex ?? "UNKNOWN",
    ageBand: entry.ageBand,
    area: entry.area,
    siteName: sites.get(entry.siteId ?? "")?.name ?? null,
    placeHidden: entry.placeHidden,
    lastContactAt: entry.lastContactAt,
    lastContactId: entry.lastContactId,
    contacts: entry.contacts,
    nextStep: entry.step as StreetPerson["nextStep"], // a day of the set is a whole day
    nextContactOn: entry.nextContactOn as PlainDate | null,
  };
}

/** What is agreed with somebody and not yet done, the next first. */
export function plannedOf(street: Street, personId: string): PlannedAssistance[] {
  const { planned = [] } = street.people.get(street.rootOf(personId)) ?? {};
  return [...planned].sort((one, other) => byText(one.plannedAt, other.plannedAt));
}

/**
 * Places, those due first. What is due is reckoned here: the phone may have been without network for a day. `frost`: each is
 * due daily (R-OUT-07).
 */
export function sitesOf(street: Street, today: PlainDate, frost = false): SiteLine[] {
  return [...street.sites.values()]
    .map((site) => ({ ...site, dueOn: siteDueOn(site, site.lastVisitAt ? day(site.lastVisitAt) : null, today, frost) }))
    .sort(
      (one, other) =>
        (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999") || one.name.localeCompare(other.name, "pl"),
    );
}

/** Planned routes of the teams. */
export const routesOf = (street: Street): RouteView[] => street.units.flatMap(({ routes }) => [...routes]);
