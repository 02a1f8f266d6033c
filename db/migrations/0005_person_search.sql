-- Search as people remember: words of names, places and birth years, found inexactly first and joined exactly then.


-- Distinct words of one organisation: what a misspelt word is compared with.
create table name_token (
  organisation_id uuid not null references organisation (id),
  token text collate "C" not null,
  constraint name_token_key primary key (organisation_id, token)
);
create index name_token_alike on name_token using gin (token gin_trgm_ops);

-- Which person has which word. `root_id` is the person that a merged one points to.
create table person_token (
  organisation_id uuid not null,
  token     text collate "C" not null,
  root_id   uuid not null,
  person_id uuid not null,
  kind      text not null,
  constraint person_token_key primary key (organisation_id, token, root_id, person_id, kind),
  constraint person_token_of_person foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  constraint person_token_kind_known check (kind in ('NAME', 'PLACE', 'YEAR'))
);
create index person_token_by_person on person_token (organisation_id, person_id);

-- Words of a text, without Polish letters; an apostrophe joins, everything else that is no letter or digit parts.
create function name_tokens(value text) returns setof text language sql immutable parallel safe
as $$ select w from regexp_split_to_table(regexp_replace(public.norm(value), '[''`’ʼ]', '', 'g'), '[[:space:][:punct:]]+') w where w <> '' $$;

-- Renews the words of the named people (two arrays of one length).
create function renew_person_tokens(organisations uuid[], people uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_token t using unnest(organisations, people) as w (organisation_id, person_id)
    where t.organisation_id = w.organisation_id and t.person_id = w.person_id;
  with words as (
    select p.organisation_id, p.id as person_id, coalesce(p.merged_into, p.id) as root_id, k.kind, t.token
    from unnest(organisations, people) as w (organisation_id, id)
    join person p on p.organisation_id = w.organisation_id and p.id = w.id
    cross join lateral (
      select 'NAME', concat_ws(' ', p.first_name, p.middle_name, p.last_name, p.previous_last_names, p.alias)
      -- what a protected person may be traced by is not sought
      union all select 'PLACE', p.registration_commune where not p.protected_whereabouts
      union all select 'YEAR', to_char(p.birth_date, 'YYYY')
      union all select 'NAME', n.name from person_name n where n.organisation_id = p.organisation_id and n.person_id = p.id
    ) as k (kind, value)
    cross join lateral name_tokens(k.value) as t (token)
  ), known as (
    insert into name_token select distinct organisation_id, token from words where kind <> 'YEAR' order by 1, 2 on conflict do nothing
  )
  insert into person_token (organisation_id, token, root_id, person_id, kind)
  select distinct organisation_id, token, root_id, person_id, kind from words;
end $$;

create function person_recorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_person_tokens(array_agg(n.organisation_id), array_agg(n.id)) from fresh n having count(*) > 0;
  return null;
end $$;
create function person_altered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_person_tokens(array_agg(n.organisation_id), array_agg(n.id))
  from fresh n join stale o on o.organisation_id = n.organisation_id and o.id = n.id
  where (n.first_name, n.middle_name, n.last_name, n.previous_last_names, n.alias, n.birth_date, n.registration_commune, n.protected_whereabouts, n.merged_into)
    is distinct from (o.first_name, o.middle_name, o.last_name, o.previous_last_names, o.alias, o.birth_date, o.registration_commune, o.protected_whereabouts, o.merged_into)
  having count(*) > 0;
  return null;
end $$;
create function person_name_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_person_tokens(array_agg(c.organisation_id), array_agg(c.person_id))
  from (select distinct organisation_id, person_id from changed) c having count(*) > 0;
  return null;
end $$;
create trigger person_recorded after insert on person referencing new table as fresh for each statement execute function person_recorded();
create trigger person_altered after update on person referencing old table as stale new table as fresh for each statement execute function person_altered();
create trigger person_name_added after insert on person_name referencing new table as changed for each statement execute function person_name_changed();
create trigger person_name_taken after delete on person_name referencing old table as changed for each statement execute function person_name_changed();

-- People whom all the words fit, best first, merged ones under the person they point to; `total` counts all of them, not just `most`.
-- Only people whom the caller names as within reach: everybody, those of units, those in whose team the account is, or those it made.
create function find_people(words text, wanted_no int, wanted_pesel bytea, everybody boolean, of_units uuid[], of_team boolean, on_day date, at_instant timestamptz, most int)
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
          from fitting f join person_token pt on pt.organisation_id = (select current_organisation()) and pt.token = f.token
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

do $$ declare f text; t text; begin
  foreach t in array array['name_token', 'person_token'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I owner to powrot_search', t);
  end loop;
  foreach t in array array['person', 'person_name', 'person_unit', 'support_case', 'case_member', 'break_glass'] loop
    execute format('create policy finder on %I for select to powrot_search using (true)', t);
    execute format('grant select on %I to powrot_search', t);
  end loop;
  foreach f in array array['renew_person_tokens(uuid[], uuid[])', 'person_recorded()', 'person_altered()', 'person_name_changed()',
      'find_people(text, int, bytea, boolean, uuid[], boolean, date, timestamptz, int)'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function find_people(text, int, bytea, boolean, uuid[], boolean, date, timestamptz, int) to powrot_app;
