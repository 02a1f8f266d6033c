import type { QueryClient } from "@tanstack/react-query";
import { getJson, NetworkFailure } from "../../platform/ui/api.ts";
import { getCarrier } from "../../platform/ui/carrier.ts";
import type { ContactLine, ContactView, PlannedAssistance, SiteLine, StreetPerson, Tonight } from "./contract.ts";
import { heldNow, heldView, type View } from "./field/heldStreet.ts";

export type { ShiftHere } from "./field/shiftViews.ts";

import type { AssistanceLine, RouteView, SitePhotoLine } from "./workContract.ts";

export { aloneQuery } from "./office/api.ts";

type Asking = { signal: AbortSignal };

/**
 * Each asks the open device first, then the server: a screen of the street is the same with and without network. What the
 * device knows stands with the first drawing.
 */
const fromStreet = <T>(queryKey: readonly string[], view: View<T>, ask: (asking: Asking) => Promise<T>) => ({
  queryKey,
  queryFn: async (asking: Asking): Promise<T> => (await heldView(view)) ?? ask(asking),
  initialData: () => heldNow(view),
  meta: { onPhone: true },
});

export const tonightQuery = fromStreet<Tonight>(
  ["outreach", "tonight"],
  (street, asked, views) => views.tonightOf(street, asked),
  (asking) => getJson("/api/outreach/tonight", asking),
);

type People = { people: readonly StreetPerson[] };
export const streetPeopleQuery = {
  ...fromStreet<People>(
    ["outreach", "people"],
    (street, _, views) => ({ people: views.peopleOf(street) }),
    (asking) => getJson("/api/outreach/people", asking),
  ),
  structuralSharing: false, // five thousand lines are not compared field by field
};

/** One of them, for the card; null for somebody who is not in reach. As known at this moment: a card begins with it. */
export const streetPersonQuery = (personId: string, client: QueryClient) => ({
  ...fromStreet<{ person: StreetPerson | null }>(
    ["outreach", "people", personId],
    (street, _, views) => ({ person: views.personOf(street, personId) }),
    async () => {
      const { people } = await client.ensureQueryData(streetPeopleQuery);
      return { person: people.find((each) => each.personId === personId) ?? null };
    },
  ),
  gcTime: 0,
});

export const sitesQuery = fromStreet<{ sites: SiteLine[] }>(
  ["outreach", "sites"],
  (street, { today }, views) => ({ sites: views.sitesOf(street, today) }),
  (asking) => getJson("/api/outreach/sites", asking),
);

export const routesQuery = fromStreet<{ routes: RouteView[] }>(
  ["outreach", "routes"],
  (street, _, views) => ({ routes: views.routesOf(street) }),
  (asking) => getJson("/api/outreach/routes", asking),
);

/** One's own shifts of the last days as the phone knows them, the last begun first, and the names of their places; null: ask the server. */
export const shiftsOnPhone = () =>
  heldView((street, { accountId }, views) => ({
    shifts: views.shiftsOf(street, accountId),
    siteNames: Object.fromEntries([...street.sites.values()].map(({ id, name }) => [id, name])),
    units: Object.fromEntries(street.units.map(({ unitId, name }) => [unitId, name])),
    routeNames: Object.fromEntries(views.routesOf(street).map(({ id, name }) => [id, name])),
  }));

/** A card, whole where it was written here and is not sent yet; `onPhone`: without the note and what was seen of health. */
export type ContactRead = { contact: ContactView; onPhone?: true };

/** What the phone itself shows of somebody is a reading too. */
function noteRead(whom: { personId: string | null } | null | undefined): void {
  if (whom?.personId) getCarrier()?.noteRead(whom.personId);
}

export const contactQuery = (contactId: string) =>
  fromStreet<ContactRead>(
    ["outreach", "contact", contactId],
    (street, { accountId }, views) => {
      const found = views.correctableOf(street, contactId, accountId);
      noteRead(found?.contact);
      if (!found) return null;
      return found.keepsSealed ? { contact: found.contact, onPhone: true } : { contact: found.contact };
    },
    ({ signal }) => readContact(contactId, signal),
  );

/**
 * The last card of somebody, to prefill the next one: a card that lies on the server alone is not waited for without
 * network, the next one is then recorded without it.
 */
