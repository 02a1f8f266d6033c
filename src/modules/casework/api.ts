import { keepPreviousData } from "@tanstack/react-query";
import { getJson, postQuery } from "../../platform/ui/api.ts";
import type { SearchAnswer } from "../person/contract.ts";
import type {
  CaseloadView,
  CaseView,
  DeadlineLine,
  GlassView,
  TaskLine,
  TimelineLine,
  TimelineView,
} from "./contract.ts";

type Asking = { signal: AbortSignal };

export const tasksQuery = (whose: "mine" | "unit") => ({
  queryKey: ["tasks", whose],
  queryFn: ({ signal }: Asking) => getJson<{ tasks: TaskLine[] }>(`/api/tasks/mine?whose=${whose}`, { signal }),
});

export const deadlinesQuery = {
  queryKey: ["tasks", "deadlines"],
  queryFn: ({ signal }: Asking) => getJson<{ deadlines: DeadlineLine[] }>("/api/deadlines/mine", { signal }),
};

export const caseloadQuery = {
  queryKey: ["caseload"],
  queryFn: ({ signal }: Asking) => getJson<CaseloadView>("/api/caseload", { signal }),
};

export const casesQuery = (personId: string) => ({
  queryKey: ["cases", personId],
  queryFn: ({ signal }: Asking) => getJson<{ cases: CaseView[] }>(`/api/people/${personId}/cases`, { signal }),
});

export const glassQuery = (glassId: string) => ({
  queryKey: ["glass", glassId],
  queryFn: ({ signal }: Asking) => getJson<GlassView>(`/api/glass/${glassId}`, { signal }),
});

/** Pages of a person's history; `section` "" is all of it. */
export const timelineQuery = (personId: string, section: string) => ({
  queryKey: ["timeline", personId, section],
  queryFn: ({ signal, pageParam }: Asking & { pageParam: TimelineLine | null }) => {
    const search = new URLSearchParams(section ? { section } : {});
    if (pageParam) {
      search.set("before", pageParam.occurredAt);
      search.set("beforeId", pageParam.id);
    }
    return getJson<TimelineView>(`/api/people/${personId}/timeline?${search}`, { signal });
  },
  initialPageParam: null as TimelineLine | null, // the first page has nothing before it
  getNextPageParam: (page: TimelineView) => (page.more ? (page.lines.at(-1) ?? null) : null),
});

/** People by a piece of what is known of them. `rested`: typing has stopped, and the search is noted. */
export function searchPeople(
  text: string,
  limit: number,
  rested: boolean,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  return postQuery<SearchAnswer>("/api/people/search", { text, limit, rested }, signal ? { signal } : {});
}

export const searchQuery = (text: string, limit: number) => ({
  queryKey: ["people-search", text, limit],
  queryFn: ({ signal }: Asking) => searchPeople(text, limit, false, signal),
  placeholderData: keepPreviousData,
  gcTime: 30_000,
});
