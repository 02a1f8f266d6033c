import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { Fact } from "./contract.ts";

const it = useTestHouse();
async function make(fields: object, team: PersonOfFixture[] = []) {
  const personId = uuidv7();
  expect((await it.command("anna", "person.record", { personId, unitId: world.office, fields })).status).toBe(200);
  const caseId = uuidv7();
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, $2, $3, $4, '2026-11-01')",
    [world.agenda, caseId, personId, world.office],
  );
  for (const name of team)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, gen_random_uuid(), $2, $3, 'MEMBER', '2026-11-01')",
      [world.agenda, caseId, it.accountOf(name)],
    );
  return personId;
}
const facts = async (personId: string, by: PersonOfFixture = "anna") =>
  (await it.get(by, `/people/${personId}`)).body.facts as Fact[];
const add = (personId: string, more: object, by: PersonOfFixture = "anna") =>
  it.command(by, "person.add-fact", {
    factId: uuidv7(),
    personId,
    kind: "HOUSING",
    value: "3",
    validFrom: "2026-01-01",
    validUntil: null,
    ...more,
  });
const correct = (factId: string, more: object, by: PersonOfFixture = "anna") =>
  it.command(by, "person.correct-fact", {
    factId,
    newFactId: uuidv7(),
    value: "1",
    validFrom: "2026-02-01",
    validUntil: null,
    reason: "pomylony miesiąc",
    ...more,
  });

test("a correction stands in the place of the wrong entry, which stays with who, when and why", async () => {
  const personId = await make({ alias: "Poprawiany" });
  const factId = uuidv7();
  const newFactId = uuidv7();
  await add(personId, { factId });
  expect((await correct(factId, { newFactId, reason: " " })).status).toBe(400);
  expect((await correct(factId, { value: "99" })).body.errors).toEqual([
    { path: "payload.value", code: "field.invalid" },
  ]);
  expect((await correct(factId, { newFactId, detail: { statutory: true } })).status).toBe(200);
  expect(await facts(personId)).toMatchObject([
    { id: newFactId, value: "1", correctsId: factId, withdrawnAt: null, detail: { statutory: true } },
    {
      id: factId,
      value: "3",
      withdrawnReason: "pomylony miesiąc",
      withdrawnBy: "Anna Próbna",
      recordedBy: "Anna Próbna",
    },
  ]);
  expect((await correct(factId, {})).body.code).toBe("person.fact_withdrawn");
  expect((await correct(newFactId, {}, "marta")).status).toBe(404);
});

test("an entry that has ended is not drawn out or shortened; that is a correction (R-OUT-11)", async () => {
  const personId = await make({ alias: "Skończony" });
  const [ended, flag] = [uuidv7(), uuidv7()];
  await add(personId, { factId: ended, validUntil: "2026-03-01" });
  await add(personId, { factId: flag, kind: "SAFETY_FLAG", value: "DOG", validFrom: "2026-11-01" });
  const end = (factId: string, validUntil: string) => it.command("anna", "person.end-fact", { factId, validUntil });
  expect((await end(ended, "2026-02-01")).body.code).toBe("person.fact_already_ended");
  expect((await end(flag, "2027-11-01")).body.code).toBe("person.fact_already_ended");
  expect((await end(flag, "2026-12-01")).status).toBe(200);
});

test("a detail that the kind does not know is refused; those it knows come back", async () => {
  const personId = await make({ alias: "Szczegół" });
  expect((await add(personId, { detail: { office: "PUP Radom" } })).body.errors).toEqual([
    { path: "payload.detail.office", code: "field.invalid" },
  ]);
  const income = { kind: "INCOME", value: "EMPLOYMENT", detail: { amountGrosze: 250_000 } };
  expect((await add(personId, income)).status).toBe(200);
  const pup = { kind: "PUP_REGISTRATION", value: "REGISTERED", detail: { office: "PUP Radom" } };
  expect((await add(personId, pup)).status).toBe(200);
  expect((await facts(personId)).map(({ detail }) => detail)).toEqual([pup.detail, income.detail]);
});

test("causes of homelessness that speak of health or addiction are sealed, and seen and written by who reads that section", async () => {
  const personId = await make({ alias: "Przyczyny" }, ["anna"]);
  const factId = uuidv7();
  const causes = ["EVICTION", "ADDICTION_ALCOHOL", "HEALTH"];
  const fact = { factId, kind: "HOMELESSNESS", value: "STATUTORY", detail: { episodeNo: 2, causes } };
  expect((await add(personId, fact, "janusz")).body.errors).toEqual([
    { path: "payload.detail.causes", code: "person.field_not_yours" },
  ]);
  expect((await add(personId, fact)).status).toBe(200);
  const { rows } = await it.owner.query("select f::text as text from person_fact f where id = $1", [factId]);
  expect(rows[0].text).not.toContain("ADDICTION");
  expect((await facts(personId))[0]?.detail).toEqual({ episodeNo: 2, causes });
  expect((await facts(personId, "janusz"))[0]?.detail).toEqual({ episodeNo: 2, causes: ["EVICTION"] });
  // a correction by who does not see them neither tells of them nor loses them
  const right = { value: "STATUTORY", detail: { episodeNo: 3, causes: ["DEBT"] } };
  expect((await correct(factId, right, "janusz")).status).toBe(200);
  expect((await facts(personId))[0]?.detail).toEqual({ episodeNo: 3, causes: ["DEBT", "ADDICTION_ALCOHOL", "HEALTH"] });
});

test("the registration of the file and its history say the same", async () => {
  const personId = await make({ alias: "Meldunek", registrationStatus: "NOT_REGISTERED" });
  expect(await facts(personId)).toMatchObject([
    { kind: "REGISTRATION", value: "NOT_REGISTERED", validFrom: "2026-11-22" },
  ]);
  await add(personId, {
    kind: "REGISTRATION",
    value: "REGISTERED_CAN_LIVE",
    validFrom: "2020-01-01",
    validUntil: "2025-01-01",
  });
  const status = async () =>
    ((await it.get("anna", `/people/${personId}`)).body.fields as { registrationStatus: string }).registrationStatus;
  expect(await status()).toBe("NOT_REGISTERED");
  const [now] = await facts(personId);
  await it.command("anna", "person.withdraw-fact", { factId: now?.id, reason: "jest zameldowany" });
  expect(await status()).toBe("UNKNOWN");
  const { version } = (await it.get("anna", `/people/${personId}`)).body;
  const fields = { registrationStatus: "REGISTERED_CANNOT_LIVE" };
  await it.command("anna", "person.change", { personId, fields }, { base: version as number });
  expect((await facts(personId)).filter(({ withdrawnAt }) => !withdrawnAt).map(({ value }) => value)).toEqual([
    "REGISTERED_CANNOT_LIVE",
    "REGISTERED_CAN_LIVE",
  ]);
});
