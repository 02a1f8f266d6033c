import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type Criterion, exclusions, type Finding } from "./codes.ts";
import { CentrePlacesView, EntriesView, EntryView } from "./contract.ts";
import { passOnEntries } from "./passOn.ts";

const it = useTestHouse();
let owner: pg.Pool;
const connectionOf = ({ host, port, user, password, database }: pg.Client) => ({
  host,
  port,
  user,
  password,
  database,
});
const personId = uuidv7();
const theirs = uuidv7();
let interviewId = "";

const found = (criterion: Criterion, finding: Finding, evidence = "") => ({
  criterion,
  finding,
  source: "DOCUMENT",
  evidence,
});
const whole = [
  found("LONG_TERM_UNEMPLOYED", "MET", "zaświadczenie urzędu pracy z listopada"),
  found("NEEDS_NOT_MET", "MET", "wywiad z 10 listopada"),
  ...exclusions.map((benefit) => found(benefit, "NOT_MET")),
];
const application = (more: object = {}) => ({
  entryId: uuidv7(),
  personId,
  service: "CIS",
  applicantKind: "SELF",
  appliedOn: "2026-11-20",
  ...more,
});
const act = (who: PersonOfFixture, type: string, entryId: string, more: object = {}, base?: number) =>
  it.command(who, `centre-entry.${type}`, { stepId: uuidv7(), entryId, ...more }, base === undefined ? {} : { base });
const check = (who: PersonOfFixture, entryId: string, base: number, lines: readonly object[] = whole) =>
  it.command(who, "centre-entry.check", { entryId, found: lines }, { base });
const opinion = { opinion: "POSITIVE", words: "Zna stolarkę, chce wstawać do pracy" };
const read = (who: PersonOfFixture, entryId: string) => it.read(who, `/centre-entries/${entryId}`, EntryView);
const ok = { status: 200 };

/** A person of the other organisation's own. */
async function knownElsewhere(id: string, no: number): Promise<void> {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, $3, 'NAMED', 'Jan', 'Broda', $4)",
    [world.elsewhere, id, no, it.accountOf("zofia")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.elsewhere,
    id,
    world.otherOffice,
  ]);
}

/** A programme of the centre that the person signed on that day. */
async function signProgramme(of: string, signedOn = "2026-11-20", organisationId: string = world.agenda) {
  const [ipzsId, caseId] = [uuidv7(), uuidv7()];
  const [unitId, who] = organisationId === world.agenda ? [world.office, "gosia"] : [world.otherOffice, "zofia"];
  const by = it.accountOf(who as PersonOfFixture);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'ANALYSIS', $5)",
    [organisationId, caseId, of, unitId, by],
  );
  await it.owner.query(
    "insert into ipzs (organisation_id, id, person_id, case_id, prepared_by, sealed, begun_on) values ($1, $2, $3, $4, $5, '', '2026-11-01')",
    [organisationId, ipzsId, of, caseId, by],
  );
  const step = (no: number, name: string, state: string, on: string) =>
    it.owner.query(
      "insert into ipzs_step (organisation_id, ipzs_id, no, act, state, acted_on, done_by) values ($1, $2, $3, $4, $5, $6, $7)",
      [organisationId, ipzsId, no, name, state, on, by],
    );
  await step(1, "sign", "SIGNED", signedOn);
  return { takeBack: () => step(2, "redraft", "DRAFT", signedOn) };
}

/** A social contract of the person that holds from that day on. */
async function contractOf(of: string, signedOn = "2026-11-18", activeFrom = "2026-11-19") {
  const contractId = uuidv7();
  const by = it.accountOf("anna");
  await it.owner.query(
    `insert into social_contract (organisation_id, id, person_id, unit_id, year, no, variant, commune, homeless, unemployed, consequences, drafted_by, drafted_on)
     select $1, $2, $3, $4, 2026, coalesce(max(no), 0) + 1, 'IA_IIA', '1463011', false, false, '', $5, '2026-11-10' from social_contract where organisation_id = $1`,
    [world.agenda, contractId, of, world.office, by],
  );
  const steps = [
    ["draft", "DRAFT", "2026-11-10"],
    ["sign", "SIGNED", signedOn],
    ["activate", "ACTIVE", activeFrom],
  ];
  for (const [no, [name, state, on]] of steps.entries())
    await it.owner.query(
      "insert into contract_step (organisation_id, contract_id, step_no, to_state, act, on_day, by_id) values ($1, $2, $3, $4, $5, $6, $7)",
      [world.agenda, contractId, no + 1, state, name, on, by],
    );
  return {
    end: (endedOn: string) =>
      it.owner.query(
        "insert into contract_termination (organisation_id, contract_id, ended_on, reason, recorded_by) values ($1, $2, $3, 'OTHER', $4)",
        [world.agenda, contractId, endedOn, by],
      ),
  };
}

/** A person of the agenda's office, with an interview held. */
async function someone(): Promise<{ personId: string; interviewId: string }> {
  const made = { personId: uuidv7(), interviewId: uuidv7() };
  const fields = { firstName: "Stanisław", lastName: "Brzęczyszczykiewicz" };
  expect(
    await it.command("anna", "person.record", { personId: made.personId, unitId: world.office, fields }),
  ).toMatchObject(ok);
  const socialWorkerId = it.accountOf("anna");
  const need = { ...made, triggerOn: "2026-11-02", urgency: "NORMAL_14WD", socialWorkerId };
  expect(await it.command("anna", "interview.need", need)).toMatchObject(ok);
  const result = {
    refused: false,
    setting: "ONGOING_SUPPORT",
    place: "",
    secondWorkerId: null,
    policeAssist: false,
    parts: [],
  };
  const held = { interviewId: made.interviewId, heldOn: "2026-11-10", ...result, conclusions: "", externalNo: null };
  expect(await it.command("anna", "interview.record", held)).toMatchObject(ok);
  return made;
}

async function applied(more: object = {}): Promise<string> {
  const payload = application(more);
  expect(await it.command("anna", "centre-entry.apply", payload)).toMatchObject(ok);
  return payload.entryId;
}

