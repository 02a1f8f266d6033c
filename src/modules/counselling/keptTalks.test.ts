import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import type { DutyDayLine } from "./contract.ts";
import { keptTalks } from "./keptTalks.ts";
import type { DayEntry } from "./noteContract.ts";

type State = DutyDayLine["slots"][number]["state"];

/** A duty from nine o'clock in slots of an hour. */
const duty = (states: readonly State[], more: Partial<DutyDayLine> = {}): DutyDayLine => ({
  consultantDutyId: "d1",
  role: "PSYCHOLOGIST",
  consultant: "Ewa",
  place: "pokój 12",
  day: plainDate("2026-11-23"),
  startsAt: "09:00",
  endsAt: "13:00",
  slotMinutes: 60,
  lost: null,
  slots: states.map((state, at) => ({ startsAt: `${String(9 + at).padStart(2, "0")}:00`, state, booking: null })),
  ...more,
});
const talk = (title: string, startsAt: string, minutes = 120): DayEntry => ({
  title,
  startsAt,
  minutes,
  place: "pokój 12",
  kind: "INTERVIEW",
});
const shown = (duties: readonly DutyDayLine[], others: readonly DayEntry[]) => {
  const { duties: lines, beside } = keptTalks(duties, others);
  const slots = lines.flatMap((line) =>
    line.slots.map(({ startsAt, state, talk: of }) => `${startsAt} ${of?.title ?? state}`),
  );
  return { slots, beside: beside.map(({ title }) => title) };
};

test("a talk stands once, at the first of its slots", () => {
  const day = duty(["RESERVED", "RESERVED", "FREE", "FREE"]);
  expect(shown([day], [talk("Kowalczyk", "09:00")])).toEqual({
    slots: ["09:00 Kowalczyk", "11:00 FREE", "12:00 FREE"],
    beside: [],
  });
});

test("two talks one after the other are two; a slot that a talk takes in part is its own", () => {
  const day = duty(["RESERVED", "RESERVED", "RESERVED", "FREE"]);
  expect(shown([day], [talk("Pierwsza", "09:00", 90), talk("Druga", "11:00", 60)]).slots).toEqual([
    "09:00 Pierwsza",
    "11:00 Druga",
    "12:00 FREE",
  ]);
});

test("a class, and a talk for which no slot is kept, stand beside the duties; kept slots of which nothing is told stay", () => {
  const { kind: _, ...lesson } = talk("Grupa 1", "09:00");
  expect(shown([duty(["RESERVED", "FREE", "FREE", "FREE"])], [lesson, talk("Bez dyżuru", "15:00")])).toEqual({
    slots: ["09:00 RESERVED", "10:00 FREE", "11:00 FREE", "12:00 FREE"],
    beside: ["Grupa 1", "Bez dyżuru"],
  });
  expect(shown([duty(["RESERVED"], { lost: "AWAY" })], [talk("Kowalczyk", "09:00")]).beside).toEqual(["Kowalczyk"]);
});
