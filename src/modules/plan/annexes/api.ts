import { getJson } from "../../../platform/ui/api.ts";
import type { AnnexVersions, InterpersonalPathView, MeasureFigures, VocationalPlanView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const vocationalQuery = (planId: string) => ({
  queryKey: ["annexes", "vocational", planId],
  queryFn: ({ signal }: Signalled) => getJson<VocationalPlanView>(`/api/plans/${planId}/vocational-plan`, { signal }),
});

export const pathQuery = (planId: string) => ({
  queryKey: ["annexes", "path", planId],
  queryFn: ({ signal }: Signalled) =>
    getJson<InterpersonalPathView>(`/api/plans/${planId}/interpersonal-path`, { signal }),
});

export const figuresQuery = (annexId: string) => ({
  queryKey: ["annexes", "figures", annexId],
  queryFn: ({ signal }: Signalled) => getJson<MeasureFigures>(`/api/vocational-plans/${annexId}/figures`, { signal }),
});

const places = { vocational: "vocational-plans", path: "interpersonal-paths" } as const;
export type AnnexPlace = keyof typeof places;

export const annexVersionsQuery = (place: AnnexPlace, annexId: string) => ({
  queryKey: ["annexes", "versions", annexId],
  queryFn: ({ signal }: Signalled) => getJson<AnnexVersions>(`/api/${places[place]}/${annexId}/versions`, { signal }),
});

export function annexAddress(
  place: AnnexPlace,
  annexId: string,
  lang: string,
  print: "normal" | "large" | "now" | "plain" | "edit",
): string {
  return `/api/${places[place]}/${annexId}/document?lang=${lang}&print=${print}`;
}

/** What an act of an annex makes old in the browser. */
export const annexStale = [["annexes"], ["timeline"], ["tasks"]];
