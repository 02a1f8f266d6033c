import { getJson } from "../../platform/ui/api.ts";
import type { PlanEvidence, PlanSummary, PlanVersionView, PlanView } from "./contract.ts";
import type { Implementers } from "./implementer.ts";
import type { Print } from "./printKinds.ts";

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

export const implementersQuery = {
  queryKey: ["plans", "implementers"],
  queryFn: ({ signal }: Signalled) => getJson<Implementers>("/api/plan-implementers", { signal }),
};

/** Cases of a person, as casework answers them. */
export const casesQuery = (personId: string) => ({
  queryKey: ["cases", personId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ cases: { id: string; endedOn: string | null }[] }>(`/api/people/${personId}/cases`, { signal }),
});

/** The paper of a review meeting; without `reviewId` the course of the programme and its end. */
export function courseAddress(planId: string, reviewId: string | null, lang: string, print: Print): string {
  const review = reviewId ? `&reviewId=${reviewId}` : "";
  return `/api/plans/${planId}/course/document?lang=${lang}&print=${print}${review}`;
}

export function documentAddress(planId: string, lang: string, print: Print): string {
  return `/api/plans/${planId}/document?lang=${lang}&print=${print}`;
}
