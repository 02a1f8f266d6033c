import { afterAll, beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenParticipant,
  givenWorkshop,
  type Participant,
  type Workshop,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ClassProgramme, ClassProgrammePeople } from "./contract.ts";

const it = useTestHouse("2026-11-20T10:00:00Z");
let workshop: Workshop;
let sessions: Map<string, string>;
let kamil: Participant;
let hidden: Participant;
const programmeId = uuidv7();

beforeAll(async () => {
  workshop = await givenWorkshop(it);
  kamil = await givenParticipant(it, workshop, { lastName: "Adamski", capped: true });
  hidden = await givenParticipant(it, workshop, { lastName: "Chroniona" });
  sessions = await givenClasses(it, workshop, "2026-11-30", "2027-01-03");
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
}, 60_000);

afterAll(() => closeDocuments());

const address = "/class-programmes?month=2026-12";
const programme = (name: "hanna" | "zdzislaw" | "beata" = "hanna") => it.read(name, address, ClassProgramme);
const hours = (name: "hanna" | "beata" = "hanna") =>
  it.read(name, "/class-programmes/people?month=2026-12", ClassProgrammePeople);
const prepare = async (name: "hanna" | "zdzislaw" | "krysia", id: string, reason = "", unitId: string = world.club) =>
  it.command(name, "class-programme.prepare", {
    programmeId: id,
    unitId,
    month: "2026-12",
    seenHash: (await programme()).nowHash,
    reason,
  });
const approve = async (
  name: "hanna" | "zdzislaw" | "beata",
  id: string,
  seenHash: string,
  reasons: { ipzsId: string; words: string }[] = [],
) => it.command(name, "class-programme.approve", { programmeId: id, seenHash, reasons });
const setMinutes = (day: string, minutes: number) =>
  it.owner.query("update class_session set minutes = $2 where id = $1", [sessions.get(day), minutes]);

test("the month takes its classes from the timetable, and everybody's weeks stand beside the limits", async () => {
  const found = await programme();
  expect(found).toMatchObject({
    month: "2026-12",
    state: "NONE",
    dueOn: "2026-11-25",
    shownId: null,
    changes: [],
    closedDays: ["2026-12-24", "2026-12-25", "2026-12-26"],
    may: { prepare: true, decide: true, readPeople: true },
  });
  expect(found.classes).toHaveLength(21);
  expect(found.classes[0]).toMatchObject({ day: "2026-12-01", startsAt: "08:00", groupName: "Warsztat stolarski" });
  const people = await hours();
  expect(people).toMatchObject({
    hidden: 1,
    limits: { weekMin: 1800, weekMax: 2400, weekMaxDisability: 2100, dayMaxDisability: 420, unverified: true },
    people: [{ ipzsId: kamil.ipzsId, personName: "Kamil A.", capped: true, weeklyHours: 35, reason: "" }],
  });
  expect(people.people[0]?.weeks.map(({ monday, minutes, whole, fault }) => [monday, minutes, whole, fault])).toEqual([
    ["2026-11-30", 1800, true, null],
    ["2026-12-07", 1800, true, null],
    ["2026-12-14", 1800, true, null],
    ["2026-12-21", 1080, false, null],
    ["2026-12-28", 1440, false, null],
  ]);
});

test("whoever leads classes reads and prepares without participants; others see none of it", async () => {
  const seen = await it.get("zdzislaw", address);
  expect(seen.body).toMatchObject({ may: { prepare: true, decide: false, readPeople: false } });
  expect(JSON.stringify(seen.body)).not.toMatch(/Adamski|Kamil|Chroniona|capped|ipzsId/);
  expect((await it.get("zdzislaw", "/class-programmes/people?month=2026-12")).status).toBe(403);
  expect((await it.get("krysia", address)).status).toBe(403);
  expect((await it.get("zofia", address)).status).toBe(403);
  expect((await it.get("hanna", `${address}&unitId=${world.office}`)).status).toBe(404);
  expect(await prepare("krysia", uuidv7())).toMatchObject({ status: 403 });
  expect(await prepare("hanna", uuidv7(), "", world.office)).toMatchObject({ status: 404 });
});

test("an edition is what was seen; sent twice it is one, and the instructor cannot approve it", async () => {
  const { nowHash } = await programme();
  const wish = { programmeId, unitId: world.club, month: "2026-12", seenHash: nowHash, reason: "" };
  const stale = await it.command("zdzislaw", "class-programme.prepare", { ...wish, seenHash: "ab".repeat(32) });
  expect(stale).toMatchObject({ status: 422, body: { code: "class-programme.changed" } });
  const id = uuidv7();
  expect(await it.command("zdzislaw", "class-programme.prepare", wish, { id })).toMatchObject({ status: 200 });
  expect(await it.command("zdzislaw", "class-programme.prepare", wish, { id })).toMatchObject({ status: 200 });
  expect(await programme()).toMatchObject({
    state: "PREPARED",
    shownId: programmeId,
    holdsId: null,
    editions: [{ id: programmeId, no: 1, classes: 21, contentHash: nowHash, decision: null }],
  });
  expect((await prepare("zdzislaw", uuidv7())).body).toMatchObject({ code: "class-programme.unchanged" });
  expect(await approve("zdzislaw", programmeId, nowHash)).toMatchObject({ status: 403 });
  expect(await approve("beata", programmeId, nowHash)).toMatchObject({ status: 403 });
  expect(await it.audited(programmeId)).toEqual(["class-programme.prepare done"]);
});

