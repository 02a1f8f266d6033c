import { beforeAll, beforeEach, expect, test } from "vitest";
import { testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { makeAccount, makeOrganisation, makeUnit } from "../organisation/setup.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const personId = uuidv7();
const ours = uuidv7();
const partnershipId = uuidv7();
const third = "0190a000-0000-7000-8000-000000000003";
const thirdUnit = "0190a000-0000-7000-8000-000000000031";
let igor: string;

const share = (more: Record<string, unknown> = {}) => ({
  shareId: uuidv7(),
  personId,
  toOrganisationId: world.elsewhere,
  sections: ["CORE", "SOCIAL", "STREET"],
  legalBasis: "ART_6_1_E",
  purpose: "Wspólna praca przy kontrakcie socjalnym",
  validFrom: "2026-11-22",
  validUntil: "2026-12-31",
  ...more,
});
async function given(more: Record<string, unknown> = {}): Promise<string> {
  const payload = share(more);
  expect(await it.command("anna", "share.give", payload)).toMatchObject({ status: 200 });
  return payload.shareId;
}
const consent = (recipients: string[], kind = "DATA_SHARING_WITH_PARTNER") => ({
  consentId: uuidv7(),
  personId,
  kind,
  purpose: "Leczenie i praca socjalna",
  recipients,
  textVersion: "1",
  givenAt: "2026-11-20T10:00:00Z",
  channel: "WRITTEN",
  signedFileId: null,
});
/** Reads as somebody of the third organisation. */
async function asIgor(method: "GET" | "POST", url: string, payload?: unknown) {
  const headers = { authorization: `Bearer ${igor}`, "content-type": "application/json" };
  const answer = await it.server.inject({
    method,
    url: `/api${url}`,
    headers,
    ...(payload ? { payload: JSON.stringify(payload) } : {}),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}
const igorSends = (type: string, payload: unknown) =>
  asIgor("POST", `/commands/${type}`, { id: uuidv7(), v: 1, occurredAt: it.clock.now().toISOString(), payload });
async function auditOf(organisationId: string, objectId: string): Promise<string[]> {
  const { rows } = await it.owner.query<{ line: string }>(
    "select action || ' ' || outcome as line from audit_entry where organisation_id = $1 and object_id = $2 order by xid, id",
    [organisationId, objectId],
  );
  return rows.map((row) => row.line);
}
async function tellEvent(kind: string, section: string, at = "2026-11-21T10:00:00Z"): Promise<void> {
  await it.owner.query(
    "insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7, 'case', $2, $8)",
    [world.agenda, uuidv7(), personId, kind, section, at, it.accountOf("anna"), '{"note": "Broda"}'],
  );
}

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, alias, birth_date, phone, recorded_by) values ($1, $2, 1, 'NAMED', 'Jan', 'Broda', 'Broda', '1970-02-03', '600 100 200', $3)",
    [world.agenda, personId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, 1, 'NAMED', 'Jan', 'Brodaty', $3)",
    [world.elsewhere, ours, it.accountOf("zofia")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.elsewhere,
    ours,
    world.otherOffice,
  ]);
  await it.owner.query("insert into membership_role values ($1, $2, 'SOCIAL_WORK_MANAGER')", [
    world.elsewhere,
    it.accountOf("zofia"),
  ]);
  await makeOrganisation(it.owner, { id: third, name: "Obca Fundacja", shortName: "obca", kind: "NGO" });
  await makeUnit(it.owner, { organisationId: third, id: thirdUnit, name: "Praca", kind: "SOCIAL_WORK" });
  await makeAccount(it.owner, {
    id: uuidv7(),
    organisationId: third,
    login: "igor",
    password: testPassword,
    displayName: "Igor Obcy",
    roles: ["ORGANISATION_ADMIN", "SOCIAL_WORKER"],
    unitIds: [thirdUnit],
    validFrom: plainDate("2026-01-01"),
  });
  const answer = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "igor", password: testPassword, kind: "token" },
  });
  igor = answer.json<{ token: string }>().token;
  await tellEvent("case.opened", "CORE");
  await tellEvent("contract.signed", "SOCIAL");
  await tellEvent("contact.recorded", "STREET");
  await tellEvent("attendance.recorded", "ATTENDANCE");
  await tellEvent("assessment.recorded", "HEALTH");
  await tellEvent("glass.broken", "CORE");
});
beforeEach(() => it.clock.set("2026-11-22T20:00:00Z"));

