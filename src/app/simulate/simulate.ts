import { createHash } from "node:crypto";
import pg from "pg";
import { hashPassword } from "../../modules/organisation/session.ts";
import { aliases, menNames, surnames, womenNames } from "./names.ts";

export type Simulation = { persons: number; years: number; seed: number; today: string; organisations?: number };
export const simulatedPassword = "Symulacja-2026-haslo";

/** Role, login part and unit kind of the eight accounts of each simulated organisation. */
const staff = [
  ["OUTREACH_WORKER", "OUTREACH_TEAM"],
  ["OUTREACH_COORDINATOR", "OUTREACH_TEAM"],
  ["SOCIAL_WORKER", "SOCIAL_WORK"],
  ["SOCIAL_WORKER", "SOCIAL_WORK"],
  ["SOCIAL_WORK_MANAGER", "SOCIAL_WORK"],
  ["KIS_COORDINATOR", "KIS"],
  ["WORKSHOP_INSTRUCTOR", "KIS"],
  ["PROJECT_COORDINATOR", "KIS"],
] as const;

/** Login of one simulated account: organisation 1 is the largest; place 0-7 as in `staff`. */
export const simulatedLogin = (organisation: number, place: number): string => `sim-${organisation}-${place}`;
export const simulatedOrganisation = (organisation: number): string => `sim-${organisation}`;

/**
 * Fills an empty, migrated database with a world of any size, the same for the same seed: organisations of very unequal
 * size, people with names as they are in Poland, ten contact cards and an event for each, groups with sessions and
 * attendance. By bulk load as a superuser, with triggers and foreign key checks off; nothing of it is real.
 * Ten cards and twenty-five marks for each person: 200,000 persons make 2 M contacts and 5 M attendance entries.
 */
