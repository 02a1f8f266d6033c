import { afterEach, beforeEach, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
let personId: string;
let personNo = 100;

beforeEach(async () => {
  personId = uuidv7();
  personNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółtaszek', $4)",
    [world.agenda, personId, personNo, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
});

afterEach(() => it.clock.set("2026-11-22T20:00:00Z"));

const opening = (caseId = uuidv7()) => ({
  caseId,
  personId,
  unitId: world.office,
  openedOn: "2026-11-20",
  leaderId: null,
});

test("a case is opened once in a unit, and again after it ended", async () => {
  const first = opening();
  expect((await it.command("anna", "case.open", first)).status).toBe(200);
  expect(await it.command("anna", "case.open", opening())).toMatchObject({
    status: 422,
    body: { code: "case.already_open" },
  });
  const ending = { caseId: first.caseId, endedOn: "2026-11-22", reason: "LOST_CONTACT", summary: null };
  expect((await it.command("anna", "case.end", ending)).status).toBe(200);
  expect((await it.command("anna", "case.open", opening())).status).toBe(200);
});

test("two openings at once leave one case", async () => {
  const answers = await Promise.all([
    it.command("anna", "case.open", opening()),
    it.command("henryk", "case.open", opening()),
    it.command("anna", "case.open", opening()),
  ]);
  expect(answers.map(({ status }) => status).sort((one, two) => one - two)).toEqual([200, 403, 422]);
});

test("a psychologist sees the case from the day of joining the team, not before", async () => {
  const { caseId } = opening();
  await it.command("anna", "case.open", { ...opening(), caseId });
  expect((await it.get("ewa", `/people/${personId}/timeline`)).status).toBe(404);
  const joining = {
    memberId: uuidv7(),
    caseId,
    accountId: it.accountOf("ewa"),
    part: "PSYCHOLOGIST",
    validFrom: "2026-11-22",
  };
  expect((await it.command("anna", "case.join-team", joining)).status).toBe(200);
  expect((await it.get("ewa", `/people/${personId}/timeline`)).status).toBe(200);
  await it.command("anna", "case.leave-team", { memberId: joining.memberId, validUntil: "2026-11-22" });
  it.clock.set("2026-11-22T23:30:00Z");
  expect((await it.get("ewa", `/people/${personId}/timeline`)).status).toBe(404);
});

test("the caseload has my unit's people and what is due first", async () => {
  const { caseId } = opening();
  await it.command("anna", "case.open", { ...opening(), caseId });
  await it.command("anna", "task.add", {
    taskId: uuidv7(),
    personId,
    text: "Przegląd",
    dueOn: "2026-12-02",
    ownerId: null,
  });
  const mine = await it.get("anna", "/caseload");
  expect(mine.body.people).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ caseId, name: "Wojciech Żółtaszek", nextDue: "2026-12-02", leaderName: "Anna Próbna" }),
    ]),
  );
  expect((await it.get("beata", "/caseload")).body.people).toEqual([]);
  expect((await it.get("zofia", "/caseload")).body.people).toEqual([]);
});

test("breaking the glass opens the file for two hours, with a reason, and tells the lead and the DPO (C2)", async () => {
  expect((await it.get("janusz", `/people/${personId}/timeline`)).status).toBe(200);
  expect((await it.get("marta", `/people/${personId}/timeline`)).status).toBe(404);
  expect((await it.command("marta", "glass.break", { glassId: uuidv7(), personId, reason: "krótko" })).status).toBe(
    400,
  );
  const glass = { glassId: uuidv7(), personId, reason: "Nieprzytomny, potrzebna lista leków" };
  expect((await it.command("marta", "glass.break", glass)).status).toBe(200);
  expect((await it.get("marta", `/people/${personId}/timeline`)).status).toBe(200);
  for (const told of ["tomasz", "henryk"] as const)
    expect((await it.get(told, "/tasks/mine")).body.tasks).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "REVIEW_BREAK_GLASS", personId })]),
    );
  it.clock.set("2026-11-22T22:00:01Z");
  expect((await it.get("marta", `/people/${personId}/timeline`)).status).toBe(404);
});

test("opening a file is in the audit, and so is a refused opening", async () => {
  await it.get("anna", `/people/${personId}/timeline`);
  expect(await it.audited(personId)).toEqual(["timeline.read done"]);
  await it.get("marta", `/people/${personId}/timeline`);
  const { rows } = await it.owner.query(
    "select outcome, reason from audit_entry where actor_id = $1 order by xid desc limit 1",
    [it.accountOf("marta")],
  );
  expect(rows).toEqual([{ outcome: "not_found", reason: "person.not_found" }]);
});