export const lastCardQuery = (contactId: string) => ({
  ...fromStreet<{ contact: ContactView | null }>(
    ["outreach", "last-card", contactId],
    (street, { accountId }, views) => {
      const contact = views.contactOf(street, contactId, accountId);
      noteRead(contact);
      return { contact };
    },
    ({ signal }) => readContact(contactId, signal),
  ),
  gcTime: 0,
});

/** The whole card, from the server alone. */
export const wholeContactQuery = (contactId: string) => ({
  queryKey: ["outreach", "contact", contactId, "whole"],
  queryFn: ({ signal }: { signal: AbortSignal }) => readContact(contactId, signal),
});

/**
 * A card to be corrected: as it was written here, else from the server; without network as the phone holds it, and what it does not
 * hold then stays as it was.
 */
export const correctableQuery = (contactId: string) => ({
  queryKey: ["outreach", "contact", contactId, "correctable"],
  queryFn: async ({ signal }: Asking): Promise<{ contact: ContactView; keepsSealed: boolean }> => {
    const found = await heldView((street, { accountId }, views) => views.correctableOf(street, contactId, accountId));
    noteRead(found?.contact);
    if (found && !found.keepsSealed) return found;
    try {
      return { ...(await readContact(contactId, signal)), keepsSealed: false };
    } catch (error) {
      if (found && error instanceof NetworkFailure) return found;
      throw error;
    }
  },
});

/** Cards of the shift that goes on, as the phone knows them; none where nothing is kept on this device. */
export const cardsOfShiftQuery = {
  queryKey: ["outreach", "cards-of-shift"],
  queryFn: async () => ({
    cards: (await heldView((street, { accountId }, views) => views.cardsOfShift(street, accountId))) ?? [],
  }),
};

const readContact = (contactId: string, signal: AbortSignal) =>
  getJson<{ contact: ContactView }>(`/api/outreach/contacts/${contactId}`, { signal });

export const contactsOfPersonQuery = (personId: string) => ({
  queryKey: ["outreach", "contacts", personId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ contacts: ContactLine[] }>(`/api/people/${personId}/contacts`, { signal }),
});

/** Planned and done accompaniment of a person, for the street team alone. */
export const assistanceOfPersonQuery = (personId: string) => ({
  queryKey: ["outreach", "assistance", personId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ assistance: AssistanceLine[] }>(`/api/people/${personId}/assistance`, { signal }),
});

/** What is agreed with somebody and not yet done, the next first. */
export const plannedQuery = (personId: string) =>
  fromStreet<{ planned: readonly PlannedAssistance[] }>(
    ["outreach", "planned", personId],
    (street, _, views) => ({ planned: views.plannedOf(street, personId) }),
    async ({ signal }) => {
      const { assistance } = await assistanceOfPersonQuery(personId).queryFn({ signal });
      return { planned: stillPlanned(assistance) };
    },
  );

const stillPlanned = (lines: readonly AssistanceLine[]): PlannedAssistance[] =>
  lines
    .flatMap(({ plannedAt, result, changes, ...line }) =>
      plannedAt && !result && changes.every((change) => change.plannedAt) ? [{ ...line, plannedAt }] : [],
    )
    .reverse();

/** Pictures of a place; they lie on no phone and are asked of the server alone. */
export const sitePhotosQuery = (siteId: string) => ({
  queryKey: ["outreach", "photos", siteId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ photos: SitePhotoLine[] }>(`/api/outreach/sites/${siteId}/photos`, { signal }),
  retry: false,
});

/** Pictures of a place that were taken here and may not be on the server yet. */
export const photosWaitingQuery = (siteId: string) =>
  fromStreet<{ photoIds: readonly string[] }>(
    ["outreach", "photos", siteId, "waiting"],
    ({ made }) => ({ photoIds: made.photos.flatMap((photo) => (photo.siteId === siteId ? [photo.photoId] : [])) }),
    async () => ({ photoIds: [] }),
  );

/** The last cards of a person at hand: those of the phone, else all of them. */
export const lastContactsQuery = (personId: string) =>
  fromStreet<{ contacts: ContactLine[] }>(
    ["outreach", "last-contacts", personId],
    (street, { accountId }, views) => {
      const contacts = views.contactsOf(street, personId, accountId);
      if (contacts.length > 0) noteRead({ personId });
      return { contacts };
    },
    ({ signal }) => getJson(`/api/people/${personId}/contacts`, { signal }),
  );

export { askPosition } from "./field/position.ts";
