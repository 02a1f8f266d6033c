import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { needTool } from "../../platform/testing/tool.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { DutiesView } from "./contract.ts";
import { MyDay, TalkContent } from "./noteContract.ts";

const it = useTestHouse("2026-11-23T15:00:00Z"); // a Monday, 16:00 in Warsaw
const personId = uuidv7();
const strangerId = uuidv7();
const duty = uuidv7();
const sealed = "Mówi o bracie, z którym nie rozmawia od lat";
const topic = "poczucie własnej wartości";

const talk = (own: object = {}) => ({
  talkNoteId: uuidv7(),
  personId,
  bookingId: null,
  mendsId: null,
  kind: "PSYCHOLOGICAL",
  channel: "ONSITE",
  day: "2026-11-23",
  startsAt: "15:00",
  endsAt: "15:45",
  topic,
  content: sealed,
  agreements: "wróci w przyszłym tygodniu",
  referral: null,
  nextOn: "2026-11-30",
  confirmation: "SIGNED",
  ...own,
});
const write = async (by: PersonOfFixture, own: object = {}) => {
  const payload = talk(own);
  const { status, body } = await it.command(by, "counselling.write-note", payload);
  return { answer: [status, body.code].filter(Boolean).join(" "), id: payload.talkNoteId };
};
const card = async (by: PersonOfFixture, talkNoteId: string, wish = "") => {
  const { statusCode, rawPayload } = await it.server.inject({
    url: `/api/counselling-notes/${talkNoteId}/card?${wish}`,
    headers: { authorization: `Bearer ${it.tokenOf(by)}`, "x-powrot": "1" },
  });
  if (statusCode !== 200) return { statusCode, text: "" };
  if (process.env.CARD_OUT) await writeFile(`${process.env.CARD_OUT}/card-${wish || "pl"}.pdf`, rawPayload);
  expect(rawPayload.toString("latin1")).toContain("/MarkInfo");
  return { statusCode, text: plainText(rawPayload).replace(/\s+/g, " ") };
};
const notes = async (by: PersonOfFixture, of = personId) => {
  const { status, body } = await it.get(by, `/people/${of}/counselling-notes`);
  return status === 200 ? body.notes : status;
};

beforeAll(async () => {
  needTool("pdftotext");
  for (const id of [personId, strangerId]) {
    const fields = { firstName: "Jan", lastName: id === personId ? "Broda" : "Nieznany" };
    await it.command("anna", "person.record", { personId: id, unitId: world.office, fields });
  }
  const caseId = uuidv7();
  await it.command("anna", "case.open", {
    caseId,
    personId,
    unitId: world.office,
    openedOn: "2026-11-02",
    leaderId: null,
  });
  for (const name of ["ewa", "robert", "teresa"] as const)
    await it.command("anna", "case.join-team", {
      memberId: uuidv7(),
      caseId,
      accountId: it.accountOf(name),
      part: "ASSISTANT",
      validFrom: "2026-11-02",
    });
  const made = await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("ewa"),
    role: "PSYCHOLOGIST",
    place: "pokój 12",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "08:00",
    endsAt: "18:00",
    slotMinutes: 60,
    fromOn: "2026-11-02",
    toOn: null,
  });
  expect(made.status).toBe(200);
});

afterAll(closeDocuments);

