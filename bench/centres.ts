import { Agent } from "node:http";
import { simulatedLogin } from "../src/app/simulate/simulate.ts";
import { simulatedPassword } from "../src/app/simulate/staff.ts";
import { addMonth, dueMonth, type ListMonth } from "../src/modules/benefit/list/rules.ts";
import type { SealedIpzs } from "../src/modules/centre/ipzs/contract.ts";
import { purposes } from "../src/modules/centre/ipzs/store.ts";
import { makeAccount, makeOrganisation, makeUnit } from "../src/modules/organisation/setup.ts";
import { systemClock } from "../src/platform/clock.ts";
import { openKeyRing } from "../src/platform/keys/keyRing.ts";
import { isWorkingDay } from "../src/platform/time/calendar.ts";
import { todayIn } from "../src/platform/time/instant.ts";
import { addDays, endOfMonth, type PlainDate } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { call } from "./load.ts";
import type { Operation } from "./operations.ts";
import { signIn, type World } from "./world.ts";

type Made = Pick<World, "owner" | "keysDir">;
/** A centre of the world: `month` is its last one, whose list is open; those before it are approved. */
type Centre = { unitId: string; people: number; month: ListMonth };

const organisationName = "bench-centres";
const manager = "bench-centre-manager";
const accountant = "bench-centre-accountant";
const sizes = [28, 1000] as const;
const months = 6;
const groupSize = 28;

/**
 * What opening the month costs: its days and its list of benefits. The centres are made on the first use of the world, in an
 * organisation of their own, so that figures of the others stay comparable: participants by rows such as commands leave, five months'
 * lists by the commands themselves, and then notes that came late, so that the open list holds corrections.
 */
export async function makeMonthOperations(
  world: Made,
  port: number,
  tell: (line: string) => void,
): Promise<Operation[]> {
  const centres = await openCentres(world, port, tell);
  const token = await signIn(port, manager);
  return centres.flatMap(({ unitId, people, month }) => {
    const named = month.slice(0, 7);
    const read = (name: string, about: string, path: string): Operation => ({
      name: `${name} of ${people.toLocaleString("en")}`,
      about,
      bar: null,
      writes: false,
      connections: people > 100 ? [1, 2] : [1, 8], // a centre has no more who open its month at once
      next: () => ({ method: "GET", path: `/api${path}`, token }),
    });
    return [
      read("month", "everybody's days, counters, what is missing", `/centre-months?unitId=${unitId}&month=${named}`),
      read("month list", `the open list, held against ${months - 1} approved ones`, `/benefits/${unitId}/${named}`),
    ];
  });
}

async function openCentres({ owner, keysDir }: Made, port: number, tell: (line: string) => void): Promise<Centre[]> {
  const known = await findCentres(owner);
  if (known.length === 0) {
    tell("centres of 28 and 1,000…");
    await addCentres({ owner, keysDir });
    await owner.query("vacuum analyze");
  }
  const centres = known.length === 0 ? await findCentres(owner) : known;
  for (const centre of centres) {
    await approveBefore(owner, port, centre, tell);
    await addLateNotes(owner, centre);
  }
  return centres;
}

async function findCentres(owner: World["owner"]): Promise<Centre[]> {
  const { rows } = await owner.query<Centre>(
    `select u.id as "unitId", (select count(*)::int from person_unit p where p.organisation_id = u.organisation_id and p.unit_id = u.id) as people,
      (select max(l.month) from register_month_lock l where l.organisation_id = u.organisation_id and l.unit_id = u.id) as month
    from unit u join organisation o on o.id = u.organisation_id where o.short_name = $1 order by people`,
    [organisationName],
  );
  return rows;
}

