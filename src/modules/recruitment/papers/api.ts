import { getJson } from "../../../platform/ui/api.ts";
import type { PaperKind } from "../codes.ts";
import type { CandidatePapers, RecruitmentPapers } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const papersQuery = (recruitmentId: string) => ({
  queryKey: ["recruitment", "papers", recruitmentId],
  queryFn: ({ signal }: Signal) => getJson<RecruitmentPapers>(`/api/recruitments/${recruitmentId}/papers`, { signal }),
});
export const candidatePapersQuery = (candidateId: string) => ({
  queryKey: ["recruitment", "papers-of", candidateId],
  queryFn: ({ signal }: Signal) => getJson<CandidatePapers>(`/api/candidates/${candidateId}/papers`, { signal }),
});

/** A paper for one candidate, or for everybody who has not signed it. */
export const papersAddress = (recruitmentId: string, kind: PaperKind, lang: string, candidateId?: string) =>
  `/api/recruitments/${recruitmentId}/papers-to-sign?lang=${lang}&kind=${kind}${candidateId ? `&candidateId=${candidateId}` : ""}`;
