-- What every room stands on: context of a request, the row wall, commands, audit, events, dated parameters.

-- The context is set inside each transaction; without it nothing is visible.
create function current_organisation() returns uuid language sql stable
  return nullif(current_setting('powrot.organisation_id', true), '')::uuid;
create function current_account() returns uuid language sql stable
  return nullif(current_setting('powrot.account_id', true), '')::uuid;
-- The one clock: no statement reads now(). Outside a request there is no time, and writing fails.
create function powrot_now() returns timestamptz language sql stable
  return current_setting('powrot.now')::timestamptz;

-- unaccent is only stable because its dictionary could change; ours does not.
create function norm(value text) returns text language sql immutable parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, coalesce(value, '')));

-- The wall of one table: forced row security, one policy without OR, and just the named privileges for the app.
create procedure protect(tbl regclass, privileges text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy own_organisation on %s to powrot_app using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()))', tbl);
  execute format('create policy operator on %s to powrot_owner using (true) with check (true)', tbl);
  execute format('grant %s on %s to powrot_app', privileges, tbl);
end $$;

create table organisation (
  id            uuid primary key,
  name          text not null,
  short_name    text not null,
  kind          text not null,
  nip           text,
  address       text,
  letterhead    text,
  time_zone     text not null default 'Europe/Warsaw',
  second_factor_roles text[] not null default '{}',
  created_at    timestamptz not null default powrot_now()
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy own_organisation on organisation to powrot_app using (id = (select current_organisation()));
create policy operator on organisation to powrot_owner using (true) with check (true);
grant select, update on organisation to powrot_app;

create table command (
  organisation_id uuid not null references organisation (id),
  actor_id     uuid not null,
  id           uuid not null,
  type         text not null,
  v            int not null,
  payload_hash bytea not null,
  received_at  timestamptz not null default powrot_now(),
  occurred_at  timestamptz not null,
  status       text,
  answer       jsonb,
  problem      jsonb,
  mends        uuid,
  constraint command_once primary key (organisation_id, actor_id, id),
  constraint command_status_known check (status in ('done', 'refused', 'forbidden', 'not_found', 'conflict', 'invalid'))
);
call protect('command', 'select, insert, update (status, answer, problem)');

create table audit_entry (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  xid         xid8 not null,
  at          timestamptz not null,
  actor_id    uuid,
  action      text not null,
  outcome     text not null,
  object_type text,
  object_id   uuid,
  person_id   uuid,
  section     text,
  reason      text,
  request_id  text,
  device      text,
  command_id  uuid,
  detail      json,
  hash        bytea not null,
  constraint audit_entry_key primary key (organisation_id, id),
  constraint audit_outcome_known check (outcome in ('done', 'refused', 'forbidden', 'not_found', 'conflict', 'invalid'))
);
create index audit_entry_by_person on audit_entry (organisation_id, person_id, at) where person_id is not null;
create index audit_entry_by_order on audit_entry (organisation_id, xid, id);
call protect('audit_entry', 'select, insert');
create policy keeper on audit_entry to powrot_keeper using (true);
grant select, delete on audit_entry to powrot_keeper;

-- A segment links committed entries in the order of (xid, id); its head chains to the segment before.
create table audit_segment (
  organisation_id uuid not null references organisation (id),
  no            int not null,
  sealed_at     timestamptz not null,
  last_xid      xid8 not null,
  entry_ids     uuid[] not null,
  previous_head bytea not null,
  head          bytea not null,
  purged_at     timestamptz,
  constraint audit_segment_key primary key (organisation_id, no)
);
call protect('audit_segment', 'select');
create policy keeper on audit_segment to powrot_keeper using (true) with check (true);
grant select, insert, update (purged_at) on audit_segment to powrot_keeper;
create policy keeper on organisation for select to powrot_keeper using (true);
grant select on organisation to powrot_keeper;

-- What happened to a person, told by the room where it happened. The timeline, and later the change feed, read this.
create table event (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  xid         xid8 not null default pg_current_xact_id(),
  seq         bigint generated always as identity,
  person_id   uuid,
  case_id     uuid,
  kind        text not null,
  section     text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default powrot_now(),
  actor_id    uuid not null,
  subject_type text not null,
  subject_id  uuid not null,
  detail      jsonb not null default '{}',
  constraint event_key primary key (organisation_id, id)
);
create index event_by_person on event (organisation_id, person_id, occurred_at desc) where person_id is not null;
create index event_feed on event (organisation_id, xid, seq);
create index event_by_subject on event (organisation_id, subject_id);
call protect('event', 'select, insert');

-- Amounts, rates, limits and thresholds with the day from which they hold and the place they come from.
create table legal_parameter (
  code       text not null,
  valid_from date not null,
  value      numeric not null,
  unit       text not null,
  source     text not null,
  verified   boolean not null,
  note       text,
  constraint legal_parameter_key primary key (code, valid_from)
);
alter table legal_parameter enable row level security;
alter table legal_parameter force row level security;
create policy readable on legal_parameter for select to powrot_app using (true);
create policy operator on legal_parameter to powrot_owner using (true) with check (true);
grant select on legal_parameter to powrot_app;

-- An organisation's own value beside or instead of the general one.
create table organisation_parameter (
  organisation_id uuid not null references organisation (id),
  code       text not null,
  valid_from date not null,
  value      numeric not null,
  unit       text not null,
  source     text not null,
  verified   boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version    int not null default 1,
  constraint organisation_parameter_key primary key (organisation_id, code, valid_from)
);
call protect('organisation_parameter', 'select, insert, update');

create table stored_file (
  organisation_id uuid not null references organisation (id),
  id           uuid not null,
  -- The name under which the sealed content lies in the file store, and the hash it must have.
  storage_name text not null,
  media_type   text not null,
  size_bytes   bigint not null,
  sha256       text not null,
  uploaded_by  uuid not null,
  uploaded_at  timestamptz not null default powrot_now(),
  constraint stored_file_key primary key (organisation_id, id)
);
call protect('stored_file', 'select, insert');

-- Which demo world lies in this database; production refuses to start on one.
create table demo_world (
  loaded_on date primary key,
  version   int not null
);
alter table demo_world enable row level security;
create policy operator on demo_world to powrot_owner using (true) with check (true);
