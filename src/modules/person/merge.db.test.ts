import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
async function make(fields: object, more: object = {}, by: PersonOfFixture = "anna", unitId: string = world.office) {
  const personId = uuidv7();
  expect((await it.command(by, "person.record", { personId, unitId, fields, ...more })).status).toBe(200);
  return personId;
}
const read = (id: string, by: PersonOfFixture = "anna") => it.get(by, `/people/${id}`);
const merge = (keptId: string, mergedId: string, by: PersonOfFixture = "henryk", mergeId = uuidv7()) =>
  it.command(by, "person.merge", { mergeId, keptId, mergedId, reason: "ta sama osoba" });
/** Every row of every table of persons, as PostgreSQL writes it. */
async function everything(): Promise<string> {
  const tables = [
    "person",
    "person_name",
    "person_step",
    "person_fact",
    "person_section",
    "person_unit",
    "person_token",
    "duplicate_pair",
    "consent",
  ];
  const parts: string[] = [];
  for (const table of tables) {
    const { rows } = await it.owner.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from ${table} t`,
    );
    parts.push(rows[0]?.text ?? "");
  }
  return parts.join("\n--\n");
}

test("duplicates are named while typing, surest first, and only within reach (R-ID-07)", async () => {
  const same = await make({ firstName: "Jan", lastName: "Wójcik" }, { pesel: "44051401359" });
  const probable = await make({ firstName: "J.", lastName: "Wojcik", birthDate: "1963-07-19" });
  const met = await make({ alias: "Wąsaty" });
  const typed = { pesel: "44051401359", lastName: "WÓJCIK", birthDate: "1963-07-19", alias: "wasaty", metIds: [met] };
  const seek = async (by: PersonOfFixture, more: object = {}) =>
    (
      (await it.post(by, "/people/duplicates", { ...typed, ...more })).body.candidates as {
        person: { id: string };
        certainty: string;
      }[]
    ).map(({ person, certainty }) => [person.id, certainty]);
  expect(await seek("anna")).toEqual([
    [same, "certain"],
    [probable, "probable"],
    [met, "possible"],
  ]);
  expect(await seek("anna", { metIds: [], birthDate: null })).toEqual([[same, "certain"]]);
  expect(await seek("marta")).toEqual([]);
  expect(await seek("zofia")).toEqual([]);
  // each answer that named somebody, and each question by a whole PESEL, is in the audit; what was typed is not
  await seek("anna", { pesel: null });
  await seek("marta", { pesel: null });
  const { rows } = await it.owner.query<{ detail: { term: string; found: string[] } }>(
    "select detail from audit_entry where action = 'person.find-duplicates' order by at, xid",
  );
  expect(rows.map(({ detail }) => detail.found)).toEqual([[same, probable, met], [same], [], [], [probable, met]]);
  expect(JSON.stringify(rows)).not.toMatch(/44051401359|jcik|1963-07-19/i);
});

test("merging keeps both histories and undoing it restores every row (C65)", async () => {
  const keptId = await make({ firstName: "Adam", lastName: "Podwójny", birthDate: "1970-02-03" });
  const mergedId = await make({ alias: "Dubel" }, {}, "anna");
  await it.command("anna", "person.identify", {
    personId: mergedId,
    firstName: "Adam",
    lastName: "Podwojny",
    birthDate: "1970-02-03",
    personKnows: true,
  });
  await it.command("anna", "person.add-fact", {
    factId: uuidv7(),
    personId: mergedId,
    kind: "HOUSING",
    value: "1",
    validFrom: "2026-01-01",
    validUntil: null,
  });
  await it.command("henryk", "duplicate.find", {});
  const pairs = (await it.get("henryk", "/duplicates")).body.pairs as { one: { id: string }; other: { id: string } }[];
  expect(pairs.map(({ one, other }) => [one.id, other.id])).toContainEqual([keptId, mergedId].sort());

  const before = await everything();
  const mergeId = uuidv7();
  expect((await merge(keptId, mergedId, "henryk", mergeId)).status).toBe(200);
  const asOne = await read(mergedId);
  expect(asOne.body).toMatchObject({ id: keptId, mergedIds: [mergedId], facts: [{ kind: "HOUSING" }] });
  const byAlias = (await it.post("anna", "/people/search", { text: "dubel" })).body;
  expect(byAlias).toMatchObject({ total: 1, people: [{ id: keptId }] });
  expect((await it.post("anna", "/people/search", { text: "podwojny" })).body.total).toBe(1);
  expect(
    (await it.command("anna", "person.change", { personId: mergedId, fields: { phone: "600100200" } }, { base: 9 }))
      .body.code,
  ).toBe("person.merged");
  expect((await it.get("anna", `/people/${keptId}/merges`)).body.merges).toMatchObject([
    { mergedName: "Adam Podwojny", reason: "ta sama osoba", undoneAt: null },
  ]);

  expect((await it.command("henryk", "person.unmerge", { mergeId })).status).toBe(200);
  expect(await everything()).toBe(before);
  expect((await it.command("henryk", "person.unmerge", { mergeId })).body.code).toBe("person.merge_already_undone");
});

test("merges of merges are undone in turn", async () => {
  const [a, b, c] = [await make({ alias: "Aa" }), await make({ alias: "Bb" }), await make({ alias: "Cc" })];
  const before = await everything();
  const [first, second] = [uuidv7(), uuidv7()];
  await merge(b, c, "henryk", first);
  await merge(a, b, "henryk", second);
  expect((await read(c)).body).toMatchObject({ id: a });
  expect((await it.command("henryk", "person.unmerge", { mergeId: first })).body.code).toBe(
    "person.unmerge_later_first",
  );
  await it.command("henryk", "person.unmerge", { mergeId: second });
  expect((await read(c)).body).toMatchObject({ id: b });
  await it.command("henryk", "person.unmerge", { mergeId: first });
  expect(await everything()).toBe(before);
});

test("the number stays on the person, two numbers are two people, and nobody is merged with themselves", async () => {
  const one = await make({ lastName: "Jeden" }, { pesel: "02270803624" });
  const two = await make({ lastName: "Dwa" }, { pesel: "44051401358", peselNeedsChecking: true });
  const none = await make({ lastName: "Bez" });
  expect((await merge(one, two)).body.code).toBe("person.merge_two_pesels");
  expect((await merge(none, one)).body.code).toBe("person.merge_keep_pesel");
  expect((await merge(one, one)).body.code).toBe("person.merge_with_itself");
  expect((await merge(one, none)).status).toBe(200);
});

test("only coordinators merge; heads of the work wherever the records stand, the others within their units", async () => {
  const [here, also] = [await make({ alias: "Tu" }), await make({ alias: "Też tu" })];
  const there = await make({ alias: "Tam" }, {}, "marta", world.team);
  const abroad = await make({ alias: "Obcy" }, {}, "zofia", world.otherOffice);
  expect((await merge(here, also, "anna")).status).toBe(403);
  expect((await merge(here, also, "beata")).status).toBe(404);
  expect((await merge(here, there, "joanna")).status).toBe(404);
  expect((await merge(here, abroad)).status).toBe(404);
  expect((await merge(here, there)).status).toBe(200);
  expect((await read(there)).body).toMatchObject({ id: here });
});

test("two units' records of one person are listed, compared by what tells people apart, and joined by the head (R-ID-07)", async () => {
  const fields = { firstName: "Ewa", lastName: "Rozdwojona", birthDate: "1975-05-05" };
  const office = await make({ ...fields, phone: "600700800" });
  const street = await make({ ...fields, alias: "Ewka" }, {}, "marta", world.team);
  await it.command("henryk", "duplicate.find", {});
  const listed = async (by: PersonOfFixture) =>
    ((await it.get(by, "/duplicates")).body.pairs as { one: { id: string }; other: { id: string } }[])
      .map(({ one, other }) => [one.id, other.id].sort())
      .filter((ids) => ids.includes(office));
  expect(await listed("henryk")).toEqual([[office, street].sort()]);
  expect(await listed("joanna")).toEqual([]);
  expect((await read(street, "henryk")).status).toBe(404);
  const compared = await it.get("henryk", `/people/${office}/compare/${street}`);
  expect(compared.body).toMatchObject({
    one: { id: office, fields: { lastName: "Rozdwojona" } },
    other: { id: street, fields: { alias: "Ewka" } },
    refusals: { keepOne: null, keepOther: null },
  });
  expect(JSON.stringify(compared.body)).not.toContain("600700800");
  expect(await it.audited(office)).toContain("person.compare done");
  expect((await it.get("joanna", `/people/${office}/compare/${street}`)).status).toBe(404);
  expect((await it.get("anna", `/people/${office}/compare/${street}`)).status).toBe(403);
});

test("what was written after a merge stays where it was written when it is undone; the merged record is as it was", async () => {
  const keptId = await make({ firstName: "Późna", lastName: "Zmiana" });
  const mergedId = await make({ alias: "Wcześniejsza" });
  const before = (await read(mergedId)).body;
  const mergeId = uuidv7();
  await merge(keptId, mergedId, "henryk", mergeId);
  const fact = { kind: "HOUSING", value: "1", validFrom: "2026-11-01", validUntil: null };
  expect((await it.command("anna", "person.add-fact", { factId: uuidv7(), personId: mergedId, ...fact })).status).toBe(
    200,
  );
  await it.command("anna", "person.change", { personId: keptId, fields: { occupation: "kucharka" } }, { base: 1 });
  await it.command("anna", "person.identify", { personId: keptId, pesel: "04222907783", personKnows: true });
  expect((await read(mergedId)).body).toMatchObject({ id: keptId, step: "PESEL", facts: [fact] });
  expect((await it.command("henryk", "person.unmerge", { mergeId })).status).toBe(200);
  expect((await read(mergedId)).body).toEqual(before);
  expect((await read(keptId)).body).toMatchObject({ step: "PESEL", fields: { occupation: "kucharka" }, facts: [fact] });
});

test("sections, names and steps of a merged record are read at the kept one; protection is not lost by a merge (C7)", async () => {
  const keptId = await make({ lastName: "Zostająca" });
  const mergedId = await make({ alias: "Dołączona" });
  const caseId = uuidv7();
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, $2, $3, $4, '2026-11-01')",
    [world.agenda, caseId, mergedId, world.office],
  );
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, gen_random_uuid(), $2, $3, 'MEMBER', '2026-11-01')",
    [world.agenda, caseId, it.accountOf("anna")],
  );
  const content = { codes: ["ALCOHOL"], until: null, text: "z karty dołączonej" };
  await it.command("anna", "person.write-section", { personId: mergedId, section: "ADDICTION", content });
  expect(
    (
      await it.command("anna", "person.write-section", {
        personId: mergedId,
        section: "ADDICTION",
        content: { ...content, codes: ["DRAGONS"] },
      })
    ).body.errors,
  ).toEqual([{ path: "payload.content.codes", code: "field.invalid" }]);
  await merge(keptId, mergedId);
  expect((await it.get("anna", `/people/${keptId}/sections/ADDICTION`)).body).toMatchObject({
    version: 0,
    content: { codes: [], text: null },
    merged: [{ content }],
  });
  const names = (await it.get("anna", `/people/${keptId}/history`)).body.names as { name: string }[];
  expect(names.map(({ name }) => name)).toEqual(["Zostająca", "Dołączona"]);
  const hidden = await make({ alias: "Chroniona", protectedWhereabouts: true });
  const plain = await make({ alias: "Zwykła" });
  expect((await merge(plain, hidden)).body.code).toBe("person.merge_keep_protected");
  expect((await merge(hidden, plain)).status).toBe(200);
});

test("a merged person is within reach of who worked with either record", async () => {
  const keptId = await make({ alias: "Biuro" });
  const mergedId = await make({ alias: "Ulicznik" }, {}, "marta", world.team);
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    mergedId,
    world.office,
  ]);
  expect((await merge(keptId, mergedId)).status).toBe(200);
  expect((await read(keptId, "marta")).body).toMatchObject({ id: keptId });
  expect((await it.post("marta", "/people/search", { text: "biuro" })).body).toMatchObject({
    total: 1,
    people: [{ id: keptId }],
  });
});

test("two people, said once, are not asked about again", async () => {
  await make({ lastName: "Bliźniak", firstName: "A", birthDate: "1990-01-01" });
  await make({ lastName: "Blizniak", firstName: "B", birthDate: "1990-01-01" });
  const listed = async () =>
    (await it.get("henryk", "/duplicates")).body.pairs as { id: string; one: { name: string } }[];
  await it.command("henryk", "duplicate.find", {});
  const pair = (await listed()).find(({ one }) => one.name.includes("niak"));
  expect((await it.command("henryk", "duplicate.dismiss", { pairId: pair?.id })).status).toBe(200);
  await it.command("henryk", "duplicate.find", {});
  expect((await listed()).map(({ id }) => id)).not.toContain(pair?.id);
  expect((await it.command("henryk", "duplicate.dismiss", { pairId: pair?.id })).body.code).toBe(
    "duplicate.already_answered",
  );
});
