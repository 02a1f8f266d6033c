import { beforeAll, expect, test } from "vitest";
import { testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { uaFaults } from "../../platform/testing/pdfUa.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { makeAccount, makeOrganisation, makeUnit } from "../organisation/setup.ts";

const it = useTestHouse("2026-12-18T10:00:00Z");
const personId = uuidv7();
const theirs = uuidv7();
const partnershipId = uuidv7();

const referral = (more: Record<string, unknown> = {}) => ({
  referralId: uuidv7(),
  shareId: uuidv7(),
  personId,
  toOrganisationId: world.elsewhere,
  kind: "STATUTORY",
  sections: ["CORE"],
  legalBasis: "ART_6_1_E",
  purpose: "Nocleg i posiłek",
  reason: "Śpi na dworcu, chce wejść do noclegowni",
  needs: ["SLEEPING_PLACE"],
  urgency: "TODAY",
  ...more,
});
type Known = {
  id: string;
  state: string;
  reason: string;
  steps: { kind: string; ours: boolean }[];
  feedbackDue: string;
};
async function sent(more: Record<string, unknown> = {}) {
  const payload = referral(more);
  expect(await it.command("anna", "referral.send", payload)).toMatchObject({ status: 200 });
  return payload;
}
const received = async (id: string) =>
  ((await it.get("zofia", "/referrals/received")).body.referrals as Known[]).find((one) => one.id === id);
const ofPerson = async (id: string) =>
  ((await it.get("anna", `/people/${personId}/referrals`)).body.referrals as Known[]).find((one) => one.id === id);
const decide = (referralId: string, more: Record<string, unknown>) =>
  it.command("zofia", "referral.decide", { stepId: uuidv7(), referralId, ...more });
const reasonOf = (referralId: string) => it.get("zofia", `/referrals/received/${referralId}`);
const consent = () => ({
  consentId: uuidv7(),
  personId,
  kind: "DATA_SHARING_WITH_PARTNER",
  purpose: "Leczenie i praca socjalna",
  recipients: ["OPS Gdzie Indziej"],
  textVersion: "1",
  givenAt: "2026-12-01T10:00:00Z",
  channel: "WRITTEN",
  signedFileId: null,
});
/** A paper of the sender's, stored. */
async function stored(who: "anna" | "henryk" = "anna"): Promise<string> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(who)}`, "content-type": "application/octet-stream" },
    payload: Buffer.from("Zaświadczenie o pobycie"),
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}
async function audits(organisationId: string, objectId: string): Promise<string[]> {
  const { rows } = await it.owner.query<{ action: string }>(
    "select action from audit_entry where organisation_id = $1 and object_id = $2 and outcome = 'done' order by xid, id",
    [organisationId, objectId],
  );
  return rows.map(({ action }) => action);
}

beforeAll(async () => {
  const insert = (organisationId: string, id: string, by: "anna" | "zofia") =>
    it.owner.query(
      "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, 1, 'NAMED', 'Jan', 'Broda', $3)",
      [organisationId, id, it.accountOf(by)],
    );
  await insert(world.agenda, personId, "anna");
  await insert(world.elsewhere, theirs, "zofia");
  for (const [organisationId, id, unit] of [
    [world.agenda, personId, world.office],
    [world.elsewhere, theirs, world.otherOffice],
  ])
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [organisationId, id, unit]);
  expect(await it.command("anna", "referral.send", referral())).toMatchObject({
    body: { code: "share.no_common_partnership" },
  });
  const period = { validFrom: "2026-01-01", validUntil: null };
  const members = [{ shortName: "gdzieindziej", ...period }];
  await it.command("adam", "partnership.record", {
    partnershipId,
    name: "Partnerstwo",
    purpose: null,
    ...period,
    members,
  });
  await it.owner.query("insert into partnership_joining values ($1, $2, $3, '2026-01-01T00:00:00Z', $4)", [
    world.elsewhere,
    world.agenda,
    partnershipId,
    it.accountOf("zofia"),
  ]);
});

test("a referral is a share with a question and a day; each step is seen and audited on both sides (F-10, R-INF-01)", async () => {
  const payload = referral();
  const id = uuidv7();
  const { referralId, shareId } = payload;
  expect(await it.command("anna", "referral.send", payload, { id })).toMatchObject({ status: 200 });
  expect(await it.command("anna", "referral.send", payload, { id })).toMatchObject({ body: { replayed: true } });
  expect(await received(referralId)).toMatchObject({
    state: "SENT",
    readable: true,
    feedbackDue: "2026-12-28",
    ownPersonId: null,
    shareOpen: true,
  });
  for (const word of ["Broda", "dworcu"]) expect(JSON.stringify(await received(referralId))).not.toContain(word);
  expect(await reasonOf(referralId)).toMatchObject({
    status: 200,
    body: { reason: payload.reason, sentByName: "Anna Próbna", attachments: [] },
  });
  const step = { stepId: uuidv7(), referralId };
  expect(await it.command("zofia", "referral.receive", step)).toMatchObject({ status: 200 });
  expect(await it.command("zofia", "referral.receive", { ...step, stepId: uuidv7() })).toMatchObject({ status: 200 });
  expect(await decide(referralId, { decision: "ACCEPTED" })).toMatchObject({
    status: 422,
    body: { code: "referral.tie_first" },
  });
  expect(await decide(referralId, { decision: "ACCEPTED", personId: theirs, linkId: uuidv7() })).toMatchObject({
    status: 200,
  });
  const { rows } = await it.owner.query(
    "select person_id, other_person_id from person_link where organisation_id = $1",
    [world.elsewhere],
  );
  expect(rows).toEqual([{ person_id: theirs, other_person_id: personId }]);
  const day = { happenedOn: "2026-12-18" };
  expect(
    await it.command("zofia", "referral.note-appearance", { stepId: uuidv7(), referralId, appeared: true, ...day }),
  ).toMatchObject({ status: 200 });
  const outcome = { stepId: uuidv7(), referralId, outcome: "SERVICE_STARTED", note: "Ma łóżko od dziś.", ...day };
  expect(await it.command("zofia", "referral.note-outcome", outcome)).toMatchObject({ status: 200 });
  const told = await ofPerson(referralId);
  expect(told).toMatchObject({ state: "ANSWERED", personName: "Jan Broda" });
  expect(told?.steps.map(({ kind, ours }) => [kind, ours])).toEqual([
    ["RECEIVED", false],
    ["DECIDED", false],
    ["APPEARED", false],
    ["OUTCOME", false],
  ]);
  expect(told?.steps.at(-1)).toMatchObject({ note: "Ma łóżko od dziś." });
  expect(
    await it.command("anna", "referral.close", { stepId: uuidv7(), referralId, outcome: "SERVICE_STARTED" }),
  ).toMatchObject({ status: 200 });
  expect(
    await it.command("anna", "referral.close", { stepId: uuidv7(), referralId, outcome: "SERVICE_STARTED" }),
  ).toMatchObject({ status: 422, body: { code: "referral.over" } });
  expect(await audits(world.agenda, shareId)).toEqual([
    "share.read-referral",
    "share.referral-received",
    "share.accept",
    "share.referral-decided",
    "share.referral-appeared",
    "share.referral-outcome",
  ]);
  expect(await audits(world.elsewhere, shareId)).toEqual(["share.give", "share.referral-closed"]);
  expect(await audits(world.agenda, referralId)).toEqual(["referral.send", "referral.close"]);
});

test("ground, service and consent stand with a referral on both sides and on its paper; the service is sealed (F-10)", async () => {
  const given = consent();
  expect((await it.command("anna", "consent.record", given)).status).toBe(200);
  const { referralId } = await sent({
    kind: "COOPERATIVE",
    needs: ["DETOX", "CONTACT_FAMILY"],
    ground: "COOPERATION_AGREEMENT",
    service: "Detoks, Żółcia 3",
    healthBasis: "ART_9_2_A",
  });
  const terms = { ground: "COOPERATION_AGREEMENT", service: "Detoks, Żółcia 3" };
  expect(await received(referralId)).toMatchObject(terms);
  expect(await ofPerson(referralId)).toMatchObject({
    ...terms,
    consent: { kind: "DATA_SHARING_WITH_PARTNER", givenOn: "2026-12-01", withdrawn: false },
  });
  const paper = async (who: "anna" | "zofia" | "robert", wish = "") => {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/referrals/sent/${referralId}/document?${wish}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
    const faults = statusCode === 200 ? uaFaults(rawPayload) : [];
    return { status: statusCode, text: plainText(rawPayload).replace(/\s+/g, " "), faults };
  };
  for (const wish of ["print=normal", "print=large"]) {
    const { status, text, faults } = await paper("anna", wish);
    expect([wish, status, faults]).toEqual([wish, 200, []]);
    for (const words of [
      "OPS Gdzie Indziej",
      "Detoks, Żółcia 3",
      "detoks, terapia",
      "Śpi na dworcu, chce wejść do noclegowni",
      "porozumienie o współpracy",
      "w rejestrze zgód, z dnia 1 gru 2026",
      "Przyjmujemy",
      "osoba odmówiła",
    ])
      expect([wish, words, text.includes(words)]).toEqual([wish, words, true]);
  }
  expect([(await paper("zofia")).status, (await paper("robert")).status]).toEqual([404, 403]);
  expect(await audits(world.agenda, referralId)).toContain("referral.print");
  const { rows } = await it.owner.query("select string_agg(r::text, '') as all_of_it from referral r");
  expect(rows[0].all_of_it).not.toMatch(/Żółcia|Detoks/);
  // by statute without its ground: it goes, and the paper says what is missing; once withdrawn, the receiver reads no terms
  const bare = await sent();
  const { rawPayload } = await it.server.inject({
    url: `/api/referrals/sent/${bare.referralId}/document`,
    headers: { authorization: `Bearer ${it.tokenOf("anna")}` },
  });
  expect(plainText(rawPayload).replace(/\s+/g, " ")).toContain("brakuje: skierowanie z mocy ustawy mówi, której");
  const withdrawal = { consentId: given.consentId, effect: "Nie udostępniamy." };
  expect((await it.command("anna", "consent.withdraw", withdrawal)).status).toBe(200);
  expect(await received(referralId)).toMatchObject({ ground: null, service: null, readable: false });
  await closeDocuments();
});

/** A social worker of a house that has nothing to do with any of it. @returns the token */
async function stranger(): Promise<string> {
  const [organisationId, unitId] = [uuidv7(), uuidv7()];
  await makeOrganisation(it.owner, { id: organisationId, name: "Obca Fundacja", shortName: "obca", kind: "NGO" });
  await makeUnit(it.owner, { organisationId, id: unitId, name: "Praca", kind: "SOCIAL_WORK" });
  await makeAccount(it.owner, {
    id: uuidv7(),
    organisationId,
    login: "igor",
    password: testPassword,
    displayName: "Igor Obcy",
    roles: ["SOCIAL_WORKER"],
    unitIds: [unitId],
    validFrom: plainDate("2026-01-01"),
  });
  const payload = { login: "igor", password: testPassword, kind: "token" };
  const url = "/api/session";
  const answer = await it.server.inject({ method: "POST", url, headers: { "x-powrot": "1" }, payload });
  return answer.json<{ token: string }>().token;
}

test("whoever receives a referral prints it under the sender's name, both sides know of it, nobody else finds it, and withdrawn it is closed (F-10)", async () => {
  const given = { kind: "COOPERATIVE", ground: "COOPERATION_AGREEMENT", service: "Noclegownia, Żółcia 3" };
  const { referralId, shareId } = await sent(given);
  const { referralId: nameless } = await sent({ ...given, sections: ["SOCIAL"] });
  const igor = await stranger();
  const paper = async (token: string, { id = referralId, wish = "" } = {}) => {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/referrals/received/${id}/document?${wish}`,
      headers: { authorization: `Bearer ${token}` },
    });
    if (statusCode !== 200) return { status: statusCode, text: rawPayload.toString(), faults: [] };
    return { status: 200, text: plainText(rawPayload).replace(/\s+/g, " "), faults: uaFaults(rawPayload) };
  };
  const [zofia, anna, robert] = [it.tokenOf("zofia"), it.tokenOf("anna"), it.tokenOf("robert")];
  for (const wish of ["print=normal", "print=large", "lang=uk"]) {
    const { status, text, faults } = await paper(zofia, { wish });
    expect([wish, status, faults]).toEqual([wish, 200, []]);
    for (const words of ["Stowarzyszenie Agenda", "OPS Gdzie Indziej", "Jan Broda", "Żółcia 3", "Śpi na dworcu"])
      expect([wish, words, text.includes(words)]).toEqual([wish, words, true]);
  }
  const copy = "Wydruk ze skierowania udostępnionego przez: Stowarzyszenie Agenda. Sporządza: OPS Gdzie Indziej.";
  expect((await paper(zofia)).text).toContain(copy);
  // of the person no more than the share gives
  const bare = await paper(zofia, { id: nameless });
  expect([bare.status, bare.text.includes("Broda"), bare.text.includes("Śpi na dworcu")]).toEqual([200, false, true]);
  expect((await audits(world.agenda, shareId)).filter((action) => action === "share.print-referral")).toHaveLength(4);
  expect(await audits(world.elsewhere, referralId)).toEqual(Array(4).fill("referral.print-received"));
  // the sender has its own paper; a stranger and a role without the right find nothing, and nothing is told of it
  expect([(await paper(anna)).status, (await paper(igor)).status, (await paper(robert)).status]).toEqual([
    404, 404, 403,
  ]);
  expect((await paper(igor)).text).toContain("referral.not_found");
  expect(await it.command("anna", "referral.withdraw", { stepId: uuidv7(), referralId })).toMatchObject({
    status: 200,
  });
  const closed = await paper(zofia);
  expect([closed.status, closed.text.includes("referral.not_found")]).toEqual([404, true]);
  expect((await audits(world.agenda, shareId)).filter((action) => action === "share.print-referral")).toHaveLength(4);
  await closeDocuments();
});

