-- Devices that keep a set of records offline: who enrolled them, what each holds, what each delivered, and the feed of changes.

-- One user on one browser. The share is half of the way to the device's data key: without it and the user's secret nothing opens.
create table device (
  organisation_id uuid not null,
  id           uuid not null,
  account_id   uuid not null,
  name         text not null,
  -- ECDSA P-256, SPKI: what the user of this device signs each entry with.
  signing_key  bytea not null,
  share_sealed bytea not null,
  enrolled_at  timestamptz not null default powrot_now(),
  seen_at      timestamptz not null default powrot_now(),
  pulled_at    timestamptz,
  lease_until  timestamptz not null,
  -- The number of the last answer to a pull; a cursor names the answer that it came with.
  answer_no    bigint not null default 0,
  -- The server's clock less the device's at the last contact that told it.
  clock_offset_ms bigint,
  constraint device_key primary key (organisation_id, id),
  constraint device_once unique (id),
  constraint device_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
create index device_by_account on device (organisation_id, account_id);
call protect('device', 'select, insert, update (name, seen_at, pulled_at, lease_until, answer_no, clock_offset_ms)');

-- The end of a device. No row: it may go on.
create table device_revocation (
  organisation_id uuid not null,
  device_id  uuid not null,
  reason     text not null,
  revoked_by uuid,
  revoked_at timestamptz not null default powrot_now(),
  -- When the device came and was told: from then on its keys are gone.
  told_at    timestamptz,
  constraint device_revoked_once primary key (organisation_id, device_id),
  constraint device_revocation_of_device foreign key (organisation_id, device_id) references device (organisation_id, id),
  constraint device_revocation_reason_known check (reason in ('LOST', 'STOLEN', 'REPLACED', 'OWN', 'ACCOUNT_ENDED', 'IDLE', 'OTHER'))
);
call protect('device_revocation', 'select, insert, update (told_at)');

create table device_token (
  organisation_id uuid not null,
  token_hash bytea not null,
  device_id  uuid not null,
  expires_at timestamptz not null,
  constraint device_token_key primary key (organisation_id, token_hash),
  constraint device_token_once unique (token_hash),
  constraint device_token_of_device foreign key (organisation_id, device_id) references device (organisation_id, id)
);
create index device_token_by_device on device_token (organisation_id, device_id);
call protect('device_token', 'select, insert, delete');

-- C19: what each device holds. `answer_no`: the answer that brought it, or took it away; the device has it for certain once it
-- comes back with that answer's cursor. What was taken away stays here with its time: it was on the phone.
create table device_holding (
  organisation_id uuid not null,
  device_id uuid not null,
  kind      text not null,
  record_id uuid not null,
  person_id uuid,
  body_hash bytea,
  answer_no bigint not null,
  held_since timestamptz not null default powrot_now(),
  gone_at   timestamptz,
  constraint device_holding_key primary key (organisation_id, device_id, kind, record_id),
  constraint device_holding_of_device foreign key (organisation_id, device_id) references device (organisation_id, id)
);
create index device_holding_by_person on device_holding (organisation_id, person_id) where person_id is not null;
call protect('device_holding', 'select, insert, update');

-- Each entry that a device delivered, once, with its three times: said, the device's clock, received. The sealed bytes stay
-- only while a person has to decide.
create table device_entry (
  organisation_id uuid not null,
  id          uuid not null,
  device_id   uuid not null,
  author_id   uuid not null,
  -- The author's units when it was made: whose lead decides about it.
  unit_ids    uuid[] not null default '{}',
  seq         bigint not null,
  type        text not null,
  v           int not null,
  entry_hash  bytea not null,
  said_at     timestamptz not null,
  device_at   timestamptz not null,
  received_at timestamptz not null default powrot_now(),
  -- The device whose token brought it; null: sealed, by whoever was there.
  brought_by  uuid,
  outcome     text not null,
  code        text,
  version     int,
  conflict_id uuid,
  sealed      bytea,
  constraint device_entry_key primary key (organisation_id, id),
  constraint device_entry_of_device foreign key (organisation_id, device_id) references device (organisation_id, id),
  constraint device_entry_outcome_known check (outcome in ('done', 'kept', 'refused', 'forbidden', 'not_found', 'conflict', 'invalid', 'quarantined')),
  constraint device_entry_sealed_in_quarantine check ((outcome = 'quarantined') = (sealed is not null))
);
create index device_entry_by_device on device_entry (organisation_id, device_id, received_at desc);
create index device_entry_waiting on device_entry (organisation_id, received_at) where outcome = 'quarantined';
call protect('device_entry', 'select, insert, update (outcome, code, version, conflict_id, sealed)');

-- What a person decided about an entry in quarantine.
create table device_entry_decision (
  organisation_id uuid not null,
  entry_id   uuid not null,
  decision   text not null,
  -- Why the entry waited.
  held_for   text not null,
  reason_sealed bytea,
  decided_by uuid not null,
  decided_at timestamptz not null default powrot_now(),
  constraint device_entry_decided_once primary key (organisation_id, entry_id),
  constraint device_entry_decision_of_entry foreign key (organisation_id, entry_id) references device_entry (organisation_id, id),
  constraint device_entry_decision_known check (decision in ('RELEASED', 'REFUSED')),
  constraint device_entry_refused_with_reason check ((decision = 'REFUSED') = (reason_sealed is not null))
);
call protect('device_entry_decision', 'select, insert');

-- The feed. By (xid, seq), never by seq or time alone: a transaction that began first may commit last.
create table sync_change (
  organisation_id uuid not null,
  xid       xid8 not null default pg_current_xact_id(),
  seq       bigint generated always as identity,
  topic     text not null,
  record_id uuid not null,
  at        timestamptz default nullif(current_setting('powrot.now', true), '')::timestamptz,
  constraint sync_change_key primary key (organisation_id, xid, seq)
);
call protect('sync_change', 'select');
create policy door on sync_change for insert to powrot_search with check (true);
grant insert on sync_change to powrot_search;

-- Made anew when the database is: cursors of another epoch lead nowhere.
create table sync_epoch (
  organisation_id uuid not null references organisation (id),
  epoch uuid not null default gen_random_uuid(),
  constraint sync_epoch_key primary key (organisation_id)
);
call protect('sync_epoch', 'select, insert');

create function sync_followed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format(case when tg_op = 'UPDATE' then
      'insert into sync_change (organisation_id, topic, record_id)
         select organisation_id, $1, %1$I from changed where %1$I is not null union select organisation_id, $1, %1$I from former where %1$I is not null'
    else 'insert into sync_change (organisation_id, topic, record_id) select distinct organisation_id, $1, %1$I from changed where %1$I is not null' end,
    tg_argv[1]) using tg_argv[0];
  return null;
end $$;

-- One change, for triggers that know the record from another row.
create function sync_changed(organisation uuid, topic text, record uuid) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  insert into sync_change (organisation_id, topic, record_id) select organisation, topic, record where organisation is not null and record is not null;
end;

-- From now on a change of `tbl` is a change of `topic`, about the record named in the column `col`.
create procedure follow(tbl regclass, topic text, col name) language plpgsql as $$
declare one text;
begin
  foreach one in array array['insert', 'update', 'delete'] loop
    execute format('create trigger %I after %s on %s referencing %s for each statement execute function sync_followed(%L, %L)',
      format('follow_%s_%s_%s', topic, col, one), one, tbl,
      case one when 'insert' then 'new table as changed' when 'delete' then 'old table as changed' else 'new table as changed old table as former' end,
      topic, col);
  end loop;
end $$;

call follow('membership', 'account', 'account_id');
call follow('membership_role', 'account', 'account_id');
call follow('membership_unit', 'account', 'account_id');
call follow('authorisation', 'account', 'account_id');

-- Which roles and units a member had from when on: an entry made offline is judged by the rights of then and of now.
create table member_standing (
  organisation_id uuid not null,
  account_id uuid not null,
  since      timestamptz not null,
  roles      text[] not null,
  units      uuid[] not null,
  constraint member_standing_key primary key (organisation_id, account_id, since),
  constraint member_standing_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
call protect('member_standing', 'select');
create policy door on member_standing to powrot_search using (true) with check (true);
grant select, insert, update on member_standing to powrot_search;

insert into member_standing (organisation_id, account_id, since, roles, units)
  select m.organisation_id, m.account_id, '-infinity',
    array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id order by 1),
    array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id order by 1)
  from membership m;

