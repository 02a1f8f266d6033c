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
  -- A secret that was shown and not yet proven by a code.
  totp_pending_sealed bytea,
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
  -- Ended at once, whatever the days say.
  ended_at     timestamptz,
  -- The account was recovered by another organisation: closed here until this one releases it.
  held_at      timestamptz,
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
  -- Withdrawn at once, whatever the days say.
  withdrawn_at timestamptz,
  recorded_by uuid,
  recorded_at timestamptz not null default powrot_now(),
  constraint authorisation_key primary key (organisation_id, id),
  constraint authorisation_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint authorisation_kind_known check (kind in ('AUTHORISATION', 'PLEDGE')),
  constraint authorisation_period check (valid_until >= valid_from)
);
create index authorisation_by_account on authorisation (organisation_id, account_id, kind);
call protect('authorisation', 'select, insert, update (valid_until, withdrawn_at)');

-- An invitation is open until its link is used. Only the hash of the link's token is here: the inviter's browser made the token.
create table invitation (
  organisation_id uuid not null references organisation (id),
  id           uuid not null,
  login        text not null,
  display_name text not null,
  job_title    text,
  email        text,
  roles        text[] not null,
  unit_ids     uuid[] not null,
  valid_from   date not null,
  valid_until  date,
  link_hash    bytea not null,
  expires_at   timestamptz not null,
  invited_by   uuid not null,
  invited_at   timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  accepted_at  timestamptz,
  account_id   uuid,
  constraint invitation_key primary key (organisation_id, id),
  constraint invitation_link_once unique (link_hash),
  constraint invitation_period check (valid_until >= valid_from)
);
call protect('invitation', 'select, insert, update (withdrawn_at)');

-- C56: a lost password or second factor is given back by two people, in two rows.
create table account_recovery (
  organisation_id uuid not null,
  id           uuid not null,
  account_id   uuid not null,
  -- PASSWORD keeps the second factor; SECOND_FACTOR removes it and keeps the password; BOTH.
  kind         text not null,
  reason       text not null,
  link_hash    bytea not null,
  expires_at   timestamptz not null,
  requested_by uuid not null,
  requested_at timestamptz not null default powrot_now(),
  used_at      timestamptz,
  constraint account_recovery_key primary key (organisation_id, id),
  constraint account_recovery_people unique (organisation_id, id, requested_by, account_id),
  constraint account_recovery_link_once unique (link_hash),
  constraint account_recovery_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint account_recovery_of_another check (requested_by <> account_id),
  constraint account_recovery_kind_known check (kind in ('PASSWORD', 'SECOND_FACTOR', 'BOTH'))
);
call protect('account_recovery', 'select, insert');

create table account_recovery_confirmation (
  organisation_id uuid not null,
  recovery_id  uuid not null,
  requested_by uuid not null,
  account_id   uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default powrot_now(),
  constraint account_recovery_confirmed_once primary key (organisation_id, recovery_id),
  constraint account_recovery_confirmation_of_recovery foreign key (organisation_id, recovery_id, requested_by, account_id)
    references account_recovery (organisation_id, id, requested_by, account_id),
  constraint account_recovery_by_two_people check (confirmed_by <> requested_by and confirmed_by <> account_id)
);
call protect('account_recovery_confirmation', 'select, insert');

create table passkey (
  id            uuid primary key,
  account_id    uuid not null references account (id),
  credential_id text not null,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null,
  name          text not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz,
  constraint passkey_credential_once unique (credential_id)
);
create index passkey_by_account on passkey (account_id);

