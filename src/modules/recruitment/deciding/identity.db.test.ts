import { expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };

test("the card of one candidate is not bound to the file of somebody else, whoever works with them", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const card = given.someone("Właściwy");
  const candidateId = await given.candidate(recruitmentId, card);
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 1)).toMatchObject(ok);
  const known = async (fields: object, pesel: string | null = null) => {
    const personId = uuidv7();
    const file = { personId, unitId: world.club, fields, pesel, peselNeedsChecking: false };
    expect(await it.command("beata", "person.record", file)).toMatchObject(ok);
    return it.command("beata", "candidate.make-person", { candidateId, personId, known: true, caseId: uuidv7() });
  };
  const names = { firstName: card.firstName, lastName: card.lastName };
  const refused = { status: 422, body: { code: "admission.other_identity" } };
  expect(await known({ firstName: "Ktoś", lastName: "Obcy" })).toMatchObject(refused);
  expect(await known({ ...names, birthDate: "1980-01-01", birthDatePrecision: "DAY" })).toMatchObject(refused);
  expect(await known({ ...names, sex: "F" })).toMatchObject(refused);
  expect(await known(names, given.pesel())).toMatchObject(refused);
  expect(await known({ ...names, birthDate: "1970-01-01", birthDatePrecision: "YEAR" })).toMatchObject(ok);
});
