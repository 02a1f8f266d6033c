-- Organisations, units, accounts, roles, authorisations, sessions.

create table unit (
  organisation_id uuid not null references organisation (id),
  id      uuid not null,
  name    text not null,
  kind    text not null,
  closed_on date,
  version int not null default 1,
  constraint unit_key primary key (organisation_id, id)
);
call protect('unit', 'select, insert, update');

-- A person who signs in. The login is unique in the whole house, so it is never shown across organisations.
create table account (
  id            uuid primary key,
  login         text not null,
  password_hash text not null,
  totp_sealed   bytea,
  totp_last_step bigint not null default 0,
  language      text not null default 'pl',
  created_at    timestamptz not null default powrot_now(),
  disabled_at   timestamptz,
  constraint account_login_once unique (login),
  constraint account_login_folded check (login = lower(login)),
  constraint account_language_known check (language in ('pl', 'en', 'uk'))
);

create table membership (
  organisation_id uuid not null references organisation (id),
  account_id   uuid not null references account (id),
  display_name text not null,
  job_title    text,
  email        text,
  valid_from   date not null,
  valid_until  date,
  person_id    uuid,
  version      int not null default 1,
  constraint membership_key primary key (organisation_id, account_id),
  constraint membership_period check (valid_until >= valid_from)
);
call protect('membership', 'select, insert, update');

