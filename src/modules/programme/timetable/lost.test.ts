import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { hours } from "./fixture.ts";
import { lostMeetings } from "./lost.ts";

const startsOn = plainDate("2026-12-07");
const radom = { startsOn, weeks: 38, meetings: hours([1, 3, 5], 10, 14), closed: [] };
const days = (order: Parameters<typeof lostMeetings>[0], from = startsOn) =>
  lostMeetings(order, from).map(({ day }) => day);

test("of the Radom cycle five meetings fall on public holidays, each told with its week and its name (R-PRG-06)", () => {
  expect(lostMeetings(radom, startsOn)).toMatchObject([
    { day: "2026-12-25", week: 3, holiday: "christmas_day", closure: null },
    { day: "2027-01-01", week: 4 },
    { day: "2027-01-06", week: 5 },
    { day: "2027-03-29", week: 17 },
    { day: "2027-05-03", week: 22 },
  ]);
  expect(days(radom, plainDate("2027-01-02"))).toEqual(["2027-01-06", "2027-03-29", "2027-05-03"]);
});

test("hours that hold from a day on or until a day lose nothing outside it", () => {
  const [monday, wednesday, friday] = radom.meetings;
  if (!monday || !wednesday || !friday) throw new Error("no meetings");
  const meetings = [
    { ...monday, until: plainDate("2027-03-28") },
    { ...wednesday, since: plainDate("2027-01-07") },
    { ...friday, until: plainDate("2026-12-31") },
    // from January on Thursdays instead of Fridays
    { ...friday, weekday: 4, since: plainDate("2027-01-01") },
  ];
  expect(days({ ...radom, meetings })).toEqual(["2026-12-25", "2027-05-27"]);
});

test("of a day that is a holiday and closed too the holiday is told; a closed day once, however often the group meets on it", () => {
  const closed = [{ from: plainDate("2026-12-23"), to: plainDate("2026-12-27"), reason: "przerwa" }];
  const twice = { ...radom, weeks: 4, closed, meetings: [...radom.meetings, ...hours([3], 16, 18)] };
  expect(lostMeetings(twice, startsOn)).toMatchObject([
    { day: "2026-12-23", holiday: null, closure: "przerwa" },
    { day: "2026-12-25", holiday: "christmas_day", closure: null },
    { day: "2027-01-01", holiday: "new_year", closure: null },
  ]);
});