/** An organisation with its centres: half a year of classes and marks, closed registers, locked months. */
async function addCentres({ owner, keysDir }: Made): Promise<void> {
  const now = systemClock.now();
  const last = dueMonth(todayIn(now, "Europe/Warsaw"));
  const first = addMonth(last, 1 - months);
  const [org, managerId, accountantId] = [uuidv7(), uuidv7(), uuidv7()];
  const units = sizes.map((people) => ({ id: uuidv7(), people }));
  await owner.query("begin");
  await owner.query("select set_config('powrot.now', $1, true)", [now.toISOString()]);
  await makeOrganisation(owner, { id: org, name: "Centra symulowane", shortName: organisationName, kind: "NGO" });
  for (const { id, people } of units)
    await makeUnit(owner, { organisationId: org, id, name: `Centrum ${people}`, kind: "CIS" });
  const unitIds = units.map(({ id }) => id);
  const account = { organisationId: org, password: simulatedPassword, unitIds, validFrom: addDays(first, -30) };
  await makeAccount(owner, {
    ...account,
    id: managerId,
    login: manager,
    displayName: "Kierownik Centrum",
    roles: ["CIS_MANAGER"],
  });
  await makeAccount(owner, {
    ...account,
    id: accountantId,
    login: accountant,
    displayName: "Księgowa Centrum",
    roles: ["ACCOUNTANT"],
  });
  const people = await addParticipants(owner, { org, managerId, first, units });
  await sealProgrammes(owner, keysDir, { org, first, people });
  await addClasses(owner, { first, to: endOfMonth(last) });
  for (const { id } of units)
    await owner.query(
      `insert into register_month_lock (organisation_id, id, unit_id, month, no, locked_by)
      select $1, uuidv7(), $2, month::date, 1, $3 from generate_series($4::date, $5::date, '1 month') month`,
      [org, id, managerId, first, last],
    );
  await owner.query("commit");
}

/** Everybody admitted on one day and qualified since, in groups of a workshop; named like people of the largest organisation. */
async function addParticipants(
  owner: World["owner"],
  of: { org: string; managerId: string; first: PlainDate; units: readonly { id: string; people: number }[] },
): Promise<string[]> {
  const { org, managerId, first, units } = of;
  await owner.query(
    `create temp table member on commit drop as
    select $5::uuid as org, $6::uuid as by, $7::date as since, n, c.unit_id, c.unit_no, c.k, (c.k - 1) / $3 as group_no,
      uuidv7() as person_id, uuidv7() as case_id, uuidv7() as ipzs_id, uuidv7() as enrolment_id, w.first_name, w.last_name
    from (select row_number() over (order by u.no, k) as n, u.id as unit_id, u.no as unit_no, k::int as k
        from unnest($1::uuid[], $2::int[]) with ordinality u (id, people, no), generate_series(1, u.people) k) c
      join (select row_number() over (order by md5(p.id::text)) as n, p.first_name, p.last_name from person p
        where p.step = 'NAMED' and p.organisation_id = (select m.organisation_id from membership m join account a on a.id = m.account_id where a.login = $4)) w using (n)`,
    [
      units.map(({ id }) => id),
      units.map(({ people }) => people),
      groupSize,
      simulatedLogin(1, 0),
      org,
      managerId,
      first,
    ],
  );
  for (const text of [
    `create temp table workshop on commit drop as select org, by, since, unit_id, group_no, uuidv7() as group_id, uuidv7() as module_id, null::uuid as project_id
      from member group by 1, 2, 3, 4, 5`,
    "update workshop w set project_id = j.id from (select unit_id, uuidv7() as id from (select distinct unit_id from workshop) u) j where j.unit_id = w.unit_id",
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) select org, person_id, n, 'NAMED', first_name, last_name, by from member",
    "insert into person_unit (organisation_id, person_id, unit_id, since) select org, person_id, unit_id, since from member",
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) select org, case_id, person_id, unit_id, since - 30, 'IN_PROGRAMME', by from member",
    "insert into open_case (organisation_id, person_id, unit_id, case_id) select org, person_id, unit_id, case_id from member",
    `insert into project (organisation_id, id, unit_id, kind, title, starts_on, contract_required, recorded_by)
      select distinct org, project_id, unit_id, 'CIS', 'Centrum', since - 60, false, by from workshop`,
    `insert into class_group (organisation_id, id, project_id, unit_id, name, starts_on, weeks, meetings_per_week, minutes_per_meeting, capacity, recorded_by)
      select org, group_id, project_id, unit_id, 'Warsztat ' || group_no + 1, since - 60, 100, 5, 360, 30, by from workshop`,
    `insert into programme_module (organisation_id, id, group_id, no, code, name, form, planned_minutes)
      select org, module_id, group_id, 1, 'OWN', 'Warsztat', 'GROUP', 60000 from workshop`,
    `insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by)
      select m.org, m.enrolment_id, m.person_id, m.case_id, w.project_id, m.since - 10, m.by from member m join workshop w using (unit_id, group_no)`,
    `insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by)
      select m.org, uuidv7(), w.group_id, m.enrolment_id, m.person_id, m.since - 10, m.by from member m join workshop w using (unit_id, group_no)`,
    `insert into ipzs (organisation_id, id, person_id, case_id, prepared_by, sealed, begun_on, trial_from, weekly_hours)
      select org, ipzs_id, person_id, case_id, by, '', since - 20, since, 35 from member`,
    `insert into ipzs_step (organisation_id, ipzs_id, no, act, state, acted_on, done_by) select m.org, m.ipzs_id, s.no, s.act, s.state, m.since, m.by from member m,
      (values (1, 'begin', 'DRAFT'), (2, 'agree', 'AGREED'), (3, 'sign', 'SIGNED'), (4, 'admit', 'TRIAL'), (5, 'qualify', 'PARTICIPATION')) s (no, act, state)`,
  ])
    await owner.query(text);
  await owner.query("update person_number set last_no = (select max(n) from member) where organisation_id = $1", [org]);
  const { rows } = await owner.query<{ id: string }>("select ipzs_id as id from member order by n");
  return rows.map(({ id }) => id);
}

