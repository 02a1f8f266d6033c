import { beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
  type Participant,
  type Workshop,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Register } from "../contract.ts";
import { AbsenceParticipants, AbsenceView } from "./contract.ts";

const it = useTestHouse("2026-11-23T10:00:00Z");
let workshop: Workshop;
let sessions: Map<PlainDate, string>;
const away = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"];

beforeAll(async () => {
  workshop = await givenWorkshop(it);
  sessions = await givenClasses(it, workshop, "2026-11-01", "2026-11-30");
}, 60_000);

/** Somebody with four unexcused days in November and registers closed to the 20th; the one of the 5th is open still. */
async function givenAway(): Promise<Participant> {
  const one = await givenParticipant(it, workshop, { lastName: `Osoba ${uuidv7()}` });
  for (const [day, sessionId] of sessions)
    if (day <= "2026-11-20")
      await it.owner.query(
        "insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5, $6)",
        [
          world.agenda,
          uuidv7(),
          sessionId,
          one.personId,
          away.includes(day) ? "ABSENT_UNEXCUSED" : "PRESENT",
          it.accountOf("zdzislaw"),
        ],
      );
  return one;
}
beforeAll(async () => {
  const closed = new Map([...sessions].filter(([day]) => day <= "2026-11-20" && day !== "2026-11-05"));
  await givenRegisters(it, closed, []);
});

async function ask({ ipzsId }: Participant, wish: object = {}): Promise<string> {
  const excuseId = uuidv7();
  const days = { from: "2026-11-02", to: "2026-11-06", askedOn: "2026-11-02", documentOn: "2026-11-06" };
  const payload = { excuseId, ipzsId, kind: "SICKNESS", reason: null, ...days, ...wish };
  expect(await it.command("beata", "absence.ask", payload)).toMatchObject({ status: 200 });
  return excuseId;
}
const read = (excuseId: string) => it.read("hanna", `/absences/${excuseId}`, AbsenceView);
const answer = (excuseId: string, accepted = true, reason = "") =>
  it.command("hanna", "absence.answer", { excuseId, accepted, reason });
/** Every mark of the person by day, oldest first; those that correct a closed register in capitals with a star. */
async function marksOf({ personId }: Participant): Promise<string[]> {
  const { rows } = await it.owner.query(
    `select to_char(s.day, 'DD') || ' ' || string_agg(e.status || case when e.correction_id is null then '' else '*' end, ' ' order by e.seq) as line
    from attendance_entry e join class_session s on s.id = e.session_id where e.person_id = $1 and s.day <= '2026-11-06' group by s.day order by s.day`,
    [personId],
  );
  return rows.map(({ line }) => line as string);
}

test("a sick note turns unexcused days into sickness, with what stood before and a reason where the register was closed (J6.4)", async () => {
  const one = await givenAway();
  const excuseId = await ask(one);
  expect(await read(excuseId)).toMatchObject({
    state: "ASKED",
    mayAnswer: true,
    marks: 4,
    refusal: null,
    effects: [{ month: "2026-11-01", beforeGrosze: 0, afterGrosze: 187310 }],
  });
  expect(await answer(excuseId)).toMatchObject({ status: 200 });
  expect(await marksOf(one)).toEqual([
    "02 ABSENT_UNEXCUSED SICK*",
    "03 ABSENT_UNEXCUSED SICK*",
    "04 ABSENT_UNEXCUSED SICK*",
    "05 ABSENT_UNEXCUSED SICK",
    "06 PRESENT",
  ]);
  expect(await read(excuseId)).toMatchObject({
    state: "ACCEPTED",
    marks: 4,
    effects: [],
    answers: [{ answer: "ACCEPTED" }],
  });
  expect(await it.audited(excuseId)).toEqual([
    "absence.ask done",
    "absence.read done",
    "absence.answer done",
    "absence.read done",
  ]);

  expect((await it.command("hanna", "absence.withdraw", { excuseId, reason: "Inna osoba." })).status).toBe(200);
  expect((await marksOf(one))[0]).toBe("02 ABSENT_UNEXCUSED SICK* ABSENT_UNEXCUSED*");
  expect((await answer(excuseId)).body.code).toBe("absence.answered");
  expect(await read(excuseId)).toMatchObject({
    state: "TAKEN_BACK",
    answers: [{}, { answer: "TAKEN_BACK", reason: "Inna osoba." }],
  });
});

