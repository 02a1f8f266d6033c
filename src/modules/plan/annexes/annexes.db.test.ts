import { expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PacketOfPerson } from "../../social-contract/packet/contract.ts";
import { AnnexVersions, InterpersonalPathView, MeasureFigures, VocationalPlanView } from "./contract.ts";

const it = useTestHouse();
const day = "2026-11-22";

/** A draft programme with a case team of ewa, robert, sylwia and gosia. */
async function makePlan() {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Brzęczyszczykiewicz', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.office, it.accountOf("anna")],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  for (const name of ["ewa", "robert", "sylwia", "gosia"] as const)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf(name)],
    );
  await it.owner.query(
    `insert into plan (organisation_id, id, person_id, case_id, kind, prepared_by, prepared_side, implementer, start_on, end_on, beyond_shelter_means, health_insurance_needed, sealed)
      values ($1, $2, $3, $4, 'IPWB', $5, 'OPS', 'OPS', '2026-11-20', '2027-11-19', false, false, '\\x00')`,
    [world.agenda, planId, personId, caseId, it.accountOf("anna")],
  );
  const stepTo = (no: number, state: string) =>
    it.owner.query("insert into plan_step values ($1, $2, $3, 'x', $4, '2026-11-20', $5)", [
      world.agenda,
      planId,
      no,
      state,
      it.accountOf("anna"),
    ]);
  await stepTo(1, "DRAFT");
  return { personId, caseId, planId, annexId: uuidv7(), stepTo };
}

const step = (wish: object = {}) => ({
  lineId: uuidv7(),
  base: null as number | null,
  type: "COURSE",
  provider: "Fundacja Dobry Zawód",
  hours: 40.5,
  fromOn: "2026-12-01",
  untilOn: "2027-01-31",
  certificate: "zaświadczenie opiekuna",
  mover: "COUNSELLOR",
  lacksDocument: true,
  competence: "Trzy lata opiekował się chorą matką",
  ...wish,
});

/** A vocational plan with a goal and two steps, not yet agreed. */
async function makeVocational() {
  const made = await makePlan();
  const { annexId, planId } = made;
  const send = (type: string, payload: object, more?: object, name: PersonOfFixture = "robert") =>
    it.command(name, `vocational-plan.${type}`, { annexId, ...payload }, more);
  expect((await send("begin", { planId })).status).toBe(200);
  const fields = { goal: "Chcę być opiekunem w domu pomocy", reviewOn: ["2027-03-01", "2027-01-15"] };
  const changed = await send("change", { fields }, { base: 1 });
  expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
  const steps = [
    step(),
    step({ type: "WORKPLACE_TRAINING", lacksDocument: false, fromOn: null, untilOn: null, mover: "JOB_COACH" }),
  ];
  expect((await send("set-steps", { steps, removed: [] })).status).toBe(200);
  const read = (name: PersonOfFixture = "robert") =>
    it.read(name, `/plans/${planId}/vocational-plan`, VocationalPlanView);
  return { ...made, send, steps, read };
}
const tasksOf = async (personId: string) =>
  (
    await it.owner.query(
      `select t.kind, t.due_on::text as due, t.owner_id as owner, e.outcome from task t
        left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.person_id = $1 order by t.due_on, t.kind, e.outcome`,
      [personId],
    )
  ).rows;

test("a counsellor writes the vocational plan, agrees it, marks steps; the next step and who moves are seen (J5.6)", async () => {
  const { send, steps, read, personId, planId } = await makeVocational();
  expect((await send("begin", { annexId: uuidv7(), planId })).body.code).toBe("annex.already_begun");
  const draft = await read();
  expect(draft.annex).toMatchObject({
    state: "DRAFT",
    versionNo: 0,
    refusals: [],
    nextStepId: steps[0]?.lineId,
    steps: [{ type: "COURSE", hours: 40.5, status: "PLANNED", lacksDocument: true }, { type: "WORKPLACE_TRAINING" }],
    content: { goal: "Chcę być opiekunem w domu pomocy", reviewOn: ["2027-01-15", "2027-03-01"] },
  });
  const mark = (status: string, name: PersonOfFixture = "robert") =>
    it.command(name, "vocational-plan.mark-step", { markId: uuidv7(), lineId: steps[0]?.lineId, status });
  expect((await mark("DONE")).body.code).toBe("annex.not_in_force");
  expect((await send("agree", {})).status).toBe(200);
  expect((await send("agree", {})).body.code).toBe("annex.already_agreed");
  expect(await tasksOf(personId)).toMatchObject([
    { kind: "VOCATIONAL_REVIEW", due: "2027-01-15", owner: it.accountOf("robert"), outcome: null },
    { kind: "VOCATIONAL_REVIEW", due: "2027-03-01", outcome: null },
  ]);
  expect((await mark("IN_PROGRESS")).status).toBe(200);
  expect((await mark("DONE", "sylwia")).status).toBe(200);
  expect((await mark("DONE", "ewa")).status).toBe(403);
  const view = await read("sylwia");
  expect(view).toMatchObject({
    mayMark: true,
    mayWrite: false,
    annex: { state: "IN_FORCE", nextStepId: steps[1]?.lineId },
  });
  expect((await send("change", { fields: { reviewOn: ["2027-03-01"] } }, { base: 2 })).status).toBe(200);
  expect((await tasksOf(personId)).filter(({ outcome }) => outcome === null)).toMatchObject([{ due: "2027-03-01" }]);
});

