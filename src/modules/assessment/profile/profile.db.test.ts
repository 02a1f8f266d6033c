import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PersonProfile, type ProfileEntry, ProfileProposals, ProfileVersionView } from "./contract.ts";

const it = useTestHouse();
const secrets = {
  SOCIAL: "wyjechal z domu po klotni",
  HEALTH: "operacja kregoslupa",
  ADDICTION: "trzy terapie odwykowe",
  COURT: "wyrok w zawieszeniu",
} as const;

/** A person with an open case that Anna leads; Ewa, Robert and Teresa are in the team, Janusz works in the unit only. */
async function makeCase(stage = "ANALYSIS"): Promise<{ personId: string; caseId: string }> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, $3, 'Wojtek', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', $5, $6)",
    [world.agenda, caseId, personId, world.office, stage, it.accountOf("anna")],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  for (const name of ["anna", "ewa", "robert", "teresa"] as const)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf(name)],
    );
  return { personId, caseId };
}

const event = (sensitivity: keyof typeof secrets, area: string, id = uuidv7()) => ({
  kind: "LIFE_EVENT",
  id,
  sensitivity,
  on: "1998-05",
  area,
  text: secrets[sensitivity],
});
const all = () => [
  event("SOCIAL", "FAMILY"),
  event("HEALTH", "HEALTH"),
  event("ADDICTION", "ADDICTION"),
  event("COURT", "LAW"),
];
type Changes = { texts?: object; answers?: object; entries?: object[]; removed?: string[] };
const whole = ({ texts = {}, answers = {}, entries = [], removed = [] }: Changes) => ({
  texts,
  answers,
  entries,
  removed,
});

async function begin(changes: Changes = { entries: all() }, by: PersonOfFixture = "anna") {
  const ids = { ...(await makeCase()), profileId: uuidv7() };
  const answer = await it.command(by, "profile.record", { ...ids, occasion: "FIRST", changes: whole(changes) });
  expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
  return ids;
}
type Ids = Awaited<ReturnType<typeof begin>>;
const go = (by: PersonOfFixture, ids: Ids, changes: Changes, base?: number, occasion = "MORE_KNOWN") =>
  it.command(by, "profile.record", { ...ids, occasion, changes: whole(changes) }, base === undefined ? {} : { base });
const page = (name: PersonOfFixture, personId: string) => it.read(name, `/people/${personId}/profile`, PersonProfile);
const seen = async (name: PersonOfFixture, personId: string) => {
  const { profile } = await page(name, personId);
  return profile?.content.entries.map((entry) => ("text" in entry ? entry.text : "")).toSorted();
};
const Versions = z.object({ versions: z.array(ProfileVersionView) });

beforeAll(async () => {
  // a second social worker of the same unit, in no team
  await it.owner.query("insert into membership_role values ($1, $2, 'SOCIAL_WORKER')", [
    world.agenda,
    it.accountOf("janusz"),
  ]);
});

