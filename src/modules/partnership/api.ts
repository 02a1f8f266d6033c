import { getJson } from "../../platform/ui/api.ts";
import type {
  GivenShare,
  PartnershipsView,
  PartnersView,
  ReceivedShare,
  SharedLine,
  SharedPerson,
  SharedTimeline,
} from "./contract.ts";

export { SidesCard } from "./SidesCard.tsx";

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

/** Pages of what shares bring to the history of a person of ours. Not kept: a share may be withdrawn at any moment. */
export const sharedHistoryQuery = (personId: string) => ({
  queryKey: ["timeline", personId, "shared"],
  queryFn: ({ signal, pageParam }: Signal & { pageParam: SharedLine | null }) => {
    const search = new URLSearchParams(pageParam ? { before: pageParam.occurredAt, beforeId: pageParam.id } : {});
    return getJson<SharedTimeline>(`/api/people/${personId}/shared-history?${search}`, { signal });
  },
  initialPageParam: null as SharedLine | null, // the first page has nothing before it
  getNextPageParam: (page: SharedTimeline) => (page.more ? (page.lines.at(-1) ?? null) : null),
  gcTime: 0,
});

export const partnershipsQuery = {
  queryKey: ["partnerships"],
  queryFn: ({ signal }: Signal) => getJson<PartnershipsView>("/api/partnerships", { signal }),
};
