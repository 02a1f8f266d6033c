-- Sharing between organisations: a partnership that both sides entered, shares that hold today, one reading function a section.

-- A partner is one when it has said so itself: its own row, never the other's word alone.
create table partnership_joining (
  organisation_id uuid not null references organisation (id),
  partnership_organisation_id uuid not null,
  partnership_id  uuid not null,
  joined_at       timestamptz not null default powrot_now(),
  joined_by       uuid not null,
  left_at         timestamptz,
  constraint partnership_joined_once primary key (organisation_id, partnership_organisation_id, partnership_id),
  constraint partnership_joining_of_member foreign key (partnership_organisation_id, partnership_id, organisation_id)
    references partnership_member (organisation_id, partnership_id, member_organisation_id)
);
call protect('partnership_joining', 'select, insert, update (joined_at, joined_by, left_at)');
create index partnership_member_by_member on partnership_member (member_organisation_id);

-- What rests on a consent ends with it.
alter table share add column consent_id uuid;
alter table share add constraint share_of_consent foreign key (organisation_id, consent_id) references consent (organisation_id, id);
create index share_by_receiver on share (to_organisation_id, id);
create index share_by_person on share (organisation_id, person_id);
create unique index person_link_once on person_link (organisation_id, other_organisation_id, other_person_id) where ended_at is null;
create index person_link_by_person on person_link (organisation_id, person_id);

create function powrot_today() returns date language sql stable
  return (powrot_now() at time zone 'Europe/Warsaw')::date;

-- Who stands in which partnership, and from when until when: its owner, and members that have joined.
create view partnership_standing as
  select p.organisation_id, p.id, p.organisation_id as member_id, p.valid_from, p.valid_until from partnership p
  union all
  select m.organisation_id, m.partnership_id, m.member_organisation_id, greatest(m.valid_from, p.valid_from), least(m.valid_until, p.valid_until)
  from partnership_member m
  join partnership p on p.organisation_id = m.organisation_id and p.id = m.partnership_id
  join partnership_joining j on j.organisation_id = m.member_organisation_id and j.partnership_organisation_id = m.organisation_id
    and j.partnership_id = m.partnership_id and j.left_at is null;

-- Shares that may be read at this moment, with the sections they give at this moment: those of Art. 9 and 10 only while their
-- consent holds, and nothing that says where a person with protected whereabouts sleeps or is met.
create view live_share as
  select s.organisation_id, s.id, s.to_organisation_id, s.person_id, coalesce(p.merged_into, p.id) as root_id, r.protected_whereabouts,
    s.legal_basis, s.purpose, s.valid_from, s.valid_until, s.given_at,
    array(select w.section from unnest(s.sections) w (section)
      where (c.id is not null or w.section not in ('PSYCHOLOGICAL', 'ADDICTION', 'HEALTH', 'COURT'))
        and not (r.protected_whereabouts and w.section in ('STREET', 'STAY'))) as sections
  from share s
  join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
  join person r on r.organisation_id = p.organisation_id and r.id = coalesce(p.merged_into, p.id)
  left join consent c on c.organisation_id = s.organisation_id and c.id = s.consent_id and c.withdrawn_at is null
  where s.withdrawn_at is null and s.valid_from <= (select powrot_today()) and s.valid_until >= (select powrot_today())
    and (s.legal_basis <> 'ART_6_1_A' or c.id is not null)
    and exists (select from partnership_standing a join partnership_standing b on b.organisation_id = a.organisation_id and b.id = a.id
      where a.member_id = s.organisation_id and b.member_id = s.to_organisation_id
        and a.valid_from <= (select powrot_today()) and coalesce(a.valid_until, 'infinity') >= (select powrot_today())
        and b.valid_from <= (select powrot_today()) and coalesce(b.valid_until, 'infinity') >= (select powrot_today()));

