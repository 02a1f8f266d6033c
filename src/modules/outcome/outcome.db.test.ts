import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { StandingLine } from "./contract.ts";
import { type FixtureProject, makeProject } from "./outcomeFixture.ts";

const it = useTestHouse();
const { agenda, club, office } = world;
let project: FixtureProject;
const employerId = uuidv7();
const fileId = uuidv7();

const person = (at: number) => project.personIds[at] ?? "";
const evidence = (change: object = {}) => ({
  evidenceId: uuidv7(),
  personId: person(0),
  projectId: project.projectId,
  dimension: "SOCIAL",
  outcomeType: "VOLUNTEERING",
  occurredOn: "2026-07-10",
  observedOn: "2026-07-20",
  evidenceKind: "VOLUNTEER_AGREEMENT",
  fileId,
  declarationId: null,
  placementId: null,
  measureBefore: null,
  measureAfter: null,
  specialistId: null,
  ...change,
});
const byDeclaration = (declarationId: string, change: object = {}) =>
  evidence({
    dimension: "EMPLOYMENT",
    outcomeType: "EMPLOYMENT_CONTRACT",
    evidenceKind: "EMPLOYER_DECLARATION",
    fileId: null,
    declarationId,
    ...change,
  });
const verdict = (evidenceId: string, change: object = {}) => ({
  evidenceId,
  verdict: "VERIFIED",
  reason: null,
  ...change,
});
const status = ({ status: code, body }: { status: number; body: { code?: string } }) => [code, body.code];

async function declared(personsCount: number, workingTimeFraction: number | null = 0.75): Promise<string> {
  const declarationId = uuidv7();
  const answer = await it.command("marek", "declaration.record", {
    declarationId,
    employerId,
    signedOn: "2026-11-10",
    signedBy: "Irena Bochenek",
    personsCount,
    positions: null,
    workingTimeFraction,
    weeklyHours: null,
    durationMonths: 12,
    durationUntil: null,
    indefinite: false,
    contractForm: "EMPLOYMENT_CONTRACT",
    conditions: null,
    fileId: null,
  });
  expect(answer.status).toBe(200);
  return declarationId;
}
const useOf = async (declarationId: string) => {
  const line = z.object({ id: z.uuid(), used: z.int(), free: z.int() });
  const { declarations } = await it.read("beata", "/declarations", z.object({ declarations: z.array(line) }));
  const found = declarations.find(({ id }) => id === declarationId);
  return [found?.used, found?.free];
};

beforeAll(async () => {
  const by = it.accountOf("beata");
  project = await makeProject(it.owner, { organisationId: agenda, unitId: club, by, people: 12, firstNo: 100 });
  await it.owner.query(
    "insert into employer (organisation_id, id, name, recorded_by) values ($1, $2, 'Piekarnia Bochen', $3)",
    [agenda, employerId, by],
  );
  await it.owner.query(
    "insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by) values ($1, $2, 'x', 'application/pdf', 1, 'x', $3)",
    [agenda, fileId, by],
  );
});

