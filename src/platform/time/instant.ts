import { addDays, type PlainDate, plainDate } from "./plainDate.ts";

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, made);
  return made;
}

function msOf(instant: string | Date): number {
  const ms = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(instant)}`);
  return ms;
}

/**
 * The day and wall time (`HH:mm:ss`) in a time zone at an instant.
 * @throws RangeError when the instant or the zone is not one
 */
export function localTimeIn(instant: string | Date, timeZone: string): { day: PlainDate; time: string } {
  const parts = new Map<string, string>();
  for (const { type, value } of formatOf(timeZone).formatToParts(msOf(instant))) parts.set(type, value);
  return {
    day: plainDate(`${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`),
    time: `${parts.get("hour")}:${parts.get("minute")}:${parts.get("second")}`,
  };
}

/** The calendar day in a time zone at an instant: what `today` means to an organisation. */
export function todayIn(instant: string | Date, timeZone: string): PlainDate {
  return localTimeIn(instant, timeZone).day;
}

/**
 * The instant (ISO, UTC) at which the clocks of a zone show `time` (`HH:mm` or `HH:mm:ss`) on `day`. A time that is
 * shown twice in autumn means the first one; a time skipped in spring means the same distance after the change.
 */
export function instantAt(day: PlainDate, time: string, timeZone: string): string {
  const wall = msOf(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  const offsetAt = (ms: number): number => {
    const local = localTimeIn(new Date(ms), timeZone);
    return msOf(`${local.day}T${local.time}Z`) - Math.floor(ms / 1000) * 1000;
  };
  const before = offsetAt(msOf(`${addDays(day, -1)}T12:00:00Z`));
  const after = offsetAt(msOf(`${addDays(day, 1)}T12:00:00Z`));
  const first = wall - Math.max(before, after);
  const second = wall - Math.min(before, after);
  const found = [first, second].find((ms) => ms + offsetAt(ms) === wall);
  return new Date(found ?? wall - before).toISOString();
}

/**
 * The instant `hours` elapsed hours later, through holidays and clock changes.
 * Source: docs/domain/rules.md R-GDPR-09 (72 hours from becoming aware of a breach).
 */
export function hoursAfter(instant: string | Date, hours: number): string {
  return new Date(msOf(instant) + hours * HOUR_MS).toISOString();
}
