-- R-JUR-04 (SE art. 12(5)): whom a centre takes. The communes where it was set up, those that have an agreement with them, its places.
-- The newest row whose day has come holds.
create table centre_places (
  organisation_id uuid not null,
  id           uuid not null,
  unit_id      uuid not null,
  valid_from   date not null,
  -- TERYT codes.
  communes     text[] not null,
  agreements   text[] not null,
  places       int not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint centre_places_key primary key (organisation_id, id),
  constraint centre_places_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint centre_places_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint centre_places_not_negative check (places >= 0),
  constraint centre_places_of_some_commune check (cardinality(communes) > 0)
);
create index centre_places_by_unit on centre_places (organisation_id, unit_id, valid_from);
call protect('centre_places', 'select, insert');

-- As the referral tells it: where the person lives, and whether the sending commune pays. As the centre found it: on what ground it admits.
alter table centre_entry_step
  add column commune text,
  add column commune_pays boolean,
  add column ground text,
  add constraint centre_entry_commune_known check (commune ~ '^\d{6,7}$'),
  add constraint centre_entry_ground_known check (ground in ('RESIDENT', 'AGREEMENT', 'FREE_PLACE'));

drop function centre_entry_steps(uuid[]);
create function centre_entry_steps(wanted uuid[])
returns table (organisation_id uuid, id uuid, entry_organisation_id uuid, entry_id uuid, no int, act text, state text, done_on date, done_by_name text, opinion text,
  interview_on date, issuer text, referral_no text, ops_told_on date, commune_agreement text, ops_agreed_on date, words_sealed bytea, commune text, commune_pays boolean,
  ground text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.id, s.entry_organisation_id, s.entry_id, s.no, s.act, s.state, s.done_on, m.display_name, s.opinion,
    s.interview_on, s.issuer, s.referral_no, s.ops_told_on, s.commune_agreement, s.ops_agreed_on, s.words_sealed, s.commune, s.commune_pays, s.ground
  from centre_entry_step s join centre_entry e on e.organisation_id = s.entry_organisation_id and e.id = s.entry_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.done_by
  where s.entry_id = any (wanted) and (select current_organisation()) in (e.organisation_id, e.to_organisation_id)
  order by s.entry_id, s.no;
end;
do $$ begin
  alter function centre_entry_steps(uuid[]) owner to powrot_search;
  revoke all on function centre_entry_steps(uuid[]) from public;
  grant execute on function centre_entry_steps(uuid[]) to powrot_app;
end $$;
