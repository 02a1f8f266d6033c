import { getJson } from "../../platform/ui/api.ts";
import type { DeclarationLine, PlacementLine } from "../employment/contract.ts";
import type { ProjectLine } from "../project/contract.ts";
import type { EvidenceLine, StandingLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const evidenceQuery = (status: EvidenceLine["status"] | "") => ({
  queryKey: ["outcome", "evidence", status],
  queryFn: ({ signal }: Signal) =>
    getJson<{ evidence: EvidenceLine[] }>(`/api/evidence${status ? `?status=${status}` : ""}`, { signal }),
});

export const proofQuery = (evidenceId: string) => ({
  queryKey: ["outcome", "proof", evidenceId],
  queryFn: ({ signal }: Signal) => getJson<EvidenceLine>(`/api/evidence/${evidenceId}`, { signal }),
});

export const standingsQuery = (projectId: string) => ({
  queryKey: ["outcome", "standings", projectId],
  enabled: projectId !== "",
  queryFn: ({ signal }: Signal) =>
    getJson<{ title: string; people: StandingLine[]; others: number }>(`/api/projects/${projectId}/outcomes`, {
      signal,
    }),
});

export const outcomeProjectsQuery = {
  queryKey: ["outcome", "projects"],
  queryFn: ({ signal }: Signal) => getJson<{ projects: ProjectLine[] }>("/api/projects", { signal }),
};

export const declarationsQuery = {
  queryKey: ["outcome", "declarations"],
  queryFn: ({ signal }: Signal) => getJson<{ declarations: DeclarationLine[] }>("/api/declarations", { signal }),
};

export const placementsQuery = {
  queryKey: ["employment", "placements"],
  queryFn: ({ signal }: Signal) => getJson<{ placements: PlacementLine[] }>("/api/placements", { signal }),
};
