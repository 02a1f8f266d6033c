import { getJson } from "../../platform/ui/api.ts";
import type { GivenShare, PartnersView, ReceivedShare, SharedPerson, SharedTimeline } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const givenSharesQuery = (personId: string) => ({
  queryKey: ["shares", "given", personId],
  queryFn: ({ signal }: Signal) => getJson<{ shares: GivenShare[] }>(`/api/people/${personId}/shares`, { signal }),
});

export const partnersQuery = {
  queryKey: ["shares", "partners"],
  queryFn: ({ signal }: Signal) => getJson<PartnersView>("/api/partners", { signal }),
};

export const receivedSharesQuery = {
  queryKey: ["shares", "received"],
  queryFn: ({ signal }: Signal) => getJson<{ shares: ReceivedShare[] }>("/api/shares/received", { signal }),
};

/** Not kept: a share may be withdrawn at any moment. */
export const sharedPersonQuery = (shareId: string) => ({
  queryKey: ["shares", "person", shareId],
  queryFn: ({ signal }: Signal) => getJson<SharedPerson>(`/api/shares/${shareId}/person`, { signal }),
  gcTime: 0,
});

export const sharedTimelineQuery = (shareId: string) => ({
  queryKey: ["shares", "timeline", shareId],
  queryFn: ({ signal }: Signal) => getJson<SharedTimeline>(`/api/shares/${shareId}/timeline`, { signal }),
  gcTime: 0,
});