test("a change of what is agreed is a further version; what would be missing is refused; the draft has none", async () => {
  const { send, steps, annexId, personId } = await makeVocational();
  await send("agree", {});
  const [first] = steps;
  const again = { ...first, base: 1, provider: "Zakład Doskonalenia Zawodowego" };
  expect((await send("set-steps", { steps: [again], removed: [{ lineId: steps[1]?.lineId, base: 1 }] })).status).toBe(
    200,
  );
  expect((await send("set-steps", { steps: [], removed: [{ lineId: first?.lineId, base: 2 }] })).body.code).toBe(
    "annex.steps_missing",
  );
  expect((await send("change", { fields: { goal: "" } }, { base: 2 })).body.code).toBe("annex.goal_missing");
  const { versions } = await it.read("anna", `/vocational-plans/${annexId}/versions`, AnnexVersions);
  expect(versions.map(({ no, content }) => [no, content.steps.map(({ provider }) => provider)])).toEqual([
    [1, ["Fundacja Dobry Zawód", "Fundacja Dobry Zawód"]],
    [2, ["Zakład Doskonalenia Zawodowego"]],
  ]);
  expect(await it.audited(personId)).toContain("vocational-plan.list-versions done");
});

test("two who edit one plan lose nothing: other fields and lines stay, the same one is a conflict", async () => {
  const { send, steps } = await makeVocational();
  expect((await send("change", { fields: { targetJobs: "opiekun" } }, { base: 2 })).status).toBe(200);
  expect((await send("change", { fields: { measures: ["CERTIFICATES"] } }, { base: 2 })).body.version).toBe(4);
  const stale = await send("change", { fields: { targetJobs: "murarz", goal: "inny" } }, { base: 2 });
  expect(stale).toMatchObject({ status: 409, body: { code: "record.changed" } });
  expect((await send("set-steps", { steps: [step()], removed: [] })).status).toBe(200);
  expect((await send("set-steps", { steps: [{ ...steps[0], base: 1 }], removed: [] })).status).toBe(200);
  const late = await send("set-steps", { steps: [{ ...steps[0], base: 1, provider: "inny" }], removed: [] });
  expect(late).toMatchObject({ status: 409, body: { code: "annex.line_changed" } });
});

test("a step says that lack of a documented competence blocks work, and which; else it is refused (R-EMP-07)", async () => {
  const { send } = await makeVocational();
  const set = async (wish: object) => (await send("set-steps", { steps: [step(wish)], removed: [] })).body.code;
  expect(await set({ competence: "" })).toBe("annex.competence_missing");
  expect(await set({ type: "JOB" })).toBe("annex.document_of_other_step");
  expect(await set({ untilOn: "2026-11-30" })).toBe("annex.step_ends_before_start");
  expect(await set({ hours: 0.3 })).toBe("request.invalid");
});

test("the plan is handed over to a coach of the team with the agreed disclosure, as a task (R-EMP-04)", async () => {
  const { send, read, personId, caseId, stepTo } = await makeVocational();
  const handOver = async (wish: object = {}) =>
    await send("hand-over", {
      handoverId: uuidv7(),
      coachId: it.accountOf("sylwia"),
      disclosureAgreed: true,
      disclosure: "Może wiedzieć o przerwie w pracy. Nie mówić o schronisku.",
      ...wish,
    });
  expect((await handOver()).body.code).toBe("annex.not_in_force");
  await send("agree", {});
  expect((await handOver({ disclosure: " " })).body.code).toBe("annex.disclosure_missing");
  expect((await handOver({ coachId: it.accountOf("anna") })).body.code).toBe("colleague.cannot");
  expect((await read()).coaches).toEqual([{ id: it.accountOf("sylwia"), name: expect.any(String) }]);
  await it.owner.query("update case_member set valid_until = '2026-11-21' where case_id = $1 and account_id = $2", [
    caseId,
    it.accountOf("sylwia"),
  ]);
  expect((await handOver()).body.code).toBe("annex.coach_not_in_team");
  await it.owner.query("update case_member set valid_until = null where case_id = $1", [caseId]);
  const forPlacement = async (name: PersonOfFixture) => {
    const { status, body } = await it.get(name, `/people/${personId}/agreed-disclosure`);
    return status === 200 ? body.agreed : status;
  };
  expect((await handOver({ disclosureAgreed: false, disclosure: "Nie mówić o niczym" })).status).toBe(200);
  expect(await forPlacement("sylwia")).toBeNull();
  expect((await handOver()).status).toBe(200);
  // what was agreed is at hand for the placement, and for nobody who plans none (R-EMP-04)
  expect(await forPlacement("sylwia")).toEqual({
    words: "Może wiedzieć o przerwie w pracy. Nie mówić o schronisku.",
    agreedOn: day,
    by: "Robert Próbna",
  });
  expect([await forPlacement("anna"), await forPlacement("zofia")]).toEqual([403, 403]);
  expect((await tasksOf(personId)).filter(({ kind }) => kind.startsWith("TAKE_OVER"))).toMatchObject([
    { kind: "TAKE_OVER_AGREED", due: "2026-11-29", owner: it.accountOf("sylwia"), outcome: null },
    { kind: "TAKE_OVER_UNAGREED", outcome: "NO_LONGER_RELEVANT" },
  ]);
  expect((await read("sylwia")).annex?.handover).toMatchObject({
    disclosureAgreed: true,
    disclosure: expect.stringMatching(/schronisku/),
  });
  const { rows } = await it.owner.query("select sealed from plan_annex_handover");
  expect(rows.some(({ sealed }) => Buffer.from(sealed).includes("schronisku"))).toBe(false);
  await stepTo(2, "INTERRUPTED");
  expect(await forPlacement("sylwia")).toBeNull();
});

