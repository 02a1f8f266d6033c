import type { StatusTone } from "../../../platform/ui/Status.tsx";
import type { AppointmentState } from "./codes.ts";
import type { InterviewList } from "./contract.ts";

type InterviewLine = InterviewList["people"][number];
export type Standing = AppointmentState | "NONE";

export const tones: Readonly<Record<Standing, StatusTone>> = {
  NONE: "neutral",
  BOOKED: "active",
  CAME: "due",
  HELD: "confirmed",
  NO_SHOW: "due",
  CANCELLED: "neutral",
  MOVED: "neutral",
  CONSULTANT_AWAY: "due",
};

/** Held without an hour counts too: an interview may be noted that nobody booked. */
export const standingOf = ({ appointment, heldOn }: InterviewLine): Standing =>
  appointment?.state === "BOOKED" ? "BOOKED" : heldOn !== null ? "HELD" : (appointment?.state ?? "NONE");

/** Who has neither an hour to come nor an interview behind them. */
export const isWithout = (line: InterviewLine): boolean => !["BOOKED", "CAME", "HELD"].includes(standingOf(line));
