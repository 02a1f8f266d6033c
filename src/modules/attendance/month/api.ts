import { getJson } from "../../../platform/ui/api.ts";
import type { RegisterMonth } from "./contract.ts";

export const registerMonthQuery = (unitId: string, month: string) => ({
  queryKey: ["attendance", "month", unitId, month],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<RegisterMonth>(`/api/units/${unitId}/register-months/${month}`, { signal }),
  enabled: unitId !== "",
});
