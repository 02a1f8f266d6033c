import { getJson } from "../../../platform/ui/api.ts";
import type { CriteriaView, EnrolmentCheck, EnrolmentExceptions, PersonCheck } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const criteriaQuery = (projectId: string) => ({
  queryKey: ["project", "criteria", projectId],
  queryFn: ({ signal }: Signal) => getJson<CriteriaView>(`/api/projects/${projectId}/criteria`, { signal }),
});

export const personCheckQuery = (of: { projectId: string; caseId: string; on: string; groupId: string }) => ({
  queryKey: ["project", "check", of],
  queryFn: ({ signal }: Signal) =>
    getJson<PersonCheck>(
      `/api/projects/${of.projectId}/criteria/check?${new URLSearchParams({
        caseId: of.caseId,
        on: of.on,
        ...(of.groupId ? { groupId: of.groupId } : {}),
      })}`,
      { signal },
    ),
});

export const enrolmentCheckQuery = (enrolmentId: string) => ({
  queryKey: ["project", "enrolment-check", enrolmentId],
  queryFn: ({ signal }: Signal) => getJson<EnrolmentCheck>(`/api/enrolments/${enrolmentId}/check`, { signal }),
});

export const exceptionsQuery = (projectId: string) => ({
  queryKey: ["project", "exceptions", projectId],
  queryFn: ({ signal }: Signal) =>
    getJson<EnrolmentExceptions>(`/api/projects/${projectId}/enrolment-exceptions`, { signal }),
});
