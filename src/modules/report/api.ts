import { getJson } from "../../platform/ui/api.ts";
import type { ProjectLine } from "../project/contract.ts";
import type { Cell, CellPeople, EffectivenessReport, SnapshotLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const reportProjectsQuery = {
  queryKey: ["report", "projects"],
  queryFn: ({ signal }: Signal) => getJson<{ projects: ProjectLine[] }>("/api/projects", { signal }),
};

export type LiveReport = { report: EffectivenessReport; contentHash: string; maySend: boolean };
export const effectivenessQuery = (projectId: string) => ({
  queryKey: ["report", "effectiveness", projectId],
  queryFn: ({ signal }: Signal) => getJson<LiveReport>(`/api/reports/effectiveness/${projectId}`, { signal }),
});

export const sentListQuery = (projectId: string) => ({
  queryKey: ["report", "effectiveness", projectId, "sent"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ snapshots: SnapshotLine[] }>(`/api/reports/effectiveness/${projectId}/sent`, { signal }),
});

export type SentReport = {
  report: EffectivenessReport;
  versionNo: number;
  correctionReason: string | null;
  contentHash: string;
  sentByName: string;
  sentAt: string;
};
export const sentQuery = (snapshotId: string) => ({
  queryKey: ["report", "sent", snapshotId],
  queryFn: ({ signal }: Signal) => getJson<SentReport>(`/api/reports/sent/${snapshotId}`, { signal }),
});

/** `of`: "effectiveness/<project>" or "sent/<snapshot>". */
export const cellQuery = (of: string, cell: Cell) => ({
  queryKey: ["report", of, "people", cell],
  queryFn: ({ signal }: Signal) =>
    getJson<CellPeople>(`/api/reports/${of}/people?${new URLSearchParams(cell)}`, { signal }),
});
