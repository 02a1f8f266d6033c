import { getJson } from "../../platform/ui/api.ts";
import type { PlanEvidence } from "../plan/contract.ts";
import type { ContractLine, ContractStart, ContractsOfPerson, ContractView } from "./contract.ts";

type Reading = { signal: AbortSignal };

export const myContractsQuery = {
  queryKey: ["contracts", "mine"],
  queryFn: ({ signal }: Reading) => getJson<{ contracts: ContractLine[] }>("/api/contracts", { signal }),
};

export const contractQuery = (contractId: string) => ({
  queryKey: ["contracts", contractId],
  queryFn: ({ signal }: Reading) => getJson<ContractView>(`/api/contracts/${contractId}`, { signal }),
});

export const contractEvidenceQuery = (contractId: string) => ({
  queryKey: ["contracts", contractId, "evidence"],
  queryFn: ({ signal }: Reading) =>
    getJson<{ from: string; until: string; hidden: boolean; evidence: PlanEvidence[] }>(
      `/api/contracts/${contractId}/evidence`,
      { signal },
    ),
});

export const contractsOfPersonQuery = (personId: string) => ({
  queryKey: ["contracts", "person", personId],
  queryFn: ({ signal }: Reading) => getJson<ContractsOfPerson>(`/api/people/${personId}/contracts`, { signal }),
});

export const contractStartQuery = (personId: string) => ({
  queryKey: ["contracts", "start", personId],
  queryFn: ({ signal }: Reading) => getJson<ContractStart>(`/api/people/${personId}/contract-start`, { signal }),
});

/** Everything that a command about a contract makes stale. */
export const contractKeys = [["contracts"]] as const;
