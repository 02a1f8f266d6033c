import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
const ids: Record<string, string> = {};

async function make(
  name: string,
  fields: object,
  by: PersonOfFixture = "anna",
  unitId: string = world.office,
  more = {},
) {
  const personId = uuidv7();
  const answer = await it.command(by, "person.record", { personId, unitId, fields, ...more });
  expect(answer.status).toBe(200);
  ids[name] = personId;
}
async function find(by: PersonOfFixture, text: string, more: object = {}) {
  const { status, body } = await it.post(by, "/people/search", { text, ...more });
  expect(status).toBe(200);
  const { people, total } = body as { people: { id: string; name: string }[]; total: number };
  return { ids: people.map(({ id }) => id), names: people.map(({ name }) => name), total };
}

beforeAll(async () => {
  await make("kowalski", {
    firstName: "Zbigniew",
    lastName: "Kowalski",
    birthDate: "1963-07-19",
    registrationCommune: "Świdnica",
  });
  await make("kowalska", { firstName: "Żaneta", lastName: "Kowalska" }, "anna", world.office, { pesel: "02270803624" });
  await make("swiecicka", { firstName: "Anna Maria", lastName: "Święcicka-Łoś", previousLastNames: "Pączek" });
  await make("oneil", { firstName: "Sean", lastName: "O'Neil" });
  await make("shevchenko", { firstName: "Тарас", lastName: "Шевченко" });
  await make("broda", { alias: "Broda z dworca" }, "marta", world.team);
  await make("abroad", { firstName: "Zbigniew", lastName: "Kowalski" }, "zofia", world.otherOffice);
});

test.each([
  ["part of a name", "kowal", ["kowalska", "kowalski"]],
  ["two parts in any order", "kowalsk zbig", ["kowalski"]],
  ["misspelt", "Kowlaski", ["kowalski"]],
  ["misspelt first name with the surname", "Zbyszniew Kowalski", ["kowalski"]],
  ["without Polish letters", "swiecicka los", ["swiecicka"]],
  ["with Polish letters", "ŚWIĘCICKA", ["swiecicka"]],
  ["a surname of before", "paczek", ["swiecicka"]],
  ["an apostrophe", "oneil", ["oneil"]],
  ["Cyrillic", "шевчен", ["shevchenko"]],
  ["a year of birth", "1963", ["kowalski"]],
  ["a name and a year", "kowalski 1963", ["kowalski"]],
  ["a place", "swidnica", ["kowalski"]],
  ["a PESEL", "022708 03624", ["kowalska"]],
  ["nothing that is there", "brzęczyszczykiewicz", []],
  ["nothing typed", "  ", []],
  ["signs of the query language", "'; drop % _ \\", []],
])("%s finds", async (_what, text, wanted) => {
  const found = await find("anna", text);
  expect([...found.ids].sort()).toEqual(wanted.map((name) => ids[name]).sort());
  expect(found.total).toBe(wanted.length);
});

test("what fits exactly stands first", async () => {
  expect((await find("anna", "Kowalska")).names[0]).toBe("Żaneta Kowalska");
});

test("a number finds its person", async () => {
  const { body } = await it.get("anna", `/people/${ids.oneil}`);
  expect((await find("anna", `#${body.personNo}`)).ids).toContain(ids.oneil);
});

test("people out of reach are neither found nor counted", async () => {
  expect(await find("marta", "kowalski")).toEqual({ ids: [], names: [], total: 0 });
  expect((await find("marta", "broda")).ids).toEqual([ids.broda]);
  expect((await find("anna", "broda")).total).toBe(0);
  expect(await find("zofia", "kowalski")).toMatchObject({ ids: [ids.abroad], total: 1 });
  expect((await find("anna", "kowalski zbigniew")).total).toBe(1);
  expect((await find("ewa", "kowalski")).total).toBe(0); // team reach without a case
});

test("the count tells of all that may be seen, not of those listed", async () => {
  expect(await find("anna", "kowal", { limit: 1 })).toMatchObject({ ids: [expect.any(String)], total: 2 });
});