-- A challenge is answered once and within minutes. `account_id` null: for signing in.
create table passkey_challenge (
  challenge  text primary key,
  account_id uuid,
  expires_at timestamptz not null
);

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
  foreach t in array array['account', 'passkey', 'passkey_challenge', 'session', 'sign_in_attempt', 'setup_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy door on %I to powrot_search using (true) with check (true)', t);
    execute format('create policy operator on %I to powrot_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to powrot_search', t);
  end loop;
  foreach t in array array['unit', 'account_recovery_confirmation'] loop
    execute format('create policy door on %I for select to powrot_search using (true)', t);
    execute format('grant select on %I to powrot_search', t);
  end loop;
  foreach t in array array['organisation', 'membership', 'membership_role', 'membership_unit', 'authorisation', 'invitation', 'account_recovery'] loop
    execute format('create policy door on %I to powrot_search using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to powrot_search', t);
  end loop;
  grant delete on membership_role, membership_unit to powrot_search;
end $$;
create policy own_account on account for select to powrot_app using (id = (select current_account()));
grant select (id, login, language, created_at, disabled_at) on account to powrot_app;
create policy own_organisation on session for select to powrot_app using (organisation_id = (select current_organisation()));
grant select (id, account_id, organisation_id, kind, user_agent, created_at, seen_at, expires_at, revoked_at) on session to powrot_app;

-- All that signing in needs to know of one login. No row: nobody of that name.
create function sign_in_facts(wanted_login text, on_day date)
returns table (account_id uuid, password_hash text, totp_sealed bytea, totp_last_step bigint, has_passkey boolean, disabled boolean, language text, organisations jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.password_hash, a.totp_sealed, a.totp_last_step, exists (select from passkey k where k.account_id = a.id), a.disabled_at is not null, a.language,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name,
        'secondFactorRoles', o.second_factor_roles,
        'roles', (select coalesce(jsonb_agg(r.role order by r.role), '[]') from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id)) order by o.name)
      from membership m join organisation o on o.id = m.organisation_id
      where m.account_id = a.id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day and m.ended_at is null and m.held_at is null), '[]'::jsonb)
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
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day and z.withdrawn_at is null),
    not s.second_factor and exists (select from membership_role r where r.organisation_id = s.organisation_id and r.account_id = s.account_id and r.role = any (o.second_factor_roles))
  from session s
  join account a on a.id = s.account_id and a.disabled_at is null
  join organisation o on o.id = s.organisation_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.account_id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
    and m.ended_at is null and m.held_at is null
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

-- Ends one session, or all of an account (session_id null), in one organisation or everywhere (organisation null). Answers how many.
create function session_end(of_account uuid, session_id uuid, of_organisation uuid, at_instant timestamptz) returns int
language sql security definer set search_path = public, pg_temp
begin atomic
  with ended as (update session set revoked_at = at_instant where account_id = of_account and revoked_at is null
    and (session_id is null or id = session_id) and (of_organisation is null or organisation_id = of_organisation) returning 1)
  select count(*)::int from ended;
end;

-- All sessions of an account but one: after a change of its password.
create function session_end_others(of_account uuid, kept uuid, at_instant timestamptz) returns int
language sql security definer set search_path = public, pg_temp
begin atomic
  with ended as (update session set revoked_at = at_instant where account_id = of_account and revoked_at is null and id <> kept returning 1)
  select count(*)::int from ended;
end;

-- The second factor was shown in this session.
create function session_strengthen(session_id uuid) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update session set second_factor = true where id = session_id;
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

-- What a signed-in person's own screen needs of their secrets.
create function account_secrets(of_account uuid)
returns table (login text, password_hash text, totp_sealed bytea, totp_pending_sealed bytea, passkeys int)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.login, a.password_hash, a.totp_sealed, a.totp_pending_sealed, (select count(*)::int from passkey k where k.account_id = a.id)
  from account a where a.id = of_account;
end;

create function totp_pend(of_account uuid, sealed bytea) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update account set totp_pending_sealed = sealed where id = of_account;
end;

create function totp_confirm(of_account uuid, step bigint) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update account set totp_sealed = totp_pending_sealed, totp_pending_sealed = null, totp_last_step = step
    where id = of_account and totp_pending_sealed is not null;
end;

create function totp_remove(of_account uuid) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update account set totp_sealed = null, totp_pending_sealed = null where id = of_account;
end;

