import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { people, testPassword, useTestHouse, world } from "../../../app/testing/house.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { uaFaults } from "../../../platform/testing/pdfUa.ts";
import { needTool, runTool } from "../../../platform/testing/tool.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { plainConsequences } from "../codes.ts";

const it = useTestHouse();
const LUBLIN = "0663011";

beforeAll(() => needTool("pdftotext"), 300_000);
afterAll(() => closeDocuments());

let lastNo = 0;
async function givenPerson(lastName: string) {
  const personId = uuidv7();
  lastNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, registration_teryt, recorded_by) values ($1, $2, $3, 'Wojciech', $4, '0662011', $5)",
    [world.agenda, personId, lastNo, lastName, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  return personId;
}

const party = (side: string, name: string) => ({ side, name, actsAs: null, representedBy: null, representation: null });
const duty = (side: string, what: string) => ({ dutyId: uuidv7(), side, what, dueOn: "2026-12-31" });
const send = async (type: string, payload: unknown) => {
  const answer = await it.command("anna", `contract.${type}`, payload);
  expect([type, answer.status, answer.body.code]).toEqual([type, 200, undefined]);
};

async function givenAgreed(lastName: string, homeless = false) {
  const personId = await givenPerson(lastName);
  const contractId = uuidv7();
  await send("draft", {
    contractId,
    personId,
    caseId: null,
    unitId: people.anna.unit,
    variant: "IA_IIA",
    socialWorkerId: it.accountOf("anna"),
    commune: LUBLIN,
    homeless,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata mieszkania.",
    resources: null,
    barriers: null,
    actionsSoFar: null,
    consequences: plainConsequences,
    parties: [party("PERSON", `Wojciech ${lastName}`), party("OPS", "MOPR w Lublinie")],
    evaluationDates: ["2027-02-28"],
  });
  const duties = [duty("PERSON", "Złoży wniosek."), duty("OPS", "Pomoże we wniosku.")];
  await send("set-duties", { contractId, duties, removed: [] });
  await send("agree", { contractId, agreedOn: "2026-11-20" });
  return { personId, contractId };
}
const sign = (contractId: string, signedAs: string, more: Record<string, unknown> = {}, type = "sign") =>
  send(type, {
    signatureId: uuidv7(),
    contractId,
    signedAs,
    name: "X",
    signedOn: "2026-11-22",
    method: "WET",
    ...more,
  });

async function textOf(path: string, login = "anna"): Promise<{ status: number; text: string }> {
  const session = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login, password: testPassword, kind: "token" },
  });
  const { token } = session.json<{ token: string }>();
  const answer = await it.server.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.statusCode !== 200) return { status: answer.statusCode, text: answer.body };
  const folder = mkdtempSync(join(tmpdir(), "powrot-packet-"));
  writeFileSync(join(folder, "packet.pdf"), answer.rawPayload);
  const text = runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "packet.pdf"), "-"]).replace(/\s+/g, " ");
  rmSync(folder, { recursive: true });
  return { status: 200, text };
}
const packetOf = async (personId: string) => (await it.get("anna", `/people/${personId}/packet`)).body.packets;

