import type { z } from "zod";
import { getJson } from "../../../platform/ui/api.ts";
import type { AloneLine, LostLine, SiteVisitLine, StockEntry, StockLine, StreetEvents } from "../workContract.ts";

type Asking = { signal: AbortSignal };

export const aloneQuery = {
  queryKey: ["outreach", "alone"],
  queryFn: ({ signal }: Asking) => getJson<{ workers: AloneLine[] }>("/api/outreach/alone", { signal }),
};

export type StockAnswer = { items: StockLine[]; entries: z.infer<typeof StockEntry>[] };

export const stockQuery = {
  queryKey: ["outreach", "stock"],
  queryFn: ({ signal }: Asking) => getJson<StockAnswer>("/api/outreach/stock", { signal }),
};

export const lostQuery = {
  queryKey: ["outreach", "lost"],
  queryFn: ({ signal }: Asking) => getJson<{ people: LostLine[] }>("/api/outreach/lost", { signal }),
};

export const eventsQuery = {
  queryKey: ["outreach", "events"],
  queryFn: ({ signal }: Asking) => getJson<StreetEvents>("/api/outreach/events", { signal }),
};

export const siteVisitsQuery = (siteId: string) => ({
  queryKey: ["outreach", "sites", siteId, "visits"],
  queryFn: ({ signal }: Asking) =>
    getJson<{ visits: SiteVisitLine[] }>(`/api/outreach/sites/${siteId}/visits`, { signal }),
  retry: false,
});
