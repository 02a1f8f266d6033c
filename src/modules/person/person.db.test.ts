import { expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
const record = (fields: object, more: object = {}, unitId: string = world.office) => ({
  personId: uuidv7(),
  unitId,
  fields,
  ...more,
});
const file = async (name: Parameters<typeof it.get>[0], id: string) => (await it.get(name, `/people/${id}`)).body;

test("an alias is enough, a number is always issued, and sent twice it makes one person (R-ID-04)", async () => {
  const payload = record({ alias: "Broda" }, {}, world.team);
  const id = uuidv7();
  const first = await it.command("marta", "person.record", payload, { id });
  const again = await it.command("marta", "person.record", payload, { id });
  expect(first).toMatchObject({ status: 200, body: { version: 1, replayed: false } });
  expect(again).toMatchObject({ status: 200, body: { replayed: true } });
  expect(await file("marta", payload.personId)).toMatchObject({ name: "Broda", step: "ALIAS", level: "CORE" });
  expect(await it.audited(payload.personId)).toEqual(["person.record done", "person.read done"]);
});

test("twenty at once get twenty numbers without a gap", async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const payload = record({ alias: `Równoległy ${n}` });
      await it.command("anna", "person.record", payload);
      return Number((await file("anna", payload.personId)).personNo);
    }),
  );
  const sorted = made.sort((a, b) => a - b);
  expect(sorted.map((no) => no - (sorted[0] ?? 0))).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test("a valid PESEL tells birth date and sex, is sealed, and shows its last two digits", async () => {
  const payload = record({ firstName: "Jan", lastName: "Żółw" }, { pesel: "440514 01359" });
  expect((await it.command("anna", "person.record", payload)).status).toBe(200);
  expect(await file("anna", payload.personId)).toMatchObject({
    step: "PESEL",
    age: 82,
    fields: { birthDate: "1944-05-14", sex: "M" },
    pesel: { last2: "59", needsChecking: false },
  });
  expect((await it.get("anna", `/people/${payload.personId}/pesel`)).body).toEqual({
    pesel: "44051401359",
    needsChecking: false,
  });
  const { rows } = await it.owner.query("select row_to_json(p)::text as text from person p where id = $1", [
    payload.personId,
  ]);
  expect(rows[0].text).not.toContain("44051401359");
  expect(rows[0].text).not.toContain(Buffer.from("44051401359").toString("hex"));
});

test.each([
  ["44051401358", "pesel.checksum"],
  ["4405140135", "pesel.length"],
  ["99130112345", "pesel.date"],
])("PESEL %s is kept only as on the document, and stays marked (R-ID-03)", async (pesel, reason) => {
  const refused = await it.command("anna", "person.record", record({ alias: "Zły numer" }, { pesel }));
  expect(refused).toMatchObject({
    status: 422,
    body: { code: "person.pesel_needs_confirmation", details: { reason } },
  });
  const kept = record({ alias: "Zły numer" }, { pesel, peselNeedsChecking: true });
  expect((await it.command("anna", "person.record", kept)).status).toBe(200);
  expect(await file("anna", kept.personId)).toMatchObject({
    pesel: { needsChecking: true },
    warnings: ["person.pesel_needs_checking"],
  });
});

test("a declared sex that differs from the PESEL is a warning, not a block (R-ID-02)", async () => {
  const payload = record({ firstName: "Alex", sex: "M" }, { pesel: "02270803624" });
  expect((await it.command("anna", "person.record", payload)).status).toBe(200);
  expect((await file("anna", payload.personId)).warnings).toEqual(["person.sex_differs_from_pesel"]);
});

test("a PESEL taken names its person only to those who may see that person", async () => {
  const first = record({ lastName: "Pierwszy" }, { pesel: "63071955516", peselNeedsChecking: true });
  expect((await it.command("anna", "person.record", first)).status).toBe(200);
  const same = { pesel: "63071955516", peselNeedsChecking: true };
  expect(await it.command("anna", "person.record", record({ lastName: "Drugi" }, same))).toMatchObject({
    status: 409,
    body: { code: "person.pesel_taken", details: { personId: first.personId } },
  });
  const other = await it.command("marta", "person.record", record({ lastName: "Trzeci" }, same, world.team));
  expect(other).toMatchObject({ status: 422, body: { code: "person.not_recordable" } });
  expect(JSON.stringify(other.body)).not.toContain(first.personId);
  const elsewhere = record({ lastName: "Czwarty" }, same, world.otherOffice);
  expect((await it.command("zofia", "person.record", elsewhere)).status).toBe(200);
});

test("nobody records for a unit that is not theirs, and roles without the verb record nobody", async () => {
  expect(await it.command("marta", "person.record", record({ alias: "x" }))).toMatchObject({
    status: 422,
    body: { code: "person.unit_not_yours" },
  });
  for (const name of ["zdzislaw", "krysia", "marek", "tomasz", "adam"] as const)
    expect((await it.command(name, "person.record", record({ alias: "x" }, {}, world.club))).status).toBe(403);
});

test("there is no way to attach a scan of an identity document (R-ID-08)", async () => {
  const answer = await it.command("anna", "person.record", record({ alias: "x", idScan: "…" }));
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ path: "payload.fields.idScan", code: "field.unknown" }] },
  });
});

test("each role sees its columns of a file", async () => {
  const payload = record(
    { firstName: "Maria", lastName: "Widoczna", alias: "Mysz", otherIdNumber: "AB123", phone: "600100200" },
    { pesel: "02270803628" },
    world.club,
  );
  await it.owner.query("select 1");
  expect((await it.command("beata", "person.record", { ...payload, peselNeedsChecking: true })).status).toBe(200);
  const id = payload.personId;
  expect(await file("beata", id)).toMatchObject({ level: "FULL", fields: { otherIdNumber: "AB123" } });
  expect(await file("zdzislaw", id)).toMatchObject({
    level: "NAME_AND_ALERTS",
    name: "Maria Widoczna",
    fields: { firstName: "Maria", lastName: "Widoczna", alias: "Mysz", middleName: null },
    pesel: null,
    age: null,
  });
  expect(await file("krysia", id)).toMatchObject({ level: "NAME", pesel: null });
  const pseudonym = await file("marek", id);
  expect(pseudonym).toMatchObject({ level: "NUMBER", fields: {}, name: `#${pseudonym.personNo}` });
  expect(JSON.stringify(pseudonym)).not.toMatch(/Maria|Widoczna|Mysz|600100200/);
  for (const name of ["tomasz", "adam"] as const) expect((await it.get(name, `/people/${id}`)).status).toBe(403);
  for (const name of ["anna", "marta", "gosia", "zofia"] as const)
    expect(await it.get(name, `/people/${id}`)).toMatchObject({ status: 404, body: { code: "person.not_found" } });
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [world.agenda, id, world.team]);
  const street = await file("marta", id);
  expect(street).toMatchObject({ level: "CORE", pesel: { last2: "28" } });
  expect(street.fields).not.toHaveProperty("otherIdNumber");
  expect((await it.get("marta", `/people/${id}/pesel`)).status).toBe(403);
});
