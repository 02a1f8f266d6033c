import { getJson } from "../../platform/ui/api.ts";
import type { FreePlacesView } from "./contract.ts";

export const freePlacesQuery = {
  queryKey: ["places", "free"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<FreePlacesView>("/api/places/free", { signal }),
  refetchInterval: 60_000,
};