test("who knows people by number is told numbers, and finds nobody by name", async () => {
  expect((await find("marek", "kowalski")).total).toBe(0);
  const { body } = await it.get("anna", `/people/${ids.kowalska}`);
  expect(await find("marek", String(body.personNo))).toMatchObject({
    ids: [ids.kowalska],
    names: [`#${body.personNo}`],
  });
  expect((await find("marek", "02270803624")).total).toBe(0);
});

test("who sees no more than names learns neither a birth year nor a place by asking for them", async () => {
  expect((await find("krysia", "kowalski")).ids).toContain(ids.kowalski);
  for (const text of ["kowalski 1963", "kowalski świdnica", "1963", "świdnica"])
    expect([text, (await find("krysia", text)).total]).toEqual([text, 0]);
  expect((await find("anna", "kowalski 1963")).ids).toEqual([ids.kowalski]);
});

test("roles without people cannot search", async () => {
  for (const name of ["tomasz", "adam"] as const)
    expect((await it.post(name, "/people/search", { text: "a" })).status).toBe(403);
});

test("a search is one entry once typing rests: ids and a keyed hash, no term", async () => {
  const entries = async () =>
    (await it.owner.query("select detail from audit_entry where action = 'person.search'")).rows;
  const before = await entries();
  await find("anna", "kowalski zb");
  expect(await entries()).toHaveLength(before.length);
  await find("anna", "kowalski zb", { rested: true });
  const [last] = (await entries()).slice(before.length);
  expect(last.detail).toEqual({ term: expect.stringMatching(/^[0-9a-f]{64}$/), found: [ids.kowalski] });
});

test("the place of a person with protected whereabouts finds nobody", async () => {
  await make("hidden", {
    firstName: "Ukryta",
    lastName: "Osoba",
    registrationCommune: "Kanarkowo",
    protectedWhereabouts: true,
  });
  expect((await find("anna", "kanarkowo")).total).toBe(0);
  expect((await find("anna", "ukryta")).ids).toEqual([ids.hidden]);
});

test("20,000 people are searched without reading a table from end to end", async () => {
  const { owner } = it;
  await owner.query(
    `insert into person (organisation_id, id, person_no, first_name, last_name, alias, birth_date, step, recorded_by)
     select $1, gen_random_uuid(), 1000 + n, (array['Jan','Anna','Piotr','Ewa','Marek','Zofia','Adam','Iga'])[1 + n % 8],
       initcap(substr(translate(md5((n % 6000)::text), '0123456789', 'aeiouywkrz'), 1, 8)) || 'ski',
       case when n % 3 = 0 then 'Ksywa ' || n % 500 end, date '1950-01-01' + n % 20000, 'NAMED', $2 from generate_series(1, 20000) n`,
    [world.agenda, it.accountOf("anna")],
  );
  await owner.query(
    "insert into person_unit select organisation_id, id, $1, '2026-01-01' from person where person_no > 1000",
    [world.office],
  );
  await owner.query("analyze person, person_token, name_token, person_unit");
  const plans: string[] = [];
  owner.on("notice", (notice) => plans.push(notice.message ?? ""));
  await owner.query(
    "load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log",
  );
  await owner.query(
    "select set_config('powrot.organisation_id', $1, false), set_config('powrot.account_id', $2, false)",
    [world.agenda, it.accountOf("anna")],
  );
  for (const [words, no] of [
    ["kowlaski", null],
    ["jan kowal", null],
    ["ewa 1963", null],
    ["", 1234],
  ]) {
    const started = performance.now();
    await owner.query(
      "select * from find_people($1, $2, null, '{NAME,PLACE,YEAR}', false, $3::uuid[], true, '2026-11-22', '2026-11-22T10:00Z', 20)",
      [words, no, [world.office]],
    );
    expect(performance.now() - started).toBeLessThan(500);
  }
  const text = plans.filter((plan) => plan.includes("person_token")).join("\n");
  expect(text).toContain("name_token_alike");
  expect(text).not.toMatch(/Seq Scan on (public\.)?(person|person_token|name_token|person_unit)\b/);
});
