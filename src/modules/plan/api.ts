import { getJson } from "../../platform/ui/api.ts";
import type { PlanEvidence, PlanSummary, PlanVersionView, PlanView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const plansQuery = {
  queryKey: ["plans", "list"],
  queryFn: ({ signal }: Signalled) => getJson<{ plans: PlanSummary[] }>("/api/plans", { signal }),
};

export const plansOfPersonQuery = (personId: string) => ({
  queryKey: ["plans", "person", personId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ mayWrite: boolean; plans: PlanSummary[] }>(`/api/people/${personId}/plans`, { signal }),
});

export const planQuery = (planId: string) => ({
  queryKey: ["plans", planId],
  queryFn: ({ signal }: Signalled) => getJson<PlanView>(`/api/plans/${planId}`, { signal }),
});

export const versionsQuery = (planId: string) => ({
  queryKey: ["plans", planId, "versions"],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ versions: PlanVersionView[] }>(`/api/plans/${planId}/versions`, { signal }),
});

export const evidenceQuery = (planId: string) => ({
  queryKey: ["plans", planId, "evidence"],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ from: string; until: string; hidden: boolean; evidence: PlanEvidence[] }>(
      `/api/plans/${planId}/evidence`,
      { signal },
    ),
});

/** Cases of a person, as casework answers them. */
export const casesQuery = (personId: string) => ({
  queryKey: ["cases", personId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ cases: { id: string; endedOn: string | null }[] }>(`/api/people/${personId}/cases`, { signal }),
});

export function documentAddress(planId: string, lang: string, print: "normal" | "large" | "plain" | "edit"): string {
  return `/api/plans/${planId}/document?lang=${lang}&print=${print}`;
}