test("a profile begins once, every later version is the next one, and a command sent twice writes one", async () => {
  const ids = await begin();
  const changes = { texts: { resources: "Fach w ręku" } };
  const id = uuidv7();
  const payload = { ...ids, occasion: "REVIEW", changes: whole(changes) };
  for (const _ of [1, 2])
    expect(await it.command("anna", "profile.record", payload, { id, base: 1 })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
  expect((await page("anna", ids.personId)).profile).toMatchObject({
    version: 2,
    occasion: "REVIEW",
    content: { texts: { resources: "Fach w ręku" } },
  });
  expect(await it.audited(ids.profileId)).toEqual(["profile.record done", "profile.record done"]);
  expect(await go("anna", { ...ids, profileId: uuidv7() }, {}, undefined, "FIRST")).toMatchObject({
    status: 422,
    body: { code: "profile.already_there" },
  });
  expect(await go("anna", ids, changes, 2)).toMatchObject({ status: 422, body: { code: "profile.nothing_changed" } });
  expect((await go("anna", ids, { texts: { resources: "x" } })).status).toBe(409);
  expect((await go("anna", ids, { texts: { resources: "x" } }, 9)).status).toBe(409);
});

test("each reader sees the entries of the sections that are open to them, and no count of the others (R-ACC)", async () => {
  const { personId } = await begin();
  const { SOCIAL, HEALTH, ADDICTION, COURT } = secrets;
  const every = [SOCIAL, HEALTH, ADDICTION, COURT].toSorted();
  expect(await seen("anna", personId)).toEqual(every);
  expect(await seen("ewa", personId)).toEqual(every.filter((text) => text !== COURT));
  expect(await seen("henryk", personId)).toEqual([SOCIAL]);
  expect(await seen("janusz", personId)).toEqual([SOCIAL]);
  expect(await seen("teresa", personId)).toEqual([ADDICTION]);
  expect(await seen("robert", personId)).toEqual([]);
  expect(JSON.stringify((await it.get("ewa", `/people/${personId}/profile`)).body)).not.toContain(COURT);
  const raw = JSON.stringify((await it.get("janusz", `/people/${personId}/profile`)).body);
  for (const text of [HEALTH, ADDICTION, COURT]) expect(raw).not.toContain(text);
  for (const name of ["marta", "adam", "tomasz", "krysia", "beata"] as const)
    expect([name, (await it.get(name, `/people/${personId}/profile`)).status]).toEqual([name, 403]);
  for (const name of ["zofia", "sylwia", "hanna"] as const)
    expect([name, (await it.get(name, `/people/${personId}/profile`)).status]).toEqual([name, 404]);
});

test("who reads the conclusions alone gets no history, no view and no answers of the person", async () => {
  const { personId } = await begin({
    entries: all(),
    texts: { summaryForPlans: "Praca od rana", personView: "Chcę spokoju", socialExperience: "Rodzina daleko" },
  });
  const view = await page("robert", personId);
  expect(view).toMatchObject({ sees: "SUMMARY", mayWrite: false });
  expect(view.profile?.content).toMatchObject({
    texts: { summaryForPlans: "Praca od rana", personView: "", socialExperience: "" },
    entries: [],
  });
});

test("where somebody stays who is in hiding is for those alone who may know: the rest see the conclusions and write nothing (C7)", async () => {
  const stay = { kind: "HOMELESSNESS", id: uuidv7(), sensitivity: "SOCIAL", from: "2026-05", to: null };
  const ids = await begin({
    texts: { summaryForPlans: "Chce mieć własny klucz." },
    entries: [...all(), { ...stay, place: "altana nad Mleczną", causes: [], exitAttempt: "" }],
  });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [ids.personId]);
  const closed = await page("anna", ids.personId);
  expect(closed).toMatchObject({ sees: "SUMMARY", mayWrite: false, writes: [], profile: { acceptances: [] } });
  expect(JSON.stringify(closed)).not.toContain("altana");
  expect(closed.profile?.content.texts.summaryForPlans).toBe("Chce mieć własny klucz.");
  expect(await go("anna", ids, { texts: { interests: "szachy" } }, 1)).toMatchObject({
    status: 422,
    body: { code: "profile.sensitivity_not_yours" },
  });
  expect(JSON.stringify((await it.get("anna", `/profiles/${ids.profileId}/versions`)).body)).not.toContain("altana");
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $3)",
    [world.agenda, ids.personId, it.accountOf("anna")],
  );
  const open = await page("anna", ids.personId);
  expect(open).toMatchObject({ sees: "WHOLE", mayWrite: true });
  expect(JSON.stringify(open)).toContain("altana");
});

