import { getJson } from "../../platform/ui/api.ts";
import type { OwnReaderLine } from "../casework/contract.ts";
import type { PlanSummary, PlanView } from "../plan/contract.ts";
import type { ContractStatus, ContractView } from "../social-contract/contract.ts";
import type { MineView } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const mineQuery = {
  queryKey: ["mine"],
  queryFn: ({ signal }: Signal) => getJson<MineView>("/api/mine", { signal }),
};

export const ownReadersQuery = {
  queryKey: ["mine", "readers"],
  queryFn: ({ signal }: Signal) => getJson<{ readers: OwnReaderLine[] }>("/api/mine/readers", { signal }),
};

export const ownPlansQuery = (personId: string) => ({
  queryKey: ["mine", "plans", personId],
  queryFn: ({ signal }: Signal) => getJson<{ plans: PlanSummary[] }>(`/api/people/${personId}/plans`, { signal }),
});

export const ownPlanQuery = (planId: string) => ({
  queryKey: ["mine", "plan", planId],
  queryFn: ({ signal }: Signal) => getJson<PlanView>(`/api/plans/${planId}`, { signal }),
});

export const ownContractsQuery = (personId: string) => ({
  queryKey: ["mine", "contracts", personId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ contracts: ContractStatus[] }>(`/api/people/${personId}/contracts`, { signal }),
});

export const ownContractQuery = (contractId: string) => ({
  queryKey: ["mine", "contract", contractId],
  queryFn: ({ signal }: Signal) => getJson<ContractView>(`/api/contracts/${contractId}`, { signal }),
});
