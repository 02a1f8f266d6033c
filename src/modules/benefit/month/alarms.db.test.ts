import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
  type Participant,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ClassProgramme } from "../classes/contract.ts";
import { tellCentreMonths } from "./alarms.ts";

const it = useTestHouse("2026-11-17T04:25:00Z");
let sick: Participant;
let away: Participant;
let hidden: Participant;

/** The owner's one connection stands for the pool of the house. */
const owner = () => ({
  query: it.owner.query.bind(it.owner),
  connect: async () => Object.assign(it.owner, { release() {} }),
});
const tell = () => tellCentreMonths(owner() as unknown as pg.Pool, it.services);

beforeAll(async () => {
  const workshop = await givenWorkshop(it);
  sick = await givenParticipant(it, workshop, { lastName: "Chory" });
  away = await givenParticipant(it, workshop, { lastName: "Nieobecny" });
  hidden = await givenParticipant(it, workshop, { lastName: "Chroniona" });
  const sessions = await givenClasses(it, workshop, "2026-11-02", "2026-11-16");
  await givenClasses(it, workshop, "2026-11-30", "2026-12-31");
  const days = ["2026-11-03", "2026-11-04", "2026-11-05"];
  await givenRegisters(it, sessions, [sick, away, hidden], (who, day) =>
    who !== sick && days.includes(day) ? "ABSENT_UNEXCUSED" : undefined,
  );
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
}, 60_000);

type Told = { kind: string; detail: object; ended: string | null };
async function told(ofUnit = false): Promise<Told[]> {
  const { rows } = await it.owner.query<Told>(
    `select t.kind, t.detail, e.outcome as ended from task t left join task_ending e on e.task_id = t.id
     where t.owner_id = $1 and t.source_type = any ($2) order by t.created_at, t.kind, e.outcome`,
    [it.accountOf("hanna"), ofUnit ? ["class-programme"] : ["cis_limit"]],
  );
  return rows;
}
const noteOf = async (to: string) => {
  const excuseId = uuidv7();
  const note = {
    kind: "SICKNESS",
    from: "2026-09-01",
    to,
    reason: null,
    askedOn: "2026-11-16",
    documentOn: "2026-11-16",
  };
  await it.command("beata", "absence.ask", { excuseId, ipzsId: sick.ipzsId, ...note });
  await it.command("hanna", "absence.answer", { excuseId, accepted: true, reason: "" });
  return excuseId;
};

test("three days without excuse are told before the fourth, once, and of hidden people nothing (J6.3, C7)", async () => {
  await tell();
  await tell();
  expect(await told()).toEqual([
    { kind: "CIS_UNEXCUSED_AT_MOST", detail: { count: 3, month: "2026-11" }, ended: null },
  ]);
  const { rows } = await it.owner.query("select person_id from task where source_type = 'cis_limit'");
  expect(rows).toEqual([{ person_id: away.personId }]);
});

test("of whom no manager may know, the social worker of the centre is told who is among the readers, until a manager is (J6.3, C7)", async () => {
  const asReader = (name: "hanna" | "gosia") =>
    it.owner.query(
      "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) select organisation_id, id, $2, $2 from person where id = $1",
      [hidden.personId, it.accountOf(name)],
    );
  const ofHidden = async () => {
    const { rows } = await it.owner.query<{ owner: string; open: boolean }>(
      `select t.owner_id as owner, e.task_id is null as open from task t left join task_ending e on e.task_id = t.id
       where t.source_type = 'cis_limit' and t.person_id = $1 order by open`,
      [hidden.personId],
    );
    return rows.map(({ owner, open }) => [owner === it.accountOf("gosia") ? "gosia" : "hanna", open]);
  };
  await it.owner.query("update membership_role set role = 'REINTEGRATION_SOCIAL_WORKER' where account_id = $1", [
    it.accountOf("gosia"),
  ]);
  await it.owner.query(
    "insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3) on conflict do nothing",
    [world.agenda, it.accountOf("gosia"), world.club],
  );
  await tell();
  expect(await ofHidden()).toEqual([]);
  await asReader("gosia");
  await tell();
  await tell();
  expect(await ofHidden()).toEqual([["gosia", true]]);
  const { rows } = await it.owner.query(
    "select person_id from task where source_type = 'cis_limit' and owner_id = $1",
    [it.accountOf("gosia")],
  );
  expect(rows).toEqual([{ person_id: hidden.personId }]);
  await asReader("hanna");
  await tell();
  expect(await ofHidden()).toEqual([
    ["gosia", false],
    ["hanna", true],
  ]);
  await it.owner.query("delete from whereabouts_reader where person_id = $1", [hidden.personId]);
  await tell();
});

