import { getJson } from "../../platform/ui/api.ts";
import type { EnrolmentLine, PersonEnrolments, ProjectCard, ProjectLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const projectsQuery = {
  queryKey: ["project", "list"],
  queryFn: ({ signal }: Signal) => getJson<{ projects: ProjectLine[] }>("/api/projects", { signal }),
};

export const projectQuery = (projectId: string) => ({
  queryKey: ["project", "card", projectId],
  queryFn: ({ signal }: Signal) => getJson<ProjectCard>(`/api/projects/${projectId}`, { signal }),
});

export const enrolmentsQuery = (projectId: string) => ({
  queryKey: ["project", "enrolments", projectId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ enrolments: EnrolmentLine[] }>(`/api/projects/${projectId}/enrolments`, { signal }),
});

export const personEnrolmentsQuery = (personId: string) => ({
  queryKey: ["project", "person", personId],
  queryFn: ({ signal }: Signal) => getJson<PersonEnrolments>(`/api/people/${personId}/enrolments`, { signal }),
});
