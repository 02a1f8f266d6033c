import { getJson } from "../../platform/ui/api.ts";
import type { SharedPart, SideOf, SidesView } from "./contract.ts";

type Signal = { signal: AbortSignal };

/** Not kept: a share may be withdrawn at any moment. */
export const sharedPartQuery = (shareId: string) => ({
  queryKey: ["shares", "part", shareId],
  queryFn: ({ signal }: Signal) => getJson<{ parts: SharedPart[] }>(`/api/shares/${shareId}/part`, { signal }),
  gcTime: 0,
});

export const sidesQuery = ({ type, recordId }: SideOf) => ({
  queryKey: ["shares", "sides", recordId],
  queryFn: ({ signal }: Signal) => getJson<SidesView>(`/api/sides/${type}/${recordId}`, { signal }),
});