test("the topic is for the team of its column; the content opens to its author alone, not to manager or administrator (R-GDPR-04)", async () => {
  const { id, answer } = await write("ewa");
  expect(answer).toBe("200");
  const line = { talkNoteId: id, kind: "PSYCHOLOGICAL", minutes: 45, author: "Ewa Próbna", nextOn: "2026-11-30" };
  expect(await notes("ewa")).toMatchObject([{ ...line, opens: true, shared: { topic } }]);
  for (const name of ["anna", "henryk", "robert", "teresa"] as const)
    expect(await notes(name)).toMatchObject([{ ...line, opens: false, shared: { topic } }]);
  for (const name of ["gosia", "tomasz", "adam", "marek", "beata"] as const) expect(await notes(name)).toBe(403);
  expect(await notes("zofia")).toBe(404);
  const read = (by: PersonOfFixture) => it.get(by, `/counselling-notes/${id}`);
  expect(TalkContent.parse((await read("ewa")).body)).toMatchObject({ text: sealed, shared: { topic } });
  for (const name of ["anna", "robert", "teresa", "zofia"] as const)
    expect(await read(name)).toMatchObject({ status: 404, body: { code: "counselling.not_found" } });
  for (const name of ["henryk", "adam", "tomasz", "hanna"] as const) expect((await read(name)).status).toBe(403);
  expect(await it.audited(id)).toEqual(["counselling.write-note done", "counselling.read-note done"]);
  expect(JSON.stringify(await notes("henryk"))).not.toContain("bracie");
});

test("neither the table nor what the house keeps beside it says a word of a note", async () => {
  const { answer } = await write("ewa", {
    topic: "kanarek w temacie",
    content: "kanarek w treści",
    agreements: "kanarek w ustaleniach",
    referral: "kanarek w skierowaniu",
  });
  expect(answer).toBe("200");
  for (const table of ["counselling_note", "event", "audit_entry", "command", "task"]) {
    const { rows } = await it.owner.query(
      `select 1 from ${table} t where t::text ilike '%kanarek%' or t::text ilike '%${Buffer.from("kanarek").toString("hex")}%'`,
    );
    expect([table, rows.length]).toEqual([table, 0]);
  }
  expect(it.log.filter((line) => /kanarek/.test(line))).toEqual([]);
});

test("a substitute, named by one and confirmed by another, opens it for the time", async () => {
  const { id } = await write("ewa", { kind: "OTHER" });
  const substitutionId = uuidv7();
  const named = {
    substitutionId,
    authorId: it.accountOf("ewa"),
    substituteId: it.accountOf("teresa"),
    reason: "urlop",
    validFrom: "2026-11-23",
    validUntil: "2026-11-30",
  };
  expect(await it.command("henryk", "note-substitute.name", named)).toMatchObject({ status: 200 });
  expect((await it.get("teresa", `/counselling-notes/${id}`)).status).toBe(404);
  expect(await it.command("tomasz", "note-substitute.confirm", { substitutionId })).toMatchObject({ status: 200 });
  expect((await it.get("teresa", `/counselling-notes/${id}`)).body).toMatchObject({ text: sealed });
  await it.command("henryk", "note-substitute.end", { substitutionId });
  expect((await it.get("teresa", `/counselling-notes/${id}`)).status).toBe(404);
});

test("of a lawyer's advice even the topic is the author's (F-2A)", async () => {
  await it.owner.query("update membership_role set role = 'LAWYER' where account_id = $1", [it.accountOf("robert")]);
  const { id, answer } = await write("robert", { kind: "LEGAL", topic: "rozwód i alimenty" });
  expect(answer).toBe("200");
  const [mine] = ((await notes("robert")) as unknown[]).filter((line) => (line as { kind: string }).kind === "LEGAL");
  expect(mine).toMatchObject({ talkNoteId: id, opens: true, shared: { topic: "rozwód i alimenty" } });
  const [seen] = ((await notes("anna")) as unknown[]).filter((line) => (line as { kind: string }).kind === "LEGAL");
  expect(seen).toMatchObject({ talkNoteId: id, opens: false, shared: null });
  // the organisation's key does not open it either
  const { rows } = await it.owner.query<{ shared_sealed: Buffer }>(
    "select shared_sealed from counselling_note where id = $1",
    [id],
  );
  expect(() =>
    it.services.keys.decryptFor(world.agenda, "counselling.shared", rows[0]?.shared_sealed ?? Buffer.of(), id),
  ).toThrow();
  await it.owner.query("update membership_role set role = 'VOCATIONAL_COUNSELLOR' where account_id = $1", [
    it.accountOf("robert"),
  ]);
});

