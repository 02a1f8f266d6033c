import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { exclusions } from "../entry/codes.ts";
import { ClubStayView } from "./contract.ts";

const it = useTestHouse();
const ok = { status: 200 };

beforeAll(async () => {
  await it.owner.query("insert into membership_role values ($1, $2, 'REINTEGRATION_SOCIAL_WORKER')", [
    world.agenda,
    it.accountOf("gosia"),
  ]);
  for (const who of ["gosia", "beata"] as const)
    await it.owner.query("insert into membership_unit values ($1, $2, $3) on conflict do nothing", [
      world.agenda,
      it.accountOf(who),
      world.office,
    ]);
});

const found = [
  { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie" },
  { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "opinia" },
  ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
];

async function someone(lastName = "Brzęczyszczykiewicz"): Promise<string> {
  const personId = uuidv7();
  const fields = { firstName: "Stanisław", lastName };
  expect(await it.command("anna", "person.record", { personId, unitId: world.office, fields })).toMatchObject(ok);
  return personId;
}

/** A person who was admitted to the club today by a referral on paper. */
async function admitted(personId: string, no = 1): Promise<string> {
  const entryId = uuidv7();
  const paper = {
    entryId,
    personId,
    service: "KIS",
    applicantKind: "SELF",
    appliedOn: "2026-11-20",
    issuer: "OPS",
    issuerName: "OPS w Pionkach",
    referralNo: `KIS/${no}/2026`,
    referredOn: "2026-11-21",
    found,
  };
  expect(await it.command("gosia", "centre-entry.record-paper", paper)).toMatchObject(ok);
  const step = { entryId, contractNo: "KS/7/2026", signedOn: "2026-11-20" };
  expect(await it.command("gosia", "centre-entry.sign", { stepId: uuidv7(), ...step })).toMatchObject(ok);
  const admit = { stepId: uuidv7(), entryId, admitted: true };
  expect(await it.command("beata", "centre-entry.decide", admit)).toMatchObject(ok);
  return entryId;
}

const say = (who: PersonOfFixture, type: string, payload: object) => it.command(who, `club-stay.${type}`, payload);
const wish = (entryId: string, more: object = {}) => ({
  stayId: uuidv7(),
  entryId,
  unitId: world.office,
  startsOn: "2026-11-22",
  endsOn: "2027-05-21",
  ...more,
});
const read = (who: PersonOfFixture, entryId: string) => it.read(who, `/centre-entries/${entryId}/stay`, ClubStayView);
const refused = (code: string) => ({ status: 422, body: { code, details: { source: "R-KIS-02" } } });

test("the length of a stay is set for each, made longer by an entry of its own, and ends with its reason (R-KIS-02)", async () => {
  const entryId = await admitted(await someone());
  expect(await read("beata", entryId)).toMatchObject({ stay: null, mayWrite: true, admittedOn: "2026-11-22" });
  expect(await say("beata", "set", wish(entryId, { startsOn: "2026-11-21" }))).toMatchObject(
    refused("club.before_admission"),
  );
  expect(await say("beata", "set", wish(entryId, { endsOn: "2026-11-21" }))).toMatchObject(
    refused("club.ends_before_start"),
  );
  expect(await say("beata", "set", wish(entryId, { unitId: world.otherOffice }))).toMatchObject({
    status: 422,
    body: { code: "club.other_unit" },
  });
  const stay = wish(entryId);
  expect(await say("beata", "set", stay)).toMatchObject(ok);
  expect((await say("beata", "set", wish(entryId))).body.code).toBe("club.already_set");
  const { stayId } = stay;
  const prolong = (endsOn: string, words = "") =>
    say("beata", "prolong", { prolongationId: uuidv7(), stayId, agreedOn: "2026-11-22", endsOn, words });
  expect(await prolong("2027-05-21")).toMatchObject(refused("club.not_longer"));
  expect(await prolong("2027-08-31", "Kurs stolarski trwa do sierpnia")).toMatchObject(ok);
  expect(await prolong("2027-10-31")).toMatchObject(ok);
  const open = (await read("anna", entryId)).stay;
  expect(open).toMatchObject({ startsOn: "2026-11-22", endsOn: "2027-10-31", ending: null });
  expect(open?.prolongations.map(({ endsOn, words }) => [endsOn, words])).toEqual([
    ["2027-08-31", "Kurs stolarski trwa do sierpnia"],
    ["2027-10-31", ""],
  ]);
  const end = (more: object) => say("beata", "end", { stayId, endedOn: "2026-11-22", reason: "OTHER", ...more });
  expect(await end({})).toMatchObject(refused("club.reason_missing"));
  expect(await end({ words: "Dłuższe leczenie w szpitalu" })).toMatchObject(ok);
  expect(await end({ words: "jeszcze raz" })).toMatchObject({ status: 422, body: { code: "club.over" } });
  expect(await prolong("2027-12-31")).toMatchObject(refused("club.over"));
  expect((await read("henryk", entryId)).mayWrite).toBe(false);
  const { rows } = await it.owner.query<{ kind: string; ended: boolean }>(
    `select t.kind, exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) as ended
     from task t where t.source_type = 'club_stay' and t.source_id = $1 order by t.kind`,
    [entryId],
  );
  expect(rows.map(({ kind, ended }) => `${kind} ${ended}`)).toEqual([
    "club-stay.ends true",
    "club-stay.ends true",
    "club-stay.ends true",
    "club-stay.next true",
  ]);
});

test("nobody is in one club twice on a day, also two at once and after records were joined; the next stay comes after the end (R-KIS-02)", async () => {
  const personId = await someone("Powracający");
  const first = await admitted(personId, 2);
  const stay = wish(first);
  expect(await say("beata", "set", stay)).toMatchObject(ok);
  const second = await admitted(personId, 3);
  expect(await say("beata", "set", wish(second, { startsOn: "2027-05-21", endsOn: "2027-12-31" }))).toMatchObject(
    refused("club.overlaps"),
  );
  expect(await say("beata", "end", { stayId: stay.stayId, endedOn: "2026-11-22", reason: "JOB" })).toMatchObject(ok);
  expect(await say("beata", "set", wish(second, { startsOn: "2026-11-22" }))).toMatchObject(refused("club.overlaps"));
  const next = wish(second, { startsOn: "2026-11-23", endsOn: "2027-05-22" });
  expect(await say("beata", "set", next)).toMatchObject(ok);
  const third = await admitted(personId, 4);
  const later = [
    wish(third, { startsOn: "2027-06-01", endsOn: "2027-12-31" }),
    wish(third, { startsOn: "2027-06-02", endsOn: "2027-12-31" }),
  ];
  const answers = await Promise.all(later.map((one) => say("beata", "set", one)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const twin = await someone("Powracający");
  const ofTwin = await admitted(twin, 5);
  const merge = { mergeId: uuidv7(), keptId: personId, mergedId: twin, reason: "ta sama osoba" };
  expect(await it.command("henryk", "person.merge", merge)).toMatchObject(ok);
  expect(await say("beata", "set", wish(ofTwin, { endsOn: "2026-11-30" }))).toMatchObject(refused("club.overlaps"));
});

test("the certificate comes at the end, its number once in a year, a mended one says why; a graduate has six months, a valid certificate and a realised contract (R-KIS-02, R-KIS-04)", async () => {
  const [personId, other] = [await someone("Żdżarska"), await someone("Inny")];
  const entryId = await admitted(personId, 6);
  const stay = wish(entryId);
  expect(await say("beata", "set", stay)).toMatchObject(ok);
  const { stayId } = stay;
  const certify = (more: object = {}) =>
    say("beata", "certify", {
      stayId,
      number: "KIS-Z/1/2026",
      issuedOn: "2026-11-22",
      contractRealised: true,
      words: "Grupa wsparcia i warsztat stolarski",
      ...more,
    });
  expect(await certify()).toMatchObject(refused("club.not_ended"));
  await say("beata", "end", { stayId, endedOn: "2026-11-22", reason: "JOB" });
  const paper = (print: string) =>
    it.server.inject({
      url: `/api/centre-entries/${entryId}/stay/certificate?print=${print}`,
      headers: { authorization: `Bearer ${it.tokenOf("beata")}` },
    });
  expect((await paper("normal")).statusCode).toBe(404);
  expect(await certify({ validUntil: "2026-11-21" })).toMatchObject(refused("club.valid_before_issued"));
  expect(await certify()).toMatchObject(ok);
  expect((await read("beata", entryId)).stay?.lacks).toEqual(["graduate.months"]);
  await it.owner.query("update club_stay set starts_on = '2026-05-23' where id = $1", [stayId]);
  expect((await read("beata", entryId)).stay?.lacks).toEqual([]);
  expect(await certify({ contractRealised: false })).toMatchObject({ body: { code: "certificate.reason_missing" } });
  const mended = { contractRealised: false, reason: "Kontrakt jeszcze trwa" };
  expect(await certify(mended)).toMatchObject(ok);
  const after = (await read("beata", entryId)).stay;
  expect(after?.certificates.map(({ no, reason }) => [no, reason])).toEqual([
    [2, mended.reason],
    [1, ""],
  ]);
  expect(after?.lacks).toEqual(["graduate.contract"]);
  for (const print of ["normal", "large"])
    expect((await paper(print)).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect((await paper("edit")).rawPayload.subarray(0, 2).toString()).toBe("PK");
  const otherEntry = await admitted(other, 7);
  const theirs = wish(otherEntry);
  await say("beata", "set", theirs);
  await say("beata", "end", { stayId: theirs.stayId, endedOn: "2026-11-22", reason: "RESIGNED" });
  const taken = { stayId: theirs.stayId, number: "kis-z/1/2026" };
  expect((await certify(taken)).body.code).toBe("certificate.number_taken");
  expect(await certify({ ...taken, number: "KIS-Z/2/2026" })).toMatchObject(ok);
});

test("a stay is its coordinator's to write; another organisation and roles without the right see nothing; every reading is told", async () => {
  const personId = await someone();
  const entryId = await admitted(personId, 8);
  expect((await say("gosia", "set", wish(entryId))).status).toBe(403);
  const id = uuidv7();
  const stay = wish(entryId);
  const first = await it.command("beata", "club-stay.set", stay, { id });
  expect((await it.command("beata", "club-stay.set", stay, { id })).body.ids).toEqual(first.body.ids);
  expect((await it.get("zofia", `/centre-entries/${entryId}/stay`)).status).toBe(404);
  expect((await it.get("marta", `/centre-entries/${entryId}/stay`)).status).toBe(403);
  const foreign = { stayId: stay.stayId, endedOn: "2026-11-22", reason: "JOB" };
  expect((await say("zofia", "end", foreign)).status).not.toBe(200);
  await read("beata", entryId);
  expect(await it.audited(personId)).toContain("club-stay.read done");
  const { rows } = await it.owner.query(
    "select row_to_json(p)::text as text from club_prolongation p union all select row_to_json(e)::text from club_ending e union all select row_to_json(c)::text from centre_certificate c",
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(JSON.stringify(rows)).not.toMatch(/stolarski|szpitalu|jeszcze trwa/);
});