test("eighteen of twenty-one sick days are told, and no more once the note is taken back", async () => {
  const excuseId = await noteOf("2026-09-18");
  await tell();
  expect(await told()).toContainEqual({ kind: "CIS_SICK_LIMIT_NEAR", detail: { count: 3 }, ended: null });
  await it.command("hanna", "absence.withdraw", { excuseId, reason: "Pomyłka" });
  await tell();
  expect((await told()).filter(({ kind }) => kind === "CIS_SICK_LIMIT_NEAR")).toEqual([
    { kind: "CIS_SICK_LIMIT_NEAR", detail: { count: 3 }, ended: "NO_LONGER_RELEVANT" },
  ]);
});

test("what somebody ended is told again only when its figure changes", async () => {
  await noteOf("2026-09-18");
  await tell();
  const { rows } = await it.owner.query(
    "select t.id from task t where t.kind = 'CIS_SICK_LIMIT_NEAR' and not exists (select from task_ending e where e.task_id = t.id)",
  );
  expect(rows).toHaveLength(1);
  await it.command("hanna", "task.end", { taskId: rows[0].id, outcome: "DONE", note: null });
  await tell();
  const open = async () => (await told()).filter(({ kind, ended }) => kind === "CIS_SICK_LIMIT_NEAR" && !ended);
  expect(await open()).toEqual([]);
  const more = { kind: "SICKNESS", from: "2026-09-22", to: "2026-09-22", reason: null };
  const excuseId = uuidv7();
  const asked = { ...more, askedOn: "2026-11-16", documentOn: "2026-11-16" };
  await it.command("beata", "absence.ask", { excuseId, ipzsId: sick.ipzsId, ...asked });
  await it.command("hanna", "absence.answer", { excuseId, accepted: true, reason: "" });
  await tell();
  expect(await open()).toMatchObject([{ detail: { count: 2 } }]);
});

test("some days before the 25th, as the parameter says, the manager is asked for the class programme of the next month, until it is approved (J6.1)", async () => {
  expect(await told(true)).toEqual([]);
  await it.owner.query(
    "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by) values ($1, 'CIS_NOTICE_CLASS_PROGRAMME', '2026-11-01', 8, 'DAYS', 'Regulamin', $2)",
    [world.agenda, it.accountOf("hanna")],
  );
  await tell();
  await tell();
  expect(await told(true)).toEqual([{ kind: "class-programme.due", detail: { month: "2026-12" }, ended: null }]);
  const { rows } = await it.owner.query(
    "select to_char(due_on, 'YYYY-MM-DD') as due from task where kind = 'class-programme.due'",
  );
  expect(rows).toEqual([{ due: plainDate("2026-11-25") }]);
  const { nowHash } = await it.read("hanna", "/class-programmes?month=2026-12", ClassProgramme);
  const programmeId = uuidv7();
  const wish = { programmeId, unitId: world.club, month: "2026-12", seenHash: nowHash, reason: "" };
  expect(await it.command("hanna", "class-programme.prepare", wish)).toMatchObject({ status: 200 });
  await tell();
  expect((await told(true)).map(({ ended }) => ended)).toEqual([null]);
  await it.command("hanna", "class-programme.approve", { programmeId, seenHash: nowHash, reasons: [] });
  expect((await told(true)).map(({ ended }) => ended)).toEqual(["DONE"]);
  await tell();
  expect(await told(true)).toHaveLength(1);
});