test("a kind whose column a role does not have is not there for it", async () => {
  const { id } = await write("teresa", { kind: "ADDICTION" });
  const kinds = async (by: PersonOfFixture) =>
    ((await notes(by)) as { talkNoteId: string }[]).some(({ talkNoteId }) => talkNoteId === id);
  expect([await kinds("ewa"), await kinds("henryk"), await kinds("robert")]).toEqual([true, false, false]);
  const { rows } = await it.owner.query("select section, detail from event where subject_id = $1", [id]);
  expect(rows).toEqual([{ section: "ADDICTION", detail: { kind: "ADDICTION", day: "2026-11-23" } }]);
});

test("who has a talk booked with somebody may write of it, and nobody else out of the team", async () => {
  expect((await write("ewa", { personId: strangerId })).answer).toBe("404 person.not_found");
  const bookingId = uuidv7();
  const at = { consultantDutyId: duty, day: "2026-11-23", startsAt: "17:00" };
  expect(await it.command("anna", "booking.make", { bookingId, personId: strangerId, ...at })).toMatchObject({
    status: 200,
  });
  expect((await write("teresa", { personId: strangerId, bookingId })).answer).toBe("404 person.not_found");
  expect((await write("ewa", { personId, bookingId })).answer).toBe("404 booking.not_found");
  const { id, answer } = await write("ewa", { personId: strangerId, bookingId });
  expect(answer).toBe("200");
  expect((await it.get("ewa", `/counselling-notes/${id}`)).body).toMatchObject({ text: sealed });
});

test("a note is refused before its hour, without time, and with a next day before it; it is mended by another, once", async () => {
  expect((await write("ewa", { startsAt: "16:01", endsAt: "17:00" })).answer).toBe("422 counselling.in_future");
  expect((await write("ewa", { endsAt: "15:00" })).answer).toBe("422 counselling.no_time");
  expect((await write("ewa", { nextOn: "2026-11-22" })).answer).toBe("422 counselling.next_before");
  const { id } = await write("ewa");
  const mends = { mendsId: id, mendReason: "pomyłka w temacie" };
  expect((await write("teresa", mends)).answer).toBe("404 counselling.not_found");
  expect((await write("ewa", { ...mends, personId: null })).answer).toBe("404 counselling.not_found");
  expect((await write("ewa", { mendsId: id })).answer).toBe("422 counselling.mend_reason");
  const later = await write("ewa", { ...mends, topic: "poprawiony temat" });
  expect(later.answer).toBe("200");
  expect((await write("ewa", mends)).answer).toBe("422 counselling.mended_already");
  const line = async (by: PersonOfFixture, talkNoteId: string) =>
    ((await notes(by)) as { talkNoteId: string }[]).filter((one) => one.talkNoteId === talkNoteId);
  expect(await line("ewa", id)).toMatchObject([{ mended: true, mayMend: false, shared: { topic, mendReason: null } }]);
  expect(await line("ewa", later.id)).toMatchObject([
    { mended: false, mayMend: true, shared: { topic: "poprawiony temat", mendReason: mends.mendReason } },
  ]);
  expect(await line("anna", later.id)).toMatchObject([{ mayMend: false, shared: { mendReason: mends.mendReason } }]);
  expect((await it.get("ewa", `/counselling-notes/${id}`)).body).toMatchObject({ text: sealed, startsAt: "15:00" });
});

