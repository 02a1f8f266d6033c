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
    getJson<{ enrolments: EnrolmentLine[]; hidden: number }>(`/api/projects/${projectId}/enrolments`, { signal }),
});

export const personEnrolmentsQuery = (personId: string) => ({
  queryKey: ["project", "person", personId],
  queryFn: ({ signal }: Signal) => getJson<PersonEnrolments>(`/api/people/${personId}/enrolments`, { signal }),
});

/** Names of the units that I work in. The same cache as the rooms that ask for colleagues. */
export const unitsQuery = {
  queryKey: ["colleagues"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ units: readonly { id: string; name: string }[] }>("/api/colleagues", { signal }),
};