test("the level comes from the vocational assessment, in the reader's share", async () => {
  const { read, caseId } = await makeVocational();
  expect((await read()).level).toBeNull();
  const assessment = {
    assessmentId: uuidv7(),
    caseId,
    kind: "VOCATIONAL",
    startedOn: day,
    content: {
      reason: "",
      methods: "",
      strengths: "",
      areas: [{ area: "READINESS", level: 4, note: "" }],
      riskSuicide: null,
      riskViolence: null,
    },
    conclusion: "Umie opiekować się chorym, nie ma na to papieru.",
    recommendation: { verdict: "POSITIVE", conditions: [] },
  };
  expect(await it.command("robert", "assessment.record", assessment)).toMatchObject({ status: 200 });
  expect((await read()).level).toMatchObject({ readiness: 4, conclusion: expect.stringMatching(/papieru/) });
  expect((await read("henryk")).level).toMatchObject({
    readiness: null,
    conclusion: expect.stringMatching(/papieru/),
    qualifications: [],
  });
});

test("skills, barriers and months without work come from the assessment to who reads its content alone (F-26)", async () => {
  const { read, caseId } = await makeVocational();
  const vocational = {
    skills: [{ name: "Opieka nad chorym", kind: "SKILL", level: 3 }],
    preferredJobs: "opiekun",
    preferenceTest: null,
    barriers: ["LONG_BREAK", "ADDICTION"],
    barriersNote: "",
    preferredHours: "FULL_TIME",
    areaKm: null,
    fitness: null,
  };
  const assessment = {
    assessmentId: uuidv7(),
    caseId,
    kind: "VOCATIONAL",
    startedOn: day,
    content: { reason: "", methods: "", strengths: "", areas: [], riskSuicide: null, riskViolence: null, vocational },
    conclusion: "Umie.",
    recommendation: { verdict: "POSITIVE", conditions: [] },
  };
  expect((await it.command("robert", "assessment.record", assessment)).body).toMatchObject({ outcome: "done" });
  expect((await read()).level).toMatchObject({
    skills: [{ skill: "Opieka nad chorym", level: 3 }],
    barriers: ["LONG_BREAK", "ADDICTION"],
  });
  expect((await read("henryk")).level).toMatchObject({ skills: [], barriers: [], monthsWithoutWork: null });
});