test("a mark that somebody wrote after the note stays when the note is taken back", async () => {
  const one = await givenAway();
  const excuseId = await ask(one);
  await answer(excuseId);
  const mark = { personId: one.personId, status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 };
  const payload = { sessionId: sessions.get("2026-11-02" as PlainDate), marks: [mark], reason: "Był na zajęciach." };
  expect(await it.command("zdzislaw", "attendance.mark", payload)).toMatchObject({ status: 200 });
  await it.command("hanna", "absence.withdraw", { excuseId, reason: "Pomyłka." });
  expect((await marksOf(one)).slice(0, 2)).toEqual([
    "02 ABSENT_UNEXCUSED SICK* PRESENT*",
    "03 ABSENT_UNEXCUSED SICK* ABSENT_UNEXCUSED*",
  ]);
});

test("an absence that is marked after the note was accepted is turned as it is written, and proposed before (J6.4)", async () => {
  const one = await givenParticipant(it, workshop, { lastName: `Osoba ${uuidv7()}` });
  const excuseId = await ask(one, { from: "2026-11-23", to: "2026-11-24" });
  await answer(excuseId);
  const sessionId = sessions.get("2026-11-23" as PlainDate) ?? "";
  const register = await it.read("zdzislaw", `/sessions/${sessionId}/register`, Register);
  expect(register.people.find(({ personId }) => personId === one.personId)?.proposed).toBe("ABSENT_EXCUSED");
  const mark = { personId: one.personId, status: "ABSENT_UNEXCUSED", minutesLate: 0, minutesLeftEarly: 0 };
  expect(await it.command("zdzislaw", "attendance.mark", { sessionId, marks: [mark], reason: null })).toMatchObject({
    status: 200,
  });
  const counting = async () =>
    (
      await it.owner.query("select status from counting_attendance where session_id = $1 and person_id = $2", [
        sessionId,
        one.personId,
      ])
    ).rows;
  expect(await counting()).toEqual([{ status: "SICK" }]);
  await it.command("hanna", "absence.withdraw", { excuseId, reason: "Pomyłka." });
  expect(await counting()).toEqual([{ status: "ABSENT_UNEXCUSED" }]);
});

test("a note of somebody with protected whereabouts is there for the named list alone (C7)", async () => {
  const one = await givenAway();
  const excuseId = await ask(one);
  const before = (await it.get("hanna", "/absences")).body;
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [one.personId]);
  expect((await it.get("hanna", `/absences/${excuseId}`)).status).toBe(404);
  expect((await answer(excuseId)).body.code).toBe("absence.not_found");
  const after = (await it.get("hanna", "/absences")).body;
  expect(after.hidden).toBe(1);
  expect((after.absences as unknown[]).length).toBe((before.absences as unknown[]).length - 1);
  expect(JSON.stringify(after)).not.toContain(excuseId);
});

test("sickness waits for its document, and two accepted excuses share no day", async () => {
  const one = await givenAway();
  const first = await ask(one, { documentOn: null });
  expect((await read(first)).refusal).toBe("absence.document_missing");
  expect((await answer(first)).body.code).toBe("absence.document_missing");
  const receive = { excuseId: first, receivedOn: "2026-11-09" };
  expect((await it.command("beata", "absence.receive", receive)).status).toBe(200);
  expect((await it.command("beata", "absence.receive", receive)).body.code).toBe("absence.document_known");
  expect((await answer(first)).status).toBe(200);
  const second = await ask(one, { from: "2026-11-06", to: "2026-11-09", kind: "OTHER_EXCUSED", reason: "FUNERAL" });
  expect((await answer(second)).body.code).toBe("absence.overlaps");
  expect((await answer(second, false)).body.code).toBe("absence.reason_missing");
  expect((await answer(second, false, "Dzień jest już usprawiedliwiony.")).status).toBe(200);
  expect(await read(second)).toMatchObject({ state: "REFUSED", reason: "FUNERAL" });
});

