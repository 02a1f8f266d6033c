-- A month of a unit's registers is locked once what is paid is reckoned from it; opening it again is a row with its reason.
create table register_month_lock (
  organisation_id uuid not null,
  id         uuid not null,
  unit_id    uuid not null,
  -- Its first day.
  month      date not null,
  -- 1 for the first lock of the month, 2 after it was opened and locked again.
  no         int not null,
  locked_by  uuid not null,
  locked_at  timestamptz not null default powrot_now(),
  constraint register_month_lock_key primary key (organisation_id, id),
  constraint register_month_locks_in_turn unique (organisation_id, unit_id, month, no),
  constraint register_month_lock_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint register_month_locked_by_member foreign key (organisation_id, locked_by) references membership (organisation_id, account_id),
  constraint register_month_is_first_day check (extract(day from month) = 1 and no > 0)
);
call protect('register_month_lock', 'select, insert');

create table register_month_unlock (
  organisation_id uuid not null,
  lock_id     uuid not null,
  -- May tell of an illness, so it is sealed.
  reason      bytea not null,
  unlocked_by uuid not null,
  unlocked_at timestamptz not null default powrot_now(),
  constraint register_month_unlocks_once primary key (organisation_id, lock_id),
  constraint register_month_unlock_of_lock foreign key (organisation_id, lock_id) references register_month_lock (organisation_id, id),
  constraint register_month_unlocked_by_member foreign key (organisation_id, unlocked_by) references membership (organisation_id, account_id)
);
call protect('register_month_unlock', 'select, insert');

-- For the rooms above: the locks that hold.
create view locked_register_month with (security_invoker = true) as
  select l.organisation_id, l.id, l.unit_id, l.month, l.no, l.locked_by, l.locked_at from register_month_lock l
  where not exists (select from register_month_unlock u where u.organisation_id = l.organisation_id and u.lock_id = l.id);
grant select on locked_register_month to powrot_app;

-- A correction that came while the month was locked belongs to a later list of what is paid.
alter table attendance_correction add column lock_id uuid;
alter table attendance_correction add constraint attendance_correction_after_lock
  foreign key (organisation_id, lock_id) references register_month_lock (organisation_id, id);

-- When the mark was made; the last one made counts, also when a tablet without network brings it later.
alter table attendance_entry add column occurred_at timestamptz;
update attendance_entry set occurred_at = recorded_at;
alter table attendance_entry alter column occurred_at set not null, alter column occurred_at set default powrot_now();
drop index attendance_entry_by_session;
create index attendance_entry_by_session on attendance_entry (organisation_id, session_id, person_id, occurred_at desc, seq desc);

create or replace view counting_attendance with (security_invoker = true) as
  select distinct on (organisation_id, session_id, person_id) organisation_id, session_id, person_id, id, status, minutes_late, minutes_left_early, correction_id, marked_by, recorded_at, occurred_at
  from attendance_entry order by organisation_id, session_id, person_id, occurred_at desc, seq desc;
