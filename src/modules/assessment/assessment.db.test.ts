import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CaseAssessments } from "./contract.ts";

const it = useTestHouse();
const authorOf = { PSYCHOLOGICAL: "ewa", SOCIAL: "anna", VOCATIONAL: "robert", ADDICTION: "teresa" } as const;
type Kind = keyof typeof authorOf;
const secret = "boi sie ciszy po zmroku";

/** A person with an open case at a stage; Ewa, Robert and Teresa are in the team, Anna leads. */
async function makeCase(stage = "REGULAR"): Promise<{ personId: string; caseId: string }> {
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

type Wish = {
  assessmentId?: string;
  verdict?: "POSITIVE" | "CONDITIONAL" | "NEGATIVE" | null;
  conditions?: string[];
  risk?: "LOW" | "HIGH";
  conclusion?: string | null;
};
function assessment(caseId: string, kind: Kind, wish: Wish = {}) {
  const { verdict = "POSITIVE", conditions = [], conclusion = "Pomaga stały rytm dnia; unikać pośpiechu." } = wish;
  return {
    assessmentId: wish.assessmentId ?? uuidv7(),
    caseId,
    kind,
    startedOn: "2026-11-20",
    content: {
      reason: "Regularny udział w zajęciach",
      methods: "Wywiad",
      strengths: "Zaradny",
      areas: [
        {
          area: kind === "SOCIAL" ? "HOUSING" : kind === "VOCATIONAL" ? "SKILLS" : "MOTIVATION",
          level: 4,
          note: secret,
        },
      ],
      riskSuicide: wish.risk ?? null,
      riskViolence: null,
    },
    conclusion,
    recommendation: verdict && {
      verdict,
      conditions: conditions.map((text) => ({ conditionId: uuidv7(), text })),
    },
  };
}
const record = (caseId: string, kind: Kind, wish: Wish = {}) =>
  it.command(authorOf[kind], "assessment.record", assessment(caseId, kind, wish));
const page = (name: PersonOfFixture, caseId: string) => it.read(name, `/cases/${caseId}/assessments`, CaseAssessments);

beforeAll(async () => {
  // a second psychologist in the same organisation
  await it.owner.query("insert into membership_role values ($1, $2, 'PSYCHOLOGIST')", [
    world.agenda,
    it.accountOf("sylwia"),
  ]);
});

test("an assessment is saved unfinished, changed by its author alone and final once it recommends", async () => {
  const { caseId } = await makeCase();
  const draft = assessment(caseId, "PSYCHOLOGICAL", { verdict: null });
  expect(await it.command("ewa", "assessment.record", draft)).toMatchObject({ status: 200, body: { version: 1 } });
  expect((await page("anna", caseId)).assessments[0]).toMatchObject({ conclusion: null, verdict: null, content: null });
  const changed = { ...draft, conclusion: "Lepiej rano." };
  expect(await it.command("ewa", "assessment.record", changed)).toMatchObject({
    status: 409,
    body: { code: "record.changed" },
  });
  expect(await it.command("ewa", "assessment.record", changed, { base: 1 })).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  const given = { ...changed, recommendation: { verdict: "POSITIVE", conditions: [] } };
  expect((await it.command("sylwia", "assessment.record", given, { base: 2 })).status).toBe(404);
  expect((await it.command("ewa", "assessment.record", given, { base: 2 })).status).toBe(200);
  expect(await it.command("ewa", "assessment.record", given, { base: 3 })).toMatchObject({
    status: 422,
    body: { code: "assessment.already_given" },
  });
  expect((await page("anna", caseId)).assessments[0]).toMatchObject({
    conclusion: "Lepiej rano.",
    verdict: "POSITIVE",
  });
  expect(await it.audited(draft.assessmentId)).toEqual(Array(3).fill("assessment.record done"));
});

test("each kind is done by its own role in the team, by nobody else", async () => {
  const { caseId } = await makeCase();
  for (const kind of ["PSYCHOLOGICAL", "SOCIAL", "VOCATIONAL", "ADDICTION"] as const)
    for (const name of ["ewa", "anna", "robert", "teresa", "henryk", "adam", "marta", "zofia"] as const) {
      const { status } = await it.command(name, "assessment.record", assessment(caseId, kind));
      const expected = authorOf[kind] === name ? 200 : ["henryk", "adam", "marta"].includes(name) ? 403 : 404;
      expect([kind, name, status]).toEqual([kind, name, expected]);
    }
});

test("the team reads conclusions and recommendations, never what the psychologist noted", async () => {
  const { caseId, personId } = await makeCase();
  for (const kind of ["PSYCHOLOGICAL", "SOCIAL", "VOCATIONAL", "ADDICTION"] as const) await record(caseId, kind);
  const seen = async (name: PersonOfFixture) =>
    Object.fromEntries(
      (await page(name, caseId)).assessments.map(({ kind, conclusion, content }) => [
        kind,
        content ? "all" : conclusion ? "conclusion" : "nothing",
      ]),
    );
  expect(await seen("ewa")).toEqual({
    PSYCHOLOGICAL: "all",
    SOCIAL: "all",
    VOCATIONAL: "conclusion",
    ADDICTION: "conclusion",
  });
  expect(await seen("anna")).toEqual({
    PSYCHOLOGICAL: "conclusion",
    SOCIAL: "all",
    VOCATIONAL: "all",
    ADDICTION: "conclusion",
  });
  expect(await seen("robert")).toEqual({ PSYCHOLOGICAL: "conclusion", SOCIAL: "conclusion", VOCATIONAL: "all" });
  expect(await seen("henryk")).toEqual({ PSYCHOLOGICAL: "conclusion", SOCIAL: "all", VOCATIONAL: "conclusion" });
  const refused = await Promise.all(
    (["sylwia", "zofia", "marta", "adam", "tomasz", "krysia"] as const).map((name) =>
      it.get(name, `/cases/${caseId}/assessments`),
    ),
  );
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 403, 403, 403, 403]);
  expect(await it.audited(personId)).toContain("assessment.read done");
});