/** Two acts of paths whose steps are held back until both wait: what they read of each other is of before either. */
async function bothBeforeEitherIsWritten<T>(acts: () => Promise<T>): Promise<T> {
  const held = await owner.connect();
  try {
    await held.query("begin");
    await held.query("lock table centre_entry_step in exclusive mode");
    const answers = acts();
    const waiting = async () =>
      (
        await owner.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'centre_entry_step|advisory'",
        )
      ).rowCount ?? 0;
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
    await held.query("commit");
    return await answers;
  } finally {
    held.release(true);
  }
}

/** A path as far as the referral to a centre under the same roof. */
async function referred(of: { personId: string; interviewId: string }, more: object = {}): Promise<string> {
  const entryId = await applied({ personId: of.personId });
  expect(await check("anna", entryId, 1)).toMatchObject(ok);
  expect(await act("anna", "opine", entryId, { ...opinion, interviewId: of.interviewId })).toMatchObject(ok);
  expect(await act("henryk", "refer", entryId, { refers: true, referralNo: "CIS/7/2026", ...more })).toMatchObject(ok);
  return entryId;
}

afterAll(() => owner.end());
beforeAll(async () => {
  owner = new pg.Pool({ ...connectionOf(it.owner), max: 2 });
  const also = (who: PersonOfFixture, organisationId: string, role: string) =>
    it.owner.query("insert into membership_role values ($1, $2, $3)", [organisationId, it.accountOf(who), role]);
  await also("gosia", world.agenda, "REINTEGRATION_SOCIAL_WORKER");
  await also("zofia", world.elsewhere, "REINTEGRATION_SOCIAL_WORKER");
  await also("zofia", world.elsewhere, "CIS_MANAGER");
  for (const who of ["hanna", "gosia", "beata"] as const)
    await it.owner.query("insert into membership_unit values ($1, $2, $3)", [
      world.agenda,
      it.accountOf(who),
      world.office,
    ]);
  await knownElsewhere(theirs, 1);
  const period = { validFrom: "2026-01-01", validUntil: null };
  const partnershipId = uuidv7();
  const members = [{ shortName: "gdzieindziej", ...period }];
  const partnership = { partnershipId, name: "Partnerstwo", purpose: null, ...period, members };
  expect(await it.command("adam", "partnership.record", partnership)).toMatchObject(ok);
  await it.owner.query("insert into partnership_joining values ($1, $2, $3, '2026-01-01T00:00:00Z', $4)", [
    world.elsewhere,
    world.agenda,
    partnershipId,
    it.accountOf("zofia"),
  ]);
  const fields = { firstName: "Jan", lastName: "Próbny" };
  expect(await it.command("anna", "person.record", { personId, unitId: world.office, fields })).toMatchObject(ok);
  const { personId: id, interviewId: held } = await someone();
  interviewId = held;
  expect(id).not.toBe(personId);
});

test("the whole path under one roof: application, criteria, opinion, referral, programme, agreement, admission (R-CIS-03)", async () => {
  const of = await someone();
  const entryId = await referred(of);
  const sign = () => act("gosia", "sign", entryId, { signedOn: "2026-11-21" });
  const unsigned = { status: 422, body: { code: "entry.programme_missing", details: { source: "R-CIS-03" } } };
  expect(await sign()).toMatchObject(unsigned);
  expect((await read("gosia", entryId)).programmeSignedOn).toBeNull();
  const programme = await signProgramme(of.personId);
  await programme.takeBack();
  expect(await sign()).toMatchObject(unsigned);
  await signProgramme(of.personId);
  expect((await read("gosia", entryId)).programmeSignedOn).toBe("2026-11-20");
  expect(await sign()).toMatchObject(ok);
  expect(await act("hanna", "decide", entryId, { admitted: true })).toMatchObject({
    status: 422,
    body: { code: "entry.ops_agreement_missing", details: { source: "R-CIS-03" } },
  });
  expect((await read("henryk", entryId)).myActs).toEqual(["agree"]);
  expect(await act("henryk", "agree", entryId)).toMatchObject(ok);
  expect(await act("hanna", "decide", entryId, { admitted: true })).toMatchObject(ok);
  const view = await read("anna", entryId);
  expect(view).toMatchObject({ state: "ADMITTED", myActs: [], mayWithdraw: false, withName: null });
  expect(view.steps.map(({ act: one, doneOn }) => [one, doneOn])).toEqual([
    ["apply", "2026-11-20"],
    ["opine", "2026-11-22"],
    ["refer", "2026-11-22"],
    ["sign", "2026-11-21"],
    ["agree", "2026-11-22"],
    ["admit", "2026-11-22"],
  ]);
  expect(view.steps[1]).toMatchObject({ opinion: "POSITIVE", interviewOn: "2026-11-10", words: opinion.words });
  expect(view.steps[2]).toMatchObject({ issuer: "OPS", referralNo: "CIS/7/2026" });
  const { rows } = await it.owner.query<{ kind: string }>(
    "select kind from event where subject_id = $1 order by recorded_at, id",
    [entryId],
  );
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
    "centre-entry.admitted",
    "centre-entry.agreed",
    "centre-entry.applied",
    "centre-entry.opined",
    "centre-entry.referred",
    "centre-entry.signed",
  ]);
});

/** Steps that are given and not taken yet, with whose they are. */
const given = async (entryId: string) => {
  const { rows } = await it.owner.query<{ kind: string; name: string }>(
    `select t.kind, m.display_name as name from task t join membership m on m.organisation_id = t.organisation_id and m.account_id = t.owner_id
     where t.source_id = $1 and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
     order by t.kind, m.display_name`,
    [entryId],
  );
  return rows.map(({ kind, name }) => `${kind.split(".").at(-1)} ${name.split(" ")[0]}`);
};

