import { getJson } from "../../../platform/ui/api.ts";
import type { IpzsSummary, IpzsVersions, IpzsView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const ipzsQuery = (ipzsId: string) => ({
  queryKey: ["ipzs", ipzsId],
  queryFn: ({ signal }: Signalled) => getJson<IpzsView>(`/api/ipzs/${ipzsId}`, { signal }),
});

export const ipzsVersionsQuery = (ipzsId: string) => ({
  queryKey: ["ipzs", ipzsId, "versions"],
  queryFn: ({ signal }: Signalled) => getJson<IpzsVersions>(`/api/ipzs/${ipzsId}/versions`, { signal }),
});

export const ipzsOfPersonQuery = (personId: string) => ({
  queryKey: ["ipzs", "person", personId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ mayWrite: boolean; mayRead: boolean; programmes: IpzsSummary[] }>(`/api/people/${personId}/ipzs`, {
      signal,
    }),
});

export const ipzsListQuery = {
  queryKey: ["ipzs", "list"],
  queryFn: ({ signal }: Signalled) => getJson<{ programmes: IpzsSummary[] }>("/api/ipzs", { signal }),
};

export function ipzsAddress(ipzsId: string, lang: string, print: "normal" | "large" | "plain" | "edit"): string {
  return `/api/ipzs/${ipzsId}/document?lang=${lang}&print=${print}`;
}
export function letterAddress(ipzsId: string, act: string, lang: string, print: "normal" | "large" | "edit"): string {
  return `/api/ipzs/${ipzsId}/letters/${act}?lang=${lang}&print=${print}`;
}

/** What an act makes old in the browser. */
export const ipzsStale = [["ipzs"], ["timeline"], ["tasks"]];
