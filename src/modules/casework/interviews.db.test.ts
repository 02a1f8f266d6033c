import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { TaskLine } from "./contract.ts";
import { InterviewLine, InterviewView } from "./interviewContract.ts";

const it = useTestHouse("2026-12-01T10:00:00Z");
const personId = uuidv7();

const need = (more: object = {}) => ({
  interviewId: uuidv7(),
  personId,
  triggerOn: "2026-11-02",
  urgency: "NORMAL_14WD",
  socialWorkerId: it.accountOf("anna"),
  ...more,
});
const result = (interviewId: string, more: object = {}) => ({
  interviewId,
  heldOn: "2026-11-20",
  refused: false,
  setting: "ONGOING_SUPPORT",
  place: "Ławkowa 7 u siostry",
  secondWorkerId: null,
  policeAssist: false,
  parts: ["I", "IV"],
  conclusions: "Wniosek o dożywianie",
  externalNo: null,
  ...more,
});
const dueLines = async () => {
  const { tasks } = z.object({ tasks: z.array(TaskLine) }).parse((await it.get("anna", "/tasks/mine?whose=mine")).body);
  return tasks.map(({ kind, dueOn }) => [kind, dueOn]);
};

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, 1, 'Broda', $3)",
    [world.agenda, personId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
});

test("a need becomes a task with the last day of R-INT-01, holding it the one of R-INT-02", async () => {
  const first = need();
  expect(await it.command("anna", "interview.need", first)).toMatchObject({ status: 200 });
  expect(await dueLines()).toEqual([["interview.due", "2026-11-23"]]);
  expect(await it.command("anna", "interview.record", result(first.interviewId))).toMatchObject({ status: 200 });
  expect(await dueLines()).toEqual([["interview.update_due", "2027-05-20"]]);
  const again = need({ triggerOn: "2026-11-23", urgency: "URGENT_2WD" });
  await it.command("anna", "interview.need", again);
  await it.command(
    "anna",
    "interview.record",
    result(again.interviewId, { heldOn: "2026-11-24", setting: "CARE_HOME" }),
  );
  expect(await dueLines()).toEqual([["interview.update_due", "2027-11-24"]]);
  const { body } = await it.get("anna", `/people/${personId}/interviews`);
  const { interviews } = z.object({ interviews: z.array(InterviewView) }).parse(body);
  expect(interviews.map(({ id }) => id)).toEqual([again.interviewId, first.interviewId]);
  expect(interviews[1]).toMatchObject({
    dueOn: "2026-11-23",
    result: { conclusions: "Wniosek o dożywianie", parts: ["I", "IV"], updateDueOn: "2027-05-20" },
  });
});

test("a refusal ends the task, sets no update and is a fact, not a proposal (R-INT-04)", async () => {
  const refused = need({ triggerOn: "2026-11-25" });
  await it.command("anna", "interview.need", refused);
  const before = await dueLines();
  const answer = await it.command(
    "anna",
    "interview.record",
    result(refused.interviewId, { heldOn: "2026-11-26", refused: true }),
  );
  expect(answer).toMatchObject({ status: 200 });
  expect((await dueLines()).length).toBe(before.length - 1);
});

test("an older interview entered after a newer one leaves the newer one's last day as it is, also after a merge", async () => {
  const mergedId = uuidv7();
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by, merged_into) values ($1, $2, 2, 'Brodacz', $3, $4)",
    [world.agenda, mergedId, it.accountOf("anna"), personId],
  );
  const before = await dueLines();
  const older = need({ triggerOn: "2026-10-01" });
  await it.command("anna", "interview.need", older);
  await it.command("anna", "interview.record", result(older.interviewId, { heldOn: "2026-10-05" }));
  expect(await dueLines()).toEqual(before);
  await it.owner.query("update interview set person_id = $1 where id = $2", [mergedId, older.interviewId]);
  const between = need({ triggerOn: "2026-10-02" });
  await it.command("anna", "interview.need", between);
  await it.command("anna", "interview.record", result(between.interviewId, { heldOn: "2026-10-03" }));
  expect(await dueLines()).toEqual(before);
});