test("each step is the task of whoever takes it, and ends with it (R-CIS-03)", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  const seen = [await given(entryId)];
  const take = async (who: PersonOfFixture, type: string, more: object) => {
    expect(await act(who, type, entryId, more)).toMatchObject(ok);
    seen.push(await given(entryId));
  };
  await check("anna", entryId, 1);
  await take("anna", "opine", { ...opinion, interviewId: of.interviewId });
  await take("henryk", "refer", { refers: true, referralNo: "CIS/11/2026" });
  await signProgramme(of.personId);
  await take("gosia", "sign", { signedOn: "2026-11-22" });
  await take("henryk", "agree", {});
  await take("hanna", "decide", { admitted: true });
  expect(seen).toEqual([["opine Anna"], ["refer Henryk"], ["sign Gosia"], ["agree Henryk"], ["admit Hanna"], []]);
  const { body } = await it.get("henryk", "/tasks/mine?whose=mine");
  expect(JSON.stringify(body)).not.toContain(entryId);
});

test("a command sent twice takes one step", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  const id = uuidv7();
  const payload = { stepId: uuidv7(), entryId, ...opinion, interviewId: of.interviewId };
  const first = await it.command("anna", "centre-entry.opine", payload, { id });
  const again = await it.command("anna", "centre-entry.opine", payload, { id });
  expect(again.body.ids).toEqual(first.body.ids);
  expect((await read("anna", entryId)).steps).toHaveLength(2);
});

test("what stands in the way of a referral is said whole, with its rule, and nothing is decided by itself (R-CIS-01, R-CIS-02)", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  await act("anna", "opine", entryId, { ...opinion, interviewId: of.interviewId });
  const refer = () => act("henryk", "refer", entryId, { refers: true, referralNo: "CIS/8/2026" });
  expect(await refer()).toMatchObject({
    status: 422,
    body: {
      code: "entry.group_evidence_missing",
      details: {
        source: "R-CIS-01",
        refusals: ["entry.group_evidence_missing", "entry.needs_evidence_missing", "entry.exclusion_evidence_missing"],
      },
    },
  });
  await check("anna", entryId, 1, [...whole, found("RETIREMENT_PENSION", "MET", "decyzja ZUS")]);
  expect(await refer()).toMatchObject({ body: { code: "entry.excluded", details: { source: "R-CIS-02" } } });
  expect((await read("anna", entryId)).refusals).toEqual(["entry.excluded"]);
  await check("anna", entryId, 2, [found("RETIREMENT_PENSION", "NOT_MET", "decyzja uchylona")]);
  expect((await read("anna", entryId)).refusals).toEqual([]);
  expect(await refer()).toMatchObject(ok);
});

test("an institution applies by its name, with the person's consent and what proves it; one path of a kind at a time (F-11)", async () => {
  const of = await someone();
  const by = { personId: of.personId, applicantKind: "NGO" };
  const apply = (more: object) => it.command("anna", "centre-entry.apply", application({ ...by, ...more }));
  const named = { applicantName: "Fundacja Próba", consentOn: "2026-11-19" };
  expect(await apply({ ...named, applicantName: "", consentProof: "PAPER" })).toMatchObject({
    body: { code: "entry.applicant_missing" },
  });
  expect(await apply({ ...named, consentOn: null })).toMatchObject({ body: { code: "entry.consent_missing" } });
  expect(await apply(named)).toMatchObject({ body: { code: "entry.consent_proof_missing" } });
  const consent = async (personIdOf: string) => {
    const consentId = uuidv7();
    await it.owner.query(
      "insert into consent (organisation_id, id, person_id, kind, purpose, text_version, given_at, channel, recorded_by) values ($1, $2, $3, 'SERVICE_ACCEPTANCE', 'wniosek do CIS', '1', '2026-11-19T10:00:00Z', 'WRITTEN', $4)",
      [world.agenda, consentId, personIdOf, it.accountOf("anna")],
    );
    return consentId;
  };
  const [foreign, own] = [await consent((await someone()).personId), await consent(of.personId)];
  const tied = { ...named, consentProof: "REGISTER" };
  for (const consentId of [null, uuidv7(), foreign])
    expect(await apply({ ...tied, consentId })).toMatchObject({ body: { code: "entry.consent_proof_missing" } });
  const entryId = uuidv7();
  expect(await apply({ ...tied, consentId: own, entryId })).toMatchObject(ok);
  expect(await read("anna", entryId)).toMatchObject({ consentProof: "REGISTER", missing: ["missing.representative"] });
  expect(await apply({ ...named, consentProof: "PAPER" })).toMatchObject({ body: { code: "entry.already_open" } });
  const rep = { applicantKind: "LEGAL_REP", service: "KIS" };
  expect(await apply(rep)).toMatchObject({ body: { code: "entry.representative_missing" } });
  const byRep = uuidv7();
  expect(await apply({ ...rep, applicantName: "Anna Kurator", entryId: byRep })).toMatchObject(ok);
  expect((await read("anna", byRep)).missing).toEqual(["missing.representativeOnFile"]);
});

test("a ground that the own file does not bear out needs a word of what shows it (R-IPWB-07)", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  expect(await check("anna", entryId, 1, [found("HOMELESS_IN_IPWB", "MET")])).toMatchObject({
    status: 422,
    body: { code: "entry.evidence_against_file", details: { source: "R-CIS-01" } },
  });
  const shown = found("HOMELESS_IN_IPWB", "MET", "program OPS w Pionkach, nr 3/2026");
  expect(await check("anna", entryId, 1, [shown])).toMatchObject(ok);
  const { rows } = await it.owner.query("select found_sealed from centre_entry where id = $1", [entryId]);
  expect(JSON.stringify(rows)).not.toContain("Pionkach");
});

