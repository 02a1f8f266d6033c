import { getJson } from "../../../platform/ui/api.ts";
import type { EntryPaper } from "./codes.ts";
import type { CentrePlacesView, EntryLine, EntryView } from "./contract.ts";

type Signalled = { signal: AbortSignal };
type Entries = { entries: EntryLine[] };

export const entriesQuery = {
  queryKey: ["centre-entries", "all"],
  queryFn: ({ signal }: Signalled) => getJson<Entries>("/api/centre-entries", { signal }),
};
export const entriesOfPersonQuery = (personId: string) => ({
  queryKey: ["centre-entries", "person", personId],
  queryFn: ({ signal }: Signalled) => getJson<Entries>(`/api/people/${personId}/centre-entries`, { signal }),
});
export const entryQuery = (entryId: string) => ({
  queryKey: ["centre-entries", "one", entryId],
  queryFn: ({ signal }: Signalled) => getJson<EntryView>(`/api/centre-entries/${entryId}`, { signal }),
});

export const placesQuery = {
  queryKey: ["centre-places"],
  queryFn: ({ signal }: Signalled) => getJson<CentrePlacesView>("/api/centre-places", { signal }),
};

export function paperAddress(entryId: string, paper: EntryPaper, lang: string, print: "normal" | "edit"): string {
  return `/api/centre-entries/${entryId}/papers/${paper}?lang=${lang}&print=${print}`;
}

/** What an act on a path makes old in the browser. */
export const entryStale = [["centre-entries"], ["referrals"], ["timeline"], ["plans"]];
