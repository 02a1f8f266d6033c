import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { enrolPhone, type Phone } from "../../app/testing/phone.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { ConflictList } from "./contract.ts";

const it = useTestHouse();
let phone: Phone;

async function givenPerson(fields: object = { alias: "Broda" }): Promise<string> {
  const personId = uuidv7();
  const made = await it.command("joanna", "person.record", { personId, unitId: world.team, fields });
  expect(made).toMatchObject({ status: 200 });
  return personId;
}
const change = (name: PersonOfFixture, personId: string, fields: object, base: number) =>
  it.command(name, "person.change", { personId, fields }, { base });
const listOf = (name: PersonOfFixture, recordId?: string) =>
  it.read(name, recordId ? `/conflicts?recordId=${recordId}` : "/conflicts", ConflictList);
const decide = (name: PersonOfFixture, conflictId: string, base: number, choice: string, value?: unknown) =>
  it.command(name, "conflict.decide", { conflictId, choice, ...(value === undefined ? {} : { value }) }, { base });
const fieldsOf = async (personId: string) =>
  (await it.get("joanna", `/people/${personId}`)).body.fields as Record<string, unknown>;

/** Joanna renames a person whom Marta renames on her phone without network. */
async function givenConflict(): Promise<{ personId: string; conflictId: string }> {
  const personId = await givenPerson();
  expect(await change("joanna", personId, { alias: "Brodacz" }, 1)).toMatchObject({ status: 200 });
  const fields = { alias: "Wąs", safeContactNote: "przez siostrę" };
  const [result] = await phone.deliver([await phone.act("person.change", { personId, fields }, { base: 1 })]);
  expect(result).toMatchObject({ outcome: "kept", version: 3, conflictId: expect.any(String) });
  return { personId, conflictId: result?.conflictId ?? "" };
}

beforeAll(async () => {
  phone = await enrolPhone(it, "marta");
  await phone.askToken();
});

test("what nobody else changed goes through; of the rest both values stay, with who and when", async () => {
  const { personId, conflictId } = await givenConflict();
  expect(await fieldsOf(personId)).toMatchObject({ alias: "Brodacz", safeContactNote: "przez siostrę" });
  const line = {
    id: conflictId,
    recordType: "person",
    recordId: personId,
    recordName: "Brodacz",
    version: 3,
    field: "alias",
    mine: "Wąs",
    theirs: "Brodacz",
    mineAt: it.clock.now().toISOString(),
    theirsAt: it.clock.now().toISOString(),
  };
  expect((await listOf("joanna", personId)).conflicts).toMatchObject([{ ...line, own: false }]);
  expect((await listOf("marta", personId)).conflicts).toMatchObject([{ ...line, own: true }]);
  const [shown] = (await listOf("marta", personId)).conflicts;
  expect([shown?.mineBy, shown?.theirsBy]).toEqual([expect.stringMatching(/marta/i), expect.stringMatching(/joanna/i)]);
  const held = (await phone.pullAll(null)).records.filter(({ kind }) => kind === "street.conflict");
  expect(held).toMatchObject([{ id: conflictId, personId, body: { mine: "Wąs", theirs: "Brodacz" } }]);
  const { rows } = await it.owner.query("select c::text || e::text as text from conflict c, event e");
  expect(rows.some(({ text }) => /Wąs|Brodacz/.test(text))).toBe(false);
});

test("a person decides: mine, theirs or another one; it is written by the record's own act and is in the audit", async () => {
  const cases = [
    ["MINE", undefined, "Wąs"],
    ["THEIRS", undefined, "Brodacz"],
    ["OTHER", "Wąsacz", "Wąsacz"],
  ] as const;
  for (const [choice, value, alias] of cases) {
    const { personId, conflictId } = await givenConflict();
    expect(await decide("joanna", conflictId, 3, choice, value)).toMatchObject({ status: 200 });
    expect(await fieldsOf(personId)).toMatchObject({ alias });
    expect((await listOf("joanna", personId)).conflicts).toEqual([]);
    expect(await it.audited(conflictId)).toEqual(["conflict.decide done"]);
    expect(await decide("marta", conflictId, 4, "MINE")).toMatchObject({
      status: 422,
      body: { code: "conflict.already_decided" },
    });
  }
});

