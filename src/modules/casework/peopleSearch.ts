import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect } from "react";
import type { SearchAnswer } from "../person/contract.ts";
import { searchPeople, searchQuery } from "./api.ts";

const restMs = 2_000;
const fewestLetters = 2;

/** What is typed is worth a search. */
export function isSearch(text: string): boolean {
  return text.trim().length >= fewestLetters;
}

/** People for what is being typed. Two seconds without a key: the search is noted in the audit, once for one text. */
export function usePeopleSearch(text: string, limit: number): UseQueryResult<SearchAnswer> {
  const asked = useDeferredValue(text.trim());
  useEffect(() => {
    if (!isSearch(asked)) return;
    const timer = setTimeout(() => void searchPeople(asked, 1, true).catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return useQuery({ ...searchQuery(asked, limit), enabled: isSearch(asked) });
}
