import type { WorkContext } from "../../../platform/command.ts";
import { addMonth, type ListMonth } from "./rules.ts";
import { monthSource } from "./source.ts";
import { approvedMonths } from "./store.ts";

/**
 * The oldest month before another that has somebody to pay and no approved list, counted from the first approved one: whoever comes
 * after it would be paid before. Null where none waits, or where the unit has no approved list yet.
 */
export async function earlierWaiting(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: ListMonth },
): Promise<ListMonth | null> {
  const approved = await approvedMonths(context, unitId);
  const [first] = [...approved].toSorted();
  if (!first) return null;
  for (let one = addMonth(first, 1); one < month; one = addMonth(one, 1)) {
    if (approved.has(one)) continue;
    const facts = await monthSource.factsOf(context, { unitId, month: one });
    if (facts.some(({ spans }) => spans.length > 0)) return one;
  }
  return null;
}
