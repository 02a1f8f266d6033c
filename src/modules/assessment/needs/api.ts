import { getJson } from "../../../platform/ui/api.ts";
import type { Needs, ServiceMix } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const needsQuery = (caseId: string) => ({
  queryKey: ["needs", caseId],
  queryFn: ({ signal }: Signalled) => getJson<Needs>(`/api/cases/${caseId}/needs`, { signal }),
});

export const serviceMixQuery = {
  queryKey: ["needs", "mix"],
  queryFn: ({ signal }: Signalled) => getJson<ServiceMix>("/api/service-mix", { signal }),
};
