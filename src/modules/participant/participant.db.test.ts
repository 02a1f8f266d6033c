import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
const personId = uuidv7();

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, 91, 'Jan', 'Próbny', $3)",
    [world.agenda, personId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
});

test("an account that stands for nobody has no page of its own", async () => {
  await it.owner.query("update membership_role set role = 'PARTICIPANT' where account_id = $1", [
    it.accountOf("krysia"),
  ]);
  expect((await it.get("krysia", "/mine")).body.code).toBe("person.not_found");
});

test("a participant sees their own and who opened their file; what they open themselves is not told (C4)", async () => {
  await it.owner.query("update membership set person_id = $1 where account_id = $2", [
    personId,
    it.accountOf("krysia"),
  ]);
  await it.get("anna", `/people/${personId}/timeline`);
  await it.get("anna", `/people/${personId}/timeline`);
  await it.get("marta", `/people/${personId}/timeline`);
  expect((await it.get("krysia", "/mine")).body).toEqual({ personId, name: "Jan Próbny", attendance: [] });
  expect((await it.get("krysia", `/people/${personId}/plans`)).status).toBe(200);
  expect((await it.get("krysia", `/people/${personId}/contracts`)).status).toBe(200);
  const { readers } = (await it.get("krysia", "/mine/readers")).body as { readers: object[] };
  expect(readers).toMatchObject([{ readerName: "Anna Próbna", times: 2 }]);
});

test("nobody else has this page", async () => {
  expect((await it.get("anna", "/mine")).status).toBe(403);
  expect((await it.get("anna", "/mine/readers")).status).toBe(403);
});
