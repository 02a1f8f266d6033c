import { courseDays, type Load } from "./load.ts";
import { aliases, menNames, surnames, womenNames } from "./names.ts";

/**
 * People in the table `p`: everybody met in the street and known there, most with a case, `grouped` ones with an open case
 * since before the courses began.
 * @param groupedShare part of the people who are in a group
 */
export async function loadPersons(load: Load, groupedShare: number): Promise<void> {
  const { client, organisations, persons, span, step, day, instant } = load;
  // Sizes fall as 1/rank: the first organisation has nearly a quarter of all.
  await client.query(`create temp table p as
    select x.*, pg_temp.uid('p', i) as id, pg_temp.uid('o', o) as org, pg_temp.r(i, 2) < 0.25 as woman, pg_temp.r(i, 3) >= 0.2 as named,
      grouped or pg_temp.r(i, 10) < 0.8 as has_case, grouped or pg_temp.r(i, 13) < 0.1 as case_open,
      case when grouped then ${courseDays + 5} + pg_temp.r(i, 9) * ${span - courseDays - 5} else pg_temp.r(i, 9) * ${span} end as age
    from (select i, o, no, pg_temp.r(o * 100000 + (turn - 1) / 30, 31) < ${groupedShare} as grouped, (turn - 1) / 30 as g
      from (select i, o, row_number() over (partition by o order by i)::int as no, row_number() over (partition by o order by pg_temp.r(i, 30), i) as turn
        from (select i, least(${organisations}, greatest(1, round(exp(pg_temp.r(i, 1) * ln(${organisations + 0.5})))))::int as o from generate_series(1, ${persons}) i) y) z) x`);
  await client.query(`alter table p add met_at timestamptz, add born date, add opened_on date, add ended_on date`);
  await client.query(`update p set met_at = ${instant("age")},
    born = case when named then ${day(`${span} + 19 * 366 + pg_temp.r(i, 8) * 20000`)} end,
    opened_on = case when has_case then ${day(`floor(case when grouped then ${courseDays + 1} + pg_temp.r(i, 11) * (age - ${courseDays + 1}) else pg_temp.r(i, 11) * age end)`)} end`);
  await client.query(
    `update p set ended_on = opened_on + floor(pg_temp.r(i, 15) * (date '${load.today}' - opened_on))::int where has_case and not case_open`,
  );
  await client.query("create index on p (i); analyze p");
  await step(
    "persons",
    `insert into person (organisation_id, id, person_no, step, alias, first_name, last_name, sex, birth_date, citizenship, registration_commune, recorded_by, recorded_at)
    select org, id, no, case when named then 'NAMED' else 'ALIAS' end,
      case when pg_temp.r(i, 3) < 0.3 then pg_temp.pick($1, i, 4) || case when pg_temp.r(i, 5) < 0.8 then ' ' || (1 + (i % 97)) else '' end end,
      case when named then case when woman then pg_temp.pick($2, i, 6) else pg_temp.pick($3, i, 6) end end,
      case when named then case when woman then pg_temp.pick($4, i, 7) else pg_temp.pick($5, i, 7) end end,
      case when woman then 'F' else 'M' end, born, 'PL', 'Gmina ' || (1 + (i % 240)), pg_temp.uid('a0', o), met_at
    from p order by i`,
    [aliases, womenNames, menNames, surnames.F, surnames.M],
  );
  await step("numbers", "insert into person_number select org, max(no) from p group by org order by org");
  await step(
    "names",
    `insert into person_name (organisation_id, id, person_id, kind, name, since)
    select organisation_id, pg_temp.uid('y' || k.kind, p.i), p.id, k.kind, k.name, recorded_at from person join p on p.org = organisation_id and p.id = person.id
      cross join lateral (values ('ALIAS', alias), ('NAME', nullif(concat_ws(' ', first_name, last_name), ''))) k (kind, name) where k.name is not null order by p.i, k.kind`,
  );
  await step(
    "person units",
    `insert into person_unit (organisation_id, person_id, unit_id, since) select org, id, pg_temp.uid('u' || k.kind, o), k.since
    from p, lateral (values ('OUTREACH_TEAM', met_at::date, true), ('SOCIAL_WORK', opened_on, has_case), ('KIS', ${day(String(courseDays))}, grouped)) k (kind, since, known) where known order by i, k.kind`,
  );
  await step(
    "person events",
    `insert into event (organisation_id, id, person_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
    select org, pg_temp.uid('ep', i), id, 'person.recorded', 'CORE', met_at, met_at, pg_temp.uid('a0', o), 'person', id, jsonb_build_object('step', case when named then 'NAMED' else 'ALIAS' end) from p order by i`,
  );
}

/** Words by which the search finds people, in parts: one statement for all would take the memory of all. */
export async function loadSearchWords({ persons, step }: Load): Promise<void> {
  for (let from = 0; from < persons; from += 20_000)
    await step(
      "words of names",
      "select renew_person_tokens(array_agg(org order by i), array_agg(id order by i)) from p where i > $1 and i <= $2",
      [from, from + 20_000],
    );
}
