import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect } from "react";
import { postQuery } from "../../platform/ui/api.ts";
import type { SearchAnswer } from "./contract.ts";

const restMs = 2_000;
const fewestLetters = 2;

/** `rested`: typing has stopped for two seconds; then the search stands in the audit. */
export const searchPeople = (text: string, signal: AbortSignal, rested = false, limit = 20) =>
  postQuery<SearchAnswer>("/api/people/search", { text, limit, rested }, { signal });

/** What is typed is worth a search. */
export function isSearch(text: string): boolean {
  return text.trim().length >= fewestLetters;
}

/** People for what is being typed. Two seconds without a key: the search is noted in the audit, once for one text. */
export function usePeopleSearch(text: string, limit: number): UseQueryResult<SearchAnswer> {
  const asked = useDeferredValue(text.trim());
  useEffect(() => {
    if (!isSearch(asked)) return;
    const left = new AbortController();
    const timer = setTimeout(() => void searchPeople(asked, left.signal, true, 1).catch(() => undefined), restMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [asked]);
  return useQuery({
    queryKey: ["people-search", asked, limit],
    queryFn: ({ signal }) => searchPeople(asked, signal, false, limit),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    enabled: isSearch(asked),
  });
}
