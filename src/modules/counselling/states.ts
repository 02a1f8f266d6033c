/**
 * A booking is BOOKED until somebody ends it (CANCELLED, MOVED, CONSULTANT_AWAY: nothing leads out of these) or its hour comes;
 * from then on it is said whether the person CAME or not (NO_SHOW), and the last word counts.
 */
export const bookingStates = ["BOOKED", "CAME", "NO_SHOW", "CANCELLED", "MOVED", "CONSULTANT_AWAY"] as const;
export type BookingState = (typeof bookingStates)[number];

export const bookingActs = ["MOVE", "CANCEL", "PRINT_SLIP", "NOTE_OUTCOME"] as const;
export type BookingAct = (typeof bookingActs)[number];

/** As whom somebody acts on a booking: the person booked, who may book them, whose duty it is, who plans the duty. */
export const bookingParts = ["PERSON", "BOOKER", "CONSULTANT", "PLANNER"] as const;
export type BookingPart = (typeof bookingParts)[number];

const actors: Readonly<Record<BookingAct, readonly BookingPart[]>> = {
  MOVE: ["PERSON", "BOOKER", "CONSULTANT"],
  CANCEL: ["PERSON", "BOOKER", "CONSULTANT"],
  PRINT_SLIP: ["PERSON", "BOOKER", "CONSULTANT"],
  NOTE_OUTCOME: ["CONSULTANT", "PLANNER"],
};

export type BookingRefusal =
  | "booking.not_found"
  | "booking.over"
  | "booking.marked_already"
  | "booking.begun"
  | "booking.not_yet";

/** Why an act on a booking is not possible for who acts in `parts`; null when it is. `begun`: its hour has come. Source: docs/domain/forms.md F-36 */
export function refuseBookingAct(
  act: BookingAct,
  { state, begun }: { state: BookingState; begun: boolean },
  parts: readonly BookingPart[],
): BookingRefusal | null {
  if (!parts.some((part) => actors[act].includes(part))) return "booking.not_found";
  if (state === "CANCELLED" || state === "MOVED" || state === "CONSULTANT_AWAY") return "booking.over";
  if (act === "NOTE_OUTCOME") return begun ? null : "booking.not_yet";
  if (state !== "BOOKED") return "booking.marked_already";
  return begun ? "booking.begun" : null;
}

/** The acts that are possible, in the order of `bookingActs`. */
export function possibleActs(
  booking: { state: BookingState; begun: boolean },
  parts: readonly BookingPart[],
): BookingAct[] {
  return bookingActs.filter((act) => refuseBookingAct(act, booking, parts) === null);
}

/**
 * Somebody waits (WAITING), has an hour kept for them (OFFERED), let it pass (LAPSED: the hour went on, they wait in the same
 * place), or waits no more: BOOKED, LEFT.
 */
export const waitingStates = ["WAITING", "OFFERED", "LAPSED", "BOOKED", "LEFT"] as const;
export type WaitingState = (typeof waitingStates)[number];

export const waitingActs = ["LEAVE", "OFFER", "ACCEPT", "DECLINE"] as const;
export type WaitingAct = (typeof waitingActs)[number];

export type WaitingRefusal = "waiting.not_found" | "waiting.over" | "waiting.offered_already" | "waiting.no_offer";

/** Why an act on a line of the waiting list is not possible for the person (PERSON) or who may book them (BOOKER); null when it is. */
export function refuseWaitingAct(
  act: WaitingAct,
  state: WaitingState,
  parts: readonly BookingPart[],
): WaitingRefusal | null {
  const acts = parts.includes("BOOKER") || (parts.includes("PERSON") && act !== "OFFER");
  if (!acts) return "waiting.not_found";
  if (state === "BOOKED" || state === "LEFT") return "waiting.over";
  if (act === "OFFER") return state === "OFFERED" ? "waiting.offered_already" : null;
  if (act === "LEAVE") return null;
  return state === "OFFERED" ? null : "waiting.no_offer";
}
