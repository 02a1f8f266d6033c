import { getJson } from "../../../platform/ui/api.ts";
import type { WorkHistory } from "./contract.ts";

export const workHistoryQuery = (personId: string) => ({
  queryKey: ["work-history", personId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<WorkHistory>(`/api/people/${personId}/work-history`, { signal }),
});