test("nobody is noted as having come before the person is accepted, and a late receipt takes no decision back (F-10)", async () => {
  const { referralId } = await sent();
  const appeared = () =>
    it.command("zofia", "referral.note-appearance", {
      stepId: uuidv7(),
      referralId,
      appeared: true,
      happenedOn: "2026-12-18",
    });
  expect(await appeared()).toMatchObject({ status: 422, body: { code: "referral.accept_first" } });
  expect((await decide(referralId, { decision: "WAITLIST", reason: "NO_PLACE" })).status).toBe(200);
  expect((await it.command("zofia", "referral.receive", { stepId: uuidv7(), referralId })).status).toBe(200);
  expect(await received(referralId)).toMatchObject({ state: "WAITLIST" });
  expect(await appeared()).toMatchObject({ status: 422, body: { code: "referral.accept_first" } });
});

test("no place is no refusal, and does not end the referral of a homeless person; a redirection needs who confirmed (R-JUR-05)", async () => {
  const { referralId } = await sent();
  expect(await decide(referralId, { decision: "DECLINED", reason: "NO_PLACE" })).toMatchObject({
    body: { code: "referral.no_place_waits" },
  });
  expect(await decide(referralId, { decision: "DECLINED", reason: "OTHER_BODY_OBLIGED" })).toMatchObject({
    body: { code: "referral.obliged_is_no_reason" },
  });
  expect(await decide(referralId, { decision: "REDIRECTED", takenBy: "Inna noclegownia" })).toMatchObject({
    body: { code: "referral.redirect_unconfirmed" },
  });
  expect(await decide(referralId, { decision: "WAITLIST", reason: "NO_PLACE" })).toMatchObject({ status: 200 });
  const close = (outcome: string, more: Record<string, unknown> = {}) =>
    it.command("anna", "referral.close", { stepId: uuidv7(), referralId, outcome, ...more });
  expect(await close("NO_PLACE")).toMatchObject({ status: 422, body: { code: "case.no_place_leaves_referral_open" } });
  expect(await close("REDIRECTED")).toMatchObject({ status: 422, body: { code: "case.receiver_not_confirmed" } });
  expect(await ofPerson(referralId)).toMatchObject({ state: "WAITLIST" });
  expect(await close("REDIRECTED", { takenBy: "Inna noclegownia", confirmed: true })).toMatchObject({ status: 200 });
});