test("a writer outside the team changes what they see; what they do not see goes into the next version unopened", async () => {
  const ids = await begin();
  expect((await go("janusz", ids, { texts: { interests: "Ryby" } }, 1)).status).toBe(200);
  expect(await seen("anna", ids.personId)).toHaveLength(4);
  expect(await go("janusz", ids, { entries: [event("COURT", "LAW")] }, 2)).toMatchObject({
    status: 422,
    body: { code: "profile.sensitivity_not_yours" },
  });
  for (const name of ["ewa", "henryk", "robert", "teresa"] as const)
    expect([name, (await go(name, ids, { texts: { interests: "x" } }, 2)).status]).toEqual([name, 403]);
  expect((await go("zofia", ids, { texts: { interests: "x" } }, 2)).status).toBe(404);
});

test("two people who write at once lose nothing; the same place changed twice is a conflict that names it", async () => {
  const [mine, theirs] = [event("SOCIAL", "FAMILY"), event("SOCIAL", "WORK")];
  const ids = await begin({ entries: [mine, theirs] });
  expect(
    (await go("janusz", ids, { texts: { resources: "Fach" }, entries: [{ ...theirs, text: "ich" }] }, 1)).status,
  ).toBe(200);
  expect(
    (await go("anna", ids, { texts: { interests: "Ryby" }, entries: [{ ...mine, text: "moje" }] }, 1)).status,
  ).toBe(200);
  expect(await seen("anna", ids.personId)).toEqual(["ich", "moje"]);
  expect((await page("anna", ids.personId)).profile?.content.texts).toMatchObject({
    resources: "Fach",
    interests: "Ryby",
  });
  expect(await go("anna", ids, { texts: { resources: "Siła" }, removed: [theirs.id] }, 1)).toMatchObject({
    status: 409,
    body: { code: "record.changed", details: { both: ["resources", theirs.id] } },
  });
  expect((await page("anna", ids.personId)).profile?.version).toBe(3);
});

test("an entry that tells of a conviction is no entry for everybody, and days have to be possible", async () => {
  const ids = await begin({});
  const refusals = [
    [{ ...event("SOCIAL", "LAW") }, "profile.entry_needs_protection"],
    [{ ...event("SOCIAL", "WORK"), on: "2026-12" }, "profile.in_future"],
  ] as const;
  for (const [entry, code] of refusals)
    expect(await go("anna", ids, { entries: [entry] }, 1)).toMatchObject({ status: 422, body: { code } });
  const stay: ProfileEntry = {
    kind: "HOMELESSNESS",
    id: uuidv7(),
    sensitivity: "SOCIAL",
    from: "2020",
    to: "2019",
    place: "",
    causes: [],
    exitAttempt: "",
  };
  expect(await go("anna", ids, { entries: [stay] }, 1)).toMatchObject({
    status: 422,
    body: { code: "profile.ends_before_start" },
  });
  expect((await go("anna", ids, { entries: [{ ...stay, from: "2020-13" }] }, 1)).status).toBe(400);
});

test("it is written in an open case of the same person; before a recommendation it warns and does not block (R-S0-04)", async () => {
  const early = { ...(await makeCase("REGULAR")), profileId: uuidv7() };
  expect(await page("anna", early.personId)).toMatchObject({
    beforeRecommendation: true,
    mayWrite: true,
    profile: null,
  });
  expect((await go("anna", early, {}, undefined, "FIRST")).status).toBe(200);
  const other = await makeCase();
  expect((await page("anna", other.personId)).beforeRecommendation).toBe(false);
  expect(
    await go("anna", { ...other, personId: early.personId, profileId: uuidv7() }, {}, undefined, "FIRST"),
  ).toMatchObject({
    status: 422,
    body: { code: "profile.case_of_another" },
  });
  await it.owner.query(
    "insert into support_case_ending (organisation_id, case_id, ended_on, reason, ended_by) values ($1, $2, '2026-11-20', 'LOST_CONTACT', $3)",
    [world.agenda, other.caseId, it.accountOf("anna")],
  );
  expect(await go("anna", { ...other, profileId: uuidv7() }, {}, undefined, "FIRST")).toMatchObject({
    status: 422,
    body: { code: "profile.case_ended" },
  });
});

