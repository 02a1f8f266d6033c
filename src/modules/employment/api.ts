import { getJson } from "../../platform/ui/api.ts";
import type { CaseloadView } from "../casework/contract.ts";
import type { AgreedDisclosure } from "./contract.ts";
import type {
  CoachLogEntry,
  CoachLogLine,
  DeclarationLine,
  EmployerLine,
  EmployerView,
  PlacementLine,
  PlacementView,
} from "./contract.ts";

type Signal = { signal: AbortSignal };

export const employersQuery = {
  queryKey: ["employment", "employers"],
  queryFn: ({ signal }: Signal) => getJson<{ employers: EmployerLine[] }>("/api/employers", { signal }),
};

export const employerQuery = (employerId: string) => ({
  queryKey: ["employment", "employer", employerId],
  queryFn: ({ signal }: Signal) =>
    getJson<EmployerView & { declarations: DeclarationLine[] }>(`/api/employers/${employerId}`, { signal }),
});

export const declarationsQuery = {
  queryKey: ["employment", "declarations"],
  queryFn: ({ signal }: Signal) => getJson<{ declarations: DeclarationLine[] }>("/api/declarations", { signal }),
};

export const placementsQuery = {
  queryKey: ["employment", "placements"],
  queryFn: ({ signal }: Signal) => getJson<{ placements: PlacementLine[] }>("/api/placements", { signal }),
};

export const placementQuery = (placementId: string) => ({
  queryKey: ["employment", "placement", placementId],
  queryFn: ({ signal }: Signal) => getJson<PlacementView>(`/api/placements/${placementId}`, { signal }),
});

/** People of the actor's cases, to choose from. */
export const caseloadQuery = {
  queryKey: ["employment", "caseload"],
  queryFn: ({ signal }: Signal) => getJson<CaseloadView>("/api/caseload", { signal }),
};

/** What the person agreed in the vocational plan that an employer may hear; nothing is asked without a person. */
export const disclosureQuery = (personId: string) => ({
  queryKey: ["employment", "disclosure", personId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ agreed: AgreedDisclosure | null }>(`/api/people/${personId}/agreed-disclosure`, { signal }),
  enabled: personId !== "",
});

export const coachLogQuery = {
  queryKey: ["employment", "coach-log"],
  queryFn: ({ signal }: Signal) => getJson<{ entries: CoachLogLine[] }>("/api/coach-log", { signal }),
};

export const coachLogEntryQuery = (logId: string) => ({
  queryKey: ["employment", "coach-log", logId],
  queryFn: ({ signal }: Signal) => getJson<CoachLogEntry>(`/api/coach-log/${logId}`, { signal }),
});
