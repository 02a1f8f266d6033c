import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { appointmentActs } from "./codes.ts";
import {
  appointmentState,
  beginnings,
  type FreeDay,
  planInterviews,
  possibleActs,
  refuseAppointmentAct,
} from "./rules.ts";

const monday = plainDate("2026-11-30");
const tuesday = plainDate("2026-12-01");
const free = (own: Partial<FreeDay>): FreeDay => ({
  dutyId: "d1",
  consultantId: "ewa",
  day: monday,
  slotMinutes: 60,
  starts: [540, 600, 660, 720],
  ...own,
});

test.each([
  [60, [540, 600, 660, 720]],
  [120, [540, 600, 660]],
  [150, [540, 600]], // two hours and a half take three whole slots
  [240, [540]],
  [241, []],
])("an interview of %i minutes begins where enough adjoining slots are free", (minutes, from) => {
  expect(beginnings([free({})], minutes).map((one) => one.from)).toEqual(from);
});

test("a slot that somebody has divides the day", () => {
  expect(beginnings([free({ starts: [540, 660, 720] })], 120).map((one) => one.from)).toEqual([660]);
});

test("candidates get the soonest hours in their order; nobody is talked with by one consultant twice at once", () => {
  const days = [
    free({ dutyId: "later", day: tuesday, starts: [540, 600] }),
    free({ dutyId: "d1", starts: [540, 600, 660] }),
    free({ dutyId: "same consultant elsewhere", starts: [600, 660, 720] }),
    free({ dutyId: "d2", consultantId: "leszek", starts: [600, 660] }),
  ];
  const plan = planInterviews(["a", "b", "c", "d", "e"], beginnings(days, 120));
  const told = [...plan].map(([id, one]) => (one ? `${id} ${one.day} ${one.from} ${one.consultantId}` : `${id} –`));
  expect(told).toEqual([
    "a 2026-11-30 540 ewa",
    "b 2026-11-30 600 leszek",
    "c 2026-11-30 660 ewa",
    "d 2026-12-01 540 ewa",
    "e –",
  ]);
  expect(planInterviews(["a", "b", "c", "d", "e"], beginnings(days, 120))).toEqual(plan);
});

test("thirty people of two hours over one consultant's four hours a day take fifteen days (J9.8)", () => {
  const days = Array.from({ length: 20 }, (_, at) =>
    free({ day: plainDate(`2026-12-${String(at + 1).padStart(2, "0")}`) }),
  );
  const plan = planInterviews(
    Array.from({ length: 30 }, (_, at) => `c${at}`),
    beginnings(days, 120),
  );
  expect([...plan.values()].every((one) => one !== null)).toBe(true);
  expect(new Set([...plan.values()].map((one) => one?.day)).size).toBe(15);
});

test.each([
  [{ endedAs: "CANCELLED", mark: null, heldOn: null }, "CANCELLED"],
  [{ endedAs: null, mark: null, heldOn: null }, "BOOKED"],
  [{ endedAs: null, mark: "CAME", heldOn: null }, "CAME"],
  [{ endedAs: null, mark: "NO_SHOW", heldOn: null }, "NO_SHOW"],
  [{ endedAs: null, mark: null, heldOn: plainDate("2026-11-29") }, "BOOKED"], // an earlier interview was another one
  [{ endedAs: null, mark: null, heldOn: monday }, "HELD"],
  [{ endedAs: null, mark: "CAME", heldOn: tuesday }, "HELD"],
  [{ endedAs: null, mark: "NO_SHOW", heldOn: tuesday }, "NO_SHOW"], // talked with in another hour
] as const)("of %o an appointment is %s", (given, state) => {
  expect(appointmentState({ ...given, day: monday })).toBe(state);
});

test("what can be done with an appointment: changed before its hour, marked after it, nothing once it ended", () => {
  expect(possibleActs({ state: "BOOKED", begun: false })).toEqual(["MOVE", "CANCEL", "PRINT"]);
  expect(possibleActs({ state: "BOOKED", begun: true })).toEqual(["NOTE_OUTCOME"]);
  expect(possibleActs({ state: "NO_SHOW", begun: true })).toEqual(["NOTE_OUTCOME"]);
  for (const state of ["CANCELLED", "MOVED", "CONSULTANT_AWAY", "HELD"] as const)
    expect(appointmentActs.map((act) => refuseAppointmentAct(act, { state, begun: true }))).toEqual(
      appointmentActs.map(() => "candidate-interview.over"),
    );
});
