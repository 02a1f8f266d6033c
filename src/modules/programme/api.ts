import { getJson } from "../../platform/ui/api.ts";
import type { Candidate, ClassChoices, GroupCard, GroupLine, MemberLine, SessionLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const groupsQuery = {
  queryKey: ["programme", "groups"],
  queryFn: ({ signal }: Signal) => getJson<{ groups: GroupLine[] }>("/api/groups", { signal }),
};

export const groupQuery = (groupId: string) => ({
  queryKey: ["programme", "group", groupId],
  queryFn: ({ signal }: Signal) => getJson<GroupCard>(`/api/groups/${groupId}`, { signal }),
});

export const candidatesQuery = (groupId: string) => ({
  queryKey: ["programme", "candidates", groupId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ candidates: Candidate[] }>(`/api/groups/${groupId}/candidates`, { signal }),
});

/** Sessions between two days, both inclusive. */
export const weekQuery = (groupId: string, from: string, to: string) => ({
  queryKey: ["programme", "sessions", groupId, from, to],
  queryFn: ({ signal }: Signal) =>
    getJson<{ sessions: SessionLine[] }>(`/api/groups/${groupId}/sessions?from=${from}&to=${to}`, { signal }),
});

export const membersQuery = (groupId: string) => ({
  queryKey: ["programme", "members", groupId],
  queryFn: ({ signal }: Signal) => getJson<{ members: MemberLine[] }>(`/api/groups/${groupId}/members`, { signal }),
});

/** Rooms and leaders that a class of a group may have. */
export const choicesQuery = (groupId: string) => ({
  queryKey: ["programme", "choices", groupId],
  queryFn: ({ signal }: Signal) => getJson<ClassChoices>(`/api/groups/${groupId}/class-choices`, { signal }),
});