test("what somebody signs is listed by who still signs it, and leaves the list with the last signature", async () => {
  const { personId, contractId } = await givenAgreed("Żółć");
  const [first] = (await packetOf(personId)) as { papers: { number: string }[] }[];
  const number = first?.papers[0]?.number;
  expect(await packetOf(personId)).toEqual([
    {
      personId,
      personName: "Wojciech Żółć",
      papers: [
        {
          kind: "CONTRACT",
          id: contractId,
          number,
          waitsFor: [
            { signedAs: "PERSON", name: "Wojciech Żółć" },
            { signedAs: "OPS", name: expect.any(String) },
          ],
          since: "2026-11-20",
          to: `/contracts/${contractId}/sign`,
        },
      ],
    },
  ]);
  await sign(contractId, "PERSON");
  expect(await packetOf(personId)).toMatchObject([{ papers: [{ waitsFor: [{ signedAs: "OPS" }] }] }]);
  await sign(contractId, "OPS");
  expect(await packetOf(personId)).toEqual([]);
  await send("activate", { contractId, activeFrom: "2026-11-22" });
  const annexId = uuidv7();
  const annex = { annexId, contractId, agreedOn: "2026-11-22", what: "Nowy termin.", duties: [], fileId: null };
  await send("annex", { ...annex, evaluationDates: ["2027-01-20"] });
  expect(await packetOf(personId)).toMatchObject([
    {
      papers: [{ kind: "CONTRACT_ANNEX", id: `${contractId}.${annexId}`, number: `${number}/A1`, since: "2026-11-22" }],
    },
  ]);
  const { text } = await textOf(`/people/${personId}/packet/document`);
  expect(text).toContain("ANEKS NR 1 DO KONTRAKTU SOCJALNEGO");
  await sign(contractId, "PERSON", { annexId }, "sign-annex");
  await sign(contractId, "OPS", { annexId }, "sign-annex");
  expect(await packetOf(personId)).toEqual([]);
  expect((await textOf(`/people/${personId}/packet/document`)).text).toContain("packet.empty");
});

test("one print holds the list and each paper; what cannot be signed yet stands on the list with its reason", async () => {
  const ready = await givenAgreed("Ćwik");
  const waits = await givenAgreed("Ęsik", true);
  const all = await textOf("/packets/document");
  for (const words of ["Dokumenty do podpisu", "Wojciech Ćwik", "KONTRAKT SOCJALNY", "pracownik socjalny: ", "☐"])
    expect(all.text).toContain(words);
  expect(all.text).toContain("Jeszcze nie do podpisu");
  expect(all.text.match(/Strony kontraktu/g)).toHaveLength(1);
  const own = await textOf(`/people/${waits.personId}/packet/document`);
  expect(own.text).toContain("Treść nie jest uzgodniona z ośrodkiem ostatniego zameldowania");
  expect(own.text).not.toContain("Strony kontraktu");
  for (const { personId } of [ready, waits]) expect(await it.audited(personId)).toContain("packet.print done");
});