create function note_standing() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into member_standing (organisation_id, account_id, since, roles, units)
    select m.organisation_id, m.account_id,
      case when exists (select from member_standing s where s.organisation_id = m.organisation_id and s.account_id = m.account_id)
        then coalesce(nullif(current_setting('powrot.now', true), '')::timestamptz, '-infinity') else '-infinity' end,
      array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id order by 1),
      array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id order by 1)
    from (select distinct organisation_id, account_id from changed) m
    where exists (select from membership k where k.organisation_id = m.organisation_id and k.account_id = m.account_id)
  on conflict (organisation_id, account_id, since) do update set roles = excluded.roles, units = excluded.units;
  return null;
end $$;
create trigger standing_of_new after insert on membership referencing new table as changed for each statement execute function note_standing();
create trigger standing_by_role after insert on membership_role referencing new table as changed for each statement execute function note_standing();
create trigger standing_without_role after delete on membership_role referencing old table as changed for each statement execute function note_standing();
create trigger standing_by_unit after insert on membership_unit referencing new table as changed for each statement execute function note_standing();
create trigger standing_without_unit after delete on membership_unit referencing old table as changed for each statement execute function note_standing();

-- C21: with an appointment its devices end.
create function end_devices() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into device_revocation (organisation_id, device_id, reason, revoked_at)
    select d.organisation_id, d.id, 'ACCOUNT_ENDED', coalesce(c.ended_at, c.held_at)
    from changed c join former f on f.organisation_id = c.organisation_id and f.account_id = c.account_id
      join device d on d.organisation_id = c.organisation_id and d.account_id = c.account_id
    where (c.ended_at is not null and f.ended_at is null) or (c.held_at is not null and f.held_at is null)
  on conflict do nothing;
  return null;
