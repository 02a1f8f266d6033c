import { expect, test } from "vitest";
import type { PendingCommand } from "../../../platform/device/contract.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import type { HeldMember, HeldRegister } from "./held.ts";
import { registerHere, registersHere } from "./registerHere.ts";

const day = plainDate("2026-12-08");
const session: HeldRegister = {
  sessionId: "s1",
  groupId: "g1",
  groupName: "Stolarnia",
  moduleCode: "OWN",
  moduleName: "Warsztat",
  day,
  startsAt: "09:00",
  minutes: 240,
  room: null,
  leaderId: null,
  leaderName: null,
  centre: true,
  workshop: true,
  closed: null,
  notHeld: 0,
  marks: [],
  daysOff: [],
};
const member = (personId: string, over: Partial<HeldMember> = {}): HeldMember => ({
  personId,
  groupId: "g1",
  name: personId,
  from: plainDate("2026-12-01"),
  until: null,
  cards: [],
  machine: true,
  ...over,
});
const pending = (type: string, payload: object, state: PendingCommand["state"] = "waiting"): PendingCommand => ({
  id: crypto.randomUUID(),
  type,
  envelope: { id: crypto.randomUUID(), v: 1, occurredAt: "2026-12-08T09:00:00Z", payload },
  touches: [],
  label: "",
  madeAt: "2026-12-08T09:00:00Z",
  state,
});
const marked = (status: string, personId = "anna", state?: PendingCommand["state"]) =>
  pending(
    "attendance.mark",
    { sessionId: "s1", marks: [{ personId, status, minutesLate: 0, minutesLeftEarly: 0 }] },
    state,
  );
const here = (over: Partial<Parameters<typeof registerHere>[0]> = {}) => ({
  registers: [session],
  members: [member("jan"), member("anna", { machine: false })],
  pending: [],
  ...over,
});
const statuses = (of: ReturnType<typeof registerHere>) => of?.people.map(({ personId, status }) => [personId, status]);

test("people are in the order of their names, each with the colour alone", () => {
  const register = registerHere(here(), "s1");
  expect(register?.people.map(({ name, fitness }) => [name, fitness])).toEqual([
    ["anna", { state: "NOT_FIT", until: null, avoid: [] }],
    ["jan", { state: "FIT", until: null, avoid: [] }],
  ]);
  expect(registerHere(here({ registers: [{ ...session, workshop: false }] }), "s1")?.people[0]?.fitness).toBeNull();
  expect(registerHere(here(), "elsewhere")).toBeNull();
  const named = ["Danuta Ź.", "Strażak", "Zenon A.", "Iwona Ź."].map((name) => member(name, { name }));
  expect(registerHere(here({ members: named }), "s1")?.people.map(({ name }) => name)).toEqual([
    "Strażak",
    "Zenon A.",
    "Danuta Ź.",
    "Iwona Ź.",
  ]);
});

test.each([
  ["2026-12-09", null, []],
  ["2026-12-08", null, ["anna"]],
  ["2026-12-01", "2026-12-07", []],
  ["2026-12-01", "2026-12-08", ["anna"]],
])("a member from %s to %s stands in the register of the 8th as %j", (from, until, expected) => {
  const one = member("anna", { from: plainDate(from), until: until === null ? null : plainDate(until) });
  expect(registerHere(here({ members: [one] }), "s1")?.people.map(({ personId }) => personId)).toEqual(expected);
});

test("what was done here lies over what was sent, the last one on top; what was refused does not", () => {
  const known = {
    ...session,
    marks: [{ personId: "anna", status: "SICK" as const, minutesLate: 0, minutesLeftEarly: 0, corrected: false }],
  };
  const done = [marked("PRESENT"), marked("LATE"), marked("ABSENT_EXCUSED", "jan", "refused")];
  expect(statuses(registerHere(here({ registers: [known], pending: done }), "s1"))).toEqual([
    ["anna", "LATE"],
    ["jan", null],
  ]);
});

test("a day off that was granted is proposed until there is a mark", () => {
  const off = { ...session, daysOff: ["anna"] };
  const [anna] = registerHere(here({ registers: [off] }), "s1")?.people ?? [];
  expect([anna?.proposed, anna?.dayOff]).toEqual(["DAY_OFF", true]);
  const [came] = registerHere(here({ registers: [off], pending: [marked("PRESENT")] }), "s1")?.people ?? [];
  expect([came?.proposed, came?.status]).toEqual([null, "PRESENT"]);
});

test("a register closed here is closed at once and leaves the list of open ones", () => {
  const closing = pending("register.close", {
    sessionId: "s1",
    topic: "Regał",
    content: null,
    heldMinutes: 240,
    workDone: null,
    mealsIssued: null,
  });
  const done = [marked("PRESENT"), marked("PRESENT", "jan"), closing];
  expect(registerHere(here({ pending: done }), "s1")?.closing).toMatchObject({ topic: "Regał", present: 2 });
  const later = plainDate("2026-12-09");
  expect(registersHere(here(), later)).toMatchObject({ today: [], open: [{ sessionId: "s1", members: 2, marked: 0 }] });
  expect(registersHere(here({ pending: done }), later)).toEqual({ today: [], open: [] });
  expect(registersHere(here({ pending: done }), day).today).toMatchObject([{ closed: true, marked: 2 }]);
});