create function passkeys_of(wanted_account uuid)
returns table (id uuid, credential_id text, transports text[], name text, created_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select k.id, k.credential_id, k.transports, k.name, k.created_at, k.last_used_at from passkey k where k.account_id = wanted_account order by k.created_at;
end;

create function passkey_find(wanted text)
returns table (account_id uuid, login text, disabled boolean, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select k.account_id, a.login, a.disabled_at is not null, k.public_key, k.counter, k.transports
  from passkey k join account a on a.id = k.account_id where k.credential_id = wanted;
end;

create function passkey_add(new_id uuid, for_account uuid, credential text, key bytea, new_counter bigint, ways text[], called text, at_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
  values (new_id, for_account, credential, key, new_counter, ways, called, at_instant);
end;

create function passkey_used(credential text, new_counter bigint, at_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update passkey set counter = new_counter, last_used_at = at_instant where credential_id = credential;
end;

create function passkey_remove(of_account uuid, wanted uuid) returns boolean
language sql security definer set search_path = public, pg_temp
begin atomic
  with gone as (delete from passkey where account_id = of_account and id = wanted returning 1)
  select exists (select from gone);
end;

create function passkey_ask(new_challenge text, for_account uuid, until_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into passkey_challenge (challenge, account_id, expires_at) values (new_challenge, for_account, until_instant);
end;

-- Uses a challenge up; false when it is unknown, old, used or somebody else's. Old ones go with it.
create function passkey_answer(given text, by_account uuid, at_instant timestamptz) returns boolean
language sql security definer set search_path = public, pg_temp
begin atomic
  with gone as (delete from passkey_challenge where challenge = given or expires_at < at_instant returning challenge, account_id, expires_at)
  select exists (select from gone where challenge = given and expires_at >= at_instant and account_id is not distinct from by_account);
end;

-- The accounts of the organisation of this transaction, with what its administrator may know of each.
create function organisation_accounts()
returns table (account_id uuid, login text, has_totp boolean, has_passkey boolean, disabled boolean, last_seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.login, a.totp_sealed is not null, exists (select from passkey k where k.account_id = a.id), a.disabled_at is not null,
    (select max(s.seen_at) from session s where s.account_id = a.id and s.organisation_id = m.organisation_id)
  from membership m join account a on a.id = m.account_id
  where m.organisation_id = (select current_organisation());
end;

-- What a link says: the invitation, and the account that has its login already (null: none).
create function invitation_facts(wanted_hash bytea, at_instant timestamptz)
returns table (organisation_id uuid, organisation_name text, id uuid, login text, display_name text, account_id uuid, password_hash text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.organisation_id, o.name, i.id, i.login, i.display_name, a.id, a.password_hash
  from invitation i join organisation o on o.id = i.organisation_id left join account a on a.login = i.login
  where i.link_hash = wanted_hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at_instant;
end;

-- Makes the account (new_hash null: it is there already) and its place in the organisation. False when the link was used meanwhile.
create function invitation_accept(wanted_hash bytea, for_account uuid, new_hash text, at_instant timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare i invitation;
begin
  update invitation set accepted_at = at_instant, account_id = for_account
    where link_hash = wanted_hash and accepted_at is null and withdrawn_at is null and expires_at > at_instant returning * into i;
  if not found then return false; end if;
  if new_hash is not null then
    insert into account (id, login, password_hash, created_at) values (for_account, i.login, new_hash, at_instant);
  end if;
  insert into membership (organisation_id, account_id, display_name, job_title, email, valid_from, valid_until)
    values (i.organisation_id, for_account, i.display_name, i.job_title, i.email, i.valid_from, i.valid_until)
    on conflict on constraint membership_key do update set display_name = i.display_name, job_title = i.job_title, email = i.email,
      valid_from = i.valid_from, valid_until = i.valid_until, ended_at = null, held_at = null, version = membership.version + 1;
  delete from membership_role where organisation_id = i.organisation_id and account_id = for_account;
  delete from membership_unit where organisation_id = i.organisation_id and account_id = for_account;
  insert into membership_role (organisation_id, account_id, role) select i.organisation_id, for_account, r from unnest(i.roles) r;
  insert into membership_unit (organisation_id, account_id, unit_id) select i.organisation_id, for_account, u from unnest(i.unit_ids) u;
  return true;
end $$;

create function recovery_facts(wanted_hash bytea, at_instant timestamptz)
returns table (organisation_id uuid, organisation_name text, id uuid, account_id uuid, login text, kind text, confirmed boolean, password_hash text, totp_sealed bytea)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.organisation_id, o.name, r.id, r.account_id, a.login, r.kind,
    exists (select from account_recovery_confirmation c where c.organisation_id = r.organisation_id and c.recovery_id = r.id),
    a.password_hash, a.totp_sealed
  from account_recovery r join organisation o on o.id = r.organisation_id join account a on a.id = r.account_id
    join membership m on m.organisation_id = r.organisation_id and m.account_id = r.account_id and m.ended_at is null and m.held_at is null
  where r.link_hash = wanted_hash and r.used_at is null and r.expires_at > at_instant;
end;

-- Gives the account new secrets, ends its sessions everywhere, and closes its other organisations until they release it:
-- two people of one organisation must not open another one's files.
create function recovery_use(wanted_hash bytea, new_hash text, drop_factors boolean, at_instant timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r account_recovery;
begin
  update account_recovery a set used_at = at_instant where a.link_hash = wanted_hash and a.used_at is null and a.expires_at > at_instant
    and exists (select from account_recovery_confirmation c where c.organisation_id = a.organisation_id and c.recovery_id = a.id) returning * into r;
  if not found then return false; end if;
  update account set password_hash = coalesce(new_hash, password_hash),
    totp_sealed = case when drop_factors then null else totp_sealed end, totp_pending_sealed = null where id = r.account_id;
  if drop_factors then delete from passkey where account_id = r.account_id; end if;
  update session set revoked_at = at_instant where account_id = r.account_id and revoked_at is null;
  update membership set held_at = at_instant where account_id = r.account_id and organisation_id <> r.organisation_id and held_at is null;
  return true;
end $$;

create function setup_link_make(new_hash bytea, until_instant timestamptz) returns boolean
language sql security definer set search_path = public, pg_temp
begin atomic
  with made as (insert into setup_link (token_hash, expires_at) select new_hash, until_instant where not exists (select from organisation) returning 1)
  select exists (select from made);
end;

-- The first organisation and its administrator, once: false when the link is unknown, old or used, or there is an organisation already.
create function setup_use(wanted_hash bytea, at_instant timestamptz, on_day date, new_organisation uuid, organisation_name text, organisation_short text,
  organisation_kind text, with_second_factor text[], new_account uuid, new_login text, new_hash text, called text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7076880);
  if exists (select from organisation) then return false; end if;
  update setup_link set used_at = at_instant where token_hash = wanted_hash and used_at is null and expires_at > at_instant;
  if not found then return false; end if;
  insert into organisation (id, name, short_name, kind, second_factor_roles, created_at)
    values (new_organisation, organisation_name, organisation_short, organisation_kind, with_second_factor, at_instant);
  insert into account (id, login, password_hash, created_at) values (new_account, lower(new_login), new_hash, at_instant);
  insert into membership (organisation_id, account_id, display_name, valid_from) values (new_organisation, new_account, called, on_day);
  insert into membership_role (organisation_id, account_id, role) values (new_organisation, new_account, 'ORGANISATION_ADMIN');
  insert into authorisation (organisation_id, id, account_id, kind, valid_from, recorded_by, recorded_at)
    select new_organisation, gen_random_uuid(), new_account, k, on_day, new_account, at_instant from unnest(array['AUTHORISATION', 'PLEDGE']) k;
  return true;
end $$;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;