end $$;
create trigger end_devices after update on membership referencing new table as changed old table as former for each statement execute function end_devices();

create policy door on device for select to powrot_search using (true);
create policy door on device_revocation to powrot_search using (true) with check (true);
create policy door on device_token for select to powrot_search using (true);
grant select on device, device_token to powrot_search;
grant select, insert on device_revocation to powrot_search;

-- The user of a device, known by its id: how they stand now. No row: there is no such device.
create function device_author(wanted_device uuid, at_instant timestamptz, on_day date)
returns table (organisation_id uuid, account_id uuid, display_name text, signing_key bytea, seen_at timestamptz, revoked_at timestamptz, live boolean, roles text[], units uuid[],
  person_id uuid, authorised boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.organisation_id, d.account_id, m.display_name, d.signing_key, d.seen_at, v.revoked_at,
    a.disabled_at is null and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day and m.ended_at is null and m.held_at is null,
    array(select r.role from membership_role r where r.organisation_id = d.organisation_id and r.account_id = d.account_id order by 1),
    array(select u.unit_id from membership_unit u where u.organisation_id = d.organisation_id and u.account_id = d.account_id order by 1),
    m.person_id,
    (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = d.organisation_id and z.account_id = d.account_id
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day and z.withdrawn_at is null)
  from device d
  join account a on a.id = d.account_id
  join membership m on m.organisation_id = d.organisation_id and m.account_id = d.account_id
  left join device_revocation v on v.organisation_id = d.organisation_id and v.device_id = d.id
  where d.id = wanted_device;
end;

-- Whose token this is; asked at every request, so that nothing lives on by itself.
create function device_of_token(wanted_hash bytea, at_instant timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.device_id from device_token t where t.token_hash = wanted_hash and t.expires_at > at_instant;
end;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and p.proname in ('sync_followed', 'sync_changed', 'note_standing', 'end_devices', 'device_author', 'device_of_token') loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function device_author(uuid, timestamptz, date), device_of_token(bytea, timestamptz), sync_changed(uuid, text, uuid) to powrot_app;