test("the gate says what is missing, waits for conditions and opens when all three recommend", async () => {
  const { caseId, personId } = await makeCase();
  const decide = (verdict: string, name: PersonOfFixture = "anna") =>
    it.command(name, "gate.decide", { decisionId: uuidv7(), caseId, verdict });
  await record(caseId, "PSYCHOLOGICAL");
  await record(caseId, "SOCIAL");
  expect((await page("anna", caseId)).gate).toMatchObject({
    verdict: "WAITING",
    refusals: ["assessment.vocational_missing"],
    mayDecide: true,
  });
  expect(await decide("RECOMMENDED")).toMatchObject({
    status: 422,
    body: { code: "assessment.vocational_missing", details: { refusals: ["assessment.vocational_missing"] } },
  });
  const conditional = assessment(caseId, "VOCATIONAL", { verdict: "CONDITIONAL", conditions: ["Kurs wózków"] });
  await it.command("robert", "assessment.record", conditional);
  expect((await decide("RECOMMENDED")).body.code).toBe("assessment.vocational_conditions_open");
  expect((await decide("NOT_RECOMMENDED")).body.code).toBe("assessment.gate_not_negative");

  const conditionId = conditional.recommendation?.conditions[0]?.conditionId;
  const met = { conditionId, metOn: "2026-11-22", evidence: "Świadectwo w aktach" };
  expect((await it.command("robert", "condition.meet", { ...met, metOn: "2026-11-23" })).body.code).toBe(
    "condition.met_in_future",
  );
  expect((await it.command("robert", "condition.meet", { ...met, metOn: "2026-11-01" })).body.code).toBe(
    "condition.met_before_given",
  );
  expect((await it.command("zofia", "condition.meet", met)).status).toBe(404);
  expect((await it.command("robert", "condition.meet", met)).status).toBe(200);
  expect((await it.command("anna", "condition.meet", met)).body.code).toBe("condition.already_met");

  expect((await decide("RECOMMENDED", "ewa")).status).toBe(403);
  expect((await decide("RECOMMENDED", "zofia")).status).toBe(404);
  expect((await decide("RECOMMENDED")).status).toBe(200);
  expect((await decide("RECOMMENDED")).body.code).toBe("assessment.step_not_possible");
  const after = await page("anna", caseId);
  expect(after).toMatchObject({
    stage: "RECOMMENDED",
    steps: ["start_analysis"],
    gate: { decided: { verdict: "RECOMMENDED" }, mayDecide: false },
  });
  expect(after.assessments[0]?.conditions).toMatchObject([
    { text: "Kurs wózków", met: { by: "Robert Próbna", evidence: "Świadectwo w aktach" } },
  ]);
  const { rows } = await it.owner.query(
    "select from_stage, to_stage, act, moved_by from case_stage_step where case_id = $1 order by moved_at, id",
    [caseId],
  );
  expect(rows).toEqual([
    { from_stage: "REGULAR", to_stage: "UNDER_ASSESSMENT", act: "start_assessment", moved_by: it.accountOf("ewa") },
    { from_stage: "UNDER_ASSESSMENT", to_stage: "RECOMMENDED", act: "recommend", moved_by: it.accountOf("anna") },
  ]);
  const events = await it.owner.query("select kind from event where person_id = $1 order by seq", [personId]);
  expect(events.rows.map(({ kind }) => kind)).toContain("gate.decided");
});

