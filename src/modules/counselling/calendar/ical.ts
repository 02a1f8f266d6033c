/**
 * One entry of a calendar. `uid` stays the same for the life of what it stands for; `revision` grows when it changes; days
 * `YYYY-MM-DD` and times `HH:MM` by Polish clocks; `changedAt` an instant.
 */
export type CalendarEntry = {
  uid: string;
  revision: number;
  changedAt: string;
  day: string;
  startsAt: string;
  endsAt: string;
  title: string;
  place: string | null;
  cancelled: boolean;
};

const zone = "Europe/Warsaw";

/** Polish clocks as they have gone since 1996; a calendar needs them in the file, whatever it knows itself. */
const zoneLines = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A calendar as other programs read it, lines ended by CRLF. Source: RFC 5545; names and colours by RFC 7986 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Powrot//Kalendarz//PL",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...zoneLines,
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function entryLines({ uid, revision, changedAt, day, startsAt, endsAt, title, place, cancelled }: CalendarEntry) {
  const at = (time: string) => `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
  const changed = `${new Date(changedAt).toISOString().replace(/[-:]|\.\d{3}/g, "")}`;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${revision}`,
    `DTSTART;TZID=${zone}:${at(startsAt)}`,
    `DTEND;TZID=${zone}:${at(endsAt)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${cancelled ? "TRANSPARENT" : "OPAQUE"}`,
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

/** Text as a value: what has a meaning in the format is escaped, a line break becomes `\n`, other signs of control go. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** A line in pieces of at most 75 octets, the later ones begun by a space; a letter of several octets stays whole. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (octets + length > 75) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += letter;
    octets += length;
  }
  return [...pieces, piece].join("\r\n");
}
