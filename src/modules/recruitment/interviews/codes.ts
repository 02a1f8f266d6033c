/** How an appointment stands, see `rules.ts`. */
export const appointmentStates = [
  "BOOKED",
  "CAME",
  "HELD",
  "NO_SHOW",
  "CANCELLED",
  "MOVED",
  "CONSULTANT_AWAY",
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export const appointmentActs = ["MOVE", "CANCEL", "PRINT", "NOTE_OUTCOME"] as const;
export type AppointmentAct = (typeof appointmentActs)[number];

export const appointmentOutcomes = ["CAME", "NO_SHOW"] as const;

/** The most appointments of one plan. */
export const planMost = 100;
/** How far ahead hours are looked for. */
export const weeksMost = 12;