test("a negative recommendation leaves the person in the open offer, and a new assessment opens the way again", async () => {
  const { caseId } = await makeCase();
  await record(caseId, "PSYCHOLOGICAL", { verdict: "NEGATIVE" });
  await record(caseId, "SOCIAL");
  await record(caseId, "VOCATIONAL");
  const decide = (verdict: string) => it.command("anna", "gate.decide", { decisionId: uuidv7(), caseId, verdict });
  expect((await decide("RECOMMENDED")).body.code).toBe("assessment.psychological_negative");
  expect((await decide("NOT_RECOMMENDED")).status).toBe(200);
  expect((await page("anna", caseId)).stage).toBe("NOT_RECOMMENDED");
  await record(caseId, "PSYCHOLOGICAL");
  expect((await page("anna", caseId)).stage).toBe("UNDER_ASSESSMENT");
  expect((await decide("RECOMMENDED")).status).toBe(200);
});

test("a conditional recommendation names a condition; a recommendation has words for the team", async () => {
  const { caseId } = await makeCase();
  const code = async (kind: Kind, wish: Wish) => (await record(caseId, kind, wish)).body.code;
  expect(await code("SOCIAL", { verdict: "CONDITIONAL" })).toBe("assessment.conditions_missing");
  expect(await code("SOCIAL", { conclusion: null })).toBe("assessment.conclusion_missing");
  const foreign = assessment(caseId, "SOCIAL");
  foreign.content.areas = [{ area: "TRAUMA", level: 1, note: "" }];
  expect((await it.command("anna", "assessment.record", foreign)).body.code).toBe("assessment.areas_of_another_kind");
});

test("a high risk calls the case leader once, however often it is saved, and without a word of why", async () => {
  const { caseId, personId } = await makeCase();
  const draft = assessment(caseId, "PSYCHOLOGICAL", { verdict: null, risk: "HIGH" });
  await it.command("ewa", "assessment.record", draft);
  // twice at once: one of them is a conflict
  const again = await Promise.all([1, 2].map(() => it.command("ewa", "assessment.record", draft, { base: 1 })));
  expect(again.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { rows } = await it.owner.query(
    "select kind, owner_id, text, detail, due_on::text from task where case_id = $1",
    [caseId],
  );
  expect(rows).toEqual([
    {
      kind: "CALL_SPECIALIST_URGENTLY",
      owner_id: it.accountOf("anna"),
      text: null,
      detail: { caller: "Ewa Próbna" },
      due_on: "2026-11-22",
    },
  ]);
  const told = await it.owner.query("select kind, detail from event where person_id = $1 and kind like 'specialist%'", [
    personId,
  ]);
  expect(told.rows).toEqual([{ kind: "specialist.urgent_call", detail: {} }]);
});

test("a risk that rises to high after the first call calls again (F-21)", async () => {
  const { caseId } = await makeCase();
  const draft = assessment(caseId, "ADDICTION", { verdict: null, risk: "HIGH" });
  const calls = async () => {
    const { rows } = await it.owner.query(
      "select count(*)::int as n from task where case_id = $1 and kind = 'CALL_SPECIALIST_URGENTLY'",
      [caseId],
    );
    return rows[0].n;
  };
  const risks = [
    ["HIGH", null, 1],
    ["HIGH", "HIGH", 2],
    ["LOW", "HIGH", 2],
    ["HIGH", "HIGH", 3],
  ] as const;
  let base = 0;
  for (const [riskSuicide, riskViolence, expected] of risks) {
    const content = { ...draft.content, riskSuicide, riskViolence };
    const saved = await it.command("teresa", "assessment.record", { ...draft, content }, base > 0 ? { base } : {});
    expect([saved.status, await calls()]).toEqual([200, expected]);
    base += 1;
  }
});

test("a therapist's record opens for its author and the named substitute, its conclusion for the team", async () => {
  await it.owner.query("insert into membership_role values ($1, $2, 'ADDICTION_THERAPIST')", [
    world.agenda,
    it.accountOf("sylwia"),
  ]);
  const { caseId } = await makeCase();
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
    [world.agenda, uuidv7(), caseId, it.accountOf("sylwia")],
  );
  const wish = assessment(caseId, "ADDICTION", { conclusion: "Trzeźwy od marca." });
  const dependences = (...kinds: string[]) => ({
    dependences: kinds.map((kind) => ({ kind, phase: kind === "NONE_DECLARED" ? null : "ABSTINENT" })),
    abstinentSince: "2026-03-01",
    treatmentSoFar: secret,
  });
  const said = (therapist: object) => ({ ...wish, content: { ...wish.content, therapist } });
  const code = async (therapist: object) =>
    (await it.command("teresa", "assessment.record", said(therapist))).body.code;
  expect(await code(dependences("NONE_DECLARED", "ALCOHOL"))).toBe("assessment.none_with_others");
  expect(await code(dependences("DRUGS", "DRUGS"))).toBe("assessment.dependence_twice");
  const saved = said(dependences("ALCOHOL", "GAMBLING"));
  expect((await it.command("teresa", "assessment.record", saved)).status).toBe(200);
  const shown = async (name: PersonOfFixture) => {
    const [one] = (await page(name, caseId)).assessments;
    return [one?.conclusion, one?.content?.therapist?.treatmentSoFar];
  };
  expect(await shown("teresa")).toEqual(["Trzeźwy od marca.", secret]);
  for (const name of ["anna", "ewa", "sylwia"] as const)
    expect([name, ...(await shown(name))]).toEqual([name, "Trzeźwy od marca.", undefined]);
  // the organisation's keys alone do not open it
  const { rows } = await it.owner.query("select content_sealed, key_id from assessment where id = $1", [
    saved.assessmentId,
  ]);
  expect(() =>
    it.services.keys.decryptFor(
      world.agenda,
      "assessment.content/ADDICTION",
      rows[0].content_sealed,
      saved.assessmentId,
    ),
  ).toThrow();
  const substitutionId = uuidv7();
  const named = {
    substitutionId,
    authorId: it.accountOf("teresa"),
    substituteId: it.accountOf("sylwia"),
    reason: "urlop",
    validFrom: "2026-11-22",
    validUntil: "2026-12-06",
  };
  expect((await it.command("teresa", "note-substitute.name", named)).status).toBe(200);
  expect((await shown("sylwia"))[1]).toBeUndefined();
  expect((await it.command("tomasz", "note-substitute.confirm", { substitutionId })).status).toBe(200);
  expect((await shown("sylwia"))[1]).toBe(secret);
  await it.owner.query("update author_key set wrapped = null, destroyed_at = '2026-11-22T10:00:00Z' where id = $1", [
    rows[0].key_id,
  ]);
  expect(await shown("teresa")).toEqual(["Trzeźwy od marca.", undefined]);
});

