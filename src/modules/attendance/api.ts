import { getJson } from "../../platform/ui/api.ts";
import type { ModuleHours, PersonAttendance, PersonRate, Register, TodaySession } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const todayRegistersQuery = {
  queryKey: ["attendance", "today"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ today: TodaySession[]; open: TodaySession[] }>("/api/attendance/today", { signal }),
};

export const registerQuery = (sessionId: string) => ({
  queryKey: ["attendance", "register", sessionId],
  queryFn: ({ signal }: Signal) => getJson<Register>(`/api/sessions/${sessionId}/register`, { signal }),
});

export const hoursQuery = (groupId: string) => ({
  queryKey: ["attendance", "hours", groupId],
  queryFn: ({ signal }: Signal) => getJson<{ modules: ModuleHours[] }>(`/api/groups/${groupId}/hours`, { signal }),
});

export const ratesQuery = (groupId: string) => ({
  queryKey: ["attendance", "rates", groupId],
  queryFn: ({ signal }: Signal) => getJson<{ people: PersonRate[] }>(`/api/groups/${groupId}/rates`, { signal }),
});

export const personAttendanceQuery = (personId: string) => ({
  queryKey: ["attendance", "person", personId],
  queryFn: ({ signal }: Signal) => getJson<PersonAttendance>(`/api/people/${personId}/attendance`, { signal }),
});
