import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { CounsellingKind, HoursReason, WorkSource } from "./codes.ts";
import { minutesOf } from "./rules.ts";

/** Something a consultant did on a day: which kind a talk was, never with whom. `startsAt` null: the hour is not known. */
export type Work = {
  source: WorkSource;
  sourceId: string;
  day: PlainDate;
  startsAt: string | null;
  minutes: number;
  kind: CounsellingKind | null;
};
/** A day of a duty that is held. */
export type HeldDay = { dutyId: string; day: PlainDate; startsAt: string; endsAt: string };
type Span = readonly [from: number, to: number];

/** Minutes of a span that lie in none of the others, which may lie over each other. */
function minutesOutside([from, to]: Span, taken: readonly Span[]): number {
  let [free, at] = [0, from];
  for (const [begins, ends] of taken.toSorted(([a], [b]) => a - b)) {
    if (ends <= at || begins >= to) continue;
    free += Math.max(0, begins - at);
    at = Math.max(at, ends);
  }
  return free + Math.max(0, to - at);
}

const order = ({ day, startsAt, sourceId }: Work) => `${day} ${startsAt ?? "99"} ${sourceId}`;

/**
 * The work of one consultant: what lies in the hours of a duty belongs to it, the rest is proposed beside; an hour counts once,
 * also where two records tell of it. Both by day and hour. Source: docs/domain/forms.md F-36; docs/domain/journeys.md J4 step 9
 */
export function countOnce(
  duties: readonly HeldDay[],
  work: readonly Work[],
): { inside: (Work & { dutyId: string })[]; beside: Work[] } {
  const inside: (Work & { dutyId: string })[] = [];
  const beside: Work[] = [];
  const taken = new Map<PlainDate, Span[]>();
  for (const { day, startsAt, endsAt } of duties)
    taken.set(day, [...(taken.get(day) ?? []), [minutesOf(startsAt), minutesOf(endsAt)]]);
  for (const one of work.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    if (one.startsAt === null) {
      beside.push(one);
      continue;
    }
    const from = minutesOf(one.startsAt);
    const span: Span = [from, from + one.minutes];
    for (const { dutyId, day, startsAt, endsAt } of duties) {
      if (day !== one.day) continue;
      const within = one.minutes - minutesOutside(span, [[minutesOf(startsAt), minutesOf(endsAt)]]);
      if (within > 0) inside.push({ ...one, minutes: within, dutyId });
    }
    const others = taken.get(one.day) ?? [];
    const minutes = minutesOutside(span, others);
    if (minutes > 0) beside.push({ ...one, minutes });
    taken.set(one.day, [...others, span]);
  }
  return { inside, beside };
}

export const workStates = ["PROPOSED", "SETTLED", "CHANGED", "GONE"] as const;
export type WorkState = (typeof workStates)[number];

/**
 * How a line of the month stands: nobody took it over yet; taken over; its record says other minutes since (`CHANGED`) or is not
 * there any more (`GONE`) and it is to be looked at again. `proposed` null: no record tells of it now.
 */
export function workState(
  settled: { proposedMinutes: number; settledMinutes: number } | null,
  proposed: number | null,
): WorkState {
  if (!settled) return "PROPOSED";
  if (proposed === null) return settled.settledMinutes === 0 ? "SETTLED" : "GONE";
  return settled.proposedMinutes === proposed ? "SETTLED" : "CHANGED";
}

/** Why hours cannot be settled so; null when they can: other minutes than the plan or the record say have a reason. */
export function refuseHours(
  minutes: number,
  proposed: number,
  reason: HoursReason | null,
): "consultant-duty.reason_missing" | null {
  return minutes !== proposed && reason === null ? "consultant-duty.reason_missing" : null;
}

/** Minutes of a month beyond what the contract holds; null where it holds none. The month itself is never refused. */
export function beyondLimit(settledMinutes: number, limitMinutes: number | null): number | null {
  return limitMinutes === null ? null : Math.max(0, settledMinutes - limitMinutes);
}