test("health, addiction and courts in a social assessment open for whom their sections of the file open (F-22, R-ACC)", async () => {
  const { caseId } = await makeCase();
  const wish = assessment(caseId, "SOCIAL");
  const areas = ["HOUSING", "HEALTH_ACCESS", "ADDICTION", "LAW_COURTS"].map((area) => ({
    area,
    level: 2,
    note: area,
  }));
  const proposedSupport = ["THERAPY_ADDICTION", "HEALTH_CARE", "COURSE"];
  const record = (content: object, base?: number) =>
    it.command(
      "anna",
      "assessment.record",
      { ...wish, recommendation: null, content: { ...wish.content, proposedSupport, ...content } },
      base ? { base } : {},
    );
  // what is closed is named whether or not something is written there
  expect((await record({})).status).toBe(200);
  expect((await page("henryk", caseId)).assessments[0]?.closedAreas).toEqual([
    "HEALTH_ACCESS",
    "ADDICTION",
    "LAW_COURTS",
  ]);
  expect((await record({ areas }, 1)).status).toBe(200);
  const seen = async (name: PersonOfFixture) => {
    const [one] = (await page(name, caseId)).assessments;
    return [one?.content?.areas.map(({ area }) => area), one?.closedAreas];
  };
  expect(await seen("anna")).toEqual([["HOUSING", "HEALTH_ACCESS", "ADDICTION", "LAW_COURTS"], []]);
  expect(await seen("ewa")).toEqual([["HOUSING", "HEALTH_ACCESS", "ADDICTION"], ["LAW_COURTS"]]);
  expect(await seen("henryk")).toEqual([["HOUSING"], ["HEALTH_ACCESS", "ADDICTION", "LAW_COURTS"]]);
  const support = async (name: PersonOfFixture) => (await page(name, caseId)).assessments[0]?.content?.proposedSupport;
  expect(await support("ewa")).toEqual(proposedSupport);
  expect(await support("henryk")).toEqual(["COURSE"]);
  const { rows } = await it.owner.query(
    "select distinct m.display_name as name, a.section from audit_entry a join membership m on m.account_id = a.actor_id where a.object_id = $1 and a.action = 'assessment.read' order by 1",
    [caseId],
  );
  expect(rows.map(({ name, section }) => [name.split(" ")[0], section])).toEqual([
    ["Anna", "ADDICTION"],
    ["Ewa", "ADDICTION"],
    ["Henryk", "SOCIAL"],
  ]);
});

