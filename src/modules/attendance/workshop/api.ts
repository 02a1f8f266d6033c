import { getJson } from "../../../platform/ui/api.ts";
import type { Workshop, WorkshopLine } from "./contract.ts";

type Signal = { signal: AbortSignal };

export const workshopsQuery = {
  queryKey: ["workshop", "list"],
  queryFn: ({ signal }: Signal) => getJson<{ workshops: WorkshopLine[] }>("/api/workshops", { signal }),
};

/** `week`, `month`: a day of it; left out: this one. */
export const workshopQuery = (
  groupId: string,
  asked: { week?: string | undefined; month?: string | undefined } = {},
) => {
  const of = new URLSearchParams(Object.entries(asked).flatMap(([name, day]) => (day ? [[name, day]] : [])));
  return {
    queryKey: ["workshop", "one", groupId, `${of}`],
    queryFn: ({ signal }: Signal) =>
      getJson<Workshop>(`/api/workshops/${groupId}${of.size > 0 ? `?${of}` : ""}`, { signal }),
  };
};
