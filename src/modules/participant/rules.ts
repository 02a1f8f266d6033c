import type { PlainDate } from "../../platform/time/plainDate.ts";

export const lineStandings = ["OPEN", "LATE", "PARTLY", "DONE"] as const;
/** LATE: the day has passed and nobody has found it done. A fact, of whatever side; nothing follows from it. */
export type LineStanding = (typeof lineStandings)[number];

/** States of a CIS programme, all of which the person may know; named here as the centre's own list is not shown to other rooms. */
export const programmeStates = [
  "DRAFT",
  "AGREED",
  "SIGNED",
  "TRIAL",
  "PARTICIPATION",
  "EXTENDED",
  "AFTER_JOB",
  "ENDED",
  "WITHDRAWN",
] as const;

type Found = "DONE" | "KEPT" | "PARTLY" | "NOT" | "NOT_DONE" | "NOT_KEPT" | "NO_LONGER_RELEVANT" | null;

/**
 * How a promise or goal stands on `today`, by how a review or an evaluation last found it; null when it is no longer relevant
 * and is not told. The day itself is still in time. Source: docs/domain/rules.md R-SC-04, R-SC-07
 */
export function standingOf(found: Found, dueOn: PlainDate | null, today: PlainDate): LineStanding | null {
  if (found === "NO_LONGER_RELEVANT") return null;
  if (found === "DONE" || found === "KEPT") return "DONE";
  if (dueOn !== null && dueOn < today) return "LATE";
  return found === "PARTLY" ? "PARTLY" : "OPEN";
}

type Placed = { dueOn: PlainDate | null; standing: LineStanding };

/** What is to be done by its day, without a day after those, what is done at the end; otherwise as it was written. */
export function inOrder<L extends Placed>(lines: readonly L[]): L[] {
  const key = ({ dueOn, standing }: Placed): string => (standing === "DONE" ? "z" : (dueOn ?? "y"));
  return lines.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export type NextThing = { day: PlainDate; what: "TALK" | "REVIEW" | "EVALUATION" | "PROMISE" };

/** The nearest days from `today` on, at most three; of one day, as they were given. Source: docs/domain/journeys.md J14 step 2 */
export function nextThings<T extends NextThing>(things: readonly T[], today: PlainDate): T[] {
  return things
    .filter(({ day }) => day >= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, 3);
}