test("months without work stay as they were on the day of the vocational recommendation (F-23)", async () => {
  const { personId, caseId } = await makeCase();
  const worked = (name: PersonOfFixture, from: string, to: string) =>
    it.command(name, "work-period.record", {
      periodId: uuidv7(),
      personId,
      form: "EMPLOYMENT_CONTRACT",
      from,
      to,
      exactness: "DAY",
      employer: "Łucznik",
      post: "tłoczarz",
      leaving: null,
      leavingNote: "",
      certificate: "PRESENT",
      institution: "",
    });
  expect((await worked("robert", "2020-01-01", "2025-11-21")).status).toBe(200);
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'PUP_REGISTRATION', 'REGISTERED', '2026-05-20', $4)",
    [world.agenda, uuidv7(), personId, it.accountOf("anna")],
  );
  const then = {
    on: "2026-11-22",
    periods: 1,
    qualifications: 0,
    unemployed: { since: "2026-05-20", months: 6 },
    sinceLastWork: { since: "2025-11-22", months: 12 },
  };
  const draft = assessment(caseId, "VOCATIONAL", { verdict: null });
  expect((await it.command("robert", "assessment.record", draft)).status).toBe(200);
  expect(await page("robert", caseId)).toMatchObject({ work: then, assessments: [{ content: { work: null } }] });
  // what the server counts is not taken from who sends
  const forged = { ...draft, content: { ...draft.content, work: { ...then, periods: 9 } } };
  expect((await it.command("robert", "assessment.record", forged, { base: 1 })).status).toBe(400);
  const given = { ...draft, recommendation: { verdict: "POSITIVE", conditions: [] } };
  expect((await it.command("robert", "assessment.record", given, { base: 1 })).status).toBe(200);
  expect((await worked("robert", "2026-01-01", "2026-10-31")).status).toBe(200);
  expect(await page("anna", caseId)).toMatchObject({
    work: { periods: 2, sinceLastWork: { since: "2026-11-01", months: 0 } },
    assessments: [{ content: { work: then } }],
  });
  for (const name of ["ewa", "henryk"] as const) expect([name, (await page(name, caseId)).work]).toEqual([name, null]);
});

test("the commune in charge comes from the file for who writes the social assessment and may know it (F-22, C7)", async () => {
  const { personId, caseId } = await makeCase();
  const known = async (name: PersonOfFixture) => (await page(name, caseId)).registrationTeryt;
  expect(await known("anna")).toBeNull();
  await it.owner.query("update person set registration_teryt = '1463011' where id = $1", [personId]);
  expect(await known("anna")).toBe("1463011");
  expect(await known("ewa")).toBeNull();
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect(await known("anna")).toBeNull();
});

test("the commune in charge is written as its code (F-22)", async () => {
  const { caseId } = await makeCase();
  const draft = assessment(caseId, "SOCIAL", { verdict: null });
  const said = (jurisdictionCommune: string) =>
    it.command("anna", "assessment.record", {
      ...draft,
      content: {
        ...draft.content,
        social: { jurisdictionCommune, benefits: "", enforcement: [], enforcementNote: "" },
      },
    });
  for (const [code, status] of [
    ["Chełm", 400],
    ["14630", 400],
    ["146301", 200],
  ] as const)
    expect([code, (await said(code)).status]).toEqual([code, status]);
});

test("what is answered instead of an entry is kept with its own form", async () => {
  const { caseId } = await makeCase();
  const draft = assessment(caseId, "VOCATIONAL", { verdict: null });
  const answers = [
    { about: "barriers", answer: "NONE" },
    { about: "periods", answer: "REFUSED" },
  ];
  const said = (content: object) =>
    it.command("robert", "assessment.record", { ...draft, content: { ...draft.content, ...content } });
  expect((await said({ answers: [{ about: "benefits", answer: "NONE" }] })).status).toBe(400);
  expect((await said({ answers })).status).toBe(200);
  expect((await page("robert", caseId)).assessments[0]?.content?.answers).toEqual(answers);
});

test("nothing that a specialist wrote stands in the tables in clear", async () => {
  const { caseId } = await makeCase();
  await record(caseId, "PSYCHOLOGICAL", { verdict: "CONDITIONAL", conditions: [secret], conclusion: secret });
  await it.command("ewa", "assessment.write-note", { noteId: uuidv7(), caseId, text: secret });
  const { rows: tables } = await it.owner.query(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await it.owner.query(
      `select 1 from ${table_name} t where t::text like $1 or t::text like $2 limit 1`,
      [`%${secret}%`, `%${Buffer.from(secret).toString("hex")}%`],
    );
    if (rows.length > 0) found.push(table_name);
  }
  expect(found).toEqual([]);
});

