import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

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
    reason: payload.reason,
    feedbackDue: "2026-12-28",
    ownPersonId: null,
    shareOpen: true,
  });
  expect(JSON.stringify(await received(referralId))).not.toContain("Broda");
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
    "share.referral-received",
    "share.accept",
    "share.referral-decided",
    "share.referral-appeared",
    "share.referral-outcome",
  ]);
  expect(await audits(world.elsewhere, shareId)).toEqual(["share.give", "share.referral-closed"]);
  expect(await audits(world.agenda, referralId)).toEqual(["referral.send", "referral.close"]);
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

test("health goes only with a consent that names the receiver; nobody refers more than they may read", async () => {
  const withHealth = referral({ sections: ["CORE", "HEALTH"], needs: ["MEDICAL"] });
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
