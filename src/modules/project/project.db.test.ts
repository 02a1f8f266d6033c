import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenPeople, radomProject } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { enrolmentGates } from "./gates.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
const projectId = uuidv7();
let people: { personId: string; caseId: string }[] = [];
const start = (at: number, enrolmentId = uuidv7()) => ({
  enrolmentId,
  projectId,
  caseId: people[at]?.caseId ?? "",
  startedOn: "2026-12-01",
});

beforeAll(async () => {
  people = await givenPeople(it, 7);
  const made = await it.command("beata", "project.record", radomProject(projectId));
  expect(made.body).toMatchObject({ outcome: "done", version: 1 });
});

test("a project card keeps its thresholds as data", async () => {
  const read = await it.get("marek", `/projects/${projectId}`);
  expect(read.body).toMatchObject({
    socialThresholdPercent: 60,
    employmentThresholdPercent: 25,
  });
});

test("an edit raises the version, and an old base is a conflict", async () => {
  const id = uuidv7();
  await it.command("beata", "project.record", radomProject(id));
  const mended = { ...radomProject(id), title: "Klub II" };
  expect((await it.command("beata", "project.record", mended)).body.code).toBe("record.id_taken");
  expect((await it.command("beata", "project.record", mended, { base: 1 })).body).toMatchObject({ version: 2 });
  expect((await it.command("beata", "project.record", mended, { base: 1 })).body.code).toBe("record.changed");
  expect((await it.get("beata", `/projects/${id}`)).body).toMatchObject({ title: "Klub II", version: 2 });
});

test("a card of the older format is taken when it brings no criteria, and refused when it does: none are lost", async () => {
  const card = radomProject(uuidv7());
  expect((await it.command("beata", "project.record", { ...card, criteria: [] }, { v: 1 })).status).toBe(200);
  const criterion = { criterionId: uuidv7(), kind: "AGE", detail: { olderThanYears: 35 } };
  const refused = { ...card, projectId: uuidv7(), criteria: [criterion] };
  expect((await it.command("beata", "project.record", refused, { v: 1 })).status).toBe(400);
});

test("an enrolment sent twice happens once, is in the audit and on the timeline", async () => {
  const payload = start(0);
  const id = uuidv7();
  const first = await it.command("beata", "enrolment.start", payload, { id });
  const again = await it.command("beata", "enrolment.start", payload, { id });
  expect([first.body.replayed, again.body.replayed]).toEqual([false, true]);
  expect(await it.audited(payload.enrolmentId)).toEqual(["enrolment.start done"]);
  const { rows } = await it.owner.query("select kind from event where subject_id = $1", [payload.enrolmentId]);
  expect(rows).toEqual([{ kind: "enrolment.started" }]);
});

test("two at once enrol one person once", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => it.command("beata", "enrolment.start", start(1))));
  expect(answers.map((answer) => answer.body.code ?? "done").sort()).toEqual([
    "done",
    "enrolment.already_open",
    "enrolment.already_open",
  ]);
});

test("what a room above asks for is asked before the start, such as an active social contract (R-SC-06)", async () => {
  enrolmentGates.push(async (_, { project }) => (project.kind === "KIS" ? "project.active_contract_missing" : null));
  try {
    expect((await it.command("beata", "enrolment.start", start(2))).body.code).toBe("project.active_contract_missing");
  } finally {
    enrolmentGates.pop();
  }
  expect((await it.command("beata", "enrolment.start", start(2))).status).toBe(200);
});

test("nobody starts before the project, after it, or far ahead", async () => {
  const on = (startedOn: string) => it.command("beata", "enrolment.start", { ...start(3), startedOn });
  expect((await on("2026-10-31")).body.code).toBe("enrolment.before_project");
  expect((await on("2028-04-01")).body.code).toBe("enrolment.after_project");
  expect((await on("2027-03-01")).body.code).toBe("enrolment.too_far_ahead");
});