test("opinion and referral are of an OPS or CUS: not of a shelter's unit of an association (R-CIS-03)", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  await check("anna", entryId, 1);
  const kindOf = (kind: string) => it.owner.query("update unit set kind = $2 where id = $1", [world.office, kind]);
  const opine = () => act("anna", "opine", entryId, { ...opinion, interviewId: of.interviewId });
  const refer = (refers = true) =>
    act("henryk", "refer", entryId, { refers, referralNo: "CIS/31/2026", words: "nie teraz" });
  const elsewhere = { status: 422, body: { code: "entry.issuer_is_no_centre", details: { source: "R-CIS-03" } } };
  await kindOf("SHELTER");
  expect(await opine()).toMatchObject(elsewhere);
  await kindOf("SOCIAL_WORK");
  expect(await opine()).toMatchObject(ok);
  await kindOf("SHELTER");
  expect(await refer()).toMatchObject(elsewhere);
  await kindOf("SOCIAL_WORK");
  expect(await refer()).toMatchObject(ok);
});

test("no opinion without an interview of this person (R-INT-03)", async () => {
  const entryId = await applied();
  for (const given of [null, interviewId, uuidv7()])
    expect(await act("anna", "opine", entryId, { ...opinion, interviewId: given })).toMatchObject({
      status: 422,
      body: { code: "entry.interview_missing", details: { source: "R-INT-03" } },
    });
  expect(await act("anna", "withdraw", entryId, { words: "Zmiana zdania" })).toMatchObject(ok);
  expect(await act("anna", "withdraw", entryId)).toMatchObject({ body: { code: "entry.over" } });
});

test("a referral against the opinion, and none at all, say why", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  await check("anna", entryId, 1);
  await act("anna", "opine", entryId, { opinion: "NEGATIVE", words: "Leczy się", interviewId: of.interviewId });
  const refer = (more: object) => act("henryk", "refer", entryId, { refers: true, referralNo: "CIS/9/2026", ...more });
  expect(await refer({})).toMatchObject({ body: { code: "entry.reason_against_opinion" } });
  expect(await refer({ refers: false })).toMatchObject({ body: { code: "entry.reason_missing" } });
  expect(await refer({ refers: false, words: "Najpierw leczenie" })).toMatchObject(ok);
  expect((await read("anna", entryId)).state).toBe("NOT_REFERRED");
});

test("two people check different criteria at once and lose nothing; the same one is a conflict", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  expect(await check("anna", entryId, 1, [found("LONG_TERM_UNEMPLOYED", "MET", "z PUP")])).toMatchObject(ok);
  expect(await check("gosia", entryId, 1, [found("UNEMPLOYMENT_BENEFIT", "NOT_MET")])).toMatchObject(ok);
  expect(await check("gosia", entryId, 1, [found("LONG_TERM_UNEMPLOYED", "NOT_MET")])).toMatchObject({
    status: 409,
    body: { code: "record.changed" },
  });
  const { criteria } = await read("anna", entryId);
  const of2 = (code: Criterion) => criteria?.find(({ criterion }) => criterion === code);
  expect([of2("LONG_TERM_UNEMPLOYED")?.finding, of2("UNEMPLOYMENT_BENEFIT")?.finding]).toEqual(["MET", "NOT_MET"]);
});

test("a ground of health or of a court is of the person's team; whoever leads learns that there is one, not which (R-ACC)", async () => {
  const of = await someone();
  const entryId = await applied({ personId: of.personId });
  const ground = [found("ALCOHOL_ADDICTED", "MET", "zaświadczenie poradni")];
  expect(await check("anna", entryId, 1, ground)).toMatchObject({ body: { code: "entry.ground_of_team" } });
  const caseId = uuidv7();
  const open = {
    caseId,
    personId: of.personId,
    unitId: world.office,
    openedOn: "2026-11-01",
    leaderId: it.accountOf("anna"),
  };
  expect(await it.command("anna", "case.open", open)).toMatchObject(ok);
  expect(await check("anna", entryId, 1, ground)).toMatchObject(ok);
  const [mine, led] = [await read("anna", entryId), await read("henryk", entryId)];
  const codes = (view: EntryView) => view.criteria?.map(({ criterion }) => criterion) ?? [];
  expect([codes(mine).includes("ALCOHOL_ADDICTED"), mine.hiddenGrounds]).toEqual([true, 0]);
  expect([codes(led).includes("ALCOHOL_ADDICTED"), led.hiddenGrounds]).toEqual([false, 1]);
  expect(JSON.stringify(led)).not.toMatch(/poradni|ALCOHOL/);
  expect((await read("beata", entryId)).criteria).toBeNull();
});

/** A path into the own club as far as the referral. */
async function referredToClub(): Promise<{ personId: string; entryId: string }> {
  const { personId: of } = await someone();
  const entryId = await applied({ personId: of, service: "KIS" });
  await check("anna", entryId, 1, [...whole, found("INCAPACITY_PENSION", "MET", "decyzja ZUS")]);
  expect(await act("henryk", "refer", entryId, { refers: true, referralNo: "KIS/1/2026" })).toMatchObject(ok);
  return { personId: of, entryId };
}
const noContract = { status: 422, body: { code: "entry.contract_missing", details: { source: "R-KIS-02" } } };

test("into a club: the contract instead of a programme, its coordinator decides, and an incapacity pensioner may join (R-KIS-02, SE 1(3a))", async () => {
  const { personId: of, entryId } = await referredToClub();
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject({
    body: { code: "entry.contract_not_signed", details: { source: "R-KIS-02" } },
  });
  expect((await read("gosia", entryId)).contract).toEqual({ number: null, signedOn: null, elsewhere: false });
  // a day typed into nothing is no contract
  expect(await act("gosia", "sign", entryId, { signedOn: "2026-11-22" })).toMatchObject(noContract);
  expect(await act("gosia", "sign", entryId, { signedOn: "2026-11-22", contractNo: "KS/9" })).toMatchObject(noContract);
  await contractOf(of);
  const { contract } = await read("gosia", entryId);
  expect(contract).toMatchObject({ signedOn: "2026-11-18", elsewhere: false });
  expect(await act("gosia", "sign", entryId)).toMatchObject(ok);
  const signed = (await read("anna", entryId)).steps.at(-1);
  expect(signed).toMatchObject({ act: "sign", doneOn: "2026-11-18", contractNo: contract?.number });
  expect(await act("henryk", "agree", entryId)).toMatchObject({ body: { code: "entry.agreement_not_needed" } });
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject(ok);
});