export async function simulate(ownerUrl: string, wanted: Simulation, tell: (line: string) => void): Promise<void> {
  const { persons, years, seed, today } = wanted;
  const organisations = wanted.organisations ?? 50;
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const step = async (what: string, text: string, values: unknown[] = []) => {
    const before = performance.now();
    const { rowCount } = await client.query(text, values);
    tell(`${what}: ${rowCount ?? 0} rows, ${((performance.now() - before) / 1000).toFixed(1)} s`);
  };
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
    );
    await client.query("select set_config('powrot.now', $1, false)", [`${today}T12:00:00Z`]);
    await client.query(tools(seed));
    const day = (text: string) => `date '${today}' - (${text})::int`;
    const instant = (text: string) => `timestamptz '${today} 12:00Z' - (${text}) * interval '1 second'`;
    const span = years * 365;

    await step(
      "organisations",
      `insert into organisation (id, name, short_name, kind) select pg_temp.uid('o', o), 'Ośrodek symulowany ' || o, 'sim-' || o, 'OPS' from generate_series(1, ${organisations}) o`,
    );
    await step(
      "units",
      `insert into unit (organisation_id, id, name, kind) select pg_temp.uid('o', o), pg_temp.uid('u' || k.kind, o), k.name || ' ' || o, k.kind
      from generate_series(1, ${organisations}) o, (values ('OUTREACH_TEAM', 'Zespół uliczny'), ('SOCIAL_WORK', 'Praca socjalna'), ('KIS', 'Klub')) k (kind, name)`,
    );
    const hash = await hashPassword(simulatedPassword);
    const list = staff.map(([role, kind], place) => `(${place}, '${role}', '${kind}')`).join(", ");
    await client.query(
      `create temp table staff as select o, s.place, s.role, s.kind, pg_temp.uid('a' || s.place, o) as id from generate_series(1, ${organisations}) o, (values ${list}) s (place, role, kind)`,
    );
    await step(
      "accounts",
      "insert into account (id, login, password_hash) select id, 'sim-' || o || '-' || place, $1 from staff",
      [hash],
    );
    await step(
      "memberships",
      `insert into membership (organisation_id, account_id, display_name, valid_from) select pg_temp.uid('o', o), id, 'Pracownik ' || o || '-' || place, ${day(String(span))} from staff`,
    );
    await step(
      "roles",
      "insert into membership_role (organisation_id, account_id, role) select pg_temp.uid('o', o), id, role from staff",
    );
    await step(
      "places",
      "insert into membership_unit (organisation_id, account_id, unit_id) select pg_temp.uid('o', o), id, pg_temp.uid('u' || kind, o) from staff",
    );
    await step(
      "authorisations",
      `insert into authorisation (organisation_id, id, account_id, kind, valid_from) select pg_temp.uid('o', o), pg_temp.uid('z' || k || place, o), id, k, ${day(String(span))} from staff, unnest(array['AUTHORISATION', 'PLEDGE']) k`,
    );

    // Sizes fall as 1/rank: the first organisation has nearly a quarter of all.
    await client.query(`create temp table p as select i, o, row_number() over (partition by o order by i)::int as no, pg_temp.uid('p', i) as id, pg_temp.uid('o', o) as org, pg_temp.r(i, 2) < 0.25 as woman
      from (select i, least(${organisations}, greatest(1, round(exp(pg_temp.r(i, 1) * ln(${organisations + 0.5})))))::int as o from generate_series(1, ${persons}) i) x`);
    await client.query("create index on p (i); analyze p");
    await step(
      "persons",
      `insert into person (organisation_id, id, person_no, step, alias, first_name, last_name, sex, birth_date, citizenship, registration_commune, recorded_by, recorded_at)
      select org, id, no, case when pg_temp.r(i, 3) < 0.2 then 'ALIAS' else 'NAMED' end,
        case when pg_temp.r(i, 3) < 0.3 then pg_temp.pick($1, i, 4) || case when pg_temp.r(i, 5) < 0.8 then ' ' || (1 + (i % 97)) else '' end end,
        case when pg_temp.r(i, 3) >= 0.2 then case when woman then pg_temp.pick($2, i, 6) else pg_temp.pick($3, i, 6) end end,
        case when pg_temp.r(i, 3) >= 0.2 then case when woman then pg_temp.pick($4, i, 7) else pg_temp.pick($5, i, 7) end end,
        case when woman then 'F' else 'M' end, case when pg_temp.r(i, 3) >= 0.2 then date '1945-01-01' + (pg_temp.r(i, 8) * 22000)::int end, 'PL',
        'Gmina ' || (1 + (i % 240)), pg_temp.uid('a2', o), ${instant(`pg_temp.r(i, 9) * 86400 * ${span}`)}
      from p`,
      [aliases, womenNames, menNames, surnames.F, surnames.M],
    );
    await step("numbers", "insert into person_number select org, max(no) from p group by org");
    await step(
      "person units",
      `insert into person_unit (organisation_id, person_id, unit_id, since) select org, id, pg_temp.uid('u' || k.kind, o), ${day(String(span))}
      from p, (values ('OUTREACH_TEAM', 0.4), ('SOCIAL_WORK', 0.8), ('KIS', 0.35)) k (kind, part) where pg_temp.r(i, 10) < k.part`,
    );
    await step(
      "cases",
      `insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) select org, pg_temp.uid('c', i), id, pg_temp.uid('uSOCIAL_WORK', o), ${day(`pg_temp.r(i, 11) * ${span}`)},
      pg_temp.pick(array['OPEN_OFFER', 'UNDER_ASSESSMENT', 'PLANNED', 'CONTRACTED', 'ADVANCED'], i, 12), pg_temp.uid('a' || (2 + i % 2), o) from p where pg_temp.r(i, 10) < 0.8`,
    );
    await step(
      "open cases",
      "insert into open_case (organisation_id, person_id, unit_id, case_id) select c.organisation_id, c.person_id, c.unit_id, c.id from support_case c join p on p.id = c.person_id where pg_temp.r(p.i, 13) < 0.3",
    );
    await step(
      "teams",
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) select c.organisation_id, pg_temp.uid('m', p.i), c.id, c.leader_id, 'LEADER', c.opened_on from support_case c join p on p.id = c.person_id",
    );
    await step(
      "tasks",
      `insert into task (organisation_id, id, person_id, case_id, owner_id, kind, text, due_on, created_by) select c.organisation_id, pg_temp.uid('t', p.i), c.person_id, c.id, c.leader_id, 'AGREED', 'Zadanie symulowane', date '${today}' + (pg_temp.r(p.i, 14) * 60)::int - 20, c.leader_id
      from open_case o join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id join p on p.id = c.person_id`,
    );

    await step(
      "places",
      `insert into outreach_site (organisation_id, id, unit_id, name, site_type, area, status_since, recorded_by) select pg_temp.uid('o', o), pg_temp.uid('s' || k, o), pg_temp.uid('uOUTREACH_TEAM', o), 'Miejsce ' || k, 'STREET', 'Obszar ' || (k % 5), ${day("0")}, pg_temp.uid('a0', o) from generate_series(1, ${organisations}) o, generate_series(1, 20) k`,
    );
    const contactAt = instant(`pg_temp.r(n, 20) * 86400 * ${span}`);
    for (let from = 0; from < persons * 10; from += 500_000) {
      const rows = `(select n, p.* from generate_series(${from + 1}, ${Math.min(persons * 10, from + 500_000)}) n join p on p.i = 1 + (n % ${persons}))`;
      await step(
        "contacts",
        `insert into contact_card (organisation_id, id, unit_id, person_id, anonymity, contact_at, received_at, site_id, sex, age_band, needs, actions, recorded_by)
        select org, pg_temp.uid('k', n), pg_temp.uid('uOUTREACH_TEAM', o), id, 'ALIAS', ${contactAt}, ${contactAt}, pg_temp.uid('s' || (1 + n % 20), o), case when woman then 'F' else 'M' end, '40_49', array['WARMTH'], array['CONVERSATION'], pg_temp.uid('a0', o) from ${rows} x`,
      );
      await step(
        "contact events",
        `insert into event (organisation_id, id, xid, person_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
        select org, pg_temp.uid('e', n), pg_current_xact_id(), id, 'contact.recorded', 'STREET', ${contactAt}, ${contactAt}, pg_temp.uid('a0', o), 'contact', pg_temp.uid('k', n), '{"repeat": true}' from ${rows} x`,
      );
    }

    // Groups of thirty, 38 weeks, three meetings; as many groups and meetings as make 25 marks a person.
    const meetings = 114;
    await step(
      "projects",
      `insert into project (organisation_id, id, unit_id, kind, title, starts_on, ends_on, social_threshold_percent, employment_threshold_percent, contract_required, recorded_by) select pg_temp.uid('o', o), pg_temp.uid('j', o), pg_temp.uid('uKIS', o), 'KIS', 'Projekt symulowany ' || o, ${day(String(span))}, date '${today}' + 200, 60, 25, false, pg_temp.uid('a5', o) from generate_series(1, ${organisations}) o`,
    );
    await client.query(`create temp table g as select o, org, g, pg_temp.uid('g' || g, o) as id, array_agg(i order by i) as members from (select o, org, i, ((row_number() over (partition by o order by pg_temp.r(i, 30))) - 1) / 30 as g from p) x
      where pg_temp.r(o * 100000 + g, 31) < ${(persons * 25) / (persons * meetings)} group by o, org, g`);
    await step(
      "groups",
      `insert into class_group (organisation_id, id, project_id, unit_id, name, group_no, starts_on, weeks, meetings_per_week, minutes_per_meeting, capacity, recorded_by) select org, id, pg_temp.uid('j', o), pg_temp.uid('uKIS', o), 'Grupa ' || g, g, date '${today}' - 200, 38, 3, 240, 30, pg_temp.uid('a5', o) from g`,
    );
    await step(
      "leaders",
      `insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from) select org, pg_temp.uid('l' || g, o), id, pg_temp.uid('a6', o), date '${today}' - 200 from g`,
    );
    await step(
      "modules",
      `insert into programme_module (organisation_id, id, group_id, no, code, form, planned_minutes) select org, pg_temp.uid('d' || g || ':' || m, o), id, m, (array['PSYCHOEDUCATION','SUPPORT_MEETINGS','COMMUNITY_ACTIVITY'])[m], 'GROUP', 9120 from g, generate_series(1, 3) m`,
    );
    await client.query(
      "create temp table gm as select o, org, g, id as group_id, m as i, ord from g, unnest(members) with ordinality as u (m, ord)",
    );
    await step(
      "enrolments",
      `insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by) select org, pg_temp.uid('n', i), pg_temp.uid('p', i), pg_temp.uid('c', i), pg_temp.uid('j', o), date '${today}' - 200, pg_temp.uid('a5', o) from gm`,
    );
    await step(
      "open enrolments",
      "insert into open_enrolment (organisation_id, person_id, project_id, enrolment_id) select org, pg_temp.uid('p', i), pg_temp.uid('j', o), pg_temp.uid('n', i) from gm",
    );
    await step(
      "members",
      `insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by) select org, pg_temp.uid('b', i), group_id, pg_temp.uid('n', i), pg_temp.uid('p', i), date '${today}' - 200, pg_temp.uid('a5', o) from gm`,
    );
    await step(
      "outcomes",
      `insert into outcome_evidence (organisation_id, id, person_id, project_id, dimension, outcome_type, occurred_on, observed_on, evidence_kind, assessor_id)
      select org, pg_temp.uid('v' || d, i), pg_temp.uid('p', i), pg_temp.uid('j', o), d, case d when 'SOCIAL' then 'VOLUNTEERING' else 'EMPLOYMENT_CONTRACT' end, date '${today}' - 10, date '${today}' - 5, 'SOCIAL_WORKER_OPINION', pg_temp.uid('a5', o) from gm, unnest(array['SOCIAL', 'EMPLOYMENT']) d where pg_temp.r(i, length(d)) < 0.6`,
    );
    await step(
      "verifications",
      "insert into outcome_verification (organisation_id, evidence_id, assessor_id, verifier_id, verdict) select organisation_id, id, assessor_id, gen_random_uuid(), 'VERIFIED' from outcome_evidence",
    );
    for (let week = 0; week < 38; week += 2) {
      await step(
        "sessions",
        `insert into class_session (organisation_id, id, group_id, module_id, day, starts_at, minutes, leader_id) select org, pg_temp.uid('w' || g || ':' || w * 3 + k, o), id, pg_temp.uid('d' || g || ':' || k, o), date '${today}' - 200 + w * 7 + k * 2, '09:00', 240, pg_temp.uid('a6', o) from g, generate_series(${week}, ${week + 1}) w, generate_series(1, 3) k`,
      );
      await step(
        "marks",
        `insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by, recorded_at) select org, pg_temp.uid('x' || w * 3 + k, i), pg_temp.uid('w' || g || ':' || w * 3 + k, o), pg_temp.uid('p', i), case when pg_temp.r(i, w * 3 + k) < 0.8 then 'PRESENT' else 'ABSENT_UNEXCUSED' end, pg_temp.uid('a6', o), ${instant(`86400 * (200 - ${week} * 7)`)} from gm, generate_series(${week}, ${week + 1}) w, generate_series(1, 3) k where date '${today}' - 200 + w * 7 + k * 2 < date '${today}'`,
      );
      await step(
        "closings",
        `insert into register_closing (organisation_id, session_id, topic, leader_id, held_minutes, present, closed_by) select org, pg_temp.uid('w' || g || ':' || w * 3 + k, o), 'Temat', pg_temp.uid('a6', o), 240, 24, pg_temp.uid('a6', o) from g, generate_series(${week}, ${week + 1}) w, generate_series(1, 3) k where date '${today}' - 200 + w * 7 + k * 2 < date '${today}'`,
      );
    }
    for (let from = 0; from < persons; from += 20_000)
      await step(
        "words of names",
        "select renew_person_tokens(array_agg(org), array_agg(id)) from p where i > $1 and i <= $2",
        [from, from + 20_000],
      );
    await client.query("set session_replication_role = origin");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

/** Functions of the load: everything random is a hash of the row's number, so the same seed makes the same world. */
function tools(seed: number): string {
  const salt = BigInt(`0x${createHash("sha256").update(`powrot simulation ${seed}`).digest("hex").slice(0, 12)}`);
  return `
    create function pg_temp.r(n bigint, salt int) returns float8 language sql immutable parallel safe
      return (hashint8extended(n, ${salt} + salt) & 1125899906842623)::float8 / 1125899906842624;
    create function pg_temp.pick(list text[], n bigint, salt int) returns text language sql immutable parallel safe
      return list[1 + floor(pg_temp.r(n, salt) * cardinality(list))::int];
    create function pg_temp.uid(kind text, n bigint) returns uuid language sql immutable parallel safe
      return ('0190' || lpad(to_hex(n), 8, '0') || '7' || substr(md5(kind || ':' || n || ':${seed}'), 1, 3) || '8' || substr(md5(kind || ':' || n || ':${seed}'), 4, 15))::uuid;`;
}