test("nothing is shared before both have entered a partnership, whether or not the other exists", async () => {
  const member = { shortName: "gdzieindziej", validFrom: "2026-11-01", validUntil: null };
  const stranger = await it.command("anna", "share.give", share());
  const nobody = await it.command("anna", "share.give", share({ toOrganisationId: uuidv7() }));
  const partnership = {
    partnershipId,
    name: "Partnerstwo Śródmieście",
    purpose: "Wyjście z bezdomności",
    validFrom: "2026-11-01",
    validUntil: null,
  };
  const id = uuidv7();
  const misspelt = { ...partnership, members: [{ ...member, shortName: "gdziendziej" }] };
  expect(await it.command("adam", "partnership.record", misspelt, { id })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "payload.members.0.shortName", code: "partnership.unknown_organisation" }] },
  });
  const recorded = await it.command("adam", "partnership.record", { ...partnership, members: [member] }, { id }); // mended under its id
  const named = await it.command("anna", "share.give", share());
  expect(recorded).toMatchObject({ status: 200, body: { version: 1 } });
  expect([stranger, nobody, named].map(({ status, body }) => [status, body.code])).toEqual(
    Array(3).fill([422, "share.no_common_partnership"]),
  );
  expect((await it.get("zofia", "/partnerships")).body.offered).toEqual([
    expect.objectContaining({ id: partnershipId, ownerName: "Stowarzyszenie Agenda", joinedAt: null }),
  ]);
  const joining = { organisationId: world.agenda, partnershipId };
  expect((await igorSends("partnership.join", joining)).body.code).toBe("partnership.not_found");
  expect(await it.command("zofia", "partnership.join", joining)).toMatchObject({ status: 200 });
  expect((await it.command("zofia", "partnership.join", joining)).body.code).toBe("partnership.already_joined");
  expect((await it.get("anna", "/partners")).body.partners).toEqual([
    { id: world.elsewhere, name: "OPS Gdzie Indziej" },
  ]);
  expect((await it.get("adam", "/partnerships")).body.own).toEqual([
    expect.objectContaining({ members: [expect.objectContaining({ joinedAt: "2026-11-22T20:00:00Z" })] }),
  ]);
});

test("a partner reads the shared sections with their origin, and no other", async () => {
  const shareId = await given({ sections: ["CORE", "SOCIAL"] });
  const { status, body } = await it.get("zofia", `/shares/${shareId}/person`);
  expect([status, body]).toEqual([
    200,
    {
      shareId,
      origin: "Stowarzyszenie Agenda",
      sections: ["CORE", "SOCIAL"],
      legalBasis: "ART_6_1_E",
      purpose: "Wspólna praca przy kontrakcie socjalnym",
      validFrom: "2026-11-22",
      validUntil: "2026-12-31",
      givenAt: "2026-11-22T20:00:00.000Z",
      core: expect.objectContaining({
        firstName: "Jan",
        lastName: "Broda",
        birthDate: "1970-02-03",
        phone: "600 100 200",
      }),
      tie: null,
      social: [],
      street: null,
    },
  ]);
  const { body: timeline } = await it.get("zofia", `/shares/${shareId}/timeline`);
  const lines = timeline.lines as Record<string, unknown>[];
  expect(lines.map((line) => line.kind).sort()).toEqual(["case.opened", "contract.signed"]);
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(["id", "kind", "occurredAt", "origin", "section", "shareId"]);
  expect(JSON.stringify([body, timeline])).not.toContain(personId);
});

test("a share gives as little as there is when nobody says more", async () => {
  const { sections: _, ...least } = share();
  await it.command("anna", "share.give", least);
  const { body } = await it.get("zofia", `/shares/${least.shareId}/person`);
  expect([body.sections, body.social, body.street]).toEqual([["CORE"], null, null]);
});

test("both organisations have an entry for giving, each read and withdrawing", async () => {
  const shareId = await given();
  await it.get("zofia", `/shares/${shareId}/person`);
  await it.get("zofia", `/shares/${shareId}/timeline`);
  await it.command("anna", "share.withdraw", { shareId });
  const all = ["share.give", "share.read-person", "share.read-timeline", "share.withdraw"].map((it) => `${it} done`);
  expect(await auditOf(world.agenda, shareId)).toEqual(all);
  expect(await auditOf(world.elsewhere, shareId)).toEqual(all);
  const { rows } = await it.owner.query(
    "select actor_id, person_id, device, detail from audit_entry where organisation_id = $1 and object_id = $2 and action = 'share.read-person'",
    [world.agenda, shareId],
  );
  expect(rows).toEqual([
    { actor_id: it.accountOf("zofia"), person_id: personId, device: null, detail: { organisationId: world.elsewhere } },
  ]);
});