test("versions show what changed to who may see it, and nothing to who may not", async () => {
  const social = event("SOCIAL", "FAMILY");
  const ids = await begin({ entries: [social] });
  await go("anna", ids, { entries: [event("COURT", "LAW")] }, 1);
  await go("anna", ids, { texts: { personView: "Chcę pracy" }, removed: [social.id] }, 2, "CORRECTION");
  const versions = async (name: PersonOfFixture) =>
    (await it.read(name, `/profiles/${ids.profileId}/versions`, Versions)).versions.map(({ no, differences }) => [
      no,
      differences.map(({ how }) => how),
    ]);
  expect(await versions("anna")).toEqual([
    [3, ["ADDED", "REMOVED"]],
    [2, ["ADDED"]],
    [1, []],
  ]);
  expect(await versions("henryk")).toEqual([
    [3, ["ADDED", "REMOVED"]],
    [2, []],
    [1, []],
  ]);
  expect((await it.get("robert", `/profiles/${ids.profileId}/versions`)).status).toBe(403);
  expect((await it.get("zofia", `/profiles/${ids.profileId}/versions`)).status).toBe(404);
});

test("the person's answer stands with the version it was given to; a refusal is kept beside a later yes", async () => {
  const ids = await begin();
  const answer = (change: object) => ({
    acceptanceId: uuidv7(),
    profileId: ids.profileId,
    versionNo: 1,
    outcome: "ACCEPTED",
    way: "IN_PERSON",
    givenOn: "2026-11-22",
    words: "",
    fileId: null,
    ...change,
  });
  const send = (by: PersonOfFixture, change: object) => it.command(by, "profile.record-acceptance", answer(change));
  expect((await send("anna", { outcome: "REFUSED", words: "To nie tak było" })).status).toBe(200);
  expect((await send("anna", {})).status).toBe(200);
  const { profile } = await page("anna", ids.personId);
  expect(profile?.acceptances.map(({ outcome, words }) => [outcome, words]).toSorted()).toEqual([
    ["ACCEPTED", ""],
    ["REFUSED", "To nie tak było"],
  ]);
  expect(await send("anna", { givenOn: "2026-11-21" })).toMatchObject({
    status: 422,
    body: { code: "profile.acceptance_before_version" },
  });
  expect(await send("anna", { givenOn: "2026-11-23" })).toMatchObject({
    status: 422,
    body: { code: "profile.acceptance_in_future" },
  });
  expect((await send("anna", { versionNo: 2 })).status).toBe(404);
  expect((await send("anna", { way: "SIGNED_PAPER", fileId: uuidv7() })).status).toBe(400);
  expect((await send("henryk", {})).status).toBe(403);
  expect((await send("zofia", {})).status).toBe(404);
});