test("a written consent waits for its signed page, a profile for the person's answer; both are printed with the rest", async () => {
  const personId = await givenPerson("Śmiały");
  const consentId = uuidv7();
  const consent = {
    consentId,
    personId,
    kind: "DATA_SHARING_WITH_PARTNER",
    purpose: "Nocleg w łaźni Żabiej",
    recipients: ["Caritas"],
    textVersion: "2026-01",
    givenAt: "2026-11-20T10:00:00Z",
    channel: "WRITTEN",
    signedFileId: null,
  };
  expect((await it.command("anna", "consent.record", consent)).status).toBe(200);
  // told in person, or long ago: nothing to sign this morning
  for (const more of [
    { kind: "NOTICE_GIVEN", channel: "ORAL_NOTED" },
    { channel: "ELECTRONIC" },
    { givenAt: "2026-09-01T10:00:00Z" },
  ])
    expect((await it.command("anna", "consent.record", { ...consent, consentId: uuidv7(), ...more })).status).toBe(200);
  const notice = uuidv7();
  const told = { ...consent, consentId: notice, kind: "NOTICE_GIVEN", channel: "WRITTEN" };
  expect((await it.command("anna", "consent.record", told)).status).toBe(200);
  const pageOf = (id: string) =>
    it.server.inject({
      url: `/api/consents/${id}/document?print=large`,
      headers: { authorization: `Bearer ${it.tokenOf("anna")}` },
    });
  expect((await pageOf(notice)).json()).toMatchObject({ code: "consent.not_written" });
  expect(uaFaults((await pageOf(consentId)).rawPayload)).toEqual([]);
  const [caseId, profileId] = [uuidv7(), uuidv7()];
  const opened = { caseId, personId, unitId: world.office, openedOn: "2026-11-10", leaderId: it.accountOf("anna") };
  expect((await it.command("anna", "case.open", opened)).status).toBe(200);
  const changes = { texts: { resources: "Fach w ręku: zdun" }, answers: {}, entries: [], removed: [] };
  const profile = { profileId, personId, caseId, occasion: "FIRST", changes };
  expect((await it.command("anna", "profile.record", profile)).status).toBe(200);
  const waiting = async () =>
    ((await packetOf(personId)) as { papers: { kind: string; id: string }[] }[])[0]?.papers.map(({ kind, id }) => [
      kind,
      id,
    ]);
  expect(await waiting()).toEqual([
    ["CONSENT", consentId],
    ["PROFILE", profileId],
  ]);
  const { text } = await textOf(`/people/${personId}/packet/document`);
  for (const words of ["Nocleg w łaźni Żabiej", "Caritas", "osoba: Wojciech Śmiały", "Fach w ręku: zdun"])
    expect(text).toContain(words);
  const fileId = uuidv7();
  await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf("anna")}`, "content-type": "application/octet-stream" },
    payload: Buffer.from("podpisana strona"),
  });
  const attach = (of: string) => it.command("anna", "consent.attach-page", { consentId: of, fileId });
  expect((await it.command("henryk", "consent.attach-page", { consentId, fileId })).status).toBe(403);
  expect((await it.command("anna", "consent.attach-page", { consentId, fileId: uuidv7() })).status).toBe(400);
  expect((await attach(consentId)).status).toBe(200);
  expect(await attach(consentId)).toMatchObject({ status: 422, body: { code: "consent.has_page" } });
  const page = await it.server.inject({
    url: `/api/consents/${consentId}/file`,
    headers: { authorization: `Bearer ${it.tokenOf("anna")}` },
  });
  expect(page.body).toBe("podpisana strona");
  const answer = { acceptanceId: uuidv7(), profileId, versionNo: 1, outcome: "ACCEPTED", way: "IN_PERSON" };
  const given = { ...answer, givenOn: "2026-11-22", words: "", fileId: null };
  expect((await it.command("anna", "profile.record-acceptance", given)).status).toBe(200);
  expect(await packetOf(personId)).toEqual([]);
});

test("who may not open every entry of a profile does not print it for signing", async () => {
  const personId = await givenPerson("Ukryty");
  const [caseId, profileId] = [uuidv7(), uuidv7()];
  const opened = { caseId, personId, unitId: world.office, openedOn: "2026-11-10", leaderId: it.accountOf("anna") };
  expect((await it.command("anna", "case.open", opened)).status).toBe(200);
  const entry = {
    kind: "LIFE_EVENT",
    id: uuidv7(),
    sensitivity: "COURT",
    on: "1998",
    area: "LAW",
    text: "stary wyrok",
  };
  const changes = { texts: {}, answers: {}, entries: [entry], removed: [] };
  const recorded = await it.command("anna", "profile.record", {
    profileId,
    personId,
    caseId,
    occasion: "FIRST",
    changes,
  });
  expect([recorded.status, recorded.body.code]).toEqual([200, undefined]);
  expect((await textOf(`/people/${personId}/packet/document`)).text).toContain("stary wyrok");
  const managers = (await textOf(`/people/${personId}/packet/document`, "henryk")).text;
  expect(managers).toContain("Część wpisów jest dla Ciebie zamknięta.");
  expect(managers).not.toContain("stary wyrok");
});

test("nobody sees what waits for people beyond their reach", async () => {
  const { personId } = await givenAgreed("Dal");
  const answers = [
    await it.get("zofia", `/people/${personId}/packet`),
    await it.get("beata", `/people/${personId}/packet`),
    await it.get("ewa", "/packets"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 403, 403]);
  expect(JSON.stringify((await it.get("zofia", "/packets")).body)).not.toContain(personId);
  expect((await textOf(`/people/${personId}/packet/document`, "zofia")).status).toBe(404);
});