test("into a club only while the contract holds: not on the day after its end, and again with the next one (R-KIS-02, R-SC-06)", async () => {
  const { personId: of, entryId } = await referredToClub();
  const contract = await contractOf(of);
  expect(await act("anna", "sign", entryId)).toMatchObject(ok);
  await contract.end("2026-11-21");
  expect((await read("beata", entryId)).contract?.number).toBeNull();
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject(noContract);
  expect((await read("beata", entryId)).state).toBe("SIGNED");
  await contractOf(of, "2026-11-22", "2026-11-23");
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject(noContract);
  await contractOf(of, "2026-11-22", "2026-11-22");
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject(ok);
  const other = await referredToClub();
  expect(await act("beata", "decide", other.entryId, { admitted: false, words: "nie chce" })).toMatchObject(ok);
});

test("into a club by a referral on paper: the contract concluded elsewhere is told by its number (R-KIS-02)", async () => {
  const { personId: of } = await someone();
  const entryId = uuidv7();
  const paper = {
    ...application({ personId: of, service: "KIS", entryId }),
    issuer: "OPS",
    issuerName: "OPS w Pionkach",
    referralNo: "KIS/3/2026",
    referredOn: "2026-11-21",
    found: whole,
  };
  expect(await it.command("gosia", "centre-entry.record-paper", paper)).toMatchObject(ok);
  const sign = (more: object) => act("gosia", "sign", entryId, more);
  expect(await sign({ signedOn: "2026-11-20" })).toMatchObject({ body: { code: "entry.contract_number_missing" } });
  expect(await sign({ contractNo: "KS/77/2026" })).toMatchObject({ status: 400 });
  expect(await sign({ signedOn: "2026-11-20", contractNo: "KS/77/2026" })).toMatchObject(ok);
  expect((await read("beata", entryId)).contract).toMatchObject({ number: null, elsewhere: true });
  expect(await act("beata", "decide", entryId, { admitted: true })).toMatchObject(ok);
  expect((await read("beata", entryId)).steps.map(({ contractNo }) => contractNo).filter(Boolean)).toEqual([
    "KS/77/2026",
  ]);
});

test("the coordinator of a club decides of no centre", async () => {
  const entryId = await referred(await someone());
  expect(await act("beata", "decide", entryId, { admitted: false, words: "nie" })).toMatchObject({
    body: { code: "entry.other_service_decides" },
  });
});

test("a referral on paper: the labour office refers the long-term unemployed alone and tells the OPS; its agreement is on paper too", async () => {
  const of = await someone();
  const paper = (more: object = {}) => ({
    ...application({ personId: of.personId }),
    issuer: "PUP",
    issuerName: "PUP w Radomiu",
    referralNo: "PUP/12/2026",
    referredOn: "2026-11-21",
    opsToldOn: "2026-11-21",
    interviewOn: "2026-11-05",
    opinion: "POSITIVE",
    opinionOn: "2026-11-12",
    found: whole,
    ...more,
  });
  const send = (more: object = {}) => it.command("gosia", "centre-entry.record-paper", paper(more));
  expect(await send({ opsToldOn: null })).toMatchObject({ body: { code: "entry.ops_not_told" } });
  const other = [...whole.slice(1), found("HOMELESS_IN_IPWB", "MET")];
  expect(await send({ found: other })).toMatchObject({ body: { code: "entry.pup_only_long_term" } });
  expect(await send({ opinion: null })).toMatchObject({ body: { code: "entry.opinion_missing" } });
  expect(await send({ interviewOn: "2026-11-13" })).toMatchObject({ body: { code: "entry.interview_missing" } });
  const { entryId } = { entryId: uuidv7() };
  expect(await send({ entryId })).toMatchObject(ok);
  await signProgramme(of.personId);
  await act("gosia", "sign", entryId, { signedOn: "2026-11-22" });
  expect(await act("hanna", "decide", entryId, { admitted: true })).toMatchObject({
    body: { code: "entry.ops_agreement_missing" },
  });
  expect(await act("hanna", "decide", entryId, { admitted: true, opsAgreedOn: "2026-11-22" })).toMatchObject(ok);
  const view = await read("hanna", entryId);
  expect(view.steps.map(({ act: one }) => one)).toEqual(["apply", "opine", "refer", "sign", "admit"]);
  expect(view.steps[2]).toMatchObject({ issuer: "PUP", words: "PUP w Radomiu" });
});