test("why somebody was referred is read as long as its share holds, and each reading is known on both sides", async () => {
  const { referralId, shareId } = await sent({ needs: ["SLEEPING_PLACE", "DOCUMENTS"] });
  expect((await reasonOf(referralId)).status).toBe(200);
  const ended = async () => ({ line: await received(referralId), read: (await reasonOf(referralId)).body.code });
  await it.owner.query("update share set valid_from = '2026-12-01', valid_until = '2026-12-17' where id = $1", [
    shareId,
  ]);
  const over = await ended();
  await it.owner.query("update share set valid_until = '2026-12-18' where id = $1", [shareId]);
  expect(over).toMatchObject({
    line: { readable: false, shareOpen: false, needs: [], sections: [] },
    read: "referral.not_found",
  });
  expect((await reasonOf(referralId)).status).toBe(200); // its last day counts
  await it.command("anna", "share.withdraw", { shareId });
  expect(await ended()).toMatchObject({ line: { readable: false, needs: [] }, read: "referral.not_found" });
  expect(await audits(world.agenda, shareId)).toEqual(["share.read-referral", "share.read-referral", "share.withdraw"]);
  // the receiver still answers: help does not end with the reading
  expect(await decide(referralId, { decision: "WAITLIST", reason: "NO_PLACE" })).toMatchObject({ status: 200 });
});