test("an answer sent twice is one answer, and two managers at once are one", async () => {
  const one = await givenAway();
  const excuseId = await ask(one);
  const id = uuidv7();
  const payload = { excuseId, accepted: true, reason: "" };
  expect((await it.command("hanna", "absence.answer", payload, { id })).status).toBe(200);
  expect((await it.command("hanna", "absence.answer", payload, { id })).body).toMatchObject({ replayed: true });
  const other = await ask(await givenAway());
  const both = await Promise.all([answer(other), answer(other, false, "Nie.")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { rows } = await it.owner.query("select count(*)::int as n from absence_answer where excuse_id = $1", [other]);
  expect(rows).toEqual([{ n: 1 }]);
});

test("another excuse covers only what was unexcused; nothing is kept of a sickness but its dates", async () => {
  const one = await givenAway();
  const excuseId = await ask(one, { kind: "OTHER_EXCUSED", reason: "OFFICE_OR_COURT", documentOn: null });
  await answer(excuseId);
  expect((await marksOf(one))[0]).toBe("02 ABSENT_UNEXCUSED ABSENT_EXCUSED*");
  const { rows } = await it.owner.query("select kind, sealed from absence_excuse where id = $1", [excuseId]);
  expect(JSON.stringify(rows)).not.toContain("OFFICE");
  const sick = { excuseId: uuidv7(), ipzsId: one.ipzsId, kind: "SICKNESS", reason: "OTHER" };
  const days = { from: "2026-11-09", to: "2026-11-09", askedOn: "2026-11-09", documentOn: null };
  expect((await it.command("beata", "absence.ask", { ...sick, ...days })).body.code).toBe("absence.reason_of_sickness");
});

test("who neither manages nor prepares has none of it, nor has another organisation", async () => {
  const one = await givenAway();
  const excuseId = await ask(one);
  for (const name of ["zdzislaw", "krysia", "gosia"] as const)
    expect((await it.get(name, `/absences/${excuseId}`)).status).toBe(403);
  expect((await it.get("zofia", `/absences/${excuseId}`)).status).toBeGreaterThanOrEqual(403);
  const payload = { excuseId, accepted: true, reason: "" };
  expect((await it.command("beata", "absence.answer", payload)).status).toBe(403); // she prepares, the manager decides
  expect((await it.get("beata", "/absences")).body.absences).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: excuseId })]),
  );
});

test("whose absence can be written down: those in reach who take part, and of hidden people only how many (C7)", async () => {
  const list = (name: "hanna" | "beata") => it.read(name, "/absences/participants", AbsenceParticipants);
  const before = await list("beata");
  const [shown, hidden] = [await givenParticipant(it, workshop), await givenParticipant(it, workshop)];
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
  const found = await list("beata");
  expect(found.hidden).toBe(before.hidden + 1);
  expect(found.participants.map(({ ipzsId }) => ipzsId)).toContain(shown.ipzsId);
  expect(JSON.stringify(found)).not.toContain(hidden.ipzsId);
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $4)",
    [world.agenda, hidden.personId, it.accountOf("hanna"), it.accountOf("beata")],
  );
  expect((await list("hanna")).participants.map(({ ipzsId }) => ipzsId)).toContain(hidden.ipzsId);
  expect((await it.get("krysia", "/absences/participants")).status).toBe(403);
  expect((await it.get("zofia", "/absences/participants")).status).toBe(403);
});
