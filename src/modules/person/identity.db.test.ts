import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
async function make(fields: object, more: object = {}, by: PersonOfFixture = "anna", unitId: string = world.office) {
  const personId = uuidv7();
  expect((await it.command(by, "person.record", { personId, unitId, fields, ...more })).status).toBe(200);
  return personId;
}
const read = async (id: string, by: PersonOfFixture = "anna") => (await it.get(by, `/people/${id}`)).body;
const found = async (text: string) =>
  ((await it.post("anna", "/people/search", { text })).body.people as { id: string }[]).map(({ id }) => id);

test("step by step up the ladder: the number stays, the alias is kept and still finds (R-ID-04)", async () => {
  const personId = await make({ alias: "Skrzypek" });
  const { personNo } = await read(personId);
  const named = { personId, firstName: "Edward", lastName: "Stachura", personKnows: true };
  expect(await it.command("anna", "person.identify", named)).toMatchObject({ status: 200, body: { version: 2 } });
  const pesel = { personId, pesel: "44051401359", personKnows: true };
  expect((await it.command("anna", "person.identify", pesel)).status).toBe(200);
  expect(await read(personId)).toMatchObject({
    personNo,
    step: "PESEL",
    name: "Edward Stachura",
    fields: { alias: "Skrzypek", birthDate: "1944-05-14" },
  });
  expect(await found("skrzypek")).toEqual([personId]);
  const history = (await it.get("anna", `/people/${personId}/history`)).body;
  expect(history).toMatchObject({
    names: [{ kind: "ALIAS" }, { kind: "NAME", name: "Edward Stachura" }],
    steps: [
      { fromStep: "ALIAS", toStep: "NAMED" },
      { fromStep: "NAMED", toStep: "PESEL" },
    ],
  });
});

test("history is joined only with the person's knowledge (R-GDPR-07)", async () => {
  const personId = await make({ alias: "Niewiedzący" });
  const answer = await it.command("anna", "person.identify", { personId, firstName: "Jan", personKnows: false });
  expect(answer).toMatchObject({ status: 422, body: { code: "person.identified_without_knowledge" } });
  expect(await read(personId)).toMatchObject({ step: "ALIAS" });
});

test("edits of different fields at once both hold; of the same field, both values are shown", async () => {
  const personId = await make({ firstName: "Jan", lastName: "Zmienny", phone: "600100200" });
  const change = (fields: object, base: number) => it.command("anna", "person.change", { personId, fields }, { base });
  expect((await change({ phone: "700700700" }, 1)).body).toMatchObject({ version: 2 });
  expect((await change({ occupation: "stolarz" }, 1)).body).toMatchObject({ version: 3 });
  expect(await change({ phone: "800800800" }, 1)).toMatchObject({
    status: 409,
    body: {
      code: "record.changed",
      details: { fields: [{ field: "phone", theirs: "+48700700700", yours: "+48800800800" }] },
    },
  });
  expect(await read(personId)).toMatchObject({ version: 3, fields: { phone: "+48700700700", occupation: "stolarz" } });
  expect((await change({ phone: "700700700" }, 3)).body).toMatchObject({ version: 3 });
});

test("an edit says what it was made from, and days that cannot be are told at the field", async () => {
  const personId = await make({ firstName: "Jan" });
  expect((await it.command("anna", "person.change", { personId, fields: { phone: null } })).body.code).toBe(
    "record.base_missing",
  );
  const future = { personId, fields: { birthDate: "2027-01-01" } };
  expect((await it.command("anna", "person.change", future, { base: 1 })).body.errors).toEqual([
    { path: "payload.fields.birthDate", code: "person.day_in_future" },
  ]);
});

test("a field that the role does not see cannot be written either", async () => {
  const personId = await make({ alias: "Ulica" }, {}, "marta", world.team);
  const fields = { otherIdNumber: "ABC", alias: "Droga" };
  expect(await it.command("marta", "person.change", { personId, fields }, { base: 1 })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "payload.fields.otherIdNumber", code: "person.field_not_yours" }] },
  });
});

test("another's person cannot be changed, and does not exist", async () => {
  const personId = await make({ alias: "Cudzy" });
  const tries: [string, object][] = [
    ["person.change", { personId, fields: {} }],
    ["person.identify", { personId, firstName: "X", personKnows: true }],
    ["person.step-back", { personId, reason: "próba" }],
  ];
  for (const [type, payload] of tries)
    for (const by of ["marta", "zofia"] as const)
      expect(await it.command(by, type, payload, { base: 1 })).toMatchObject({
        status: 404,
        body: { code: "person.not_found" },
      });
});