test("the other organisation's entries keep the chain of the audit whole", async () => {
  const shareId = await given();
  await it.get("zofia", `/shares/${shareId}/person`);
  const { rows } = await it.owner.query<Record<string, unknown>>(
    `select organisation_id as "organisationId", id, xid::text, (extract(epoch from at) * 1000)::float8 as "atMs", actor_id as "actorId", action, outcome,
      object_type as "objectType", object_id as "objectId", person_id as "personId", section, reason, request_id as "requestId", device,
      command_id as "commandId", detail::text, hash from audit_entry where object_id = $1`,
    [shareId],
  );
  const { auditHash } = await import("../../platform/audit.ts");
  expect(rows).toHaveLength(4);
  for (const { hash, ...row } of rows)
    expect(auditHash(row as Parameters<typeof auditHash>[0]).equals(hash as Buffer)).toBe(true);
});

test("withdrawn, ended, not yet begun and foreign shares are equally not there", async () => {
  const withdrawn = await given();
  expect((await it.get("zofia", `/shares/${withdrawn}/person`)).status).toBe(200);
  await it.command("anna", "share.withdraw", { shareId: withdrawn });
  const ended = await given({ validUntil: "2026-11-22" });
  const later = await given({ validFrom: "2026-11-26" });
  const open = await given();
  it.clock.set("2026-11-22T22:50:00Z");
  expect((await it.get("zofia", `/shares/${ended}/person`)).status).toBe(200); // its last day counts, until midnight in Warsaw
  it.clock.set("2026-11-22T23:10:00Z");
  const answers = await Promise.all([
    ...[withdrawn, ended, later, uuidv7()].flatMap((id) => [
      it.get("zofia", `/shares/${id}/person`),
      it.get("zofia", `/shares/${id}/timeline`),
    ]),
    asIgor("GET", `/shares/${open}/person`),
    asIgor("GET", `/shares/${open}/timeline`),
    it.get("anna", `/shares/${open}/person`),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(11).fill([404, "share.not_found"]));
  const { body } = await it.get("zofia", "/shares/received");
  const listed = (body.shares as { id: string }[]).map(({ id }) => id);
  expect([withdrawn, ended, later, open].map((id) => listed.includes(id))).toEqual([false, false, false, true]);
  expect(JSON.stringify(body)).not.toContain("Broda");
  expect((await asIgor("GET", "/shares/received")).body.shares).toEqual([]);
});

test("the giver's workers see what was given, and how it stands", async () => {
  const shareId = await given({ validFrom: "2026-12-01" });
  await it.command("anna", "share.withdraw", { shareId });
  const { body } = await it.get("henryk", `/people/${personId}/shares`);
  expect(body.shares).toContainEqual(
    expect.objectContaining({
      id: shareId,
      toOrganisationName: "OPS Gdzie Indziej",
      givenByName: "Anna Próbna",
      state: "WITHDRAWN",
    }),
  );
  expect((await it.get("beata", `/people/${personId}/shares`)).status).toBe(404);
  expect((await it.get("zofia", `/people/${personId}/shares`)).status).toBe(404);
});

test("sent twice gives one share; two withdrawals at once have one effect", async () => {
  const payload = share();
  const id = uuidv7();
  await it.command("anna", "share.give", payload, { id });
  expect(await it.command("anna", "share.give", payload, { id })).toMatchObject({
    status: 200,
    body: { replayed: true },
  });
  expect((await it.command("anna", "share.give", payload)).body.code).toBe("record.id_taken");
  const answers = await Promise.all(
    [1, 2, 3].map(() => it.command("anna", "share.withdraw", { shareId: payload.shareId })),
  );
  expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
    200,
    "share.already_withdrawn",
    "share.already_withdrawn",
  ]);
});