test("a chosen measure has a target, and our own records stand beside it on screen and paper; a coach is foreseen (F-26)", async () => {
  const { send, steps, read, personId, annexId } = await makeVocational();
  const change = (fields: object, base: number) => send("change", { fields }, { base });
  const measures = ["WORKSHOP_ATTENDANCE", "CERTIFICATES", "JOB_KEPT"];
  expect((await change({ measures, targets: { INTERVIEWS: 2 } }, 2)).body.code).toBe("annex.target_of_other_measure");
  expect((await change({ measures, targets: { WORKSHOP_ATTENDANCE: 120 } }, 2)).body.code).toBe(
    "annex.target_over_whole",
  );
  expect((await change({ coachId: it.accountOf("anna") }, 2)).body.code).toBe("colleague.cannot");
  const targets = { WORKSHOP_ATTENDANCE: 80, CERTIFICATES: 1, JOB_KEPT: 90 };
  expect((await change({ measures, targets, coachId: it.accountOf("sylwia") }, 2)).status).toBe(200);
  const { annex } = await read();
  const foreseenCoach = expect.stringContaining("Sylwia");
  expect(annex).toMatchObject({ content: { targets, coachId: it.accountOf("sylwia") }, foreseenCoach });

  expect((await send("agree", {})).status).toBe(200);
  await it.command("robert", "vocational-plan.mark-step", {
    markId: uuidv7(),
    lineId: steps[0]?.lineId,
    status: "DONE",
  });
  const employerId = uuidv7();
  await it.owner.query(
    "insert into employer (organisation_id, id, name, recorded_by) values ($1, $2, 'Dom Pomocy', $3)",
    [world.agenda, employerId, it.accountOf("anna")],
  );
  const placementId = uuidv7();
  await it.owner.query(
    "insert into placement (organisation_id, id, person_id, employer_id, kind, starts_on, until_on, recorded_by) values ($1, $2, $3, $4, 'OPEN_MARKET_JOB', '2026-11-13', '2027-11-12', $5)",
    [world.agenda, placementId, personId, employerId, it.accountOf("anna")],
  );
  await it.owner.query(
    "insert into placement_start (organisation_id, placement_id, started_on, started_by) values ($1, $2, '2026-11-13', $3)",
    [world.agenda, placementId, it.accountOf("anna")],
  );
  const figures = async (name: PersonOfFixture) =>
    (await it.read(name, `/vocational-plans/${annexId}/figures`, MeasureFigures)).figures.map(
      ({ measure, count, of, target, reached }) => ({ measure, count, of, target, reached }),
    );
  const certificates = { measure: "CERTIFICATES", count: 1, of: 2, target: 1, reached: true };
  // from the day on which the plan was begun
  expect(await figures("robert")).toEqual([
    certificates,
    { measure: "JOB_KEPT", count: 1, of: null, target: 90, reached: false },
  ]);
  expect(await figures("ewa")).toEqual([certificates]); // a psychologist reads no placements
  expect((await it.get("marta", `/vocational-plans/${annexId}/figures`)).status).toBe(403);
  expect((await it.get("zofia", `/vocational-plans/${annexId}/figures`)).status).toBe(404);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect(await it.read("ewa", `/vocational-plans/${annexId}/figures`, MeasureFigures)).toMatchObject({
    hidden: true,
    figures: [],
  });
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);

  const paper = plainText(
    (await print("robert", `/vocational-plans/${annexId}/document?print=now`)).rawPayload,
  ).replace(/\s+/g, " ");
  for (const part of ["cel 80%", "dni: 90", "1 z 2", "Najdłuższa praca: dni: 1", "(przewidziany)"])
    expect(paper).toContain(part);
  // what is signed is what was agreed: how steps go and what was measured is not under it (R-DOC-02)
  const signed = plainText((await print("robert", `/vocational-plans/${annexId}/document`)).rawPayload).replace(
    /\s+/g,
    " ",
  );
  expect(signed).toContain("cel 80%");
  for (const part of ["Najdłuższa praca", "Stan:", "Zrobione", "Co już widać"]) expect(signed).not.toContain(part);

  const { versions, coaches } = await it.read("robert", `/vocational-plans/${annexId}/versions`, AnnexVersions);
  expect(versions.at(-1)?.content.content).toMatchObject({ targets, coachId: it.accountOf("sylwia") });
  expect(coaches).toMatchObject([{ id: it.accountOf("sylwia") }]);
});

/** A path with a start, a goal with its reason and a form, agreed. */
async function makePath() {
  const made = await makePlan();
  const { annexId, planId } = made;
  const send = (type: string, payload: object, name: PersonOfFixture = "ewa") =>
    it.command(name, `interpersonal-path.${type}`, { annexId, ...payload });
  const measure = (moment: string, measuredOn: string, levels: object) =>
    send("measure", { measureId: uuidv7(), moment, measuredOn, levels });
  const goal = {
    lineId: uuidv7(),
    base: null as number | null,
    competence: "SELF_WORTH",
    text: "Mówię o sobie dobrze na rozmowie",
    reason: "Ojciec bił i poniżał",
  };
  const form = { lineId: uuidv7(), base: null, form: "INDIVIDUAL_COUNSELLING", hours: 12, note: "" };
  const read = (name: PersonOfFixture = "ewa") =>
    it.read(name, `/plans/${planId}/interpersonal-path`, InterpersonalPathView);
  expect((await send("begin", { planId })).status).toBe(200);
  return { ...made, send, measure, goal, form, read };
}
async function makeAgreedPath() {
  const made = await makePath();
  expect((await made.measure("PRE", "2026-11-02", { SELF_WORTH: 2, STRESS: 3 })).status).toBe(200);
  expect((await made.send("set-goals", { goals: [made.goal], removed: [] })).status).toBe(200);
  expect((await made.send("set-forms", { forms: [made.form], removed: [] })).status).toBe(200);
  expect((await made.send("agree", {})).status).toBe(200);
  return made;
}

test("a path begins with the start that was measured, goals and forms (J4.6); what is missing is listed whole", async () => {
  const { send, measure, goal, form, read } = await makePath();
  const early = await send("agree", {});
  expect(early).toMatchObject({
    status: 422,
    body: { details: { refusals: ["annex.start_not_measured", "annex.goals_missing", "annex.forms_missing"] } },
  });
  expect((await measure("PRE", "2026-11-02", {})).body.code).toBe("annex.nothing_measured");
  expect((await measure("PRE", "2026-11-23", { STRESS: 3 })).body.code).toBe("annex.measured_in_future");
  expect((await measure("PRE", "2026-11-02", { STRESS: 6 })).body.code).toBe("request.invalid");
  expect((await measure("PRE", "2026-11-02", { STRESS: 3 })).status).toBe(200);
  await send("set-goals", { goals: [goal], removed: [] });
  await send("set-forms", { forms: [form], removed: [] });
  expect((await send("agree", {})).status).toBe(200);
  expect((await read()).annex).toMatchObject({
    state: "IN_FORCE",
    goals: [{ reason: "Ojciec bił i poniżał" }],
    forms: [{ hours: 12 }],
    measures: [{ moment: "PRE", levels: { STRESS: 3 }, counts: true }],
  });
});

