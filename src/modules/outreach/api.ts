import { getJson } from "../../platform/ui/api.ts";
import type { ContactLine, ContactView, SiteLine, StreetPerson, Tonight } from "./contract.ts";

export const tonightQuery = {
  queryKey: ["outreach", "tonight"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<Tonight>("/api/outreach/tonight", { signal }),
};

export const streetPeopleQuery = {
  queryKey: ["outreach", "people"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ people: StreetPerson[] }>("/api/outreach/people", { signal }),
};

export const sitesQuery = {
  queryKey: ["outreach", "sites"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<{ sites: SiteLine[] }>("/api/outreach/sites", { signal }),
};

export const contactQuery = (contactId: string) => ({
  queryKey: ["outreach", "contact", contactId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ contact: ContactView }>(`/api/outreach/contacts/${contactId}`, { signal }),
});

export const contactsOfPersonQuery = (personId: string) => ({
  queryKey: ["outreach", "contacts", personId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ contacts: ContactLine[] }>(`/api/people/${personId}/contacts`, { signal }),
});
