import { getJson } from "../../platform/ui/api.ts";
import type { ModuleHours, PersonAttendance, PersonRate } from "./contract.ts";

type Signal = { signal: AbortSignal };

export { registerQuery, todayRegistersQuery } from "./field/registerApi.ts";

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