test("my day shows my talks, what I have to write of, and my notes; somebody of the open offer has no name", async () => {
  const bookingId = uuidv7();
  await it.command("anna", "booking.make", {
    bookingId,
    personId,
    consultantDutyId: duty,
    day: "2026-11-30",
    startsAt: "15:00",
  });
  const { id } = await write("ewa", { personId: null, kind: "OTHER", topic: "pytanie o zasiłek" });
  it.clock.set("2026-11-30T14:05:00Z");
  await it.owner.query("update session set seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'", [
    "2026-11-30T14:05:00Z",
  ]);
  await it.command("ewa", "booking.note-outcome", { markId: uuidv7(), bookingId, outcome: "CAME" });
  const day = await it.read("ewa", "/consultations/my-day", MyDay);
  expect(day.duties).toMatchObject([{ consultantDutyId: duty, day: "2026-11-30" }]);
  expect(day.duties[0]?.slots.find(({ state }) => state === "BOOKED")).toMatchObject({
    startsAt: "15:00",
    booking: { person: { name: "Jan Broda" }, mayMark: true },
  });
  expect(day.unwritten).toMatchObject([
    { bookingId, startsAt: "15:00", endsAt: "16:00", person: { name: "Jan Broda" } },
  ]);
  expect(day.notes.find(({ talkNoteId }) => talkNoteId === id)).toMatchObject({
    anonymous: true,
    person: null,
    shared: { topic: "pytanie o zasiłek" },
  });
  expect((await it.read("teresa", "/consultations/my-day", MyDay)).duties).toEqual([]);
  expect(
    (await write("ewa", { bookingId, day: "2026-11-30", startsAt: "15:00", endsAt: "15:05", nextOn: null })).answer,
  ).toBe("200");
  expect((await it.read("ewa", "/consultations/my-day", MyDay)).unwritten).toEqual([]);
});

test("the card to be signed says what the team may read and never the content, for its author alone, and each print is in the audit (F-2A)", async () => {
  const step = "Ćwiczenie „stop”: zapisać, kiedy źle o sobie myśli; wróci z zeszytem.";
  const long = Array(12).fill(step).join(" "); // in large print the table goes over the end of a page
  const [longId, teamCase] = [uuidv7(), uuidv7()];
  const name = { firstName: "Władysława Żaneta", lastName: "Brzęczyszczykiewicz-Żdźbłowska-Łękołodzka" };
  await it.command("anna", "person.record", { personId: longId, unitId: world.office, fields: name });
  await it.command("anna", "case.open", {
    caseId: teamCase,
    personId: longId,
    unitId: world.office,
    openedOn: "2026-11-02",
    leaderId: null,
  });
  await it.command("anna", "case.join-team", {
    memberId: uuidv7(),
    caseId: teamCase,
    accountId: it.accountOf("ewa"),
    part: "ASSISTANT",
    validFrom: "2026-11-02",
  });
  const { id, answer } = await write("ewa", { personId: longId, agreements: long, referral: "Poradnia „Źródło”" });
  expect(answer).toBe("200");
  const words = [`${name.firstName} ${name.lastName}`, topic, step, "Poradnia „Źródło”", "15:00–15:45", "Ewa Próbna"];
  for (const [wish, said] of [
    ["", ["psychologiczna", "na miejscu", "23 listopada 2026", "30 listopada 2026", "Potwierdzam, że rozmowa"]],
    ["print=large", ["psychologiczna", "Potwierdzam, że rozmowa"]],
    ["lang=en", ["psychological", "on site", "I confirm that"]],
    ["lang=uk", ["психологічна", "на місці", "Підтверджую"]],
  ] as const) {
    const { statusCode, text } = await card("ewa", id, wish);
    expect(statusCode).toBe(200);
    const whole = text.replace(/\s/g, "").replace(/-+/g, "-"); // Polish repeats a hyphen at the end of a line
    for (const word of [...words, ...said]) expect(whole).toContain(word.replace(/\s/g, ""));
    expect(whole.split("wrócizzeszytem.")).toHaveLength(13);
    expect(text).not.toContain("bracie");
  }
  for (const by of ["anna", "robert", "teresa", "zofia"] as const) expect((await card(by, id)).statusCode).toBe(404);
  for (const by of ["henryk", "adam", "tomasz"] as const) expect((await card(by, id)).statusCode).toBe(403);
  expect((await it.audited(id)).filter((act) => act === "counselling.print-card done")).toHaveLength(4);

  const refused = await write("ewa", { confirmation: "REFUSED" });
  expect((await card("ewa", refused.id)).text).toContain("Osoba nie chciała podpisać.");
  const nobody = await write("ewa", { personId: null, kind: "OTHER" });
  expect((await card("ewa", nobody.id)).text).toMatch(/bez nazwiska.*nie podpisuje karty/);
  const mended = await write("ewa", { mendsId: refused.id, mendReason: "pomyłka w godzinie", endsAt: "15:40" });
  expect((await card("ewa", mended.id)).text).toMatch(/pomyłka w godzinie.*wersja 2/);
  expect((await card("ewa", refused.id)).text).toContain("Tę kartę poprawiono");
});

