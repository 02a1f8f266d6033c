import { getJson } from "../../platform/ui/api.ts";
import { getCarrier, getDeviceState } from "../../platform/ui/carrier.ts";
import type { ConflictLine, ConflictList } from "./contract.ts";

const setKind = "street.conflict";

/** On an open phone: what its user said and nobody has decided, less what was decided here and is on its way. */
async function heldConflicts(): Promise<ConflictList | null> {
  const carrier = getCarrier();
  if (!carrier || !getDeviceState()?.pulledAt) return null;
  const [held, pending] = await Promise.all([carrier.read<ConflictLine>(setKind), carrier.pending()]);
  const decided = new Set(
    pending
      .filter(({ type, state }) => type === "conflict.decide" && (state === "waiting" || state === "delivered"))
      .map(({ envelope }) => (envelope.payload as { conflictId: string }).conflictId), // built by this room's own form
  );
  return { conflicts: held.filter(({ id }) => !decided.has(id)) };
}

/** Open conflicts within my reach; on a phone one's own. */
export const conflictsQuery = {
  queryKey: ["conflicts"],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ConflictList> =>
    (await heldConflicts()) ?? getJson<ConflictList>("/api/conflicts", { signal }),
};

/** Those of one record. */
export const conflictsOfQuery = (recordId: string) => ({
  queryKey: ["conflicts", recordId],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ConflictList> => {
    const held = await heldConflicts();
    if (!held) return getJson<ConflictList>(`/api/conflicts?recordId=${recordId}`, { signal });
    return { conflicts: held.conflicts.filter((line) => line.recordId === recordId) };
  },
});
