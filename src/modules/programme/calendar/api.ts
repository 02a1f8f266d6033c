import { getJson } from "../../../platform/ui/api.ts";
import type { JudgeProblem } from "../timetable/contract.ts";
import type { Calendar } from "./contract.ts";

type Signal = { signal: AbortSignal };

/** Classes within reach between two days, both inclusive. */
export const calendarQuery = (from: string, to: string) => ({
  queryKey: ["programme", "calendar", from, to],
  queryFn: ({ signal }: Signal) => getJson<Calendar>(`/api/calendar?from=${from}&to=${to}`, { signal }),
});

/** What a class drawn elsewhere is judged by. */
export const problemQuery = (unitId: string) => ({
  queryKey: ["programme", "problem", unitId],
  queryFn: ({ signal }: Signal) => getJson<JudgeProblem>(`/api/units/${unitId}/timetable-problem`, { signal }),
});
