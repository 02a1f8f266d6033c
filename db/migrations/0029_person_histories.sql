-- The person's file in full: corrections that say why, steps that are taken back and given again, a contact with a number and a notice.

-- A correction withdraws an entry and puts another in its place; who, when and why stand beside it.
alter table person_fact add column withdrawn_by uuid;
alter table person_fact add column withdrawn_reason text;
alter table person_fact add column corrects_id uuid;
-- What of an entry is special-category (causes of homelessness that speak of health or addiction): sealed, for those who read that section.
alter table person_fact add column special_sealed bytea;
alter table person_fact add constraint person_fact_corrects foreign key (organisation_id, corrects_id) references person_fact (organisation_id, id);
create unique index person_fact_corrected_once on person_fact (organisation_id, corrects_id) where corrects_id is not null;
grant update (withdrawn_by, withdrawn_reason) on person_fact to powrot_app;

-- What a step is (a new one, one taken back, one given again), and the step that it undoes.
alter table person_step add column act text not null default 'UP';
update person_step set act = 'DOWN' where reason is not null;
alter table person_step add constraint person_step_act_known check (act in ('UP', 'DOWN', 'RESTORE'));
alter table person_step add column undoes_id uuid;
alter table person_step add constraint person_step_undoes foreign key (organisation_id, undoes_id) references person_step (organisation_id, id);
create unique index person_step_undone_once on person_step (organisation_id, undoes_id) where undoes_id is not null;

alter table person add column emergency_phone text;
alter table person add column emergency_relation text;
alter table person add column emergency_told boolean not null default false;

-- Who sees no more of a person than the name finds them by the name alone: a birth year or a place that fits would tell it.
drop function find_people(text, int, bytea, boolean, uuid[], boolean, date, timestamptz, int);
create function find_people(words text, wanted_no int, wanted_pesel bytea, kinds text[], everybody boolean, of_units uuid[], of_team boolean, on_day date, at_instant timestamptz, most int)
returns table (person_id uuid, score real, total bigint)
language sql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.32 set plan_cache_mode = force_custom_plan
  set random_page_cost = 1.1
as $$
  with wanted as materialized (
    select row_number() over (order by length(d.token) desc, d.token) as n, d.token from (select distinct t as token from name_tokens(words) t) d
    order by length(d.token) desc limit 6
  ), alike as (
    -- the organisation as text and no limit inside: the trigram index goes first, not a walk through all words
    select w.n, nt.token, similarity(nt.token, w.token) as likeness, row_number() over (partition by w.n order by similarity(nt.token, w.token) desc, nt.token) as place
    from wanted w join name_token nt on nt.token % w.token
    where nt.organisation_id::text = (select current_organisation())::text and length(w.token) >= 3 and w.token !~ '^[0-9]+$'
  ), fitting as materialized (
    select f.n, f.token, max(f.weight) as weight
    from (
      select w.n, w.token, 1.0::real as weight from wanted w
      union all
      select w.n, b.token, 0.9 from wanted w cross join lateral (
        select nt.token from name_token nt where nt.organisation_id = (select current_organisation())
          and nt.token > w.token and nt.token < w.token || chr(1114109) limit 60) b
      union all
      select a.n, a.token, 0.8 * a.likeness from alike a where a.place <= 30
    ) f group by 1, 2
  ), scored as (
    select m.root_id, sum(m.weight)::real as score
    from (select pt.root_id, f.n, max(f.weight) as weight
          from fitting f join person_token pt on pt.organisation_id = (select current_organisation()) and pt.token = f.token and pt.kind = any (kinds)
          group by 1, 2) m
    group by m.root_id having count(*) = (select count(*) from wanted)
    union all
    select coalesce(p.merged_into, p.id), 10 from person p where p.organisation_id = (select current_organisation()) and p.person_no = wanted_no
    union all
    select coalesce(p.merged_into, p.id), 20 from person p where p.organisation_id = (select current_organisation()) and p.pesel_index = wanted_pesel and p.merged_into is null
  ), best as (select s.root_id, max(s.score) as score from scored s group by s.root_id)
  select b.root_id, b.score, count(*) over () from best b
  where everybody
    or exists (select from person_unit u where u.organisation_id = (select current_organisation()) and u.person_id = b.root_id and u.unit_id = any (of_units))
    or exists (select from person f join person_unit u on u.organisation_id = f.organisation_id and u.person_id = f.id
      where f.organisation_id = (select current_organisation()) and f.merged_into = b.root_id and u.unit_id = any (of_units))
    or (of_team and exists (select from case_member m join support_case c on c.organisation_id = m.organisation_id and c.id = m.case_id
      where m.organisation_id = (select current_organisation()) and m.account_id = (select current_account())
        and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
        and (c.person_id = b.root_id or c.person_id in (select f.id from person f where f.organisation_id = c.organisation_id and f.merged_into = b.root_id))))
    or exists (select from break_glass g where g.organisation_id = (select current_organisation()) and g.account_id = (select current_account())
      and g.person_id = b.root_id and g.until_at > at_instant)
  order by b.score desc, b.root_id limit most
$$;
alter function find_people(text, int, bytea, text[], boolean, uuid[], boolean, date, timestamptz, int) owner to powrot_search;
revoke all on function find_people(text, int, bytea, text[], boolean, uuid[], boolean, date, timestamptz, int) from public;
grant execute on function find_people(text, int, bytea, text[], boolean, uuid[], boolean, date, timestamptz, int) to powrot_app;