test("what changed since, too many hours and unexplained few ones are not approved (R-CIS-07)", async () => {
  const old = (await programme()).nowHash;
  await setMinutes("2026-12-08", 480);
  expect((await approve("hanna", programmeId, old)).body).toMatchObject({ code: "class-programme.changed" });
  const changed = await programme();
  expect(changed.changes).toMatchObject([{ kind: "MOVED", of: { day: "2026-12-08", minutes: 480 } }]);
  await it.command("hanna", "class-programme.return", { programmeId, reason: "Popraw wtorek" });
  expect(await programme()).toMatchObject({ state: "RETURNED", shownId: null });
  for (const day of ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"]) await setMinutes(day, 492);
  const [tooLong, tooShort, right] = [uuidv7(), uuidv7(), uuidv7()];
  expect((await prepare("hanna", tooLong)).body).toMatchObject({ code: "class-programme.reason_missing" });
  await prepare("hanna", tooLong, "Dłuższe zajęcia");
  // the individual programme says seven hours a day at most, so Kamil stays within; hours of the hidden one are not for Hanna
  expect((await hours()).people[0]?.weeks[1]).toMatchObject({ minutes: 2100, fault: null });
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [hidden.personId]);
  const over = (await hours()).people.find(({ ipzsId }) => ipzsId === hidden.ipzsId);
  expect(over?.weeks[1]).toMatchObject({ minutes: 2460, fault: "WEEK_TOO_LONG" });
  const seen = (await programme()).nowHash;
  const reasons = [{ ipzsId: hidden.ipzsId, words: "Tak wyszło" }];
  expect((await approve("hanna", tooLong, seen, reasons)).body).toMatchObject({ code: "class-programme.over_limit" });

  for (const day of ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"]) await setMinutes(day, 354);
  await prepare("hanna", tooShort, "Krótsze zajęcia");
  const short = (await programme()).nowHash;
  expect((await approve("hanna", tooLong, seen)).body).toMatchObject({ code: "class-programme.replaced" });
  expect((await approve("hanna", tooShort, short)).body).toMatchObject({ code: "class-programme.hours_unexplained" });
  const why = [kamil, hidden].map(({ ipzsId }) => ({ ipzsId, words: "Wyjazd na targi pracy" }));
  expect(await approve("hanna", tooShort, short, why)).toMatchObject({ status: 200 });
  expect((await approve("hanna", tooShort, short, why)).body).toMatchObject({ code: "class-programme.decided" });
  expect(await programme()).toMatchObject({ state: "APPROVED", shownId: tooShort, holdsId: tooShort, changes: [] });
  expect((await hours()).people.map(({ reason }) => reason)).toEqual([
    "Wyjazd na targi pracy",
    "Wyjazd na targi pracy",
  ]);

  await setMinutes("2026-12-07", 366);
  const after = await programme();
  expect(after).toMatchObject({ state: "APPROVED", holdsId: tooShort, changes: [{ kind: "MOVED" }] });
  expect(after.classes.find(({ day }) => day === "2026-12-07")).toMatchObject({ minutes: 354 });
  await prepare("zdzislaw", right, "Poniedziałek dłuższy");
  expect(await programme()).toMatchObject({ state: "PREPARED", shownId: right, holdsId: tooShort });
});

test("two at once make one edition each, in order, and a decision is made once", async () => {
  const { nowHash, editions } = await programme();
  const id = editions[0]?.id ?? "";
  const why = [kamil, hidden].map(({ ipzsId }) => ({ ipzsId, words: "Targi pracy" }));
  const both = await Promise.all([approve("hanna", id, nowHash, why), approve("hanna", id, nowHash, why)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("what an edition says of people is sealed, and the print for the board names none of them", async () => {
  const { rows } = await it.owner.query("select sealed, reason_sealed from class_programme");
  expect(
    rows.map((row) => JSON.stringify([row.sealed.toString("latin1"), row.reason_sealed?.toString("latin1")])).join(),
  ).not.toMatch(/Warsztat|ipzsId|Poniedziałek|Krótsze/);
  const [newest] = (await programme()).editions;
  const answer = await it.server.inject({
    url: `/api/class-programmes/${newest?.id}/document`,
    headers: { authorization: `Bearer ${it.tokenOf("zdzislaw")}` },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/pdf");
  expect(answer.headers["content-disposition"]).toContain("program-zajec-2026-12-4.pdf");
  const other = await it.get("zofia", `/class-programmes/${newest?.id}/document`);
  expect(other.status).toBe(403);
});

test("the paper of hours names whom the manager may know of, with their weeks, and tells no cap, no reason and nobody hidden (C7)", async () => {
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
  const [newest] = (await programme()).editions;
  const print = (who: "hanna" | "zdzislaw") =>
    it.server.inject({
      url: `/api/class-programmes/${newest?.id}/hours`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
  const answer = await print("hanna");
  expect(answer.headers["content-disposition"]).toContain("godziny-uczestnikow-2026-12-4.pdf");
  const text = plainText(answer.rawPayload).replace(/\s+/g, " ");
  for (const words of ["Kamil A.", "30.11", "nie obejmuje 1 osoby", "Kierownik centrum"]) expect(text).toContain(words);
  expect(text).not.toMatch(/Chroniona|C\. |z limitem|Krótsze/);
  expect((await print("zdzislaw")).statusCode).toBe(403);
  expect((await it.get("zofia", `/class-programmes/${newest?.id}/hours`)).status).toBe(403);
});

test("of a month that is over nothing is prepared any more", async () => {
  const october = await it.read("hanna", "/class-programmes?month=2026-10", ClassProgramme);
  expect(october).toMatchObject({ over: true, state: "NONE", classes: [], dueOn: "2026-09-25" });
  const wish = { programmeId: uuidv7(), unitId: world.club, month: "2026-10", seenHash: october.nowHash, reason: "" };
  const answer = await it.command("hanna", "class-programme.prepare", wish);
  expect(answer).toMatchObject({ status: 422, body: { code: "class-programme.month_over" } });
});