test("the team reads goals, whoever reads the programme measurements, psychologists alone the reasons (F-27)", async () => {
  const { read, annexId } = await makeAgreedPath();
  for (const name of ["anna", "henryk"] as const)
    expect(await read(name)).toMatchObject({
      seesMeasures: true,
      mayWrite: false,
      annex: {
        goals: [{ text: expect.stringMatching(/dobrze/), reason: null }],
        measures: [{ levels: { STRESS: 3 } }],
      },
    });
  for (const name of ["robert", "sylwia", "gosia"] as const)
    expect(await read(name)).toMatchObject({
      seesMeasures: false,
      annex: { goals: [{ text: expect.stringMatching(/dobrze/), reason: null }], forms: [{ hours: 12 }], measures: [] },
    });
  const reasonsIn = async (name: PersonOfFixture) =>
    (await it.read(name, `/interpersonal-paths/${annexId}/versions`, AnnexVersions)).versions.map(({ content }) =>
      content.goals.map(({ reason }) => reason),
    );
  expect([await reasonsIn("ewa"), await reasonsIn("anna")]).toEqual([[["Ojciec bił i poniżał"]], [[null]]]);
  expect((await it.get("gosia", `/interpersonal-paths/${annexId}/versions`)).status).toBe(403);
  expect((await it.get("janusz", `/interpersonal-paths/${annexId}/versions`)).status).toBe(403);
  for (const table of ["plan_annex_line", "plan_annex_version", "path_measure"]) {
    const { rows } = await it.owner.query<{ row: string }>(`select t::text as row from ${table} t`);
    const bytes = rows.map(({ row }) => row).join("\n");
    for (const word of ["Ojciec", "dobrze", "STRESS"])
      expect([word, bytes.includes(Buffer.from(word).toString("hex"))]).toEqual([word, false]);
  }
});

test("another measuring is another row; a correction names its reason and leaves the former readable", async () => {
  const { measure, read } = await makeAgreedPath();
  expect((await measure("MID", "2026-11-01", { STRESS: 4 })).body.code).toBe("annex.moments_out_of_order");
  expect((await measure("MID", "2026-11-15", { STRESS: 4 })).status).toBe(200);
  expect((await measure("MID", "2026-11-20", { SELF_WORTH: 3 })).status).toBe(200);
  const before = (await read()).annex?.measures ?? [];
  const wrong = before.find(({ measuredOn }) => measuredOn === "2026-11-15");
  const correct = (measureId = uuidv7()) =>
    it.command("ewa", "interpersonal-path.correct-measure", {
      measureId,
      correctsId: wrong?.id,
      measuredOn: "2026-11-15",
      levels: { STRESS: 2 },
      reason: "Przestawione cyfry w arkuszu",
    });
  expect((await correct()).status).toBe(200);
  expect((await correct()).body.code).toBe("annex.already_corrected");
  const after = (await read()).annex?.measures ?? [];
  expect(after.map(({ moment, levels, counts, reason }) => [moment, levels, counts, reason])).toEqual([
    ["PRE", { SELF_WORTH: 2, STRESS: 3 }, true, null],
    ["MID", { STRESS: 4 }, false, null],
    ["MID", { STRESS: 2 }, true, "Przestawione cyfry w arkuszu"],
    ["MID", { SELF_WORTH: 3 }, true, null],
  ]);
  expect((await read("anna")).annex?.measures[2]?.reason).toBeNull();
});

