import { getJson } from "../../../platform/ui/api.ts";
import type { ProjectGoals } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const projectGoalsQuery = (projectId: string) => ({
  queryKey: ["project", "goals", projectId],
  queryFn: ({ signal }: Signal) => getJson<ProjectGoals>(`/api/projects/${projectId}/goals`, { signal }),
});

/** Where the card of a project is downloaded, as paper or for editing. */
export const projectCardPrint = (projectId: string, print: "normal" | "large" | "edit", lang: string) =>
  `/api/projects/${projectId}/print?${new URLSearchParams({ print, lang })}`;
