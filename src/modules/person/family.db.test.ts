import { expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();

async function make(firstName: string, unitId: string = world.office, by: "anna" | "marta" = "anna"): Promise<string> {
  const personId = uuidv7();
  const fields = { firstName, lastName: "Rodzinna" };
  expect((await it.command(by, "person.record", { personId, unitId, fields })).status).toBe(200);
  return personId;
}

const member = (personId: string, relation: string, more: object = {}) => ({
  memberId: uuidv7(),
  personId,
  relation,
  validFrom: "2026-01-01",
  ...more,
});

async function lines(personId: string): Promise<string[]> {
  const { body } = await it.get("anna", `/people/${personId}/timeline`);
  return (body.lines as { kind: string }[]).map(({ kind }) => kind);
}

test("a household has dated members: added, ended, counted where the file is out of reach", async () => {
  const mother = await make("Ewa");
  const child = await make("Jan");
  const outside = await make("Brat", world.team, "marta");
  const householdId = uuidv7();
  const first = member(mother, "SELF");
  expect(
    (await it.command("anna", "household.record", { householdId, name: "Mama z synem", members: [first] })).status,
  ).toBe(200);
  const added = member(child, "CHILD");
  expect((await it.command("anna", "household.add-member", { householdId, ...added })).status).toBe(200);
  await it.owner.query(
    "insert into household_member (organisation_id, id, household_id, person_id, relation, valid_from) values ($1, $2, $3, $4, 'SIBLING', '2026-02-01')",
    [world.agenda, uuidv7(), householdId, outside],
  );
  const read = async () => (await it.get("anna", `/people/${child}/households`)).body.households;
  expect(await read()).toMatchObject([
    { name: "Mama z synem", others: 1, members: [{ name: "Ewa Rodzinna" }, { name: "Jan Rodzinna" }] },
  ]);
  expect(await it.command("anna", "household.add-member", { householdId, ...member(child, "CHILD") })).toMatchObject({
    status: 422,
    body: { code: "household.member_already" },
  });
  const end = (validUntil: string) =>
    it.command("anna", "household.end-member", { memberId: added.memberId, validUntil });
  expect((await end("2025-12-31")).status).toBe(400);
  expect((await end("2026-06-30")).status).toBe(200);
  expect(await read()).toMatchObject([{ members: [{ validUntil: null }, { validUntil: "2026-06-30" }] }]);
  expect(await lines(child)).toEqual(expect.arrayContaining(["household.joined", "household.left"]));
  // back again after it ended
  const again = member(child, "CHILD", { validFrom: "2026-07-01" });
  expect((await it.command("anna", "household.add-member", { householdId, ...again })).status).toBe(200);
  expect((await it.command("zofia", "household.add-member", { householdId, ...member(child, "CHILD") })).status).toBe(
    404,
  );
  expect(
    await it.command("marta", "household.end-member", { memberId: again.memberId, validUntil: "2026-08-01" }),
  ).toMatchObject({
    status: 403,
  });
});

test("a representative ends on a day, not before the first, and the file says so", async () => {
  const personId = await make("Podopieczny");
  const representativeId = uuidv7();
  const recorded = {
    representativeId,
    personId,
    kind: "CURATOR",
    name: "Maria Kurator",
    contact: null,
    scope: null,
    rulingRef: "III RNs 12/26",
    validFrom: "2026-03-01",
    validUntil: null,
  };
  expect((await it.command("anna", "representative.record", recorded)).status).toBe(200);
  const end = (validUntil: string) => it.command("anna", "representative.end", { representativeId, validUntil });
  expect(await end("2026-02-28")).toMatchObject({ status: 400 });
  expect((await end("2026-11-22")).status).toBe(200);
  expect((await it.get("anna", `/people/${personId}/representatives`)).body.representatives).toMatchObject([
    { name: "Maria Kurator", validUntil: "2026-11-22" },
  ]);
  expect(await lines(personId)).toEqual(expect.arrayContaining(["representative.recorded", "representative.ended"]));
  expect((await it.command("zofia", "representative.end", { representativeId, validUntil: "2026-11-22" })).status).toBe(
    404,
  );
});
