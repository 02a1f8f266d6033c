import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../messages.ts";
import type { FreeDay } from "./freeDays.ts";
import { calendarMessages } from "./messages.ts";

/** Why a day, or one of several units on it, has no classes. */
export function FreeWords({ free: { holiday, closures }, units }: { free: FreeDay; units: number }) {
  const t = useMessages(calendarMessages);
  const p = useMessages(programmeMessages);
  const words = [
    ...(holiday ? [p.maybe(`holiday.${holiday}`) ?? holiday] : []),
    ...closures.map(({ reason, unitName }) => (units > 1 ? t("closed.unit", { unit: unitName, reason }) : reason)),
  ];
  if (words.length === 0) return null;
  return <p className="week-free">{p("free", { reason: [...new Set(words)].join("; ") })}</p>;
}