test("steps of the path go one by one, by those who may", async () => {
  const { personId, caseId } = await makeCase("OPEN_OFFER");
  const move = (act: string, name: PersonOfFixture = "anna") => it.command(name, "stage.move", { caseId, act });
  expect((await move("start_assessment")).body.code).toBe("assessment.step_not_possible");
  expect((await move("attend_regularly", "ewa")).status).toBe(403);
  expect((await move("attend_regularly", "zofia")).status).toBe(404);
  expect((await move("sign_contract")).status).toBe(400);
  expect((await move("attend_regularly")).status).toBe(200);
  expect((await page("anna", caseId)).steps).toEqual(["attend_rarely", "start_assessment"]);
  const back = { caseId, act: "attend_rarely", reason: null };
  expect(await it.command("anna", "stage.move", back)).toMatchObject({
    status: 422,
    body: { code: "assessment.step_reason_missing" },
  });
  expect((await it.command("anna", "stage.move", { ...back, reason: "Leży w szpitalu" })).status).toBe(200);
  expect((await move("attend_regularly")).status).toBe(200);
  expect((await page("ewa", caseId)).path.map(({ act, reason }) => [act, reason])).toEqual([
    ["attend_regularly", null],
    ["attend_rarely", "Leży w szpitalu"],
    ["attend_regularly", null],
  ]);
  const { rows: kept } = await it.owner.query(
    "select reason_sealed::text as text from case_stage_step where case_id = $1",
    [caseId],
  );
  expect(kept.filter(({ text }) => text !== null)).toHaveLength(1);
  const list = await it.get("anna", "/recommendations");
  expect(list.body.cases).toContainEqual(expect.objectContaining({ caseId, stage: "REGULAR", given: [] }));
  expect((await it.get("zofia", "/recommendations")).body.cases).toEqual([]);
  expect((await page("anna", caseId)).ended).toBeNull();
  const ending = { caseId, endedOn: "2026-11-22", reason: "LOST_CONTACT", summary: null };
  expect((await it.command("anna", "case.end", ending)).status).toBe(200);
  const closed = await page("anna", caseId);
  expect(closed).toMatchObject({ stage: "CLOSED", steps: [], ended: { on: "2026-11-22", reason: "LOST_CONTACT" } });
  expect(closed.path.at(-1)).toMatchObject({ from: "REGULAR", to: "CLOSED", act: "close", by: "Anna Próbna" });
  expect((await move("start_assessment")).body.code).toBe("assessment.case_ended");
  // a return goes on in a case of its own, from the beginning of the path
  const again = { caseId: uuidv7(), personId, unitId: world.office, openedOn: "2026-11-22", leaderId: null };
  expect((await it.command("anna", "case.open", again)).status).toBe(200);
  expect(await page("anna", again.caseId)).toMatchObject({ stage: "OPEN_OFFER", path: [], ended: null });
});

