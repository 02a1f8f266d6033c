import type { WorkContext } from "../../../platform/command.ts";
import { endOfMonth } from "../../../platform/time/plainDate.ts";
import { addMonth, type ListMonth } from "./rules.ts";
import type { OfMonths } from "./source.ts";
import { approvedMonths } from "./store.ts";

/**
 * The oldest month before another that has somebody to pay and no approved list, counted from the first approved one: whoever comes
 * after it would be paid before. Null where none waits, or where the unit has no approved list yet. `known`: the approved months, where
 * somebody has read them.
 */
export async function earlierWaiting(
  context: WorkContext & OfMonths,
  { unitId, month }: { unitId: string; month: ListMonth },
  known?: ReadonlySet<ListMonth>,
): Promise<ListMonth | null> {
  const approved = known ?? (await approvedMonths(context, [unitId])).get(unitId) ?? new Set<ListMonth>();
  const [first] = [...approved].toSorted();
  if (!first) return null;
  const left: ListMonth[] = [];
  for (let one = addMonth(first, 1); one < month; one = addMonth(one, 1)) if (!approved.has(one)) left.push(one);
  const [from, last] = [left[0], left.at(-1)];
  if (!from || !last) return null;
  const running = await context.factsOf.running?.(context, { unitId, from, to: endOfMonth(last) });
  for (const one of left) {
    const end = endOfMonth(one);
    const nobody = running && !running.some((span) => span.from <= end && (span.to === null || span.to >= one));
    if (nobody) continue;
    const facts = await context.factsOf(context, { unitId, month: one });
    if (facts.some(({ spans }) => spans.length > 0)) return one;
  }
  return null;
}
