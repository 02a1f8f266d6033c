import { getJson } from "../../../platform/ui/api.ts";
import type { GroupCards } from "./contract.ts";

export const cardsQuery = (groupId: string) => ({
  queryKey: ["attendance", "cards", groupId],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<GroupCards>(`/api/groups/${groupId}/cards`, { signal }),
});
