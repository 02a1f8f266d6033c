import { getJson } from "../../../platform/ui/api.ts";
import type { ClubStayView } from "./contract.ts";

export const stayQuery = (entryId: string) => ({
  queryKey: ["centre-entries", "stay", entryId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<ClubStayView>(`/api/centre-entries/${entryId}/stay`, { signal }),
});

export const certificateAddress = (entryId: string, lang: string, print: "normal" | "large" | "edit"): string =>
  `/api/centre-entries/${entryId}/stay/certificate?lang=${lang}&print=${print}`;

/** What an act on a stay makes old in the browser. */
export const stayStale = [["centre-entries"], ["timeline"], ["tasks"]];
