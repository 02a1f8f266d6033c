import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { type AppointmentAct, type AppointmentState, appointmentActs } from "./codes.ts";

export type InterviewRefusal =
  | "candidate-interview.booked_already"
  | "candidate-interview.named_twice"
  | "candidate-interview.over"
  | "candidate-interview.begun"
  | "candidate-interview.not_yet";

const ended: readonly AppointmentState[] = ["CANCELLED", "MOVED", "CONSULTANT_AWAY"];

/** Neither ended nor missed: it keeps its hours, or the candidate was there. */
export const stands = (state: AppointmentState): boolean => !ended.includes(state) && state !== "NO_SHOW";

/**
 * An appointment is BOOKED until somebody ends it (CANCELLED, MOVED, CONSULTANT_AWAY: nothing leads out of these) or says that the
 * candidate CAME or not (NO_SHOW), of which the last word counts. Once an interview of that day or later is noted it was HELD.
 */
export function appointmentState(appointment: {
  endedAs: "CANCELLED" | "MOVED" | "CONSULTANT_AWAY" | null;
  mark: "CAME" | "NO_SHOW" | null;
  day: PlainDate;
  heldOn: PlainDate | null;
}): AppointmentState {
  const { endedAs, mark, day, heldOn } = appointment;
  if (endedAs !== null) return endedAs;
  if (mark === "NO_SHOW") return mark;
  if (heldOn !== null && heldOn >= day) return "HELD";
  return mark ?? "BOOKED";
}

/** Why an act on an appointment is not possible; null when it is. `begun`: its hour has come. */
export function refuseAppointmentAct(
  act: AppointmentAct,
  { state, begun }: { state: AppointmentState; begun: boolean },
): InterviewRefusal | null {
  if (ended.includes(state) || state === "HELD") return "candidate-interview.over";
  if (act === "NOTE_OUTCOME") return begun ? null : "candidate-interview.not_yet";
  if (state !== "BOOKED") return "candidate-interview.over";
  return begun ? "candidate-interview.begun" : null;
}

export const possibleActs = (appointment: { state: AppointmentState; begun: boolean }): AppointmentAct[] =>
  appointmentActs.filter((act) => refuseAppointmentAct(act, appointment) === null);

/** Free slots of one duty on one day; starts in minutes after midnight, sorted. */
export type FreeDay = { dutyId: string; consultantId: string; day: PlainDate; slotMinutes: number; starts: number[] };
/** Where an interview may begin; `until`: the end of the last slot that it takes. Minutes after midnight. */
export type Beginning = { dutyId: string; consultantId: string; day: PlainDate; from: number; until: number };

/** Every beginning from which enough adjoining slots are free, soonest first; of two at one hour as the days were given. */
export function beginnings(days: readonly FreeDay[], minutes: number): Beginning[] {
  const found = days.flatMap(({ dutyId, consultantId, day, slotMinutes, starts }) => {
    const free = new Set(starts);
    const needed = Math.ceil(minutes / slotMinutes);
    return starts
      .filter((from) => Array.from({ length: needed }, (_, at) => from + at * slotMinutes).every((at) => free.has(at)))
      .map((from) => ({ dutyId, consultantId, day, from, until: from + needed * slotMinutes }));
  });
  const key = ({ day, from }: Beginning) => `${day} ${String(from).padStart(4, "0")}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const meets = (a: Beginning, b: Beginning): boolean =>
  a.consultantId === b.consultantId && a.day === b.day && a.from < b.until && b.from < a.until;

/**
 * A beginning for each candidate in the order given, the soonest that is left; no consultant is in two talks at once. The same input
 * gives the same plan. Null: nothing was left. Source: docs/domain/rules.md R-REC-03, docs/domain/journeys.md J9 step 8
 */
export function planInterviews<Id extends string>(
  candidates: readonly Id[],
  free: readonly Beginning[],
): Map<Id, Beginning | null> {
  let left = [...free];
  const plan = new Map<Id, Beginning | null>();
  for (const id of candidates) {
    const [first] = left;
    plan.set(id, first ?? null);
    if (!first) continue;
    left = left.filter((one) => !meets(one, first));
  }
  return plan;
}
