import { getJson } from "../../../platform/ui/api.ts";
import type { CentreMonth, Centres, PersonMonthView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const centresQuery = {
  queryKey: ["centre-month", "centres"],
  queryFn: ({ signal }: Signalled) => getJson<Centres>("/api/centres", { signal }),
};

/** Empty: the reader's first centre, the month of today. */
export const centreMonthQuery = ({ unit, month }: { unit: string; month: string }) => ({
  queryKey: ["centre-month", unit, month],
  queryFn: ({ signal }: Signalled) => {
    const terms = new URLSearchParams({ ...(unit ? { unitId: unit } : {}), ...(month ? { month } : {}) });
    return getJson<CentreMonth>(`/api/centre-months?${terms}`, { signal });
  },
});

export const personMonthQuery = (ipzsId: string, month: string, lang: string) => ({
  queryKey: ["centre-month", "person", ipzsId, month, lang],
  queryFn: ({ signal }: Signalled) => {
    const terms = new URLSearchParams({ lang, ...(month ? { month } : {}) });
    return getJson<PersonMonthView>(`/api/ipzs/${ipzsId}/month?${terms}`, { signal });
  },
});