test("two at once decide once; a field changed again since is shown first, and the conflict stays open", async () => {
  const one = await givenConflict();
  const both = await Promise.all([
    decide("joanna", one.conflictId, 3, "MINE"),
    decide("marta", one.conflictId, 3, "OTHER", "Ktoś"),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const other = await givenConflict();
  await change("joanna", other.personId, { alias: "Brodaty" }, 3);
  const late = await decide("marta", other.conflictId, 3, "MINE");
  expect(late).toMatchObject({ status: 409, body: { code: "record.changed" } });
  expect((await listOf("marta", other.personId)).conflicts).toMatchObject([{ theirs: "Brodaty", version: 4 }]);
  expect(await decide("marta", other.conflictId, 4, "MINE")).toMatchObject({ status: 200 });
  const unfit = await givenConflict();
  expect(await decide("joanna", unfit.conflictId, 3, "OTHER", { no: "text" })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "payload.value", code: "conflict.value_unfit" }] },
  });
});

test("once whereabouts are protected, the next pull takes the conflict off the phone, too", async () => {
  const { personId, conflictId } = await givenConflict();
  const { cursor, records } = await phone.pullAll(null);
  expect(records.map(({ id }) => id)).toContain(conflictId);
  expect(await change("joanna", personId, { protectedWhereabouts: true }, 3)).toMatchObject({ status: 200 });
  const after = await phone.pullAll(cursor);
  expect(after.records).toContainEqual({ kind: "street.conflict", id: conflictId, gone: true });
});

test("two edits of one field on one phone are no conflict with oneself, in one batch, in two, and sent again", async () => {
  const rename = (personId: string, alias: string) =>
    phone.act("person.change", { personId, fields: { alias } }, { base: 1 });
  const one = await givenPerson();
  const batch = [await rename(one, "Wąs"), await rename(one, "Wąsacz")];
  const done = await phone.deliver(batch);
  expect(done).toMatchObject([
    { outcome: "done", version: 2 },
    { outcome: "done", version: 3 },
  ]);
  expect(await phone.deliver(batch)).toEqual(done);
  const two = await givenPerson();
  const [first, second] = [await rename(two, "Wąs"), await rename(two, "Wąsacz")];
  await phone.deliver([first]);
  await phone.deliver([first]);
  expect(await phone.deliver([second])).toMatchObject([{ outcome: "done", version: 3 }]);
  for (const personId of [one, two]) {
    expect(await fieldsOf(personId)).toMatchObject({ alias: "Wąsacz" });
    expect((await listOf("marta", personId)).conflicts).toEqual([]);
  }
  // who edits between is somebody else, and so are one's own other phone and one's own desk
  const three = await givenPerson();
  const third = [await rename(three, "Wąs"), await rename(three, "Wąsacz")];
  await phone.deliver(third.slice(0, 1));
  await change("joanna", three, { alias: "Brodacz" }, 2);
  expect(await phone.deliver(third.slice(1))).toMatchObject([{ outcome: "kept" }]);
  const other = await enrolPhone(it, "marta");
  await other.askToken();
  const four = await givenPerson();
  const fields = { alias: "Wąs" };
  const onOther = await other.act("person.change", { personId: four, fields }, { base: 1 });
  expect(await other.deliver([onOther])).toMatchObject([{ outcome: "done" }]);
  expect(await phone.deliver([await rename(four, "Wąsacz")])).toMatchObject([{ outcome: "kept" }]);
  const five = await givenPerson();
  await change("marta", five, { alias: "Przy biurku" }, 1);
  expect(await phone.deliver([await rename(five, "Na ulicy")])).toMatchObject([{ outcome: "kept" }]);
});