test("health, addiction, court and psychology are shared with a consent that names the recipient, and go with it", async () => {
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, leader_id) values ($1, $2, $3, $4, '2026-11-01', $5)",
    [world.agenda, partnershipId, personId, world.office, it.accountOf("anna")],
  );
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $2, $3, 'LEADER', '2026-11-01')",
    [world.agenda, partnershipId, it.accountOf("anna")],
  );
  const special = { sections: ["CORE", "HEALTH"] };
  await it.command("anna", "consent.record", consent(["Inny Ośrodek"]));
  await it.command("anna", "consent.record", consent([], "SERVICE_ACCEPTANCE"));
  expect((await it.command("anna", "share.give", share(special))).body.code).toBe("share.consent_missing");
  expect((await it.command("anna", "share.give", share({ legalBasis: "ART_6_1_A" }))).body.code).toBe(
    "share.consent_missing",
  );
  const naming = consent(["OPS Gdzie Indziej"]);
  await it.command("anna", "consent.record", naming);
  const shareId = await given(special);
  const resting = await given({ legalBasis: "ART_6_1_A" });
  const accepted = await it.command("zofia", "share.accept", { linkId: uuidv7(), shareId, personId: ours });
  expect(accepted.status).toBe(200);
  const sectionsOf = async () => (await it.get("zofia", `/shares/${shareId}/person`)).body.sections;
  const kinds = async () =>
    ((await it.get("zofia", `/shares/${shareId}/timeline`)).body.lines as { kind: string }[]).map((line) => line.kind);
  expect(await sectionsOf()).toEqual(["CORE", "HEALTH"]);
  expect(await kinds()).not.toContain("assessment.recorded"); // Zofia is not in the team of the person here
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, leader_id) values ($1, $2, $3, $4, '2026-11-01', $5)",
    [world.elsewhere, partnershipId, ours, world.otherOffice, it.accountOf("zofia")],
  );
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $2, $3, 'LEADER', '2026-11-01')",
    [world.elsewhere, partnershipId, it.accountOf("zofia")],
  );
  expect(await kinds()).toContain("assessment.recorded");
  await it.command("anna", "consent.withdraw", { consentId: naming.consentId, effect: "Koniec udostępniania" });
  expect(await sectionsOf()).toEqual(["CORE"]);
  expect(await kinds()).not.toContain("assessment.recorded");
  expect((await it.get("zofia", `/shares/${resting}/person`)).status).toBe(404);
});

test("what shares bring to an own person's history is marked with its origin and ends with the share", async () => {
  const shareId = await given({ sections: ["CORE", "STREET"] });
  const linked = await it.command("zofia", "share.accept", { linkId: uuidv7(), shareId, personId: ours });
  expect(linked.body.code).toBe("share.already_accepted"); // the person was tied by an earlier share
  const { body } = await it.get("zofia", `/people/${ours}/shared-history`);
  const lines = body.lines as { id: string; kind: string; origin: string }[];
  expect(lines.map((line) => line.kind)).toContain("contact.recorded");
  expect(new Set(lines.map((line) => line.origin))).toEqual(new Set(["Stowarzyszenie Agenda"]));
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
  const { rows } = await it.owner.query("select id from share where organisation_id = $1 and withdrawn_at is null", [
    world.agenda,
  ]);
  for (const { id } of rows) await it.command("anna", "share.withdraw", { shareId: id });
  expect((await it.get("zofia", `/people/${ours}/shared-history`)).body.lines).toEqual([]);
  const { rows: links } = await it.owner.query("select id from person_link where organisation_id = $1", [
    world.elsewhere,
  ]);
  const linkId = links[0]?.id;
  expect((await it.command("anna", "share.untie", { linkId })).body.code).toBe("share.link_not_found");
  expect((await it.command("zofia", "share.untie", { linkId })).status).toBe(200);
  expect((await it.command("zofia", "share.untie", { linkId })).body.code).toBe("share.link_ended");
});

test("a share says which of ours it was tied to, until that is untied", async () => {
  const shareId = await given();
  const tie = async () => (await it.get("zofia", `/shares/${shareId}/person`)).body.tie;
  expect(await tie()).toBeNull();
  const linkId = uuidv7();
  expect((await it.command("zofia", "share.accept", { linkId, shareId, personId: ours })).status).toBe(200);
  expect(await tie()).toMatchObject({ linkId, personId: ours });
  expect((await it.command("zofia", "share.untie", { linkId })).status).toBe(200);
  expect(await tie()).toBeNull();
  await it.command("anna", "share.withdraw", { shareId });
});