test("a rise is offered once as a soft outcome, with the measured numbers; who offers does not verify (R-OUTC-04, R-OUTC-05)", async () => {
  const { measure, send, read, personId, caseId } = await makeAgreedPath();
  const projectId = uuidv7();
  await it.owner.query(
    `insert into project (organisation_id, id, unit_id, kind, title, number, starts_on, ends_on, social_threshold_percent, employment_threshold_percent, contract_required, recorded_by)
      values ($1, $2, $3, 'KIS', 'Klub Nowy Start', 'KIS/1/2026', '2026-01-05', '2026-12-31', 60, 25, false, $4)`,
    [world.agenda, projectId, world.office, it.accountOf("anna")],
  );
  const offer = (competence: string, evidenceId = uuidv7()) =>
    send("offer-outcome", { evidenceId, projectId, competence });
  expect((await offer("SELF_WORTH")).body.code).toBe("annex.no_rise");
  expect((await offer("BUDGET")).body.code).toBe("annex.start_not_measured");
  await measure("MID", "2026-11-20", { SELF_WORTH: 3, STRESS: 3 });
  expect((await offer("STRESS")).body.code).toBe("annex.no_rise");
  expect((await offer("SELF_WORTH")).body.code).toBe("outcome.not_participant");
  await it.owner.query(
    "insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by) values ($1, $2, $3, $4, $5, '2026-11-05', $6)",
    [world.agenda, uuidv7(), personId, caseId, projectId, it.accountOf("anna")],
  );
  expect((await read()).projects).toEqual([{ id: projectId, title: "Klub Nowy Start" }]);
  const evidenceId = uuidv7();
  expect((await offer("SELF_WORTH", evidenceId)).status).toBe(200);
  expect((await offer("SELF_WORTH")).body.code).toBe("annex.already_offered");
  const { rows } = await it.owner.query(
    "select outcome_type, evidence_kind, measure_before::float8 as before, measure_after::float8 as after, assessor_id, occurred_on::text as day from outcome_evidence where id = $1",
    [evidenceId],
  );
  expect(rows).toEqual([
    {
      outcome_type: "SELF_CONFIDENCE_SKILLS_UP",
      evidence_kind: "PRE_POST_TEST",
      before: 2,
      after: 3,
      assessor_id: it.accountOf("ewa"),
      day: "2026-11-20",
    },
  ]);
  expect((await read()).annex?.offers).toMatchObject([{ evidenceId, competence: "SELF_WORTH" }]);
  // who is asked to verify is told once the measured number is another; she who corrects knows
  const correctsId = (await read()).annex?.measures.find(({ moment }) => moment === "MID")?.id;
  const wish = { measureId: uuidv7(), correctsId, measuredOn: "2026-11-20", reason: "Przestawione cyfry" };
  const told = async () =>
    (
      await it.owner.query(
        "select c.owner_id = v.owner_id as same, c.due_on::text as due from task c join task v on v.source_id = c.source_id and v.kind = 'evidence.verify_due' where c.kind = 'evidence.measure_corrected' and c.source_id = $1",
        [evidenceId],
      )
    ).rows;
  const levels = { SELF_WORTH: 4, STRESS: 3 };
  expect((await it.command("ewa", "interpersonal-path.correct-measure", { ...wish, levels })).status).toBe(200);
  expect(await told()).toEqual([{ same: true, due: "2026-11-29" }]);
  expect(
    (await it.command("ewa", "evidence.verify", { evidenceId, verdict: "VERIFIED", reason: null }, { base: 1 })).status,
  ).toBe(403);
});

test("an annex closes with its programme: it is read and printed, and not changed", async () => {
  const { send, stepTo, read, planId, annexId } = await makeVocational();
  await send("agree", {});
  await stepTo(2, "INTERRUPTED");
  expect((await read()).annex?.state).toBe("CLOSED");
  expect((await send("change", { fields: { goal: "inny" } }, { base: 2 })).body.code).toBe("annex.closed");
  expect((await send("set-steps", { steps: [], removed: [] })).body.code).toBe("annex.closed");
  expect((await it.command("ewa", "interpersonal-path.begin", { annexId: uuidv7(), planId })).body.code).toBe(
    "annex.plan_closed",
  );
  expect((await print("robert", `/vocational-plans/${annexId}/document`)).statusCode).toBe(200);
});

test("annexes are begun and written by their specialist of the team alone", async () => {
  const { planId } = await makePlan();
  for (const name of ["anna", "henryk", "ewa", "sylwia", "hanna", "adam"] as const)
    expect((await it.command(name, "vocational-plan.begin", { annexId: uuidv7(), planId })).status).toBe(403);
  for (const name of ["anna", "robert", "sylwia", "tomasz"] as const)
    expect((await it.command(name, "interpersonal-path.begin", { annexId: uuidv7(), planId })).status).toBe(403);
  expect((await it.get("zofia", `/plans/${planId}/interpersonal-path`)).status).toBe(404);
  const { planId: other, caseId } = await makePlan();
  await it.owner.query("delete from case_member where case_id = $1", [caseId]);
  expect((await it.command("robert", "vocational-plan.begin", { annexId: uuidv7(), planId: other })).status).toBe(404);
});

const print = (name: PersonOfFixture, path: string) =>
  it.server.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { authorization: `Bearer ${it.tokenOf(name)}` },
  });

test("both annexes are printed, and the print is in the audit", async () => {
  const vocational = await makeVocational();
  const path = await makeAgreedPath();
  for (const [address, personId, act] of [
    [`/vocational-plans/${vocational.annexId}/document?print=large`, vocational.personId, "vocational-plan.print"],
    [`/interpersonal-paths/${path.annexId}/document`, path.personId, "interpersonal-path.print"],
  ] as const) {
    const answer = await print("ewa", address);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(await it.audited(personId)).toContain(`${act} done`);
  }
  expect((await print("gosia", `/interpersonal-paths/${path.annexId}/document`)).statusCode).toBe(403);
});

/** What an act answers: "done", or the code of its refusal. */
const answerOf = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  status === 200 ? "done" : status === 403 ? "forbidden" : body.code;

