import { expect, test } from "vitest";
import { roles as houseRoles } from "../../platform/access.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { counsellingAccess } from "./access.ts";
import { consultantRoles, counsellingKinds, dutyRolesOf, holdersOf, rolesOfKind } from "./codes.ts";
import {
  dutyDays,
  dutyMinutes,
  hasBegun,
  isLawyersSecret,
  mayMessage,
  offerUntil,
  type Pattern,
  patternDays,
  realisation,
  refuseDuty,
  refuseNote,
  refuseSlot,
  slotTimes,
  topicGroupOf,
} from "./rules.ts";
import {
  type BookingAct,
  type BookingPart,
  type BookingState,
  bookingActs,
  bookingParts,
  bookingStates,
  possibleActs,
  refuseBookingAct,
  refuseWaitingAct,
  type WaitingAct,
  type WaitingState,
  waitingActs,
  waitingStates,
} from "./states.ts";

const day = plainDate;
/** The S4 duty: two hours every two weeks, on Mondays. */
const pattern: Pattern = {
  everyWeeks: 2,
  weekday: 1,
  startsAt: "15:00",
  endsAt: "17:00",
  slotMinutes: 30,
  fromOn: day("2026-12-07"),
  toOn: day("2027-08-29"),
};

test("two hours every two weeks are 19 duties and 38 hours in 38 weeks (R-PRG, S4)", () => {
  const days = patternDays(pattern, { from: pattern.fromOn, to: day("2027-12-31") });
  expect(days).toHaveLength(19);
  expect((days.length * dutyMinutes(pattern)) / 60).toBe(38);
  expect([days[0], days.at(-1)]).toEqual(["2026-12-07", "2027-08-16"]);
});

test.each([
  ["2026-12-07", 1, 1, "2026-12-07"],
  ["2026-12-08", 1, 1, "2026-12-14"],
  ["2026-12-08", 7, 4, "2026-12-13"],
  ["2026-12-06", 1, 12, "2026-12-07"],
])("a duty from %s on weekday %i every %i weeks begins on %s", (from, weekday, everyWeeks, first) => {
  const one = { ...pattern, fromOn: day(from), weekday, everyWeeks };
  const [found, next] = patternDays(one, { from: day("2026-01-01"), to: day("2027-08-29") });
  expect(found).toBe(first);
  expect(next && (Date.parse(next) - Date.parse(first)) / 86_400_000).toBe(everyWeeks * 7);
});

test("a holiday and an absence leave a day out and say why; the rhythm goes on (R-PRG-06)", () => {
  const absences = [{ from: day("2027-01-10"), to: day("2027-01-18") }];
  const every = { ...pattern, weekday: 3, fromOn: day("2026-12-09"), everyWeeks: 2 };
  expect(dutyDays(every, { from: day("2026-12-20"), to: day("2027-02-05") }, absences)).toEqual([
    { day: "2026-12-23", lost: null },
    { day: "2027-01-06", lost: { holiday: "epiphany" } },
    { day: "2027-01-20", lost: null },
    { day: "2027-02-03", lost: null },
  ]);
  expect(
    dutyDays(every, { from: day("2027-01-20"), to: day("2027-01-20") }, [
      { from: day("2027-01-20"), to: day("2027-01-20") },
    ]),
  ).toEqual([{ day: "2027-01-20", lost: { away: true } }]);
});

test.each([
  ["15:00", "17:00", 30, ["15:00", "15:30", "16:00", "16:30"]],
  ["15:00", "17:00", 50, ["15:00", "15:50"]],
  ["08:15", "09:00", 45, ["08:15"]],
  ["08:15", "09:00", 60, []],
])("from %s to %s slots of %i minutes begin at %j", (startsAt, endsAt, slotMinutes, times) => {
  expect(slotTimes({ startsAt, endsAt, slotMinutes })).toEqual(times);
});

test.each([
  [{}, null],
  [{ toOn: pattern.fromOn }, null],
  [{ toOn: day("2026-12-06") }, "consultant-duty.ends_before_start"],
  [{ endsAt: "15:00" }, "consultant-duty.no_time"],
  [{ endsAt: "14:00" }, "consultant-duty.no_time"],
  [{ slotMinutes: 120 }, null],
  [{ slotMinutes: 121 }, "consultant-duty.slot_too_long"],
])("a duty with %j is answered with %s", (change, answer) => {
  expect(refuseDuty({ ...pattern, ...change })).toBe(answer);
});

