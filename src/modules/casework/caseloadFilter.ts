import { shiftDay } from "../../platform/ui/days.ts";
import { dayOfInstant } from "../../platform/ui/format.ts";
import type { CaseloadLine } from "./contract.ts";

/** Words of the list's filters as they stand in the address; "" is no filter. */
export type CaseloadFilter = { whose: string; due: string; quiet: string };

const quietDays = 30;

/** Nothing heard for more than 30 days; a case younger than that is not quiet yet. */
export function isQuiet(line: Pick<CaseloadLine, "lastSeenAt" | "openedOn">, today: string): boolean {
  const last = line.lastSeenAt ? dayOfInstant(line.lastSeenAt) : line.openedOn;
  return last < shiftDay(today, -quietDays);
}

/** The list begins with "mine"; with "" (the whole unit) when nobody there is mine. */
export function whoseFirst(people: readonly Pick<CaseloadLine, "mine">[]): string {
  return people.some((line) => line.mine) ? "mine" : "";
}

export function fitsCaseload(line: CaseloadLine, filter: CaseloadFilter, today: string): boolean {
  if (filter.whose === "mine" && !line.mine) return false;
  if (filter.due === "late" && !(line.nextDue !== null && line.nextDue < today)) return false;
  if (filter.due === "week" && !(line.nextDue !== null && line.nextDue <= shiftDay(today, 7))) return false;
  return filter.quiet !== "30" || isQuiet(line, today);
}
