import { getJson } from "../../../platform/ui/api.ts";
import type { ClosureLine, ClosurePreview, ClosureReturn } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const closuresQuery = (unitId: string) => ({
  queryKey: ["programme", "closures", unitId],
  queryFn: ({ signal }: Signal) => getJson<{ closures: ClosureLine[] }>(`/api/units/${unitId}/closures`, { signal }),
  enabled: unitId !== "",
});

/** What closing some days would take away; asked once both days are known and in order. */
export const closurePreviewQuery = (unitId: string, fromOn: string, toOn: string) => ({
  queryKey: ["programme", "closure-preview", unitId, fromOn, toOn],
  queryFn: ({ signal }: Signal) =>
    getJson<ClosurePreview>(`/api/units/${unitId}/closure-preview?fromOn=${fromOn}&toOn=${toOn}`, { signal }),
});

export const closureReturnQuery = (closureId: string) => ({
  queryKey: ["programme", "closure-return", closureId],
  queryFn: ({ signal }: Signal) => getJson<ClosureReturn>(`/api/closures/${closureId}/withdrawal`, { signal }),
});
