import { getJson } from "../../platform/ui/api.ts";
import type {
  DrawnCard,
  DrawRound,
  FrozenMonthLine,
  InfoCard,
  OpenReport,
  StrainLine,
  StreetMonth,
  TrainingLine,
  WorkReportLine,
  WorkReportView,
} from "./contract.ts";

type Asking = { signal: AbortSignal };

export const reportsQuery = {
  queryKey: ["street-work", "reports"],
  queryFn: ({ signal }: Asking) => getJson<{ reports: WorkReportLine[] }>("/api/street-work/reports", { signal }),
};

export const reportQuery = (reportId: string) => ({
  queryKey: ["street-work", "reports", reportId],
  queryFn: ({ signal }: Asking) =>
    getJson<{ report: WorkReportView }>(`/api/street-work/reports/${reportId}`, { signal }),
});

export const strainQuery = {
  queryKey: ["street-work", "strain"],
  queryFn: ({ signal }: Asking) => getJson<{ strain: StrainLine[] }>("/api/street-work/strain", { signal }),
};

export const trainingQuery = {
  queryKey: ["street-work", "training"],
  queryFn: ({ signal }: Asking) => getJson<{ training: TrainingLine[] }>("/api/street-work/training", { signal }),
};

export type MonthAnswer = {
  report: StreetMonth;
  contentHash: string;
  openReports: OpenReport[];
  frozen: FrozenMonthLine[];
};

export const monthQuery = (unitId: string, month: string) => ({
  queryKey: ["street-work", "months", unitId, month],
  queryFn: ({ signal }: Asking) => getJson<MonthAnswer>(`/api/street-work/units/${unitId}/months/${month}`, { signal }),
  enabled: unitId !== "",
});

export const drawQuery = (unitId: string, month: string) => ({
  queryKey: ["street-work", "draws", unitId, month],
  queryFn: ({ signal }: Asking) =>
    getJson<{ cards: DrawnCard[]; round: DrawRound | null }>(`/api/street-work/units/${unitId}/draws/${month}`, {
      signal,
    }),
});

export const myReviewsQuery = {
  queryKey: ["street-work", "reviews"],
  queryFn: ({ signal }: Asking) => getJson<{ cards: DrawnCard[] }>("/api/street-work/reviews/mine", { signal }),
  retry: false,
};

export const infoCardsQuery = {
  queryKey: ["street-work", "info-cards"],
  queryFn: ({ signal }: Asking) => getJson<{ cards: InfoCard[] }>("/api/street-work/info-cards", { signal }),
};