-- Organisations that stand in a partnership with the caller's today.
create function sharing_partners() returns table (organisation_id uuid, name text, short_name text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct o.id, o.name, o.short_name
  from partnership_standing a
  join partnership_standing b on b.organisation_id = a.organisation_id and b.id = a.id and b.member_id <> a.member_id
  join organisation o on o.id = b.member_id
  where a.member_id = (select current_organisation())
    and a.valid_from <= (select powrot_today()) and coalesce(a.valid_until, 'infinity') >= (select powrot_today())
    and b.valid_from <= (select powrot_today()) and coalesce(b.valid_until, 'infinity') >= (select powrot_today());
end;

-- Partnerships in which another organisation names the caller's as a member.
create function offered_partnerships()
returns table (organisation_id uuid, id uuid, owner_name text, name text, purpose text, valid_from date, valid_until date, joined_at timestamptz, left_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.organisation_id, p.id, o.name, p.name, p.purpose, greatest(m.valid_from, p.valid_from), least(m.valid_until, p.valid_until), j.joined_at, j.left_at
  from partnership_member m
  join partnership p on p.organisation_id = m.organisation_id and p.id = m.partnership_id
  join organisation o on o.id = p.organisation_id
  left join partnership_joining j on j.organisation_id = m.member_organisation_id and j.partnership_organisation_id = m.organisation_id and j.partnership_id = m.partnership_id
  where m.member_organisation_id = (select current_organisation());
end;

-- Organisations by the exact short name; none when two have the same.
create function organisations_called(names text[]) returns table (organisation_id uuid, short_name text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select (array_agg(o.id))[1], o.short_name from organisation o where o.short_name = any (names) group by o.short_name having count(*) = 1;
end;
-- What organisations are called whose ids the caller already holds.
create function organisation_names(ids uuid[]) returns table (organisation_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select o.id, o.name from organisation o where o.id = any (ids);
end;
create function partnership_joinings() returns table (partnership_id uuid, member_id uuid, joined_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select j.partnership_id, j.organisation_id, j.joined_at from partnership_joining j
  where j.partnership_organisation_id = (select current_organisation()) and j.left_at is null;
end;

create function open_shares()
returns table (organisation_id uuid, origin text, id uuid, person_id uuid, root_id uuid, sections text[], legal_basis text, purpose text, valid_from date, valid_until date, given_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, o.name, s.id, s.person_id, s.root_id, s.sections, s.legal_basis, s.purpose, s.valid_from, s.valid_until, s.given_at
  from live_share s join organisation o on o.id = s.organisation_id
  where s.to_organisation_id = (select current_organisation());
end;
-- One of them; ids are the giver's, so should two givers ever have the same, the older one holds.
create function open_share(wanted uuid)
returns table (organisation_id uuid, origin text, id uuid, person_id uuid, root_id uuid, sections text[], legal_basis text, purpose text, valid_from date, valid_until date, given_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, o.name, s.id, s.person_id, s.root_id, s.sections, s.legal_basis, s.purpose, s.valid_from, s.valid_until, s.given_at
  from live_share s join organisation o on o.id = s.organisation_id
  where s.to_organisation_id = (select current_organisation()) and s.id = wanted
  order by s.given_at, s.organisation_id limit 1;
end;

-- Section CORE: who it is and how to speak with them. Never a document's number, an address or a note.
create function shared_core(wanted uuid)
returns table (first_name text, last_name text, alias text, sex text, birth_date date, birth_date_precision text, age_estimate int, citizenship text,
  languages text[], interpreter_needed boolean, phone text, protected_whereabouts boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.first_name, p.last_name, p.alias, p.sex, p.birth_date, p.birth_date_precision, p.age_estimate, p.citizenship, p.languages, p.interpreter_needed,
    case when not p.protected_whereabouts and p.safe_to_contact is distinct from false then p.phone end, p.protected_whereabouts
  from open_share(wanted) s join person p on p.organisation_id = s.organisation_id and p.id = s.root_id
  where 'CORE' = any (s.sections);
end;

-- Section SOCIAL: where contracts and plans stand, not what they say.
create function shared_social(wanted uuid) returns table (kind text, variant text, state text, on_day date)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select 'CONTRACT', c.variant, t.to_state, t.on_day
  from open_share(wanted) s
  join person f on f.organisation_id = s.organisation_id and (f.id = s.root_id or f.merged_into = s.root_id)
  join social_contract c on c.organisation_id = f.organisation_id and c.person_id = f.id
  join lateral (select x.to_state, x.on_day from contract_step x where x.organisation_id = c.organisation_id and x.contract_id = c.id order by x.step_no desc limit 1) t on true
  where 'SOCIAL' = any (s.sections)
  union all
  select 'PLAN', l.kind, t.state, t.done_on
  from open_share(wanted) s
  join person f on f.organisation_id = s.organisation_id and (f.id = s.root_id or f.merged_into = s.root_id)
  join plan l on l.organisation_id = f.organisation_id and l.person_id = f.id
  join lateral (select x.state, x.done_on from plan_step x where x.organisation_id = l.organisation_id and x.plan_id = l.id order by x.no desc limit 1) t on true
  where 'SOCIAL' = any (s.sections)
  order by 4 desc, 1, 2, 3;
end;

-- Section STREET in summary: how often and when last, not where.
create function shared_street(wanted uuid) returns table (contacts_in_90_days int, last_contact_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select (count(k.id) filter (where k.contact_at > powrot_now() - interval '90 days'))::int, max(k.contact_at)
  from open_share(wanted) s
  join person f on f.organisation_id = s.organisation_id and (f.id = s.root_id or f.merged_into = s.root_id)
  left join contact_card k on k.organisation_id = f.organisation_id and k.person_id = f.id
  where 'STREET' = any (s.sections) having count(f.id) > 0;
end;

-- That something happened, in the sections that are shared and that the reader may read: no names, no detail, no text.
create function shared_timeline(wanted uuid, readable text[], before timestamptz, before_id uuid, most int)
returns table (id uuid, kind text, section text, occurred_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.id, e.kind, e.section, e.occurred_at
  from open_share(wanted) s
  join person f on f.organisation_id = s.organisation_id and (f.id = s.root_id or f.merged_into = s.root_id)
  join event e on e.organisation_id = f.organisation_id and e.person_id = f.id
  where e.section = any (s.sections) and e.section = any (readable)
    and split_part(e.kind, '.', 1) in ('case', 'contact', 'assessment', 'contract', 'plan', 'enrolment', 'group', 'attendance', 'placement', 'employment')
    and (date_trunc('milliseconds', e.occurred_at), e.id) < (before, before_id)
  order by date_trunc('milliseconds', e.occurred_at) desc, e.id desc limit most;
end;

-- What open shares bring to the history of own persons that are tied to the giver's; each line once, with one share that brings it.
create function shared_history(of_persons uuid[], readable text[], before timestamptz, before_id uuid, most int)
returns table (share_organisation_id uuid, origin text, share_id uuid, share_person_id uuid, id uuid, kind text, section text, occurred_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with wanted as materialized (
    select distinct s.organisation_id, o.name as origin, s.id, s.person_id, s.root_id, s.sections, s.valid_until
    from person_link l
    join person t on t.organisation_id = l.other_organisation_id and t.id = l.other_person_id
    join live_share s on s.to_organisation_id = l.organisation_id and s.organisation_id = t.organisation_id and s.root_id = coalesce(t.merged_into, t.id)
    join organisation o on o.id = s.organisation_id
    where l.organisation_id = (select current_organisation()) and l.person_id = any (of_persons) and l.ended_at is null
  )
  select h.organisation_id, h.origin, h.share_id, h.share_person_id, h.id, h.kind, h.section, h.occurred_at
  from (
    select distinct on (e.organisation_id, e.id) w.organisation_id, w.origin, w.id as share_id, w.person_id as share_person_id, e.id, e.kind, e.section, e.occurred_at
    from wanted w
    join person f on f.organisation_id = w.organisation_id and (f.id = w.root_id or f.merged_into = w.root_id)
    join event e on e.organisation_id = f.organisation_id and e.person_id = f.id
    where e.section = any (w.sections) and e.section = any (readable)
      and split_part(e.kind, '.', 1) in ('case', 'contact', 'assessment', 'contract', 'plan', 'enrolment', 'group', 'attendance', 'placement', 'employment')
      and (date_trunc('milliseconds', e.occurred_at), e.id) < (before, before_id)
    order by e.organisation_id, e.id, w.valid_until desc, w.id
  ) h
  order by date_trunc('milliseconds', h.occurred_at) desc, h.id desc limit most;
end;

-- The other side's audit entry of an act on a share between both. The application made the row and its hash; who, when, in which
-- transaction and on which share come from the context and from the share itself, so an entry about anything else cannot be written.
create function mirror_share_audit(entry jsonb, entry_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_entry (organisation_id, id, xid, at, actor_id, action, outcome, object_type, object_id, person_id, section, reason, request_id, device, command_id, detail, hash)
  select t.organisation_id, (entry ->> 'id')::uuid, pg_current_xact_id(), powrot_now(), current_account(), entry ->> 'action', 'done', 'share', s.id,
    (entry ->> 'personId')::uuid, null, null, entry ->> 'requestId', null, null, (entry ->> 'detail')::json, entry_hash
  from (select (entry ->> 'organisationId')::uuid as organisation_id) t
  join share s on s.id = (entry ->> 'objectId')::uuid
    and (s.organisation_id, s.to_organisation_id) in ((t.organisation_id, current_organisation()), (current_organisation(), t.organisation_id))
  where entry ->> 'action' like 'share.%'
    and (entry ->> 'personId')::uuid is not distinct from case when s.organisation_id = t.organisation_id then s.person_id end
  limit 1;
  if not found then
    raise exception 'no such share between the two organisations' using errcode = 'insufficient_privilege';
  end if;
end $$;

do $$ declare f text; t text; begin
  alter view partnership_standing owner to powrot_search;
  alter view live_share owner to powrot_search;
  foreach t in array array['share', 'person_link', 'partnership', 'partnership_member', 'partnership_joining', 'consent', 'event', 'social_contract',
      'contract_step', 'plan', 'plan_step', 'contact_card'] loop
    execute format('create policy sharing on %I for select to powrot_search using (true)', t);
  end loop;
  grant select on share, person_link, partnership, partnership_member, partnership_joining to powrot_search;
  grant select (organisation_id, id, withdrawn_at) on consent to powrot_search;
  grant select (organisation_id, id, person_id, kind, section, occurred_at) on event to powrot_search;
  grant select (organisation_id, id, person_id, variant) on social_contract to powrot_search;
  grant select (organisation_id, contract_id, step_no, to_state, on_day) on contract_step to powrot_search;
  grant select (organisation_id, id, person_id, kind) on plan to powrot_search;
  grant select (organisation_id, plan_id, no, state, done_on) on plan_step to powrot_search;
  grant select (organisation_id, id, person_id, contact_at) on contact_card to powrot_search;
  create policy sharing on audit_entry for insert to powrot_search with check (object_type = 'share');
  grant insert on audit_entry to powrot_search;
  foreach f in array array['sharing_partners()', 'offered_partnerships()', 'organisations_called(text[])', 'organisation_names(uuid[])', 'partnership_joinings()',
      'open_shares()', 'open_share(uuid)', 'shared_core(uuid)', 'shared_social(uuid)', 'shared_street(uuid)',
      'shared_timeline(uuid, text[], timestamptz, uuid, int)', 'shared_history(uuid[], text[], timestamptz, uuid, int)', 'mirror_share_audit(jsonb, bytea)'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;
