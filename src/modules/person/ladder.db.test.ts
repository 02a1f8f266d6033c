import { expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
async function make(fields: object, more: object = {}) {
  const personId = uuidv7();
  const payload = { personId, unitId: world.office, fields, ...more };
  expect((await it.command("anna", "person.record", payload)).status).toBe(200);
  return personId;
}
const read = async (id: string) => (await it.get("anna", `/people/${id}`)).body;
const steps = async (id: string) =>
  (
    (await it.get("anna", `/people/${id}/history`)).body.steps as { act: string; fromStep: string; toStep: string }[]
  ).map(({ act, fromStep, toStep }) => `${act} ${fromStep}>${toStep}`);
const found = async (text: string) =>
  ((await it.post("anna", "/people/search", { text })).body.people as { id: string }[]).map(({ id }) => id);
const identify = (personId: string, known: object) =>
  it.command("anna", "person.identify", { personId, personKnows: true, ...known });
const back = (personId: string, type = "person.step-back") =>
  it.command("anna", type, { personId, reason: "podał cudze dane" });

test("from nobody known up to the PESEL and down again, rung by rung; the number stays, the history grows (R-ID-04)", async () => {
  const personId = await make({ sex: "M" });
  const { personNo } = await read(personId);
  expect(await read(personId)).toMatchObject({ step: "ANONYMOUS", name: `#${String(personNo)}` });
  expect((await identify(personId, { alias: "Skrzypek" })).status).toBe(200);
  expect((await identify(personId, { firstName: "Edward", lastName: "Stachura" })).status).toBe(200);
  expect((await identify(personId, { pesel: "44051401359" })).status).toBe(200);
  expect(await read(personId)).toMatchObject({ step: "PESEL", personNo, fields: { birthDate: "1944-05-14" } });

  expect((await back(personId)).status).toBe(200);
  expect(await read(personId)).toMatchObject({
    step: "NAMED",
    name: "Edward Stachura",
    pesel: null,
    fields: { birthDate: null },
  });
  expect((await back(personId)).status).toBe(200);
  expect(await read(personId)).toMatchObject({ step: "ALIAS", name: "Skrzypek", fields: { lastName: null } });
  expect(await found("stachura")).toEqual([]);
  expect((await back(personId)).status).toBe(200);
  expect(await read(personId)).toMatchObject({ step: "ANONYMOUS", personNo, fields: { alias: null, sex: "M" } });
  expect(await found("skrzypek")).toEqual([]);
  expect(await back(personId)).toMatchObject({ status: 422, body: { code: "person.no_step_before" } });
  expect(await steps(personId)).toEqual([
    "UP ANONYMOUS>ALIAS",
    "UP ALIAS>NAMED",
    "UP NAMED>PESEL",
    "DOWN PESEL>NAMED",
    "DOWN NAMED>ALIAS",
    "DOWN ALIAS>ANONYMOUS",
  ]);
});

test("steps taken back are given again one by one, until a new step is made (R-ID-04)", async () => {
  const personId = await make({ alias: "Cichy" });
  await identify(personId, { firstName: "Obcy", lastName: "Człowiek" });
  await identify(personId, { pesel: "63071955516" });
  const restore = () => back(personId, "person.restore-step");
  expect(await restore()).toMatchObject({ status: 422, body: { code: "person.no_step_taken_back" } });
  await back(personId);
  await back(personId);
  expect(await found("człowiek")).toEqual([]);
  expect((await restore()).status).toBe(200);
  expect(await read(personId)).toMatchObject({ step: "NAMED", name: "Obcy Człowiek" });
  expect(await found("człowiek")).toEqual([personId]);
  expect((await restore()).status).toBe(200);
  expect(await read(personId)).toMatchObject({ step: "PESEL", pesel: { last2: "16" } });
  await back(personId);
  await back(personId);
  await identify(personId, { firstName: "Inny" });
  expect((await restore()).body.code).toBe("person.no_step_taken_back");
});

test("a step back leaves what was edited since, beside the identity", async () => {
  const personId = await make({ alias: "Cichy" });
  await identify(personId, { lastName: "Mylny" });
  const { version } = await read(personId);
  const fields = { birthDate: "1980-02-03", occupation: "stolarz" };
  await it.command("anna", "person.change", { personId, fields }, { base: version as number });
  await back(personId);
  expect(await read(personId)).toMatchObject({ step: "ALIAS", fields: { ...fields, lastName: null } });
});

test("a number taken by another meanwhile is not given again", async () => {
  const personId = await make({ lastName: "Pierwszy" }, { pesel: "02270803624" });
  await back(personId);
  const other = await make({ lastName: "Drugi" }, { pesel: "02270803624" });
  expect(await back(personId, "person.restore-step")).toMatchObject({
    status: 409,
    body: { code: "person.pesel_taken", details: { personId: other } },
  });
});

test("an edit gives an alias, but neither gives nor takes a name: the ladder has acts of its own (R-GDPR-07)", async () => {
  const personId = await make({});
  const change = (fields: object, base: number) => it.command("anna", "person.change", { personId, fields }, { base });
  expect((await change({ lastName: "Nowak" }, 1)).body.code).toBe("person.identify_first");
  expect((await change({ alias: "Cichy" }, 1)).status).toBe(200);
  expect(await steps(personId)).toEqual(["UP ANONYMOUS>ALIAS"]);
  expect((await change({ alias: null }, 2)).body.code).toBe("person.step_back_first");
  await identify(personId, { lastName: "Nowak" });
  expect((await change({ lastName: "Nowakowski" }, 3)).status).toBe(200);
  expect((await change({ lastName: null }, 4)).body.code).toBe("person.step_back_first");
  expect(await read(personId)).toMatchObject({ step: "NAMED", name: "Nowakowski" });
});

test("who cannot edit a field cannot begin a file with it", async () => {
  const fields = { alias: "Ulica", otherIdNumber: "ABS123456" };
  expect(await it.command("marta", "person.record", { personId: uuidv7(), unitId: world.team, fields })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "payload.fields.otherIdNumber", code: "person.field_not_yours" }] },
  });
});
