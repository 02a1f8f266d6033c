import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

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
const content = { codes: [], until: null, text: "KANARKOWA 7" };
const write = (by: PersonOfFixture, personId: string, section: string, base?: number, text = "KANARKOWA 7") =>
  it.command(
    by,
    "person.write-section",
    { personId, section, content: { ...content, text } },
    base === undefined ? {} : { base },
  );
const read = (by: PersonOfFixture, personId: string, section: string) =>
  it.get(by, `/people/${personId}/sections/${section}`);

test("special sections are sealed, opened by the roles of R-ACC in the team, and every opening is an entry", async () => {
  const personId = await make({ alias: "Chory" }, ["anna", "ewa", "robert"]);
  expect((await write("anna", personId, "HEALTH")).body).toMatchObject({ version: 1 });
  expect((await read("anna", personId, "HEALTH")).body).toMatchObject({ content, version: 1, writable: true });
  expect((await read("ewa", personId, "HEALTH")).body).toMatchObject({ writable: false });
  for (const name of ["robert", "henryk", "janusz"] as const)
    expect((await read(name, personId, "HEALTH")).status).toBe(404);
  expect((await write("anna", personId, "COURT")).status).toBe(200);
  for (const section of ["ETHNICITY", "COURT"])
    expect([section, (await read("ewa", personId, section)).status]).toEqual([section, 404]);
  const { rows } = await it.owner.query("select s::text as text from person_section s where person_id = $1", [
    personId,
  ]);
  expect(rows[0].text).not.toContain(Buffer.from("KANARKOWA").toString("hex"));
  expect((await it.audited(personId)).filter((line) => line === "person.read-section done")).toHaveLength(2);
});

test("two who write one section at once do not overwrite each other", async () => {
  const personId = await make({ alias: "Dwoje" }, ["anna"]);
  await write("anna", personId, "HEALTH");
  expect((await write("anna", personId, "HEALTH", 1)).body).toMatchObject({ version: 2 });
  expect((await write("anna", personId, "HEALTH", 1)).body.code).toBe("record.changed");
  expect((await write("anna", personId, "HEALTH")).body.code).toBe("record.changed");
});

test("protected whereabouts: who is not on the list hears what there is to hear of nothing (C7, C8)", async () => {
  const fields = {
    firstName: "Ukryta",
    lastName: "Matka",
    registrationCommune: "Kanarkowo",
    correspondenceAddress: "KANARKOWA 7",
    phone: "600700800",
  };
  const hidden = await make({ ...fields, protectedWhereabouts: true }, ["anna", "ewa", "henryk"]);
  const open = await make({ firstName: "Zwykła" }, ["anna", "ewa", "henryk"]);
  expect((await write("anna", hidden, "WHEREABOUTS")).status).toBe(200);
  expect((await read("anna", hidden, "WHEREABOUTS")).body).toMatchObject({ content });

  const never = await read("henryk", open, "WHEREABOUTS");
  const unlisted = await read("henryk", hidden, "WHEREABOUTS");
  const health = await read("henryk", hidden, "HEALTH");
  const told = ({ status, body }: typeof never) => [status, { ...body, requestId: null, instance: null }];
  expect(told(unlisted)).toEqual(told(never));
  expect(told(unlisted)).toEqual(told(health));
  expect(told(await write("henryk", hidden, "WHEREABOUTS"))).toEqual(told(await write("henryk", open, "WHEREABOUTS")));
  expect((await it.get("henryk", `/people/${hidden}/whereabouts-readers`)).status).toBe(404);

  for (const name of ["henryk", "ewa", "janusz"] as const) {
    const file = await it.get(name, `/people/${hidden}`);
    expect(JSON.stringify(file.body)).not.toMatch(/kanark|KANARK|Kanark|600700800|"WHEREABOUTS"/);
  }
  expect(
    (
      await it.command(
        "janusz",
        "person.change",
        { personId: hidden, fields: { protectedWhereabouts: false } },
        { base: 1 },
      )
    ).body.errors,
  ).toEqual([{ path: "payload.fields.protectedWhereabouts", code: "person.field_not_yours" }]);

  const reader = { personId: hidden, accountId: it.accountOf("henryk") };
  expect((await it.command("henryk", "person.name-whereabouts-reader", reader)).status).toBe(404);
  expect((await it.command("anna", "person.name-whereabouts-reader", reader)).status).toBe(200);
  expect((await read("henryk", hidden, "WHEREABOUTS")).body).toMatchObject({ content });
  expect((await it.get("henryk", `/people/${hidden}`)).body).toMatchObject({ fields: { phone: "+48600700800" } });
  expect((await it.command("anna", "person.remove-whereabouts-reader", reader)).status).toBe(200);
  expect((await read("henryk", hidden, "WHEREABOUTS")).status).toBe(404);
  expect(
    (await it.command("anna", "person.remove-whereabouts-reader", { ...reader, accountId: it.accountOf("anna") })).body
      .code,
  ).toBe("person.last_reader");

  const events = await it.owner.query(
    "select e::text as text from event e where person_id = $1 union all select a::text from audit_entry a where person_id = $1",
    [hidden],
  );
  expect(events.rows.map(({ text }) => text).join()).not.toMatch(/kanark|600700800/i);
});

test("nobody of another organisation names readers, and a stranger cannot be named", async () => {
  const personId = await make({ alias: "Schron", protectedWhereabouts: true });
  const stranger = { personId, accountId: it.accountOf("zofia") };
  expect((await it.command("anna", "person.name-whereabouts-reader", stranger)).body.errors).toEqual([
    { path: "payload.accountId", code: "person.unknown_reader" },
  ]);
  expect((await it.command("zofia", "person.name-whereabouts-reader", stranger)).status).toBe(404);
});
