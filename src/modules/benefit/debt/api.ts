import { getJson } from "../../../platform/ui/api.ts";
import type { DebtsOfUnit } from "./contract.ts";

export const debtsQuery = (unitId: string) => ({
  queryKey: ["benefits", "debts", unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<DebtsOfUnit>(`/api/benefit-units/${unitId}/debts`, { signal }),
});
