import { getJson } from "../../../platform/ui/api.ts";
import type { BenefitMonths, BenefitMonthView, BenefitsOfPerson } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const monthsQuery = {
  queryKey: ["benefits", "months"],
  queryFn: ({ signal }: Signal) => getJson<BenefitMonths>("/api/benefits", { signal }),
};

export const monthQuery = (unitId: string, month: string) => ({
  queryKey: ["benefits", "month", unitId, month],
  queryFn: ({ signal }: Signal) => getJson<BenefitMonthView>(`/api/benefits/${unitId}/${month}`, { signal }),
});

export const benefitsOfPersonQuery = (personId: string) => ({
  queryKey: ["benefits", "person", personId],
  queryFn: ({ signal }: Signal) => getJson<BenefitsOfPerson>(`/api/people/${personId}/benefits`, { signal }),
});

/** What an act on a list makes old in the browser. */
export const benefitsStale = [["benefits"], ["timeline"]];

type Paper = "paper" | "sheet" | "cash";
export const paperAddress = (listId: string, paper: Paper, lang: string): string =>
  `/api/benefit-lists/${listId}/${paper}?lang=${lang}`;
export const transfersAddress = (listId: string, no: number): string => `/api/benefit-lists/${listId}/transfers/${no}`;
export const slipAddress = (listId: string, ipzsId: string, lang: string): string =>
  `/api/benefit-lists/${listId}/people/${ipzsId}/slip?lang=${lang}`;
export const refundAddress = (refundId: string, lang: string, print: "normal" | "edit" | "sheet"): string =>
  `/api/benefit-refunds/${refundId}/paper?lang=${lang}&print=${print}`;