test("what came of an interview is entered once, on a day between the need and today", async () => {
  const one = need();
  await it.command("anna", "interview.need", one);
  const tries = [
    await it.command("anna", "interview.record", result(one.interviewId, { heldOn: "2026-12-02" })),
    await it.command("anna", "interview.record", result(one.interviewId, { heldOn: "2026-11-01" })),
    await it.command("anna", "interview.record", result(one.interviewId, { secondWorkerId: it.accountOf("anna") })),
  ];
  expect(tries.map(({ status, body }) => [status, body.code])).toEqual([
    [400, "interview.in_future"],
    [400, "interview.before_trigger"],
    [422, "interview.second_is_first"],
  ]);
  const both = await Promise.all([1, 2].map(() => it.command("anna", "interview.record", result(one.interviewId))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await it.command("anna", "interview.need", need({ triggerOn: "2026-12-02" }))).toMatchObject({ status: 400 });
});

test("an entry is corrected and taken back by another entry with a reason, and the last days follow what counts", async () => {
  const lines = async (id: string) => {
    const { body } = await it.get("anna", `/people/${personId}/interviews`);
    const all = z.object({ interviews: z.array(InterviewView) }).parse(body).interviews;
    return all.find((one) => one.id === id);
  };
  const one = need({ triggerOn: "2026-11-30" });
  const id = one.interviewId;
  await it.command("anna", "interview.need", one);
  const before = await dueLines();
  const wanted = (more: object) => {
    const { triggerOn, urgency, socialWorkerId } = one;
    const entry = { correctionId: uuidv7(), interviewId: id, triggerOn, urgency, socialWorkerId, result: null };
    return { ...entry, reason: "pomyłka w dacie", ...more };
  };
  const correct = (base: number, more: object, who: "anna" | "henryk" | "zofia" = "anna") =>
    it.command(who, "interview.correct", wanted(more), { base });
  // the manager may mend the need; its task moves along
  expect(await correct(1, { urgency: "URGENT_2WD" }, "henryk")).toMatchObject({ status: 200, body: { version: 2 } });
  const mended = await dueLines();
  expect(mended.length).toBe(before.length);
  expect(mended).toContainEqual(["interview.due", "2026-12-02"]);
  // a result comes after the correction, is corrected, taken back and entered anew
  const { interviewId: _, ...held } = result(id, { heldOn: "2026-12-01", setting: "CARE_HOME" });
  expect(await it.command("anna", "interview.record", { interviewId: id, ...held })).toMatchObject({ status: 200 });
  expect(await dueLines()).toContainEqual(["interview.update_due", "2027-12-01"]);
  const right = { ...held, setting: "ONGOING_SUPPORT" };
  const urgent = { urgency: "URGENT_2WD" };
  expect((await correct(3, { ...urgent, result: right }, "henryk")).body.code).toBe(
    "interview.result_by_social_worker",
  );
  expect((await correct(3, { ...urgent, result: right }, "zofia")).status).toBe(404);
  expect((await correct(2, { ...urgent, result: right })).body.code).toBe("record.changed");
  expect(await correct(3, { ...urgent, result: held })).toMatchObject({
    body: { code: "interview.nothing_corrected" },
  });
  const sent = { ...wanted({ ...urgent, result: right }) };
  const both = await Promise.all([1, 2].map(() => it.command("anna", "interview.correct", sent, { base: 3 })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await dueLines()).not.toContainEqual(["interview.update_due", "2027-12-01"]);
  expect(await lines(id)).toMatchObject({
    result: { updateDueOn: "2027-06-01", place: held.place, conclusions: held.conclusions },
    version: 4,
    former: [
      { urgency: "NORMAL_14WD", result: null, reason: "pomyłka w dacie" },
      { urgency: "URGENT_2WD", result: { setting: "CARE_HOME", updateDueOn: "2027-12-01" } },
    ],
  });
  await correct(4, { ...urgent, result: null });
  expect(await dueLines()).toContainEqual(["interview.due", "2026-12-02"]);
  expect(await it.command("anna", "interview.record", { interviewId: id, ...right })).toMatchObject({ status: 200 });
  // taken back: nothing of it counts, the entry stays
  const taken = { correctionId: uuidv7(), interviewId: id, reason: "wpis na inną osobę" };
  expect((await it.command("henryk", "interview.withdraw", taken, { base: 6 })).status).toBe(422);
  expect(await it.command("anna", "interview.withdraw", taken, { base: 6 })).toMatchObject({ status: 200 });
  expect((await dueLines()).map(String).toSorted()).toEqual(
    before
      .map(String)
      .filter((line) => line !== "interview.due,2026-12-18")
      .toSorted(),
  );
  expect(await lines(id)).toMatchObject({ withdrawn: true, former: { length: 4 } });
  const after = await it.command("anna", "interview.record", { interviewId: id, ...right });
  expect([after.status, after.body.code]).toEqual([422, "interview.withdrawn_already"]);
  const { rows } = await it.owner.query("select string_agg(c::text, '') as all_of_it from interview_correction c");
  expect(rows[0].all_of_it).not.toMatch(/Ławkowa|dożywianie|pomyłka|inną/);
});

test("the register over the unit says how each entry stands, for who works there; one taken back is not in it", async () => {
  const late = need({ triggerOn: "2026-11-03" });
  const taken = need({ triggerOn: "2026-11-03" });
  for (const one of [late, taken]) await it.command("anna", "interview.need", one);
  const why = { correctionId: uuidv7(), interviewId: taken.interviewId, reason: "dwa razy to samo" };
  expect((await it.command("henryk", "interview.withdraw", why, { base: 1 })).status).toBe(200);
  const read = async (who: "henryk" | "zofia") => {
    const { body } = await it.get(who, "/interviews");
    return z.object({ interviews: z.array(InterviewLine) }).parse(body).interviews;
  };
  const seen = await read("henryk");
  expect(seen.find(({ id }) => id === late.interviewId)).toMatchObject({
    personId,
    personName: "Broda",
    dueOn: "2026-11-24",
    standing: "OVERDUE",
    heldOn: null,
  });
  expect(seen.some(({ id }) => id === taken.interviewId)).toBe(false);
  expect(seen[0]?.socialWorkerId).toBe(it.accountOf("anna"));
  // an update that is due stands before every interview that was held later
  const otherId = uuidv7();
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, 77, 'Czapka', $3)",
    [world.agenda, otherId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-01-01')", [
    world.agenda,
    otherId,
    world.office,
  ]);
  const old = need({ personId: otherId, triggerOn: "2026-06-01" });
  await it.command("anna", "interview.need", old);
  await it.command("anna", "interview.record", result(old.interviewId, { heldOn: "2026-06-05" }));
  const groups = { OVERDUE: 0, NEEDED: 0, UPDATE_DUE: 1, HELD: 2, REFUSED: 2, STOPPED: 3 };
  const order = (await read("henryk")).map(({ standing }) => groups[standing]);
  expect(order).toContain(1);
  expect(order).toEqual(order.toSorted());
  expect(seen.filter(({ standing }) => standing === "REFUSED").length).toBe(1);
  expect((await read("zofia")).some((line) => line.personId === personId)).toBe(false);
  expect((await it.get("marta", "/interviews")).status).toBe(403);
});