test("an enrolment ends once, and the person may come back; the person counts once in N", async () => {
  const enrolmentId = uuidv7();
  await it.command("beata", "enrolment.start", start(4, enrolmentId));
  const end = {
    enrolmentId,
    endedOn: "2026-12-07",
    reason: "RESIGNED",
    accordingToPath: false,
    note: "wyjazd do siostry",
  };
  expect((await it.command("beata", "enrolment.end", { ...end, endedOn: "2026-12-09" })).body.code).toBe(
    "enrolment.ends_in_future",
  );
  expect((await it.command("beata", "enrolment.end", end)).status).toBe(200);
  expect((await it.command("beata", "enrolment.end", end)).body.code).toBe("enrolment.already_ended");
  const before = (await it.get("beata", `/projects/${projectId}`)).body.enrolled;
  expect((await it.command("beata", "enrolment.start", { ...start(4), startedOn: "2026-12-08" })).status).toBe(200);
  expect((await it.get("beata", `/projects/${projectId}`)).body.enrolled).toBe(before);
  const { rows } = await it.owner.query<{ note: Buffer }>("select note from enrolment_ending where enrolment_id = $1", [
    enrolmentId,
  ]);
  expect(rows[0]?.note.includes("siostry")).toBe(false);
});

test("another organisation, another unit's person and other roles do not get in", async () => {
  expect((await it.get("zofia", `/projects/${projectId}`)).body.code).toBe("project.not_found");
  expect((await it.command("gosia", "enrolment.start", start(5))).body.code).toBe("access.denied");
  expect((await it.command("marek", "enrolment.start", start(5))).body.code).toBe("access.denied");
  expect((await it.command("beata", "enrolment.start", { ...start(5), caseId: uuidv7() })).body.code).toBe(
    "case.not_found",
  );
  expect(
    (await it.command("beata", "project.record", { ...radomProject(uuidv7()), unitId: world.otherOffice })).body.code,
  ).toBe("project.unknown_unit");
});

test("a person's file shows the projects to those who work with the person", async () => {
  const seen = await it.get("beata", `/people/${people[0]?.personId}/enrolments`);
  expect(seen.body).toMatchObject({
    openCaseId: people[0]?.caseId,
    enrolments: [{ projectId, projectTitle: "Klub Integracji Społecznej", endedOn: null }],
  });
  expect((await it.get("anna", `/people/${people[0]?.personId}/enrolments`)).body.code).toBe("person.not_found");
  expect((await it.get("marek", `/people/${people[0]?.personId}/enrolments`)).body.code).toBe("access.denied");
});

test("the project coordinator sees numbers of persons and no names", async () => {
  const seen = await it.get("marek", `/projects/${projectId}/enrolments`);
  const lines = seen.body.enrolments as { personName: string | null; personId: string | null; personNo: number }[];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every(({ personName, personId }) => personName === null && personId === null)).toBe(true);
  const named = await it.get("beata", `/projects/${projectId}/enrolments`);
  expect((named.body.enrolments as { personName: string }[])[0]?.personName).toBe("Anna A.");
});

test("a group leader is not given everybody of a project, of whom many are in no group of theirs (R-ACC)", async () => {
  expect((await it.get("gosia", `/projects/${projectId}`)).status).toBe(200);
  expect((await it.get("gosia", `/projects/${projectId}/enrolments`)).status).toBe(403);
});

test("of people with protected whereabouts who is not named learns no project: neither among its people nor in their file (C7)", async () => {
  const person = people[6];
  if (!person) throw new Error("seven were made");
  const enrolmentId = uuidv7();
  const enrolled = { enrolmentId, projectId, caseId: person.caseId, startedOn: "2026-12-01" };
  expect((await it.command("beata", "enrolment.start", enrolled)).status).toBe(200);
  const idsFor = async (who: "beata" | "marek") => {
    const { enrolments, hidden } = (await it.get(who, `/projects/${projectId}/enrolments`)).body;
    return { found: (enrolments as { id: string }[]).some(({ id }) => id === enrolmentId), hidden };
  };
  expect(await idsFor("beata")).toEqual({ found: true, hidden: 0 });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [person.personId]);

  expect(await idsFor("beata")).toEqual({ found: false, hidden: 1 });
  expect(await idsFor("marek")).toEqual({ found: false, hidden: 1 });
  const file = `/people/${person.personId}/enrolments`;
  expect((await it.get("beata", file)).body).toMatchObject({ hidden: true, enrolments: [] });
  const end = { enrolmentId, endedOn: "2026-12-07", reason: "RESIGNED", accordingToPath: false, note: null };
  expect((await it.command("beata", "enrolment.end", end)).body.code).toBe("enrolment.not_found");

  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $3)",
    [world.agenda, person.personId, it.accountOf("beata")],
  );
  expect(await idsFor("beata")).toEqual({ found: true, hidden: 0 });
  expect((await it.get("beata", file)).body).toMatchObject({ hidden: false, enrolments: [{ id: enrolmentId }] });
  expect((await it.command("beata", "enrolment.end", end)).status).toBe(200);
});