test("hours of talks and meetings are proposed into the month by day, kind and minutes alone, taken over or changed with a reason, and held against the contract (F-36, J4 step 9)", async () => {
  const month = async (by: PersonOfFixture) => it.read(by, "/consultations/duties/2026-10", DutiesView);
  const day = "2026-10-12"; // a Monday
  const talkOf = (own: object) => write("robert", { kind: "VOCATIONAL", day, nextOn: null, ...own });
  const inside = await talkOf({ startsAt: "09:00", endsAt: "09:45" });
  const over = await talkOf({ startsAt: "11:30", endsAt: "12:30" });
  expect([inside.answer, over.answer]).toEqual(["200", "200"]);
  const mended = await talkOf({ startsAt: "11:30", endsAt: "12:40", mendsId: over.id, mendReason: "godzina" });
  expect(mended.answer).toBe("200");
  // without a duty all of it is beside
  expect((await month("robert")).work.map(({ minutes }) => minutes)).toEqual([45, 70]);
  const id = uuidv7();
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: id,
    unitId: world.office,
    consultantId: it.accountOf("robert"),
    role: "VOCATIONAL_COUNSELLOR",
    place: "pokój 3",
    everyWeeks: 4,
    weekday: 1,
    startsAt: "08:00",
    endsAt: "12:00",
    slotMinutes: 60,
    fromOn: day,
    toOn: day,
  });
  const assessmentId = uuidv7();
  const content = {
    reason: "Powód",
    methods: "Rozmowa",
    strengths: "Sumienny",
    areas: [],
    riskSuicide: null,
    riskViolence: null,
    meetings: [
      { on: "2026-10-13", minutes: 120 },
      { on: "2026-10-13", minutes: 30 },
    ],
  };
  const { rows: cases } = await it.owner.query<{ id: string }>("select id from support_case where person_id = $1", [
    personId,
  ]);
  expect(
    await it.command("robert", "assessment.record", {
      assessmentId,
      caseId: cases[0]?.id,
      kind: "VOCATIONAL",
      startedOn: "2026-10-13",
      content,
      conclusion: "Warto spróbować.",
      recommendation: null,
    }),
  ).toMatchObject({ status: 200 });

  const mine = await month("robert");
  expect(mine.duties[0]?.days).toMatchObject([
    {
      day,
      plannedMinutes: 240,
      heldMinutes: null,
      inside: [
        { source: "TALK", kind: "VOCATIONAL", minutes: 45 },
        { source: "TALK", kind: "VOCATIONAL", minutes: 30 },
      ],
    },
  ]);
  const [rest, meeting] = mine.work;
  expect(rest).toMatchObject({ source: "TALK", sourceId: over.id, kind: "VOCATIONAL", minutes: 40, state: "PROPOSED" });
  expect(meeting).toMatchObject({ source: "INTERVIEW", kind: null, day: "2026-10-13", minutes: 150 });
  expect(JSON.stringify(mine)).not.toMatch(/Broda|poczucie|Powód/);
  // a manager opens no sealed record: of meetings they see what was taken over
  const theirs = async () =>
    (await month("henryk")).work.filter(({ consultantId }) => consultantId === it.accountOf("robert"));
  expect((await theirs()).map(({ source }) => source)).toEqual(["TALK"]);

  const settle = async (
    by: PersonOfFixture,
    line: object | undefined,
    minutes: number,
    reason: string | null = null,
  ) => {
    const { source, sourceId, day: on } = line as { source: string; sourceId: string; day: string };
    const payload = { settlementId: uuidv7(), consultantId: it.accountOf("robert"), source, sourceId, day: on };
    const { status, body } = await it.command(by, "consultant-hours.settle", { ...payload, minutes, reason });
    return [status, body.code].filter(Boolean).join(" ");
  };
  expect(await settle("robert", rest, 40)).toBe("200");
  expect(await settle("robert", meeting, 120)).toBe("422 consultant-duty.reason_missing");
  expect(await settle("robert", meeting, 120, "COUNTED_ELSEWHERE")).toBe("200");
  expect(await settle("ewa", rest, 40)).toBe("404 consultant-duty.not_found");
  expect(await settle("zofia", rest, 40)).toBe("404 consultant-duty.not_found");
  expect(await settle("robert", { ...rest, sourceId: inside.id }, 45)).toBe("422 consultant-duty.no_such_work");
  expect((await theirs()).map(({ source, settledMinutes, state }) => [source, settledMinutes, state])).toEqual([
    ["TALK", 40, "SETTLED"],
    ["INTERVIEW", 120, "SETTLED"], // taken over; what it was taken from is not theirs to read
  ]);

  const limit = (by: PersonOfFixture, fromMonth: string, minutes: number | null) =>
    it.command(by, "consultant-hours.set-limit", {
      limitId: uuidv7(),
      consultantId: it.accountOf("robert"),
      fromMonth,
      minutes,
    });
  expect((await limit("robert", "2026-10", 60)).status).toBe(403);
  expect((await limit("henryk", "2026-09", 6000)).status).toBe(200);
  expect((await limit("henryk", "2026-10", 150)).status).toBe(200);
  expect((await limit("henryk", "2026-11", null)).status).toBe(200);
  expect((await month("robert")).hours).toMatchObject([
    { workMinutes: 160, toTake: 0, limitMinutes: 150, beyondMinutes: 10, mayLimit: false },
  ]);
  const after = (await it.read("robert", "/consultations/duties/2026-11", DutiesView)).hours;
  expect(after.filter(({ limitMinutes }) => limitMinutes !== null)).toEqual([]);

  await it.owner.query("update membership set display_name = '=1+1 Robert Żółć-Próbny' where account_id = $1", [
    it.accountOf("robert"),
  ]);
  const file = async (by: PersonOfFixture, what: string, lang = "pl") => {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/consultations/hours/2026-10/${it.accountOf("robert")}/${what}?lang=${lang}`,
      headers: { authorization: `Bearer ${it.tokenOf(by)}`, "x-powrot": "1" },
    });
    if (statusCode === 200 && process.env.CARD_OUT)
      await writeFile(`${process.env.CARD_OUT}/hours-${lang}.${what === "paper" ? "pdf" : "xlsx"}`, rawPayload);
    return { statusCode, rawPayload };
  };
  const paper = plainText((await file("robert", "paper")).rawPayload).replace(/\s+/g, " ");
  for (const word of [
    "Robert Żółć-Próbny",
    "10.2026",
    "12 października 2026",
    "doradca zawodowy",
    "porada: zawodowa",
    "rozmowa w diagnozie",
    "rozliczone gdzie indziej",
    "2,67", // 160 min
    "2,50",
    "0,17",
  ])
    expect(paper).toContain(word);
  expect(paper).not.toMatch(/Broda|poczucie|Powód/);
  const entries = plainText((await file("henryk", "sheet")).rawPayload);
  expect(entries).toContain("=1+1 Robert Żółć-Próbny");
  expect(entries).not.toMatch(/<f[ >]|Broda|poczucie|Powód/);
  expect((await file("robert", "paper", "uk")).statusCode).toBe(200);
  for (const by of ["ewa", "zofia"] as const) expect((await file(by, "paper")).statusCode).toBe(404);
  for (const by of ["adam", "marek"] as const) expect((await file(by, "sheet")).statusCode).toBe(403);
});
