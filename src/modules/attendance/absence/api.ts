import { getJson } from "../../../platform/ui/api.ts";
import type { AbsenceLine, AbsenceParticipants, AbsenceView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

export const absencesQuery = {
  queryKey: ["absences"],
  queryFn: ({ signal }: Signalled) => getJson<{ absences: AbsenceLine[]; hidden: number }>("/api/absences", { signal }),
};

export const absenceParticipantsQuery = {
  queryKey: ["absences", "participants"],
  queryFn: ({ signal }: Signalled) => getJson<AbsenceParticipants>("/api/absences/participants", { signal }),
};

export const absenceQuery = (excuseId: string) => ({
  queryKey: ["absences", excuseId],
  queryFn: ({ signal }: Signalled) => getJson<AbsenceView>(`/api/absences/${excuseId}`, { signal }),
});

/** What an act makes old in the browser. */
export const absencesStale = [["absences"], ["centre-month"], ["attendance"], ["ipzs"], ["timeline"], ["benefits"]];