test("what tells of health needs its basis; one that rests on a consent is closed with it (F-10)", async () => {
  const refused = await it.command("anna", "referral.send", referral({ kind: "COOPERATIVE", needs: ["MEDICAL"] }));
  expect(refused.body.code).toBe("referral.health_basis_missing");
  const onConsent = { kind: "COOPERATIVE", needs: ["MEDICAL"], healthBasis: "ART_9_2_A" };
  expect((await it.command("anna", "referral.send", referral(onConsent))).body.code).toBe("share.consent_missing");
  const given = consent();
  expect(await it.command("anna", "consent.record", given)).toMatchObject({ status: 200 });
  const { referralId } = await sent(onConsent);
  const { referralId: byLaw } = await sent({ ...onConsent, healthBasis: "ART_9_2_B" });
  expect(await received(referralId)).toMatchObject({ needs: ["MEDICAL"], healthBasis: "ART_9_2_A", readable: true });
  await it.command("anna", "consent.withdraw", { consentId: given.consentId, effect: "Koniec udostępniania" });
  expect(await received(referralId)).toMatchObject({ needs: [], sections: [], healthBasis: null, readable: false });
  expect((await reasonOf(referralId)).status).toBe(404);
  expect((await reasonOf(byLaw)).status).toBe(200);
});