test.each([
  ["DRAFT", ["done", "done", "annex.not_in_force", "annex.not_in_force", "done"]],
  ["IN_FORCE", ["done", "done", "done", "done", "annex.already_agreed"]],
  ["CLOSED", Array(5).fill("annex.closed")],
] as const)("a vocational plan that is %s: every act of every role (F-26)", async (state, ofCounsellor) => {
  const { send, steps, stepTo, read } = await makeVocational();
  if (state !== "DRAFT") await send("agree", {});
  if (state === "CLOSED") await stepTo(2, "COMPLETED");
  expect((await read()).annex?.state).toBe(state);
  const acts = async (name: PersonOfFixture) => {
    const base = (await read()).annex?.version;
    const coach = { coachId: it.accountOf("sylwia"), disclosureAgreed: true, disclosure: "Może wiedzieć o kursie." };
    const answers = [
      await send("change", { fields: { goal: `Cel ${name}` } }, { base }, name),
      await send("set-steps", { steps: [step()], removed: [] }, {}, name),
      await it.command(name, "vocational-plan.mark-step", {
        markId: uuidv7(),
        lineId: steps[0]?.lineId,
        status: "IN_PROGRESS",
      }),
      await send("hand-over", { handoverId: uuidv7(), ...coach }, {}, name),
      await send("agree", {}, {}, name),
    ];
    return answers.map(answerOf);
  };
  for (const name of ["anna", "henryk", "ewa", "gosia", "hanna", "adam", "beata"] as const)
    expect([name, await acts(name)]).toEqual([name, Array(5).fill("forbidden")]);
  const ofCoach = Array(5).fill("forbidden").with(2, ofCounsellor[2]);
  expect(["sylwia", await acts("sylwia")]).toEqual(["sylwia", ofCoach]);
  expect(await acts("robert")).toEqual([...ofCounsellor]);
});

test.each([
  ["DRAFT", ["done", "done", "done", "done", "outcome.not_participant", "done"]],
  ["IN_FORCE", ["done", "done", "done", "done", "outcome.not_participant", "annex.already_agreed"]],
  ["CLOSED", Array(6).fill("annex.closed")],
] as const)("an interpersonal path that is %s: every act of every role (F-27)", async (state, ofPsychologist) => {
  const { send, measure, goal, form, stepTo, read } = state === "DRAFT" ? await makePath() : await makeAgreedPath();
  if (state === "DRAFT") await measure("PRE", "2026-11-02", { SELF_WORTH: 2 });
  const correctsId = (await read()).annex?.measures[0]?.id;
  if (state === "CLOSED") await stepTo(2, "TRANSFERRED");
  expect((await read()).annex?.state).toBe(state);
  const acts = async (name: PersonOfFixture) => {
    const measured = { measureId: uuidv7(), moment: "MID", measuredOn: day, levels: { SELF_WORTH: 3 } };
    const answers = [
      await send("set-goals", { goals: [{ ...goal, lineId: uuidv7() }], removed: [] }, name),
      await send("set-forms", { forms: [{ ...form, lineId: uuidv7() }], removed: [] }, name),
      await send("measure", measured, name),
      await it.command(name, "interpersonal-path.correct-measure", {
        measureId: uuidv7(),
        correctsId,
        measuredOn: "2026-11-03",
        levels: { SELF_WORTH: 1 },
        reason: "Przestawione cyfry",
      }),
      await send("offer-outcome", { evidenceId: uuidv7(), projectId: uuidv7(), competence: "SELF_WORTH" }, name),
      await send("agree", {}, name),
    ];
    return answers.map(answerOf);
  };
  for (const name of ["anna", "henryk", "robert", "sylwia", "gosia", "hanna", "adam", "beata"] as const)
    expect([name, await acts(name)]).toEqual([name, Array(6).fill("forbidden")]);
  expect(await acts("ewa")).toEqual([...ofPsychologist]);
});

const papersOf = async (personId: string) =>
  (await it.read("anna", `/people/${personId}/packet`, z.object({ packets: z.array(PacketOfPerson) }))).packets.flatMap(
    ({ papers }) => papers,
  );

test("a programme and its agreed annexes wait for signatures in one packet until the programme begins (R-IPWB-06)", async () => {
  const { personId, planId, send, stepTo } = await makeVocational();
  expect(await papersOf(personId)).toEqual([]);
  await stepTo(2, "AGREED");
  expect((await papersOf(personId)).map(({ kind }) => kind)).toEqual(["PLAN"]);
  expect((await send("agree", {})).status).toBe(200);
  const waiting = await papersOf(personId);
  expect(waiting.map(({ kind, to }) => [kind, to]).toSorted()).toEqual([
    ["PLAN", `/plans/${planId}/sign`],
    ["PLAN_VOCATIONAL", `/plans/${planId}/vocational/sign`],
  ]);
  expect(waiting.map(({ kind, waitsFor }) => [kind, ...waitsFor.map(({ signedAs }) => signedAs)]).toSorted()).toEqual([
    ["PLAN", "PERSON", "WRITER", "MANAGER"],
    ["PLAN_VOCATIONAL", "PERSON", "WRITER"],
  ]);
  await stepTo(3, "ACTIVE");
  expect(await papersOf(personId)).toEqual([]);
});

