import { getJson } from "../../../platform/ui/api.ts";
import type { LeadingView } from "./contract.ts";

export const leadingQuery = (planId: string) => ({
  queryKey: ["plans", planId, "leading"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<LeadingView>(`/api/plans/${planId}/leading`, { signal }),
});
