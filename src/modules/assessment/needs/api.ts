import { getJson } from "../../../platform/ui/api.ts";
import type { GroupNeeds, Needs, OfGroup, ServiceMix } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const needsQuery = (caseId: string) => ({
  queryKey: ["needs", caseId],
  queryFn: ({ signal }: Signalled) => getJson<Needs>(`/api/cases/${caseId}/needs`, { signal }),
});

export const serviceMixQuery = {
  queryKey: ["needs", "mix"],
  queryFn: ({ signal }: Signalled) => getJson<ServiceMix>("/api/service-mix", { signal }),
};

export const groupNeedsQuery = (asked: OfGroup) => ({
  queryKey: ["needs", "group", asked],
  queryFn: ({ signal }: Signalled) => {
    const search = new URLSearchParams(Object.entries(asked).filter(([, id]) => id));
    return getJson<GroupNeeds>(`/api/needs?${search}`, { signal });
  },
});