create table membership_role (
  organisation_id uuid not null,
  account_id uuid not null,
  role       text not null,
  constraint membership_role_key primary key (organisation_id, account_id, role),
  constraint membership_role_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
call protect('membership_role', 'select, insert, delete');

create table membership_unit (
  organisation_id uuid not null,
  account_id uuid not null,
  unit_id    uuid not null,
  constraint membership_unit_key primary key (organisation_id, account_id, unit_id),
  constraint membership_unit_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint membership_unit_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
call protect('membership_unit', 'select, insert, delete');

-- R-ACC-02: a written authorisation and a written pledge; without both, on the day, there is no access.
create table authorisation (
  organisation_id uuid not null,
  id         uuid not null,
  account_id uuid not null,
  kind       text not null,
  scope      text,
  valid_from date not null,
  valid_until date,
  recorded_by uuid,
  recorded_at timestamptz not null default powrot_now(),
  constraint authorisation_key primary key (organisation_id, id),
  constraint authorisation_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint authorisation_kind_known check (kind in ('AUTHORISATION', 'PLEDGE')),
  constraint authorisation_period check (valid_until >= valid_from)
);
create index authorisation_by_account on authorisation (organisation_id, account_id, kind);
call protect('authorisation', 'select, insert, update (valid_until)');

create table session (
  id          uuid primary key,
  token_hash  bytea not null,
  account_id  uuid not null references account (id),
  organisation_id uuid not null references organisation (id),
  kind        text not null,
  second_factor boolean not null,
  user_agent  text,
  address_hash bytea,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz,
  constraint session_token_once unique (token_hash),
  constraint session_kind_known check (kind in ('cookie', 'token'))
);
create index session_by_account on session (account_id) where revoked_at is null;

create table sign_in_attempt (
  subject   bytea not null,
  at        timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_by_subject on sign_in_attempt (subject, at);

create table setup_link (
  token_hash bytea primary key,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- These have no organisation of their own: the app reaches them through the functions below only.
do $$ declare t text; begin
  foreach t in array array['account', 'session', 'sign_in_attempt', 'setup_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy door on %I to powrot_search using (true) with check (true)', t);
    execute format('create policy operator on %I to powrot_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to powrot_search', t);
  end loop;
  foreach t in array array['organisation', 'membership', 'membership_role', 'membership_unit', 'authorisation', 'unit'] loop
    execute format('create policy door on %I for select to powrot_search using (true)', t);
    execute format('grant select on %I to powrot_search', t);
  end loop;
end $$;
create policy own_account on account for select to powrot_app using (id = (select current_account()));
grant select (id, login, language, created_at, disabled_at) on account to powrot_app;
create policy own_organisation on session for select to powrot_app using (organisation_id = (select current_organisation()));
grant select (id, account_id, organisation_id, kind, user_agent, created_at, seen_at, expires_at, revoked_at) on session to powrot_app;

-- All that signing in needs to know of one login. No row: nobody of that name.
create function sign_in_facts(wanted_login text, on_day date)
returns table (account_id uuid, password_hash text, totp_sealed bytea, totp_last_step bigint, disabled boolean, language text, organisations jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.password_hash, a.totp_sealed, a.totp_last_step, a.disabled_at is not null, a.language,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name,
        'secondFactorRoles', o.second_factor_roles,
        'roles', (select coalesce(jsonb_agg(r.role order by r.role), '[]') from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id)) order by o.name)
      from membership m join organisation o on o.id = m.organisation_id
      where m.account_id = a.id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day), '[]'::jsonb)
  from account a where a.login = lower(wanted_login);
end;

-- Who acts with this token at this instant: one row, or none when the session is over.
create function session_actor(wanted_hash bytea, at_instant timestamptz, on_day date)
returns table (session_id uuid, kind text, account_id uuid, organisation_id uuid, organisation_name text, time_zone text, display_name text, language text,
  second_factor boolean, created_at timestamptz, seen_at timestamptz, expires_at timestamptz, user_agent text, person_id uuid, roles text[], units uuid[], authorised boolean, second_factor_due boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.id, s.kind, s.account_id, s.organisation_id, o.name, o.time_zone, m.display_name, a.language, s.second_factor, s.created_at, s.seen_at, s.expires_at, s.user_agent, m.person_id,
    array(select r.role from membership_role r where r.organisation_id = s.organisation_id and r.account_id = s.account_id order by r.role),
    array(select u.unit_id from membership_unit u where u.organisation_id = s.organisation_id and u.account_id = s.account_id order by u.unit_id),
    (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = s.organisation_id and z.account_id = s.account_id
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day),
    not s.second_factor and exists (select from membership_role r where r.organisation_id = s.organisation_id and r.account_id = s.account_id and r.role = any (o.second_factor_roles))
  from session s
  join account a on a.id = s.account_id and a.disabled_at is null
  join organisation o on o.id = s.organisation_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.account_id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
  where s.token_hash = wanted_hash and s.revoked_at is null and s.expires_at > at_instant;
end;

create function session_open(new_id uuid, new_hash bytea, for_account uuid, for_organisation uuid, new_kind text, with_second_factor boolean,
  agent text, address bytea, at_instant timestamptz, until_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into session (id, token_hash, account_id, organisation_id, kind, second_factor, user_agent, address_hash, created_at, seen_at, expires_at)
  values (new_id, new_hash, for_account, for_organisation, new_kind, with_second_factor, agent, address, at_instant, at_instant, until_instant);
end;

create function session_seen(session_id uuid, at_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update session set seen_at = at_instant where id = session_id;
end;

-- Ends one session, or all of an account (session_id null). Answers how many.
create function session_end(of_account uuid, session_id uuid, at_instant timestamptz) returns int
language sql security definer set search_path = public, pg_temp
begin atomic
  with ended as (update session set revoked_at = at_instant where account_id = of_account and revoked_at is null and (session_id is null or id = session_id) returning 1)
  select count(*)::int from ended;
end;

create function sign_in_note(about bytea, at_instant timestamptz, ok boolean) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into sign_in_attempt (subject, at, succeeded) values (about, at_instant, ok);
end;

-- Failures since the last success, and not older than `since`.
create function sign_in_failures(about bytea, since timestamptz) returns int
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select count(*)::int from sign_in_attempt f where f.subject = about and not f.succeeded and f.at > since
    and f.at > coalesce((select max(s.at) from sign_in_attempt s where s.subject = about and s.succeeded), '-infinity');
end;

create function account_make(new_id uuid, new_login text, new_hash text) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into account (id, login, password_hash) values (new_id, lower(new_login), new_hash);
end;

-- Changes of a login's secrets. Null leaves a value as it is.
create function account_set(of_account uuid, new_hash text, new_totp bytea, new_language text, disable_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update account set password_hash = coalesce(new_hash, password_hash), totp_sealed = coalesce(new_totp, totp_sealed),
    language = coalesce(new_language, language), disabled_at = coalesce(disable_at, disabled_at) where id = of_account;
end;

-- Uses up one TOTP time step; false when it was used already.
create function totp_use(of_account uuid, step bigint) returns boolean
language sql security definer set search_path = public, pg_temp
begin atomic
  with used as (update account set totp_last_step = step where id = of_account and totp_last_step < step returning 1)
  select exists (select from used);
end;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;