test("conclusions on paper say what each reader may read, never what was noted; a therapist's stand on a paper of their own", async () => {
  const { caseId } = await makeCase("UNDER_ASSESSMENT");
  await record(caseId, "PSYCHOLOGICAL", { verdict: "CONDITIONAL", conditions: ["rozmowa z łódzkim sądem"] });
  await record(caseId, "VOCATIONAL", { conclusion: "Stolarnia, mała grupa." });
  await record(caseId, "ADDICTION", { conclusion: "Trzeźwy od marca." });
  await record(caseId, "SOCIAL", { verdict: null, conclusion: "Szkic o długach." });
  const paper = async (name: PersonOfFixture, wish = "") => {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/cases/${caseId}/assessment-conclusions?${wish}`,
      headers: { authorization: `Bearer ${it.tokenOf(name)}` },
    });
    return { status: statusCode, text: plainText(rawPayload).replace(/\s+/g, " ") };
  };
  const own = (await paper("anna")).text;
  for (const words of [
    "rozmowa z łódzkim sądem",
    "Stolarnia, mała grupa.",
    "jeszcze niespełniony",
    "Brakuje rekomendacji",
  ])
    expect(own).toContain(words);
  for (const wish of ["", "print=plain", "print=large", "print=edit"]) {
    const { text } = await paper("anna", wish);
    for (const words of [secret, "Szkic o długach", "Trzeźwy", "Zaradny"]) expect(text).not.toContain(words);
  }
  expect((await paper("anna", "print=plain")).text).toContain("Mówi: tak, ale najpierw trzeba coś zrobić.");
  expect((await paper("anna", "of=ADDICTION")).text).toContain("Trzeźwy od marca.");
  // three recommendations, whoever reads how many of them; a new one makes another paper
  for (const name of ["anna", "robert"] as const) expect((await paper(name)).text).toContain("wersja 3");
  await record(caseId, "VOCATIONAL", { conclusion: "Raczej piekarnia." });
  expect((await paper("anna")).text).toContain("wersja 4");
  expect((await paper("robert", "of=ADDICTION")).status).toBe(404);
  expect((await paper("zofia")).status).toBe(404);
  expect(await it.audited(caseId)).toContain("assessment.print done");
});

/** A whole form as one reader gets it; the words of a PDF and of the text of a DOCX, apart by single spaces. */
async function wholeForm(name: PersonOfFixture, assessmentId: string, wish = "") {
  const { statusCode, rawPayload } = await it.server.inject({
    url: `/api/assessments/${assessmentId}/document?${wish}`,
    headers: { authorization: `Bearer ${it.tokenOf(name)}` },
  });
  const text = plainText(rawPayload)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  return { status: statusCode, text };
}

test("the whole social form on paper says each area, what was refused, and names what is closed to whoever prints (F-22)", async () => {
  const { caseId } = await makeCase("UNDER_ASSESSMENT");
  const wish = assessment(caseId, "SOCIAL", {
    verdict: "CONDITIONAL",
    conditions: ["wyrobienie dowodu do 15 grudnia"],
  });
  const long = `Źródło dochodu: ${"zażółć gęślą jaźń, ".repeat(60)}i tyle.`;
  const content = {
    reason: "",
    methods: "",
    strengths: "",
    riskSuicide: null,
    riskViolence: null,
    areas: [
      { area: "HOUSING", level: 2, note: "Altana na działkach, bez prądu." },
      { area: "INCOME_DEBTS", level: 1, note: long },
      { area: "LAW_COURTS", level: 3, note: "Wyrok w zawieszeniu." },
      { area: "ADDICTION", level: null, notAssessed: true, note: "Nie chciał o tym rozmawiać." },
    ],
    proposedSupport: ["SOCIAL_WORK", "SHELTER"],
    answers: [{ about: "enforcement", answer: "REFUSED" }],
    social: { jurisdictionCommune: "1463011", benefits: "zasiłek stały 1000 zł", enforcement: [], enforcementNote: "" },
  };
  expect((await it.command("anna", "assessment.record", { ...wish, content })).status).toBe(200);
  for (const print of ["print=normal", "print=large", "print=plain", "print=edit"]) {
    const { status, text } = await wholeForm("anna", wish.assessmentId, print);
    expect([print, status]).toEqual([print, 200]);
    for (const words of [
      "Altana na działkach, bez prądu.",
      "i tyle.",
      "Nie chciał o tym rozmawiać.",
      "nie oceniono",
      "nie wpisano",
      "1463011",
      "zasiłek stały 1000 zł",
      "osoba nie chce o tym mówić",
      "praca socjalna",
      "Pomaga stały rytm dnia; unikać pośpiechu.",
      "wyrobienie dowodu do 15 grudnia",
    ])
      expect([print, words, text.includes(words)]).toEqual([print, words, true]);
    // over the end of a page too; the narrow column of the table may part a word
    if (print !== "print=normal") expect([print, text.split("gęślą").length]).toEqual([print, 61]);
  }
  const managers = (await wholeForm("henryk", wish.assessmentId)).text;
  expect(managers).toContain("Altana na działkach, bez prądu.");
  expect(managers).toContain("zamknięte dla osoby, która zrobiła wydruk");
  for (const words of ["Wyrok w zawieszeniu", "Nie chciał o tym"]) expect(managers).not.toContain(words);
  for (const name of ["robert", "teresa", "zofia"] as const)
    expect([name, (await wholeForm(name, wish.assessmentId)).status]).toEqual([name, 404]);
  expect(await it.audited(wish.assessmentId)).toContain("assessment.print-form done");
});

test("the whole vocational form on paper holds work, gaps, licences and the months without work of its day (F-23, R-LTU)", async () => {
  const { caseId, personId } = await makeCase("UNDER_ASSESSMENT");
  const work = {
    personId,
    form: "EMPLOYMENT_CONTRACT",
    exactness: "MONTH",
    leaving: "BY_EMPLOYER",
    leavingNote: "zakład upadł po powodzi",
    certificate: "LOST",
    institution: "Archiwum Państwowe w Radomiu",
  };
  for (const one of [
    {
      periodId: uuidv7(),
      from: "2015-03-10",
      to: "2018-02-01",
      employer: "Zakłady Metalowe „Łucznik”",
      post: "tłoczarz",
    },
    { periodId: uuidv7(), from: "2022-01-01", to: "2023-06-30", employer: "Piekarnia Żabik", post: "ciastowy" },
  ])
    expect((await it.command("robert", "work-period.record", { ...work, ...one })).status).toBe(200);
  const licence = { kind: "LICENCE", name: "Wózki widłowe", year: 2012, document: "PRESENT", institution: "" };
  await it.command("robert", "qualification.record", { qualificationId: uuidv7(), personId, ...licence });
  const wish = assessment(caseId, "VOCATIONAL");
  const vocational = {
    skills: [{ kind: "LANGUAGE", name: "niemiecki", level: 0 }],
    preferenceTest: { name: "Kwestionariusz zainteresowań", on: "2026-11-19", result: "R, C" },
    barriers: ["TRANSPORT"],
    barriersNote: "autobus raz dziennie",
    preferredJobs: "magazynier",
    preferredHours: "PART_TIME",
    areaKm: 15,
    fitness: null,
  };
  const answers = [{ about: "fitness", answer: "UNKNOWN" }];
  const areas = [{ area: "READINESS", level: 3, note: "chce pracować" }];
  const content = { ...wish.content, areas, vocational, answers };
  expect((await it.command("robert", "assessment.record", { ...wish, content })).status).toBe(200);
  const words = [
    "Zakłady Metalowe „Łucznik”",
    "Piekarnia Żabik",
    "zakład upadł po powodzi",
    "zgubione",
    "luka, 46 miesięcy",
    "Wózki widłowe",
    "niemiecki",
    "0/3",
    "Kwestionariusz zainteresowań",
    "autobus raz dziennie",
    "magazynier",
    "15 km",
    "nie wiadomo",
    "W ostatnich 24 miesiącach",
    "od ostatniej pracy 40 miesięcy",
  ];
  const { text } = await wholeForm("robert", wish.assessmentId, "print=large");
  for (const one of words) expect([one, text.includes(one)]).toEqual([one, true]);
  for (const print of ["print=normal", "print=plain", "print=edit"])
    expect([print, (await wholeForm("anna", wish.assessmentId, print)).text.includes("Wózki widłowe")]).toEqual([
      print,
      true,
    ]);
});

test("a psychologist's and a therapist's whole form leaves on paper by its author and the named substitute alone, without notes (F-21)", async () => {
  const { caseId } = await makeCase("UNDER_ASSESSMENT");
  const [mine, therapists] = [assessment(caseId, "PSYCHOLOGICAL"), assessment(caseId, "ADDICTION")];
  await it.command("ewa", "assessment.record", mine);
  await it.command("teresa", "assessment.record", therapists);
  const note = { noteId: uuidv7(), caseId, text: "tylko dla mnie" };
  expect((await it.command("ewa", "assessment.write-note", note)).status).toBe(200);
  const own = await wholeForm("ewa", mine.assessmentId);
  expect([own.status, own.text.includes(secret), own.text.includes("tylko dla mnie")]).toEqual([200, true, false]);
  expect((await wholeForm("ewa", mine.assessmentId, "print=plain")).status).toBe(422);
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
    [world.agenda, uuidv7(), caseId, it.accountOf("sylwia")],
  );
  // another psychologist of the team reads it on the screen and takes no copy
  expect((await page("sylwia", caseId)).assessments.find(({ kind }) => kind === "PSYCHOLOGICAL")).toMatchObject({
    content: { reason: "Regularny udział w zajęciach" },
    printable: false,
  });
  for (const name of ["sylwia", "anna", "henryk", "teresa"] as const)
    expect([name, (await wholeForm(name, mine.assessmentId)).status]).toEqual([name, 404]);
  const substitution = {
    substitutionId: uuidv7(),
    authorId: it.accountOf("ewa"),
    substituteId: it.accountOf("sylwia"),
    reason: "urlop",
    validFrom: "2026-11-01",
    validUntil: "2026-12-31",
  };
  expect((await it.command("ewa", "note-substitute.name", substitution)).status).toBe(200);
  const { substitutionId } = substitution;
  expect((await it.command("tomasz", "note-substitute.confirm", { substitutionId })).status).toBe(200);
  expect((await wholeForm("sylwia", mine.assessmentId)).status).toBe(200);
  expect((await wholeForm("teresa", therapists.assessmentId)).status).toBe(200);
  for (const name of ["ewa", "anna"] as const)
    expect([name, (await wholeForm(name, therapists.assessmentId)).status]).toEqual([name, 404]);
  await closeDocuments();
});