describe("four eyes (R-OUTC-05)", () => {
  test("who recorded a proof does not verify it; somebody else does, once", async () => {
    const payload = evidence();
    const { evidenceId } = payload;
    expect((await it.command("beata", "evidence.record", payload)).status).toBe(200);
    expect(status(await it.command("beata", "evidence.verify", verdict(evidenceId)))).toEqual([
      422,
      "outcome.same_assessor",
    ]);
    expect((await it.command("marek", "evidence.verify", verdict(evidenceId))).status).toBe(200);
    expect(status(await it.command("hanna", "evidence.verify", verdict(evidenceId)))).toEqual([
      422,
      "outcome.already_decided",
    ]);
    expect(await it.audited(evidenceId)).toEqual(["evidence.record done", "evidence.verify done"]);
    const { rows } = await it.owner.query(
      "select kind, section, detail from event where subject_id = $1 order by seq",
      [evidenceId],
    );
    expect(rows).toEqual([
      { kind: "evidence.recorded", section: "INDICATORS", detail: { dimension: "SOCIAL" } },
      { kind: "evidence.verified", section: "INDICATORS", detail: { dimension: "SOCIAL" } },
    ]);
  });

  test("a coordinator of the unit who did not assess gets the task, and the verdict ends it", async () => {
    const payload = evidence({ fileId: null });
    const tasks = async () =>
      (
        await it.owner.query(
          `select t.kind, t.owner_id = $2 as own, t.person_id is not null as named, e.outcome
             from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
            where t.source_type = 'evidence' and t.source_id = $1`,
          [payload.evidenceId, it.accountOf("beata")],
        )
      ).rows;
    expect(status(await it.command("marek", "evidence.record", payload))).toEqual([200, undefined]);
    expect(await tasks()).toEqual([{ kind: "evidence.verify_due", own: true, named: true, outcome: null }]);
    const no = verdict(payload.evidenceId, { verdict: "REJECTED", reason: "Brak dokumentu" });
    expect((await it.command("beata", "evidence.verify", no)).status).toBe(200);
    expect(await tasks()).toEqual([{ kind: "evidence.verify_due", own: true, named: true, outcome: "DONE" }]);
  });

  test("the database refuses it to the application too, also with another assessor in the row, and forgets no decision", async () => {
    const { evidenceId, ...rest } = evidence();
    await it.command("beata", "evidence.record", { evidenceId, ...rest });
    const [beata, marek] = [it.accountOf("beata"), it.accountOf("marek")];
    const asApp = (statement: ReturnType<typeof sql>) =>
      it.services.db.transaction().execute(async (tx) => {
        await sql`select set_config('powrot.organisation_id', ${agenda}, true), set_config('powrot.now', '2026-11-22T10:00:00Z', true)`.execute(
          tx,
        );
        return statement.execute(tx);
      });
    const row = (assessor: string, verifier: string) =>
      sql`insert into outcome_verification (organisation_id, evidence_id, assessor_id, verifier_id, verdict) values (${agenda}, ${evidenceId}, ${assessor}, ${verifier}, 'VERIFIED')`;
    await expect(asApp(row(beata, beata))).rejects.toMatchObject({ constraint: "outcome_verified_by_another" });
    await expect(asApp(row(marek, beata))).rejects.toMatchObject({ constraint: "outcome_verification_of_evidence" });
    await expect(
      asApp(
        sql`update outcome_evidence set assessor_id = ${marek} where organisation_id = ${agenda} and id = ${evidenceId}`,
      ),
    ).rejects.toMatchObject({ code: "42501" });
    await it.command("marek", "evidence.verify", verdict(evidenceId));
    await expect(
      asApp(sql`delete from outcome_verification where organisation_id = ${agenda} and evidence_id = ${evidenceId}`),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("one person stays one in two tabs and by replay, and two verdicts at once are one (C31)", async () => {
    const payload = evidence();
    const { evidenceId } = payload;
    await it.command("beata", "evidence.record", payload);
    const id = uuidv7();
    const own = () => it.command("beata", "evidence.verify", verdict(evidenceId), { id });
    const answers = [...(await Promise.all([own(), own()])), await own()];
    expect(answers.map(status)).toEqual(Array(3).fill([422, "outcome.same_assessor"]));
    const both = await Promise.all([1, 2].map(() => it.command("marek", "evidence.verify", verdict(evidenceId))));
    expect(both.map(status).sort()).toEqual([
      [200, undefined],
      [422, "outcome.already_decided"],
    ]);
  });

  test("only the assessor completes a proof", async () => {
    const payload = evidence({ fileId: null });
    await it.command("beata", "evidence.record", payload);
    const { personId: _, projectId: __, dimension: ___, outcomeType: ____, ...proof } = payload;
    expect(status(await it.command("marek", "evidence.complete", proof, { base: 1 }))).toEqual([
      422,
      "outcome.other_assessor",
    ]);
    expect((await it.command("beata", "evidence.complete", { ...proof, fileId }, { base: 1 })).body.version).toBe(2);
  });
});

describe("what a proof needs", () => {
  test.each([
    [{ evidenceKind: null }, "outcome.evidence_missing"],
    [{ fileId: null }, "outcome.evidence_missing"],
    [{ outcomeType: "FUNCTIONING_IMPROVED" }, "outcome.before_missing"],
    [{ outcomeType: "FUNCTIONING_IMPROVED", measureBefore: 2, measureAfter: 2.5 }, "outcome.below_threshold"],
    [{ outcomeType: "FUNCTIONING_IMPROVED", measureBefore: 2, measureAfter: 3 }, undefined],
  ])("%j waits and cannot be verified: %s", async (change, code) => {
    const payload = evidence(change);
    await it.command("beata", "evidence.record", payload);
    const read = (await it.get("marek", `/evidence/${payload.evidenceId}`)).body;
    expect(read.missing).toEqual(code ? [code] : []);
    expect((await it.command("marek", "evidence.verify", verdict(payload.evidenceId))).body.code).toBe(code);
  });

  test.each([
    [
      { dimension: "EMPLOYMENT", outcomeType: "EMPLOYMENT_CONTRACT", evidenceKind: "SELF_DECLARATION" },
      "outcome.evidence_of_other_dimension",
    ],
    [{ outcomeType: "CIVIL_CONTRACT" }, "outcome.type_of_other_dimension"],
    [{ observedOn: "2026-07-09" }, "outcome.observed_before"],
    [{ observedOn: "2026-11-23" }, "outcome.in_future"],
  ])("%j is refused at once: %s", async (change, code) => {
    expect(status(await it.command("beata", "evidence.record", evidence(change)))).toEqual([422, code]);
  });

  test("a declaration without working time confirms nothing until it is completed (R-EMP-05)", async () => {
    const declarationId = await declared(2, null);
    const payload = byDeclaration(declarationId);
    await it.command("beata", "evidence.record", payload);
    expect(status(await it.command("marek", "evidence.verify", verdict(payload.evidenceId)))).toEqual([
      422,
      "employment.declaration_working_time_missing",
    ]);
  });
});

describe("places of a declaration (R-EMP-06)", () => {
  test("eight at once on a declaration of three: three have a place", async () => {
    const declarationId = await declared(3);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        it.command("beata", "evidence.record", byDeclaration(declarationId, { personId: person(at) })),
      ),
    );
    expect(answers.map(status).toSorted()).toEqual([
      ...Array(3).fill([200, undefined]),
      ...Array(5).fill([422, "employment.declaration_full"]),
    ]);
    expect(await useOf(declarationId)).toEqual([3, 0]);
    const { rows } = await it.owner.query("select count(*)::int as n from outcome_evidence where declaration_id = $1", [
      declarationId,
    ]);
    expect(rows).toEqual([{ n: 3 }]);
  });

  test("a rejected proof gives its place back; a rejection has a reason", async () => {
    const declarationId = await declared(2);
    const [first, second, third] = [0, 1, 2].map((at) => byDeclaration(declarationId, { personId: person(at) }));
    await it.command("beata", "evidence.record", first);
    await it.command("beata", "evidence.record", second);
    expect(status(await it.command("beata", "evidence.record", third))).toEqual([422, "employment.declaration_full"]);
    const rejected = verdict(first?.evidenceId ?? "", { verdict: "REJECTED" });
    expect(status(await it.command("marek", "evidence.verify", rejected))).toEqual([422, "outcome.reason_missing"]);
    await it.command("marek", "evidence.verify", { ...rejected, reason: "umowa rozwiązana" });
    expect(await useOf(declarationId)).toEqual([1, 1]);
    expect((await it.command("beata", "evidence.record", { ...third, evidenceId: uuidv7() })).status).toBe(200);
  });

  test("a declaration cannot shrink below the places that are used", async () => {
    const declarationId = await declared(2);
    await it.command("beata", "evidence.record", byDeclaration(declarationId, { personId: person(0) }));
    await it.command("beata", "evidence.record", byDeclaration(declarationId, { personId: person(1) }));
    const content = {
      declarationId,
      signedBy: null,
      positions: null,
      workingTimeFraction: 1,
      weeklyHours: null,
      durationMonths: null,
      durationUntil: null,
      indefinite: true,
      contractForm: null,
      conditions: null,
      fileId: null,
    };
    const shrink = { ...content, personsCount: 1 };
    expect(status(await it.command("marek", "declaration.complete", shrink, { base: 1 }))).toEqual([
      422,
      "employment.declaration_full",
    ]);
    expect(
      (await it.command("marek", "declaration.complete", { ...content, personsCount: 3 }, { base: 1 })).status,
    ).toBe(200);
    expect(await useOf(declarationId)).toEqual([2, 1]);
  });
});

describe("who sees what", () => {
  test("standings tell verified, waiting and missing; the project coordinator sees numbers only", async () => {
    const other = await makeProject(it.owner, {
      organisationId: agenda,
      unitId: club,
      by: it.accountOf("beata"),
      people: 3,
      firstNo: 300,
    });
    const [done, waits] = other.personIds;
    const first = evidence({ projectId: other.projectId, personId: done });
    await it.command("beata", "evidence.record", first);
    await it.command("marek", "evidence.verify", verdict(first.evidenceId));
    await it.command("beata", "evidence.record", evidence({ projectId: other.projectId, personId: waits }));
    const path = `/projects/${other.projectId}/outcomes`;
    const standings = z.object({ people: z.array(StandingLine) });
    const mine = await it.read("beata", path, standings);
    expect(mine.people.map(({ personNo, personName, social }) => [personNo, personName, social])).toEqual([
      [300, "Jan P.", "VERIFIED"],
      [301, "Jan P.", "WAITING"],
      [302, "Jan P.", "MISSING"],
    ]);
    const byNumber = await it.read("marek", path, standings);
    expect(byNumber.people.map(({ personName }) => personName)).toEqual([null, null, null]);
    expect((await it.get("anna", path)).body).toMatchObject({ people: [], others: 3 });
  });

  test("proofs of people out of reach do not exist; who has no verb is refused", async () => {
    const payload = evidence();
    await it.command("beata", "evidence.record", payload);
    const path = `/evidence/${payload.evidenceId}`;
    expect((await it.get("anna", path)).body.code).toBe("evidence.not_found");
    expect((await it.get("zofia", path)).body.code).toBe("evidence.not_found");
    expect((await it.get("anna", `${path}/file`)).body.code).toBe("evidence.not_found");
    expect((await it.get("zofia", `/projects/${project.projectId}/outcomes`)).body.code).toBe("project.not_found");
    expect(status(await it.command("anna", "evidence.record", evidence()))).toEqual([404, "person.not_found"]);
    expect(status(await it.command("sylwia", "evidence.verify", verdict(payload.evidenceId)))).toEqual([
      403,
      "access.denied",
    ]);
    expect((await it.get("krysia", "/evidence")).status).toBe(403);
    expect(office).not.toBe(club);
  });

  test("a proof belongs to a participant of the project", async () => {
    const stranger = await makeProject(it.owner, {
      organisationId: agenda,
      unitId: club,
      by: it.accountOf("beata"),
      people: 1,
      firstNo: 400,
    });
    const foreign = evidence({ personId: stranger.personIds[0] });
    expect(status(await it.command("beata", "evidence.record", foreign))).toEqual([422, "outcome.not_participant"]);
  });
});
