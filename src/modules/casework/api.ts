import { getJson } from "../../platform/ui/api.ts";
import type {
  CaseloadView,
  CaseView,
  DeadlineLine,
  GlassView,
  TaskLine,
  TimelineLine,
  TimelineView,
} from "./contract.ts";
import type { InterviewLine, InterviewView } from "./interviewContract.ts";
import type { ReleaseAhead } from "./preReleaseContract.ts";

export { useLineWords } from "./lineWords.ts";

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

export const interviewsQuery = (personId: string) => ({
  queryKey: ["interviews", personId],
  queryFn: ({ signal }: Asking) =>
    getJson<{ interviews: InterviewView[] }>(`/api/people/${personId}/interviews`, { signal }),
});

export const interviewRegisterQuery = {
  queryKey: ["interviews", "register"],
  queryFn: ({ signal }: Asking) => getJson<{ interviews: InterviewLine[] }>("/api/interviews", { signal }),
};

export const releaseQuery = (personId: string) => ({
  queryKey: ["cases", personId, "release"],
  queryFn: ({ signal }: Asking) => getJson<ReleaseAhead>(`/api/people/${personId}/release`, { signal }),
});

export const glassQuery = (glassId: string) => ({
  queryKey: ["glass", glassId],
  queryFn: ({ signal }: Asking) => getJson<GlassView>(`/api/glass/${glassId}`, { signal }),
});

/** Pages of a person's history; an empty filter is all of it. Days are inclusive. */
export const timelineQuery = (
  personId: string,
  chosen: Readonly<Record<"section" | "kind" | "from" | "until", string>>,
) => ({
  queryKey: ["timeline", personId, chosen],
  queryFn: ({ signal, pageParam }: Asking & { pageParam: TimelineLine | null }) => {
    const search = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    if (pageParam) {
      search.set("before", pageParam.occurredAt);
      search.set("beforeId", pageParam.id);
    }
    return getJson<TimelineView>(`/api/people/${personId}/timeline?${search}`, { signal });
  },
  initialPageParam: null as TimelineLine | null, // the first page has nothing before it
  getNextPageParam: (page: TimelineView) => (page.more ? (page.lines.at(-1) ?? null) : null),
});
