import type { QueryClient } from "@tanstack/react-query";
import { getJson, NetworkFailure } from "../../platform/ui/api.ts";
import type { ContactLine, ContactView, PlannedAssistance, SiteLine, StreetPerson, Tonight } from "./contract.ts";
import { heldView } from "./field/heldStreet.ts";

export type { ShiftHere } from "./field/shiftViews.ts";

import type { AssistanceLine, RouteView, SitePhotoLine } from "./workContract.ts";

type Asking = { signal: AbortSignal; client: QueryClient };

// Each asks the open device first, then the server: a screen of the street is the same with and without network.

export const tonightQuery = {
  queryKey: ["outreach", "tonight"],
  queryFn: async ({ signal, client }: Asking) =>
    (await heldView(client, (street, asked, views) => views.tonightOf(street, asked))) ??
    getJson<Tonight>("/api/outreach/tonight", { signal }),
};

export const streetPeopleQuery = {
  queryKey: ["outreach", "people"],
  queryFn: async ({ signal, client }: Asking) =>
    (await heldView(client, (street, _, views) => ({ people: views.peopleOf(street) }))) ??
    getJson<{ people: StreetPerson[] }>("/api/outreach/people", { signal }),
};

/** One of them, for the card; null for somebody who is not in reach. */
export const streetPersonQuery = (personId: string) => ({
  queryKey: ["outreach", "people", personId],
  queryFn: async ({ client }: Asking): Promise<{ person: StreetPerson | null }> => {
    const held = await heldView(client, (street, _, views) => ({ person: views.personOf(street, personId) }));
    if (held) return held;
    const { people } = await client.ensureQueryData(streetPeopleQuery);
    return { person: people.find((each) => each.personId === personId) ?? null };
  },
});

export const sitesQuery = {
  queryKey: ["outreach", "sites"],
  queryFn: async ({ signal, client }: Asking) =>
    (await heldView(client, (street, { today }, views) => ({ sites: views.sitesOf(street, today) }))) ??
    getJson<{ sites: SiteLine[] }>("/api/outreach/sites", { signal }),
};

export const routesQuery = {
  queryKey: ["outreach", "routes"],
  queryFn: async ({ signal, client }: Asking) =>
    (await heldView(client, (street, _, views) => ({ routes: views.routesOf(street) }))) ??
    getJson<{ routes: RouteView[] }>("/api/outreach/routes", { signal }),
};

/** One's own shifts of the last days as the phone knows them, the last begun first, and the names of their places; null: ask the server. */
export const shiftsOnPhone = (client: QueryClient) =>
  heldView(client, (street, { accountId }, views) => ({
    shifts: views.shiftsOf(street, accountId),
    siteNames: Object.fromEntries([...street.sites.values()].map(({ id, name }) => [id, name])),
    units: Object.fromEntries(street.units.map(({ unitId, name }) => [unitId, name])),
    routeNames: Object.fromEntries(views.routesOf(street).map(({ id, name }) => [id, name])),
  }));

/** A card; `onPhone`: as the phone holds it, without the note and what was seen of health. */
export type ContactRead = { contact: ContactView; onPhone?: true };

export const contactQuery = (contactId: string) => ({
  queryKey: ["outreach", "contact", contactId],
  queryFn: async ({ signal, client }: Asking): Promise<ContactRead> => {
    const contact = await heldView(client, (street, { accountId }, views) =>
      views.contactOf(street, contactId, accountId),
    );
    return contact ? { contact, onPhone: true } : readContact(contactId, signal);
  },
});

/**
 * The last card of somebody, to prefill the next one: a card that lies on the server alone is not waited for without
 * network, the next one is then recorded without it.
 */
export const lastCardQuery = (contactId: string) => ({
  queryKey: ["outreach", "last-card", contactId],
  queryFn: async ({ signal, client }: Asking): Promise<{ contact: ContactView | null }> => {
    const held = await heldView(client, (street, { accountId }, views) => ({
      contact: views.contactOf(street, contactId, accountId),
    }));
    return held ?? readContact(contactId, signal);
  },
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
  queryFn: async ({ signal, client }: Asking): Promise<{ contact: ContactView; keepsSealed: boolean }> => {
    const found = await heldView(client, (street, { accountId }, views) =>
      views.correctableOf(street, contactId, accountId),
    );
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
  queryFn: async ({ client }: Asking) => ({
    cards: (await heldView(client, (street, { accountId }, views) => views.cardsOfShift(street, accountId))) ?? [],
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
export const plannedQuery = (personId: string) => ({
  queryKey: ["outreach", "planned", personId],
  queryFn: async ({ signal, client }: Asking): Promise<{ planned: readonly PlannedAssistance[] }> => {
    const held = await heldView(client, (street, _, views) => ({ planned: views.plannedOf(street, personId) }));
    if (held) return held;
    const { assistance } = await assistanceOfPersonQuery(personId).queryFn({ signal });
    return { planned: stillPlanned(assistance) };
  },
});

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
export const photosWaitingQuery = (siteId: string) => ({
  queryKey: ["outreach", "photos", siteId, "waiting"],
  queryFn: async ({ client }: Asking) => ({
    photoIds:
      (await heldView(client, ({ made }) => made.photos.filter((photo) => photo.siteId === siteId)))?.map(
        ({ photoId }) => photoId,
      ) ?? [],
  }),
});

/** The last cards of a person at hand: those of the phone, else all of them. */
export const lastContactsQuery = (personId: string) => ({
  queryKey: ["outreach", "last-contacts", personId],
  queryFn: async ({ signal, client }: Asking) =>
    (await heldView(client, (street, { accountId }, views) => ({
      contacts: views.contactsOf(street, personId, accountId),
    }))) ?? getJson<{ contacts: ContactLine[] }>(`/api/people/${personId}/contacts`, { signal }),
});

export { askPosition } from "./field/position.ts";
