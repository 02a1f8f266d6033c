import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEntry, calendarText, escapeText, foldLine } from "./ical.ts";

const entry = (own: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "0190a000-0000-7000-8000-000000000001@powrot",
  revision: 0,
  changedAt: "2026-11-22T10:00:00.123Z",
  day: "2026-11-23",
  startsAt: "15:00",
  endsAt: "15:30",
  title: "Umówiona rozmowa",
  place: "ul. Zażółć 3, pokój 12; parter",
  cancelled: false,
  ...own,
});
/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      place: event.location,
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      startsAt: event.startDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString(),
      endsAt: event.endDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString(),
    };
  });
}
/** The zone comes from the file itself, not from what the reader knows. */
function withZoneOf(text: string) {
  const zone = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone");
  ICAL.TimezoneService.reset();
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), "Europe/Warsaw");
  return read(text);
}

test.each([
  ["2026-11-23", "15:00", "15:30", "2026-11-23T14:00:00.000Z", "2026-11-23T14:30:00.000Z"],
  ["2026-07-06", "15:00", "15:30", "2026-07-06T13:00:00.000Z", "2026-07-06T13:30:00.000Z"],
  ["2027-03-28", "12:00", "13:00", "2027-03-28T10:00:00.000Z", "2027-03-28T11:00:00.000Z"],
  ["2026-10-25", "12:00", "13:00", "2026-10-25T11:00:00.000Z", "2026-10-25T12:00:00.000Z"],
])("what is on %s from %s to %s is at %s for another program", (day, from, to, startsAt, endsAt) => {
  expect(withZoneOf(calendarText("Powrót", [entry({ day, startsAt: from, endsAt: to })]))).toEqual([
    {
      uid: "0190a000-0000-7000-8000-000000000001@powrot",
      title: "Umówiona rozmowa",
      place: "ul. Zażółć 3, pokój 12; parter",
      sequence: 0,
      status: "CONFIRMED",
      startsAt,
      endsAt,
    },
  ]);
});

test("a cancelled one keeps its name in the calendar and says that it is off", () => {
  expect(withZoneOf(calendarText("Powrót", [entry({ cancelled: true, revision: 1 })]))).toMatchObject([
    { uid: "0190a000-0000-7000-8000-000000000001@powrot", status: "CANCELLED", sequence: 1 },
  ]);
});

test.each([
  ["Rozmowa, pilna; nie\\dziś", "Rozmowa\\, pilna\\; nie\\\\dziś"],
  ["dwie\r\nlinie\ni trzecia", "dwie\\nlinie\\ni trzecia"],
  ["dzwonek\u0007 i\u0000 koniec", "dzwonek i koniec"],
  ["pokój 12\r\nATTENDEE:mailto:x@example.org", "pokój 12\\nATTENDEE:mailto:x@example.org"],
])("%j is written as %j and adds no line of its own", (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
  expect(withZoneOf(calendarText("Powrót", [entry({ place: text })]))).toMatchObject([
    { place: text.replace(/\r\n/g, "\n").replace(/[\u0000\u0007]/g, "") },
  ]);
});

test("lines are at most 75 octets long and no letter is cut, whatever its length", () => {
  const place = `${"Żółć ".repeat(30)}🏠${"x".repeat(120)}`;
  const text = calendarText("Powrót", [entry({ place })]);
  expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(withZoneOf(text)).toMatchObject([{ place }]);
  expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
  expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
});

test("an empty calendar is one", () => {
  expect(withZoneOf(calendarText("Powrót", []))).toEqual([]);
});
