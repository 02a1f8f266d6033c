import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();

async function givenPerson(lastName: string): Promise<string> {
  const personId = uuidv7();
  const fields = { firstName: "Jan", lastName };
  expect((await it.command("anna", "person.record", { personId, unitId: world.office, fields })).status).toBe(200);
  return personId;
}

/** A case in whose team Sylwia is: she reaches nobody else. */
async function givenCaseOfSylwia(personId: string): Promise<void> {
  const caseId = uuidv7();
  const opened = { caseId, personId, unitId: world.office, openedOn: "2026-11-02", leaderId: null };
  expect((await it.command("anna", "case.open", opened)).status).toBe(200);
  const joined = {
    memberId: uuidv7(),
    caseId,
    accountId: it.accountOf("sylwia"),
    part: "JOB_COACH",
    validFrom: "2026-11-02",
  };
  expect((await it.command("anna", "case.join-team", joined)).status).toBe(200);
}

async function givenLog(personId: string): Promise<string> {
  const logId = uuidv7();
  await it.owner.query(
    "insert into coach_log (organisation_id, id, person_id, activity, done_on, minutes, author_id) values ($1, $2, $3, 'PROFILE', '2026-11-20', 30, $4)",
    [world.agenda, logId, personId, it.accountOf("sylwia")],
  );
  return logId;
}

const listed = async (by: PersonOfFixture) =>
  ((await it.get(by, "/coach-log")).body.entries as { id: string }[]).map(({ id }) => id);

test("a list and a file give the same answer: also for records joined with the one that is known", async () => {
  const known = await givenPerson("Znany");
  const other = await givenPerson("Inny");
  await givenCaseOfSylwia(known);
  const [ofKnown, ofOther] = [await givenLog(known), await givenLog(other)];
  expect(await listed("sylwia")).toEqual([ofKnown]);
  expect((await it.get("sylwia", `/people/${other}`)).status).toBe(404);
  expect(await listed("robert")).toEqual([]);

  const mergeId = uuidv7();
  const merge = { mergeId, keptId: other, mergedId: known, reason: "ta sama osoba" };
  expect((await it.command("henryk", "person.merge", merge)).status).toBe(200);
  expect((await listed("sylwia")).toSorted()).toEqual([ofKnown, ofOther].toSorted());
  expect((await it.get("sylwia", `/people/${other}`)).status).toBe(200);

  expect((await it.command("henryk", "person.unmerge", { mergeId })).status).toBe(200);
  expect(await listed("sylwia")).toEqual([ofKnown]);
  expect((await it.get("sylwia", `/people/${other}`)).status).toBe(404);
});

test("who has left the team yesterday reaches nobody today", async () => {
  const personId = await givenPerson("Dawny");
  await givenCaseOfSylwia(personId);
  const logId = await givenLog(personId);
  expect(await listed("sylwia")).toContain(logId);
  await it.owner.query("update case_member set valid_until = '2026-11-21' where account_id = $1", [
    it.accountOf("sylwia"),
  ]);
  expect(await listed("sylwia")).toEqual([]);
  expect((await it.get("sylwia", `/people/${personId}`)).status).toBe(404);
});