/** A file of the account's, stored. */
async function scan(who: "anna" | "henryk", text: string): Promise<string> {
  const fileId = uuidv7();
  const { statusCode } = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(who)}`, "content-type": "application/octet-stream" },
    payload: Buffer.from(text),
  });
  expect(statusCode).toBe(200);
  return fileId;
}

/** What a download answers to one reader, in words. */
async function loaded(who: PersonOfFixture, path: string) {
  const { statusCode, rawPayload } = await it.server.inject({
    url: `/api${path}`,
    headers: { authorization: `Bearer ${it.tokenOf(who)}` },
  });
  return { status: statusCode, text: plainText(rawPayload).replace(/\s+/g, " ") };
}

test("a scan lies with its version of the entry, is opened by social workers alone and closed with the place (F-20, C7)", async () => {
  const one = need({ triggerOn: "2026-11-04" });
  const { interviewId } = one;
  await it.command("anna", "interview.need", one);
  const [first, second] = [await scan("anna", "skan pierwszy"), await scan("anna", "skan drugi")];
  const foreign = { ...result(interviewId), scanFileId: await scan("henryk", "cudzy") };
  expect(await it.command("anna", "interview.record", foreign)).toMatchObject({
    status: 400,
    body: { code: "file.not_found" },
  });
  expect((await it.command("anna", "interview.record", { ...result(interviewId), scanFileId: first })).status).toBe(
    200,
  );
  const open = (who: PersonOfFixture, fileId: string) => loaded(who, `/interviews/${interviewId}/scans/${fileId}`);
  expect(await open("anna", first)).toMatchObject({ status: 200 });
  expect((await open("anna", first)).text).toContain("skan pierwszy");
  expect([(await open("henryk", first)).status, (await open("zofia", first)).status]).toEqual([403, 404]);
  const { interviewId: _, ...said } = result(interviewId, { conclusions: "Wniosek o zasiłek" });
  const correct = (base: number, more: object) =>
    it.command(
      "anna",
      "interview.correct",
      { ...one, personId: undefined, correctionId: uuidv7(), reason: "lepszy skan", result: { ...said, ...more } },
      { base },
    );
  // left out: the one that stands stays; then another one; then none
  expect((await correct(2, {})).status).toBe(200);
  expect((await correct(3, { scanFileId: second })).status).toBe(200);
  expect((await correct(4, { scanFileId: null })).status).toBe(200);
  const read = async () => {
    const { body } = await it.get("anna", `/people/${personId}/interviews`);
    const all = z.object({ interviews: z.array(InterviewView) }).parse(body).interviews;
    return all.find(({ id }) => id === interviewId);
  };
  const now = await read();
  expect([now?.result?.scanFileId, now?.former.map((row) => row.result?.scanFileId)]).toEqual([
    null,
    [first, first, second],
  ]);
  expect([(await open("anna", first)).status, (await open("anna", second)).status]).toEqual([200, 200]);
  expect((await open("anna", uuidv7())).status).toBe(404);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect((await open("anna", second)).status).toBe(404);
  expect((await correct(5, { place: "", conclusions: "Bez adresu" })).status).toBe(200);
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);
  expect((await read())?.result).toMatchObject({ place: "Ławkowa 7 u siostry", conclusions: "Bez adresu" });
});

test("an entry comes on paper with what stood before its corrections, the register of a time on paper and as a sheet (F-20)", async () => {
  const one = need({ triggerOn: "2026-10-05" });
  const { interviewId } = one;
  await it.command("anna", "interview.need", one);
  const place = "=Żabia 3, wjazd od podwórza";
  const refusal = { heldOn: "2026-11-20", refused: true, place, policeAssist: true, externalNo: "=1+2" };
  const given = { ...result(interviewId, refusal), secondWorkerId: it.accountOf("henryk") };
  expect((await it.command("anna", "interview.record", given)).status).toBe(200);
  const correction = { correctionId: uuidv7(), reason: "pomyłka w miejscu" };
  const { interviewId: _, ...said } = given;
  const corrected = { ...one, personId: undefined, ...correction, result: { ...said, place: "Żabia 5" } };
  expect((await it.command("anna", "interview.correct", corrected, { base: 2 })).status).toBe(200);
  for (const print of ["normal", "large"]) {
    const { status, text } = await loaded("henryk", `/interviews/${interviewId}/document?print=${print}`);
    expect(status).toBe(200);
    for (const words of ["Żabia 5", "odmowa", "pomyłka w miejscu", "Henryk Próbna", "=1+2", "Wniosek o dożywianie"])
      expect([print, words, text.includes(words)]).toEqual([print, words, true]);
  }
  expect((await loaded("marta", `/interviews/${interviewId}/document`)).status).toBe(403);
  expect((await loaded("zofia", `/interviews/${interviewId}/document`)).status).toBe(404);
  const book = (who: PersonOfFixture, from: string, format: string, more = "") =>
    loaded(who, `/interviews/document?from=${from}&to=2026-10-31&format=${format}${more}`);
  for (const format of ["pdf", "xlsx"]) {
    const { status, text } = await book("henryk", "2026-10-01", format);
    expect([format, status]).toEqual([format, 200]);
    for (const words of ["Broda", "odmowa", "tak", "=1+2"])
      expect([format, words, text.includes(words)]).toEqual([format, words, true]);
    expect(text).not.toContain("<f>"); // no cell is a formula
    expect((await book("henryk", "2026-10-06", format)).text).not.toContain("Broda");
    expect((await book("henryk", "2026-10-01", format, `&unitId=${world.office}`)).text).toContain("Broda");
    expect((await book("henryk", "2026-10-01", format, `&unitId=${world.team}`)).text).not.toContain("Broda");
    expect((await book("zofia", "2026-10-01", format)).text).not.toContain("Broda");
  }
  expect((await book("henryk", "2026-11-30", "pdf")).status).toBe(400);
  expect((await book("marta", "2026-10-01", "pdf")).status).toBe(403);
  expect(await it.audited(interviewId)).toContain("interview.print done");
  await closeDocuments();
});

test("only who may hold it can be given it; another organisation and other roles find nothing", async () => {
  const given = await it.command("anna", "interview.need", need({ socialWorkerId: it.accountOf("marta") }));
  const foreign = await it.command("zofia", "interview.need", need());
  const street = await it.get("marta", `/people/${personId}/interviews`);
  expect([given.body.code, foreign.status, street.status]).toEqual(["colleague.cannot", 404, 403]);
});

test("place and conclusions are not to be read in the database", async () => {
  const { rows } = await it.owner.query("select string_agg(r::text, '') as all_of_it from interview_result r");
  expect(rows[0].all_of_it).not.toMatch(/Ławkowa|dożywianie/);
});

test("after the day of death nothing is begun; on that day it still is", async () => {
  const dies = (day: string) => it.owner.query("update person set death_date = $2 where id = $1", [personId, day]);
  const begin = async () => [
    (await it.command("anna", "interview.need", need())).body.code,
    (
      await it.command("anna", "case.open", {
        caseId: uuidv7(),
        personId,
        unitId: world.office,
        openedOn: "2026-12-01",
        leaderId: null,
      })
    ).body.code,
  ];
  await dies("2026-11-30");
  expect(await begin()).toEqual(["case.person_died", "case.person_died"]);
  await dies("2026-12-01");
  expect(await begin()).toEqual([undefined, undefined]);
});