const absences = [{ from: day("2026-12-21"), to: day("2026-12-21") }];
test.each([
  ["2026-12-07", "15:00", "2026-12-07T13:59:59.000Z", null],
  ["2026-12-07", "15:00", "2026-12-07T14:00:00.000Z", "booking.slot_over"], // 15:00 in Warsaw
  ["2026-12-07", "15:10", "2026-12-01T10:00:00.000Z", "booking.no_such_slot"],
  ["2026-12-07", "17:00", "2026-12-01T10:00:00.000Z", "booking.no_such_slot"],
  ["2026-12-14", "15:00", "2026-12-01T10:00:00.000Z", "booking.no_such_slot"],
  ["2026-12-08", "15:00", "2026-12-01T10:00:00.000Z", "booking.no_such_slot"],
  ["2026-12-21", "15:00", "2026-12-01T10:00:00.000Z", "booking.consultant_away"],
  ["2027-03-29", "15:00", "2026-12-01T10:00:00.000Z", "booking.holiday"], // Easter Monday
  ["2027-08-30", "15:00", "2026-12-01T10:00:00.000Z", "booking.no_such_slot"],
])("a booking for %s %s at %s is answered with %s", (on, startsAt, now, answer) => {
  expect(refuseSlot(pattern, absences, { day: day(on), startsAt }, now)).toBe(answer);
});

test.each([
  ["2026-12-01T10:00:00.000Z", "2026-12-02T10:00:00.000Z"],
  ["2026-12-07T10:00:00.000Z", "2026-12-07T12:00:00.000Z"],
  ["2026-12-07T12:00:00.000Z", null],
  ["2026-12-07T13:00:00.000Z", null],
])("a slot at 15:00 of 7 December that became free at %s is kept for who waits until %s", (now, until) => {
  expect(offerUntil(now, { day: day("2026-12-07"), startsAt: "15:00" })).toBe(until);
});

test("what came of a booking can be said from its hour on", () => {
  const slot = { day: day("2026-07-06"), startsAt: "15:00" };
  expect(hasBegun(slot, "2026-07-06T12:59:59.999Z")).toBe(false);
  expect(hasBegun(slot, "2026-07-06T13:00:00.000Z")).toBe(true);
});

test.each([
  [48, 43, 89.6, "UNDER"],
  [48, 44, 91.7, null],
  [48, 53, 110.4, "OVER"],
  [10, 9, 90, null],
  [10, 11, 110, null],
  [38, 0, 0, "UNDER"],
])("%i h planned and %i h held are %d %% with %s (R-PRG-04)", (planned, held, percent, warning) => {
  const found = realisation(planned * 60, held * 60);
  expect(found.warning).toBe(warning);
  expect(Math.round((found.ratio ?? 0) * 1000) / 10).toBe(percent);
});

test("nothing planned is no number, not zero (R-PRG-07)", () => {
  expect(realisation(0, 120)).toEqual({ ratio: null, warning: null });
});

test.each([
  ["LEGAL", ["LAWYER"], true],
  ["LEGAL", ["SOCIAL_WORKER"], false],
  ["DEBT", ["LAWYER"], false],
  ["PSYCHOLOGICAL", ["PSYCHOLOGIST"], false],
] as const)("a talk of kind %s by %j keeps even its topic to its author: %s (R-GDPR-04)", (kind, roles, secret) => {
  expect(isLawyersSecret(kind, roles)).toBe(secret);
});

test.each([
  [{}, null],
  [{ endsAt: "15:00" }, "counselling.no_time"],
  [{ day: day("2026-12-08") }, "counselling.in_future"],
  [{ startsAt: "17:01", endsAt: "18:00" }, "counselling.in_future"],
  [{ nextOn: day("2026-12-07") }, null],
  [{ nextOn: day("2026-12-06") }, "counselling.next_before"],
])("a note with %j is answered with %s", (change, answer) => {
  const note = { day: day("2026-12-07"), startsAt: "15:00", endsAt: "15:45", nextOn: null, ...change };
  expect(refuseNote(note, "2026-12-07T16:00:00.000Z")).toBe(answer);
});

test("each kind of talk has the readers of its column", () => {
  const groups = counsellingKinds.map((kind) => `${kind} ${topicGroupOf(kind)}`);
  expect(groups.filter((line) => !line.endsWith("general"))).toEqual([
    "PSYCHOLOGICAL psychological",
    "ADDICTION addiction",
  ]);
});

test.each([
  [{ safeToContact: true, inDanger: false }, true],
  [{ safeToContact: true, inDanger: true }, true],
  [{ safeToContact: null, inDanger: false }, true],
  [{ safeToContact: null, inDanger: true }, false],
  [{ safeToContact: false, inDanger: false }, false],
  [{ safeToContact: false, inDanger: true }, false],
])("a message may go to somebody of whom is known %o: %s", (contact, may) => {
  expect(mayMessage(contact)).toBe(may);
});

