import type { DutyDayLine } from "./contract.ts";
import type { DayEntry } from "./noteContract.ts";
import { minutesOf } from "./rules.ts";

/** Slots of one duty as they are shown: `talk` is what the kept ones from here on are for. */
export type ShownSlot = DutyDayLine["slots"][number] & { talk?: DayEntry };
export type ShownDuty = Omit<DutyDayLine, "slots"> & { slots: ShownSlot[] };

/** Slots of a duty without those that a talk before them goes on in. */
function shownSlots({ lost, slots }: DutyDayLine, kept: readonly DayEntry[], found: Set<DayEntry>): ShownSlot[] {
  let until = 0;
  return slots.flatMap((slot): ShownSlot[] => {
    if (lost || slot.state !== "RESERVED") return [slot];
    const from = minutesOf(slot.startsAt);
    if (from < until) return [];
    const talk = kept.find(({ startsAt }) => startsAt === slot.startsAt);
    if (!talk) return [slot];
    found.add(talk);
    until = from + talk.minutes;
    return [{ ...slot, talk }];
  });
}

/**
 * A day in which each talk stands once: at the slots that are kept for it, or beside the duties where none are. Classes and whatever
 * else keeps no slots stay beside.
 */
export function keptTalks(
  duties: readonly DutyDayLine[],
  others: readonly DayEntry[],
): { duties: ShownDuty[]; beside: DayEntry[] } {
  const kept = others.filter(({ kind }) => kind === "INTERVIEW");
  const found = new Set<DayEntry>();
  const shown = duties.map((duty) => ({ ...duty, slots: shownSlots(duty, kept, found) }));
  return { duties: shown, beside: others.filter((one) => !found.has(one)) };
}