test("across organisations: the partner sees its share alone, signs and admits, and whoever referred hears of it (R-CIS-03, F-10)", async () => {
  const of = await someone();
  const [referralId, shareId] = [uuidv7(), uuidv7()];
  const to = {
    referralId,
    shareId,
    toOrganisationId: world.elsewhere,
    sections: ["CORE", "SOCIAL"],
    legalBasis: "ART_6_1_C",
    purpose: "Skierowanie do CIS",
    reason: "Prosimy o przyjęcie na warsztat stolarski",
  };
  const entryId = await referred(of, { to });
  expect((await it.get("zofia", `/centre-entries/${entryId}`)).status).toBe(404);
  const accepted = { stepId: uuidv7(), referralId, decision: "ACCEPTED", personId: theirs, linkId: uuidv7() };
  expect(await it.command("zofia", "referral.decide", accepted)).toMatchObject(ok);
  const view = await read("zofia", entryId);
  expect(view).toMatchObject({
    personId: theirs,
    ours: false,
    withName: "Stowarzyszenie Agenda",
    myActs: ["sign", "decline"],
  });
  expect(JSON.stringify(view)).not.toContain("zaświadczenie urzędu pracy");
  expect(view.steps.find(({ act: one }) => one === "opine")?.words).toBe(opinion.words);
  expect(view).toMatchObject({ papers: ["referral"], mayCheck: false, mayWithdraw: false });
  const paper = (name: string) =>
    it.server.inject({
      url: `/api/centre-entries/${entryId}/papers/${name}`,
      headers: { authorization: `Bearer ${it.tokenOf("zofia")}` },
    });
  expect((await paper("referral")).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  for (const name of ["application", "opinion"]) expect((await paper(name)).statusCode).toBe(404);
  // the keeper does not act for the centre, nor the centre for the keeper
  expect(await act("hanna", "decide", entryId, { admitted: true })).toMatchObject({
    body: { code: "entry.elsewhere" },
  });
  expect((await act("zofia", "opine", entryId, { ...opinion, interviewId: null })).body.code).toBe("entry.elsewhere");
  // what the other organisation did becomes a task here, and once
  const passOn = () => passOnEntries(owner, it.clock.now());
  await passOn();
  expect(await given(entryId)).toEqual(["sign Zofia"]);
  await signProgramme(theirs, "2026-11-22", world.elsewhere);
  expect(await act("zofia", "sign", entryId, { signedOn: "2026-11-22" })).toMatchObject(ok);
  expect(await given(entryId)).toEqual([]);
  await passOn();
  await passOn();
  expect(await given(entryId)).toEqual(["agree Henryk"]);
  expect(await act("henryk", "agree", entryId)).toMatchObject(ok);
  await passOn();
  expect(await given(entryId)).toEqual(["admit Zofia"]);
  const admitted = { admitted: true, feedback: "Zaczyna w poniedziałek o 8:00" };
  expect(await act("zofia", "decide", entryId, admitted)).toMatchObject(ok);
  expect((await read("anna", entryId)).state).toBe("ADMITTED");
  expect(await answersDue(referralId)).toBe(1);
  await passOn();
  expect([await answersDue(referralId), await openShares(shareId)]).toEqual([0, 1]);
  const { body } = await it.get("anna", `/people/${of.personId}/referrals`);
  const [letter] = body.referrals as { steps: { outcome: string | null; note: string | null }[] }[];
  expect(letter?.steps.at(-1)).toMatchObject({ outcome: "SERVICE_STARTED", note: admitted.feedback });
  const { rows } = await it.owner.query<{ action: string }>(
    "select distinct action from audit_entry where organisation_id = $1 and object_id = $2 and action like 'share.%entry%' order by 1",
    [world.agenda, shareId],
  );
  expect(rows.map(({ action }) => action)).toEqual(["share.entry-step", "share.print-entry", "share.read-entry"]);
  // withdrawn, nothing of it is read any more
  await it.command("anna", "share.withdraw", { shareId });
  expect((await it.get("zofia", `/centre-entries/${entryId}`)).status).toBe(404);
  expect((await it.read("zofia", "/centre-entries", EntriesView)).entries).toEqual([]);
});

/** Shares that have not been withdrawn. */
const openShares = async (...shareIds: string[]) => {
  const open = "select from share where id = any ($1::uuid[]) and withdrawn_at is null";
  return (await it.owner.query(open, [shareIds])).rowCount;
};
/** Tasks of the answer to a referral that wait. */
const answersDue = async (referralId: string) => {
  const waiting =
    "select from task t where t.kind = 'referral.answer_due' and t.source_id = $1 and not exists (select from task_ending e where e.task_id = t.id)";
  return (await it.owner.query(waiting, [referralId])).rowCount;
};

test("a share that is needed no longer ends, and the task of the answer with it: not referred, withdrawn, not admitted (R-GDPR, R-CIS-03)", async () => {
  const toPartner = () => ({
    referralId: uuidv7(),
    shareId: uuidv7(),
    toOrganisationId: world.elsewhere,
    sections: ["CORE", "SOCIAL"],
    legalBasis: "ART_6_1_C",
    purpose: "Skierowanie do CIS",
    reason: "Prosimy o przyjęcie na warsztat stolarski",
  });
  const passOn = () => passOnEntries(owner, it.clock.now());
  const ended = async ({ referralId, shareId }: ReturnType<typeof toPartner>) =>
    expect([await answersDue(referralId), await openShares(shareId)]).toEqual([0, 0]);
  const decide = (referralId: string, more: object) =>
    it.command("zofia", "referral.decide", { stepId: uuidv7(), referralId, ...more });
  const declined = toPartner();
  const first = await referred(await someone(), { to: declined });
  expect([await answersDue(declined.referralId), await openShares(declined.shareId)]).toEqual([1, 1]);
  await decide(declined.referralId, { decision: "DECLINED", reason: "MORE_FACTS_NEEDED" });
  expect(await act("henryk", "refer", first, { refers: false, words: "rezygnujemy" })).toMatchObject(ok);
  await ended(declined);
  const takenBack = toPartner();
  const second = await referred(await someone(), { to: takenBack });
  expect(await act("anna", "withdraw", second, { words: "nie chce" })).toMatchObject(ok);
  await ended(takenBack);
  const turned = toPartner();
  const third = await referred(await someone(), { to: turned });
  const mine = uuidv7();
  await knownElsewhere(mine, 2);
  const accepted = { decision: "ACCEPTED", personId: mine, linkId: uuidv7() };
  expect(await decide(turned.referralId, accepted)).toMatchObject(ok);
  await passOn();
  expect([await answersDue(turned.referralId), await openShares(turned.shareId)]).toEqual([1, 1]);
  expect(await act("zofia", "decide", third, { admitted: false, words: "Brak miejsca w warsztacie" })).toMatchObject(
    ok,
  );
  await passOn();
  await passOn();
  await ended(turned);
  expect((await it.get("zofia", `/centre-entries/${third}`)).status).toBe(404);
  const { rows } = await it.owner.query<{ organisationId: string }>(
    `select organisation_id as "organisationId" from audit_entry where object_id = $1 and action = 'share.withdraw'`,
    [turned.shareId],
  );
  expect(rows.map(({ organisationId }) => organisationId).toSorted()).toEqual(
    [world.agenda, world.elsewhere].toSorted(),
  );
});

test("a partner that turns the referral down is not the end: it reads no more, and the OPS refers again or elsewhere", async () => {
  const of = await someone();
  const to = () => ({
    referralId: uuidv7(),
    shareId: uuidv7(),
    toOrganisationId: world.elsewhere,
    sections: ["CORE", "SOCIAL"],
    legalBasis: "ART_6_1_C",
    purpose: "Skierowanie do CIS",
    reason: "Prosimy o przyjęcie na warsztat stolarski",
  });
  const first = to();
  const entryId = await referred(of, { to: first });
  const again = (more: object) => act("henryk", "refer", entryId, { refers: true, referralNo: "CIS/70/2026", ...more });
  expect(await again({ to: to() })).toMatchObject({ status: 422, body: { code: "entry.step_not_possible" } });
  expect(await read("henryk", entryId)).toMatchObject({ letter: "SENT", myActs: [] });
  const answer = { referralId: first.referralId, decision: "DECLINED", reason: "MORE_FACTS_NEEDED" };
  expect(await it.command("zofia", "referral.decide", { stepId: uuidv7(), ...answer })).toMatchObject(ok);
  expect(await read("henryk", entryId)).toMatchObject({ letter: "DECLINED", myActs: ["refer", "not-refer"] });
  const second = to();
  expect(await again({ to: second })).toMatchObject(ok);
  const { rows } = await it.owner.query("select withdrawn_at from share where id = $1 and withdrawn_at is not null", [
    first.shareId,
  ]);
  expect(rows).toHaveLength(1);
  await it.command("zofia", "referral.decide", { stepId: uuidv7(), ...answer, referralId: second.referralId });
  expect(await openShares(second.shareId)).toBe(1); // the partner may still think better of it
  expect(await again({})).toMatchObject(ok);
  expect(await openShares(second.shareId)).toBe(0);
  const view = await read("henryk", entryId);
  expect(view).toMatchObject({ state: "REFERRED", letter: null, withName: null });
  expect((await read("gosia", entryId)).myActs).toContain("sign");
  expect(await again({ refers: false, words: "nie teraz" })).toMatchObject({
    body: { code: "entry.step_not_possible" },
  });
});

test("residents of the centre's communes first, others by agreement or on a free place that is paid; who waits stands in that order (R-JUR-04)", async () => {
  const radom = "1463011";
  const elsewhere = "0662011";
  const places = (count: number, who: PersonOfFixture = "hanna") => ({
    placesId: uuidv7(),
    unitId: who === "zofia" ? world.otherOffice : world.office,
    validFrom: "2026-11-01",
    communes: [radom],
    agreements: ["0617011"],
    places: count,
  });
  const set = (count: number) => it.command("hanna", "centre-places.set", places(count));
  expect((await it.command("hanna", "centre-places.set", places(5, "zofia"))).status).toBe(404);
  expect((await it.command("henryk", "centre-places.set", places(5))).status).toBe(403);
  const agreed = async (more: object) => {
    const of = await someone();
    const entryId = await referred(of, more);
    await signProgramme(of.personId);
    await act("gosia", "sign", entryId, { signedOn: "2026-11-22" });
    await act("henryk", "agree", entryId);
    return entryId;
  };
  const outside = { commune: elsewhere, communePays: true };
  const ids = [await agreed({}), await agreed(outside), await agreed({ commune: radom }), await agreed(outside)];
  const [unknown = "", paid = "", resident = "", second = ""] = ids;
  // nobody has written the places down: the order is not asked
  expect((await read("hanna", unknown)).seat).toBeNull();
  expect(await set(0)).toMatchObject(ok);
  expect((await read("hanna", paid)).seat).toEqual({ ground: null, refusals: ["centre.no_free_place"] });
  expect(await act("hanna", "decide", paid, { admitted: true })).toMatchObject({
    status: 422,
    body: { code: "centre.no_free_place", details: { source: "R-JUR-04" } },
  });
  const { units } = await it.read("hanna", "/centre-places", CentrePlacesView);
  const order = (units.find(({ id }) => id === world.office)?.waiting ?? []).flatMap(({ entryId, ground }) =>
    ids.includes(entryId) ? [[entryId, ground]] : [],
  );
  expect(order[0]).toEqual([resident, "RESIDENT"]);
  expect(order).toHaveLength(4);
  expect(await act("hanna", "decide", resident, { admitted: true })).toMatchObject(ok);
  expect((await read("hanna", resident)).steps.at(-1)).toMatchObject({ act: "admit", ground: "RESIDENT" });
  expect(await act("hanna", "decide", unknown, { admitted: true })).toMatchObject({
    body: { code: "centre.commune_unknown" },
  });
  // a place that was given by an admission is taken, though the programme begins later
  const now = async () => (await it.read("hanna", "/centre-places", CentrePlacesView)).units[0]?.now;
  const taken = (await now())?.taken ?? 0;
  expect(taken).toBeGreaterThan(0);
  expect(await set(taken)).toMatchObject(ok);
  expect((await act("hanna", "decide", paid, { admitted: true })).body.code).toBe("centre.no_free_place");
  // two are decided at once on the last place: one is admitted
  expect(await set(taken + 1)).toMatchObject(ok);
  expect(await now()).toMatchObject({ taken, free: 1 });
  const asked = [paid, second] as const;
  const answers = await bothBeforeEitherIsWritten(() =>
    Promise.all(asked.map((id) => act("hanna", "decide", id, { admitted: true }))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const [first, last] = answers[0]?.status === 200 ? asked : ([second, paid] as const);
  expect((await read("hanna", first)).steps.at(-1)?.ground).toBe("FREE_PLACE");
  expect(await now()).toMatchObject({ places: taken + 1, taken: taken + 1, free: 0 });
  // who takes the programme back before it begins gives the place up
  await it.owner.query(
    `insert into ipzs_step (organisation_id, ipzs_id, no, act, state, acted_on, done_by)
     select i.organisation_id, i.id, 2, 'withdraw', 'WITHDRAWN', '2026-11-22', i.prepared_by from ipzs i join centre_entry e on e.person_id = i.person_id where e.id = $1`,
    [first],
  );
  expect(await now()).toMatchObject({ taken, free: 1 });
  expect(await act("hanna", "decide", last, { admitted: false, words: "nie chce" })).toMatchObject(ok);
  const agreement = await agreed({ commune: elsewhere, communeAgreement: "AGREED" });
  expect((await read("hanna", agreement)).seat).toEqual({ ground: "AGREEMENT", refusals: [] });
  // another centre of the house has its own residents, and so its own order
  await it.owner.query("insert into membership_unit values ($1, $2, $3) on conflict do nothing", [
    world.agenda,
    it.accountOf("hanna"),
    world.club,
  ]);
  const here = await agreed({ commune: radom });
  const there = await agreed({ commune: elsewhere, communePays: true });
  const both = await it.owner.query<{ personId: string }>(
    `select person_id as "personId" from centre_entry where id = any ($1::uuid[])`,
    [[here, there]],
  );
  for (const { personId: id } of both.rows)
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [world.agenda, id, world.club]);
  const other = { ...places(3), unitId: world.club, communes: [elsewhere] };
  expect(await it.command("hanna", "centre-places.set", other)).toMatchObject(ok);
  const lists = (await it.read("hanna", "/centre-places", CentrePlacesView)).units;
  const ordered = (unitId: string) =>
    lists
      .find(({ id }) => id === unitId)
      ?.waiting.flatMap(({ entryId, ground }) => (entryId === here || entryId === there ? [[entryId, ground]] : []));
  expect(ordered(world.office)?.[0]).toEqual([here, "RESIDENT"]);
  expect(ordered(world.club)?.[0]).toEqual([there, "RESIDENT"]);
  expect((await it.get("anna", "/centre-places")).status).toBe(403);
  expect((await it.read("zofia", "/centre-places", CentrePlacesView)).units).toEqual([]);
  await it.owner.query("truncate centre_places");
});

test("of two managers who decide at once one comes first", async () => {
  const of = await someone();
  const entryId = await referred(of);
  await signProgramme(of.personId);
  await act("gosia", "sign", entryId, { signedOn: "2026-11-22" });
  const answers = await Promise.all([act("henryk", "agree", entryId), act("henryk", "agree", entryId)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("lists: what waits for whom; another organisation and roles without the right see nothing", async () => {
  const of = await someone();
  const entryId = await referred(of);
  const mine = async (who: PersonOfFixture) =>
    (await it.read(who, "/centre-entries", EntriesView)).entries.find(({ id }) => id === entryId)?.myActs;
  expect([await mine("anna"), await mine("gosia"), await mine("henryk")]).toEqual([[], ["sign"], []]);
  expect(await mine("zofia")).toBeUndefined();
  expect((await it.get("zofia", `/centre-entries/${entryId}`)).status).toBe(404);
  expect((await it.get("marta", "/centre-entries")).status).toBe(403);
  const { entries } = await it.read("hanna", `/people/${of.personId}/centre-entries`, EntriesView);
  expect(entries.map(({ id }) => id)).toEqual([entryId]);
});

test("lists hold what is under way, each path whole, however many are over", async () => {
  const of = await someone();
  const past = Array.from({ length: 700 }, () => uuidv7());
  const by = it.accountOf("anna");
  await it.owner.query(
    `insert into centre_entry (organisation_id, id, person_id, service, origin, applicant_kind, applied_on, words_sealed, found_sealed, recorded_by)
     select $1, id, $2, 'CIS', 'PAPER', 'SELF', '2020-01-02', '', '', $3 from unnest($4::uuid[]) id`,
    [world.agenda, of.personId, by, past],
  );
  await it.owner.query(
    `insert into centre_entry_step (organisation_id, id, entry_organisation_id, entry_id, no, act, state, done_on, done_by)
     select $1, gen_random_uuid(), $1, id, no, act, state, '2020-01-02', $2 from unnest($3::uuid[]) id,
       (values (1, 'apply', 'APPLIED'), (2, 'agree', 'AGREED'), (3, 'withdraw', 'WITHDRAWN')) s (no, act, state)`,
    [world.agenda, by, past],
  );
  const entryId = await referred(of);
  const { entries } = await it.read("anna", "/centre-entries", EntriesView);
  expect(entries.find(({ id }) => id === entryId)?.state).toBe("REFERRED");
  expect(entries.filter(({ id }) => past.includes(id))).toEqual([]);
  const file = await it.read("anna", `/people/${of.personId}/centre-entries`, EntriesView);
  expect(new Set(file.entries.map(({ state }) => state))).toEqual(new Set(["REFERRED", "WITHDRAWN"]));
  expect(file.entries).toHaveLength(past.length + 1);
});

test("application, opinion and referral are papers with places for signatures, and files for editing", async () => {
  const entryId = await referred(await someone());
  const open = async (who: PersonOfFixture, paper: string, print = "normal") =>
    it.server.inject({
      url: `/api/centre-entries/${entryId}/papers/${paper}?print=${print}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
  for (const paper of ["application", "opinion", "referral"]) {
    const pdf = await open("anna", paper);
    expect([paper, pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([paper, 200, "%PDF-"]);
    const edited = await open("henryk", paper, "edit");
    expect([edited.statusCode, edited.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  }
  expect((await open("beata", "referral")).statusCode).toBe(403);
  const fresh = await applied({ personId: (await someone()).personId });
  const early = await it.get("anna", `/centre-entries/${fresh}/papers/referral`);
  expect(early).toMatchObject({ status: 422, body: { code: "paper.notYet" } });
});

test("words and findings are sealed in the database", async () => {
  const { rows } = await it.owner.query(
    "select row_to_json(e)::text as text from centre_entry e union all select row_to_json(s)::text from centre_entry_step s",
  );
  expect(JSON.stringify(rows)).not.toMatch(/stolarkę|urzędu pracy|LONG_TERM|Fundacja|poradni/);
});
