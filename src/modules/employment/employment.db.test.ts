import { beforeAll, describe, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { EmployerView, PlacementView } from "./contract.ts";

const it = useTestHouse();
const personId = uuidv7();
const employerId = uuidv7();

const employer = (change: object = {}) => ({
  employerId: uuidv7(),
  name: "Piekarnia Bochen",
  nip: null,
  regon: null,
  address: "ul. Młyńska 3, Zamość",
  size: "SMALL",
  contactPerson: "Irena Bochenek",
  contactPhone: "84 000 00 01",
  workplace: null,
  conditions: null,
  ...change,
});
const declaration = (change: object = {}) => ({
  declarationId: uuidv7(),
  employerId,
  signedOn: "2026-11-10",
  signedBy: "Irena Bochenek",
  personsCount: 2,
  positions: "pomoc piekarza",
  workingTimeFraction: 0.75,
  weeklyHours: null,
  durationMonths: 12,
  durationUntil: null,
  indefinite: false,
  contractForm: "EMPLOYMENT_CONTRACT",
  conditions: null,
  fileId: null,
  ...change,
});
const ready = {
  agreementNo: "12/2026",
  agreementOn: "2026-11-12",
  medicalExamOn: "2026-11-05",
  medicalExamUntil: null,
  safetyTrainingOn: "2026-11-16",
  insuredFrom: "2026-11-16",
  mentor: "Irena Bochenek",
  disclosureAgreed: true,
  disclosure: "Może wiedzieć: wraca do pracy po przerwie. Nie mówić: schronisko.",
};
const placement = (change: object = {}) => ({
  placementId: uuidv7(),
  personId,
  employerId,
  kind: "WORKPLACE_TRAINING",
  financing: "PROJECT",
  startsOn: "2026-11-16",
  untilOn: null,
  shorterReason: null,
  weeklyHours: 20,
  programme: null,
  coachId: null,
  ...ready,
  ...change,
});
const status = ({ status: code, body }: { status: number; body: { code?: string } }) => [code, body.code];

beforeAll(async () => {
  const caseId = uuidv7();
  const { agenda, club } = world;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, 1, 'Wojciech', 'Żurek', $3)",
    [agenda, personId, it.accountOf("beata")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-01-01')", [agenda, personId, club]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, $2, $3, $4, '2026-01-01')",
    [agenda, caseId, personId, club],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [agenda, personId, club, caseId]);
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'JOB_COACH', '2026-01-01')",
    [agenda, uuidv7(), caseId, it.accountOf("sylwia")],
  );
  expect((await it.command("sylwia", "employer.record", employer({ employerId, nip: "526-02-50-995" }))).status).toBe(
    200,
  );
});

describe("employers", () => {
  test("NIP and REGON are checked and kept in digits; the same NIP is not recorded twice", async () => {
    const wrong = await it.command("sylwia", "employer.record", employer({ nip: "5260250996", regon: "123" }));
    expect(wrong.body.errors).toEqual([
      { path: "payload.nip", code: "nip.checksum" },
      { path: "payload.regon", code: "regon.length" },
    ]);
    expect(status(await it.command("beata", "employer.record", employer({ nip: "5260250995" })))).toEqual([
      422,
      "employer.already_known",
    ]);
    const { rows } = await it.owner.query("select nip from employer where id = $1", [employerId]);
    expect(rows).toEqual([{ nip: "5260250995" }]);
  });

  test("another organisation knows none of them, and may not write to them", async () => {
    expect((await it.get("zofia", `/employers/${employerId}`)).body.code).toBe("employer.not_found");
    expect((await it.get("zofia", "/employers")).body.employers).toEqual([]);
    expect(status(await it.command("marta", "employer.record", employer()))).toEqual([403, "access.denied"]);
    expect(status(await it.command("anna", "employer.record", employer()))).toEqual([403, "access.denied"]);
  });
});

