import { getJson } from "../../../platform/ui/api.ts";
import type { PlanTemplate } from "./contract.ts";

export const templatesQuery = {
  queryKey: ["plan-templates"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ mayWrite: boolean; templates: PlanTemplate[] }>("/api/plan-templates", { signal }),
};
