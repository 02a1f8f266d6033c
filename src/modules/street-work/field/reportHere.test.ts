import { expect, test } from "vitest";
import type { PendingCommand } from "../../../platform/device/contract.ts";
import type { ShiftHere } from "../../outreach/api.ts";
import { SaveWorkReport } from "../contract.ts";
import type { HeldReport } from "./held.ts";
import { nothingTyped, reportOnPhone } from "./reportHere.ts";
import { hoursOf, saveOf, valuesOf } from "./reportValues.ts";

const shiftId = "0190a000-0000-7000-8000-0000000000a1";
const reportId = "0190a000-0000-7000-8000-0000000000b1";
const card = (id: string, over: object = {}) => ({
  id,
  personId: null,
  notSeenBefore: false,
  repeat: false,
  contactAt: "2026-11-22T18:10:00.000Z",
  siteId: "dworzec",
  actions: [],
  aid: [],
  accompanimentHours: null,
  ...over,
});
const shift: ShiftHere = {
  id: shiftId,
  unitId: "u",
  startedAt: "2026-11-22T17:00:00.000Z",
  plannedStart: null,
  plannedEnd: null,
  endedAt: "2026-11-23T01:00:00.000Z",
  members: [{ id: "marta", name: "Marta" }],
  lowestCelsius: -4,
  routeId: null,
  cards: [
    card("k1", { personId: "Broda", repeat: true, aid: [{ item: "SOUP", quantity: 1 }] }),
    card("k2", { notSeenBefore: true, aid: [{ item: "SOUP", quantity: 1 }], actions: ["REFERRAL"] }),
  ],
  visits: [],
  assistance: [{ id: "a", hours: 1.5 }],
  interventionIds: ["i"],
  incidentIds: [],
};
const held: HeldReport = {
  id: reportId,
  shiftId,
  state: "RETURNED",
  typed: { ...nothingTyped, reflections: "Zabrakło zupy" },
  strain: { level: 4, note: null },
  returnedFor: "Dopisz godziny",
};
const command = (type: string, payload: object, state: PendingCommand["state"] = "waiting") =>
  ({
    id: "c",
    type,
    envelope: { id: "c", v: 1, occurredAt: "", payload },
    touches: [],
    label: "",
    madeAt: "",
    state,
  }) as PendingCommand;
const here = (reports: readonly HeldReport[], pending: readonly PendingCommand[] = []) =>
  reportOnPhone(shift, { reports, pending, siteNames: {}, routeNames: {} });

test("the numbers are counted from the shift, by the server's own rule (R-OUT-03)", () => {
  expect(here([]).counted).toMatchObject({
    contactsFirst: 1,
    contactsRepeat: 1,
    known: 1,
    unknown: 1,
    aid: [{ item: "SOUP", quantity: 2 }],
    referrals: 1,
    accompanimentHours: 1.5,
    interventions: 1,
  });
});

test("a returned report says why until it is handed in again, and what was typed last here stands", () => {
  expect(here([held])).toMatchObject({ state: "RETURNED", returnedFor: "Dopisz godziny", strain: { level: 4 } });
  const save = command("work-report.save", { reportId, shiftId, reflections: "Zupa do 20", strain: { level: 2 } });
  expect(here([held], [save])).toMatchObject({
    id: reportId,
    typed: { reflections: "Zupa do 20" },
    strain: { level: 2, note: null },
  });
  const submit = command("work-report.submit", { reportId });
  expect(here([held], [save, submit])).toMatchObject({ state: "SUBMITTED", returnedFor: null });
  expect(here([held], [save, { ...submit, state: "refused" }]).state).toBe("RETURNED");
});

test("hours past midnight are the next day's, and the form fills them from the shift", () => {
  const values = valuesOf(here([]));
  expect([values.from, values.to, values.lowest]).toEqual(["18:00", "02:00", -4]);
  expect(hoursOf(shift.startedAt, values)).toEqual({
    actualStart: "2026-11-22T17:00:00.000Z",
    actualEnd: "2026-11-23T01:00:00.000Z",
  });
  expect(hoursOf(shift.startedAt, { from: "18:00", to: "" }).actualEnd).toBeNull();
});

test("what the form sends fits the contract", () => {
  const report = here([held]);
  expect(SaveWorkReport.parse(saveOf(valuesOf(report), report))).toMatchObject({
    reportId,
    reflections: "Zabrakło zupy",
    strain: { level: 4, note: null },
  });
  const institutions = [{ kind: "OPS" as const, about: "dowód" }];
  const told = valuesOf({ ...report, typed: { ...report.typed, institutions } });
  const sent = (more: object) => saveOf({ ...told, ...more }, report).institutions;
  expect(sent({})).toEqual(institutions);
  expect(sent({ institutions: ["OPS", "ZUS"], institutionsAbout: { OPS: " " } })).toEqual([
    { kind: "OPS", about: null },
    { kind: "ZUS", about: null },
  ]);
});