test("protected whereabouts are never shared, and protecting them narrows what was shared before", async () => {
  const before = await given();
  expect((await it.get("zofia", `/shares/${before}/person`)).body.street).toMatchObject({ contactsIn90Days: 0 });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  const refused = await it.command("anna", "share.give", share({ sections: ["CORE", "STREET"] }));
  const { body } = await it.get("zofia", `/shares/${before}/person`);
  const { body: timeline } = await it.get("zofia", `/shares/${before}/timeline`);
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);
  expect(refused.body.code).toBe("share.whereabouts_protected");
  expect([body.sections, body.street, (body.core as { phone: string | null }).phone]).toEqual([
    ["CORE", "SOCIAL"],
    null,
    null,
  ]);
  expect(JSON.stringify(timeline)).not.toContain("contact.recorded");
});

test("refusals: days the wrong way round, too long, already over, a section the giver may not read", async () => {
  const code = async (more: Record<string, unknown>, who: "anna" | "joanna" = "anna") =>
    (await it.command(who, "share.give", share(more))).body.code;
  expect(await code({ validFrom: "2026-12-31", validUntil: "2026-12-01" })).toBe("share.ends_before_it_starts");
  expect(await code({ validFrom: "2026-01-01", validUntil: "2026-11-21" })).toBe("share.ended_already");
  expect(await code({ validUntil: "2027-11-23" })).toBe("share.too_long");
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.team,
  ]);
  expect(await code({ sections: ["CORE", "ATTENDANCE"] }, "joanna")).toBe("share.section_not_yours");
  expect((await it.command("ewa", "share.give", share())).status).toBe(403);
  expect((await it.command("beata", "share.give", share())).body.code).toBe("person.not_found");
});

test("a hostile partner cannot widen, lengthen or take over a share", async () => {
  const shareId = await given({ sections: ["CORE"] });
  const foreign = await igorSends("share.give", share({ shareId, toOrganisationId: third }));
  const self = await it.command("zofia", "share.give", share({ shareId, sections: ["CORE", "SOCIAL"] }));
  const withdrawn = await it.command("zofia", "share.withdraw", { shareId });
  expect([foreign, self, withdrawn].map(({ status, body }) => [status, body.code])).toEqual([
    [404, "person.not_found"],
    [404, "person.not_found"],
    [404, "share.not_found"],
  ]);
  const { db } = it.services;
  const asPartner = (text: string) =>
    db.transaction().execute(async (tx) => {
      const raw = (sql: string) =>
        tx.executeQuery<Record<string, unknown>>({
          sql,
          parameters: [],
          query: { kind: "RawNode", sqlFragments: [sql], parameters: [] },
          queryId: { queryId: sql },
        });
      await raw(
        `select set_config('powrot.organisation_id', '${world.elsewhere}', true), set_config('powrot.now', '2026-11-22T10:00:00Z', true)`,
      );
      const answer = await raw(text);
      return answer.numAffectedRows ?? BigInt(answer.rows.length);
    });
  expect(await asPartner(`update share set withdrawn_at = null where id = '${shareId}'`)).toBe(0n);
  await expect(asPartner(`update share set sections = '{HEALTH}'`)).rejects.toMatchObject({ code: "42501" });
  await expect(asPartner("select * from live_share")).rejects.toMatchObject({ code: "42501" });
  await expect(asPartner("select * from partnership_standing")).rejects.toMatchObject({ code: "42501" });
  expect(await asPartner(`select * from shared_social('${shareId}')`)).toBe(0n);
  expect(
    await asPartner(`select * from shared_timeline('${shareId}', '{SOCIAL,HEALTH}', 'infinity', '${shareId}', 10)`),
  ).toBe(0n);
  const entry = { organisationId: world.agenda, id: uuidv7(), action: "person.read", objectId: shareId, personId };
  await expect(asPartner(`select mirror_share_audit('${JSON.stringify(entry)}', '\\x00')`)).rejects.toMatchObject({
    code: "42501",
  });
});

