import type { PlainDate } from "../time/plainDate.ts";

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

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** The calendar day in Poland, by the server's clock. */
export function today(): PlainDate {
  return dayFormat.format(now()) as PlainDate; // en-CA writes YYYY-MM-DD
}
