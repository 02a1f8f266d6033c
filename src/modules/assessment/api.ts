import { getJson } from "../../platform/ui/api.ts";
import type { CaseAssessments, GateLine, NoteLine, Substitutions } from "./contract.ts";
import type { SupportProposals } from "./needs/contract.ts";
import type { ProfileProposals } from "./profile/contract.ts";

export { workHistoryQuery } from "./history/api.ts";

type Signalled = { signal: AbortSignal };

export const caseAssessmentsQuery = (caseId: string) => ({
  queryKey: ["assessments", caseId],
  queryFn: ({ signal }: Signalled) => getJson<CaseAssessments>(`/api/cases/${caseId}/assessments`, { signal }),
});

export const notesQuery = (caseId: string) => ({
  queryKey: ["assessments", caseId, "notes"],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ notes: NoteLine[] }>(`/api/cases/${caseId}/assessment-notes`, { signal }),
});

/** The text is read when it is asked for and is not kept afterwards. */
export const noteQuery = (noteId: string) => ({
  queryKey: ["assessments", "note", noteId],
  queryFn: ({ signal }: Signalled) => getJson<{ text: string }>(`/api/assessment-notes/${noteId}`, { signal }),
  gcTime: 0,
});

export const substitutesQuery = {
  queryKey: ["assessments", "substitutes"],
  queryFn: ({ signal }: Signalled) => getJson<Substitutions>("/api/note-substitutes", { signal }),
};

export const onTheWayQuery = {
  queryKey: ["assessments", "on-the-way"],
  queryFn: ({ signal }: Signalled) => getJson<{ cases: GateLine[] }>("/api/recommendations", { signal }),
};

/** Cases of a person, as casework answers them; the open one first is the one to show. */
export const casesQuery = (personId: string) => ({
  queryKey: ["cases", personId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ cases: { id: string; unitName: string; stage: string; endedOn: string | null }[] }>(
      `/api/people/${personId}/cases`,
      { signal },
    ),
});

/** What the experience profile gives to plan and contract of a case. */
export const profileProposalsQuery = (caseId: string) => ({
  queryKey: ["profile", "proposals", caseId],
  queryFn: ({ signal }: Signalled) => getJson<ProfileProposals>(`/api/cases/${caseId}/profile-proposals`, { signal }),
});

/** What recommendations of a case propose, as far as the reader opens them. */
export const supportProposalsQuery = (caseId: string) => ({
  queryKey: ["needs", caseId, "proposals"],
  queryFn: ({ signal }: Signalled) => getJson<SupportProposals>(`/api/cases/${caseId}/support-proposals`, { signal }),
});