test("a life in danger asks for 112 first, and its answer is due the same day", async () => {
  const urgent = { kind: "COOPERATIVE", urgency: "EMERGENCY_112" };
  const refused = await it.command("anna", "referral.send", referral(urgent));
  expect(refused.body.code).toBe("referral.call_112_first");
  const { referralId } = await sent({ ...urgent, called112: true });
  expect(await received(referralId)).toMatchObject({ urgency: "EMERGENCY_112", feedbackDue: "2026-12-18" });
});

test("files go with a referral: of a section that is shared, brought by the sender, read by whoever reads the section, gone with the share", async () => {
  const file = (fileId: string, section = "CORE") => ({
    attachmentId: uuidv7(),
    fileId,
    section,
    title: "Zaświadczenie",
  });
  const code = async (attachments: object[]) =>
    (await it.command("anna", "referral.send", referral({ attachments }))).body.code;
  expect(await code([file(await stored(), "SOCIAL")])).toBe("referral.attachment_not_shared");
  expect(
    (await it.command("anna", "referral.send", referral({ attachments: [file(await stored("henryk"))] }))).status,
  ).toBe(400);
  const fileId = await stored();
  expect(await code([file(fileId), file(fileId)])).toBe("referral.attachment_twice");
  const paper = file(fileId);
  const { referralId, shareId } = await sent({ attachments: [paper] });
  expect(await reasonOf(referralId)).toMatchObject({
    body: {
      attachments: [{ id: paper.attachmentId, section: "CORE", title: "Zaświadczenie", mediaType: "text/plain" }],
    },
  });
  const open = async (who: "anna" | "zofia" | "beata", side: "sent" | "received") => {
    const answer = await it.server.inject({
      url: `/api/referrals/${side}/${referralId}/files/${paper.attachmentId}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
    return [answer.statusCode, answer.statusCode === 200 ? answer.body : answer.json<{ code: string }>().code];
  };
  const whole = [200, "Zaświadczenie o pobycie"];
  const none = [404, "referral.not_found"];
  expect(await open("zofia", "received")).toEqual(whole);
  expect(await open("anna", "sent")).toEqual(whole);
  expect(await open("zofia", "sent")).toEqual(none);
  expect(await open("anna", "received")).toEqual(none);
  expect(await open("beata", "sent")).toEqual(none);
  expect(await ofPerson(referralId)).toMatchObject({ attachments: [{ title: "Zaświadczenie" }] });
  await it.command("anna", "referral.withdraw", { stepId: uuidv7(), referralId });
  expect(await open("zofia", "received")).toEqual(none);
  expect(await open("anna", "sent")).toEqual(whole); // it is the sender's own record
  expect(await audits(world.agenda, shareId)).toContain("share.open-referral-file");
  const { rows } = await it.owner.query("select row_to_json(a)::text as text from referral_attachment a");
  expect(JSON.stringify(rows)).not.toContain("Zaświadczenie");
});

test("a colleague opens no file of a section that they do not read, and whoever opens one stands among the person's readers (C4)", async () => {
  const paper = (section: string) => ({ attachmentId: uuidv7(), section, title: `Notatka ${section}` });
  const [core, street] = [paper("CORE"), paper("STREET")];
  const attachments = [
    { ...core, fileId: await stored() },
    { ...street, fileId: await stored() },
  ];
  const { referralId } = await sent({ sections: ["CORE", "STREET"], attachments });
  const open = async (who: "anna" | "henryk", { attachmentId }: { attachmentId: string }) =>
    (
      await it.server.inject({
        url: `/api/referrals/sent/${referralId}/files/${attachmentId}`,
        headers: { authorization: `Bearer ${it.tokenOf(who)}` },
      })
    ).statusCode;
  expect([await open("anna", core), await open("anna", street)]).toEqual([200, 200]);
  expect([await open("henryk", core), await open("henryk", street)]).toEqual([200, 404]);
  const titles = async (who: "anna" | "henryk") => {
    const { referrals } = (await it.get(who, `/people/${personId}/referrals`)).body;
    const one = (referrals as { id: string; attachments: { title: string }[] }[]).find(({ id }) => id === referralId);
    return one?.attachments.map(({ title }) => title).toSorted();
  };
  expect(await titles("anna")).toEqual(["Notatka CORE", "Notatka STREET"]);
  expect(await titles("henryk")).toEqual(["Notatka CORE"]);
  const { rows } = await it.owner.query(
    "select actor_id from audit_entry where action = 'referral.open-sent-file' and person_id = $1 and object_id = $2 and outcome = 'done' order by xid, id",
    [personId, referralId],
  );
  expect(rows.map(({ actor_id }) => actor_id)).toEqual(
    ["anna", "anna", "henryk"].map((who) => it.accountOf(who as "anna")),
  );
});

test("an answer that is due is a task of the sender until the referral ends, and waits at the receiver until it is answered (R-JUR-05)", async () => {
  const { referralId } = await sent();
  const tasks = async () => {
    const { rows } = await it.owner.query<{ ended: boolean }>(
      "select e.task_id is not null as ended from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.source_type = 'referral' and t.source_id = $1",
      [referralId],
    );
    return rows.map(({ ended }) => ended);
  };
  const waits = async (who: "anna" | "zofia") =>
    ((await it.get(who, "/referrals/due")).body.referrals as { id: string }[]).some(({ id }) => id === referralId);
  const { body } = await it.get("anna", "/deadlines/mine");
  expect(body.deadlines).toContainEqual(
    expect.objectContaining({ kind: "referral.answer_due", dueOn: "2026-12-28", personId }),
  );
  expect([await waits("zofia"), await waits("anna")]).toEqual([true, false]);
  await decide(referralId, { decision: "WAITLIST", reason: "NO_PLACE" });
  expect(await waits("zofia")).toBe(true);
  const outcome = { outcome: "REFUSED_BY_PERSON", happenedOn: "2026-12-18" };
  await it.command("zofia", "referral.note-outcome", { stepId: uuidv7(), referralId, ...outcome });
  expect([await waits("zofia"), ...(await tasks())]).toEqual([false, false]);
  await it.command("anna", "referral.close", { stepId: uuidv7(), referralId, outcome: "REFUSED_BY_PERSON" });
  expect(await tasks()).toEqual([true]);
  expect((await it.get("marta", "/referrals/due")).status).toBe(403);
});

test("health goes only with a consent that names the receiver; nobody refers more than they may read", async () => {
  const withHealth = referral({ sections: ["CORE", "HEALTH"], needs: ["MEDICAL"], healthBasis: "ART_9_2_H" });
  const refused = await it.command("henryk", "referral.send", withHealth);
  expect(refused.status).toBe(422);
  expect((await it.owner.query("select 1 from share where id = $1", [withHealth.shareId])).rows).toEqual([]);
});

test("withdrawn, it is gone for the receiver at once, with its share", async () => {
  const { referralId, shareId } = await sent();
  expect(await it.get("zofia", `/shares/${shareId}/person`)).toMatchObject({ status: 200 });
  expect(await it.command("anna", "referral.withdraw", { stepId: uuidv7(), referralId })).toMatchObject({
    status: 200,
  });
  expect(await received(referralId)).toBeUndefined();
  expect(await it.get("zofia", `/shares/${shareId}/person`)).toMatchObject({ status: 404 });
  expect(await decide(referralId, { decision: "WAITLIST" })).toMatchObject({ status: 404 });
  expect(await ofPerson(referralId)).toMatchObject({ state: "WITHDRAWN" });
});

test("of a withdrawal and an acceptance at once one comes first, and both know which", async () => {
  const { referralId } = await sent();
  const [withdrawn, decided] = await Promise.all([
    it.command("anna", "referral.withdraw", { stepId: uuidv7(), referralId }),
    decide(referralId, { decision: "WAITLIST" }),
  ]);
  expect(withdrawn.status).toBe(200);
  expect([200, 404]).toContain(decided.status);
  expect(await ofPerson(referralId)).toMatchObject({ state: "WITHDRAWN" });
});

test("the sender's own colleagues receive nothing, the receiver sends nothing of it, roles without the right are told so (R-ACC)", async () => {
  const { referralId } = await sent();
  expect(
    await it.command("anna", "referral.decide", { stepId: uuidv7(), referralId, decision: "WAITLIST" }),
  ).toMatchObject({ status: 404 });
  expect(
    await it.command("zofia", "referral.close", { stepId: uuidv7(), referralId, outcome: "SERVICE_STARTED" }),
  ).toMatchObject({ status: 404 });
  expect(await it.command("zofia", "referral.withdraw", { stepId: uuidv7(), referralId })).toMatchObject({
    status: 404,
  });
  expect((await it.get("anna", "/referrals/received")).body.referrals).toEqual([]);
  expect((await it.get("marta", "/referrals/received")).status).toBe(403);
  expect((await it.get("ewa", "/referrals/sent")).status).toBe(403);
  expect((await it.get("beata", "/referrals/sent")).body.referrals).toEqual([]);
});

test("the reason and the notes are sealed in the database", async () => {
  const { rows } = await it.owner.query(
    "select row_to_json(r)::text as text from referral r union all select row_to_json(s)::text from referral_step s",
  );
  expect(JSON.stringify(rows)).not.toMatch(/dworcu|łóżko|noclegownia/);
});
