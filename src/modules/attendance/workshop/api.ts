import { getJson } from "../../../platform/ui/api.ts";
import type { Workshop, WorkshopLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const workshopsQuery = {
  queryKey: ["workshop", "list"],
  queryFn: ({ signal }: Signal) => getJson<{ workshops: WorkshopLine[] }>("/api/workshops", { signal }),
};

/** `week`: a day of it; undefined: this week. */
export const workshopQuery = (groupId: string, week?: string) => ({
  queryKey: ["workshop", "one", groupId, week ?? ""],
  queryFn: ({ signal }: Signal) =>
    getJson<Workshop>(`/api/workshops/${groupId}${week ? `?${new URLSearchParams({ week })}` : ""}`, { signal }),
});