const signed = { signedOn: day, place: null, fileId: null };

test("an annex is signed once it is agreed, also by who leads the programme; changed words wait for new signatures (R-DOC-02)", async () => {
  const { personId, annexId, send, stepTo, steps } = await makeVocational();
  const sign = (signedAs: string, name: PersonOfFixture = "robert") =>
    it.command(name, "vocational-plan.sign-on-paper", {
      signatureId: uuidv7(),
      paperId: annexId,
      signedAs,
      name: "Wojciech Brzęczyszczykiewicz",
      ...signed,
    });
  await stepTo(2, "AGREED");
  expect((await sign("PERSON")).body.code).toBe("signature.not_agreed_yet");
  expect((await send("agree", {})).status).toBe(200);
  expect((await sign("PERSON", "anna")).status).toBe(200);
  expect([(await sign("WRITER", "gosia")).status, (await sign("WRITER", "zofia")).status]).toEqual([403, 404]);
  const waitsFor = async () =>
    (await papersOf(personId)).find(({ kind }) => kind === "PLAN_VOCATIONAL")?.waitsFor.map(({ signedAs }) => signedAs);
  expect(await waitsFor()).toEqual(["WRITER"]);
  // the step's mark is no word of the plan
  expect(
    (
      await it.command("robert", "vocational-plan.mark-step", {
        markId: uuidv7(),
        lineId: steps[0]?.lineId,
        status: "DONE",
      })
    ).status,
  ).toBe(200);
  expect((await sign("WRITER")).status).toBe(200);
  expect(await waitsFor()).toBeUndefined();
  const signing = async () => (await it.get("robert", `/vocational-plans/${annexId}/signing`)).body;
  expect(await signing()).toMatchObject({
    isIntact: true,
    earlier: [],
    places: [{ method: "WET" }, { method: "WET" }],
  });
  // a guardian who is appointed later opens no signed paper again; the next one asks for the guardian (R-CAP-05)
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'CAPACITY', 'FULLY_INCAPACITATED', $4, $5)",
    [world.agenda, uuidv7(), personId, day, it.accountOf("anna")],
  );
  expect(await signing()).toMatchObject({
    places: [
      { signedAs: "PERSON", method: "WET" },
      { signedAs: "WRITER", method: "WET" },
    ],
  });
  expect((await sign("GUARDIAN")).body.code).toBe("signature.not_expected");
  expect(await waitsFor()).toBeUndefined();
  expect((await send("change", { fields: { targetJobs: "opiekun" } }, { base: 2 })).status).toBe(200);
  expect(await signing()).toMatchObject({
    isIntact: true,
    sha256: null,
    places: [{ signedAs: "GUARDIAN", signedOn: null }, { signedOn: null }],
    earlier: [{ no: 1, signedBy: ["Wojciech Brzęczyszczykiewicz", "Wojciech Brzęczyszczykiewicz"] }],
  });
  expect(await waitsFor()).toEqual(["GUARDIAN", "WRITER"]);
});

test("a path is signed without the reasons of its goals, which are on no paper (F-27)", async () => {
  const { annexId, planId } = await makeAgreedPath();
  const signatureId = uuidv7();
  const payload = { signatureId, paperId: annexId, signedAs: "WRITER", name: "Ewa Próbna", ...signed };
  expect(await it.command("anna", "interpersonal-path.sign-on-paper", payload)).toMatchObject({ status: 200 });
  expect((await it.get("anna", `/interpersonal-paths/${annexId}/signing`)).body).toMatchObject({
    isIntact: true,
    places: [
      { signedAs: "PERSON", signedOn: null },
      { signedAs: "WRITER", name: "Ewa Próbna" },
    ],
  });
  expect((await it.get("gosia", `/interpersonal-paths/${annexId}/signing`)).status).toBe(403);
  expect((await it.get("robert", `/plans/${planId}/interpersonal-path`)).status).toBe(200);
});

test("both annexes come as files for editing, and for the person in plain words without the reasons of goals", async () => {
  const { annexId } = await makeVocational();
  const path = await makeAgreedPath();
  const plain = async (address: string) =>
    plainText((await print("ewa", `${address}/document?print=plain`)).rawPayload).replace(/\s+/g, " ");
  const vocational = await plain(`/vocational-plans/${annexId}`);
  for (const words of [
    "Chcę być opiekunem w domu pomocy",
    "Dostaniesz dokument: zaświadczenie opiekuna",
    "bez Twojej zgody",
  ])
    expect(vocational).toContain(words);
  const own = await plain(`/interpersonal-paths/${path.annexId}`);
  for (const words of ["Mówię o sobie dobrze na rozmowie", "Radzenie sobie ze stresem: na początku 3"])
    expect(own).toContain(words);
  expect(own).not.toContain("Ojciec");
  for (const address of [`/vocational-plans/${annexId}`, `/interpersonal-paths/${path.annexId}`]) {
    const { statusCode, headers } = await print("ewa", `${address}/document?print=edit`);
    expect([statusCode, headers["content-disposition"]]).toEqual([200, expect.stringMatching(/\.docx"?$/)]);
  }
});