test("dated facts are a history; a safety flag runs out after six months and is renewed with a reason (R-OUT-11)", async () => {
  const personId = await make({ alias: "Pies" });
  const add = (kind: string, value: string, more: object = {}) =>
    it.command("anna", "person.add-fact", {
      factId: uuidv7(),
      personId,
      kind,
      value,
      validFrom: "2026-11-22",
      validUntil: null,
      ...more,
    });
  expect((await add("HOUSING", "3", { validFrom: "2026-01-01" })).status).toBe(200);
  expect((await add("HOUSING", "1")).status).toBe(200);
  expect((await add("SAFETY_FLAG", "DOG")).status).toBe(200);
  expect((await add("SAFETY_FLAG", "DOG")).body.code).toBe("person.flag_renewal_without_reason");
  expect((await add("SAFETY_FLAG", "DOG", { detail: { reason: "nadal chodzi z psem" } })).status).toBe(200);
  expect((await add("HOUSING", "99")).body.errors).toEqual([{ path: "payload.value", code: "field.invalid" }]);
  expect((await add("CAPACITY", "SUPPORTED_DECISION")).status).toBe(200);
  const facts = (await read(personId)).facts as { kind: string; value: string; validUntil: string | null }[];
  expect(facts.filter(({ kind }) => kind === "HOUSING").map(({ value }) => value)).toEqual(["1", "3"]);
  expect(facts.find(({ kind }) => kind === "SAFETY_FLAG")?.validUntil).toBe("2027-05-22");
});

test("capacity decides who signs; a fact withdrawn no longer does (R-CAP-02, R-CAP-05)", async () => {
  const personId = await make({ firstName: "Zofia", birthDate: "1980-01-01" });
  const factId = uuidv7();
  const fact = {
    factId,
    personId,
    kind: "CAPACITY",
    value: "PARTIALLY_INCAPACITATED",
    validFrom: "2020-01-01",
    validUntil: null,
  };
  const withdraw = { factId, reason: "pomylona osoba" };
  await it.command("anna", "person.add-fact", fact);
  expect((await read(personId)).signatures).toEqual([
    { who: "PERSON", act: "SIGNS" },
    { who: "CURATOR", act: "CONSENTS" },
  ]);
  expect((await it.command("anna", "person.withdraw-fact", withdraw)).status).toBe(200);
  expect((await read(personId)).signatures).toEqual([{ who: "PERSON", act: "SIGNS" }]);
  expect((await it.command("anna", "person.withdraw-fact", withdraw)).body.code).toBe("person.fact_withdrawn");
});

test("a notice may be oral, a consent may not; sharing names its recipients (R-GDPR-06)", async () => {
  const personId = await make({ firstName: "Zgodny" });
  const consent = (more: object) =>
    it.command("anna", "consent.record", {
      consentId: uuidv7(),
      personId,
      kind: "NOTICE_GIVEN",
      purpose: "praca socjalna",
      recipients: [],
      textVersion: "klauzula 2026-01",
      givenAt: "2026-11-22T09:00:00Z",
      channel: "ORAL_NOTED",
      signedFileId: null,
      ...more,
    });
  expect((await consent({})).status).toBe(200);
  expect((await consent({ kind: "IMAGE" })).body.code).toBe("consent.oral_only_for_notice");
  const sharing = { kind: "DATA_SHARING_WITH_PARTNER", channel: "WRITTEN" };
  expect((await consent(sharing)).body.code).toBe("consent.recipients_missing");
  const consentId = uuidv7();
  expect((await consent({ ...sharing, consentId, recipients: ["MOPS Radom"] })).status).toBe(200);
  const withdraw = { consentId, effect: "nie przekazujemy dalej" };
  expect((await it.command("anna", "consent.withdraw", withdraw)).status).toBe(200);
  expect((await it.command("anna", "consent.withdraw", withdraw)).body.code).toBe("consent.already_withdrawn");
  expect((await it.get("anna", `/people/${personId}/consents`)).body.consents).toHaveLength(2);
  expect((await it.get("marta", `/people/${personId}/consents`)).status).toBe(404);
});