test("withdrawn while it is being read: what began is answered whole, the next read finds nothing (C27)", async () => {
  const shareId = await given({ sections: ["CORE"] });
  const read = () => it.get("zofia", `/shares/${shareId}/person`);
  expect((await read()).status).toBe(200);
  const before = Array.from({ length: 12 }, read);
  const withdrawn = it.command("anna", "share.withdraw", { shareId });
  const during = Array.from({ length: 12 }, read);
  expect((await withdrawn).status).toBe(200);
  expect((await read()).status).toBe(404);
  for (const { status, body } of await Promise.all([...before, ...during]))
    expect([status, status === 200 ? body.shareId : body.code]).toEqual(
      status === 200 ? [200, shareId] : [404, "share.not_found"],
    );
  expect((await it.get("zofia", `/shares/${shareId}/timeline`)).status).toBe(404);
});

/** A social worker's tripartite contract and programme of the person, with a secret in every field that is nobody's but ours. */
async function givenSides() {
  const [caseId, contractId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  const done = async (type: string, payload: unknown) => {
    const answer = await it.command("anna", type, payload);
    expect(answer, `${type} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
  };
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage) values ($1, $2, $3, $4, '2026-11-01', 'PLANNED')",
    [world.agenda, caseId, personId, world.office],
  );
  await it.owner.query("delete from open_case where person_id = $1", [personId]);
  await it.owner.query("insert into open_case (organisation_id, person_id, unit_id, case_id) values ($1, $2, $3, $4)", [
    world.agenda,
    personId,
    world.office,
    caseId,
  ]);
  const party = (side: string) => ({
    side,
    name: `SEKRET ${side}`,
    actsAs: null,
    representedBy: null,
    representation: null,
  });
  await done("contract.draft", {
    contractId,
    personId,
    caseId,
    unitId: world.office,
    variant: "IA_IIA",
    socialWorkerId: it.accountOf("anna"),
    commune: "0663011",
    homeless: false,
    unemployed: true,
    pupReferral: "SEKRET skierowanie",
    situation: "SEKRET sytuacja",
    resources: "SEKRET zasoby",
    barriers: "SEKRET bariery",
    actionsSoFar: "SEKRET działania",
    consequences: "SEKRET skutki",
    unemployment: "SEKRET bezrobocie",
    parties: ["PERSON", "OPS", "LEAD"].map(party),
    evaluationDates: ["2027-02-28"],
  });
  const [ours, second] = [uuidv7(), uuidv7()];
  const duty = (side: string, what: string, dutyId = uuidv7()) => ({ dutyId, side, what, dueOn: "2027-02-01" });
  await done("contract.set-duties", {
    contractId,
    duties: [
      duty("PERSON", "SEKRET osoby"),
      duty("OPS", "SEKRET ośrodka"),
      duty("LEAD", "Miejsce w pracowni ślusarskiej", ours),
      { ...duty("LEAD", "Ćwiczenia z doradcą", second), dueOn: "2026-12-01" },
    ],
    removed: [],
  });
  const goal = { goalId: uuidv7(), rank: "MAIN", what: "Praca w zawodzie", effect: "SEKRET efekt" };
  const hidden = { goalId: uuidv7(), rank: "SPECIFIC", what: "SEKRET leczenie", effect: null };
  await done("contract.set-goals", { contractId, goals: [goal, hidden], removed: [] });
  await done("plan.draft", {
    planId,
    caseId,
    kind: "PREVENTION",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: "2026-11-22",
    endOn: null,
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    supportMeans: [],
    provisions: [],
    situation: "SEKRET programu",
    commitments: "SEKRET zobowiązań",
    noHousingGoalReason: null,
    noWorkGoalReason: null,
  });
  const planGoal = {
    goalId: uuidv7(),
    sphere: "HOUSING",
    text: "Mój pokój",
    measure: "SEKRET miary",
    dueOn: "2027-03-01",
  };
  const planHidden = { ...planGoal, goalId: uuidv7(), text: "SEKRET celu" };
  await done("plan.set-goals", {
    planId,
    goals: [planGoal, planHidden].map((one) => ({ ...one, base: null })),
    removed: [],
  });
  const task = (side: string, what: string) => ({ taskId: uuidv7(), base: null, side, what, dueOn: "2027-01-15" });
  const tasks = [
    task("SHELTER", "Pokój treningowy"),
    task("PARTNER", "SEKRET partnera"),
    task("PERSON", "SEKRET zadania"),
  ];
  await done("plan.set-tasks", { planId, tasks, removed: [] });
  return { contractId, planId, goal, hidden, planGoal, ours, second };
}

test("a partner reads its own side of a contract and a programme, with the goals that were opened, and nothing else", async () => {
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);
  const { contractId, planId, goal, planGoal, hidden, ours, second } = await givenSides();
  const shareId = await given({ shareId: uuidv7(), sections: ["CORE", "SOCIAL"] });
  const core = await given({ sections: ["CORE"] });
  const part = async (id = shareId) => it.get("zofia", `/shares/${id}/part`);
  const open = (more: Record<string, unknown> = {}, who: "anna" | "zofia" | "adam" = "anna") =>
    it.command(who, "share.open-side", {
      sideId: uuidv7(),
      shareId,
      type: "contract",
      recordId: contractId,
      side: "LEAD",
      goalIds: [goal.goalId],
      ...more,
    });
  expect(await part()).toMatchObject({ status: 200, body: { parts: [] } });

  const refused = await Promise.all([
    open({ shareId: core }),
    open({ shareId: uuidv7() }),
    open({ goalIds: [planGoal.goalId] }),
    open({ side: "SHELTER" }),
  ]);
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [422, "share.side_needs_share"],
    [422, "share.side_needs_share"],
    [422, "share.goal_not_there"],
    [422, "share.side_not_there"],
  ]);
  expect((await open({}, "zofia")).status).toBe(404);
  expect((await open({}, "adam")).status).toBe(403);

  const sideId = uuidv7();
  expect(await open({ sideId })).toMatchObject({ status: 200 });
  const plan = { type: "plan", recordId: planId, side: "SHELTER", goalIds: [planGoal.goalId] };
  expect(await open(plan)).toMatchObject({ status: 200 });
  expect((await part()).body).toEqual({ parts: [] }); // a draft promises nothing yet

  await it.owner.query(
    "insert into contract_step (organisation_id, contract_id, step_no, from_state, to_state, act, on_day, by_id) values ($1, $2, 2, 'DRAFT', 'ACTIVE', 'activate', '2026-11-22', $3)",
    [world.agenda, contractId, it.accountOf("anna")],
  );
  await it.owner.query(
    "insert into plan_step (organisation_id, plan_id, no, act, state, done_on, done_by) values ($1, $2, 2, 'activate', 'ACTIVE', '2026-11-22', $3)",
    [world.agenda, planId, it.accountOf("anna")],
  );
  const { duties } = (await it.get("anna", `/contracts/${contractId}`)).body as { duties: { id: string }[] };
  const results = duties.map(({ id }) => ({ dutyId: id, result: id === second ? "NOT" : "PARTLY" }));
  const evaluation = { evaluationId: uuidv7(), contractId, heldOn: "2026-11-22", results, personSaid: "SEKRET słów" };
  expect(
    await it.command("anna", "contract.evaluate", { ...evaluation, conclusion: "SEKRET wniosek", change: null }),
  ).toMatchObject({ status: 200 });
  const read = await part();
  expect(read.body).toEqual({
    parts: [
      {
        type: "contract",
        id: contractId,
        variant: "IA_IIA",
        state: "ACTIVE",
        onDay: "2026-11-22",
        side: "LEAD",
        duties: [
          { id: second, what: "Ćwiczenia z doradcą", dueOn: "2026-12-01", result: "NOT_DONE" },
          { id: ours, what: "Miejsce w pracowni ślusarskiej", dueOn: "2027-02-01", result: "PARTLY" },
        ],
        goals: [{ id: goal.goalId, what: "Praca w zawodzie" }],
      },
      {
        type: "plan",
        id: planId,
        variant: "PREVENTION",
        state: "ACTIVE",
        onDay: "2026-11-22",
        side: "SHELTER",
        duties: [{ id: expect.any(String), what: "Pokój treningowy", dueOn: "2027-01-15", result: null }],
        goals: [{ id: planGoal.goalId, what: "Mój pokój" }],
      },
    ],
  });
  expect(JSON.stringify(read.body)).not.toContain("SEKRET");
  expect(JSON.stringify(read.body)).not.toContain(hidden.goalId);

  // other organisations, other shares of the same partner and those who may not read contracts see nothing
  expect((await asIgor("GET", `/shares/${shareId}/part`)).body.code).toBe("share.not_found");
  expect((await part(core)).body).toEqual({ parts: [] });
  expect((await it.get("anna", `/shares/${shareId}/part`)).status).toBe(404);
  expect((await it.get("zofia", `/contracts/${contractId}`)).status).toBe(404);
  expect((await it.get("zofia", `/sides/contract/${contractId}`)).status).toBe(404);
  expect((await it.get("anna", `/sides/contract/${contractId}`)).body).toMatchObject({
    sides: [{ id: sideId, side: "LEAD", state: "OPEN", goalIds: [goal.goalId] }],
  });
  const { body: listed } = await it.get("anna", `/people/${personId}/shares`);
  expect(
    (listed as { shares: { id: string; sideOf: string[] }[] }).shares.find(({ id }) => id === shareId)?.sideOf,
  ).toEqual(["CONTRACT", "PLAN"]);
  const readings = (await auditOf(world.agenda, shareId)).filter((line) => line.startsWith("share.read-part"));
  expect(readings).toEqual(["share.read-part done", "share.read-part done", "share.read-part done"]);
  expect(await auditOf(world.elsewhere, shareId)).toEqual(
    expect.arrayContaining(["share.open-side done", "share.read-part done"]),
  );

  // a protected person's words are told to nobody
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect((await part()).body).toEqual({ parts: [] });
  expect((await open()).body.code).toBe("share.whereabouts_protected_words");
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);

  // closed by its act, by another share in its place, and at once with the share
  expect(await it.command("anna", "share.close-side", { sideId })).toMatchObject({ status: 200 });
  expect((await it.command("anna", "share.close-side", { sideId })).body.code).toBe("share.side_not_found");
  expect(((await part()).body as { parts: { type: string }[] }).parts.map(({ type }) => type)).toEqual(["plan"]);
  const next = await given({ sections: ["SOCIAL"] });
  expect(await open({ ...plan, shareId: next })).toMatchObject({ status: 200 });
  expect((await part()).body).toEqual({ parts: [] });
  expect(((await part(next)).body as { parts: unknown[] }).parts).toHaveLength(1);
  expect(await it.command("anna", "share.withdraw", { shareId: next })).toMatchObject({ status: 200 });
  expect((await part(next)).body.code).toBe("share.not_found");
  expect((await it.get("anna", `/sides/plan/${planId}`)).body).toMatchObject({ sides: [{ state: "WITHDRAWN" }] });
  expect(await part()).toMatchObject({ status: 200 });
  expect(await it.command("anna", "share.withdraw", { shareId })).toMatchObject({ status: 200 });
  expect((await part()).body.code).toBe("share.not_found");
});

test("whoever leaves the partnership reads nothing any more", async () => {
  const shareId = await given();
  expect((await it.get("zofia", `/shares/${shareId}/person`)).status).toBe(200);
  await it.command("zofia", "partnership.leave", { organisationId: world.agenda, partnershipId });
  expect((await it.get("zofia", `/shares/${shareId}/person`)).status).toBe(404);
  await it.command("zofia", "partnership.join", { organisationId: world.agenda, partnershipId });
  expect((await it.get("zofia", `/shares/${shareId}/person`)).status).toBe(200);
  const ended = {
    partnershipId,
    name: "Partnerstwo Śródmieście",
    purpose: null,
    validFrom: "2026-11-01",
    validUntil: null,
    members: [{ shortName: "gdzieindziej", validFrom: "2026-11-01", validUntil: "2026-11-21" }],
  };
  expect((await it.command("adam", "partnership.record", ended, { base: 7 })).body.code).toBe("record.changed");
  expect(await it.command("adam", "partnership.record", ended, { base: 1 })).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  expect((await it.get("zofia", `/shares/${shareId}/person`)).status).toBe(404);
  expect((await it.get("zofia", "/shares/received")).body.shares).toEqual([]);
});

test("a member leaves by the keeper's word, with a last day", async () => {
  const edited = {
    partnershipId,
    name: "Partnerstwo Śródmieście",
    purpose: null,
    validFrom: "2026-11-01",
    validUntil: null,
  };
  const endings = [{ organisationId: world.elsewhere, validUntil: "2026-11-20" }];
  expect(
    await it.command("adam", "partnership.record", { ...edited, members: [], endings }, { base: 2 }),
  ).toMatchObject({
    status: 200,
  });
  const { own } = (await it.get("adam", "/partnerships")).body as { own: { id: string; members: object[] }[] };
  expect(own.find(({ id }) => id === partnershipId)?.members).toMatchObject([
    { organisationId: world.elsewhere, validUntil: "2026-11-20" },
  ]);
});
