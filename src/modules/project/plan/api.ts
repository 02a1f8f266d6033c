import { getJson } from "../../../platform/ui/api.ts";
import type { ProjectPlan } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const projectPlanQuery = (projectId: string) => ({
  queryKey: ["project", "plan", projectId],
  queryFn: ({ signal }: Signal) => getJson<ProjectPlan>(`/api/projects/${projectId}/plan`, { signal }),
});