describe("declarations", () => {
  test("an incomplete one is kept, tells what it lacks and is completed against the version that was seen", async () => {
    const payload = declaration({ workingTimeFraction: null, durationMonths: null });
    await it.command("sylwia", "declaration.record", payload);
    const read = async () =>
      (await it.get("marek", `/employers/${employerId}`)).body.declarations as {
        id: string;
        missing: string[];
        version: number;
      }[];
    expect((await read()).find(({ id }) => id === payload.declarationId)?.missing).toEqual([
      "employment.declaration_working_time_missing",
      "employment.declaration_duration_missing",
    ]);
    const { employerId: _, signedOn: __, ...content } = declaration({ declarationId: payload.declarationId });
    expect((await it.command("marek", "declaration.complete", content, { base: 1 })).body.version).toBe(2);
    expect(status(await it.command("marek", "declaration.complete", content, { base: 1 }))).toEqual([
      409,
      "record.changed",
    ]);
    expect((await read()).find(({ id }) => id === payload.declarationId)).toMatchObject({ missing: [], version: 2 });
  });

  test("a scan that somebody else has brought cannot be attached", async () => {
    const fileId = uuidv7();
    await it.owner.query(
      "insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by) values ($1, $2, 'x', 'application/pdf', 1, 'x', $3)",
      [world.agenda, fileId, it.accountOf("ewa")],
    );
    expect((await it.command("sylwia", "declaration.record", declaration({ fileId }))).body.errors).toEqual([
      { path: "payload.fileId", code: "file.not_found" },
    ]);
  });
});

describe("placements", () => {
  test("a training is planned for six months, starts, ends in a job and is followed up at 1, 3, 6 and 12 months", async () => {
    const payload = placement();
    expect((await it.command("sylwia", "placement.plan", payload)).status).toBe(200);
    const { placementId } = payload;
    const path = `/placements/${placementId}`;
    expect((await it.get("sylwia", path)).body).toMatchObject({
      untilOn: "2027-05-15",
      missing: [],
      disclosure: ready.disclosure,
    });
    expect((await it.command("sylwia", "placement.start", { placementId, startedOn: "2026-11-16" })).status).toBe(200);
    const early = { placementId, endedOn: "2026-11-20", result: "EMPLOYED_THERE", opinion: "Punktualny." };
    expect(status(await it.command("sylwia", "placement.end", { ...early, reason: null }))).toEqual([
      422,
      "employment.shorter_without_reason",
    ]);
    expect((await it.command("sylwia", "placement.end", { ...early, reason: "umowa o pracę" })).status).toBe(200);
    const { rows } = await it.owner.query(
      "select to_char(due_on, 'YYYY-MM-DD') as due, detail->>'months' as months from task where source_id = $1 order by due_on",
      [placementId],
    );
    expect(rows).toEqual([
      { due: "2026-12-20", months: "1" },
      { due: "2027-02-20", months: "3" },
      { due: "2027-05-20", months: "6" },
      { due: "2027-11-20", months: "12" },
    ]);
    expect(await it.audited(placementId)).toEqual(
      expect.arrayContaining([
        "placement.plan done",
        "placement.read done",
        "placement.start done",
        "placement.end done",
      ]),
    );
    const sealed = await it.owner.query("select disclosure_sealed from placement where id = $1", [placementId]);
    expect(Buffer.from(sealed.rows[0].disclosure_sealed).includes("schronisko")).toBe(false);
  });

  test("what is missing before the start keeps it from starting, all of it named (R-EMP-02)", async () => {
    const payload = placement({
      medicalExamOn: null,
      safetyTrainingOn: "2026-11-18",
      insuredFrom: null,
      agreementOn: null,
    });
    const { placementId } = payload;
    await it.command("sylwia", "placement.plan", payload);
    const refused = await it.command("sylwia", "placement.start", { placementId, startedOn: "2026-11-16" });
    expect(refused.body.details).toEqual({
      refusals: [
        "employment.medical_exam_missing",
        "employment.safety_training_missing",
        "employment.insurance_missing",
        "employment.agreement_missing",
      ],
    });
    expect((await it.command("sylwia", "placement.prepare", { placementId, ...ready }, { base: 1 })).status).toBe(200);
    expect((await it.command("sylwia", "placement.start", { placementId, startedOn: "2026-11-16" })).status).toBe(200);
    expect(status(await it.command("sylwia", "placement.start", { placementId, startedOn: "2026-11-16" }))).toEqual([
      422,
      "placement.already_started",
    ]);
  });

  test("a shorter training needs a reason, and nothing ends that has not started", async () => {
    const short = placement({ untilOn: "2027-02-15" });
    expect(status(await it.command("sylwia", "placement.plan", short))).toEqual([
      422,
      "employment.shorter_without_reason",
    ]);
    const planned = placement();
    await it.command("sylwia", "placement.plan", planned);
    const end = {
      placementId: planned.placementId,
      endedOn: "2026-11-20",
      result: "DROPPED",
      reason: "choroba",
      opinion: null,
    };
    expect(status(await it.command("sylwia", "placement.end", end))).toEqual([422, "placement.not_started"]);
  });

  test("a job that was kept is recorded once for each look", async () => {
    const payload = placement({ kind: "OPEN_MARKET_JOB" });
    const { placementId } = payload;
    await it.command("sylwia", "placement.plan", payload);
    await it.command("sylwia", "placement.start", { placementId, startedOn: "2026-11-16" });
    const check = () => ({
      checkId: uuidv7(),
      placementId,
      months: 1,
      checkedOn: "2026-11-22",
      status: "KEPT",
      contractForm: "EMPLOYMENT_CONTRACT",
      wageAtLeastMinimum: true,
    });
    expect((await it.command("sylwia", "employment-check.record", check())).status).toBe(200);
    const { rows: ended } = await it.owner.query(
      "select t.detail->>'months' as months from task t join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.source_id = $1",
      [placementId],
    );
    expect(ended).toEqual([{ months: "1" }]);
    expect(status(await it.command("sylwia", "employment-check.record", check()))).toEqual([
      422,
      "employment.check_already_recorded",
    ]);
    const { checks } = await it.read("beata", `/placements/${placementId}`, PlacementView);
    expect(checks.map(({ months, status: found }) => [months, found])).toEqual([
      [1, "KEPT"],
      [3, null],
      [6, null],
      [12, null],
    ]);
  });

  test("people out of reach have no placements: not in the team, another unit, another organisation", async () => {
    const payload = placement();
    await it.command("sylwia", "placement.plan", payload);
    expect((await it.get("anna", `/placements/${payload.placementId}`)).body.code).toBe("placement.not_found");
    expect((await it.get("anna", "/placements")).body.placements).toEqual([]);
    expect((await it.get("zofia", `/placements/${payload.placementId}`)).body.code).toBe("placement.not_found");
    expect(status(await it.command("robert", "placement.plan", placement()))).toEqual([404, "person.not_found"]);
    expect(status(await it.command("beata", "placement.plan", placement()))).toEqual([403, "access.denied"]);
    expect((await it.get("marek", "/placements")).status).toBe(403);
  });
});

