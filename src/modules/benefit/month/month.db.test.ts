import { beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
  type Participant,
} from "../../../app/testing/cisMonth.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CentreMonth, Centres, PersonMonthView } from "./contract.ts";

const it = useTestHouse("2026-12-01T10:00:00Z");
let kamil: Participant;
let olek: Participant;
let hidden: Participant;

beforeAll(async () => {
  const workshop = await givenWorkshop(it);
  kamil = await givenParticipant(it, workshop, { lastName: "Adamski", trialFrom: "2026-11-02", qualified: false });
  olek = await givenParticipant(it, workshop, { lastName: "Borek", capped: true });
  hidden = await givenParticipant(it, workshop, { lastName: "Chroniona" });
  const sessions = await givenClasses(it, workshop, "2026-11-01", "2026-11-30");
  await givenRegisters(it, sessions, [kamil, olek, hidden], (who, day) =>
    who === olek && day <= "2026-11-05" ? "ABSENT_UNEXCUSED" : undefined,
  );
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
}, 60_000);

const month = (name: "hanna" | "beata", terms = "?month=2026-11") =>
  it.read(name, `/centre-months${terms}`, CentreMonth);

test("a month of the centre holds everybody's days, counters, notes and amounts, by name", async () => {
  const found = await month("hanna");
  expect(found).toMatchObject({
    month: "2026-11",
    from: "2026-11-01",
    to: "2026-11-30",
    closedDays: ["2026-11-01", "2026-11-11"],
  });
  expect(found.unit.id).toBe(world.club);
  expect(found.people.map(({ personName }) => personName)).toEqual(["Kamil A.", "Kamil B."]);
  expect(found.people[1]).toMatchObject({ classDays: 20, presentDays: 16, unexcusedDays: 4, benefitGrosze: 0 });
  expect(found.people[1]?.notes).toEqual([{ weight: "ODD", code: "TOO_MANY_UNEXCUSED", day: null, count: 4 }]);
  expect(found.people[0]).toMatchObject({ phase: "TRIAL", benefitGrosze: 206932 });
  expect(found.people[0]?.days).toHaveLength(29);
});

test("whoever works in no centre is told that none is theirs, and the first screen asks for no month (R-ACC)", async () => {
  const centres = (name: PersonOfFixture) => it.read(name, "/centres", Centres);
  expect((await centres("zdzislaw")).centres).toMatchObject([{ id: world.club }]);
  expect((await centres("hanna")).centres).toMatchObject([{ id: world.club }]);
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'WORKSHOP_INSTRUCTOR')",
    [world.agenda, it.accountOf("anna")],
  );
  expect(await centres("anna")).toEqual({ centres: [] });
  expect((await it.get("krysia", "/centres")).status).toBe(403);
});

test("meals that closed registers tell of are counted beside the days present (R-CIS-08)", async () => {
  expect((await month("hanna")).mealsGiven).toBeNull();
  await it.owner.query(
    "update register_closing set meals_issued = 2 where session_id in (select id from class_session where day between '2026-11-02' and '2026-11-03')",
  );
  expect((await month("hanna")).mealsGiven).toBe(4);
});

test("whoever has protected whereabouts is counted and not named, and the named list sees them (C7)", async () => {
  expect((await month("hanna")).hidden).toBe(1);
  expect((await it.get("hanna", `/ipzs/${hidden.ipzsId}/month?month=2026-11`)).status).toBe(404);
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $4)",
    [world.agenda, hidden.personId, it.accountOf("hanna"), it.accountOf("beata")],
  );
  expect(await month("hanna")).toMatchObject({ hidden: 0, people: [{}, {}, { ipzsId: hidden.ipzsId }] });
});

test("a note that is accepted changes the month, and what changed says so", async () => {
  const excuseId = uuidv7();
  const note = { kind: "SICKNESS", from: "2026-11-02", to: "2026-11-05", reason: null, documentOn: "2026-12-01" };
  await it.command("beata", "absence.ask", { excuseId, ipzsId: olek.ipzsId, ...note, askedOn: "2026-12-01" });
  const waiting = (await month("hanna")).people.find(({ ipzsId }) => ipzsId === olek.ipzsId);
  expect(waiting?.notes.map(({ code }) => code)).toEqual(["EXCUSE_WAITS", "TOO_MANY_UNEXCUSED"]);
  await it.command("hanna", "absence.answer", { excuseId, accepted: true, reason: "" });
  const view = await it.read("hanna", `/ipzs/${olek.ipzsId}/month?month=2026-11`, PersonMonthView);
  expect(view).toMatchObject({ unexcusedDays: 0, sickDays: 4, benefitGrosze: 192661, sickLimit: 21 });
  expect(view.lines.map(({ kind, amountGrosze }) => [kind, amountGrosze])).toEqual([
    ["WHOLE_MONTH", 214068],
    ["SICK_WITHIN", -21407],
  ]);
  expect(view.lines.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0)).toBe(view.benefitGrosze);
  expect(view.excuses).toMatchObject([{ id: excuseId, accepted: true, hasDocument: true }]);
  const { changes } = await month("hanna");
  expect(changes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["absence.accepted", "absence.asked", "attendance.corrected"]),
  );
});

test("the social worker reads it too; who leads the workshop or keeps the books does not, and another unit's month is nobody's", async () => {
  expect((await month("beata")).people.length).toBeGreaterThan(1);
  for (const name of ["zdzislaw", "krysia", "gosia", "marek"] as const)
    expect((await it.get(name, "/centre-months")).status).toBe(403);
  expect((await it.get("hanna", `/centre-months?unitId=${world.office}`)).status).toBe(404);
  expect((await it.get("zofia", `/centre-months?unitId=${world.club}`)).status).toBeGreaterThanOrEqual(403);
  const before = await it.audited(olek.ipzsId);
  await it.get("beata", `/ipzs/${olek.ipzsId}/month?month=2026-11`);
  expect((await it.audited(olek.ipzsId)).length).toBe(before.length + 1);
});