test("representatives and households stand in the file", async () => {
  const personId = await make({ firstName: "Matka" });
  const childId = await make({ firstName: "Dziecko" });
  const representativeId = uuidv7();
  const representative = {
    representativeId,
    personId,
    kind: "CURATOR",
    name: "Jan Kurator",
    contact: null,
    scope: null,
    rulingRef: "III RNs 1/20",
  };
  const period = { validFrom: "2020-01-01", validUntil: null };
  expect((await it.command("anna", "representative.record", { ...representative, ...period })).status).toBe(200);
  expect((await it.command("anna", "representative.end", { representativeId, validUntil: "2026-11-01" })).status).toBe(
    200,
  );
  expect((await it.get("anna", `/people/${personId}/representatives`)).body.representatives).toEqual([
    expect.objectContaining({ kind: "CURATOR", validUntil: "2026-11-01" }),
  ]);
  const member = (id: string, relation: string) => ({
    memberId: uuidv7(),
    personId: id,
    relation,
    validFrom: "2026-01-01",
  });
  const household = {
    householdId: uuidv7(),
    name: null,
    members: [member(personId, "SELF"), member(childId, "CHILD")],
  };
  expect((await it.command("anna", "household.record", household)).status).toBe(200);
  expect((await it.get("anna", `/people/${childId}/households`)).body.households).toMatchObject([
    { members: [{ name: "Matka" }, { name: "Dziecko" }] },
  ]);
});

test("a consent keeps the exact wording it was given to; versions do not change, and the signed page opens within reach", async () => {
  const [textId, consentId, fileId] = [uuidv7(), uuidv7(), uuidv7()];
  const text = { textId, kind: "IMAGE", version: "2026-01", body: "Zgadzam się na zdjęcie.", validFrom: "2026-01-01" };
  expect((await it.command("anna", "consent-text.publish", text)).status).toBe(403);
  expect((await it.command("tomasz", "consent-text.publish", text)).status).toBe(200);
  expect((await it.command("tomasz", "consent-text.publish", { ...text, textId: uuidv7() })).body.code).toBe(
    "consent.version_taken",
  );
  const later = { ...text, textId: uuidv7(), version: "2027-01", validFrom: "2027-01-01" };
  await it.command("adam", "consent-text.publish", later);
  expect((await it.get("marta", "/consent-texts")).body.texts).toMatchObject([
    { version: "2027-01", current: false },
    { version: "2026-01", current: true },
  ]);
  const personId = await make({ firstName: "Zgodny" });
  const consent = {
    consentId,
    personId,
    kind: "IMAGE",
    purpose: "folder projektu",
    recipients: [],
    textId,
    textVersion: "co innego",
    givenAt: "2026-11-22T09:00:00Z",
    channel: "WRITTEN",
    signedFileId: null,
  };
  const record = (more: object) => it.command("anna", "consent.record", { ...consent, ...more });
  expect((await record({ kind: "RESEARCH_CONTACT" })).body.errors).toEqual([
    { path: "payload.textId", code: "consent.unknown_text" },
  ]);
  expect((await record({ signedFileId: fileId })).body.errors).toEqual([
    { path: "payload.signedFileId", code: "file.not_found" },
  ]);
  expect((await record({})).status).toBe(200);
  expect((await it.get("anna", `/people/${personId}/consents`)).body.consents).toMatchObject([
    { textVersion: "2026-01", text: "Zgadzam się na zdjęcie.", signedBy: ["PERSON"], hasFile: false },
  ]);
  expect((await it.get("anna", `/consents/${consentId}/file`)).body.code).toBe("consent.no_file");
  expect((await it.get("marta", `/consents/${consentId}/file`)).body.code).toBe("person.not_found");
});

test("who is partially incapacitated signs a consent together with the curator (R-CAP-05)", async () => {
  const personId = await make({ firstName: "Zofia", birthDate: "1980-01-01" });
  const capacity = { kind: "CAPACITY", value: "PARTIALLY_INCAPACITATED", validFrom: "2020-01-01", validUntil: null };
  await it.command("anna", "person.add-fact", { factId: uuidv7(), personId, ...capacity });
  const record = (more: object) =>
    it.command("anna", "consent.record", {
      consentId: uuidv7(),
      personId,
      kind: "IMAGE",
      purpose: "folder",
      recipients: [],
      textVersion: "1",
      givenAt: "2026-11-22T09:00:00Z",
      channel: "WRITTEN",
      signedFileId: null,
      ...more,
    });
  expect((await record({})).body.code).toBe("person.signature_missing_curator");
  expect((await record({ signedBy: ["PERSON", "CURATOR"] })).status).toBe(200);
  expect((await record({ kind: "NOTICE_GIVEN", channel: "ORAL_NOTED" })).status).toBe(200);
  expect((await it.get("anna", `/people/${personId}`)).body.missing).not.toContain("notice");
});