/** Each programme's words under the organisation's key, as the server opens them. */
async function sealProgrammes(
  owner: World["owner"],
  keysDir: string,
  { org, first, people }: { org: string; first: PlainDate; people: readonly string[] },
): Promise<void> {
  const keys = openKeyRing(keysDir, { create: true });
  const hidden: SealedIpzs = {
    socialScope: [{ id: uuidv7(), form: "Grupa wsparcia", hours: 5, leader: "Psycholog" }],
    vocationalScope: [{ id: uuidv7(), kind: "WORKSHOP", name: "Warsztat stolarski", hours: 30 }],
    responsible: [{ id: uuidv7(), accountId: null, name: "Instruktor", area: "warsztat" }],
    dailyHours: null,
    capped: false,
    benefitApplied: true,
    benefitAppliedOn: first,
    bankAccount: "",
    obligations: "Uczestnik przychodzi na zajęcia.",
  };
  const sealed = people.map((id) =>
    Buffer.from(keys.encryptFor(org, purposes.content, Buffer.from(JSON.stringify(hidden)), id)),
  );
  await owner.query(
    "update ipzs i set sealed = t.sealed from unnest($2::uuid[], $3::bytea[]) t (id, sealed) where i.organisation_id = $1 and i.id = t.id",
    [org, people, sealed],
  );
}