test("another organisation, unit or role neither sees nor decides it", async () => {
  const { personId, conflictId } = await givenConflict();
  for (const name of ["zofia", "anna"] as const) {
    expect((await listOf(name, personId)).conflicts).toEqual([]);
    expect(await decide(name, conflictId, 3, "MINE")).toMatchObject({
      status: 404,
      body: { code: "conflict.not_found" },
    });
  }
  expect((await it.get("krysia", "/conflicts")).status).toBe(403);
  expect(await decide("krysia", conflictId, 3, "MINE")).toMatchObject({ status: 403 });
  // a field that is not for this reader any more is not shown to them either (C7)
  await it.owner.query("update conflict set field = 'phone' where id = $1", [conflictId]);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect((await listOf("marta", personId)).conflicts).toEqual([]);
  expect(await decide("marta", conflictId, 3, "MINE")).toMatchObject({ status: 404 });
  const held = (await phone.pullAll(null)).records.filter(({ kind }) => kind === "street.conflict");
  expect(held.filter((record) => "personId" in record && record.personId === personId)).toEqual([]);
});

test("the same entry twice keeps one conflict, another entry one more", async () => {
  const { personId } = await givenConflict();
  const act = await phone.act("person.change", { personId, fields: { alias: "Inny" } }, { base: 1 });
  const [first] = await phone.deliver([act]);
  const [again] = await phone.deliver([act]);
  expect(again).toEqual(first);
  expect((await listOf("marta", personId)).conflicts.map(({ mine }) => mine)).toEqual(["Wąs", "Inny"]);
});

test("who was named in the office meanwhile keeps that name; the phone's other one is a proposal (R-ID-04)", async () => {
  const personId = await givenPerson({ alias: "Cichy" });
  await it.command("joanna", "person.identify", { personId, firstName: "Jan", lastName: "Kowal", personKnows: true });
  const payload = { personId, firstName: "Janusz", lastName: "Kowal", birthDate: "1970-01-02", personKnows: true };
  const [result] = await phone.deliver([await phone.act("person.identify", payload)]);
  expect(result).toMatchObject({ outcome: "kept" });
  expect(await fieldsOf(personId)).toMatchObject({ firstName: "Jan", lastName: "Kowal", birthDate: "1970-01-02" });
  const { conflicts } = await listOf("joanna", personId);
  expect(conflicts).toMatchObject([{ field: "firstName", mine: "Janusz", theirs: "Jan" }]);
  expect(await decide("joanna", conflicts[0]?.id ?? "", conflicts[0]?.version ?? 0, "MINE")).toMatchObject({
    status: 200,
  });
  expect(await fieldsOf(personId)).toMatchObject({ firstName: "Janusz", lastName: "Kowal" });
});

test("a place is merged field by field too, also what is sealed of it", async () => {
  const siteId = uuidv7();
  const site = { siteId, name: "Altanki", siteType: "ALLOTMENT_HUT", area: "Działki" };
  await it.command("marta", "site.record", { ...site, exact: { access: "druga brama" } });
  const edit = (fields: object, base: number) => it.command("joanna", "site.change", { siteId, fields }, { base });
  expect(await edit({ access: "trzecia brama", hazards: ["DOGS"] }, 1)).toMatchObject({ status: 200 });
  const fields = { access: "dziura w płocie", status: "EMPTY" };
  const [result] = await phone.deliver([await phone.act("site.change", { siteId, fields }, { base: 1 })]);
  expect(result).toMatchObject({ outcome: "kept", version: 3 });
  const [line] = (await listOf("joanna", siteId)).conflicts;
  expect(line).toMatchObject({
    recordName: "Altanki",
    field: "access",
    mine: "dziura w płocie",
    theirs: "trzecia brama",
  });
  expect(await edit({ access: "czwarta" }, 1)).toMatchObject({ status: 409, body: { code: "record.changed" } });
  expect(await decide("joanna", line?.id ?? "", 3, "MINE")).toMatchObject({ status: 200 });
  const { sites } = (await it.get("marta", "/outreach/sites")).body as { sites: { id: string }[] };
  expect(sites.find(({ id }) => id === siteId)).toMatchObject({
    status: "EMPTY",
    exact: { access: "dziura w płocie" },
    version: 4,
  });
  expect((await listOf("anna", siteId)).conflicts).toEqual([]);
  // a second edit made before the first was sent knows it
  const twice = [{ access: "od torów" }, { access: "od torów, furtka" }];
  const acts = await Promise.all(twice.map((said) => phone.act("site.change", { siteId, fields: said }, { base: 4 })));
  expect(await phone.deliver(acts)).toMatchObject([
    { outcome: "done", version: 5 },
    { outcome: "done", version: 6 },
  ]);
});