/** What is possible, by state: acts before the hour and after it. Everything that is not named here is refused. */
const bookingTable: Record<BookingState, { before: BookingAct[]; after: BookingAct[] }> = {
  BOOKED: { before: ["MOVE", "CANCEL", "PRINT_SLIP"], after: ["NOTE_OUTCOME"] },
  CAME: { before: [], after: ["NOTE_OUTCOME"] },
  NO_SHOW: { before: [], after: ["NOTE_OUTCOME"] },
  CANCELLED: { before: [], after: [] },
  MOVED: { before: [], after: [] },
  CONSULTANT_AWAY: { before: [], after: [] },
};
/** Whose acts they are. */
const actsOf: Record<BookingPart, BookingAct[]> = {
  PERSON: ["MOVE", "CANCEL", "PRINT_SLIP"],
  BOOKER: ["MOVE", "CANCEL", "PRINT_SLIP"],
  CONSULTANT: ["MOVE", "CANCEL", "PRINT_SLIP", "NOTE_OUTCOME"],
  PLANNER: ["NOTE_OUTCOME"],
};
const refusedAs = (act: BookingAct, state: BookingState, begun: boolean, part: BookingPart | null) => {
  if (!part || !actsOf[part].includes(act)) return "booking.not_found";
  if (["CANCELLED", "MOVED", "CONSULTANT_AWAY"].includes(state)) return "booking.over";
  if (act === "NOTE_OUTCOME") return "booking.not_yet";
  return state === "BOOKED" ? "booking.begun" : "booking.marked_already";
};

test("a booking: every act in every state, before its hour and after it, for everybody who could act and for nobody", () => {
  const seen: Record<string, number> = {};
  for (const state of bookingStates)
    for (const begun of [false, true])
      for (const part of [...bookingParts, null]) {
        const parts = part ? [part] : [];
        const now = { state, begun };
        for (const act of bookingActs) {
          const possible =
            bookingTable[state][begun ? "after" : "before"].includes(act) && part && actsOf[part].includes(act);
          const answer = refuseBookingAct(act, now, parts);
          expect([state, begun, part, act, answer]).toEqual([
            state,
            begun,
            part,
            act,
            possible ? null : refusedAs(act, state, begun, part),
          ]);
          seen[answer ?? "possible"] = (seen[answer ?? "possible"] ?? 0) + 1;
        }
        expect(possibleActs(now, parts)).toEqual(
          bookingActs.filter((act) => refuseBookingAct(act, now, parts) === null),
        );
      }
  expect(seen).toEqual({
    possible: 15,
    "booking.not_found": 108,
    "booking.over": 66,
    "booking.marked_already": 36,
    "booking.begun": 9,
    "booking.not_yet": 6,
  });
});

test("who acts in two parts may do what either may", () => {
  const booked = { state: "BOOKED", begun: true } as const;
  expect(possibleActs(booked, ["PERSON"])).toEqual([]);
  expect(possibleActs(booked, ["BOOKER", "PLANNER"])).toEqual(["NOTE_OUTCOME"]);
  expect(possibleActs({ ...booked, begun: false }, ["BOOKER", "PLANNER"])).toEqual(["MOVE", "CANCEL", "PRINT_SLIP"]);
});

const waitingTable: Record<WaitingState, WaitingAct[]> = {
  WAITING: ["LEAVE", "OFFER"],
  OFFERED: ["LEAVE", "ACCEPT", "DECLINE"],
  LAPSED: ["LEAVE", "OFFER"],
  BOOKED: [],
  LEFT: [],
};

test("a line of the waiting list: every act in every state, for the person, for who books and for others", () => {
  for (const state of waitingStates)
    for (const act of waitingActs)
      for (const part of bookingParts) {
        const may = part === "BOOKER" || (part === "PERSON" && act !== "OFFER");
        const over = state === "BOOKED" || state === "LEFT";
        const refused = over ? "waiting.over" : act === "OFFER" ? "waiting.offered_already" : "waiting.no_offer";
        expect([state, act, part, refuseWaitingAct(act, state, [part])]).toEqual([
          state,
          act,
          part,
          may ? (waitingTable[state].includes(act) ? null : refused) : "waiting.not_found",
        ]);
      }
});

test("advice of every kind has a role that one can book, held by a role of the house that settles and marks its own duty (F-2A, F-36)", () => {
  for (const kind of counsellingKinds) expect([kind, rolesOfKind[kind].length > 0]).toEqual([kind, true]);
  expect(consultantRoles.filter((role) => !Object.values(rolesOfKind).some((roles) => roles.includes(role)))).toEqual(
    [],
  );
  const own = Object.keys(counsellingAccess["consultant-duty.settle"]);
  for (const role of consultantRoles) {
    expect(holdersOf[role].length).toBeGreaterThan(0);
    for (const holder of holdersOf[role]) {
      expect(houseRoles).toContain(holder);
      expect(own).toContain(holder);
    }
  }
  expect(dutyRolesOf(["PSYCHOLOGIST", "GROUP_LEADER"])).toEqual(["PSYCHOLOGIST", "PEDAGOGUE"]);
  expect(dutyRolesOf(["PARTICIPANT"])).toEqual([]);
});
