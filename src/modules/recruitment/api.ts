import type { QueryKey } from "@tanstack/react-query";
import { getJson } from "../../platform/ui/api.ts";
import type { CandidateList, CandidateView } from "./candidates/contract.ts";
import type { ReserveView, StartView } from "./deciding/contract.ts";
import type { LetterList } from "./letters/contract.ts";
import type { RankingView } from "./ranking/contract.ts";
import type { RecruitmentList, RecruitmentView } from "./setup/contract.ts";

type Signal = { signal: AbortSignal };
const of = <T>(name: string, path: string, ...ids: string[]) => ({
  queryKey: ["recruitment", name, ...ids],
  queryFn: ({ signal }: Signal) => getJson<T>(path, { signal }),
});

export const recruitmentsQuery = of<RecruitmentList>("all", "/api/recruitments");
export const recruitmentQuery = (recruitmentId: string) =>
  of<RecruitmentView>("one", `/api/recruitments/${recruitmentId}`, recruitmentId);
export const candidatesQuery = (recruitmentId: string) =>
  of<CandidateList>("candidates", `/api/recruitments/${recruitmentId}/candidates`, recruitmentId);
export const candidateQuery = (candidateId: string) =>
  of<CandidateView>("candidate", `/api/candidates/${candidateId}`, candidateId);
export const rankingQuery = (recruitmentId: string, no: string) =>
  of<RankingView>("ranking", `/api/recruitments/${recruitmentId}/ranking${no ? `?no=${no}` : ""}`, recruitmentId, no);
export const reserveQuery = (recruitmentId: string) =>
  of<ReserveView>("reserve", `/api/recruitments/${recruitmentId}/reserve`, recruitmentId);
export const startQuery = (recruitmentId: string) =>
  of<StartView>("start", `/api/recruitments/${recruitmentId}/accepted`, recruitmentId);
export const lettersQuery = (recruitmentId: string) =>
  of<LetterList>("letters", `/api/recruitments/${recruitmentId}/candidate-letters`, recruitmentId);

/** Names of colleagues, for who talked with somebody. The same cache as the rooms that ask for them. */
export const colleaguesQuery = {
  queryKey: ["colleagues"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ colleagues: readonly { id: string; name: string; roles: readonly string[] }[] }>("/api/colleagues", {
      signal,
    }),
};

export const lettersAddress = (batchId: string, lang: string, print: "normal" | "large" | "edit", letterId?: string) =>
  `/api/candidate-letters/${batchId}?lang=${lang}&print=${print}${letterId ? `&letterId=${letterId}` : ""}`;

/** What one candidate, or everybody who lacks something, is to bring. */
export const bringAddress = (recruitmentId: string, lang: string, candidateId?: string) =>
  `/api/recruitments/${recruitmentId}/candidates-to-bring?lang=${lang}${candidateId ? `&candidateId=${candidateId}` : ""}`;

/** What an act of recruitment makes old in the browser. */
export const recruitmentStale: readonly QueryKey[] = [["recruitment"], ["tasks"]];
