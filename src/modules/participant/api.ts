import { getJson } from "../../platform/ui/api.ts";
import type { OwnReaderLine } from "../casework/contract.ts";
import type { MineBenefits, MinePromises, MineView } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const mineQuery = {
  queryKey: ["mine"],
  queryFn: ({ signal }: Signal) => getJson<MineView>("/api/mine", { signal }),
};

export const ownReadersQuery = {
  queryKey: ["mine", "readers"],
  queryFn: ({ signal }: Signal) => getJson<{ readers: OwnReaderLine[] }>("/api/mine/readers", { signal }),
};

export const ownPromisesQuery = {
  queryKey: ["mine", "promises"],
  queryFn: ({ signal }: Signal) => getJson<MinePromises>("/api/mine/promises", { signal }),
};

export const ownBenefitsQuery = {
  queryKey: ["mine", "benefits"],
  queryFn: ({ signal }: Signal) => getJson<MineBenefits>("/api/mine/benefits", { signal }),
};