test("a day of release gives the leader a task for the day on which work before it begins; it moves and ends with the day, and says nothing of it (R-JUR-06)", async () => {
  const [prisoner, caseId] = [uuidv7(), uuidv7()];
  const fields = { firstName: "Jan", lastName: "Osadzony" };
  await it.command("anna", "person.record", { personId: prisoner, unitId: world.office, fields });
  await it.command("anna", "case.open", { ...opening(caseId), personId: prisoner });
  let base: number | undefined;
  const released = async (until: string | null) => {
    const answer = await it.command(
      "anna",
      "person.write-section",
      { personId: prisoner, section: "COURT", content: { codes: [], until, text: "wyrok" } },
      base === undefined ? {} : { base },
    );
    expect(answer.status).toBe(200);
    base = Number(answer.body.version);
  };
  const tasks = async () => {
    const { rows } = await it.owner.query(
      `select t.id, t.kind, t.due_on::text as due, t.owner_id = $2 as leads, t.detail, t.text, coalesce(e.outcome, 'OPEN') as state
       from task t left join task_ending e on e.task_id = t.id where t.source_type = 'pre_release' and t.source_id = $1 order by t.created_at, t.id`,
      [caseId, it.accountOf("anna")],
    );
    return rows as {
      id: string;
      due: string;
      state: string;
      leads: boolean;
      detail: object;
      text: string | null;
      kind: string;
    }[];
  };
  const states = async () => (await tasks()).map(({ due, state }) => `${due} ${state}`);
  await released(null);
  expect(await states()).toEqual([]);
  await released("2027-06-15");
  expect(await states()).toEqual(["2027-03-15 OPEN"]);
  const [task] = await tasks();
  expect(task).toMatchObject({ kind: "casework.day_of_case", leads: true, text: null, detail: { from: "2027-03-15" } });
  const ahead = async (name: "anna" | "henryk" | "ewa" | "zofia") => {
    const { status, body } = await it.get(name, `/people/${prisoner}/release`);
    return status === 200 ? body.release : status;
  };
  expect(await ahead("anna")).toEqual({ on: "2027-06-15", opensOn: "2027-03-15", state: "BEFORE", months: 3 });
  expect([await ahead("henryk"), await ahead("ewa"), await ahead("zofia")]).toEqual([403, 403, 404]);
  await released("2027-06-15"); // other words, the same day
  expect(await states()).toEqual(["2027-03-15 OPEN"]);
  await released("2027-01-10"); // earlier: the work may begin at once
  expect((await states()).toSorted()).toEqual(["2026-11-22 OPEN", "2027-03-15 NO_LONGER_RELEVANT"]);
  expect(await ahead("anna")).toMatchObject({ state: "PRE_RELEASE", opensOn: "2026-10-10" });
  const open = (await tasks()).find(({ state }) => state === "OPEN");
  expect((await it.command("anna", "task.end", { taskId: open?.id, outcome: "DONE", note: null })).status).toBe(200);
  await released("2027-01-10"); // done stays done
  expect((await states()).toSorted()).toEqual(["2026-11-22 DONE", "2027-03-15 NO_LONGER_RELEVANT"]);
  await released("2026-11-22"); // served: nothing is to come
  expect(await ahead("anna")).toBeNull();
  await released("2027-06-15");
  expect((await states()).filter((state) => state.endsWith("OPEN"))).toEqual(["2027-03-15 OPEN"]);
  await it.command("anna", "case.end", { caseId, endedOn: "2026-11-22", reason: "LOST_CONTACT", summary: null });
  expect((await states()).filter((state) => state.endsWith("OPEN"))).toEqual([]);
  // who comes back with a day that is known is waited for again
  const again = uuidv7();
  await it.command("anna", "case.open", { ...opening(again), personId: prisoner });
  const { rows } = await it.owner.query(
    "select due_on::text as due from task where source_type = 'pre_release' and source_id = $1",
    [again],
  );
  expect(rows).toEqual([{ due: "2027-03-15" }]);
  const { rows: dump } = await it.owner.query("select json_agg(t)::text as line from task t where t.person_id = $1", [
    prisoner,
  ]);
  expect(dump[0].line).not.toMatch(/2027-06-15|COURT|wyrok/);
});
