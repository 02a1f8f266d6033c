import { getJson } from "../../../platform/ui/api.ts";
import type { GroupTimetable, Proposal } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const groupTimetableQuery = (groupId: string) => ({
  queryKey: ["programme", "timetable", groupId],
  queryFn: ({ signal }: Signal) => getJson<GroupTimetable>(`/api/groups/${groupId}/timetable`, { signal }),
});

export const proposalQuery = (proposalId: string) => ({
  // apart from what acts make stale: an accepted one is not there any more
  queryKey: ["timetable-proposal", proposalId],
  queryFn: ({ signal }: Signal) => getJson<Proposal>(`/api/timetable-proposals/${proposalId}`, { signal }),
  retry: false,
});