test("plans and contracts get goals with their sentence; texts for wider readers hold nothing of a closed entry", async () => {
  const barrier = (code: string, sensitivity: string, text: string) => ({
    kind: "BARRIER",
    id: uuidv7(),
    sensitivity,
    code,
    text,
  });
  const ids = await begin({
    texts: { summaryForPlans: "Praca od rana", resources: "Murarz", interests: "Ryby", personView: "Chcę spokoju" },
    entries: [
      ...all(),
      { kind: "WISH", id: uuidv7(), sensitivity: "SOCIAL", sphere: "HOUSING", text: "Chcę mieć klucz" },
      {
        kind: "HOMELESSNESS",
        id: uuidv7(),
        sensitivity: "SOCIAL",
        from: "2024-10",
        to: null,
        place: "Radom",
        causes: ["DIVORCE"],
        exitAttempt: "",
      },
      barrier("DEBT_ENFORCEMENT", "SOCIAL", "komornik"),
      barrier("ADDICTION", "ADDICTION", "alkohol od lat"),
      {
        kind: "SUPPORT",
        id: uuidv7(),
        sensitivity: "SOCIAL",
        from: "2025",
        to: "2025",
        what: "Noclegownia",
        effect: "PARTLY",
        text: "",
      },
    ],
  });
  const proposals = await it.read("anna", `/cases/${ids.caseId}/profile-proposals`, ProfileProposals);
  expect(proposals.goals.map(({ sphere, text, own }) => [sphere, text, own])).toEqual([
    ["HOUSING", "Chcę mieć klucz", true],
    ["HOUSING", "Mieć stałe miejsce do mieszkania", false],
    ["HEALTH", "Zadbać o zdrowie", false],
    ["LEGAL", "Uporządkować długi", false],
  ]);
  expect(proposals.goals[1]?.source).toBe("Bez domu: 10.2024 – nadal, Radom; rozwód lub rozstanie");
  expect(proposals).toMatchObject({ versionNo: 1, accepted: false, barriers: "długi i egzekucja – komornik" });
  expect(proposals.situation).toContain("Bez domu łącznie: 26 miesięcy.");
  expect(proposals.resources).toBe("Murarz\n\nZainteresowania: Ryby");
  expect(proposals.actionsSoFar).toBe("2025: Noclegownia: pomogło częściowo");
  const texts = [proposals.situation, proposals.resources, proposals.barriers, proposals.actionsSoFar].join(" ");
  for (const closed of ["alkohol", secrets.ADDICTION, secrets.HEALTH, secrets.COURT])
    expect(texts).not.toContain(closed);
  const outside = await it.read("janusz", `/cases/${ids.caseId}/profile-proposals`, ProfileProposals);
  expect(outside.goals.map(({ sphere }) => sphere)).toEqual(["HOUSING", "HOUSING", "LEGAL"]);
  const empty = await makeCase();
  expect(await it.read("anna", `/cases/${empty.caseId}/profile-proposals`, ProfileProposals)).toMatchObject({
    versionNo: null,
    goals: [],
  });
});

test("the paper is a PDF in each form and a file for editing, and reading it is told with who it is about", async () => {
  const ids = await begin();
  for (const wish of ["", "?print=large", "?words=plain&lang=uk"]) {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/profiles/${ids.profileId}/document${wish}`,
      headers: { authorization: `Bearer ${it.tokenOf("henryk")}` },
    });
    expect([wish, statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([wish, 200, "%PDF-"]);
  }
  const edited = await it.server.inject({
    url: `/api/profiles/${ids.profileId}/document?print=edit`,
    headers: { authorization: `Bearer ${it.tokenOf("henryk")}` },
  });
  expect([edited.statusCode, edited.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect((await it.get("robert", `/profiles/${ids.profileId}/document`)).status).toBe(403);
  const { rows } = await it.owner.query(
    "select section from audit_entry where action = 'profile.print' and outcome = 'done' and person_id = $1",
    [ids.personId],
  );
  expect(rows).toHaveLength(4);
  await closeDocuments();
});

test("nothing of it is readable in the database or the log", async () => {
  await begin({ entries: all(), texts: { personView: "slowa osoby w profilu" } });
  const { rows } = await it.owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and table_name like 'experience_profile%' group by 1",
  );
  expect(rows).toHaveLength(4);
  for (const text of [...Object.values(secrets), "slowa osoby w profilu"]) {
    for (const { name } of [...rows, { name: "event" }, { name: "audit_entry" }]) {
      const { rowCount } = await it.owner.query(
        `select 1 from "${name}" x where to_jsonb(x)::text like $1 or encode(convert_to(to_jsonb(x)::text, 'UTF8'), 'escape') like $1`,
        [`%${text}%`],
      );
      expect([name, text, rowCount]).toEqual([name, text, 0]);
    }
    const hex = Buffer.from(text).toString("hex");
    const { rowCount } = await it.owner.query(
      "select 1 from experience_profile_part where encode(sealed, 'hex') like $1",
      [`%${hex}%`],
    );
    expect(rowCount).toBe(0);
    expect(it.log.join("\n")).not.toContain(text);
  }
});
