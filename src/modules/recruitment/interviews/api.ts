import { getJson } from "../../../platform/ui/api.ts";
import type { CandidateInterviews, InterviewList } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const interviewsQuery = (recruitmentId: string) => ({
  queryKey: ["recruitment", "interviews", recruitmentId],
  queryFn: ({ signal }: Signal) => getJson<InterviewList>(`/api/recruitments/${recruitmentId}/interviews`, { signal }),
});
export const candidateInterviewsQuery = (candidateId: string) => ({
  queryKey: ["recruitment", "interviews-of", candidateId],
  queryFn: ({ signal }: Signal) =>
    getJson<CandidateInterviews>(`/api/candidates/${candidateId}/interviews`, { signal }),
});

export const proposalAddress = (recruitmentId: string) => `/api/recruitments/${recruitmentId}/interviews/proposal`;
export const invitationsAddress = (
  recruitmentId: string,
  { lang, print = "normal", candidateId }: { lang: string; print?: "normal" | "large"; candidateId?: string },
) =>
  `/api/recruitments/${recruitmentId}/interview-invitations?lang=${lang}&print=${print}${candidateId ? `&candidateId=${candidateId}` : ""}`;
export const slipAddress = (appointmentId: string, lang: string) =>
  `/api/candidate-interviews/${appointmentId}/slip?lang=${lang}`;
