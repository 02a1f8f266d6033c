import { getJson } from "../../../platform/ui/api.ts";
import type { AdvancesOfUnit } from "./contract.ts";

export const advancesQuery = (unitId: string) => ({
  queryKey: ["benefits", "advances", unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<AdvancesOfUnit>(`/api/benefit-units/${unitId}/advances`, { signal }),
});

export const advanceAddress = (advanceId: string, lang: string, print: "normal" | "edit"): string =>
  `/api/benefit-advances/${advanceId}/paper?lang=${lang}&print=${print}`;