/** Six hours on every working day. Every tenth was sick for some days of each month, with a note; every seventh missed a day. */
async function addClasses(owner: World["owner"], { first, to }: { first: PlainDate; to: PlainDate }): Promise<void> {
  const days: PlainDate[] = [];
  for (let day = first; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  await owner.query(
    "create temp table class on commit drop as select uuidv7() as id, w.*, d.day from workshop w, unnest($1::date[]) d (day)",
    [days],
  );
  await owner.query(
    `create temp table note on commit drop as select uuidv7() as id, m.org, m.by, m.ipzs_id, month::date as month from member m,
      generate_series($1::date, $2::date, '1 month') month where m.k % 10 = 3`,
    [first, to],
  );
  for (const text of [
    `insert into class_session (organisation_id, id, group_id, module_id, day, starts_at, minutes, leader_id)
      select org, id, group_id, module_id, day, '08:00', 360, by from class`,
    `insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by)
      select m.org, uuidv7(), c.id, m.person_id, case when m.k % 10 = 3 and extract(day from c.day) between 10 and 13 then 'SICK'
        when m.k % 7 = 2 and extract(day from c.day) between 17 and 19 and extract(isodow from c.day) = 3
          or m.k % 28 = 5 and extract(day from c.day) between 4 and 7 then 'ABSENT_UNEXCUSED' else 'PRESENT' end, m.by
      from class c join member m using (unit_id, group_no)`,
    `insert into register_closing (organisation_id, session_id, topic, leader_id, held_minutes, present, closed_by)
      select org, id, 'Praca w warsztacie', by, 360, ${groupSize}, by from class`,
    `insert into absence_excuse (organisation_id, id, ipzs_id, kind, from_on, to_on, asked_on, recorded_by)
      select org, id, ipzs_id, 'SICKNESS', month + 9, month + 12, month + 13, by from note`,
    "insert into absence_document (organisation_id, excuse_id, received_on, recorded_by) select org, id, month + 13, by from note",
    `insert into absence_answer (organisation_id, excuse_id, no, answer, answered_on, answered_by)
      select org, id, 1, 'ACCEPTED', month + 14, by from note`,
  ])
    await owner.query(text);
}

/** The lists of the months before the last, prepared and approved by the commands; those that stand are left. */
async function approveBefore(
  owner: World["owner"],
  port: number,
  { unitId, month: last }: Centre,
  tell: (line: string) => void,
): Promise<void> {
  const { rows } = await owner.query<{ month: ListMonth }>(
    `select l.month from register_month_lock l where l.unit_id = $1 and l.month < $2
      and not exists (select from benefit_list_decision d where d.organisation_id = l.organisation_id and d.unit_id = l.unit_id and d.month = l.month and d.decision = 'APPROVED')
    order by l.month`,
    [unitId, last],
  );
  if (rows.length === 0) return;
  const agent = new Agent({ keepAlive: true });
  const [prepares, approves] = [await signIn(port, accountant), await signIn(port, manager)];
  const ask = async (token: string, path: string, body?: unknown) => {
    const answer = await call(agent, port, { method: body ? "POST" : "GET", path: `/api${path}`, token, body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return JSON.parse(answer.text);
  };
  const send = (token: string, type: string, payload: unknown) =>
    ask(token, `/commands/${type}`, { id: uuidv7(), v: 1, occurredAt: new Date().toISOString(), payload });
  for (const each of rows) {
    const month = each.month.slice(0, 7);
    tell(`list of ${month}…`);
    const listId = uuidv7();
    const { contentHash: seenHash } = await ask(prepares, `/benefits/${unitId}/${month}`);
    const why = { excusesChecked: true, despite: "Lista symulowana" };
    await send(prepares, "benefit.prepare", { listId, unitId, month, seenHash, ...why });
    await send(approves, "benefit.approve", { listId, seenHash });
  }
  agent.destroy();
}

/**
 * Of every twenty-eighth, an accepted note for days of the last approved month that its list counted as unexcused, with the marks put
 * right as accepting does.
 */
async function addLateNotes(owner: World["owner"], { unitId, month }: Centre): Promise<void> {
  await owner.query("begin");
  await owner.query("select set_config('powrot.now', $1, true)", [systemClock.now().toISOString()]);
  await owner.query(
    `create temp table late on commit drop as
    select i.organisation_id, uuidv7() as id, i.id as ipzs_id, i.person_id, i.prepared_by as by, $2::date + 3 as from_on, $2::date + 6 as to_on from ipzs i
      join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id and k.unit_id = $1
    where exists (select from attendance_entry e join class_session s on s.organisation_id = e.organisation_id and s.id = e.session_id
        where e.organisation_id = i.organisation_id and e.person_id = i.person_id and e.status = 'ABSENT_UNEXCUSED' and s.day between $2::date + 3 and $2::date + 6)
      and not exists (select from absence_excuse x where x.organisation_id = i.organisation_id and x.ipzs_id = i.id and x.from_on = $2::date + 3)`,
    [unitId, addMonth(month, -1)],
  );
  for (const text of [
    `insert into absence_excuse (organisation_id, id, ipzs_id, kind, from_on, to_on, asked_on, recorded_by)
      select organisation_id, id, ipzs_id, 'SICKNESS', from_on, to_on, to_on + 40, by from late`,
    "insert into absence_document (organisation_id, excuse_id, received_on, recorded_by) select organisation_id, id, to_on + 40, by from late",
    `insert into absence_answer (organisation_id, excuse_id, no, answer, answered_on, answered_by)
      select organisation_id, id, 1, 'ACCEPTED', to_on + 41, by from late`,
    `insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by)
      select l.organisation_id, uuidv7(), s.id, l.person_id, 'SICK', l.by from late l
        join attendance_entry e on e.organisation_id = l.organisation_id and e.person_id = l.person_id and e.status = 'ABSENT_UNEXCUSED'
        join class_session s on s.organisation_id = e.organisation_id and s.id = e.session_id and s.day between l.from_on and l.to_on`,
  ])
    await owner.query(text);
  await owner.query("commit");
}