test("an employer hears of a person only by recorded agreement; the note is sealed (R-EMP-04)", async () => {
  const entry = (change: object) => ({
    logId: uuidv7(),
    personId,
    employerId,
    activity: "ADVOCACY",
    doneOn: "2026-11-20",
    minutes: 45,
    disclosureAgreed: false,
    note: "Rozmowa z właścicielką",
    nextOn: "2026-11-27",
    ...change,
  });
  expect(status(await it.command("sylwia", "coach-log.write", entry({})))).toEqual([
    422,
    "employment.disclosure_not_agreed",
  ]);
  const agreed = entry({ disclosureAgreed: true });
  expect((await it.command("sylwia", "coach-log.write", agreed)).status).toBe(200);
  expect(
    (await it.command("sylwia", "coach-log.write", entry({ personId: null, activity: "EMPLOYER_EDUCATION" }))).status,
  ).toBe(200);
  expect(status(await it.command("sylwia", "coach-log.write", entry({ personId: null, employerId: null })))).toEqual([
    422,
    "coach-log.about_nobody",
  ]);
  const { rows } = await it.owner.query("select note_sealed from coach_log where id = $1", [agreed.logId]);
  expect(Buffer.from(rows[0].note_sealed).includes("Rozmowa")).toBe(false);
  const { contacts } = await it.read("marek", `/employers/${employerId}`, EmployerView);
  expect(contacts).toHaveLength(2);
  expect(JSON.stringify(contacts)).not.toContain(personId);

  const log = (await it.get("sylwia", "/coach-log")).body.entries as { id: string }[];
  expect(log.map(({ id }) => id)).toContain(agreed.logId);
  expect(JSON.stringify(log)).not.toContain("Rozmowa");
  expect((await it.get("sylwia", `/coach-log/${agreed.logId}`)).body.note).toBe("Rozmowa z właścicielką");
  const read = await it.owner.query(
    "select person_id from audit_entry where action = 'coach-log.read' and outcome = 'done' and object_id = $1",
    [agreed.logId],
  );
  expect(read.rows).toEqual([{ person_id: personId }]);
  expect((await it.get("robert", `/coach-log/${agreed.logId}`)).body.code).toBe("coach-log.not_found");
  expect((await it.get("beata", "/coach-log")).status).toBe(403);
});
