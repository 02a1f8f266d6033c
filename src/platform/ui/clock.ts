import type { PlainDate } from "../time/plainDate.ts";
import { daysApart } from "./days.ts";

let offsetMs = 0;
const ZONE = "Europe/Warsaw";
const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Ties the browser to the server's clock; the demo world may stand on another day. */
export function setServerNow(iso: string): void {
  const at = Date.parse(iso);
  if (Number.isFinite(at)) offsetMs = at - Date.now();
}

/** The same from a day alone: whole days apart, time of day as on this device. */
export function setServerToday(day: string): void {
  const days = daysApart(dayFormat.format(new Date()), day);
  if (Number.isFinite(days)) offsetMs = days * 86_400_000;
}

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** The calendar day in Poland, by the server's clock. */
export function today(): PlainDate {
  return dayFormat.format(now()) as PlainDate; // en-CA writes YYYY-MM-DD
}
