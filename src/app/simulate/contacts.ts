import type { Load } from "./load.ts";

const cardsEach = 10;
const perStep = 500_000;

/** Places of the street, and ten contact cards for each person since the first meeting, by the pair that went out, with their events. */
export async function loadContacts({ persons, organisations, span, step, day, instant }: Load): Promise<void> {
  await step(
    "places",
    `insert into outreach_site (organisation_id, id, unit_id, name, site_type, area, status_since, recorded_by, recorded_at)
    select pg_temp.uid('o', o), pg_temp.uid('s' || k, o), pg_temp.uid('uOUTREACH_TEAM', o), 'Miejsce ' || k, 'STREET', 'Obszar ' || (k % 5), ${day(String(span))}, pg_temp.uid('a0', o), ${instant(String(span))}
    from generate_series(1, ${organisations}) o, generate_series(1, 20) k`,
  );
  const bandOn = (at: string) => `case when born is null then (array['30_39', '40_49', '50_59'])[1 + i % 3]
    else (array['18_29', '30_39', '40_49', '50_59', '60_PLUS'])[least(5, greatest(1, extract(year from age(${at}, born))::int / 10 - 1))] end`;
  for (let from = 0; from < persons * cardsEach; from += perStep) {
    const to = Math.min(persons * cardsEach, from + perStep);
    // the first card of a person is the meeting itself
    const rows = `(select n, p.*, ${instant(`p.age * case when n <= ${persons} then 1 else pg_temp.r(n, 20) end`)} as at
      from generate_series(${from + 1}, ${to}) n join p on p.i = 1 + (n - 1) % ${persons})`;
    await step(
      "contacts",
      `insert into contact_card (organisation_id, id, unit_id, person_id, anonymity, contact_at, received_at, site_id, sex, age_band, needs, actions, recorded_by)
      select org, pg_temp.uid('k', n), pg_temp.uid('uOUTREACH_TEAM', o), id, case when named then 'NAMED' else 'ALIAS' end, at, at, pg_temp.uid('s' || (1 + n % 20), o),
        case when woman then 'F' else 'M' end, ${bandOn("at")}, array['WARMTH'], array['CONVERSATION'], pg_temp.uid('a0', o) from ${rows} x order by n`,
    );
    await step(
      "pairs of workers",
      `insert into contact_worker (organisation_id, contact_id, account_id) select org, pg_temp.uid('k', n), pg_temp.uid('a' || w, o) from ${rows} x, generate_series(0, 1) w order by n, w`,
    );
    await step(
      "contact events",
      `insert into event (organisation_id, id, person_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id)
      select org, pg_temp.uid('e', n), id, 'contact.recorded', 'STREET', at, at, pg_temp.uid('a0', o), 'contact', pg_temp.uid('k', n) from ${rows} x order by n`,
    );
  }
}
